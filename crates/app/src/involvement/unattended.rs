//! The dossiers of a team that are assigned and that nobody can work on now, for its coordinator.

use domain::TeamId;
use domain::days::LOOKED_AHEAD;
use policy::actions::{ListQueue, OfTeam};
use store::client::unattended;
pub use store::client::unattended::{SoonUnattended, Unattended};
use store::{Undone, UseCase, Work};

/// Lists them: by number, without a name and without a reason. None when there is no team.
#[derive(Clone, Copy, Debug)]
pub struct WithoutWorker(pub Option<TeamId>);

impl UseCase for WithoutWorker {
    type Action = ListQueue;
    type Out = Vec<Unattended>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<Self::Out, Undone<Self::Refusal>> {
        Ok(unattended::of_team(work).await?)
    }
}

/// Those that nobody can work on in some time to come: an absence that nobody fills, a last day. The coordinator learns of
/// it while there is time.
#[derive(Clone, Copy, Debug)]
pub struct WithoutWorkerSoon(pub Option<TeamId>);

impl UseCase for WithoutWorkerSoon {
    type Action = ListQueue;
    type Out = Vec<SoonUnattended>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<Self::Out, Undone<Self::Refusal>> {
        let horizon = work.now() + LOOKED_AHEAD;
        Ok(unattended::soon_of_team(work, horizon).await?)
    }
}
