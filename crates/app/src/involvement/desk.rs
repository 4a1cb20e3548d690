//! What a coordinator divides by: what the people of the team carry, who leaves, and the figures of the team. Counts,
//! never a client (ACC-09).

use domain::team_figures::{median_days, months, shown};
use domain::{LegalDomain, TeamId, amsterdam_date, amsterdam_midnight};
use jiff::civil::Date;
use policy::actions::{ListQueue, OfTeam};
pub use store::client::loads::{Leaving, Load, Replacing};
use store::client::{loads, queue};
use store::{Undone, UseCase, Work};

/// How many months before this one the figures tell of.
const BEFORE: i32 = 5;

/// What the people of a team carry. None when there is no team.
#[derive(Clone, Copy, Debug)]
pub struct ReadLoads(pub Option<TeamId>);

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TeamLoads {
    /// Who carries nothing is absent.
    pub loads: Vec<Load>,
    /// Soonest first.
    pub leaving: Vec<Leaving>,
    /// Who takes over for whom now.
    pub replacing: Vec<Replacing>,
}

impl UseCase for ReadLoads {
    type Action = ListQueue;
    type Out = TeamLoads;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<TeamLoads, Undone<Self::Refusal>> {
        Ok(TeamLoads {
            loads: loads::of_team(work).await?,
            leaving: loads::leaving(work).await?,
            replacing: loads::replacing(work).await?,
        })
    }
}

/// The figures of a team over this month and the five before it.
#[derive(Clone, Copy, Debug)]
pub struct ReadFigures(pub Option<TeamId>);

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TeamFigures {
    /// Parts without a worker now.
    pub waiting: usize,
    /// Oldest first.
    pub months: Vec<MonthFigures>,
    /// Over all these months, by legal domain.
    pub domains: Vec<DomainFigures>,
}

/// One month.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct MonthFigures {
    /// Its first day.
    pub first: Date,
    /// Parts that were opened.
    pub opened: u64,
    /// Parts that were closed, and are closed still.
    pub closed: u64,
    /// The middle of how many whole days a question of this month waited; none when nobody was helped yet.
    pub waited: Option<i64>,
}

/// One legal domain over all these months. None: too few to show, or it would give another one away.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DomainFigures {
    pub domain: LegalDomain,
    pub opened: Option<u64>,
    pub closed: Option<u64>,
}

impl UseCase for ReadFigures {
    type Action = ListQueue;
    type Out = TeamFigures;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<TeamFigures, Undone<Self::Refusal>> {
        let days = months(amsterdam_date(work.now()), BEFORE);
        let mut told = Vec::new();
        let mut totals: Vec<(LegalDomain, u64, u64)> =
            LegalDomain::ALL.iter().map(|domain| (*domain, 0, 0)).collect();
        for (first, next) in days.iter().zip(days.iter().skip(1)) {
            let (Some(from), Some(until)) = (amsterdam_midnight(*first), amsterdam_midnight(*next)) else {
                continue;
            };
            let flow = loads::flow(work, from, until).await?;
            for (domain, opened, closed) in &mut totals {
                for of in flow.iter().filter(|of| of.domain == *domain) {
                    (*opened, *closed) = (*opened + of.opened, *closed + of.closed);
                }
            }
            told.push(MonthFigures {
                first: *first,
                opened: flow.iter().map(|of| of.opened).sum(),
                closed: flow.iter().map(|of| of.closed).sum(),
                waited: median_days(&loads::waits(work, from, until).await?),
            });
        }
        let opened = shown(&totals.iter().map(|(_, opened, _)| *opened).collect::<Vec<_>>());
        let closed = shown(&totals.iter().map(|(_, _, closed)| *closed).collect::<Vec<_>>());
        let domains = totals
            .iter()
            .zip(opened.into_iter().zip(closed))
            .map(|((domain, ..), (opened, closed))| DomainFigures { domain: *domain, opened, closed });
        Ok(TeamFigures {
            waiting: queue::sizes(work).await?.iter().map(|(_, size)| size).sum(),
            months: told,
            domains: domains.collect(),
        })
    }
}
