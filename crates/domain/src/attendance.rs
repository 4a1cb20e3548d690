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
}
