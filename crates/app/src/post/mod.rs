//! Who works here, as what and from when to when (ACC-07): read, appoint, change. No client stands in it; of dossiers only
//! how many a colleague works with.

mod appoint;
mod change;
mod read;

pub use appoint::{Appoint, AppointRefused};
pub use change::{ChangeRefused, End, Move, NoteTraining, StopAll, TrainingRefused, When};
use domain::{NotReady, Readiness, ReadinessFacts};
use jiff::civil::Date;
pub use read::{CountTeams, ListPosts, ListTeams, ReadOne, WithTeams};
pub use store::client::posts::{Changed, Post, PostLine, TeamLine, TeamName};

use crate::sign_in::PLEDGE_TEXT;

/// What a post lacks before its holder can work (ACC-13).
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Lacks {
    /// The pledge, as it reads now.
    pub pledge: bool,
    /// A training that is valid.
    pub training: bool,
}

/// What a post lacks on a day.
pub fn lacks(line: &PostLine, today: Date) -> Lacks {
    let facts =
        ReadinessFacts { account_active: true, pledge_signed: line.pledge, trained_on: line.trained_on };
    let missing = Readiness::judge(&facts, today, PLEDGE_TEXT).err().unwrap_or_default();
    let pledge = missing.iter().any(|it| matches!(it, NotReady::PledgeMissing { .. }));
    let training = missing.iter().any(|it| !matches!(it, NotReady::PledgeMissing { .. }));
    Lacks { pledge, training }
}
