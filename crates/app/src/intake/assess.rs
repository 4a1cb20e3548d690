//! The coordinator reads the question that waits, to find a worker who fits (ACC-09). A deed of its own: it is on the
//! record, and the resident sees that it was done and what for.

use domain::PartId;
use policy::actions::{AssessIntake, OfPart};
use store::client::assessed;
pub use store::client::assessed::Assessed;
use store::{Undone, UseCase, Work};

/// Reads the question of a part without a worker.
#[derive(Clone, Copy, Debug)]
pub struct Assess(pub PartId);

/// Somebody works on it already, or it is no new question: there is nothing to divide.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("this question does not wait for a worker")]
pub struct DoesNotWait;

impl UseCase for Assess {
    type Action = AssessIntake;
    type Out = Assessed;
    type Refusal = DoesNotWait;

    fn about(&self) -> OfPart {
        OfPart(self.0)
    }

    async fn run(self, work: &mut Work<'_, AssessIntake>) -> Result<Assessed, Undone<DoesNotWait>> {
        assessed::question(work).await?.ok_or(Undone::Rejected(DoesNotWait))
    }
}
