//! The whole BSN, for a reason and on the record (BSN-05).

use domain::text_input::FieldProblem;
use domain::{Bsn, PartId, Reason};
use policy::actions::{OfPart, RevealBsn};
use store::{Undone, UseCase, Work};

/// Reveals the BSN.
#[derive(Clone, Debug)]
pub struct Reveal {
    pub part: PartId,
    /// Why, in the worker's own words.
    pub reason: String,
}

/// Why it is not shown.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum RevealRefused {
    #[error("there is no number")]
    NoNumber,
    #[error(transparent)]
    Reason(#[from] FieldProblem),
}

impl UseCase for Reveal {
    type Action = RevealBsn;
    type Out = Bsn;
    type Refusal = RevealRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, RevealBsn>) -> Result<Bsn, Undone<RevealRefused>> {
        let reason = Reason::new(&self.reason).map_err(|e| Undone::Rejected(e.into()))?;
        work.because("own-words");
        let bsn = store::client::bsn::revealed(work, reason.as_str()).await?;
        bsn.ok_or(Undone::Rejected(RevealRefused::NoNumber))
    }
}
