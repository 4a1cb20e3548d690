//! The plan on paper, in large letters. By a worker only for a purpose, on the record (ACC-24).

use domain::DossierId;
use domain::plan::PrintPurpose;
use policy::actions::{OfDossier, PrintPlan};
use store::client::plans::{self, PartPlan};
use store::{Undone, UseCase, Work};

/// Prints the plans of the parts that the worker works with.
#[derive(Clone, Copy, Debug)]
pub struct Print {
    pub dossier: DossierId,
    pub purpose: PrintPurpose,
}

impl UseCase for Print {
    type Action = PrintPlan;
    type Out = Vec<PartPlan>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, PrintPlan>) -> Result<Vec<PartPlan>, Undone<Self::Refusal>> {
        work.because(self.purpose.code());
        Ok(plans::now(work).await?)
    }
}
