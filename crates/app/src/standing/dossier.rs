//! What holds for a dossier: extra protection (ACC-03), and whom the client does not want.

use domain::{DossierId, ExclusionId, ProtectionGround, ProtectionId, StaffId};
use policy::actions::{self, ExcludeWorker, OfDossier, ProtectDossier, ReadExclusions, ReadProtection};
use store::client::absences::Colleague;
use store::client::involvements;
use store::client::protections::{self, Exclusion, Protection};
use store::{Undone, UseCase, Work};

/// It does not hold, or not any more.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("it does not hold any more")]
pub struct NotHeld;

/// Why a dossier has extra protection.
#[derive(Clone, Copy, Debug)]
pub struct ReadProtected(pub DossierId);

impl UseCase for ReadProtected {
    type Action = ReadProtection;
    type Out = (i64, Vec<Protection>);
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(
        self,
        work: &mut Work<'_, ReadProtection>,
    ) -> Result<(i64, Vec<Protection>), Undone<Self::Refusal>> {
        Ok((involvements::number_of(work).await?, protections::of_dossier(work).await?))
    }
}

/// Gives a dossier extra protection.
#[derive(Clone, Copy, Debug)]
pub struct Protect {
    pub dossier: DossierId,
    pub ground: ProtectionGround,
}

impl UseCase for Protect {
    type Action = ProtectDossier;
    type Out = ();
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ProtectDossier>) -> Result<(), Undone<Self::Refusal>> {
        work.because(self.ground.code());
        Ok(protections::protect(work, self.ground).await?)
    }
}

/// Takes extra protection away.
#[derive(Clone, Copy, Debug)]
pub struct LiftProtection {
    pub dossier: DossierId,
    pub protection: ProtectionId,
}

impl UseCase for LiftProtection {
    type Action = actions::LiftProtection;
    type Out = ();
    type Refusal = NotHeld;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, actions::LiftProtection>) -> Result<(), Undone<NotHeld>> {
        if protections::lift(work, self.protection).await? { Ok(()) } else { Err(Undone::Rejected(NotHeld)) }
    }
}

/// Whom the client does not want, and who could be.
#[derive(Clone, Copy, Debug)]
pub struct ReadExcluded(pub DossierId);

/// What only the coordinator knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Excluded {
    pub exclusions: Vec<Exclusion>,
    pub colleagues: Vec<Colleague>,
}

impl UseCase for ReadExcluded {
    type Action = ReadExclusions;
    type Out = Excluded;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadExclusions>) -> Result<Excluded, Undone<Self::Refusal>> {
        Ok(Excluded {
            exclusions: protections::exclusions(work).await?,
            colleagues: protections::colleagues(work).await?,
        })
    }
}

/// The client does not want this worker.
#[derive(Clone, Copy, Debug)]
pub struct Exclude {
    pub dossier: DossierId,
    pub staff: StaffId,
}

/// Why nobody was excluded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ExcludeRefused {
    #[error("there is no such worker here, or they are excluded already")]
    NotNow,
    /// A coordinator cannot shut themselves out: nobody would be left who sees it.
    #[error("oneself")]
    Oneself,
}

impl UseCase for Exclude {
    type Action = ExcludeWorker;
    type Out = ();
    type Refusal = ExcludeRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ExcludeWorker>) -> Result<(), Undone<ExcludeRefused>> {
        if work.staff_id()? == self.staff {
            return Err(Undone::Rejected(ExcludeRefused::Oneself));
        }
        if protections::exclude(work, self.staff).await? {
            Ok(())
        } else {
            Err(Undone::Rejected(ExcludeRefused::NotNow))
        }
    }
}

/// The client wants the worker again.
#[derive(Clone, Copy, Debug)]
pub struct Include {
    pub dossier: DossierId,
    pub exclusion: ExclusionId,
}

impl UseCase for Include {
    type Action = ExcludeWorker;
    type Out = ();
    type Refusal = NotHeld;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ExcludeWorker>) -> Result<(), Undone<NotHeld>> {
        if protections::include(work, self.exclusion).await? {
            Ok(())
        } else {
            Err(Undone::Rejected(NotHeld))
        }
    }
}
