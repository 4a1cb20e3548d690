//! Who acts for the client beside parents: curator, mentor, administrator of property, or by a mandate (CON-09).
//! An administrator of property decides about money, and about nothing else.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Fact, Held, Matter, Seen};
use crate::PeopleFactId;
use crate::codes::coded;

coded! {
    /// As what somebody acts for the client.
    pub enum RepresentativeKind, "kind of representative" {
        /// Guardian of an adult.
        Curator = "curator",
        /// Decides about care.
        Mentor = "mentor",
        /// Administers property: money only.
        PropertyAdministrator = "property-administrator",
        /// By a mandate of the client, for what it says.
        Mandate = "mandate",
    }
}

/// Somebody who acts for the client.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Representative {
    /// Who.
    pub person: PeopleFactId,
    /// As what.
    pub kind: RepresentativeKind,
    /// What a mandate says; empty for the others, whose matters follow from the law.
    pub matters: Vec<Matter>,
    /// What was seen.
    pub seen: Seen,
}

impl Representative {
    /// Whether it reaches a matter. That the client cannot decide is another question (CON-10).
    pub fn reaches(&self, matter: Matter) -> bool {
        match self.kind {
            RepresentativeKind::Curator => true,
            RepresentativeKind::Mentor => matter != Matter::Finance,
            RepresentativeKind::PropertyAdministrator => matter == Matter::Finance,
            RepresentativeKind::Mandate => self.matters.contains(&matter),
        }
    }
}

/// Who could act for the client in a matter at an instant, by what was known at another. A judge's choice goes before
/// a mandate; two of the same rank act each alone (CON-09).
pub fn represents(facts: &[Held], matter: Matter, at: Timestamp, known_at: Timestamp) -> Vec<PeopleFactId> {
    let by = |judge: bool| -> Vec<PeopleFactId> {
        facts
            .iter()
            .filter(|held| held.holds(at, known_at))
            .filter_map(|held| match &held.says {
                Fact::Representative(it) if it.reaches(matter) => Some(it),
                _ => None,
            })
            .filter(|it| (it.kind != RepresentativeKind::Mandate) == judge)
            .map(|it| it.person)
            .collect()
    };
    let by_judge = by(true);
    if by_judge.is_empty() { by(false) } else { by_judge }
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;

    fn one(kind: RepresentativeKind, matters: &[Matter]) -> Fact {
        Fact::Representative(Representative { person: OTHER, kind, matters: matters.to_vec(), seen: seen() })
    }

    #[test]
    fn an_administrator_of_property_decides_about_money_only() {
        let facts = [held(OTHERS, one(RepresentativeKind::PropertyAdministrator, &[]))];

        for &matter in Matter::ALL {
            let who = represents(&facts, matter, at(NOW), at(NOW));
            assert_eq!(!who.is_empty(), matter == Matter::Finance, "{matter}");
        }
    }

    #[test]
    fn a_mentor_goes_before_a_mandate_and_has_nothing_to_do_with_money() {
        let mandate = Fact::Representative(Representative {
            person: FATHER,
            kind: RepresentativeKind::Mandate,
            matters: vec![Matter::Care, Matter::Finance],
            seen: seen(),
        });
        let facts = [held(OTHERS, one(RepresentativeKind::Mentor, &[])), held(FATHERS, mandate)];

        assert_eq!(represents(&facts, Matter::Care, at(NOW), at(NOW)), [OTHER]);
        assert_eq!(represents(&facts, Matter::Finance, at(NOW), at(NOW)), [FATHER]);
        assert_eq!(represents(&facts, Matter::Housing, at(NOW), at(NOW)), [OTHER]);
    }

    #[test]
    fn who_stopped_acts_no_more() {
        let mut facts = vec![held(OTHERS, one(RepresentativeKind::Curator, &[]))];
        end(&mut facts, OTHERS, "2026-03-01T00:00:00Z");

        assert!(represents(&facts, Matter::Care, at(NOW), at(NOW)).is_empty());
    }
}
