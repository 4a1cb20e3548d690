//! A worker hands a part of a dossier to another: for good, or for a time (ACC-01, ACC-25).

use jiff::Timestamp;
use jiff::civil::Date;

use crate::codes::coded;

/// The longest note for the next worker, and the longest wish of the client, in characters.
pub const HANDOVER_MAX: usize = 4000;

coded! {
    /// How the client was told who helps from now on.
    pub enum ToldHow, "way of telling" {
        /// Face to face.
        Conversation = "conversation",
        /// By telephone.
        Phone = "phone",
        /// By letter.
        Letter = "letter",
        /// Not told yet: the portal says it.
        NotYet = "not-yet",
    }
}

/// From when until when somebody else helps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Span {
    /// The first moment.
    pub starts: Timestamp,
    /// The first moment at which it is over; none: for good.
    pub ends: Option<Timestamp>,
}

/// Why a hand-over is not possible as it was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SpanError {
    /// It begins before now.
    #[error("the beginning is over")]
    StartPassed,
    /// It ends before it begins.
    #[error("the end is not after the beginning")]
    EndsBeforeItStarts,
}

impl Span {
    /// From now, or from a later moment; for good, or until a moment after that.
    ///
    /// # Errors
    /// [`SpanError`].
    pub fn new(
        starts: Option<Timestamp>,
        ends: Option<Timestamp>,
        now: Timestamp,
    ) -> Result<Self, SpanError> {
        // The day of today begins now.
        let today = crate::amsterdam_midnight(crate::amsterdam_date(now)).unwrap_or(now);
        if starts.is_some_and(|starts| starts < today) {
            return Err(SpanError::StartPassed);
        }
        let starts = starts.map_or(now, |starts| starts.max(now));
        match ends {
            Some(ends) if ends <= starts => Err(SpanError::EndsBeforeItStarts),
            _ => Ok(Self { starts, ends }),
        }
    }

    /// For a time only: the worker comes back.
    pub const fn is_replacement(self) -> bool {
        self.ends.is_some()
    }
}

/// A way of telling without a day, or a day that has not been.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("the client was told on no day that has been")]
pub struct ToldError;

/// When the client was told: on a day that has been, or not yet.
///
/// # Errors
/// [`ToldError`].
pub fn told(how: ToldHow, on: Option<Date>, today: Date) -> Result<Option<Date>, ToldError> {
    match (how, on) {
        (ToldHow::NotYet, _) => Ok(None),
        (_, Some(on)) if on <= today => Ok(Some(on)),
        _ => Err(ToldError),
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
    fn a_hand_over_begins_now_or_later_and_ends_after_that() {
        let now = at("2026-03-02T09:00:00Z");
        let midnight = at("2026-03-01T23:00:00Z");
        let later = at("2026-03-09T23:00:00Z");

        assert_eq!(Span::new(None, None, now), Ok(Span { starts: now, ends: None }));
        assert_eq!(Span::new(Some(midnight), None, now), Ok(Span { starts: now, ends: None }));
        assert_eq!(Span::new(Some(at("2026-03-01T22:59:59Z")), None, now), Err(SpanError::StartPassed));
        assert_eq!(Span::new(Some(later), Some(later), now), Err(SpanError::EndsBeforeItStarts));
        assert!(Span::new(None, Some(later), now).is_ok_and(Span::is_replacement));
    }

    #[test]
    fn telling_has_a_day_unless_it_was_not_done() {
        let today = date(2026, 3, 2);

        assert_eq!(told(ToldHow::NotYet, Some(today), today), Ok(None));
        assert_eq!(told(ToldHow::Phone, Some(today), today), Ok(Some(today)));
        assert_eq!(told(ToldHow::Phone, None, today), Err(ToldError));
        assert_eq!(told(ToldHow::Phone, Some(date(2026, 3, 3)), today), Err(ToldError));
    }
}
