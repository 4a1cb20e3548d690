//! The questions of a team that wait for a worker: a page of them, and how many there are (ACC-09).

use domain::matching::{Sought, language_choice};
use domain::{LegalDomain, LifeArea, PreferredWorker, StaffId, TeamId, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{ListQueue, OfTeam};
pub use store::client::queue::Waiting;
use store::client::{loads, queue};
use store::{Undone, UseCase, Work};

/// How many stand on a page.
const PAGE: usize = 50;

/// Weeks of waiting that are told apart.
const WEEKS: usize = 9;

/// A team's questions without a worker. Without a team there are none to see, and asking is on the record.
#[derive(Clone, Debug)]
pub struct Queue {
    pub team: Option<TeamId>,
    /// None: of every legal domain.
    pub domain: Option<LegalDomain>,
    pub sought: Sought,
    /// The colleague of the team for whom a question is looked for.
    pub for_whom: Option<StaffId>,
    /// Counts from 1. One that is not there is the nearest that is.
    pub page: usize,
}

impl Queue {
    /// Those who wait longest.
    #[must_use]
    pub fn of(team: Option<TeamId>) -> Self {
        Self { team, domain: None, sought: Sought::default(), for_whom: None, page: 1 }
    }
}

/// How many wait of each kind, whatever was asked for, the most first. What nobody waits with is absent.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Sizes {
    pub domains: Vec<(LegalDomain, usize)>,
    pub life_areas: Vec<(LifeArea, usize)>,
    /// By postcode, in its order.
    pub areas: Vec<(String, usize)>,
    /// By [`language_choice`].
    pub languages: Vec<(String, usize)>,
    pub prefers: Vec<(PreferredWorker, usize)>,
    /// By whole weeks of waiting; the last holds all who wait longer.
    pub weeks: [usize; WEEKS],
}

impl Sizes {
    fn of(waiting: &[Waiting], today: Date) -> Self {
        let mut weeks = [0; WEEKS];
        for it in waiting {
            let days = amsterdam_date(it.since).until(today).map_or(0, |span| span.get_days());
            weeks[usize::try_from(days / 7).unwrap_or_default().min(WEEKS - 1)] += 1;
        }
        let known = || waiting.iter().map(|it| &it.known);
        let mut areas = sizes(known().filter_map(|it| it.area.clone()));
        areas.sort();
        Self {
            domains: sizes(waiting.iter().map(|it| it.domain)),
            life_areas: sizes(known().filter_map(|it| it.life_area)),
            areas,
            languages: sizes(
                known().filter_map(|it| it.language.as_ref().map(|it| language_choice(it).to_owned())),
            ),
            prefers: sizes(known().filter_map(|it| it.prefers)),
            weeks,
        }
    }
}

fn sizes<T: PartialEq>(all: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut sizes: Vec<(T, usize)> = Vec::new();
    for one in all {
        match sizes.iter_mut().find(|(it, _)| *it == one) {
            Some((_, size)) => *size += 1,
            None => sizes.push((one, 1)),
        }
    }
    sizes.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    sizes
}

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Queued {
    /// One page, longest waiting first.
    pub waiting: Vec<Waiting>,
    /// How many wait, whatever was asked for.
    pub total: usize,
    /// How many of them were asked for.
    pub found: usize,
    pub sizes: Sizes,
    /// The name of the colleague for whom a question is looked for. None for who is gone, or of another team.
    pub for_whom: Option<String>,
    pub page: usize,
    pub last_page: usize,
}

impl UseCase for Queue {
    type Action = ListQueue;
    type Out = Queued;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<Queued, Undone<Self::Refusal>> {
        let all = queue::all(work).await?;
        let (total, sizes) = (all.len(), Sizes::of(&all, amsterdam_date(work.now())));
        let asked_for =
            |it: &Waiting| self.domain.is_none_or(|only| only == it.domain) && self.sought.fits(&it.known);
        let mut waiting: Vec<Waiting> = all.into_iter().filter(asked_for).collect();
        let found = waiting.len();
        let last_page = found.div_ceil(PAGE).max(1);
        let page = self.page.clamp(1, last_page);
        waiting = waiting.into_iter().skip((page - 1) * PAGE).take(PAGE).collect();
        queue::told(work, &waiting);
        let for_whom = self.name_of_colleague(work).await?;
        Ok(Queued { waiting, total, found, sizes, for_whom, page, last_page })
    }
}

impl Queue {
    async fn name_of_colleague(
        &self,
        work: &mut Work<'_, ListQueue>,
    ) -> Result<Option<String>, store::Error> {
        let Some(staff) = self.for_whom else { return Ok(None) };
        let now = work.now();
        let here = |until: Option<jiff::Timestamp>| until.is_none_or(|until| until > now);
        let found = loads::colleague(work, staff).await?;
        Ok(found.filter(|(_, until)| here(*until)).map(|(name, _)| name))
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
