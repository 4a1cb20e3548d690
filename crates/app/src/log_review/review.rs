//! The clock's step: the next accounts of the next day that is over. It only finds.

use policy::actions::{ReviewLog, TheHouse};
use store::client::log_review;
use store::{Undone, UseCase, Work};

pub use store::client::log_review::Reviewed;

/// Looks through the next accounts.
#[derive(Clone, Copy, Debug)]
pub struct ReviewNext {
    /// How many accounts in one transaction.
    pub at_most: u32,
}

impl UseCase for ReviewNext {
    type Action = ReviewLog;
    type Out = Reviewed;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> TheHouse {
        TheHouse
    }

    async fn run(self, work: &mut Work<'_, ReviewLog>) -> Result<Reviewed, Undone<Self::Refusal>> {
        Ok(log_review::review_next(work, self.at_most).await?)
    }
}
