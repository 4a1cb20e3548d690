//! What a dossier entry is made of (BAS-04, MOD-01): kind, source, category, facts apart from
//! opinion, when it happened, and from when the client reads it.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};

use crate::birth_date::FIRST_YEAR;
use crate::codes::coded;
use crate::text_input::{self, InputProblem};

coded! {
    /// How the contact took place.
    pub enum EntryKind, "entry kind" {
        /// By telephone.
        Phone = "phone",
        /// At the client's home.
        Visit = "visit",
        /// At the team's place or elsewhere.
        Conversation = "conversation",
        /// Between professionals.
        Consultation = "consultation",
        /// A written message.
        Message = "message",
        /// Something else.
        Other = "other",
        /// Somebody who is not involved opened the dossier (ACC-03). Written by the product, never chosen.
        Emergency = "emergency",
    }
}

impl EntryKind {
    /// The kinds that somebody who writes chooses from.
    pub fn written() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|kind| *kind != Self::Emergency)
    }
}

coded! {
    /// Where the information comes from (MOD-01, CON-28).
    pub enum Source, "source" {
        /// The client told it.
        Client = "client",
        /// A representative told it.
        Representative = "representative",
        /// The author saw or heard it.
        OwnObservation = "own-observation",
        /// Somebody else told it; asking them took consent or a ground (CON-28).
        ThirdParty = "third-party",
        /// A register or another system, under a legal duty (CON-29).
        OtherSystem = "other-system",
    }
}

coded! {
    /// What an entry is about (MOD-01); later decides what may be shared with whom (SHA-03).
    pub enum DataCategory, "data category" {
        /// Nothing of the kinds below.
        General = "general",
        /// Household and family.
        Household = "household",
        /// Plan, goals and agreements.
        Plan = "plan",
        /// Health (GDPR 9).
        Health = "health",
        /// Income and debts.
        Finance = "finance",
        /// School and learning.
        Education = "education",
        /// Safety signals.
        Safety = "safety",
        /// Criminal data (GDPR 10).
        Criminal = "criminal",
    }
}

coded! {
    /// Why the client reads an entry later (SHA-12, RGT-05 R14).
    pub enum DelayGround, "delay ground" {
        /// Danger to the client.
        DangerToClient = "danger-to-client",
        /// Danger to somebody else.
        DangerToOther = "danger-to-other",
        /// Danger to a worker.
        DangerToWorker = "danger-to-worker",
        /// An investigation by Veilig Thuis.
        InvestigationVeiligThuis = "investigation-veilig-thuis",
        /// A criminal investigation.
        CriminalInvestigation = "criminal-investigation",
        /// The worker explains it in person first (R14).
        ToldInPersonFirst = "told-in-person-first",
    }
}

impl DelayGround {
    /// Whether the client may know that something will follow. Where somebody is in danger, or something is
    /// investigated, knowing it warns (MOD-07).
    pub const fn may_be_announced(self) -> bool {
        matches!(self, Self::ToldInPersonFirst)
    }
}

coded! {
    /// Why an entry is withdrawn. Whoever reads the trace reads this, so it tells nothing of anybody else.
    pub enum WithdrawGround, "ground for withdrawing" {
        /// It belongs in another dossier.
        WrongDossier = "wrong-dossier",
        /// It stood there already.
        WrittenTwice = "written-twice",
        /// It was not meant to be kept.
        ByMistake = "by-mistake",
    }
}

/// From when the client reads an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Visibility {
    /// At once; the normal case (PST-07).
    Now,
    /// Not before a day.
    Delayed {
        /// The first day the client reads it.
        until: Date,
        /// Why.
        ground: DelayGround,
        /// Whether the client may know that something will follow. If not, it is hidden: no line,
        /// no count, no date (MOD-07).
        announced: bool,
    },
}

/// What the client sees of an entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ClientSees {
    /// All of it.
    Everything,
    /// That something follows, on this day.
    LaterOn(Date),
    /// Nothing at all (MOD-07).
    Nothing,
}

impl Visibility {
    /// What the client sees on a day.
    pub fn for_client(self, today: Date) -> ClientSees {
        match self {
            Self::Now => ClientSees::Everything,
            Self::Delayed { until, .. } if until <= today => ClientSees::Everything,
            Self::Delayed { until, announced: true, .. } => ClientSees::LaterOn(until),
            Self::Delayed { .. } => ClientSees::Nothing,
        }
    }
}

/// The longest text of one field, in characters.
pub const ENTRY_TEXT_MAX: usize = 20_000;

/// The text of an entry: what happened, and apart from it what the professional makes of it (BAS-04).
/// Byte for byte what was typed, but for CRLF that became LF.
#[derive(Clone, PartialEq, Eq)]
pub struct EntryText {
    facts: String,
    opinion: String,
}

/// Why a text is no entry.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EntryTextError {
    /// Neither field says anything.
    #[error("neither facts nor opinion are filled in")]
    BothBlank,
    /// The facts cannot be kept.
    #[error("the facts cannot be kept")]
    Facts(#[source] InputProblem),
    /// The opinion cannot be kept.
    #[error("the opinion cannot be kept")]
    Opinion(#[source] InputProblem),
}

impl EntryText {
    /// Reads both fields; at least one must say something.
    ///
    /// # Errors
    /// [`EntryTextError`] names the field.
    pub fn new(facts: &str, opinion: &str) -> Result<Self, EntryTextError> {
        let facts = text_input::lines(facts, ENTRY_TEXT_MAX).map_err(EntryTextError::Facts)?;
        let opinion = text_input::lines(opinion, ENTRY_TEXT_MAX).map_err(EntryTextError::Opinion)?;
        if text_input::is_blank(&facts) && text_input::is_blank(&opinion) {
            return Err(EntryTextError::BothBlank);
        }
        Ok(Self { facts, opinion })
    }

    /// What happened; may be empty.
    pub fn facts(&self) -> &str {
        &self.facts
    }

    /// The professional opinion; may be empty.
    pub fn opinion(&self) -> &str {
        &self.opinion
    }
}

/// Two texts of the same field, so that neither is lost: the one that stands, a blank line, and the other. What says
/// nothing, or is already there as a whole, is not repeated.
pub fn both(standing: &str, other: &str) -> String {
    if text_input::is_blank(other) || standing.contains(other) {
        standing.to_owned()
    } else if text_input::is_blank(standing) || other.contains(standing) {
        other.to_owned()
    } else {
        format!("{}\n\n{}", standing.trim_end_matches('\n'), other.trim_start_matches('\n'))
    }
}

impl std::fmt::Debug for EntryText {
    /// Lengths only: a log line must not hold what was written.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EntryText({}+{} bytes)", self.facts.len(), self.opinion.len())
    }
}

/// Why a day cannot be the day something happened.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OccurredError {
    /// After today.
    #[error("the day is in the future")]
    InFuture,
    /// Before [`FIRST_YEAR`].
    #[error("the day is too long ago")]
    TooEarly,
}

/// Checks the day something happened: today or earlier, not before 1900.
///
/// # Errors
/// [`OccurredError`].
pub fn occurred_on(day: Date, today: Date) -> Result<Date, OccurredError> {
    if day > today {
        Err(OccurredError::InFuture)
    } else if day.year() < FIRST_YEAR {
        Err(OccurredError::TooEarly)
    } else {
        Ok(day)
    }
}

/// How long after an entry was recorded a slip of the pen is mended without a reason (ux §2.3): 24 hours.
pub const CORRECTION_WITHOUT_REASON: SignedDuration = SignedDuration::from_hours(24);

/// Whether a correction made now says why: later than [`CORRECTION_WITHOUT_REASON`] after recording.
pub fn correction_needs_reason(recorded_at: Timestamp, now: Timestamp) -> bool {
    now.duration_since(recorded_at) > CORRECTION_WITHOUT_REASON
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn facts_alone_or_opinion_alone_make_an_entry() {
        let facts = EntryText::new("Bilal belde.", " ").expect("an entry");
        let opinion = EntryText::new("", "Ik maak mij zorgen.").expect("an entry");

        assert_eq!((facts.facts(), facts.opinion()), ("Bilal belde.", " "));
        assert_eq!(opinion.opinion(), "Ik maak mij zorgen.");
        assert_eq!(EntryText::new(" \r\n", "\u{200B}"), Err(EntryTextError::BothBlank));
    }

    #[test]
    fn the_text_is_kept_as_typed_but_for_line_ends() {
        let entry = EntryText::new("  Hoi \r\n\r\n\te\u{301} 😀  \n", "").expect("an entry");

        assert_eq!(entry.facts(), "  Hoi \n\n\te\u{301} 😀  \n");
    }

    #[test]
    fn a_text_that_cannot_be_kept_names_its_field() {
        let nul = InputProblem::ForbiddenCharacter { code: 0, at: 1 };
        let long = InputProblem::TooLong { max: ENTRY_TEXT_MAX, got: ENTRY_TEXT_MAX + 1 };
        let too_long = "é".repeat(ENTRY_TEXT_MAX + 1);

        assert_eq!(EntryText::new("\0", "x"), Err(EntryTextError::Facts(nul)));
        assert_eq!(EntryText::new("x", &too_long), Err(EntryTextError::Opinion(long)));
        assert!(EntryText::new(&"é".repeat(ENTRY_TEXT_MAX), "").is_ok());
    }

    #[test]
    fn two_texts_are_kept_one_after_the_other_and_nothing_twice() {
        assert_eq!(both("De huur is 600.\n", "\nZij belt."), "De huur is 600.\n\nZij belt.");
        assert_eq!(both("De huur is 600. Zij belt.", "Zij belt."), "De huur is 600. Zij belt.");
        assert_eq!(both("Zij belt.", "De huur is 600. Zij belt."), "De huur is 600. Zij belt.");
        assert_eq!((both("", "a"), both("a", " \n"), both(" ", "")), ("a".into(), "a".into(), " ".into()));
    }

    #[test]
    fn debug_output_holds_no_text() {
        let entry = EntryText::new("geheim", "").expect("an entry");

        assert_eq!(format!("{entry:?}"), "EntryText(6+0 bytes)");
    }

    #[test]
    fn the_client_reads_at_once_unless_it_is_delayed() {
        let delayed = |announced| Visibility::Delayed {
            until: date(2026, 3, 16),
            ground: DelayGround::ToldInPersonFirst,
            announced,
        };
        let before = date(2026, 3, 15);
        let on_the_day = date(2026, 3, 16);

        assert_eq!(Visibility::Now.for_client(before), ClientSees::Everything);
        assert_eq!(delayed(true).for_client(before), ClientSees::LaterOn(on_the_day));
        assert_eq!(delayed(false).for_client(before), ClientSees::Nothing);
        assert_eq!(delayed(true).for_client(on_the_day), ClientSees::Everything);
        assert_eq!(delayed(false).for_client(on_the_day), ClientSees::Everything);
    }

    #[test]
    fn only_what_is_told_in_person_first_is_announced() {
        let announced: Vec<_> = DelayGround::ALL.iter().filter(|ground| ground.may_be_announced()).collect();

        assert_eq!(announced, [&DelayGround::ToldInPersonFirst]);
    }

    #[test]
    fn a_correction_needs_a_reason_only_after_a_day() {
        let recorded: Timestamp = "2026-03-02T09:00:00Z".parse().expect("an instant");
        let at = |later| recorded + later;

        assert!(!correction_needs_reason(recorded, recorded));
        assert!(!correction_needs_reason(recorded, at(CORRECTION_WITHOUT_REASON)));
        assert!(correction_needs_reason(
            recorded,
            at(CORRECTION_WITHOUT_REASON + SignedDuration::from_millis(1))
        ));
    }

    #[test]
    fn something_happened_today_or_earlier() {
        let today = date(2026, 3, 2);

        assert_eq!(occurred_on(today, today), Ok(today));
        assert_eq!(occurred_on(date(1900, 1, 1), today), Ok(date(1900, 1, 1)));
        assert_eq!(occurred_on(date(2026, 3, 3), today), Err(OccurredError::InFuture));
        assert_eq!(occurred_on(date(1899, 12, 31), today), Err(OccurredError::TooEarly));
    }
}
