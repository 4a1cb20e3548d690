//! The note of one person who was visited. Performed for all of them in one transaction, each under its own permit and with
//! its own line of the record; nothing in it leads to another.

use domain::entry::{OccurredError, occurred_on};
use domain::{
    DataCategory, DossierId, EntryId, EntryKind, EntryText, EntryTextError, PartId, Source, amsterdam_date,
};
use jiff::civil::{Date, Time};
use policy::actions::{OfPart, WriteEntry};
use store::client::{drafts, entries};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

/// What one dossier gets of the visit.
#[derive(Clone, Debug)]
pub struct Note {
    pub part: PartId,
    pub kind: EntryKind,
    pub source: Source,
    pub happened_on: Date,
    pub happened_at: Option<Time>,
    /// The shared paragraph with this person's own.
    pub facts: String,
    pub opinion: String,
    /// This person was there: then it is contact with the client (RET-03).
    pub was_there: bool,
    /// The token of the form, the same for all; each part makes its own of it.
    pub form: Uuid,
    /// The draft it was; on one of the notes.
    pub draft: Option<drafts::Known>,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NoteRefused {
    #[error(transparent)]
    Text(#[from] EntryTextError),
    #[error(transparent)]
    When(#[from] OccurredError),
}

impl UseCase for Note {
    type Action = WriteEntry;
    type Out = (DossierId, EntryId);
    type Refusal = NoteRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, WriteEntry>) -> Result<Self::Out, Undone<NoteRefused>> {
        let dossier = work.part()?.dossier;
        let form = Uuid::from_u128(self.form.as_u128() ^ self.part.uuid().as_u128());
        if let Some(entry) = work.done_before(form).await?.and_then(|known| known.parse().ok()) {
            return Ok((dossier, entry));
        }
        let text = EntryText::new(&self.facts, &self.opinion).map_err(|e| Undone::Rejected(e.into()))?;
        let happened_on = occurred_on(self.happened_on, amsterdam_date(work.now()))
            .map_err(|e| Undone::Rejected(e.into()))?;
        let new = entries::NewEntry {
            kind: self.kind.code(),
            source: self.source.code(),
            category: DataCategory::General.code(),
            happened_on,
            happened_time: self.happened_at.map_or_else(String::new, |at| at.strftime("%H:%M").to_string()),
            facts: text.facts().to_owned(),
            opinion: text.opinion().to_owned(),
            visible_from: None,
            delay_ground: "",
            delay_announced: false,
            with_client: self.was_there,
        };
        let entry = entries::add_unlinked(work, &new).await?;
        if let Some(draft) = self.draft {
            drafts::filed(work, draft).await?;
        }
        work.done_now(form, &entry.to_string()).await?;
        Ok((dossier, entry))
    }
}
