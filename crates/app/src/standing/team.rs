//! What coordinator and deputy know of their team: who is absent, who declared what kind of conflict.

use domain::{AbsenceId, ConflictId, StaffId, TeamId};
use jiff::Timestamp;
use policy::actions::{self, OfTeam, ReadTeam, RegisterAbsence};
use store::client::absences::{self, Absence, Colleague};
use store::client::conflicts::{self, Conflict};
use store::{Undone, UseCase, Work};

use super::own::judge;
use super::{AbsenceRefused, NotHeld};

/// The team of the asker; none when there is no team.
#[derive(Clone, Copy, Debug)]
pub struct ReadTeamStanding(pub Option<TeamId>);

/// The people of a team and what holds for them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TeamStanding {
    pub people: Vec<Colleague>,
    pub absences: Vec<Absence>,
    pub conflicts: Vec<Conflict>,
}

impl UseCase for ReadTeamStanding {
    type Action = ReadTeam;
    type Out = TeamStanding;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadTeam>) -> Result<TeamStanding, Undone<Self::Refusal>> {
        Ok(TeamStanding {
            people: absences::people(work).await?,
            absences: absences::of_team(work).await?,
            conflicts: conflicts::of_team(work).await?,
        })
    }
}

/// Somebody of the team is or will be absent.
#[derive(Clone, Copy, Debug)]
pub struct TeamAbsence {
    pub team: Option<TeamId>,
    pub staff: StaffId,
    pub from: Timestamp,
    /// The first moment of being back.
    pub until: Timestamp,
}

impl UseCase for TeamAbsence {
    type Action = RegisterAbsence;
    type Out = ();
    type Refusal = AbsenceRefused;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, RegisterAbsence>) -> Result<(), Undone<AbsenceRefused>> {
        judge(self.from, self.until, work.now()).map_err(Undone::Rejected)?;
        match absences::add(work, self.staff, self.from, self.until).await? {
            Some(_) => Ok(()),
            None => Err(Undone::Rejected(AbsenceRefused::NotInTeam)),
        }
    }
}

/// The coordinator lets the deputy stand in for some days: what is assigned and judged goes to them (ACC-09). It is an
/// absence of one's own, at most one at a time.
#[derive(Clone, Copy, Debug)]
pub struct Arrange {
    pub team: Option<TeamId>,
    pub from: Timestamp,
    /// The first moment of being back.
    pub until: Timestamp,
}

impl UseCase for Arrange {
    type Action = RegisterAbsence;
    type Out = ();
    type Refusal = AbsenceRefused;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, RegisterAbsence>) -> Result<(), Undone<AbsenceRefused>> {
        judge(self.from, self.until, work.now()).map_err(Undone::Rejected)?;
        if absences::own_overlaps(work, self.from, self.until).await? {
            return Err(Undone::Rejected(AbsenceRefused::Overlaps));
        }
        let staff = work.staff_id()?;
        match absences::add(work, staff, self.from, self.until).await? {
            Some(_) => Ok(()),
            None => Err(Undone::Rejected(AbsenceRefused::NotInTeam)),
        }
    }
}

/// Somebody of the team is back earlier.
#[derive(Clone, Copy, Debug)]
pub struct EndTeamAbsence {
    pub team: Option<TeamId>,
    pub absence: AbsenceId,
}

impl UseCase for EndTeamAbsence {
    type Action = RegisterAbsence;
    type Out = ();
    type Refusal = NotHeld;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, RegisterAbsence>) -> Result<(), Undone<NotHeld>> {
        if absences::end(work, self.absence).await? { Ok(()) } else { Err(Undone::Rejected(NotHeld)) }
    }
}

/// Ends a conflict that somebody else of the team declared.
#[derive(Clone, Copy, Debug)]
pub struct EndConflict {
    pub team: Option<TeamId>,
    pub conflict: ConflictId,
}

impl UseCase for EndConflict {
    type Action = actions::EndConflict;
    type Out = ();
    type Refusal = NotHeld;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, actions::EndConflict>) -> Result<(), Undone<NotHeld>> {
        if conflicts::end(work, self.conflict).await? { Ok(()) } else { Err(Undone::Rejected(NotHeld)) }
    }
}
