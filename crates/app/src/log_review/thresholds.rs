//! From where on something stands out: what holds, what held, and a change from a day that has not been.

use domain::log_review::{SENTENCE_MAX, Thresholds};
use domain::{FieldProblem, Input, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{AtDesk, ChangeThresholds, ReadThresholds};
use store::client::log_review::{self, Made, NewThresholds};
use store::{Undone, UseCase, Work};

/// The history, the newest first.
#[derive(Clone, Copy, Debug)]
pub struct History;

impl UseCase for History {
    type Action = ReadThresholds;
    type Out = Vec<Made>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ReadThresholds>) -> Result<Vec<Made>, Undone<Self::Refusal>> {
        Ok(log_review::history(work).await?)
    }
}

/// A change.
#[derive(Clone, Debug)]
pub struct ChangeThem {
    pub from: Date,
    pub thresholds: Thresholds,
    pub reason: String,
}

/// Why nothing changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeRefused {
    #[error(transparent)]
    Reason(#[from] FieldProblem),
    /// A day that has been is counted by what held then.
    #[error("the day has been")]
    Past,
}

impl UseCase for ChangeThem {
    type Action = ChangeThresholds;
    type Out = ();
    type Refusal = ChangeRefused;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ChangeThresholds>) -> Result<(), Undone<ChangeRefused>> {
        let reason = Input::text("reason", &self.reason, SENTENCE_MAX)
            .map_err(|why| Undone::Rejected(ChangeRefused::Reason(why)))?;
        if self.from < amsterdam_date(work.now()) {
            return Err(Undone::Rejected(ChangeRefused::Past));
        }
        log_review::change(work, &NewThresholds { from: self.from, thresholds: self.thresholds, reason })
            .await?;
        Ok(())
    }
}
