//! Whether somebody can work on a part now (ACC-09): being assigned is not enough when a wall stands before the worker,
//! their post or account ended, or they are away. Told to the coordinator without saying which of these it is.

use jiff::Timestamp;

/// Somebody who is assigned to a part and did not stop.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Assigned {
    /// Account and post are active (ACC-13).
    pub active: bool,
    /// A declared conflict (ACC-05), the client's wish, or the own dossier.
    pub walled: bool,
    /// Away now, and back then.
    pub away_until: Option<Timestamp>,
}

/// Who can work on a part now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Attended {
    /// At least one worker can.
    ByAWorker,
    /// Somebody will be back at this moment; until then nobody.
    From(Timestamp),
    /// Nobody, and that does not pass by itself.
    ByNobody,
}

/// Judges those who are assigned to one part.
pub fn attended(assigned: &[Assigned]) -> Attended {
    let can: Vec<Option<Timestamp>> =
        assigned.iter().filter(|it| it.active && !it.walled).map(|it| it.away_until).collect();
    if can.contains(&None) {
        return Attended::ByAWorker;
    }
    can.into_iter().flatten().min().map_or(Attended::ByNobody, Attended::From)
}

/// How somebody is assigned to a part, now or later, over time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Planned {
    /// The first moment.
    pub from: Timestamp,
    /// The first moment at which the assignment or the post is over; none: no end.
    pub until: Option<Timestamp>,
    /// The account is closed, or a wall stands before the worker.
    pub barred: bool,
    /// From when until when somebody is away.
    pub away: Vec<(Timestamp, Timestamp)>,
}

impl Planned {
    fn can(&self, at: Timestamp) -> bool {
        let away = self.away.iter().any(|(from, until)| *from <= at && at < *until);
        !self.barred && self.from <= at && self.until.is_none_or(|until| at < until) && !away
    }
}

/// A time to come in which nobody can work on a part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// The first moment.
    pub from: Timestamp,
    /// When somebody can again; none: that does not come by itself.
    pub back: Option<Timestamp>,
}

/// The first gap that begins after `now` and not after `horizon`. What nobody can work on now is another list.
pub fn first_gap(planned: &[Planned], now: Timestamp, horizon: Timestamp) -> Option<Gap> {
    let attended = |at| planned.iter().any(|it| it.can(at));
    if !attended(now) {
        return None;
    }
    let mut changes: Vec<Timestamp> = planned
        .iter()
        .flat_map(|it| {
            it.away.iter().flat_map(|(from, until)| [*from, *until]).chain([it.from]).chain(it.until)
        })
        .filter(|at| *at > now)
        .collect();
    changes.sort_unstable();
    let from = changes.iter().copied().take_while(|at| *at <= horizon).find(|at| !attended(*at))?;
    Some(Gap { from, back: changes.into_iter().find(|at| *at > from && attended(*at)) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Assigned = Assigned { active: true, walled: false, away_until: None };
    const GONE: Assigned = Assigned { active: false, ..HERE };
    const WALLED: Assigned = Assigned { walled: true, ..HERE };

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("an instant")
    }

    fn away(until: i64) -> Assigned {
        Assigned { away_until: Some(at(until)), ..HERE }
    }

    #[test]
    fn walls_and_ended_posts_leave_a_part_to_nobody() {
        for nobody in [&[][..], &[GONE], &[WALLED], &[GONE, WALLED]] {
            assert_eq!(attended(nobody), Attended::ByNobody, "{nobody:?}");
        }
    }

    #[test]
    fn whoever_is_away_and_walled_does_not_come_back_to_it() {
        let walled_and_away = Assigned { walled: true, ..away(5) };

        assert_eq!(attended(&[walled_and_away]), Attended::ByNobody);
        assert_eq!(attended(&[walled_and_away, away(9)]), Attended::From(at(9)));
    }

    #[test]
    fn the_first_to_be_back_counts() {
        assert_eq!(attended(&[away(9), away(5), GONE]), Attended::From(at(5)));
    }

    #[test]
    fn one_who_can_is_enough() {
        assert_eq!(attended(&[GONE, WALLED, away(5), HERE]), Attended::ByAWorker);
    }

    fn planned(from: i64, until: Option<i64>, away: &[(i64, i64)]) -> Planned {
        let away = away.iter().map(|(from, until)| (at(*from), at(*until))).collect();
        Planned { from: at(from), until: until.map(at), barred: false, away }
    }

    fn gap(planned: &[Planned]) -> Option<(i64, Option<i64>)> {
        let found = first_gap(planned, at(10), at(100))?;
        Some((found.from.as_second(), found.back.map(Timestamp::as_second)))
    }

    #[test]
    fn an_end_or_an_absence_that_nobody_fills_is_a_gap() {
        assert_eq!(gap(&[planned(0, Some(50), &[])]), Some((50, None)));
        assert_eq!(gap(&[planned(0, None, &[(20, 30)])]), Some((20, Some(30))));
        assert_eq!(gap(&[planned(0, None, &[(20, 30), (30, 40)])]), Some((20, Some(40))));
    }

    #[test]
    fn somebody_who_takes_over_in_time_fills_it_and_too_late_does_not() {
        let away = planned(0, None, &[(20, 30)]);

        assert_eq!(gap(&[away.clone(), planned(20, Some(30), &[])]), None);
        assert_eq!(gap(&[away.clone(), planned(21, Some(30), &[])]), Some((20, Some(21))));
        assert_eq!(gap(&[away.clone(), planned(15, Some(29), &[])]), Some((29, Some(30))));
        assert_eq!(gap(&[away, Planned { barred: true, ..planned(0, None, &[]) }]), Some((20, Some(30))));
    }

    #[test]
    fn what_nobody_works_on_now_and_what_is_far_away_is_no_gap_to_come() {
        assert_eq!(gap(&[planned(20, None, &[])]), None);
        assert_eq!(gap(&[planned(0, None, &[(5, 30)])]), None);
        assert_eq!(gap(&[planned(0, None, &[(101, 130)])]), None);
        assert_eq!(gap(&[planned(0, None, &[(100, 130)])]), Some((100, Some(130))));
    }
}
