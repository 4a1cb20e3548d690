//! What coordinator and deputy are told of: who opened a dossier of the team, and who asks for it.

use domain::TeamId;
use policy::actions::{ListEmergencies, OfTeam as AboutTeam};
use store::client::emergency::{self, OfTeam};
use store::{Undone, UseCase, Work};

/// Lists the emergencies of a team.
#[derive(Clone, Copy, Debug)]
pub struct List(pub Option<TeamId>);

impl UseCase for List {
    type Action = ListEmergencies;
    type Out = OfTeam;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AboutTeam {
        AboutTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListEmergencies>) -> Result<OfTeam, Undone<Self::Refusal>> {
        Ok(emergency::of_team(work).await?)
    }
}

/// How many questions wait for an answer. Nothing is told of anybody.
#[derive(Clone, Copy, Debug)]
pub struct Count(pub Option<TeamId>);

impl UseCase for Count {
    type Action = ListEmergencies;
    type Out = usize;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AboutTeam {
        AboutTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListEmergencies>) -> Result<usize, Undone<Self::Refusal>> {
        Ok(emergency::count_of_team(work).await?)
    }
}
