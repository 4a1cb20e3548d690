//! Reading a family's plan, and one section with its versions.

use domain::{DossierId, FamilySectionId};
use policy::actions::{OfDossier, ReadPlan};
use store::client::family_plans::{self, FamilySection, Version};
use store::{Undone, UseCase, Work};

/// The sections that the worker reads, of the plans that a dossier is in.
#[derive(Clone, Copy, Debug)]
pub struct ReadFamilyPlan(pub DossierId);

impl UseCase for ReadFamilyPlan {
    type Action = ReadPlan;
    type Out = Vec<FamilySection>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadPlan>) -> Result<Vec<FamilySection>, Undone<Self::Refusal>> {
        Ok(family_plans::of_dossier(work).await?)
    }
}

/// One section, with every version of it.
#[derive(Clone, Copy, Debug)]
pub struct ReadSection {
    pub dossier: DossierId,
    pub section: FamilySectionId,
}

impl UseCase for ReadSection {
    type Action = ReadPlan;
    /// None: to this reader there is no such section.
    type Out = Option<(FamilySection, Vec<Version>)>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ReadPlan>) -> Result<Self::Out, Undone<Self::Refusal>> {
        let (section, versions) = family_plans::versions(work, self.section).await?;
        Ok(section.map(|section| (section, versions)))
    }
}
