//! A correction is a new version: the old text stays, with who changed it and why.

use domain::{DossierId, EntryId, EntryText, EntryTextError, Input, text_input::FieldProblem};
use jiff::SignedDuration;
use policy::actions::{CorrectEntry, OfEntry};
use store::client::entries::{self, Entry};
use store::{Undone, UseCase, Work};

/// Within a day a slip of the pen needs no reason (ux §2.3).
const WITHOUT_REASON: SignedDuration = SignedDuration::from_hours(24);
const REASON_MAX: usize = 500;

/// Corrects an entry.
#[derive(Clone, Debug)]
pub struct Correct {
    pub entry: EntryId,
    /// The version that was on the screen.
    pub version: i64,
    pub facts: String,
    pub opinion: String,
    pub reason: String,
}

/// Why an entry was not corrected.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CorrectRefused {
    #[error(transparent)]
    Text(#[from] EntryTextError),
    #[error(transparent)]
    Reason(#[from] FieldProblem),
    /// Somebody else was first; this is the text as it is now.
    #[error("somebody else changed the entry")]
    Stale(Box<Entry>),
}

impl UseCase for Correct {
    type Action = CorrectEntry;
    type Out = DossierId;
    type Refusal = CorrectRefused;

    fn about(&self) -> OfEntry {
        OfEntry(self.entry)
    }

    async fn run(self, work: &mut Work<'_, CorrectEntry>) -> Result<DossierId, Undone<CorrectRefused>> {
        let text = EntryText::new(&self.facts, &self.opinion).map_err(|e| Undone::Rejected(e.into()))?;
        let now = entries::to_correct(work).await?;
        let late = work.now().duration_since(now.recorded_at) > WITHOUT_REASON;
        let reason = if late {
            Input::text("reason", &self.reason, REASON_MAX).map_err(|e| Undone::Rejected(e.into()))?
        } else {
            Input::optional_text("reason", &self.reason, REASON_MAX)
                .map_err(|e| Undone::Rejected(e.into()))?
                .unwrap_or_default()
        };
        // Also when the same form was sent twice: what it asks for is already so.
        if now.facts == text.facts() && now.opinion == text.opinion() {
            return Ok(work.part()?.dossier);
        }
        if !entries::correct(work, self.version, text.facts(), text.opinion(), &reason).await? {
            return Err(Undone::Rejected(CorrectRefused::Stale(Box::new(now))));
        }
        Ok(work.part()?.dossier)
    }
}
