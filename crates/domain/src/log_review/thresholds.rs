//! From where on something stands out, with its history: a change holds from its day on and never reaches back.

use jiff::Timestamp;
use jiff::civil::{Date, Time, time};

/// The highest number a threshold can have.
pub const MOST: u32 = 9999;

/// From where on something stands out. Set by the organisation; the first that is more stands out.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Thresholds {
    /// Different dossiers in a day that are still ordinary (§14, `reads_per_day`).
    pub dossiers: u32,
    /// Searches without a hit in a day that are still ordinary.
    pub empty_searches: u32,
    /// Looks out of hours in a day that are still ordinary.
    pub out_of_hours: u32,
    /// Emergency accesses in thirty days, attempts included, that are still ordinary.
    pub emergencies: u32,
    /// When an ordinary day begins.
    pub begins: Time,
    /// When it is over.
    pub ends: Time,
}

/// Thresholds as they were typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TypedThresholds {
    /// What was typed, if it was a number.
    pub dossiers: Option<u32>,
    pub empty_searches: Option<u32>,
    pub out_of_hours: Option<u32>,
    pub emergencies: Option<u32>,
    pub begins: Option<Time>,
    pub ends: Option<Time>,
}

/// Why thresholds cannot be.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ThresholdsError {
    /// The field says no number from 0 to [`MOST`].
    #[error("{0} is no number from 0 to 9999")]
    Number(&'static str),
    /// The field says no time of the day.
    #[error("{0} is no time of the day")]
    Time(&'static str),
    /// The ordinary day ends before it began.
    #[error("the ordinary day ends before it begins")]
    EndsFirst,
}

/// One change in the history.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Change {
    /// The first day it holds for.
    pub from: Date,
    /// When it was made; of two for one day the later holds.
    pub made_at: Timestamp,
    pub thresholds: Thresholds,
}

impl Thresholds {
    /// What holds until an organisation sets its own (§14, ACC-22).
    pub const FIRST: Self = Self {
        dossiers: 60,
        empty_searches: 10,
        out_of_hours: 3,
        emergencies: 2,
        begins: time(7, 0, 0, 0),
        ends: time(20, 0, 0, 0),
    };

    /// What held on a day: the newest that had begun; a history in any order.
    pub fn on(history: &[Change], day: Date) -> Self {
        let held = history.iter().filter(|it| it.from <= day).max_by_key(|it| (it.from, it.made_at));
        held.map_or(Self::FIRST, |it| it.thresholds)
    }
}

impl TypedThresholds {
    /// The thresholds, or everything that is wrong with them at once.
    ///
    /// # Errors
    /// One for each field, by its code.
    pub fn read(self) -> Result<Thresholds, Vec<ThresholdsError>> {
        let mut wrong = Vec::new();
        let mut number = |field, typed: Option<u32>| {
            typed.filter(|many| *many <= MOST).unwrap_or_else(|| {
                wrong.push(ThresholdsError::Number(field));
                0
            })
        };
        let dossiers = number("dossiers", self.dossiers);
        let empty_searches = number("empty-searches", self.empty_searches);
        let out_of_hours = number("out-of-hours", self.out_of_hours);
        let emergencies = number("emergencies", self.emergencies);
        for (field, typed) in [("begins", self.begins), ("ends", self.ends)] {
            if typed.is_none() {
                wrong.push(ThresholdsError::Time(field));
            }
        }
        let (begins, ends) = (self.begins.unwrap_or(Time::MIN), self.ends.unwrap_or(Time::MAX));
        if ends <= begins {
            wrong.push(ThresholdsError::EndsFirst);
        }
        let read = Thresholds { dossiers, empty_searches, out_of_hours, emergencies, begins, ends };
        if wrong.is_empty() { Ok(read) } else { Err(wrong) }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn change(from: Date, second: i64, dossiers: u32) -> Change {
        let made_at = Timestamp::from_second(second).expect("an instant");
        Change { from, made_at, thresholds: Thresholds { dossiers, ..Thresholds::FIRST } }
    }

    #[test]
    fn a_change_holds_from_its_day_on_and_never_before() {
        let history = [change(date(2026, 6, 1), 2, 20), change(date(2026, 3, 3), 1, 10)];

        for (day, dossiers) in [
            (date(2026, 3, 2), 60),
            (date(2026, 3, 3), 10),
            (date(2026, 5, 31), 10),
            (date(2026, 6, 1), 20),
            (date(2030, 1, 1), 20),
        ] {
            assert_eq!(Thresholds::on(&history, day).dossiers, dossiers, "{day}");
        }
    }

    #[test]
    fn of_two_changes_for_one_day_the_later_holds() {
        let day = date(2026, 3, 3);

        let held = Thresholds::on(&[change(day, 9, 10), change(day, 5, 20)], day);

        assert_eq!(held.dossiers, 10);
    }

    #[test]
    fn everything_that_is_wrong_is_told_at_once() {
        let right = TypedThresholds {
            dossiers: Some(60),
            empty_searches: Some(0),
            out_of_hours: Some(MOST),
            emergencies: Some(2),
            begins: Some(time(7, 0, 0, 0)),
            ends: Some(time(20, 0, 0, 0)),
        };

        assert_eq!(right.read().map(|it| it.out_of_hours), Ok(MOST));
        let wrong = TypedThresholds { dossiers: None, emergencies: Some(MOST + 1), ends: None, ..right };
        assert_eq!(
            wrong.read(),
            Err(vec![
                ThresholdsError::Number("dossiers"),
                ThresholdsError::Number("emergencies"),
                ThresholdsError::Time("ends"),
            ])
        );
        let turned = TypedThresholds { begins: right.ends, ends: right.begins, ..right };
        assert_eq!(turned.read(), Err(vec![ThresholdsError::EndsFirst]));
    }
}
