//! What changed between two versions of a plan, thing by thing, for whoever reads the earlier ones.
//! Two people who change the same thing at once are found by the same comparison.

use super::{Evaluation, Goal, Plan, Provision, Step};
use crate::PlanItemId;

/// One thing of a plan as a version shows it. A goal stands here without its agreements: those are things of their own.
#[derive(Clone, Copy)]
pub enum Shown<'p> {
    Goal(&'p Goal),
    /// With the goal it belongs to.
    Step(&'p Goal, &'p Step),
    Provision(&'p Provision),
    Evaluation(&'p Evaluation),
}

impl PartialEq for Shown<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Goal(one), Self::Goal(two)) => {
                one.id == two.id
                    && one.own_words == two.own_words
                    && one.worker_words == two.worker_words
                    && one.progress == two.progress
                    && one.stopped == two.stopped
            }
            (Self::Step(_, one), Self::Step(_, two)) => one == two,
            (Self::Provision(one), Self::Provision(two)) => one == two,
            (Self::Evaluation(one), Self::Evaluation(two)) => one == two,
            _ => false,
        }
    }
}

/// One thing that is not what it was: new, or changed. Nothing goes, so there is always an `after`.
#[derive(Clone, Copy)]
pub struct Difference<'p> {
    pub before: Option<Shown<'p>>,
    pub after: Shown<'p>,
}

impl Plan {
    /// Everything in the plan, in the order of the page.
    pub fn all(&self) -> Vec<Shown<'_>> {
        let goals = self.goals.iter().flat_map(|goal| {
            let steps = goal.steps.iter().map(move |step| Shown::Step(goal, step));
            std::iter::once(Shown::Goal(goal)).chain(steps)
        });
        let provisions = self.provisions.iter().map(Shown::Provision);
        let evaluations = self.evaluations.iter().map(Shown::Evaluation);
        goals.chain(provisions).chain(evaluations).collect()
    }

    /// One thing by its id.
    pub fn find(&self, id: PlanItemId) -> Option<Shown<'_>> {
        self.all().into_iter().find(|it| it.id() == id)
    }
}

impl Shown<'_> {
    /// Its id.
    pub const fn id(&self) -> PlanItemId {
        match self {
            Self::Goal(it) => it.id,
            Self::Step(_, it) => it.id,
            Self::Provision(it) => it.id,
            Self::Evaluation(it) => it.id,
        }
    }

    /// It is no longer part of the plan, or its goal is not.
    pub const fn is_stopped(&self) -> bool {
        match self {
            Self::Goal(it) => it.stopped.is_some(),
            Self::Step(goal, it) => goal.stopped.is_some() || it.stopped.is_some(),
            Self::Provision(it) => it.stopped.is_some(),
            Self::Evaluation(it) => it.stopped.is_some(),
        }
    }
}

/// What is new or other in `after`, in the order of the page.
pub fn differences<'p>(before: &'p Plan, after: &'p Plan) -> Vec<Difference<'p>> {
    let was = before.all();
    let of = |id| was.iter().copied().find(|it| it.id() == id);
    let all = after.all().into_iter().map(|after| Difference { before: of(after.id()), after });
    all.filter(|it| it.before != Some(it.after)).collect()
}
