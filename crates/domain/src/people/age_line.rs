//! The age line: the days on which a child turns 12, 16 and 18, when consent, portal and rights change hands (CON-25).
//! A birth date that is partly unknown gives the first and the last day it can be (MOD-06).

use jiff::civil::Date;

use crate::{AgeBand, BirthDate, bands_on};

/// The ages at which something changes.
pub const AGES: [i16; 3] = [12, 16, 18];

/// A birthday at which something changes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Turn {
    /// 12, 16 or 18.
    pub age: i16,
    /// The first day it can be.
    pub first: Date,
    /// The last day it can be; the same when the birth date is known.
    pub last: Date,
}

impl Turn {
    /// Whether the day is known.
    pub fn is_certain(&self) -> bool {
        self.first == self.last
    }
}

/// The birthdays at which something changes, past ones too. None when nothing is known of the birth date.
pub fn age_line(born: &BirthDate) -> Vec<Turn> {
    let (Some(first), Some(last)) = (born.earliest(), born.latest()) else { return Vec::new() };
    AGES.iter()
        .filter_map(|&age| Some(Turn { age, first: birthday(first, age)?, last: birthday(last, age)? }))
        .collect()
}

/// The day somebody reaches an age. Born on 29 February: 1 March in other years (MOD-06).
fn birthday(born: Date, age: i16) -> Option<Date> {
    let year = born.year().checked_add(age)?;
    Date::new(year, born.month(), born.day()).or_else(|_| Date::new(year, 3, 1)).ok()
}

/// Whether a change of capacity or authority asks for a second person (C41): who is or may be 16.
pub fn needs_second(born: &BirthDate, today: Date) -> bool {
    bands_on(born, today).1 >= AgeBand::From16To17
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn days(born: &str) -> Vec<(Date, Date)> {
        let born = born.parse().expect("a birth date");
        age_line(&born).iter().map(|turn| (turn.first, turn.last)).collect()
    }

    #[test]
    fn whoever_was_born_on_the_29th_of_february_turns_on_the_first_of_march_in_other_years() {
        assert_eq!(
            days("2012-02-29"),
            [
                (date(2024, 2, 29), date(2024, 2, 29)),
                (date(2028, 2, 29), date(2028, 2, 29)),
                (date(2030, 3, 1), date(2030, 3, 1)),
            ]
        );
    }

    #[test]
    fn a_year_alone_gives_the_first_and_the_last_day_it_can_be() {
        let [twelve, ..] = *days("2014-00-00") else { panic!("three") };
        let [in_february, ..] = *days("2012-02-00") else { panic!("three") };

        assert_eq!(twelve, (date(2026, 1, 1), date(2026, 12, 31)));
        assert_eq!(in_february, (date(2024, 2, 1), date(2024, 2, 29)));
        assert_eq!(days("0000-00-00"), []);
    }

    #[test]
    fn who_may_be_sixteen_needs_a_second_person() {
        let needs = |born: &str| needs_second(&born.parse().expect("a date"), date(2026, 3, 2));

        assert!(!needs("2010-03-03") && needs("2010-03-02") && needs("2010-00-00") && needs("0000-00-00"));
        assert!(needs("1960-01-01"));
    }
}
