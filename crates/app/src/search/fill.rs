//! The clock's step: the next of what was written before there was a search becomes findable.

use policy::actions::{IndexSearch, TheHouse};
use store::client::search::fill_next;
use store::{Undone, UseCase, Work};

/// Takes the next batch. Comes back with false when nothing is left.
#[derive(Clone, Copy, Debug)]
pub struct FillNext {
    /// How many in one transaction.
    pub at_most: u32,
}

impl UseCase for FillNext {
    type Action = IndexSearch;
    type Out = bool;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> TheHouse {
        TheHouse
    }

    async fn run(self, work: &mut Work<'_, IndexSearch>) -> Result<bool, Undone<Self::Refusal>> {
        Ok(fill_next(work, self.at_most).await?)
    }
}
