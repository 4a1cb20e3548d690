//! A correction is a new version: the old text stays, with who changed it and why.

use domain::entry::{both, correction_needs_reason};
use domain::{DossierId, EntryId, EntryText, EntryTextError, Input, text_input::FieldProblem};
use policy::actions::{CorrectEntry, OfEntry};
use store::client::entries::{self, Entry};
use store::{Undone, UseCase, Work};

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
    pub merge: Merge,
}

/// What becomes of the text that somebody else kept in the meantime.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Merge {
    /// The typed text replaces the version that was on the screen.
    #[default]
    Replace,
    /// The typed text is added to the version that was on the screen.
    AddTo,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Corrected {
    /// The text stands as a new version; also when the same form was sent twice.
    NewVersion(DossierId),
    /// The text is what it was: nothing was kept.
    Unchanged,
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
    /// Somebody withdrew it in the meantime.
    #[error("the entry was withdrawn")]
    Withdrawn,
}

impl UseCase for Correct {
    type Action = CorrectEntry;
    type Out = Corrected;
    type Refusal = CorrectRefused;

    fn about(&self) -> OfEntry {
        OfEntry(self.entry)
    }

    async fn run(self, work: &mut Work<'_, CorrectEntry>) -> Result<Corrected, Undone<CorrectRefused>> {
        let typed = EntryText::new(&self.facts, &self.opinion).map_err(|e| Undone::Rejected(e.into()))?;
        let now = entries::to_correct(work).await?;
        if now.withdrawn.is_some() {
            return Err(Undone::Rejected(CorrectRefused::Withdrawn));
        }
        let text = match self.merge {
            Merge::Replace => typed,
            // On top of what stands: sent twice it adds nothing the second time, and a third text is not lost either.
            Merge::AddTo => {
                EntryText::new(&both(&now.facts, typed.facts()), &both(&now.opinion, typed.opinion()))
                    .map_err(|e| Undone::Rejected(e.into()))?
            }
        };
        let dossier = work.part()?.dossier;
        if now.facts == text.facts() && now.opinion == text.opinion() {
            // What was asked for is already so. Since an older version: the same form, sent twice.
            return Ok(match now.version == self.version {
                true => Corrected::Unchanged,
                false => Corrected::NewVersion(dossier),
            });
        }
        let reason = if correction_needs_reason(now.recorded_at, work.now()) {
            Input::text("reason", &self.reason, REASON_MAX).map_err(|e| Undone::Rejected(e.into()))?
        } else {
            Input::optional_text("reason", &self.reason, REASON_MAX)
                .map_err(|e| Undone::Rejected(e.into()))?
                .unwrap_or_default()
        };
        if !entries::correct(work, self.version, text.facts(), text.opinion(), &reason).await? {
            return Err(Undone::Rejected(CorrectRefused::Stale(Box::new(now))));
        }
        Ok(Corrected::NewVersion(dossier))
    }
}
