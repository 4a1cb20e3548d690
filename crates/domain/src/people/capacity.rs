//! Whether the client can decide, about one matter and for a time (CON-10). Nobody is incapable by age, diagnosis or
//! curatele: without an assessment that holds, the client decides.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Fact, Held};
use crate::codes::coded;
use crate::text_input::{FieldProblem, Input};
use crate::{PeopleFactId, amsterdam_date};

coded! {
    /// About what somebody decides.
    pub enum Matter, "matter" {
        /// Help and care.
        Care = "care",
        /// Sharing data with others.
        Sharing = "sharing",
        /// Money.
        Finance = "finance",
        /// Living somewhere.
        Housing = "housing",
    }
}

coded! {
    /// What an assessment found.
    pub enum Outcome, "outcome of an assessment" {
        /// The client decides.
        Capable = "capable",
        /// The client cannot weigh this matter now.
        Incapable = "incapable",
    }
}

/// An assessment holds at most this long, in months (CON-10).
pub const VALID_MONTHS: i64 = 6;

const ASSESSOR_MAX: usize = 120;
const REASONS_MAX: usize = 2000;

/// An assessment of one matter.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CapacityAssessment {
    /// About what.
    pub matter: Matter,
    /// What was found.
    pub outcome: Outcome,
    /// Who assessed, by name or by profession.
    pub assessor: String,
    /// Why.
    pub reasons: String,
    /// On which day.
    pub made_on: Date,
    /// The last day it holds.
    pub valid_until: Date,
}

/// Why an assessment is not recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CapacityFault {
    /// A field cannot be kept as typed.
    #[error(transparent)]
    Field(#[from] FieldProblem),
    /// Made after today.
    #[error("a day that has not been")]
    InFuture,
    /// It would hold before it was made, or for longer than it may.
    #[error("it holds at most six months")]
    TooLong,
}

impl CapacityAssessment {
    /// Whether it can be recorded.
    ///
    /// # Errors
    /// [`CapacityFault`]: the first thing that is wrong.
    pub fn check(&self, today: Date) -> Result<(), CapacityFault> {
        Input::line("assessor", &self.assessor, ASSESSOR_MAX)?;
        Input::text("reasons", &self.reasons, REASONS_MAX)?;
        if self.made_on > today {
            return Err(CapacityFault::InFuture);
        }
        let latest = self.made_on.saturating_add(Span::new().months(VALID_MONTHS));
        if self.valid_until < self.made_on || self.valid_until > latest {
            return Err(CapacityFault::TooLong);
        }
        Ok(())
    }

    /// Whether it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.made_on <= day && day <= self.valid_until
    }
}

/// Who decides about a matter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Ability {
    /// The client.
    Capable,
    /// Somebody else, by this assessment.
    Incapable(PeopleFactId),
}

/// Whether the client could decide about a matter at an instant, by what was known at another. The assessment that was
/// made last decides.
pub fn ability(facts: &[Held], matter: Matter, at: Timestamp, known_at: Timestamp) -> Ability {
    let day = amsterdam_date(at);
    let newest = facts
        .iter()
        .filter(|held| held.holds(at, known_at))
        .filter_map(|held| match &held.says {
            Fact::Capacity(it) if it.matter == matter && it.holds_on(day) => Some((it, held)),
            _ => None,
        })
        .max_by_key(|(it, held)| (it.made_on, held.recorded_at));
    match newest {
        Some((it, held)) if it.outcome == Outcome::Incapable => Ability::Incapable(held.fact),
        _ => Ability::Capable,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::super::testing::*;
    use super::*;

    fn assessment(valid_until: Date) -> CapacityAssessment {
        CapacityAssessment {
            matter: Matter::Finance,
            outcome: Outcome::Incapable,
            assessor: "Huisarts".into(),
            reasons: "Overziet de gevolgen niet.".into(),
            made_on: date(2025, 8, 31),
            valid_until,
        }
    }

    #[test]
    fn everybody_decides_unless_an_assessment_says_otherwise() {
        let incapable = [held(OTHERS, Fact::Capacity(assessment(date(2026, 2, 28))))];
        let on = |day: &str| ability(&incapable, Matter::Finance, at(day), at(NOW));

        assert_eq!(ability(&[], Matter::Care, at(NOW), at(NOW)), Ability::Capable);
        assert_eq!(on("2026-02-28T22:59:00Z"), Ability::Incapable(OTHERS));
        assert_eq!(on("2026-02-28T23:00:00Z"), Ability::Capable, "over at midnight in Amsterdam");
        assert_eq!(ability(&incapable, Matter::Care, at("2026-01-01T12:00:00Z"), at(NOW)), Ability::Capable);
    }

    #[test]
    fn a_later_assessment_decides() {
        let newer = CapacityAssessment {
            outcome: Outcome::Capable,
            made_on: date(2025, 12, 1),
            valid_until: date(2026, 5, 1),
            ..assessment(date(2026, 2, 28))
        };
        let facts = [
            held(OTHERS, Fact::Capacity(assessment(date(2026, 2, 28)))),
            held(FATHERS, Fact::Capacity(newer)),
        ];

        assert_eq!(ability(&facts, Matter::Finance, at("2026-01-01T12:00:00Z"), at(NOW)), Ability::Capable);
    }

    #[test]
    fn it_holds_six_months_at_most_also_from_the_last_day_of_a_long_month() {
        let today = date(2026, 3, 2);

        assert_eq!(assessment(date(2026, 2, 28)).check(today), Ok(()));
        assert_eq!(assessment(date(2026, 3, 1)).check(today), Err(CapacityFault::TooLong));
        assert_eq!(assessment(date(2025, 8, 30)).check(today), Err(CapacityFault::TooLong));
        assert_eq!(assessment(date(2026, 2, 28)).check(date(2025, 8, 30)), Err(CapacityFault::InFuture));
        let blank = CapacityAssessment { reasons: " ".into(), ..assessment(date(2026, 2, 28)) };
        assert!(matches!(blank.check(today), Err(CapacityFault::Field(_))));
    }
}
