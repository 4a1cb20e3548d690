//! A part that was closed too soon is opened again, with a reason that the client can read. Whoever was involved goes on.

use domain::days::INVOLVEMENT_GRACE;
use domain::text_input::FieldProblem;
use domain::{EntryKind, Input, PartId, Source, amsterdam_date};
use policy::actions::{OfPart, ReopenPart};
use store::client::entries::NewEntry;
use store::client::parts;
use store::{Undone, UseCase, Work};

/// The longest reason, in characters.
const REASON_MAX: usize = 4000;

/// Opens a part again.
#[derive(Clone, Debug)]
pub struct Reopen {
    pub part: PartId,
    /// Why, for the client and for whoever comes later.
    pub reason: String,
    /// That it is open again, in the language of the office: the client reads it.
    pub said: String,
}

impl UseCase for Reopen {
    type Action = ReopenPart;
    type Out = ();
    type Refusal = FieldProblem;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, ReopenPart>) -> Result<(), Undone<FieldProblem>> {
        let reason = Input::text("reason", &self.reason, REASON_MAX).map_err(Undone::Rejected)?;
        let entry = NewEntry {
            kind: EntryKind::Other.code(),
            source: Source::OwnObservation.code(),
            category: "plan",
            happened_on: amsterdam_date(work.now()),
            happened_time: String::new(),
            facts: format!("{}\n\n{reason}", self.said),
            opinion: String::new(),
            visible_from: None,
            delay_ground: "",
            delay_announced: false,
            with_client: false,
        };
        // Sent twice it is open already.
        parts::reopen(work, &entry, INVOLVEMENT_GRACE).await?;
        Ok(())
    }
}
