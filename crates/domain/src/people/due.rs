//! Days that ask for work: authority looked at again after twelve months, an assessment that ends, a suspicion after
//! thirty days, somebody who must still be told, and birthdays that change who decides (CON-08, CON-10, CON-25, CON-27).

use jiff::Span;
use jiff::Timestamp;
use jiff::civil::Date;

use super::{Fact, Held, KeptFor, KeptOn, SAFETY_RECHECK_DAYS, Turn, age_line};
use crate::codes::coded;
use crate::{BirthDate, PeopleFactId};

coded! {
    /// What a day asks for.
    pub enum DueKind, "kind of due date" {
        /// Authority or representation is looked at again.
        AuthorityRecheck = "authority-recheck",
        /// An assessment of capacity ends.
        CapacityEnds = "capacity-ends",
        /// A suspicion is looked at again.
        SafetyRecheck = "safety-recheck",
        /// Somebody who is kept must be told.
        Inform = "inform",
        /// The client turns 12.
        Turns12 = "turns-12",
        /// The client turns 16.
        Turns16 = "turns-16",
        /// The client turns 18.
        Turns18 = "turns-18",
    }
}

/// Months after which authority is looked at again (CON-08, `authority_recheck`).
const AUTHORITY_MONTHS: i64 = 12;
/// Months within which somebody who is kept is told (GDPR 14).
const INFORM_MONTHS: i64 = 1;
/// Days before a birthday on which its worker hears of it (CON-25).
const BIRTHDAY_NOTICES: [i64; 2] = [60, 14];

/// A day that asks for work.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Due {
    /// The day.
    pub on: Date,
    /// What for.
    pub kind: DueKind,
    /// From this day it is told: the same day, or some before a birthday.
    pub told_from: Date,
    /// The fact it is about; none for a birthday.
    pub fact: Option<PeopleFactId>,
}

/// The day one fact asks for; none: it asks for nothing.
pub fn due_of(fact: &Fact) -> Option<(DueKind, Date)> {
    let later = |on: Date, span: Span| on.saturating_add(span);
    match fact {
        Fact::Authority(it) => {
            Some((DueKind::AuthorityRecheck, later(it.seen.on, Span::new().months(AUTHORITY_MONTHS))))
        }
        Fact::Representative(it) => {
            Some((DueKind::AuthorityRecheck, later(it.seen.on, Span::new().months(AUTHORITY_MONTHS))))
        }
        Fact::Capacity(it) => Some((DueKind::CapacityEnds, it.valid_until)),
        Fact::Person(it) => match it.kept {
            KeptOn::Ground { ground: KeptFor::SafetySuspicion, since, .. } => {
                Some((DueKind::SafetyRecheck, later(since, Span::new().days(SAFETY_RECHECK_DAYS))))
            }
            // Of a professional only work contact data are kept.
            KeptOn::Ground { ground: KeptFor::ProfessionalCapacity, .. } => None,
            KeptOn::Ground { informed: None, since, .. } => {
                Some((DueKind::Inform, later(since, Span::new().months(INFORM_MONTHS))))
            }
            KeptOn::Ground { .. } | KeptOn::Agreed { .. } | KeptOn::RoleWord => None,
        },
        Fact::Scheme(_) => None,
    }
}

/// What the facts that hold ask for, and the birthdays to come, the soonest first. Two notices before a birthday are two
/// days on which it is told.
pub fn due(facts: &[Held], born: &BirthDate, at: Timestamp, today: Date) -> Vec<Due> {
    let mut all: Vec<Due> = facts
        .iter()
        .filter(|held| held.holds(at, at))
        .filter_map(|held| {
            let (kind, on) = due_of(&held.says)?;
            Some(Due { on, kind, told_from: on, fact: Some(held.fact) })
        })
        .collect();
    all.extend(birthdays(born, today));
    all.sort();
    all
}

/// The birthdays from today on, each with the days on which it is told.
pub fn birthdays(born: &BirthDate, today: Date) -> Vec<Due> {
    let kind = |turn: &Turn| match turn.age {
        12 => DueKind::Turns12,
        16 => DueKind::Turns16,
        _ => DueKind::Turns18,
    };
    // Where the day is not known the first one counts: better told early than late.
    age_line(born)
        .iter()
        .filter(|turn| turn.first >= today)
        .flat_map(|turn| {
            BIRTHDAY_NOTICES.map(|days| Due {
                on: turn.first,
                kind: kind(turn),
                told_from: turn.first.saturating_sub(Span::new().days(days)),
                fact: None,
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::*;
    use super::*;

    #[test]
    fn authority_is_looked_at_again_after_a_year_and_not_when_it_ended() {
        let mut facts = parents();
        end(&mut facts, FATHERS, "2026-03-01T00:00:00Z");

        let due = due(&facts, &BirthDate::UNKNOWN, at(NOW), date(2026, 3, 2));

        let of = |fact, kind| due.iter().find(|it| it.fact == Some(fact) && it.kind == kind).map(|it| it.on);
        assert_eq!(of(MOTHERS, DueKind::AuthorityRecheck), Some(date(2027, 1, 5)));
        assert_eq!(of(FATHERS, DueKind::AuthorityRecheck), None);
        assert_eq!(of(MOTHER, DueKind::Inform), Some(date(2020, 2, 1)), "kept by law, and not told yet");
    }

    #[test]
    fn a_suspicion_comes_back_every_thirty_days() {
        let mut danger = person(super::super::Relation::FormerPartner);
        danger.kept =
            KeptOn::Ground { ground: KeptFor::SafetySuspicion, informed: None, since: date(2026, 2, 1) };

        assert_eq!(due_of(&Fact::Person(danger)), Some((DueKind::SafetyRecheck, date(2026, 3, 3))));
    }

    #[test]
    fn a_birthday_is_told_sixty_and_fourteen_days_before_and_not_when_it_was() {
        let born = BirthDate::full(date(2010, 5, 1));

        let due = birthdays(&born, date(2026, 3, 2));

        let sixteen: Vec<Date> =
            due.iter().filter(|it| it.kind == DueKind::Turns16).map(|it| it.told_from).collect();
        assert_eq!(sixteen, [date(2026, 3, 2), date(2026, 4, 17)]);
        assert!(due.iter().all(|it| it.kind != DueKind::Turns12));
        assert!(
            birthdays(&born, date(2026, 5, 1)).iter().any(|it| it.kind == DueKind::Turns16),
            "the day itself"
        );
        assert!(birthdays(&born, date(2026, 5, 2)).iter().all(|it| it.kind == DueKind::Turns18));
    }
}
