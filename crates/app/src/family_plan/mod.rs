//! The plan of a family: sections about certain people, shown by whom they are about (MOD-03). Written for all of them in one
//! transaction, each under its own permit.

mod answer;
mod own;
mod read;
mod save;

pub use answer::{Answer, AnswerRefused};
pub use own::{AnswerOwn, OwnAnswerRefused, ReadOwnFamily};
pub use read::{ReadFamilyPlan, ReadSection};
pub use save::{Change, Save, SaveRefused};
pub use store::client::family_plans::{FamilySection, OwnSection, OwnText, Said, Subject, Version};
