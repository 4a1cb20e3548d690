//! Dates and times as people type them in three fields or one.

use domain::BirthDate;
use domain::birth_date::DateFault;
use jiff::civil::{Date, Time};
use text::Words;

use crate::view::{FieldErrors, Typed};

/// A whole date from `name`, `name-month`, `name-year`. All empty: `Ok(None)`.
pub(crate) fn date(typed: &Typed, name: &str, words: Words, errors: &mut FieldErrors) -> Option<Date> {
    let [day, month, year] =
        [typed.get(name), typed.get(&format!("{name}-month")), typed.get(&format!("{name}-year"))];
    if [day, month, year].iter().all(|part| part.trim().is_empty()) {
        return None;
    }
    let number = |part: &str| part.trim().parse::<i16>().ok();
    let found = match (number(day), number(month), number(year)) {
        (Some(day), Some(month), Some(year)) if (1900..=9999).contains(&year) => {
            let (day, month) = (i8::try_from(day).unwrap_or(0), i8::try_from(month).unwrap_or(0));
            Date::new(year, month, day).map_err(|_| "fault-no-such-day")
        }
        (Some(_), Some(_), Some(_)) => Err("fault-not-four-digits"),
        _ => Err("fault-not-a-number"),
    };
    found.map_err(|key| errors.put(name, words.t(key))).ok()
}

/// A birth date, of which day and month may be unknown.
pub(crate) fn birth_date(
    typed: &Typed,
    name: &str,
    today: Date,
    words: Words,
    errors: &mut FieldErrors,
) -> Option<BirthDate> {
    let [day, month, year] =
        [typed.get(name), typed.get(&format!("{name}-month")), typed.get(&format!("{name}-year"))];
    match BirthDate::from_fields(day, month, year, today) {
        Ok(date) => Some(date),
        Err(e) => {
            errors.put(name, words.t(fault_key(e.fault)));
            None
        }
    }
}

const fn fault_key(fault: DateFault) -> &'static str {
    match fault {
        DateFault::Missing => "fault-missing",
        DateFault::NotANumber => "fault-not-a-number",
        DateFault::NotFourDigits => "fault-not-four-digits",
        DateFault::OutOfRange => "fault-out-of-range",
        DateFault::NoSuchDay => "fault-no-such-day",
        DateFault::TooEarly => "fault-too-early",
        DateFault::InFuture => "fault-in-future",
    }
}

/// "14:30", "14.30", "1430" or "9 uur"; empty is no time.
pub(crate) fn time(typed: &str) -> Result<Option<Time>, ()> {
    let typed = typed.trim().trim_end_matches("uur").trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let (hours, minutes) = match typed.split_once([':', '.', 'u']) {
        Some((hours, minutes)) => (hours, minutes),
        None if typed.len() > 2 => typed.split_at_checked(typed.len() - 2).ok_or(())?,
        None => (typed, "0"),
    };
    let number = |part: &str| part.trim().parse::<i8>().map_err(|_| ());
    let minutes = if minutes.trim().is_empty() { 0 } else { number(minutes)? };
    Time::new(number(hours)?, minutes, 0, 0).map(Some).map_err(|_| ())
}

/// Puts a date into the three fields.
pub(crate) fn put(typed: &mut Typed, name: &str, date: Date) {
    typed.put(name, date.day().to_string());
    typed.put(format!("{name}-month"), date.month().to_string());
    typed.put(format!("{name}-year"), date.year().to_string());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_write_it() {
        let at = |h, m| Ok(Some(Time::constant(h, m, 0, 0)));

        for (typed, time_meant) in
            [("14:30", at(14, 30)), ("14.30", at(14, 30)), ("1430", at(14, 30)), ("9 uur", at(9, 0))]
        {
            assert_eq!(time(typed), time_meant, "{typed}");
        }
        assert_eq!(time("  "), Ok(None));
        for typed in ["25:00", "12:60", "half drie", "1:2:3", "٢:٣", "🕒"] {
            assert_eq!(time(typed), Err(()), "{typed}");
        }
    }

    #[test]
    fn a_date_that_does_not_exist_names_its_field() {
        let typed = Typed::from([("from", "31"), ("from-month", "2"), ("from-year", "2026")]);
        let mut errors = FieldErrors::default();

        let found = date(&typed, "from", Words::default(), &mut errors);

        assert_eq!(found, None);
        assert!(errors.of("from").is_some());
    }
}
