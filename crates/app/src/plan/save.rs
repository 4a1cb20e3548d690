//! A worker changes the plan of a part: a new version. Somebody else's change of the same thing is shown, not lost.

use domain::plan::{self, Change, Place, Plan, PlanRefused};
use domain::{DossierId, PartId, PlanItemId, amsterdam_date};
use policy::actions::{OfPart, WritePlan};
use store::client::{drafts, plans};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::{PartPlan, only};

/// A change as it was typed.
#[derive(Clone, Debug)]
pub struct Save {
    pub part: PartId,
    /// What is changed; none: something new.
    pub item: Option<PlanItemId>,
    /// The version that was on the screen; 0 where there was no plan.
    pub seen: i64,
    pub change: Change,
    /// The token of the form, so that sending it twice saves once.
    pub form: Uuid,
    /// The draft it was, which is no longer needed.
    pub draft: Option<drafts::Known>,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Saved {
    NewVersion {
        dossier: DossierId,
        number: i64,
    },
    /// The plan says so already: nothing was kept.
    Unchanged(DossierId),
}

/// Somebody else changed the same thing since the form was opened.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stale {
    /// The plan as it is now.
    pub now: PartPlan,
    pub item: PlanItemId,
}

/// Why nothing was saved.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SaveRefused {
    #[error(transparent)]
    Plan(#[from] PlanRefused),
    #[error("somebody else changed it")]
    Stale(Box<Stale>),
}

impl UseCase for Save {
    type Action = WritePlan;
    type Out = Saved;
    type Refusal = SaveRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, WritePlan>) -> Result<Saved, Undone<SaveRefused>> {
        let dossier = work.part()?.dossier;
        let known = work.done_before(self.form).await?;
        if let Some(number) = known.and_then(|known| known.parse().ok()) {
            return Ok(Saved::NewVersion { dossier, number });
        }
        let now = only(plans::now(work).await?)?;
        let place = match self.item {
            Some(item) => Place::There(item),
            None => Place::New(PlanItemId(work.random_id())),
        };
        let next = plan::change(&now.plan, place, &self.change, amsterdam_date(work.now()));
        if next.as_ref().is_ok_and(|next| *next == now.plan) {
            return Ok(Saved::Unchanged(dossier));
        }
        if let Some(item) = self.item
            && self.seen != now.version
        {
            let seen = plans::one(work, now.domain, self.seen).await?;
            if is_stale(seen.as_ref(), &now.plan, item) {
                return Err(Undone::Rejected(SaveRefused::Stale(Box::new(Stale { now, item }))));
            }
        }
        let next = next.map_err(|why| Undone::Rejected(why.into()))?;
        let number = plans::save(work, &now, &next).await?;
        if let Some(draft) = self.draft {
            drafts::planned(work, draft).await?;
        }
        work.done_now(self.form, &number.to_string()).await?;
        Ok(Saved::NewVersion { dossier, number })
    }
}

/// Whether a thing is not what it was on the screen. Of a version that never was, nothing is known.
fn is_stale(seen: Option<&Plan>, now: &Plan, item: PlanItemId) -> bool {
    seen.is_none_or(|seen| seen.find(item) != now.find(item))
}

/// Notes that an agreement is done, or that it is not.
#[derive(Clone, Copy, Debug)]
pub struct MarkStep {
    pub part: PartId,
    pub step: PlanItemId,
    pub done: bool,
}

impl UseCase for MarkStep {
    type Action = WritePlan;
    type Out = DossierId;
    type Refusal = PlanRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, WritePlan>) -> Result<DossierId, Undone<PlanRefused>> {
        let now = only(plans::now(work).await?)?;
        if now.plan.open_step(self.step).is_none() {
            return Err(Undone::Rejected(PlanRefused::Gone));
        }
        plans::mark(work, &now, self.step, self.done).await?;
        Ok(now.dossier)
    }
}
