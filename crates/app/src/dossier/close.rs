//! Help in a legal domain stops: the part is closed, with a last word that the client can read.

use domain::days::INVOLVEMENT_GRACE;
use domain::text_input::FieldProblem;
use domain::{ClosingReason, EntryKind, Input, PartId, Source, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{ClosePart, OfPart};
use store::client::entries::NewEntry;
use store::client::parts;
use store::{Undone, UseCase, Work};

/// The longest last word, in characters.
const RESULT_MAX: usize = 4000;

/// Closes a part.
#[derive(Clone, Debug)]
pub struct Close {
    pub part: PartId,
    pub reason: ClosingReason,
    /// How it ended, for the client and for whoever comes later.
    pub result: String,
    /// The last day of contact with the client, where the system knows of none.
    pub contact: Option<Date>,
    /// What ends the involvements, in the language of the office: the client reads it.
    pub why: String,
}

/// Why it was not closed.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CloseRefused {
    #[error(transparent)]
    Result(#[from] FieldProblem),
    /// It has not been, or the part was not there yet.
    #[error("there was no contact on that day")]
    Contact,
}

impl UseCase for Close {
    type Action = ClosePart;
    type Out = ();
    type Refusal = CloseRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, ClosePart>) -> Result<(), Undone<CloseRefused>> {
        let result =
            Input::text("result", &self.result, RESULT_MAX).map_err(|e| Undone::Rejected(e.into()))?;
        let today = amsterdam_date(work.now());
        if let Some(day) = self.contact {
            let moment = domain::amsterdam_midnight(day).filter(|_| day <= today);
            let kept = match moment {
                Some(moment) => parts::last_contact(work, moment).await?,
                None => false,
            };
            if !kept {
                return Err(Undone::Rejected(CloseRefused::Contact));
            }
        }
        work.because(self.reason.code());
        let last_word = NewEntry {
            kind: EntryKind::Other.code(),
            source: Source::OwnObservation.code(),
            category: "plan",
            happened_on: today,
            happened_time: String::new(),
            facts: result,
            opinion: String::new(),
            visible_from: None,
            delay_ground: "",
            delay_announced: false,
            with_client: false,
        };
        let until = work.now() + INVOLVEMENT_GRACE;
        Ok(parts::close(work, self.reason, &last_word, until, &self.why).await?)
    }
}
