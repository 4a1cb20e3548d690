//! Working days in the Netherlands: no Saturday, no Sunday and no public holiday of the Algemene termijnenwet
//! (art. 3, Good Friday included). Terms of oversight are counted in them (ACC-04).

use jiff::ToSpan;
use jiff::civil::{Date, Weekday, date};

/// Easter Sunday of a year (Gregorian computus).
fn easter(year: i16) -> Date {
    let y = i32::from(year);
    let (a, b, c) = (y % 19, y / 100, y % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let (month, day) = ((h + l - 7 * m + 114) / 31, (h + l - 7 * m + 114) % 31 + 1);
    let small = |number: i32| i8::try_from(number).unwrap_or(1);
    date(year, small(month), small(day))
}

/// King's Day: 27 April, or the day before when that is a Sunday.
fn kings_day(year: i16) -> Date {
    let day = date(year, 4, 27);
    if day.weekday() == Weekday::Sunday { date(year, 4, 26) } else { day }
}

/// Whether offices are closed by law: art. 3 of the Algemene termijnenwet.
pub fn is_public_holiday(day: Date) -> bool {
    let year = day.year();
    let fixed = [(1, 1), (5, 5), (12, 25), (12, 26)];
    if fixed.contains(&(day.month(), day.day())) || day == kings_day(year) {
        return true;
    }
    // Good Friday, Easter Monday, Ascension Day, Whit Monday.
    [-2, 1, 39, 50]
        .into_iter()
        .any(|after: i64| easter(year).checked_add(after.days()).is_ok_and(|holiday| holiday == day))
}

/// Whether somebody is at work on this day.
pub fn is_working_day(day: Date) -> bool {
    !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) && !is_public_holiday(day)
}

/// The `count`-th working day after a day; the day itself does not count. Whatever has until then has all of that day.
pub fn working_days_after(day: Date, count: u32) -> Date {
    let (mut at, mut left) = (day, count);
    while left > 0 {
        // The calendar ends in the year 9999: there the term ends with it.
        let Ok(next) = at.tomorrow() else { return at };
        at = next;
        if is_working_day(at) {
            left -= 1;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_is_where_the_almanac_has_it() {
        for (year, month, day) in
            [(2024, 3, 31), (2025, 4, 20), (2026, 4, 5), (2027, 3, 28), (2038, 4, 25), (2285, 3, 22)]
        {
            assert_eq!(easter(year), date(year, month, day));
        }
    }

    #[test]
    fn the_holidays_of_a_year_are_those_of_the_law() {
        let of = |year: i16| -> Vec<String> {
            let mut day = date(year, 1, 1);
            let mut found = Vec::new();
            while day.year() == year {
                if is_public_holiday(day) {
                    found.push(day.strftime("%m-%d").to_string());
                }
                day = day.tomorrow().expect("a day");
            }
            found
        };

        assert_eq!(
            of(2026),
            ["01-01", "04-03", "04-06", "04-27", "05-05", "05-14", "05-25", "12-25", "12-26"]
        );
        assert!(of(2031).contains(&"04-26".to_owned()), "27 April 2031 is a Sunday");
        assert!(!of(2031).contains(&"04-27".to_owned()));
    }

    #[test]
    fn five_working_days_pass_over_weekends_and_holidays() {
        for (from, to) in [
            // A Monday without holidays in sight.
            (date(2026, 3, 2), date(2026, 3, 9)),
            // Opened on a Saturday: Monday is the first.
            (date(2026, 3, 7), date(2026, 3, 13)),
            // Good Friday and Easter Monday.
            (date(2026, 4, 1), date(2026, 4, 10)),
            // Both Christmas days: Friday 25 and Saturday 26 December; and New Year's Day.
            (date(2026, 12, 24), date(2027, 1, 4)),
            // King's Day and Liberation Day lie between them.
            (date(2026, 4, 24), date(2026, 5, 4)),
            (date(2026, 4, 28), date(2026, 5, 6)),
        ] {
            assert_eq!(working_days_after(from, 5), to, "{from}");
        }
    }

    #[test]
    fn none_is_the_day_itself_and_the_end_of_the_calendar_is_no_crash() {
        assert_eq!(working_days_after(date(2026, 3, 7), 0), date(2026, 3, 7));
        assert_eq!(working_days_after(Date::MAX, 5), Date::MAX);
    }
}
