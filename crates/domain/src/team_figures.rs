//! What a team's figures may say (ACC-09): how long questions waited, by month, and counts per legal domain that are
//! too small to tell of nobody in particular.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

/// A count below this is not shown per legal domain: it could be about somebody.
pub const FEW: u64 = 5;

/// The first days of this month and the `before` months before it, oldest first, and the first day of the next one.
pub fn months(today: Date, before: i32) -> Vec<Date> {
    let first = today.first_of_month();
    (-before..=1).filter_map(|month| first.checked_add(month.months()).ok()).collect()
}

/// The middle of how many days the questions waited, rounded down; of an even number the longer of the two in the
/// middle. None without a question. A worker from before the question came means no wait.
pub fn median_days(waits: &[(Timestamp, Timestamp)]) -> Option<i64> {
    const DAY: i64 = 24 * 60 * 60;
    let mut days: Vec<i64> =
        waits.iter().map(|(asked, helped)| (helped.as_second() - asked.as_second()).max(0) / DAY).collect();
    days.sort_unstable();
    days.get(days.len() / 2).copied()
}

/// The counts that may be shown. One that is left out alone could be found by taking the others from the total, so then
/// the smallest of the others is left out too. Nothing at all is no secret: zero is shown.
pub fn shown(counts: &[u64]) -> Vec<Option<u64>> {
    let is_few = |count: u64| (1..FEW).contains(&count);
    let mut shown: Vec<Option<u64>> = counts.iter().map(|&it| (!is_few(it)).then_some(it)).collect();
    if shown.iter().filter(|it| it.is_none()).count() == 1 {
        let next = shown.iter_mut().filter(|it| it.is_some_and(|count| count > 0)).min();
        if let Some(next) = next {
            *next = None;
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_small_count_is_never_found_by_subtraction() {
        assert_eq!(shown(&[4, 20, 9]), [None, Some(20), None]);
        assert_eq!(shown(&[1, 4, 9]), [None, None, Some(9)]);
        assert_eq!(shown(&[5, 0, 6]), [Some(5), Some(0), Some(6)]);
        assert_eq!(shown(&[0, 3]), [Some(0), None], "there is nothing else to leave out");
        assert_eq!(shown(&[]), []);
    }

    #[test]
    fn the_middle_wait_is_in_whole_days() {
        let at = |hours: i64| Timestamp::from_second(hours * 3600).expect("a moment");
        let waited = |hours: i64| (at(1_000), at(1_000 + hours));

        assert_eq!(median_days(&[]), None);
        assert_eq!(median_days(&[waited(-5)]), Some(0), "helped before it was asked");
        assert_eq!(median_days(&[waited(23)]), Some(0));
        assert_eq!(median_days(&[waited(24)]), Some(1));
        assert_eq!(median_days(&[waited(240), waited(24), waited(72)]), Some(3));
        assert_eq!(median_days(&[waited(24), waited(72)]), Some(3));
    }

    #[test]
    fn months_go_over_the_year() {
        assert_eq!(
            months(date(2026, 1, 31), 2),
            [date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1), date(2026, 2, 1)]
        );
    }
}
