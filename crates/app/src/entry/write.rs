//! A worker adds an entry. A form sent twice writes once.

use domain::entry::occurred_on;
use domain::{
    DataCategory, DelayGround, DossierId, EntryId, EntryKind, EntryText, EntryTextError, PartId, Source,
    Visibility, amsterdam_date,
};
use jiff::civil::{Date, Time};
use policy::actions::{OfPart, WriteEntry};
use store::client::{drafts, entries};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

/// A new entry as it was typed.
#[derive(Clone, Debug)]
pub struct Write {
    pub part: PartId,
    pub kind: EntryKind,
    pub source: Source,
    pub category: DataCategory,
    pub happened_on: Date,
    pub happened_at: Option<Time>,
    pub facts: String,
    pub opinion: String,
    pub visibility: Visibility,
    /// The token of the form, so that sending it twice writes once.
    pub form: Uuid,
    /// The draft it was, which is no longer needed.
    pub draft: Option<drafts::Known>,
}

/// What was written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written {
    pub dossier: DossierId,
    pub entry: EntryId,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum WriteRefused {
    #[error(transparent)]
    Text(#[from] EntryTextError),
    #[error(transparent)]
    When(#[from] domain::entry::OccurredError),
    /// A delay ends after today; without one an entry is visible at once.
    #[error("the day it becomes visible has passed")]
    DelayPassed,
    /// On this ground the client may not know that something follows (MOD-07).
    #[error("on this ground nothing is announced")]
    NotAnnounced,
}

/// The longest a client may have to wait (P: until a withheld notice is reviewed without the DPO, SHA-12).
const DELAY_AT_MOST_DAYS: i64 = 90;

impl UseCase for Write {
    type Action = WriteEntry;
    type Out = Written;
    type Refusal = WriteRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, WriteEntry>) -> Result<Written, Undone<WriteRefused>> {
        let dossier = work.part()?.dossier;
        let known = work.done_before(self.form).await?;
        if let Some(entry) = known.and_then(|known| known.parse().ok()) {
            return Ok(Written { dossier, entry });
        }
        let today = amsterdam_date(work.now());
        let text = EntryText::new(&self.facts, &self.opinion).map_err(rejected)?;
        let happened_on = occurred_on(self.happened_on, today).map_err(rejected)?;
        let (visible_from, ground, announced) = match self.visibility {
            Visibility::Now => (None, "", false),
            Visibility::Delayed { until, ground, announced } => {
                let days = today.until(until).map_or(i64::MAX, |span| i64::from(span.get_days()));
                if days <= 0 || days > DELAY_AT_MOST_DAYS {
                    return Err(Undone::Rejected(WriteRefused::DelayPassed));
                }
                if announced && !ground.may_be_announced() {
                    return Err(Undone::Rejected(WriteRefused::NotAnnounced));
                }
                (Some(until), DelayGround::code(ground), announced)
            }
        };
        let new = entries::NewEntry {
            kind: self.kind.code(),
            source: self.source.code(),
            category: self.category.code(),
            happened_on,
            happened_time: self.happened_at.map_or_else(String::new, |at| at.strftime("%H:%M").to_string()),
            facts: text.facts().to_owned(),
            opinion: text.opinion().to_owned(),
            visible_from,
            delay_ground: ground,
            delay_announced: announced,
            with_client: is_contact(self.kind),
        };
        let entry = entries::add(work, &new).await?;
        if let Some(draft) = self.draft {
            drafts::filed(work, draft).await?;
        }
        work.done_now(self.form, &entry.to_string()).await?;
        Ok(Written { dossier, entry })
    }
}

fn rejected(why: impl Into<WriteRefused>) -> Undone<WriteRefused> {
    Undone::Rejected(why.into())
}

/// RET-03: conversation, visit, call and message are contact with the client; a talk between
/// professionals and an internal note are not.
const fn is_contact(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Phone | EntryKind::Visit | EntryKind::Conversation | EntryKind::Message)
}
