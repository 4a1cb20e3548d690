//! Who is involved: seen, assigned, ended, and the questions that wait for a worker.

mod desk;
mod hand_over;
mod leaving;
mod queue;
mod stand_in;
mod unattended;

use domain::text_input::FieldProblem;
use domain::{DossierId, InvolvementId, PartId, Reason, RoleInCase, StaffId};
use jiff::Timestamp;
use policy::actions::{
    AssignInvolvement, EndInvolvement, OfDossier, OfInvolvement, OfPart, ReadAssignable, ReadInvolvements,
};
use store::client::candidates;
pub use store::client::candidates::Candidate;
pub use store::client::involvements::Involved;
use store::client::involvements::{self, Assignment};
use store::{Undone, UseCase, Work};

pub use self::desk::{
    DomainFigures, Leaving, Load, MonthFigures, ReadFigures, ReadLoads, Replacing, TeamFigures, TeamLoads,
};
pub use self::hand_over::{HandOver, HandOverRefused, Handed, ReadHandOver, ToHandOver};
pub use self::leaving::{Leaver, LeftPart, PassOn, ReadLeaver};
pub use self::queue::{Queue, QueueSize, Queued, Sizes, Waiting};
pub use self::stand_in::{OwnPart, ReadStandIn, StandIn, StoodIn, ToStandIn};
pub use self::unattended::{SoonUnattended, Unattended, WithoutWorker, WithoutWorkerSoon};
use crate::sign_in::PLEDGE_TEXT;

/// Who is involved with a dossier, by number: for the involved worker and the coordinator.
#[derive(Clone, Copy, Debug)]
pub struct ReadWho(pub DossierId);

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Who {
    pub dossier: DossierId,
    pub number: i64,
    /// The parts the asker may see this of.
    pub parts: Vec<(PartId, domain::LegalDomain)>,
    pub involved: Vec<Involved>,
    /// The asker is here by an emergency access (ACC-03).
    pub in_emergency: bool,
}

impl UseCase for ReadWho {
    type Action = ReadInvolvements;
    type Out = Who;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadInvolvements>) -> Result<Who, Undone<Self::Refusal>> {
        Ok(Who {
            dossier: self.0,
            number: involvements::number_of(work).await?,
            parts: work.parts().iter().map(|part| (part.part, part.domain)).collect(),
            involved: involvements::of_dossier(work).await?,
            in_emergency: work.parts().iter().any(|it| it.involvement.is_none() && it.emergency.is_some()),
        })
    }
}

/// What a coordinator needs to assign somebody to a dossier, by number.
#[derive(Clone, Copy, Debug)]
pub struct ReadWhom(pub DossierId);

/// What is told to whoever assigns.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assignable {
    pub dossier: DossierId,
    pub number: i64,
    /// The parts the asker may assign to.
    pub parts: Vec<(PartId, domain::LegalDomain)>,
    pub involved: Vec<Involved>,
    /// Staff that may be assigned to one of the parts.
    pub candidates: Vec<Candidate>,
    /// Assigning asks for a fresh sign-in (ACC-03).
    pub extra_protected: bool,
}

impl UseCase for ReadWhom {
    type Action = ReadAssignable;
    type Out = Assignable;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadAssignable>) -> Result<Assignable, Undone<Self::Refusal>> {
        Ok(Assignable {
            dossier: self.0,
            number: involvements::number_of(work).await?,
            parts: work.parts().iter().map(|part| (part.part, part.domain)).collect(),
            involved: involvements::of_dossier(work).await?,
            candidates: candidates::list(work, PLEDGE_TEXT).await?,
            extra_protected: work.parts().iter().any(|part| part.extra_protected),
        })
    }
}

/// Makes somebody involved.
#[derive(Clone, Debug)]
pub struct Assign {
    pub part: PartId,
    pub staff: StaffId,
    pub role: RoleInCase,
    pub reason: String,
    /// At once when none.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

/// Why nobody was assigned.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AssignRefused {
    #[error(transparent)]
    Reason(#[from] FieldProblem),
    #[error("the end is not after the beginning")]
    EndsBeforeItStarts,
    /// Nothing is said about why: it may be about the worker's private life (ACC-05), or about what stands between
    /// the worker and their work (ACC-13).
    #[error("this worker cannot be assigned here")]
    DoesNotFit,
    #[error("this worker is already involved")]
    Already,
}

impl UseCase for Assign {
    type Action = AssignInvolvement;
    type Out = InvolvementId;
    type Refusal = AssignRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(
        self,
        work: &mut Work<'_, AssignInvolvement>,
    ) -> Result<InvolvementId, Undone<AssignRefused>> {
        let reason = Reason::new(&self.reason).map_err(|e| Undone::Rejected(e.into()))?;
        let from = self.from.unwrap_or_else(|| work.now()).max(work.now());
        if self.until.is_some_and(|until| until <= from) {
            return Err(Undone::Rejected(AssignRefused::EndsBeforeItStarts));
        }
        if !candidates::fits(work, self.staff, PLEDGE_TEXT).await? {
            return Err(Undone::Rejected(AssignRefused::DoesNotFit));
        }
        if involvements::overlaps(work, self.staff, from, self.until).await? {
            return Err(Undone::Rejected(AssignRefused::Already));
        }
        let new = Assignment {
            staff: self.staff,
            role: self.role.code(),
            reason: reason.as_str().to_owned(),
            from,
            until: self.until,
        };
        Ok(involvements::assign(work, &new).await?)
    }
}

/// Ends an involvement.
#[derive(Clone, Debug)]
pub struct End {
    pub involvement: InvolvementId,
    /// At once when none.
    pub until: Option<Timestamp>,
    pub reason: String,
}

/// Why it was not ended.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EndRefused {
    #[error("it had already ended")]
    Already,
    /// The last worker cannot leave without a successor (ux §2.3).
    #[error("nobody else is involved")]
    LastOne,
    #[error(transparent)]
    Reason(#[from] FieldProblem),
}

impl UseCase for End {
    type Action = EndInvolvement;
    type Out = ();
    type Refusal = EndRefused;

    fn about(&self) -> OfInvolvement {
        OfInvolvement(self.involvement)
    }

    async fn run(self, work: &mut Work<'_, EndInvolvement>) -> Result<(), Undone<EndRefused>> {
        let reason = Reason::new(&self.reason).map_err(|e| Undone::Rejected(e.into()))?;
        let until = self.until.unwrap_or_else(|| work.now()).max(work.now());
        // A coordinator may leave a question without a worker: it comes back in the queue.
        let coordinates = work.staff()?.coordinates_now();
        if !coordinates && involvements::is_last(work, until).await? {
            return Err(Undone::Rejected(EndRefused::LastOne));
        }
        if involvements::end(work, until, reason.as_str()).await? {
            Ok(())
        } else {
            Err(Undone::Rejected(EndRefused::Already))
        }
    }
}
