//! Emergency access, "breaking the glass" (ACC-03, ACC-04): why, how long, until when, by when it is judged and by
//! whom. It is an event with an end, never a role.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::amsterdam_date;
use crate::codes::coded;
use crate::text_input::{FieldProblem, Input, InputProblem};
use crate::working_days::working_days_after;

/// An access, its judgement and what was told later of it go after so many years.
const KEPT_YEARS: i32 = 5;

/// The first day of which an access is kept.
pub fn kept_since(today: Date) -> Date {
    today.checked_sub(KEPT_YEARS.years()).unwrap_or(Date::MIN)
}

/// What the record gives as the reason of a form that was sent twice: nothing was asked for again.
pub const SENT_AGAIN: &str = "sent-again";

coded! {
    /// Why somebody who is not involved opens a dossier.
    pub enum EmergencyReason, "reason of an emergency access" {
        /// None of the involved workers can be reached.
        InvolvedUnavailable = "involved-unavailable",
        /// Somebody is in danger now. The only reason that opens extra protection without asking first.
        ImmediateDanger = "immediate-danger",
        /// The client is here, or on the telephone.
        ClientPresent = "client-present",
        /// Something else, told in the sentence.
        Other = "other",
    }
}

coded! {
    /// How long the dossier stays open (`bg_duration`: 4 hours, at most 8).
    pub enum EmergencyLength, "length of an emergency access" {
        /// One hour.
        One = "1",
        /// Four hours: what is chosen when nobody chooses.
        Four = "4",
        /// Eight hours, the most there is.
        Eight = "8",
    }
}

impl EmergencyLength {
    /// Ticked beforehand.
    pub const USUAL: Self = Self::Four;

    /// The hours, as they pass: a change of the clocks makes none longer or shorter.
    pub const fn hours(self) -> i64 {
        match self {
            Self::One => 1,
            Self::Four => 4,
            Self::Eight => 8,
        }
    }

    /// The first moment at which the dossier is closed again.
    pub fn ends(self, opened: Timestamp) -> Timestamp {
        opened + SignedDuration::from_hours(self.hours())
    }
}

impl EmergencyReason {
    /// Opens extra protection without somebody else's approval (ACC-03).
    pub const fn needs_no_approval(self) -> bool {
        matches!(self, Self::ImmediateDanger)
    }
}

/// The least a sentence says, in characters (ACC-03).
pub const SENTENCE_MIN: usize = 20;
/// The most that fits, in characters.
pub const SENTENCE_MAX: usize = 1_000;

/// Why, in the worker's own words. The client reads it.
#[derive(Clone, PartialEq, Eq)]
pub struct Sentence(String);

/// Why a text is no sentence.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SentenceError {
    /// Too little to judge by.
    #[error("{got} characters where at least {min} are asked")]
    TooShort {
        /// What is asked.
        min: usize,
        /// What was typed; spaces in a row count as one, what nobody sees not at all.
        got: usize,
    },
    /// It cannot be kept as typed.
    #[error("it cannot be kept as typed")]
    Input(#[source] InputProblem),
}

impl Sentence {
    /// At least [`SENTENCE_MIN`] characters that say something, at most [`SENTENCE_MAX`] in all.
    ///
    /// # Errors
    /// [`SentenceError`] tells what is wrong, never what was typed.
    pub fn new(typed: &str) -> Result<Self, SentenceError> {
        let got = length(typed);
        if got == 0 {
            return Err(SentenceError::TooShort { min: SENTENCE_MIN, got });
        }
        let text = Input::text("sentence", typed, SENTENCE_MAX)
            .map_err(|FieldProblem { problem, .. }| SentenceError::Input(problem))?;
        if got < SENTENCE_MIN {
            return Err(SentenceError::TooShort { min: SENTENCE_MIN, got });
        }
        Ok(Self(text))
    }

    /// As it was typed, with line ends as LF.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Neither a row of spaces nor characters that nobody sees make a reason longer.
fn length(typed: &str) -> usize {
    let is_blank = |c: char| crate::text_input::is_blank(c.encode_utf8(&mut [0; 4]));
    let seen = |word: &str| word.chars().filter(|c| !is_blank(*c)).count();
    let words: Vec<usize> = typed.split_whitespace().map(seen).filter(|&seen| seen > 0).collect();
    words.iter().sum::<usize>() + words.len().saturating_sub(1)
}

/// How long, never what.
impl std::fmt::Debug for Sentence {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Sentence({} bytes)", self.0.len())
    }
}

coded! {
    /// How an emergency access ended before its time.
    pub enum EndedBy, "end of an emergency access" {
        /// The worker closed it.
        Worker = "worker",
        /// The coordinator or the deputy closed it.
        Coordinator = "coordinator",
        /// Something came to stand between worker and client: a conflict of interest, the client's wish, a hidden
        /// entry, extra protection.
        Wall = "wall",
    }
}

/// How long a question to the coordinator waits for an answer.
pub const REQUEST_HOLDS: SignedDuration = SignedDuration::from_hours(4);
/// How long an approval waits for the worker to open the dossier: it is given live (ACC-03).
pub const APPROVAL_HOLDS: SignedDuration = SignedDuration::from_hours(1);
/// `bg_review`: a verdict within this many working days.
pub const REVIEW_DAYS: u32 = 5;
/// `bg_escalate`: after this many the data protection officer judges.
pub const ESCALATE_DAYS: u32 = 10;

/// The last day for a verdict.
pub fn review_due(opened: Timestamp) -> Date {
    working_days_after(amsterdam_date(opened), REVIEW_DAYS)
}

/// The last day on which the team judges itself; from the next the data protection officer does.
pub fn escalates_after(opened: Timestamp) -> Date {
    working_days_after(amsterdam_date(opened), ESCALATE_DAYS)
}

coded! {
    /// Who judges (ACC-04).
    pub enum Judge, "judge of an emergency access" {
        /// The coordinator of the team whose dossier it is.
        Coordinator = "coordinator",
        /// The deputy, for what the coordinator opened or approved.
        Deputy = "deputy",
        /// The data protection officer: coordinator and deputy both had a part in it, or it waits too long.
        DataProtectionOfficer = "data-protection-officer",
    }
}

/// Who had a part in an emergency access, of those who could judge it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Part {
    /// The coordinator of the team opened or approved it, or stands behind a wall.
    pub coordinator: bool,
    /// So did the deputy.
    pub deputy: bool,
}

/// Who judges it today.
pub fn judge(part: Part, opened: Timestamp, today: Date) -> Judge {
    match part {
        _ if today > escalates_after(opened) => Judge::DataProtectionOfficer,
        Part { coordinator: false, .. } => Judge::Coordinator,
        Part { deputy: false, .. } => Judge::Deputy,
        Part { .. } => Judge::DataProtectionOfficer,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn four_hours_are_four_hours_also_in_the_night_of_the_clocks() {
        // 29 March 2026, 02:00 becomes 03:00; 25 October 2026, 03:00 becomes 02:00.
        for opened in ["2026-03-28T23:30:00Z", "2026-10-24T23:30:00Z"] {
            let opened = at(opened);
            for length in EmergencyLength::ALL {
                let open = length.ends(opened).duration_since(opened);
                assert_eq!(open, SignedDuration::from_hours(length.hours()));
            }
        }
        assert_eq!(EmergencyLength::USUAL.hours(), 4);
        assert!(EmergencyLength::ALL.iter().all(|length| length.hours() <= 8));
    }

    #[test]
    fn a_sentence_says_at_least_twenty_characters() {
        let nineteen = "a".repeat(19);
        assert_eq!(Sentence::new(&nineteen), Err(SentenceError::TooShort { min: 20, got: 19 }));
        assert!(Sentence::new(&"é".repeat(20)).is_ok());
    }

    #[test]
    fn spaces_and_what_nobody_sees_do_not_count() {
        let spaced = "  a   b\u{a0}\u{a0}c\n\n".repeat(3) + &"\u{200b} ".repeat(40);

        assert_eq!(Sentence::new(&spaced), Err(SentenceError::TooShort { min: 20, got: 17 }));
        assert_eq!(Sentence::new(" \u{200b}\n"), Err(SentenceError::TooShort { min: 20, got: 0 }));
    }

    #[test]
    fn a_sentence_that_cannot_be_kept_is_refused_and_one_that_can_is_kept_as_typed() {
        let long = "a".repeat(SENTENCE_MAX + 1);
        let problem = InputProblem::TooLong { max: SENTENCE_MAX, got: SENTENCE_MAX + 1 };
        assert_eq!(Sentence::new(&long), Err(SentenceError::Input(problem)));
        assert!(matches!(Sentence::new(&"ab\0".repeat(20)), Err(SentenceError::Input(_))));

        let sentence =
            Sentence::new("  Bilal staat aan de balie.\r\nHij heeft honger. ").expect("a sentence");
        assert_eq!(sentence.as_str(), "  Bilal staat aan de balie.\nHij heeft honger. ");
        assert!(!format!("{sentence:?}").contains("Bilal"));
    }

    #[test]
    fn only_danger_opens_extra_protection_without_asking() {
        let free: Vec<_> = EmergencyReason::ALL.iter().filter(|reason| reason.needs_no_approval()).collect();

        assert_eq!(free, [&EmergencyReason::ImmediateDanger]);
    }

    #[test]
    fn the_verdict_is_due_in_five_working_days_by_the_calendar_of_amsterdam() {
        // Thursday 2 April 2026 before Good Friday; 23:30 UTC is already Friday.
        assert_eq!(review_due(at("2026-04-02T09:00:00Z")), date(2026, 4, 13));
        assert_eq!(review_due(at("2026-03-02T23:30:00Z")), date(2026, 3, 10));
        assert_eq!(escalates_after(at("2026-03-02T09:00:00Z")), date(2026, 3, 16));
    }

    #[test]
    fn nobody_judges_what_they_had_a_part_in() {
        let opened = at("2026-03-02T09:00:00Z");
        let (last, next) = (date(2026, 3, 16), date(2026, 3, 17));
        let of = |coordinator, deputy| Part { coordinator, deputy };

        assert_eq!(judge(of(false, false), opened, last), Judge::Coordinator);
        assert_eq!(judge(of(false, true), opened, last), Judge::Coordinator);
        assert_eq!(judge(of(true, false), opened, last), Judge::Deputy);
        assert_eq!(judge(of(true, true), opened, last), Judge::DataProtectionOfficer);
        for part in [of(false, false), of(false, true), of(true, false), of(true, true)] {
            assert_eq!(judge(part, opened, next), Judge::DataProtectionOfficer);
        }
    }
}
