//! Facts that stand between a worker and a dossier, and who says them: the worker about themselves, the
//! coordinator about the team and about a dossier.

mod dossier;
mod own;
mod team;

pub use dossier::{
    Exclude, ExcludeRefused, Excluded, Include, LiftProtection, NotHeld, Protect, ReadExcluded, ReadProtected,
};
pub use own::{AbsenceRefused, Declare, DeclareRefused, EndOwnAbsence, OwnAbsence, OwnStanding, ReadOwn};
pub use store::client::absences::{Absence, Colleague};
pub use store::client::conflicts::{About, Conflict};
pub use store::client::protections::{Exclusion, Protection};
pub use team::{Arrange, EndConflict, EndTeamAbsence, ReadTeamStanding, TeamAbsence, TeamStanding};
