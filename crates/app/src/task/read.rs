//! The tasks of a dossier, and one of them with what was done to it.

use domain::task::DONE_IN_SIGHT;
use domain::{DossierId, TaskId};
use policy::actions::{OfDossier, OfTask, ReadTask, ReadTasks as Looked};
use store::client::tasks::{self, Colleague, Step, Task};
use store::{Undone, UseCase, Work};

/// What is to be done in a dossier, and what was done lately.
#[derive(Clone, Copy, Debug)]
pub struct ReadTasks(pub DossierId);

/// The tasks of the parts that the reader may see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TasksRead {
    /// What is open by day, then what was done.
    pub tasks: Vec<Task>,
    /// Who is involved now, with which part.
    pub colleagues: Vec<Colleague>,
}

impl UseCase for ReadTasks {
    type Action = Looked;
    type Out = TasksRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, Looked>) -> Result<TasksRead, Undone<Self::Refusal>> {
        let since = work.now() - DONE_IN_SIGHT;
        let tasks = tasks::of_dossier(work, since).await?;
        Ok(TasksRead { tasks, colleagues: tasks::colleagues(work).await? })
    }
}

/// One task.
#[derive(Clone, Copy, Debug)]
pub struct ReadOne(pub TaskId);

/// One task with its history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OneTask {
    pub task: Task,
    /// Newest first.
    pub steps: Vec<Step>,
    /// To whom it can go.
    pub colleagues: Vec<Colleague>,
    /// The part is open, and the reader may do something with it.
    pub may_change: bool,
}

impl UseCase for ReadOne {
    type Action = ReadTask;
    type Out = OneTask;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTask {
        OfTask(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadTask>) -> Result<OneTask, Undone<Self::Refusal>> {
        let task = tasks::one(work).await?;
        let steps = tasks::steps(work).await?;
        let colleagues = tasks::to_pass_on(work).await?;
        let may_change = !work.part()?.closed && work.staff()?.function.carries_cases();
        Ok(OneTask { task, steps, colleagues, may_change })
    }
}
