//! Who is directly involved with whom (ACC-01): per dossier and domain, with a reason, for a period.
//! Nothing else gives content: not the team, not the function, not the role.

use jiff::Timestamp;

use crate::codes::coded;
use crate::text_input::{FieldProblem, Input};
use crate::{DossierId, InvolvementId, LegalDomain, StaffId};

coded! {
    /// What somebody does in a case.
    pub enum RoleInCase, "role in case" {
        /// First contact of the client.
        Lead = "lead",
        /// Helps beside the lead.
        Support = "support",
        /// Stands in during leave, with an end date; counts as directly involved (ACC-01).
        Replacement = "replacement",
    }
}

/// A stretch of time: `from` belongs to it, `until` does not.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Period {
    from: Timestamp,
    until: Option<Timestamp>,
}

/// A period cannot end before it starts.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the period ends before it starts")]
pub struct EndsBeforeItStarts;

impl Period {
    /// From this instant, with no end yet.
    pub const fn since(from: Timestamp) -> Self {
        Self { from, until: None }
    }

    /// From an instant until just before another. Equal ends make a period that covers nothing.
    ///
    /// # Errors
    /// [`EndsBeforeItStarts`].
    pub fn new(from: Timestamp, until: Option<Timestamp>) -> Result<Self, EndsBeforeItStarts> {
        match until {
            Some(until) if until < from => Err(EndsBeforeItStarts),
            _ => Ok(Self { from, until }),
        }
    }

    /// The first instant.
    pub const fn from(self) -> Timestamp {
        self.from
    }

    /// The first instant after it; `None` while it has no end.
    pub const fn until(self) -> Option<Timestamp> {
        self.until
    }

    /// Whether an instant lies in it.
    pub fn covers(self, at: Timestamp) -> bool {
        self.from <= at && self.until.is_none_or(|until| at < until)
    }

    /// The same period, ended at an instant. A later end than it already had changes nothing.
    ///
    /// # Errors
    /// [`EndsBeforeItStarts`].
    pub fn ended(self, at: Timestamp) -> Result<Self, EndsBeforeItStarts> {
        let until = self.until.map_or(at, |until| until.min(at));
        Self::new(self.from, Some(until))
    }
}

/// One worker's involvement with one domain of one dossier (ACC-01).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Involvement {
    /// Its own id; the record names it as authorisation basis (ACC-18).
    pub id: InvolvementId,
    /// Who is involved.
    pub staff: StaffId,
    /// With which dossier.
    pub dossier: DossierId,
    /// With which domain of it.
    pub domain: LegalDomain,
    /// As what.
    pub role: RoleInCase,
    /// When.
    pub period: Period,
}

impl Involvement {
    /// Whether it counts at an instant.
    pub fn active_at(&self, at: Timestamp) -> bool {
        self.period.covers(at)
    }
}

/// The longest reason, in characters.
pub const REASON_MAX: usize = 500;

/// Why somebody was involved, or no longer is. The client can read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Reason(String);

impl Reason {
    /// Reads a reason: not blank, at most [`REASON_MAX`] characters, as typed.
    ///
    /// # Errors
    /// [`FieldProblem`] on the field "reason".
    pub fn new(typed: &str) -> Result<Self, FieldProblem> {
        Input::text("reason", typed, REASON_MAX).map(Self)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("an instant")
    }

    #[test]
    fn an_involvement_counts_from_its_start_until_just_before_its_end() {
        let start = at("2026-03-02T09:00:00Z");
        let end = at("2026-03-16T09:00:00Z");
        let ria = Involvement {
            id: InvolvementId(Uuid::from_u128(1)),
            staff: StaffId(Uuid::from_u128(2)),
            dossier: DossierId(Uuid::from_u128(3)),
            domain: LegalDomain::Wmo,
            role: RoleInCase::Replacement,
            period: Period::new(start, Some(end)).expect("a period"),
        };

        assert!(!ria.active_at(at("2026-03-02T08:59:59.999Z")));
        assert!(ria.active_at(start));
        assert!(ria.active_at(at("2026-03-16T08:59:59.999Z")));
        assert!(!ria.active_at(end));
    }

    #[test]
    fn without_an_end_it_goes_on() {
        let period = Period::since(at("2026-03-02T09:00:00Z"));

        assert!(period.covers(at("2036-03-02T09:00:00Z")));
        assert_eq!(period.until(), None);
    }

    #[test]
    fn ending_brings_the_end_forward_and_never_back() {
        let start = at("2026-03-02T09:00:00Z");
        let sooner = at("2026-03-05T09:00:00Z");
        let later = at("2026-03-09T09:00:00Z");
        let period = Period::new(start, Some(later)).expect("a period");

        let ended = period.ended(sooner).expect("a period");
        let again = ended.ended(later).expect("a period");

        assert_eq!(ended.until(), Some(sooner));
        assert_eq!(again, ended);
        assert_eq!(period.ended(at("2026-03-01T09:00:00Z")), Err(EndsBeforeItStarts));
    }

    #[test]
    fn ended_at_its_start_it_covers_nothing() {
        let start = at("2026-03-02T09:00:00Z");

        let ended = Period::since(start).ended(start).expect("a period");

        assert!(!ended.covers(start));
    }

    #[test]
    fn a_reason_is_not_blank_and_not_endless() {
        let given = Reason::new("Ria kent het gezin van de intake.");

        assert_eq!(given.as_ref().map(Reason::as_str), Ok("Ria kent het gezin van de intake."));
        assert!(Reason::new(" \n").is_err());
        assert!(Reason::new(&"a".repeat(REASON_MAX + 1)).is_err());
    }
}
