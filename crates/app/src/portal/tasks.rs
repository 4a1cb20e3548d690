//! What the workers still do for a resident. What is delayed is not there at all (MOD-07).

use domain::DossierId;
use policy::actions::{OfDossier, ReadOwnDossier};
use store::client::tasks::{self, ForClient};
use store::{Undone, UseCase, Work};

/// Reads it.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnTasks(pub DossierId);

impl UseCase for ReadOwnTasks {
    type Action = ReadOwnDossier;
    type Out = Vec<ForClient>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnDossier>) -> Result<Vec<ForClient>, Undone<Self::Refusal>> {
        Ok(tasks::for_client(work).await?)
    }
}
