//! Breaches that were received (BRE-01): the officer's list. Handling comes with its own screens.

use domain::BreachId;
use policy::actions::{AtDesk, ListBreaches, ReadBreach};
use store::client::breaches;
pub use store::client::breaches::{About, Breach, Origin};
use store::{Undone, UseCase, Work};

/// The breaches of the own organisation, the newest first.
#[derive(Clone, Copy, Debug)]
pub struct List;

impl UseCase for List {
    type Action = ListBreaches;
    type Out = Vec<Breach>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListBreaches>) -> Result<Vec<Breach>, Undone<Self::Refusal>> {
        Ok(breaches::listed(work).await?)
    }
}

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct Read(pub BreachId);

impl UseCase for Read {
    type Action = ReadBreach;
    /// What it came from, as far as that is still there. None: it is not of the own organisation.
    type Out = Option<(Breach, Option<Origin>)>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ReadBreach>) -> Result<Self::Out, Undone<Self::Refusal>> {
        Ok(breaches::one(work, self.0).await?)
    }
}
