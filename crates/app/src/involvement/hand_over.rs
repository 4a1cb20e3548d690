//! A worker hands a part of a dossier to a colleague: for good, or for a time. Everything in one transaction: the next
//! involvement, the end of the own one, the open tasks, and the note.

use domain::handover::{HANDOVER_MAX, Span, SpanError, told};
use domain::{
    DossierId, FieldProblem, Input, LegalDomain, PartId, RoleInCase, StaffId, ToldHow, amsterdam_date,
};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{HandOver as Hands, OfDossier, OfPart, ReadHandOver as Reads};
use store::client::candidates::{self, Candidate};
use store::client::handovers;
pub use store::client::handovers::Handed;
use store::client::involvements::{self, Assignment};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use crate::sign_in::PLEDGE_TEXT;

/// What a worker needs to hand a dossier over, and earlier hand-overs of it.
#[derive(Clone, Copy, Debug)]
pub struct ReadHandOver(pub DossierId);

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToHandOver {
    /// The open parts that the reader is involved with.
    pub parts: Vec<(PartId, LegalDomain)>,
    /// Colleagues, by name. Who cannot take this dossier stands there too: leaving a name out would tell (ACC-05).
    pub candidates: Vec<Candidate>,
    /// Newest first.
    pub earlier: Vec<Handed>,
    /// Handing it over asks for a fresh sign-in (ACC-03).
    pub extra_protected: bool,
}

impl UseCase for ReadHandOver {
    type Action = Reads;
    type Out = ToHandOver;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, Reads>) -> Result<ToHandOver, Undone<Self::Refusal>> {
        let me = work.staff_id()?;
        let mut candidates = candidates::list(work, PLEDGE_TEXT).await?;
        candidates.retain(|it| it.staff != me);
        Ok(ToHandOver {
            parts: handovers::own_parts(work).into_iter().map(|(part, domain, _)| (part, domain)).collect(),
            candidates,
            earlier: handovers::of_dossier(work).await?,
            extra_protected: work.parts().iter().any(|part| part.extra_protected),
        })
    }
}

/// Hands a part over.
#[derive(Clone, Debug)]
pub struct HandOver {
    pub part: PartId,
    pub to: StaffId,
    /// At once when none.
    pub starts: Option<Timestamp>,
    /// For good when none.
    pub ends: Option<Timestamp>,
    /// What the next worker needs to know.
    pub note: String,
    /// What the client wants told, in their own words; may be empty.
    pub wish: String,
    pub told_how: ToldHow,
    pub told_on: Option<Date>,
    /// Why there is another worker, in the language of the office: the client reads it.
    pub reason: String,
    /// The token of the form, so that sending it twice does it once.
    pub form: Uuid,
}

/// Why it was not handed over.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum HandOverRefused {
    #[error(transparent)]
    Text(#[from] FieldProblem),
    #[error(transparent)]
    Span(#[from] SpanError),
    /// A way of telling without a day, or a day that has not been.
    #[error("when the client was told does not fit")]
    Told,
    /// Nothing is said about why: it may be about somebody's private life (ACC-05), or the client's wish.
    #[error("this worker cannot take it over")]
    DoesNotFit,
    #[error("this worker is involved in that time already")]
    Already,
}

impl UseCase for HandOver {
    type Action = Hands;
    type Out = ();
    type Refusal = HandOverRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, Hands>) -> Result<(), Undone<HandOverRefused>> {
        if work.done_before(self.form).await?.is_some() {
            return Ok(());
        }
        let note = Input::text("note", &self.note, HANDOVER_MAX).map_err(rejected)?;
        let wish = Input::optional_text("wish", &self.wish, HANDOVER_MAX).map_err(rejected)?;
        let span = Span::new(self.starts, self.ends, work.now()).map_err(rejected)?;
        let told = told(self.told_how, self.told_on, amsterdam_date(work.now()))
            .map_err(|_| Undone::Rejected(HandOverRefused::Told))?;
        let me = work.staff_id()?;
        if self.to == me || !candidates::fits(work, self.to, PLEDGE_TEXT).await? {
            return Err(Undone::Rejected(HandOverRefused::DoesNotFit));
        }
        let role = match span.is_replacement() {
            true => RoleInCase::Replacement.code(),
            false => role(&handovers::own_role(work).await?),
        };
        let overlaps = involvements::overlaps(work, self.to, span.starts, span.ends).await?;
        if overlaps && span.is_replacement() {
            return Err(Undone::Rejected(HandOverRefused::Already));
        }
        if overlaps {
            // Who works on it already goes on; only without an end, or it would stop by itself.
            if !handovers::goes_on(work, self.to).await? {
                return Err(Undone::Rejected(HandOverRefused::Already));
            }
        } else {
            let (from, until) = (span.starts, span.ends);
            let next = Assignment { staff: self.to, role, reason: self.reason.clone(), from, until };
            involvements::assign(work, &next).await?;
        }
        if !span.is_replacement() {
            handovers::leave(work, span.starts, &self.reason).await?;
            handovers::pass_tasks_on(work, me, self.to).await?;
        }
        let wish = wish.unwrap_or_default();
        let new = handovers::New { to: self.to, span, told, told_how: self.told_how, note, wish };
        handovers::keep(work, &new).await?;
        Ok(work.done_now(self.form, "").await?)
    }
}

/// Whoever takes over for good is not a replacement, also not of one.
pub(super) fn role(own: &str) -> &'static str {
    match own.parse() {
        Ok(RoleInCase::Support) => RoleInCase::Support.code(),
        _ => RoleInCase::Lead.code(),
    }
}

fn rejected(why: impl Into<HandOverRefused>) -> Undone<HandOverRefused> {
    Undone::Rejected(why.into())
}
