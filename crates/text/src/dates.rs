//! Dates and times as a reader expects them: "22 november 2026", "14.32 uur".
//! The caller turns an instant into Europe/Amsterdam first; a civil date has no zone.

use jiff::civil::{Date, DateTime, Time};

use crate::{Lang, Words};

const MONTHS: [&str; 12] = [
    "month-1", "month-2", "month-3", "month-4", "month-5", "month-6", "month-7", "month-8", "month-9",
    "month-10", "month-11", "month-12",
];

const WEEKDAYS: [&str; 7] =
    ["weekday-1", "weekday-2", "weekday-3", "weekday-4", "weekday-5", "weekday-6", "weekday-7"];

impl Words {
    /// "22 november 2026".
    pub fn date(&self, date: Date) -> String {
        format!("{} {}", date.day(), self.month_and_year(date))
    }

    /// "november 2026", as the heading above the notes of a month.
    pub fn month_and_year(&self, date: Date) -> String {
        format!("{} {}", self.month(date.month()), date.year())
    }

    /// The name of a month, 1 to 12. Another number gives an empty text.
    pub fn month(&self, month: i8) -> String {
        usize::try_from(month - 1)
            .ok()
            .and_then(|at| MONTHS.get(at))
            .map(|key| self.t(key))
            .unwrap_or_default()
    }

    /// "zondag 22 november 2026".
    pub fn weekday_and_date(&self, date: Date) -> String {
        let at = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
        format!("{} {}", self.t(WEEKDAYS[at]), self.date(date))
    }

    /// "14.32 uur"; in English "14:32".
    pub fn time(&self, time: Time) -> String {
        match self.lang {
            Lang::Nl => format!("{:02}.{:02} uur", time.hour(), time.minute()),
            Lang::En => format!("{:02}:{:02}", time.hour(), time.minute()),
        }
    }

    /// "22 november 2026 om 14.32 uur".
    pub fn day_and_time(&self, at: DateTime) -> String {
        self.with(
            "day-and-time",
            &[("day", self.date(at.date()).into()), ("time", self.time(at.time()).into())],
        )
    }

    /// A date of which day, or day and month, may be unknown: "1958" or "maart 1958".
    pub fn partial_date(&self, year: i16, month: Option<i8>, day: Option<i8>) -> String {
        match (month, day) {
            (Some(month), Some(day)) => format!("{day} {} {year}", self.month(month)),
            (Some(month), None) => format!("{} {year}", self.month(month)),
            (None, _) => year.to_string(),
        }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;
    use crate::Address;

    const NL: Words = Words::new(Lang::Nl, Address::Formal);
    const EN: Words = Words::new(Lang::En, Address::Formal);

    #[test]
    fn dates_are_written_out_in_full() {
        assert_eq!(NL.date(date(2026, 11, 22)), "22 november 2026");
        assert_eq!(NL.weekday_and_date(date(2026, 11, 22)), "zondag 22 november 2026");
        assert_eq!(EN.date(date(2026, 3, 1)), "1 March 2026");
    }

    #[test]
    fn times_have_two_digits_each() {
        assert_eq!(NL.time(Time::constant(9, 5, 0, 0)), "09.05 uur");
        assert_eq!(NL.day_and_time(date(2026, 11, 22).at(14, 32, 0, 0)), "22 november 2026 om 14.32 uur");
        assert_eq!(EN.day_and_time(date(2026, 11, 22).at(14, 32, 0, 0)), "22 November 2026 at 14:32");
    }

    #[test]
    fn an_unknown_day_is_left_out() {
        assert_eq!(NL.partial_date(1958, None, None), "1958");
        assert_eq!(NL.partial_date(1958, Some(3), None), "maart 1958");
        assert_eq!(NL.partial_date(1958, Some(3), Some(9)), "9 maart 1958");
    }
}
