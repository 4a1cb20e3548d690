//! "Wie heeft gekeken?" for the client (ACC-21): by day, the own worker summed, others spelled out.
//! Gets only lines the client may know of: what is hidden is left out before (MOD-07).

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::{Function, LookId, StaffId, amsterdam_date};

/// How somebody stood to the client at the moment of looking.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Standing {
    /// The client's own worker: lead of a part.
    Own,
    /// Otherwise directly involved.
    Involved,
    /// Not involved.
    NotInvolved,
}

/// One line of the record about this client.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Look {
    /// How the client's list names it; none when it was made a moment ago.
    pub id: Option<LookId>,
    /// When.
    pub at: Timestamp,
    /// Who.
    pub staff: StaffId,
    /// How they stood to the client then.
    pub standing: Standing,
    /// Their name.
    pub name: String,
    /// Their function then.
    pub function: Function,
    /// The name of their team then.
    pub team: String,
    /// The code of what they did, such as "ReadDossier".
    pub action: String,
    /// Why, as they gave it.
    pub reason: Option<String>,
    /// Emergency access (ACC-03).
    pub emergency: bool,
}

/// One calendar day in the Netherlands.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day {
    /// Which day.
    pub date: Date,
    /// The own workers, by name, each with a count.
    pub own: Vec<OwnLooks>,
    /// Everybody else, and every emergency, newest first.
    pub others: Vec<Line>,
}

/// An own worker's looks of one day.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnLooks {
    /// Their name.
    pub name: String,
    /// Their function.
    pub function: Function,
    /// How many lines, at least 1.
    pub times: usize,
    /// The looks by name, as far as they have one, in the order they came.
    pub ids: Vec<LookId>,
}

/// A look that is spelled out.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    /// How the client's list names it; none when it was made a moment ago.
    pub id: Option<LookId>,
    /// When.
    pub at: Timestamp,
    /// Who, as far as the client is told.
    pub who: Who,
    /// The code of what they did.
    pub action: String,
    /// Why.
    pub reason: Option<String>,
    /// Emergency access.
    pub emergency: bool,
}

/// Whom the client is told about: names of the involved only (ACC-21, `InvolvedOnly`).
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Who {
    /// An involved worker.
    Named {
        /// Their name.
        name: String,
        /// Their function.
        function: Function,
    },
    /// Anybody else.
    ByFunction {
        /// Their function.
        function: Function,
        /// The name of their team.
        team: String,
    },
}

/// The deed of looking together with the client.
const TOGETHER: &str = "LookTogether";

/// Groups looks by Amsterdam day, newest day first. Every look is in exactly one count or line.
pub fn summarise(looks: &[Look]) -> Vec<Day> {
    let mut days: BTreeMap<Date, Vec<&Look>> = BTreeMap::new();
    for look in looks {
        days.entry(amsterdam_date(look.at)).or_default().push(look);
    }
    days.into_iter().rev().map(|(date, looks)| day(date, looks)).collect()
}

fn day(date: Date, looks: Vec<&Look>) -> Day {
    // Emergency access is never folded into a count, whoever did it.
    let (own, mut others): (Vec<&Look>, Vec<&Look>) = looks.into_iter().partition(|look| is_summed(look));
    others.sort_by_key(|look| std::cmp::Reverse(look.at));
    Day { date, own: count(own), others: others.into_iter().map(line).collect() }
}

/// An own worker's looks are counted by day. Not when the client was there: that line says so.
fn is_summed(look: &Look) -> bool {
    look.standing == Standing::Own && !look.emergency && look.action != TOGETHER
}

fn count(looks: Vec<&Look>) -> Vec<OwnLooks> {
    let mut by_staff: BTreeMap<StaffId, OwnLooks> = BTreeMap::new();
    for look in looks {
        let own = by_staff.entry(look.staff).or_insert_with(|| OwnLooks {
            name: look.name.clone(),
            function: look.function,
            times: 0,
            ids: Vec::new(),
        });
        own.times += 1;
        own.ids.extend(look.id);
    }
    let mut own: Vec<_> = by_staff.into_values().collect();
    own.sort_by(|a, b| a.name.cmp(&b.name));
    own
}

/// The looks that stand on one line with this one: itself, or all of an own worker on that day. Empty: there is no
/// such look in the list.
pub fn on_one_line(looks: &[Look], id: LookId) -> Vec<&Look> {
    let Some(asked) = looks.iter().find(|look| look.id == Some(id)) else { return Vec::new() };
    if !is_summed(asked) {
        return vec![asked];
    }
    let day = amsterdam_date(asked.at);
    let together =
        |look: &&Look| is_summed(look) && look.staff == asked.staff && amsterdam_date(look.at) == day;
    looks.iter().filter(together).collect()
}

/// Whom the client is told about (ACC-21).
pub fn told(look: &Look) -> Who {
    let function = look.function;
    match look.standing {
        Standing::Own | Standing::Involved => Who::Named { name: look.name.clone(), function },
        Standing::NotInvolved => Who::ByFunction { function, team: look.team.clone() },
    }
}

fn line(look: &Look) -> Line {
    Line {
        id: look.id,
        at: look.at,
        who: told(look),
        action: look.action.clone(),
        reason: look.reason.clone(),
        emergency: look.emergency,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn look(name: &str, standing: Standing, at: &str) -> Look {
        Look {
            id: None,
            at: at.parse().expect("an instant"),
            staff: StaffId(Uuid::from_u128(u128::from(name.as_bytes()[0]))),
            standing,
            name: name.to_owned(),
            function: Function::Worker,
            team: "Noord".to_owned(),
            action: "ReadDossier".to_owned(),
            reason: None,
            emergency: false,
        }
    }

    #[test]
    fn the_own_worker_is_summed_by_day() {
        let looks = [
            look("Ria", Standing::Own, "2026-03-02T09:00:00Z"),
            look("Ria", Standing::Own, "2026-03-02T10:00:00Z"),
            look("Ria", Standing::Own, "2026-03-03T09:00:00Z"),
        ];

        let days = summarise(&looks);

        let counted: Vec<_> =
            days.iter().map(|day| (day.date, day.own[0].name.as_str(), day.own[0].times)).collect();
        assert_eq!(counted, [(date(2026, 3, 3), "Ria", 1), (date(2026, 3, 2), "Ria", 2)]);
        assert!(days.iter().all(|day| day.others.is_empty()));
    }

    #[test]
    fn the_day_is_the_day_in_amsterdam() {
        let late = [look("Ria", Standing::Own, "2026-03-02T23:30:00Z")];

        assert_eq!(summarise(&late)[0].date, date(2026, 3, 3));
    }

    #[test]
    fn the_involved_are_named_and_others_are_not() {
        let looks = [
            look("Joost", Standing::Involved, "2026-03-02T09:00:00Z"),
            look("Sanne", Standing::NotInvolved, "2026-03-02T10:00:00Z"),
        ];

        let days = summarise(&looks);

        let who: Vec<_> = days[0].others.iter().map(|line| &line.who).collect();
        assert_eq!(
            who,
            [
                &Who::ByFunction { function: Function::Worker, team: "Noord".to_owned() },
                &Who::Named { name: "Joost".to_owned(), function: Function::Worker },
            ]
        );
        assert!(!format!("{days:?}").contains("Sanne"));
    }

    #[test]
    fn an_emergency_is_spelled_out_also_for_the_own_worker() {
        let mut emergency = look("Ria", Standing::Own, "2026-03-02T09:00:00Z");
        emergency.emergency = true;
        emergency.reason = Some("De klant staat aan de balie.".to_owned());

        let days = summarise(&[emergency]);

        assert_eq!(days[0].own, []);
        assert!(days[0].others[0].emergency);
        assert_eq!(days[0].others[0].reason.as_deref(), Some("De klant staat aan de balie."));
    }

    #[test]
    fn two_workers_of_one_name_are_counted_apart() {
        let ria = look("Ria", Standing::Own, "2026-03-02T09:00:00Z");
        let other_ria = Look { staff: StaffId(Uuid::from_u128(7)), ..ria.clone() };

        let days = summarise(&[ria, other_ria]);

        assert_eq!(days[0].own.len(), 2);
    }

    #[test]
    fn a_line_holds_the_own_looks_of_its_day_and_nobody_elses() {
        let id = |number| Some(LookId(Uuid::from_u128(number)));
        let mut looks = [
            look("Ria", Standing::Own, "2026-03-02T09:00:00Z"),
            look("Ria", Standing::Own, "2026-03-02T10:00:00Z"),
            look("Ria", Standing::Own, "2026-03-03T09:00:00Z"),
            look("Ria", Standing::NotInvolved, "2026-03-02T11:00:00Z"),
            look("Sanne", Standing::Own, "2026-03-02T09:00:00Z"),
        ];
        for (look, number) in looks.iter_mut().zip(1..) {
            look.id = id(number);
        }

        let ids = |asked: u128| -> Vec<_> {
            on_one_line(&looks, LookId(Uuid::from_u128(asked))).iter().map(|look| look.id).collect()
        };

        assert_eq!(ids(1), [id(1), id(2)]);
        assert_eq!(ids(2), ids(1));
        assert_eq!(ids(4), [id(4)], "spelled out, so a line of its own");
        assert_eq!(ids(9), []);
    }

    #[test]
    fn looking_together_is_spelled_out_also_of_an_own_worker() {
        let alone = look("Ria", Standing::Own, "2026-03-02T09:00:00Z");
        let together = Look { action: TOGETHER.into(), ..alone.clone() };

        let days = summarise(&[alone, together]);

        assert_eq!((days[0].own[0].times, days[0].others.len()), (1, 1));
        assert_eq!(days[0].others[0].action, TOGETHER);
    }

    #[test]
    fn nobody_looked() {
        assert_eq!(summarise(&[]), []);
    }
}
