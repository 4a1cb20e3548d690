//! What a worker says about themselves: whom they may not help (ACC-05), when they are absent.

use domain::{AbsenceId, ConflictKind};
use jiff::Timestamp;
use policy::actions::{DeclareConflict, OwnDesktop, ReadOwnStanding, RegisterOwnAbsence};
use store::client::absences::{self, Absence};
use store::client::conflicts::{self, About, Conflict};
use store::{Undone, UseCase, Work};

use super::NotHeld;

/// What the worker said so far.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwn;

/// The own declarations that hold, and the own absences that have not passed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnStanding {
    pub conflicts: Vec<Conflict>,
    pub absences: Vec<Absence>,
}

impl UseCase for ReadOwn {
    type Action = ReadOwnStanding;
    type Out = OwnStanding;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ReadOwnStanding>) -> Result<OwnStanding, Undone<Self::Refusal>> {
        Ok(OwnStanding { conflicts: conflicts::own(work).await?, absences: absences::own(work).await? })
    }
}

/// Declares a conflict of interest. Whether somebody is a client is not told, now or later.
#[derive(Clone, Debug)]
pub struct Declare {
    pub kind: ConflictKind,
    pub about: About,
}

/// Why it was not kept.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DeclareRefused {
    /// Not enough to recognise anybody by.
    #[error("the name and birth date, or the address, say too little")]
    TooLittle,
}

impl UseCase for Declare {
    type Action = DeclareConflict;
    type Out = ();
    type Refusal = DeclareRefused;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, DeclareConflict>) -> Result<(), Undone<DeclareRefused>> {
        let key = self.about.key().ok_or(Undone::Rejected(DeclareRefused::TooLittle))?;
        conflicts::declare(work, self.kind, &self.about, &key).await?;
        Ok(())
    }
}

/// The worker will be absent.
#[derive(Clone, Copy, Debug)]
pub struct OwnAbsence {
    pub from: Timestamp,
    /// The first moment of being back.
    pub until: Timestamp,
}

/// Why an absence was not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AbsenceRefused {
    #[error("somebody stands in then already")]
    Overlaps,
    #[error("the end is not after the beginning")]
    EndsBeforeItStarts,
    #[error("the absence has passed already")]
    Passed,
    #[error("nobody of the team")]
    NotInTeam,
}

/// An absence has an end that is still to come.
pub(super) fn judge(from: Timestamp, until: Timestamp, now: Timestamp) -> Result<(), AbsenceRefused> {
    match () {
        () if until <= from => Err(AbsenceRefused::EndsBeforeItStarts),
        () if until <= now => Err(AbsenceRefused::Passed),
        () => Ok(()),
    }
}

impl UseCase for OwnAbsence {
    type Action = RegisterOwnAbsence;
    type Out = ();
    type Refusal = AbsenceRefused;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, RegisterOwnAbsence>) -> Result<(), Undone<AbsenceRefused>> {
        judge(self.from, self.until, work.now()).map_err(Undone::Rejected)?;
        absences::add_own(work, self.from, self.until).await?;
        Ok(())
    }
}

/// The worker is back earlier, or stays.
#[derive(Clone, Copy, Debug)]
pub struct EndOwnAbsence(pub AbsenceId);

impl UseCase for EndOwnAbsence {
    type Action = RegisterOwnAbsence;
    type Out = ();
    type Refusal = NotHeld;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, RegisterOwnAbsence>) -> Result<(), Undone<NotHeld>> {
        if absences::end_own(work, self.0).await? { Ok(()) } else { Err(Undone::Rejected(NotHeld)) }
    }
}
