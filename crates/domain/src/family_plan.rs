//! A plan of several people together (MOD-03): sections, each about certain people of the family. There is no family
//! dossier. Who reads a section follows from whom it is about: a worker must be allowed to read the dossier of each of them,
//! and a resident reads what is about others only after each of those others said yes to exactly that text.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use crate::family_visit::PEOPLE_MAX;
use crate::people::age_line;
use crate::plan::{LINE_MAX, Stopped, TEXT_MAX};
use crate::{AgeBand, BirthDate, FieldProblem, Input, amsterdam_midnight, bands_on};

/// Sections that one worker can have open in a plan: more than that nobody keeps in mind.
pub const SECTIONS_MAX: usize = 40;

/// From this age a young person says it without a parent (CON-04).
const SAYS_IT_ALONE: i16 = 16;

/// What a section says. Sealed once for each person it is about, under the key of their own dossier.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// What it is about: "Naar school".
    pub title: String,
    /// What was agreed.
    pub words: String,
    /// It holds no longer; the words stay.
    pub stopped: Option<Stopped>,
}

// What was agreed in a family never stands in a log.
impl std::fmt::Debug for Section {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Section").field("stopped", &self.stopped.is_some()).finish_non_exhaustive()
    }
}

impl Section {
    /// What was typed as a section.
    ///
    /// # Errors
    /// A field that is empty, too long (200 characters for `title`, 4,000 for `words`) or holds what cannot be kept.
    pub fn typed(title: &str, words: &str) -> Result<Self, FieldProblem> {
        Ok(Self {
            title: Input::line("title", title, LINE_MAX)?,
            words: Input::text("words", words, TEXT_MAX)?,
            stopped: None,
        })
    }

    /// The same section, that holds no longer since a day.
    ///
    /// # Errors
    /// The reason (`why`) is empty or longer than 4,000 characters.
    pub fn stop(self, why: &str, on: Date) -> Result<Self, FieldProblem> {
        let why = Input::text("why", why, TEXT_MAX)?;
        Ok(Self { stopped: Some(Stopped { on, why }), ..self })
    }
}

/// Somebody whom a section is about said: the others in it may read this text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Yes {
    /// Of this version, and of no other.
    pub version: i64,
    /// The first instant at which it no longer holds: somebody else decides from then on. None: it stays.
    pub until: Option<Timestamp>,
}

/// One of the others whom a section is about, as far as it matters for who reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Other {
    /// What they said yes to, and did not take back.
    pub said: Vec<Yes>,
    /// Their dossier has extra protection (ACC-03): nothing of it goes to anybody else.
    pub protected: bool,
}

/// The version of a section that a resident reads whom it is about: the newest that everybody else said yes to, where
/// that yes still holds. About nobody else: the newest. None: for them the section is not there.
pub fn resident_reads(newest: i64, others: &[Other], now: Timestamp) -> Option<i64> {
    let agreed = |version: &i64| {
        others.iter().all(|other| {
            let holds = |yes: &Yes| yes.version == *version && yes.until.is_none_or(|until| until > now);
            !other.protected && other.said.iter().any(holds)
        })
    };
    (1..=newest).rev().find(agreed)
}

/// Who says yes for a person (CON-04): the band of the youngest they can be; `From12To15` where that is not sure, for
/// then both are asked.
pub fn who_says(born: &BirthDate, today: Date) -> AgeBand {
    match bands_on(born, today) {
        (youngest, oldest) if youngest == oldest => youngest,
        (AgeBand::From16To17 | AgeBand::Adult, _) => AgeBand::Adult,
        // Nothing is known: a grown-up until it is, as everywhere in a dossier.
        _ if born.earliest().is_none() => AgeBand::Adult,
        _ => AgeBand::From12To15,
    }
}

/// When a yes of today ends by itself: the next birthday, twelve or sixteen, at which somebody else says it, at 00:00 in
/// Amsterdam. Of a date that is partly known the first day it can be. None: nobody else will.
pub fn yes_until(born: &BirthDate, today: Date) -> Option<Timestamp> {
    let turns = age_line(born).into_iter().filter(|turn| turn.age <= SAYS_IT_ALONE);
    let days = turns.flat_map(|turn| [turn.first, turn.last]);
    days.filter(|day| *day > today).min().and_then(amsterdam_midnight)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    fn yes(version: i64) -> Other {
        Other { said: vec![Yes { version, until: None }], protected: false }
    }

    #[test]
    fn what_is_about_one_person_they_read_as_it_is() {
        assert_eq!(resident_reads(3, &[], at("2026-03-02T09:00:00Z")), Some(3));
    }

    #[test]
    fn everybody_else_says_yes_to_the_same_text() {
        let now = at("2026-03-02T09:00:00Z");
        let silent = Other { said: vec![], protected: false };

        assert_eq!(resident_reads(2, &[yes(2), yes(2)], now), Some(2));
        assert_eq!(resident_reads(2, &[yes(2), silent], now), None);
        assert_eq!(resident_reads(2, &[yes(1), yes(2)], now), None, "of two texts no one was agreed by both");
        assert_eq!(
            resident_reads(2, &[yes(1), yes(1)], now),
            Some(1),
            "the newer text waits for its own yes"
        );
        assert_eq!(resident_reads(1, &[Other { protected: true, ..yes(1) }], now), None);
    }

    #[test]
    fn a_yes_ends_at_the_instant_another_decides() {
        let until =
            yes_until(&BirthDate::full(date(2014, 5, 10)), date(2026, 5, 9)).expect("twelve tomorrow");
        let of_a_child = Other { said: vec![Yes { version: 1, until: Some(until) }], protected: false };

        assert_eq!(until, at("2026-05-09T22:00:00Z"), "00:00 in Amsterdam, in summer time");
        assert_eq!(
            resident_reads(1, std::slice::from_ref(&of_a_child), at("2026-05-09T21:59:59.999Z")),
            Some(1)
        );
        assert_eq!(resident_reads(1, &[of_a_child], until), None);
    }

    #[test]
    fn the_next_border_is_twelve_then_sixteen_then_none() {
        let born = BirthDate::full(date(2012, 2, 29));
        let day = |today| yes_until(&born, today).map(crate::amsterdam_date);

        assert_eq!(day(date(2024, 2, 28)), Some(date(2024, 2, 29)));
        assert_eq!(day(date(2024, 2, 29)), Some(date(2028, 2, 29)));
        assert_eq!(day(date(2028, 2, 28)), Some(date(2028, 2, 29)));
        assert_eq!(day(date(2028, 2, 29)), None);
        assert_eq!(yes_until(&BirthDate::UNKNOWN, date(2026, 1, 1)), None);
        let leap = BirthDate::full(date(2011, 2, 28));
        assert_eq!(yes_until(&leap, date(2026, 1, 1)).map(crate::amsterdam_date), Some(date(2027, 2, 28)));
    }

    #[test]
    fn who_says_it_follows_the_age_of_that_day() {
        let born = BirthDate::full(date(2014, 5, 10));

        assert_eq!(who_says(&born, date(2026, 5, 9)), AgeBand::Under12);
        assert_eq!(who_says(&born, date(2026, 5, 10)), AgeBand::From12To15);
        assert_eq!(who_says(&born, date(2030, 5, 10)), AgeBand::From16To17);
        assert_eq!(who_says(&BirthDate::UNKNOWN, date(2026, 1, 1)), AgeBand::Adult);
        let only_the_year = "2014-00-00".parse::<BirthDate>().expect("a year");
        assert_eq!(who_says(&only_the_year, date(2026, 5, 10)), AgeBand::From12To15, "perhaps eleven");
    }

    #[test]
    fn a_section_needs_a_title_and_words() {
        let field = |title, words| Section::typed(title, words).err().map(|why| why.field);

        assert_eq!(field(" ", "Samen eten."), Some("title"));
        assert_eq!(field("Eten", "\n"), Some("words"));
        assert_eq!(field("Eten", "Samen eten."), None);
        let section = Section::typed("Eten", "Samen eten.").expect("whole");
        assert!(section.clone().stop("  ", date(2026, 3, 2)).is_err());
        assert!(!format!("{section:?}").contains("Samen"));
    }
}
