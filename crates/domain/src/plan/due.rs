//! The days of a plan that ask for work: an agreement by its day, an evaluation on its day.
//! What was stopped or held asks for nothing any more; what is done is known elsewhere, for that is no version.

use jiff::civil::Date;

use super::Plan;
use crate::PlanItemId;
use crate::codes::coded;

coded! {
    /// What a day asks for.
    pub enum DueKind, "kind of day" {
        /// Something was to be done by then.
        Step = "step",
        /// Looking back together.
        Evaluation = "evaluation",
    }
}

/// A day that asks for work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Due {
    pub on: Date,
    pub kind: DueKind,
    pub item: PlanItemId,
}

/// The days of a plan, soonest first.
pub fn due(plan: &Plan) -> Vec<Due> {
    let steps = plan.open_goals().flat_map(|goal| &goal.steps).filter(|step| step.stopped.is_none());
    let steps = steps.filter_map(|step| Some(Due { on: step.by?, kind: DueKind::Step, item: step.id }));
    let waiting = plan.evaluations.iter().filter(|it| it.held.is_none() && it.stopped.is_none());
    let waiting = waiting.map(|it| Due { on: it.planned, kind: DueKind::Evaluation, item: it.id });
    let mut all: Vec<Due> = steps.chain(waiting).collect();
    all.sort_unstable();
    all
}
