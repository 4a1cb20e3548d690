//! Figures per team and quarter: how often, what was judged, and in how many days. A group smaller than [`SMALL`] is
//! hidden; no total is told from which it could be taken back.

use domain::{Outcome, TeamId, amsterdam_date};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use policy::actions::{AtDesk, ListReviews};
use store::client::reviews::{self, Judging};
use store::{Undone, UseCase, Work};

/// The smallest group that is told of (K: below five somebody can be recognised).
pub const SMALL: usize = 5;
/// How far back the figures go, in months of thirty days.
pub const FIGURES_SINCE_MONTHS: i64 = 15;

/// Reads the figures of the own team; the officer those of every team.
#[derive(Clone, Copy, Debug)]
pub struct ReadFigures;

/// A team's quarters, the newest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TeamFigures {
    pub team: TeamId,
    pub team_name: String,
    pub quarters: Vec<Quarter>,
}

/// A quarter in which a dossier was opened in an emergency at least once.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quarter {
    pub year: i16,
    /// 1 to 4.
    pub quarter: i8,
    /// None: too few to tell.
    pub figures: Option<Figures>,
}

/// What is told of a group that is large enough.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Figures {
    pub opened: usize,
    /// How many were right; none: so few were not, or were, that somebody can be recognised.
    pub justified: Option<usize>,
    /// Half of the verdicts came within so many days; none: too few were judged.
    pub median_days: Option<i64>,
}

impl UseCase for ReadFigures {
    type Action = ListReviews;
    type Out = Vec<TeamFigures>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListReviews>) -> Result<Vec<TeamFigures>, Undone<Self::Refusal>> {
        let since = work.now() - SignedDuration::from_hours(FIGURES_SINCE_MONTHS * 30 * 24);
        Ok(of(&reviews::figures(work, since).await?))
    }
}

fn of(all: &[Judging]) -> Vec<TeamFigures> {
    let mut teams: Vec<TeamFigures> = Vec::new();
    for team in all.chunk_by(|a, b| a.team == b.team) {
        let mut quarters: Vec<Quarter> =
            team.chunk_by(|a, b| quarter_of(a.opened_at) == quarter_of(b.opened_at)).map(quarter).collect();
        quarters.reverse();
        if let Some(first) = team.first() {
            teams.push(TeamFigures { team: first.team, team_name: first.team_name.clone(), quarters });
        }
    }
    teams
}

fn quarter_of(at: Timestamp) -> (i16, i8) {
    let day: Date = amsterdam_date(at);
    (day.year(), (day.month() - 1) / 3 + 1)
}

fn quarter(all: &[Judging]) -> Quarter {
    let (year, quarter) = all.first().map_or((0, 0), |it| quarter_of(it.opened_at));
    Quarter { year, quarter, figures: (all.len() >= SMALL).then(|| figures(all)) }
}

/// A split is told only when both sides are large enough or empty, and all were judged: otherwise the small side, or who
/// waits, follows by subtraction.
fn figures(all: &[Judging]) -> Figures {
    let with = |outcome| all.iter().filter(|it| it.outcome == Some(outcome)).count();
    let (right, wrong) = (with(Outcome::Justified), with(Outcome::NotJustified));
    let large = |count: usize| count == 0 || count >= SMALL;
    let waiting = all.len() - right - wrong;
    let mut days: Vec<i64> = all
        .iter()
        .filter_map(|it| Some(it.judged_at?.duration_since(it.opened_at).as_hours().div_euclid(24)))
        .collect();
    days.sort_unstable();
    Figures {
        opened: all.len(),
        justified: (large(right) && large(wrong) && large(waiting)).then_some(right),
        median_days: (days.len() >= SMALL).then(|| days[days.len() / 2]),
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn opened(count: usize, on: &str, outcome: Option<Outcome>) -> Vec<Judging> {
        let opened_at: Timestamp = on.parse().expect("an instant");
        let judged_at = outcome.map(|_| opened_at + SignedDuration::from_hours(50));
        let team = TeamId(Uuid::from_u128(1));
        vec![Judging { team, team_name: "Noord".into(), opened_at, judged_at, outcome }; count]
    }

    fn one(all: &[Judging]) -> Option<Figures> {
        of(all)[0].quarters[0].figures
    }

    const MARCH: &str = "2026-03-02T09:00:00Z";
    const RIGHT: Option<Outcome> = Some(Outcome::Justified);
    const WRONG: Option<Outcome> = Some(Outcome::NotJustified);

    #[test]
    fn four_are_hidden_and_five_are_told() {
        assert_eq!(one(&opened(4, MARCH, RIGHT)), None);
        let told = Figures { opened: 5, justified: Some(5), median_days: Some(2) };
        assert_eq!(one(&opened(5, MARCH, RIGHT)), Some(told));
    }

    #[test]
    fn a_small_side_does_not_follow_by_subtraction() {
        for few in [WRONG, None] {
            let all = [opened(9, MARCH, RIGHT), opened(1, MARCH, few)].concat();
            assert_eq!(one(&all).expect("ten").justified, None, "{few:?}");
        }
        let both = [opened(5, MARCH, RIGHT), opened(5, MARCH, WRONG)].concat();
        assert_eq!(one(&both).expect("ten").justified, Some(5));
    }

    #[test]
    fn a_quarter_begins_at_midnight_in_amsterdam() {
        // 23:30 UTC on 30 June is July in Amsterdam.
        let all = [opened(5, MARCH, RIGHT), opened(1, "2026-06-30T23:30:00Z", None)].concat();

        let quarters: Vec<_> = of(&all)[0].quarters.iter().map(|it| (it.year, it.quarter)).collect();
        assert_eq!(quarters, [(2026, 3), (2026, 1)]);
    }
}
