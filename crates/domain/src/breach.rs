//! A personal data breach, as far as it is received (BRE-01, BRE-02): of what kind, and how long there is to report it.
//! The hours run through nights, weekends and holidays.

use jiff::{SignedDuration, Timestamp};

use crate::codes::coded;

coded! {
    /// What went wrong with the data (BRE-01).
    pub enum BreachKind, "kind of breach" {
        /// Somebody saw it who should not have.
        Confidentiality = "confidentiality",
        /// It was changed by somebody who should not have.
        Integrity = "integrity",
        /// It was lost, or could not be reached.
        Availability = "availability",
    }
}

coded! {
    /// How far a breach is. Handling comes with its own screens.
    pub enum BreachState, "state of a breach" {
        /// Received, and no more.
        Received = "received",
    }
}

/// Hours within which the supervisory authority is told, counted from when anybody of the controller knew (GDPR 33(1)).
pub const REPORT_WITHIN: SignedDuration = SignedDuration::from_hours(72);

/// The last moment to report it in time.
pub fn report_due(aware: Timestamp) -> Timestamp {
    aware.checked_add(REPORT_WITHIN).unwrap_or(Timestamp::MAX)
}

/// Whole hours that are left. None: they are over.
pub fn hours_left(aware: Timestamp, now: Timestamp) -> Option<i64> {
    let left = report_due(aware).duration_since(now);
    (left > SignedDuration::ZERO).then(|| left.as_hours())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn seventy_two_hours_run_through_a_weekend_and_the_night_of_the_clocks() {
        // Friday 27 March 2026; on Sunday the 29th an hour is skipped.
        let aware = at("2026-03-27T16:00:00Z");

        assert_eq!(report_due(aware), at("2026-03-30T16:00:00Z"));
        assert_eq!(hours_left(aware, aware), Some(72));
        assert_eq!(hours_left(aware, at("2026-03-29T16:00:01Z")), Some(23));
    }

    #[test]
    fn the_last_hour_is_no_hour_and_after_it_there_is_none() {
        let aware = at("2026-03-02T09:00:00Z");

        assert_eq!(hours_left(aware, at("2026-03-05T08:59:59Z")), Some(0));
        assert_eq!(hours_left(aware, at("2026-03-05T09:00:00Z")), None);
        assert_eq!(report_due(Timestamp::MAX), Timestamp::MAX);
    }
}
