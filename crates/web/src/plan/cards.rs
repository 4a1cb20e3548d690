//! A plan as its reader sees it: to a worker with what they may change, to the client with what is theirs to say, and
//! on paper with neither.

use app::plan::{Done, PartPlan, Question};
use domain::PlanItemId;
use domain::plan::{Doer, Evaluation, Goal, Provision, Side, State, Step, Stopped};
use jiff::civil::Date;
use text::Words;

use crate::view::Form;
use crate::view::plan::{
    Edit, EvaluationCard, GoalCard, HeldLine, May, PlanCard, ProvisionCard, QuestionCard, StepCard,
    StoppedLine,
};
use crate::view::standing::EndButton;
use crate::wording::{day, domain};

/// For whom a plan is shown.
pub(crate) enum Reader {
    /// `base` such as `/werk/dossier/8f3a/plan`; `form` carries the tokens of the page.
    Worker {
        base: String,
        form: Form,
        carries_cases: bool,
    },
    Client {
        form: Form,
    },
    /// Nothing can be pressed on paper.
    WorkersPaper,
    ClientsPaper,
}

/// For whom, in which words, on which day.
pub(crate) struct Look {
    pub(crate) words: Words,
    pub(crate) today: Date,
    pub(crate) reader: Reader,
}

impl Look {
    /// Where this plan is changed; none for whoever may not.
    fn edits(&self, plan: &PartPlan) -> Option<String> {
        match &self.reader {
            Reader::Worker { base, carries_cases: true, .. } if plan.works_with && !plan.closed => {
                Some(format!("{base}/{}", plan.domain))
            }
            _ => None,
        }
    }

    const fn is_clients(&self) -> bool {
        matches!(self.reader, Reader::Client { .. } | Reader::ClientsPaper)
    }

    fn t(&self, key: &str) -> String {
        self.words.t(key)
    }

    fn on(&self, key: &str, day: Date) -> String {
        self.words.with(key, &[("day", self.words.date(day).into())])
    }
}

/// The plan of one part.
pub(crate) fn card(look: &Look, plan: &PartPlan) -> PlanCard {
    let words = look.words;
    let edits = look.edits(plan);
    let link = |end: &str| edits.as_ref().map(|base| format!("{base}/{end}"));
    let standing = plan.standing();
    let has_plan = plan.version > 0;
    let is_agreed = standing.state == State::Agreed;
    let family = if look.is_clients() { "plan-own-state" } else { "plan-state" };
    let versions = match &look.reader {
        Reader::Worker { base, .. } if has_plan => Some(format!("{base}/{}/versies", plan.domain)),
        _ => None,
    };
    PlanCard {
        anchor: plan.domain.code().to_owned(),
        domain: domain(words, plan.domain),
        closed: if plan.closed { look.t("plan-closed") } else { String::new() },
        state: if has_plan { words.code(family, state(standing.state)) } else { String::new() },
        is_agreed,
        agreed: standing.agreed.map_or_else(String::new, |it| agreed(words, &it)),
        changed: plan.changed_at.map_or_else(String::new, |at| {
            let saved = words.with("plan-saved-by", &by(plan.author_name.as_str(), day(words, at)));
            format!("{}, {saved}", words.with("plan-version", &[("number", plan.version.into())]))
        }),
        goals: plan.plan.goals.iter().enumerate().map(|(at, it)| goal(look, plan, at, it)).collect(),
        provisions: plan.plan.provisions.iter().map(|it| provision(look, plan, it)).collect(),
        evaluations: plan.plan.evaluations.iter().map(|it| evaluation(look, plan, it)).collect(),
        questions: match look.reader {
            Reader::Worker { .. } | Reader::Client { .. } => {
                plan.questions.iter().map(|it| question(look, plan, it)).collect()
            }
            Reader::WorkersPaper | Reader::ClientsPaper => Vec::new(),
        },
        may: May {
            add_goal: link("nieuw/doel"),
            add_provision: link("nieuw/voorziening").filter(|_| has_plan),
            add_evaluation: link("nieuw/evaluatie").filter(|_| has_plan),
            agree: link("afgesproken").filter(|_| has_plan && !is_agreed),
            versions,
        },
    }
}

fn by(author: &str, day: String) -> [(&'static str, text::Arg); 2] {
    [("author", author.to_owned().into()), ("day", day.into())]
}

/// The code of how it stands.
const fn state(state: State) -> &'static str {
    match state {
        State::Proposal => "proposal",
        State::WaitsForClient => "waits-for-client",
        State::WaitsForWorker => "waits-for-worker",
        State::TalkFirst => "talk-first",
        State::Agreed => "agreed",
    }
}

/// "Versie 2 is samen afgesproken op 3 maart 2026, in een gesprek."
pub(crate) fn agreed(words: Words, it: &domain::plan::Agreed) -> String {
    words.with(
        "plan-agreed-version",
        &[
            ("number", it.version.into()),
            ("day", words.date(it.on).into()),
            ("how", words.code("agreed-how", it.how.code()).into()),
        ],
    )
}

pub(crate) fn goal_title(words: Words, at: usize) -> String {
    words.with("plan-goal-number", &[("number", (at + 1).to_string().into())])
}

fn step_title(words: Words, at: usize) -> String {
    words.with("plan-step-number", &[("number", (at + 1).to_string().into())])
}

/// When it was stopped and why.
pub(crate) fn stopped(words: Words, it: Option<&Stopped>) -> Option<StoppedLine> {
    let on = |day: Date| words.with("plan-stopped-on", &[("day", words.date(day).into())]);
    it.map(|it| StoppedLine { on: on(it.on), why: it.why.clone() })
}

fn edit(base: Option<String>, id: PlanItemId, is_open: bool) -> Option<Edit> {
    let base = base.filter(|_| is_open)?;
    Some(Edit { change: format!("{base}/{id}/wijzigen"), stop: format!("{base}/{id}/stoppen") })
}

fn goal(look: &Look, plan: &PartPlan, at: usize, it: &Goal) -> GoalCard {
    let (words, is_open) = (look.words, it.stopped.is_none());
    GoalCard {
        id: it.id.to_string(),
        title: goal_title(words, at),
        own_words: it.own_words.clone(),
        worker_words: it.worker_words.clone(),
        progress: words.code("progress", it.progress.code()),
        stopped: stopped(look.words, it.stopped.as_ref()),
        steps: it.steps.iter().enumerate().map(|(at, of)| step(look, plan, it, at, of)).collect(),
        edit: edit(look.edits(plan), it.id, is_open),
        add_step: look.edits(plan).filter(|_| is_open).map(|base| format!("{base}/{}/afspraak", it.id)),
    }
}

fn step(look: &Look, plan: &PartPlan, goal: &Goal, at: usize, it: &Step) -> StepCard {
    let words = look.words;
    let is_open = goal.stopped.is_none() && it.stopped.is_none();
    let done = plan.done(it.id);
    let family = if look.is_clients() { "doer-own" } else { "doer" };
    StepCard {
        id: it.id.to_string(),
        title: step_title(words, at),
        what: it.what.clone(),
        who: words.code(family, it.who.code()),
        who_words: it.who_words.clone(),
        purpose: it.purpose.clone(),
        by: it.by.map_or_else(String::new, |by| words.date(by)),
        is_late: is_open && done.is_none() && it.by.is_some_and(|by| by < look.today),
        done: done.map_or_else(String::new, |done| done_on(look, done)),
        stopped: stopped(look.words, it.stopped.as_ref()),
        edit: edit(look.edits(plan), it.id, is_open),
        mark: mark(look, plan, it, done).filter(|_| is_open),
        ask: match look.reader {
            Reader::Client { .. } if is_open && !plan.closed => {
                Some(format!("/mijn/plan/{}/vraag/{}", plan.part, it.id))
            }
            _ => None,
        },
    }
}

fn done_on(look: &Look, done: &Done) -> String {
    let key = match (done.side, look.is_clients()) {
        (Side::Client, true) => "plan-done-you",
        (Side::Client, false) => "plan-done-client",
        (Side::Worker, _) => "plan-done-worker",
    };
    look.on(key, done.on)
}

fn mark(look: &Look, plan: &PartPlan, it: &Step, done: Option<&Done>) -> Option<EndButton> {
    let (form, action) = match &look.reader {
        Reader::Worker { form, .. } => {
            (form, look.edits(plan).map(|base| format!("{base}/klaar/{}", it.id))?)
        }
        Reader::Client { form } if it.who == Doer::Client && !plan.closed => {
            (form, format!("/mijn/plan/{}/klaar/{}", plan.part, it.id))
        }
        Reader::Client { .. } | Reader::WorkersPaper | Reader::ClientsPaper => return None,
    };
    let label = look.t(if done.is_some() { "plan-undo" } else { "plan-mark" });
    Some(EndButton { action, label, form: form.clone(), grounds: Vec::new() })
}

fn provision(look: &Look, plan: &PartPlan, it: &Provision) -> ProvisionCard {
    ProvisionCard {
        what: it.what.clone(),
        provider: it.provider.clone(),
        period: period(look.words, it),
        stopped: stopped(look.words, it.stopped.as_ref()),
        edit: edit(look.edits(plan), it.id, it.stopped.is_none()),
    }
}

fn period(words: Words, it: &Provision) -> String {
    let date = |day| words.date(day);
    match (it.from, it.until) {
        (Some(from), Some(until)) => {
            words.with("plan-period", &[("from", date(from).into()), ("until", date(until).into())])
        }
        (Some(from), None) => words.with("plan-period-from", &[("day", date(from).into())]),
        (None, Some(until)) => words.with("plan-period-until", &[("day", date(until).into())]),
        (None, None) => String::new(),
    }
}

fn evaluation(look: &Look, plan: &PartPlan, it: &Evaluation) -> EvaluationCard {
    let is_open = it.held.is_none() && it.stopped.is_none();
    let words = look.words;
    let line = |(of, progress): &(PlanItemId, domain::plan::Progress)| {
        let at = plan.plan.goals.iter().position(|goal| goal.id == *of)?;
        Some((goal_title(words, at), words.code("progress", progress.code())))
    };
    EvaluationCard {
        title: match &it.held {
            Some(held) => look.on("plan-held-on", held.on),
            None => look.on("plan-planned-on", it.planned),
        },
        is_late: is_open && it.planned < look.today,
        held: it.held.as_ref().map(|held| HeldLine {
            own_words: held.own_words.clone(),
            worker_words: held.worker_words.clone(),
            progress: held.progress.iter().filter_map(line).collect(),
        }),
        stopped: stopped(look.words, it.stopped.as_ref()),
        edit: edit(look.edits(plan), it.id, is_open),
        hold: look.edits(plan).filter(|_| is_open).map(|base| format!("{base}/{}/terugkijken", it.id)),
    }
}

/// What a question is about: an agreement by its number, or the whole plan.
pub(crate) fn about(words: Words, plan: &PartPlan, item: Option<PlanItemId>) -> String {
    let found = item.and_then(|item| {
        let goals = plan.plan.goals.iter().enumerate();
        goals
            .flat_map(|(at, goal)| goal.steps.iter().enumerate().map(move |(of, step)| (at, of, step)))
            .find(|(.., step)| step.id == item)
            .map(|(at, of, _)| format!("{}, {}", step_title(words, of), goal_title(words, at)))
    });
    found.unwrap_or_else(|| words.t("plan-about-whole"))
}

/// A question with its answer.
pub(crate) fn question(look: &Look, plan: &PartPlan, it: &Question) -> QuestionCard {
    let words = look.words;
    QuestionCard {
        about: about(words, plan, it.item),
        words: it.words.as_ref().map(|text| text.to_string()).unwrap_or_default(),
        asked: words.with("inquiry-asked-on", &[("day", day(words, it.asked_at).into())]),
        talk_first: it.talk_first,
        answer: it.answer.as_ref().map(|given| {
            let told = words.with("plan-answered-by", &by(&given.staff_name, day(words, given.at)));
            (given.text.to_string(), told)
        }),
        reply: look.edits(plan).filter(|_| it.answer.is_none()).map(|base| format!("{base}/vraag/{}", it.id)),
    }
}
