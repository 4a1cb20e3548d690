//! What leaves by the network after a deed: how long is tried, when again, and what an answer of the other side means.
//! Nothing is lost in silence: what may or may not have arrived is sent once more, and then said to be uncertain.

use jiff::SignedDuration;

use crate::codes::coded;

/// Nothing is tried any more after this; what it was about stands in the product.
pub const GIVES_UP_AFTER: SignedDuration = SignedDuration::from_hours(5 * 24);
/// A sender that says nothing for this long is gone. Longer than one message can take (`mail::Patience`).
pub const HELD_FOR: SignedDuration = SignedDuration::from_mins(10);
/// What has ended is kept this long, so that somebody can be told what became of it.
pub const KEPT_AFTER: SignedDuration = SignedDuration::from_hours(30 * 24);
/// The first pause between two tries.
const FIRST_PAUSE: SignedDuration = SignedDuration::from_mins(1);
/// The longest pause between two tries.
const LONGEST_PAUSE: SignedDuration = SignedDuration::from_hours(1);

coded! {
    /// Of what somebody is told outside the product: that there is something, never what.
    pub enum NoticeKind, "kind of notice" {
        /// A dossier was opened in an emergency (ACC-03).
        EmergencyOpened = "emergency-opened",
        /// The coordinator is asked to approve one (ACC-03).
        EmergencyAsked = "emergency-asked",
        /// A client asks about a look (ACC-21).
        InquiryAsked = "inquiry-asked",
        /// Whoever opened a dossier in an emergency is asked to explain (ACC-04).
        ExplanationAsked = "explanation-asked",
        /// They explained; whoever asked goes on (ACC-04).
        Explained = "explained",
        /// A second person is asked whether the client is told later (SHA-12).
        WithholdingProposed = "withholding-proposed",
        /// A breach was received; the 72 hours run (BRE-01).
        BreachReceived = "breach-received",
    }
}

coded! {
    /// How far a notice is.
    pub enum NoticeState, "state of a notice" {
        /// To be sent.
        Waiting = "waiting",
        /// Somebody is sending it, or was when they fell silent.
        Sending = "sending",
        /// The server took it.
        Sent = "sent",
        /// There was no address any more, or the account was closed.
        Unwanted = "unwanted",
        /// It was refused for good, or tried for too long.
        GivenUp = "given-up",
        /// Sent twice without hearing whether it was taken.
        Uncertain = "uncertain",
    }
}

/// What became of one try.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Went {
    /// The server took it.
    Accepted,
    /// Surely not taken; another time it may be.
    NotNow,
    /// Surely not taken, and never will be.
    Never,
    /// It was handed over and nobody said whether it was taken.
    Unheard,
}

/// What to do after a try.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Next {
    /// It has ended, like this.
    End(NoticeState),
    /// Another try after the pause.
    Again,
    /// The one repeat after the pause; it counts as one.
    Repeat,
}

impl Went {
    /// What to do, when `repeats` tries before this one may have been taken.
    pub const fn next(self, repeats: i64) -> Next {
        match self {
            Self::Accepted => Next::End(NoticeState::Sent),
            Self::NotNow => Next::Again,
            Self::Unheard if repeats == 0 => Next::Repeat,
            // The first may have been taken.
            Self::Never if repeats == 0 => Next::End(NoticeState::GivenUp),
            Self::Never | Self::Unheard => Next::End(NoticeState::Uncertain),
        }
    }
}

/// The pause after so many tries: twice as long each time up to an hour, of which `chance` decides the second half, so
/// that what failed together does not come back together.
pub fn pause(tries: i64, chance: u8) -> SignedDuration {
    let doublings = u32::try_from(tries.clamp(1, 10) - 1).unwrap_or(0);
    let whole = FIRST_PAUSE.saturating_mul(1 << doublings).min(LONGEST_PAUSE);
    let half = whole / 2;
    half + half * i32::from(chance) / i32::from(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_have_been_taken_is_sent_once_more_and_no_oftener() {
        assert_eq!(Went::Unheard.next(0), Next::Repeat);
        assert_eq!(Went::Unheard.next(1), Next::End(NoticeState::Uncertain));
        assert_eq!(Went::Never.next(1), Next::End(NoticeState::Uncertain), "the first may have arrived");
    }

    #[test]
    fn what_was_surely_not_taken_is_tried_again_or_given_up() {
        for repeats in [0, 1] {
            assert_eq!(Went::NotNow.next(repeats), Next::Again);
            assert_eq!(Went::Accepted.next(repeats), Next::End(NoticeState::Sent));
        }
        assert_eq!(Went::Never.next(0), Next::End(NoticeState::GivenUp));
    }

    #[test]
    fn the_pause_doubles_up_to_an_hour_and_is_never_the_same_for_all() {
        let minutes = |tries| [pause(tries, 0), pause(tries, 255)].map(|pause| pause.as_secs());

        assert_eq!(minutes(1), [30, 60]);
        assert_eq!(minutes(2), [60, 120]);
        assert_eq!(minutes(7), [1800, 3600]);
        for tries in [-3, 0, 8, 200, i64::MAX] {
            let [least, most] = minutes(tries);
            assert!(least >= 30 && most <= 3600, "{tries}");
        }
    }
}
