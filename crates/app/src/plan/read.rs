//! Reading the plans of a dossier, and their earlier versions.

use domain::plan::Plan;
use domain::{DossierId, LegalDomain};
use policy::actions::{OfDossier, ReadPlan};
use store::client::plans::{self, PartPlan, Version};
use store::{Undone, UseCase, Work};

/// The plans of the parts that the reader sees.
#[derive(Clone, Copy, Debug)]
pub struct ReadPlans(pub DossierId);

impl UseCase for ReadPlans {
    type Action = ReadPlan;
    type Out = Vec<PartPlan>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadPlan>) -> Result<Vec<PartPlan>, Undone<Self::Refusal>> {
        Ok(plans::now(work).await?)
    }
}

/// The versions of the plan under a law.
#[derive(Clone, Copy, Debug)]
pub struct ReadVersions {
    pub dossier: DossierId,
    pub domain: LegalDomain,
}

impl UseCase for ReadVersions {
    type Action = ReadPlan;
    type Out = Vec<Version>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ReadPlan>) -> Result<Vec<Version>, Undone<Self::Refusal>> {
        Ok(plans::versions(work, self.domain).await?)
    }
}

/// One version, with the one before it.
#[derive(Clone, Copy, Debug)]
pub struct ReadVersion {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub number: i64,
}

/// What a version says, and what the one before it said.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct VersionRead {
    pub version: Version,
    pub before: Plan,
    pub after: Plan,
}

impl UseCase for ReadVersion {
    type Action = ReadPlan;
    /// None: there is no such version for this reader.
    type Out = Option<VersionRead>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ReadPlan>) -> Result<Option<VersionRead>, Undone<Self::Refusal>> {
        let versions = plans::versions(work, self.domain).await?;
        let Some(version) = versions.into_iter().find(|it| it.number == self.number) else { return Ok(None) };
        let before = plans::one(work, self.domain, self.number - 1).await?;
        let after = plans::one(work, self.domain, self.number).await?;
        Ok(before.zip(after).map(|(before, after)| VersionRead { version, before, after }))
    }
}
