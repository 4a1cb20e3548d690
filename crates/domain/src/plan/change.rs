//! One change of a plan: what is typed becomes the next version, or is refused with the field that is wrong.
//! What is taken out stays as a trace with its reason; nothing is deleted.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{
    Doer, Evaluation, GOALS_MAX, Goal, Held, ITEMS_MAX, LINE_MAX, Plan, Progress, Provision, Step, Stopped,
    TEXT_MAX,
};
use crate::PlanItemId;
use crate::birth_date::FIRST_YEAR;
use crate::text_input::{FieldProblem, Input};

/// A plan is no contract for life: days further away are a slip of the hand.
const YEARS_AHEAD: i16 = 10;

/// What somebody typed about one thing in the plan.
#[derive(Clone, PartialEq, Eq)]
pub enum Change {
    Goal {
        own_words: String,
        worker_words: String,
    },
    /// `goal` counts for a new agreement only.
    Step {
        goal: PlanItemId,
        what: String,
        who: Doer,
        who_words: String,
        purpose: String,
        by: Option<Date>,
    },
    Provision {
        what: String,
        provider: String,
        from: Option<Date>,
        until: Option<Date>,
    },
    Evaluation {
        planned: Date,
    },
    /// An evaluation took place.
    Held {
        on: Date,
        own_words: String,
        worker_words: String,
        progress: Vec<(PlanItemId, Progress)>,
    },
    /// No longer part of the plan.
    Stop {
        why: String,
    },
}

impl std::fmt::Debug for Change {
    /// What kind it is, never what was written.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Goal { .. } => "Goal",
            Self::Step { .. } => "Step",
            Self::Provision { .. } => "Provision",
            Self::Evaluation { .. } => "Evaluation",
            Self::Held { .. } => "Held",
            Self::Stop { .. } => "Stop",
        })
    }
}

/// Where a change goes: to something that is there, or to something new with this id.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Place {
    New(PlanItemId),
    There(PlanItemId),
}

/// Why a change is not made.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PlanRefused {
    #[error(transparent)]
    Field(#[from] FieldProblem),
    /// A day by which something is to be done lies before today.
    #[error("the day of {0} has passed")]
    DayPassed(&'static str),
    /// Further away than anybody plans, or longer ago than anybody lives.
    #[error("the day of {0} is too far away")]
    DayTooFar(&'static str),
    /// What took place cannot have done so tomorrow.
    #[error("the day of {0} is in the future")]
    InFuture(&'static str),
    #[error("the last day lies before the first")]
    UntilBeforeFrom,
    #[error("there are as many as a plan can hold")]
    TooMany,
    /// Somebody stopped it meanwhile, or it never was there.
    #[error("it is not part of the plan")]
    Gone,
}

/// The plan with one change made on a day.
///
/// # Errors
/// [`PlanRefused`] names what is wrong; the plan stays what it was.
pub fn change(plan: &Plan, place: Place, change: &Change, today: Date) -> Result<Plan, PlanRefused> {
    let mut next = plan.clone();
    match change {
        Change::Goal { own_words, worker_words } => goal(&mut next, place, own_words, worker_words)?,
        Change::Step { .. } => step(&mut next, place, change, today)?,
        Change::Provision { what, provider, from, until } => {
            provision(&mut next, place, (what, provider), (*from, *until), today)?;
        }
        Change::Evaluation { planned } => evaluation(&mut next, place, *planned, today)?,
        Change::Held { on, own_words, worker_words, progress } => {
            let held = Held {
                on: past("held", *on, today)?,
                own_words: Input::text("own-words", own_words, TEXT_MAX)?,
                worker_words: Input::optional_text("worker-words", worker_words, TEXT_MAX)?
                    .unwrap_or_default(),
                progress: progress.clone(),
            };
            look_back(&mut next, place, held)?;
        }
        Change::Stop { why } => {
            let why = Input::text("why", why, TEXT_MAX)?;
            stop(&mut next, place, &Stopped { on: today, why })?;
        }
    }
    Ok(next)
}

fn goal(plan: &mut Plan, place: Place, own: &str, worker: &str) -> Result<(), PlanRefused> {
    let own_words = Input::text("own-words", own, TEXT_MAX)?;
    let worker_words = Input::optional_text("worker-words", worker, TEXT_MAX)?.unwrap_or_default();
    match place {
        Place::New(id) => {
            room(plan.open_goals().count(), GOALS_MAX)?;
            let progress = Progress::NotStarted;
            plan.goals.push(Goal { id, own_words, worker_words, progress, steps: Vec::new(), stopped: None });
        }
        Place::There(id) => {
            let goal = open_goal(plan, id)?;
            (goal.own_words, goal.worker_words) = (own_words, worker_words);
        }
    }
    Ok(())
}

fn step(plan: &mut Plan, place: Place, typed: &Change, today: Date) -> Result<(), PlanRefused> {
    let Change::Step { goal, what, who, who_words, purpose, by } = typed else { return Ok(()) };
    let what = Input::text("what", what, TEXT_MAX)?;
    let purpose = Input::text("purpose", purpose, TEXT_MAX)?;
    // Client and worker need no more words; of the others nobody could tell who it is.
    let who_words = match who {
        Doer::Client | Doer::Worker => String::new(),
        Doer::Network | Doer::Provider => Input::line("who-words", who_words, LINE_MAX)?,
    };
    match place {
        Place::New(id) => {
            let by = by.map(|by| ahead("by", by, today)).transpose()?;
            let goal = open_goal(plan, *goal)?;
            room(goal.steps.iter().filter(|step| step.stopped.is_none()).count(), ITEMS_MAX)?;
            goal.steps.push(Step { id, what, who: *who, who_words, purpose, by, stopped: None });
        }
        Place::There(id) => {
            plan.open_step(id).ok_or(PlanRefused::Gone)?;
            let mut all = plan.goals.iter_mut().flat_map(|goal| &mut goal.steps);
            let step = all.find(|step| step.id == id).ok_or(PlanRefused::Gone)?;
            // A day that has passed may stand; a new one lies ahead.
            if *by != step.by {
                step.by = by.map(|by| ahead("by", by, today)).transpose()?;
            }
            (step.what, step.who, step.who_words, step.purpose) = (what, *who, who_words, purpose);
        }
    }
    Ok(())
}

fn provision(
    plan: &mut Plan,
    place: Place,
    (what, provider): (&str, &str),
    (from, until): (Option<Date>, Option<Date>),
    today: Date,
) -> Result<(), PlanRefused> {
    let what = Input::line("what", what, LINE_MAX)?;
    let provider = Input::line("provider", provider, LINE_MAX)?;
    let from = from.map(|from| thinkable("from", from, today)).transpose()?;
    let until = until.map(|until| thinkable("until", until, today)).transpose()?;
    if from.zip(until).is_some_and(|(from, until)| until < from) {
        return Err(PlanRefused::UntilBeforeFrom);
    }
    match place {
        Place::New(id) => {
            room(plan.provisions.iter().filter(|it| it.stopped.is_none()).count(), ITEMS_MAX)?;
            plan.provisions.push(Provision { id, what, provider, from, until, stopped: None });
        }
        Place::There(id) => {
            let mut open = plan.provisions.iter_mut().filter(|it| it.stopped.is_none());
            let it = open.find(|it| it.id == id).ok_or(PlanRefused::Gone)?;
            (it.what, it.provider, it.from, it.until) = (what, provider, from, until);
        }
    }
    Ok(())
}

fn evaluation(plan: &mut Plan, place: Place, planned: Date, today: Date) -> Result<(), PlanRefused> {
    match place {
        Place::New(id) => {
            let planned = ahead("planned", planned, today)?;
            let waiting = plan.evaluations.iter().filter(|it| it.held.is_none() && it.stopped.is_none());
            room(waiting.count(), ITEMS_MAX)?;
            plan.evaluations.push(Evaluation { id, planned, held: None, stopped: None });
        }
        Place::There(id) => {
            let it = waiting(plan, id)?;
            if planned != it.planned {
                it.planned = ahead("planned", planned, today)?;
            }
        }
    }
    Ok(())
}

fn look_back(plan: &mut Plan, place: Place, held: Held) -> Result<(), PlanRefused> {
    let Place::There(id) = place else { return Err(PlanRefused::Gone) };
    waiting(plan, id)?;
    for (goal, progress) in &held.progress {
        open_goal(plan, *goal)?.progress = *progress;
    }
    waiting(plan, id)?.held = Some(held);
    Ok(())
}

fn stop(plan: &mut Plan, place: Place, stopped: &Stopped) -> Result<(), PlanRefused> {
    let Place::There(id) = place else { return Err(PlanRefused::Gone) };
    let steps = plan.goals.iter_mut().filter(|goal| goal.stopped.is_none()).flat_map(|goal| &mut goal.steps);
    let step = steps.filter(|it| it.id == id).map(|it| &mut it.stopped).next();
    if let Some(slot) = step {
        return once(slot, stopped);
    }
    let goals = plan.goals.iter_mut().filter(|it| it.id == id).map(|it| &mut it.stopped);
    let provisions = plan.provisions.iter_mut().filter(|it| it.id == id).map(|it| &mut it.stopped);
    let evaluations = plan.evaluations.iter_mut();
    // What took place is history.
    let evaluations = evaluations.filter(|it| it.id == id && it.held.is_none()).map(|it| &mut it.stopped);
    let slot = goals.chain(provisions).chain(evaluations).next();
    once(slot.ok_or(PlanRefused::Gone)?, stopped)
}

fn once(slot: &mut Option<Stopped>, stopped: &Stopped) -> Result<(), PlanRefused> {
    match slot {
        Some(_) => Err(PlanRefused::Gone),
        None => {
            *slot = Some(stopped.clone());
            Ok(())
        }
    }
}

fn open_goal(plan: &mut Plan, id: PlanItemId) -> Result<&mut Goal, PlanRefused> {
    let mut open = plan.goals.iter_mut().filter(|goal| goal.stopped.is_none());
    open.find(|goal| goal.id == id).ok_or(PlanRefused::Gone)
}

fn waiting(plan: &mut Plan, id: PlanItemId) -> Result<&mut Evaluation, PlanRefused> {
    let mut open = plan.evaluations.iter_mut().filter(|it| it.held.is_none() && it.stopped.is_none());
    open.find(|it| it.id == id).ok_or(PlanRefused::Gone)
}

fn room(there: usize, most: usize) -> Result<(), PlanRefused> {
    if there < most { Ok(()) } else { Err(PlanRefused::TooMany) }
}

fn ahead(field: &'static str, day: Date, today: Date) -> Result<Date, PlanRefused> {
    if day < today {
        return Err(PlanRefused::DayPassed(field));
    }
    thinkable(field, day, today)
}

fn past(field: &'static str, day: Date, today: Date) -> Result<Date, PlanRefused> {
    if day > today {
        return Err(PlanRefused::InFuture(field));
    }
    thinkable(field, day, today)
}

fn thinkable(field: &'static str, day: Date, today: Date) -> Result<Date, PlanRefused> {
    let last = today.saturating_add(i64::from(YEARS_AHEAD).years());
    if day > last || day.year() < FIRST_YEAR { Err(PlanRefused::DayTooFar(field)) } else { Ok(day) }
}
