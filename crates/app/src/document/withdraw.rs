//! Withdrawing a document that should not stand in this dossier. A trace stays; the file is read by nobody any more (C24).

use domain::entry::WithdrawGround;
use domain::text_input::FieldProblem;
use domain::{DocumentId, DossierId, Input};
use policy::actions::{OfDocument, WithdrawDocument};
use store::client::documents::{self, NewWithdrawal};
use store::{Undone, UseCase, Work};

const WHY_MAX: usize = 500;

/// Withdraws a document.
#[derive(Clone, Debug)]
pub struct Withdraw {
    pub document: DocumentId,
    pub ground: WithdrawGround,
    /// In one's own words, for the client and the colleagues; may be empty.
    pub why: String,
}

/// Why a document was not withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawRefused {
    #[error(transparent)]
    Why(#[from] FieldProblem),
}

impl UseCase for Withdraw {
    type Action = WithdrawDocument;
    /// Where it stood; also when it was withdrawn already.
    type Out = DossierId;
    type Refusal = WithdrawRefused;

    fn about(&self) -> OfDocument {
        OfDocument(self.document)
    }

    async fn run(self, work: &mut Work<'_, WithdrawDocument>) -> Result<DossierId, Undone<WithdrawRefused>> {
        let why = Input::optional_text("why", &self.why, WHY_MAX)
            .map_err(|e| Undone::Rejected(e.into()))?
            .unwrap_or_default();
        work.because(self.ground.code());
        documents::withdraw(work, &NewWithdrawal { ground: self.ground, why }).await?;
        Ok(work.part()?.dossier)
    }
}
