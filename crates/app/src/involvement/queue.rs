//! The questions of a team that wait for a worker: a page of them, and how many there are (ACC-09).

use domain::{LegalDomain, TeamId};
use policy::actions::{ListQueue, OfTeam};
pub use store::client::queue::Waiting;
use store::client::queue::{self, Wanted};
use store::{Undone, UseCase, Work};

/// How many stand on a page.
const PAGE: u32 = 50;

/// A team's questions without a worker. Without a team there are none to see, and asking is on the record.
#[derive(Clone, Copy, Debug)]
pub struct Queue {
    pub team: Option<TeamId>,
    /// None: of every legal domain.
    pub domain: Option<LegalDomain>,
    /// Counts from 1. One that is not there is the nearest that is.
    pub page: u32,
}

impl Queue {
    /// Those who wait longest.
    #[must_use]
    pub const fn of(team: Option<TeamId>) -> Self {
        Self { team, domain: None, page: 1 }
    }
}

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Queued {
    /// One page, longest waiting first.
    pub waiting: Vec<Waiting>,
    /// How many wait in each legal domain, whatever was asked for. One that nobody waits in is absent.
    pub sizes: Vec<(LegalDomain, usize)>,
    pub page: u32,
    pub last_page: u32,
}

impl Queued {
    /// How many wait, whatever was asked for.
    #[must_use]
    pub fn total(&self) -> usize {
        self.sizes.iter().map(|(_, size)| size).sum()
    }
}

impl UseCase for Queue {
    type Action = ListQueue;
    type Out = Queued;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<Queued, Undone<Self::Refusal>> {
        let sizes = queue::sizes(work).await?;
        let wanted = sizes.iter().filter(|(domain, _)| self.domain.is_none_or(|only| only == *domain));
        let found: usize = wanted.map(|(_, size)| size).sum();
        let last_page = u32::try_from(found).unwrap_or(u32::MAX).div_ceil(PAGE).max(1);
        let page = self.page.clamp(1, last_page);
        // Last, because the record counts what is shown.
        let wanted = Wanted { domain: self.domain, skip: (page - 1) * PAGE, take: PAGE };
        let waiting = queue::list(work, wanted).await?;
        Ok(Queued { waiting, sizes, page, last_page })
    }
}

/// How many questions of a team wait for a worker; not whose.
#[derive(Clone, Copy, Debug)]
pub struct QueueSize(pub Option<TeamId>);

impl UseCase for QueueSize {
    type Action = ListQueue;
    type Out = usize;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<usize, Undone<Self::Refusal>> {
        let sizes = queue::sizes(work).await?;
        Ok(sizes.iter().map(|(_, size)| size).sum())
    }
}
