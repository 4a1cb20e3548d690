//! A date of birth, possibly partly unknown, as the population register has them.
//! Stored as ISO-like text in which an unknown part is zero: "1990-04-00".

use std::fmt;
use std::str::FromStr;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The first year a form accepts.
pub const FIRST_YEAR: i16 = 1900;

/// A full, partial or unknown date of birth.
///
/// INVARIANT: an unknown part is 0; a day is known only with its month, a month only with its year;
/// the parts that are known make a day that exists.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct BirthDate {
    year: i16,
    month: i8,
    day: i8,
}

/// One of the three boxes of the form.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateField {
    /// Day of the month, 1 or 2 digits.
    Day,
    /// Month, 1 or 2 digits.
    Month,
    /// Year, 4 digits.
    Year,
}

/// What is wrong with a box.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum DateFault {
    /// Empty while a finer part is filled in: a day without a month.
    Missing,
    /// Something other than digits.
    NotANumber,
    /// A year that is not written with four digits.
    NotFourDigits,
    /// No such month (13) or no month has such a day (32).
    OutOfRange,
    /// This month does not have this day: 31 April, 29 February 2023.
    NoSuchDay,
    /// Before [`FIRST_YEAR`].
    TooEarly,
    /// After today.
    InFuture,
}

/// Why three boxes are no date of birth: the box to point at and the reason.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the {field:?} of the date of birth is wrong: {fault:?}")]
pub struct BirthDateError {
    /// The box to point at.
    pub field: DateField,
    /// What is wrong with it.
    pub fault: DateFault,
}

/// Stored text that is no date of birth. Carries no input.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("stored text is no date of birth")]
pub struct NotABirthDate;

impl BirthDate {
    /// Nothing is known.
    pub const UNKNOWN: Self = Self { year: 0, month: 0, day: 0 };

    /// A date known to the day.
    pub fn full(date: Date) -> Self {
        Self { year: date.year(), month: date.month(), day: date.day() }
    }

    /// Reads the three boxes of a form. An empty box, or zeros as the register writes them, means
    /// unknown; spaces around a number are ignored.
    ///
    /// # Errors
    /// [`BirthDateError`] names the first box that is wrong and why.
    pub fn from_fields(day: &str, month: &str, year: &str, today: Date) -> Result<Self, BirthDateError> {
        let year = read_year(year)?;
        let month = read_part(month, DateField::Month, 12)?;
        let day = read_part(day, DateField::Day, 31)?;

        if day != 0 && month == 0 {
            return Err(DateFault::Missing.of(DateField::Month));
        }
        if month != 0 && year == 0 {
            return Err(DateFault::Missing.of(DateField::Year));
        }
        if year != 0 && year < FIRST_YEAR {
            return Err(DateFault::TooEarly.of(DateField::Year));
        }
        if day != 0 && Date::new(year, month, day).is_err() {
            return Err(DateFault::NoSuchDay.of(DateField::Day));
        }
        let born = Self { year, month, day };
        match born.first_part_after(today) {
            Some(field) => Err(DateFault::InFuture.of(field)),
            None => Ok(born),
        }
    }

    /// The year, if known.
    pub const fn year(self) -> Option<i16> {
        if self.year == 0 { None } else { Some(self.year) }
    }

    /// The month (1 to 12), if known.
    pub const fn month(self) -> Option<i8> {
        if self.month == 0 { None } else { Some(self.month) }
    }

    /// The day of the month (1 to 31), if known.
    pub const fn day(self) -> Option<i8> {
        if self.day == 0 { None } else { Some(self.day) }
    }

    /// The date, when it is known to the day.
    pub fn date(self) -> Option<Date> {
        Date::new(self.year()?, self.month()?, self.day()?).ok()
    }

    /// The first day that fits what is known; `None` when nothing is known.
    pub fn earliest(self) -> Option<Date> {
        let month = self.month().unwrap_or(1);
        Date::new(self.year()?, month, self.day().unwrap_or(1)).ok()
    }

    /// The last day that fits what is known; `None` when nothing is known. May lie after today
    /// when only the current year or month is known.
    pub fn latest(self) -> Option<Date> {
        let month = Date::new(self.year()?, self.month().unwrap_or(12), 1).ok()?;
        Date::new(month.year(), month.month(), self.day().unwrap_or(month.days_in_month())).ok()
    }

    /// The coarsest box that makes this date lie after today.
    fn first_part_after(self, today: Date) -> Option<DateField> {
        if self.year > today.year() {
            Some(DateField::Year)
        } else if self.year < today.year() {
            None
        } else if self.month > today.month() {
            Some(DateField::Month)
        } else if self.month == today.month() && self.day > today.day() {
            Some(DateField::Day)
        } else {
            None
        }
    }
}

impl DateFault {
    const fn of(self, field: DateField) -> BirthDateError {
        BirthDateError { field, fault: self }
    }
}

fn read_year(typed: &str) -> Result<i16, BirthDateError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    if !typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateFault::NotANumber.of(DateField::Year));
    }
    if typed.len() != 4 {
        return Err(DateFault::NotFourDigits.of(DateField::Year));
    }
    typed.parse().map_err(|_| DateFault::NotANumber.of(DateField::Year))
}

fn read_part(typed: &str, field: DateField, max: i8) -> Result<i8, BirthDateError> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(0);
    }
    if !typed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(DateFault::NotANumber.of(field));
    }
    match typed.parse() {
        Ok(part) if part <= max && typed.len() <= 2 => Ok(part),
        _ => Err(DateFault::OutOfRange.of(field)),
    }
}

impl fmt::Display for BirthDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for BirthDate {
    type Err = NotABirthDate;

    /// Reads the stored form. Accepts any year, because migrated files may hold any.
    fn from_str(stored: &str) -> Result<Self, Self::Err> {
        let [year, month, day] = *stored.split('-').collect::<Vec<_>>() else {
            return Err(NotABirthDate);
        };
        let born = Self {
            year: year.parse().map_err(|_| NotABirthDate)?,
            month: month.parse().map_err(|_| NotABirthDate)?,
            day: day.parse().map_err(|_| NotABirthDate)?,
        };
        let parts_nest = (born.day == 0 || born.month != 0) && (born.month == 0 || born.year != 0);
        let exists = born == Self::UNKNOWN || born.earliest().is_some();
        if parts_nest && exists && born.to_string() == stored { Ok(born) } else { Err(NotABirthDate) }
    }
}

impl From<BirthDate> for String {
    fn from(born: BirthDate) -> Self {
        born.to_string()
    }
}

impl TryFrom<String> for BirthDate {
    type Error = NotABirthDate;

    fn try_from(stored: String) -> Result<Self, Self::Error> {
        stored.parse()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 3, 2);

    fn read(day: &str, month: &str, year: &str) -> Result<String, (DateField, DateFault)> {
        BirthDate::from_fields(day, month, year, TODAY)
            .map(|born| born.to_string())
            .map_err(|wrong| (wrong.field, wrong.fault))
    }

    #[test]
    fn what_is_known_is_kept_and_the_rest_is_zero() {
        let cases = [
            (("3", "4", "1990"), "1990-04-03"),
            (("", "4", "1990"), "1990-04-00"),
            (("00", "00", "1990"), "1990-00-00"),
            (("", "", ""), "0000-00-00"),
            ((" 29 ", "02", "2024"), "2024-02-29"),
            (("2", "3", "2026"), "2026-03-02"),
        ];

        for ((day, month, year), stored) in cases {
            assert_eq!(read(day, month, year), Ok(stored.to_owned()));
            assert_eq!(stored.parse().map(|born: BirthDate| born.to_string()), Ok(stored.to_owned()));
        }
    }

    #[test]
    fn a_wrong_box_is_named_with_its_reason() {
        use DateFault::*;
        use DateField::*;
        let cases = [
            (("31", "4", "1990"), (Day, NoSuchDay)),
            (("29", "2", "2023"), (Day, NoSuchDay)),
            (("32", "1", "1990"), (Day, OutOfRange)),
            (("200", "1", "1990"), (Day, OutOfRange)),
            (("003", "1", "1990"), (Day, OutOfRange)),
            (("1", "13", "1990"), (Month, OutOfRange)),
            (("drie", "1", "1990"), (Day, NotANumber)),
            (("+3", "1", "1990"), (Day, NotANumber)),
            (("٣", "1", "1990"), (Day, NotANumber)),
            (("3", "", "1990"), (Month, Missing)),
            (("", "4", ""), (Year, Missing)),
            (("3", "4", "90"), (Year, NotFourDigits)),
            (("3", "4", "19900"), (Year, NotFourDigits)),
            (("3", "4", "1899"), (Year, TooEarly)),
            (("3", "3", "2026"), (Day, InFuture)),
            (("", "4", "2026"), (Month, InFuture)),
            (("", "", "2027"), (Year, InFuture)),
        ];

        for ((day, month, year), wrong) in cases {
            assert_eq!(read(day, month, year), Err(wrong), "{day} {month} {year}");
        }
    }

    #[test]
    fn stored_text_that_makes_no_date_is_refused() {
        for stored in [
            "",
            "1990",
            "1990-4-3",
            "1990-13-00",
            "1990-00-03",
            "0000-04-03",
            "1990-02-30",
            "1990-04-03-01",
            "-990-04-03",
            "+990-04-03",
        ] {
            assert_eq!(stored.parse::<BirthDate>(), Err(NotABirthDate), "{stored}");
        }
    }

    #[test]
    fn a_partial_date_spans_all_days_that_fit() {
        let span = |stored: &str| {
            let born: BirthDate = stored.parse().expect("a stored date");
            (born.earliest(), born.latest())
        };

        assert_eq!(span("2012-02-00"), (Some(date(2012, 2, 1)), Some(date(2012, 2, 29))));
        assert_eq!(span("1990-00-00"), (Some(date(1990, 1, 1)), Some(date(1990, 12, 31))));
        assert_eq!(span("0000-00-00"), (None, None));
    }

    #[test]
    fn json_holds_the_stored_text() {
        let born: BirthDate = "1990-04-00".parse().expect("a stored date");

        let json = serde_json::to_string(&born).expect("a string serialises");

        assert_eq!(json, "\"1990-04-00\"");
        assert_eq!(serde_json::from_str::<BirthDate>(&json).ok(), Some(born));
        assert!(serde_json::from_str::<BirthDate>("\"1990-13-00\"").is_err());
    }
}
