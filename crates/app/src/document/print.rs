//! A document on paper. By a worker only for a purpose, on the record and on the paper (ACC-24).

use domain::plan::PrintPurpose;
use domain::{DocumentId, DossierId};
use policy::actions::{OfDocument, PrintDocument};
use store::client::documents::{self, Open};
use store::{Undone, UseCase, Work};

/// Prints one document.
#[derive(Clone, Copy, Debug)]
pub struct Print {
    pub document: DocumentId,
    pub purpose: PrintPurpose,
}

impl UseCase for Print {
    type Action = PrintDocument;
    type Out = (DossierId, Open);
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDocument {
        OfDocument(self.document)
    }

    async fn run(self, work: &mut Work<'_, PrintDocument>) -> Result<Self::Out, Undone<Self::Refusal>> {
        work.because(self.purpose.code());
        Ok((work.part()?.dossier, documents::one(work).await?))
    }
}
