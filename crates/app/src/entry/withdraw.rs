//! Withdrawing an entry that should not stand in this dossier. A trace stays for who works with the part and for the client;
//! the text is restricted (C24).

use domain::entry::WithdrawGround;
use domain::text_input::FieldProblem;
use domain::{DossierId, EntryId, EntryKind, Input};
use policy::actions::{OfEntry, WithdrawEntry};
use store::client::entries::{self, NewWithdrawal};
use store::{Undone, UseCase, Work};

const WHY_MAX: usize = 500;

/// Withdraws an entry.
#[derive(Clone, Debug)]
pub struct Withdraw {
    pub entry: EntryId,
    pub ground: WithdrawGround,
    /// In one's own words, for the client and the colleagues; may be empty.
    pub why: String,
    /// It said something about somebody else: received as a breach.
    pub breach: bool,
}

/// Why an entry was not withdrawn.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WithdrawRefused {
    #[error(transparent)]
    Why(#[from] FieldProblem),
    /// What the product wrote about an emergency is nobody's to take away (ACC-03).
    #[error("the product wrote this entry")]
    NotWritten,
}

impl UseCase for Withdraw {
    type Action = WithdrawEntry;
    /// Where it stood; also when it was withdrawn already.
    type Out = DossierId;
    type Refusal = WithdrawRefused;

    fn about(&self) -> OfEntry {
        OfEntry(self.entry)
    }

    async fn run(self, work: &mut Work<'_, WithdrawEntry>) -> Result<DossierId, Undone<WithdrawRefused>> {
        let why = Input::optional_text("why", &self.why, WHY_MAX)
            .map_err(|e| Undone::Rejected(e.into()))?
            .unwrap_or_default();
        let entry = entries::to_withdraw(work).await?;
        let dossier = work.part()?.dossier;
        if entry.kind == EntryKind::Emergency.code() {
            return Err(Undone::Rejected(WithdrawRefused::NotWritten));
        }
        work.because(self.ground.code());
        entries::withdraw(work, &NewWithdrawal { ground: self.ground, why, breach: self.breach }).await?;
        Ok(dossier)
    }
}
