//! A worker and a client look together at the client's own view, on the worker's screen: computed by the same functions as
//! the portal, over the parts that the worker may see.

use domain::DossierId;
use policy::actions::{LookTogether, OfDossier};
use store::{Undone, UseCase, Work};

use super::{OwnRead, own_read};

/// Looks together.
#[derive(Clone, Copy, Debug)]
pub struct Together(pub DossierId);

impl UseCase for Together {
    type Action = LookTogether;
    type Out = OwnRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, LookTogether>) -> Result<OwnRead, Undone<Self::Refusal>> {
        Ok(own_read(work, 0).await?)
    }
}
