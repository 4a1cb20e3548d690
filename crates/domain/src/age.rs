//! Age in whole years and the four bands consent turns on (MOD-06).
//! A band is computed on the day it is asked, never stored: birthdays do not wait for a job.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::BirthDate;

/// Compiled in: reading the machine's zone files would be I/O, and a rule may not depend on it.
static AMSTERDAM: TimeZone = jiff::tz::get!("Europe/Amsterdam");

/// An age band (MOD-06), from young to old.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum AgeBand {
    /// Not yet 12.
    Under12,
    /// 12 to 15.
    From12To15,
    /// 16 or 17.
    From16To17,
    /// 18 or older.
    Adult,
}

impl AgeBand {
    /// The band of an age in whole years.
    pub const fn of(age: u16) -> Self {
        match age {
            0..12 => Self::Under12,
            12..16 => Self::From12To15,
            16..18 => Self::From16To17,
            _ => Self::Adult,
        }
    }

    /// A word for texts and policies. There is no way back, so that nobody stores it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Under12 => "under-12",
            Self::From12To15 => "12-15",
            Self::From16To17 => "16-17",
            Self::Adult => "adult",
        }
    }
}

/// Age in whole years on a day; 0 before the birth. Someone born on 29 February has their birthday
/// on 1 March in other years (MOD-06).
pub fn age_on(birth: Date, today: Date) -> u16 {
    let had_birthday = (today.month(), today.day()) >= (birth.month(), birth.day());
    let years = i32::from(today.year()) - i32::from(birth.year()) - i32::from(!had_birthday);
    u16::try_from(years).unwrap_or(0)
}

/// The youngest and the oldest band that fit what is known of the birth date. When they differ,
/// a rule must be met for both (MOD-06). Nothing known: from `Under12` to `Adult`.
pub fn bands_on(birth: &BirthDate, today: Date) -> (AgeBand, AgeBand) {
    let band = |born: Date| AgeBand::of(age_on(born, today));
    (birth.latest().map_or(AgeBand::Under12, band), birth.earliest().map_or(AgeBand::Adult, band))
}

/// The calendar date in the Netherlands at an instant: the day a rule means by "today".
pub fn amsterdam_date(instant: Timestamp) -> Date {
    amsterdam(instant).date()
}

/// The wall clock in Amsterdam at an instant.
pub fn amsterdam(instant: Timestamp) -> DateTime {
    instant.to_zoned(AMSTERDAM.clone()).datetime()
}

/// The instant at which a day begins in Amsterdam.
pub fn amsterdam_midnight(day: Date) -> Option<Timestamp> {
    day.to_zoned(AMSTERDAM.clone()).ok().map(|start| start.timestamp())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn bands_change_on_the_birthday() {
        use AgeBand::*;
        let ordinary = date(2014, 5, 10);
        let leap = date(2012, 2, 29);
        let cases = [
            (ordinary, date(2026, 5, 9), Under12),
            (ordinary, date(2026, 5, 10), From12To15),
            (ordinary, date(2030, 5, 9), From12To15),
            (ordinary, date(2030, 5, 10), From16To17),
            (ordinary, date(2032, 5, 9), From16To17),
            (ordinary, date(2032, 5, 10), Adult),
            (leap, date(2028, 2, 28), From12To15),
            (leap, date(2028, 2, 29), From16To17),
            (leap, date(2030, 2, 28), From16To17),
            (leap, date(2030, 3, 1), Adult),
        ];

        for (born, today, band) in cases {
            assert_eq!(AgeBand::of(age_on(born, today)), band, "{born} on {today}");
        }
    }

    #[test]
    fn the_day_is_the_day_in_amsterdam() {
        let late_in_utc: Timestamp = "2028-02-29T23:30:00Z".parse().expect("an instant");

        let today = amsterdam_date(late_in_utc);

        assert_eq!(today, date(2028, 3, 1));
        assert_eq!(AgeBand::of(age_on(date(2016, 3, 1), today)), AgeBand::From12To15);
    }

    #[test]
    fn summer_time_moves_midnight_an_hour() {
        let day = |instant: &str| amsterdam_date(instant.parse().expect("an instant"));

        assert_eq!(day("2026-07-01T21:59:59Z"), date(2026, 7, 1));
        assert_eq!(day("2026-07-01T22:00:00Z"), date(2026, 7, 2));
        assert_eq!(day("2026-12-01T22:59:59Z"), date(2026, 12, 1));
        assert_eq!(day("2026-12-01T23:00:00Z"), date(2026, 12, 2));
        // Far beyond any table of transitions.
        assert_eq!(day("2060-07-01T22:00:00Z"), date(2060, 7, 2));
    }

    #[test]
    fn a_partial_birth_date_gives_both_bands() {
        let today = date(2026, 3, 2);
        let bands = |stored: &str| bands_on(&stored.parse().expect("a stored date"), today);

        assert_eq!(bands("2014-00-00"), (AgeBand::Under12, AgeBand::From12To15));
        assert_eq!(bands("1990-00-00"), (AgeBand::Adult, AgeBand::Adult));
        assert_eq!(bands("2026-00-00"), (AgeBand::Under12, AgeBand::Under12));
        assert_eq!(bands("0000-00-00"), (AgeBand::Under12, AgeBand::Adult));
    }
}
