//! What is done to a task: picked up, passed on, postponed, done, taken back. Sent twice it is done once; when somebody was
//! first, the worker hears who and what.

use domain::task::Verdict;
use domain::{DossierId, FieldProblem, Reason, StaffId, TaskDeed, TaskId, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{ChangeTask, OfTask};
use store::client::tasks::{self, Task};
use store::{Undone, UseCase, Work};

/// What is to happen.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Next {
    /// The worker does it from now on.
    PickUp,
    Done,
    /// Not done after all.
    Undo,
    Postpone {
        until: Date,
        reason: String,
    },
    /// To somebody who is involved; none: to the team.
    PassOn {
        to: Option<StaffId>,
    },
}

impl Next {
    const fn deed(&self) -> TaskDeed {
        match self {
            Self::PickUp => TaskDeed::PickedUp,
            Self::Done => TaskDeed::Done,
            Self::Undo => TaskDeed::Undone,
            Self::Postpone { .. } => TaskDeed::Postponed,
            Self::PassOn { to: Some(_) } => TaskDeed::PassedOn,
            Self::PassOn { to: None } => TaskDeed::ToTeam,
        }
    }
}

/// Changes a task.
#[derive(Clone, Debug)]
pub struct Change {
    pub task: TaskId,
    /// The step that the page showed.
    pub known: i64,
    pub next: Next,
}

/// What became of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Changed {
    pub dossier: DossierId,
    /// The step it stands at now.
    pub step: i64,
}

/// Why it was not changed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeRefused {
    /// Somebody else was first; their name, and what they did.
    #[error("it was changed meanwhile")]
    Changed { by: String, deed: TaskDeed },
    #[error("the day is over")]
    DuePassed,
    #[error(transparent)]
    Reason(#[from] FieldProblem),
    /// Not involved, or not to be involved: nobody is told which.
    #[error("this worker cannot do it")]
    Owner,
}

impl UseCase for Change {
    type Action = ChangeTask;
    type Out = Changed;
    type Refusal = ChangeRefused;

    fn about(&self) -> OfTask {
        OfTask(self.task)
    }

    async fn run(self, work: &mut Work<'_, ChangeTask>) -> Result<Changed, Undone<ChangeRefused>> {
        let (me, deed) = (work.staff_id()?, self.next.deed());
        work.because(deed.code());
        let task = tasks::one(work).await?;
        match task.standing.may(deed, me, self.known) {
            Verdict::Already => {
                return Ok(Changed { dossier: task.dossier, step: task.standing.step });
            }
            Verdict::Changed => return Err(first(&task)),
            Verdict::Go => {}
        }
        let mut change = tasks::Change {
            deed,
            known: self.known,
            due: task.due,
            owner: task.standing.owner,
            reason: String::new(),
        };
        match self.next {
            Next::PickUp => change.owner = Some(me),
            Next::Done | Next::Undo => {}
            Next::Postpone { until, reason } => {
                if until < amsterdam_date(work.now()) {
                    return Err(Undone::Rejected(ChangeRefused::DuePassed));
                }
                change.due = Some(until);
                let reason = Reason::new(&reason).map_err(|e| Undone::Rejected(e.into()))?;
                change.reason = reason.as_str().to_owned();
            }
            Next::PassOn { to } => {
                let involved = tasks::to_pass_on(work).await?;
                if to.is_some_and(|to| !involved.iter().any(|it| it.staff == to)) {
                    return Err(Undone::Rejected(ChangeRefused::Owner));
                }
                change.owner = to;
            }
        }
        if !tasks::change(work, &task, &change).await? {
            return Err(first(&task));
        }
        Ok(Changed { dossier: task.dossier, step: self.known + 1 })
    }
}

fn first(task: &Task) -> Undone<ChangeRefused> {
    Undone::Rejected(ChangeRefused::Changed { by: task.by_name.clone(), deed: task.standing.last })
}
