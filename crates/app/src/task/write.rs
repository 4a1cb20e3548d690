//! A worker writes down what is to be done, for themselves, for somebody else who is involved, or for the team.

use domain::task::TASK_MAX;
use domain::{DelayGround, FieldProblem, Input, PartId, StaffId, TaskId, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{OfPart, WriteTask};
use store::client::tasks;
use store::{Undone, UseCase, Work};
use uuid::Uuid;

/// The client reads it from this day on, on this ground (SHA-12).
#[derive(Clone, Copy, Debug)]
pub struct Later {
    pub from: Date,
    pub ground: DelayGround,
}

/// Writes a task down.
#[derive(Clone, Debug)]
pub struct Write {
    pub part: PartId,
    pub what: String,
    pub due: Option<Date>,
    /// Nobody: the team.
    pub owner: Option<StaffId>,
    pub later: Option<Later>,
    /// The token of the form, so that sending it twice writes once.
    pub form: Uuid,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum WriteRefused {
    #[error(transparent)]
    What(#[from] FieldProblem),
    #[error("the day is over")]
    DuePassed,
    /// Not involved, or not to be involved: nobody is told which.
    #[error("this worker cannot do it")]
    Owner,
    /// Not after today, or later than a client may have to wait.
    #[error("the client cannot be told from this day on")]
    Later,
}

/// The longest a client may have to wait, as for an entry.
const LATER_AT_MOST_DAYS: i32 = 90;

impl UseCase for Write {
    type Action = WriteTask;
    type Out = TaskId;
    type Refusal = WriteRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, WriteTask>) -> Result<TaskId, Undone<WriteRefused>> {
        let known = work.done_before(self.form).await?;
        if let Some(task) = known.and_then(|known| known.parse().ok()) {
            return Ok(task);
        }
        let what = Input::line("what", &self.what, TASK_MAX).map_err(|e| Undone::Rejected(e.into()))?;
        let today = amsterdam_date(work.now());
        if self.due.is_some_and(|due| due < today) {
            return Err(Undone::Rejected(WriteRefused::DuePassed));
        }
        if let Some(later) = self.later {
            let days = today.until(later.from).map_or(i32::MAX, |span| span.get_days());
            if days <= 0 || days > LATER_AT_MOST_DAYS {
                return Err(Undone::Rejected(WriteRefused::Later));
            }
        }
        if let Some(owner) = self.owner {
            let involved = tasks::to_write(work).await?;
            if !involved.iter().any(|it| it.staff == owner) {
                return Err(Undone::Rejected(WriteRefused::Owner));
            }
        }
        let later = self.later.map(|later| (later.from, later.ground));
        let task = tasks::add(work, &tasks::New { what, due: self.due, owner: self.owner, later }).await?;
        work.done_now(self.form, &task.to_string()).await?;
        Ok(task)
    }
}
