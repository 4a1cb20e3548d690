//! The plan: read, written as versions, agreed by both, asked about. One plan for each part of a dossier.

mod due;
mod own;
mod print;
mod read;
mod save;
mod talk;

pub use due::ReadDueDates;
pub use own::{AnswerOwn, AskOwn, MarkOwn, OwnRefused, ReadOwnPlans, ReadOwnVersion, ReadOwnVersions};
pub use print::Print;
pub use read::{ReadPlans, ReadVersion, ReadVersions, VersionRead};
pub use save::{MarkStep, Save, SaveRefused, Saved, Stale};
pub use store::client::plans::{Answered, Done, DueDate, PartPlan, Question, Said, Version};
pub use talk::{Agree, AnswerQuestion, TalkRefused};

use store::{Error, Undone};

/// The one plan of a deed about a part.
fn only<R>(plans: Vec<PartPlan>) -> Result<PartPlan, Undone<R>> {
    let met = plans.len() as u64;
    plans.into_iter().next().ok_or(Undone::from(Error::Rows { expected: 1, met }))
}
