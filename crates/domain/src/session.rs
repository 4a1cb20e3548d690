//! How long a sign-in lasts (ACC-17) and how often one may try.
//! Values of §14; no fixed numbers in BIO2, 15 minutes is common practice.

use jiff::{SignedDuration, Timestamp};

/// A staff session ends after this long without a request (ACC-17).
pub const STAFF_IDLE: SignedDuration = SignedDuration::from_mins(15);
/// A portal session ends after this long without a request (ACC-17).
pub const PORTAL_IDLE: SignedDuration = SignedDuration::from_mins(15);
/// A staff session ends this long after sign-in, whatever happens (ACC-17).
pub const STAFF_ABSOLUTE: SignedDuration = SignedDuration::from_hours(10);
/// A portal session ends this long after sign-in, whatever happens (ACC-17).
pub const PORTAL_ABSOLUTE: SignedDuration = SignedDuration::from_hours(2);
/// A sensitive deed wants a second factor no older than this (ACC-16, ACC-17).
pub const REAUTH_FRESH: SignedDuration = SignedDuration::from_mins(5);
/// The page warns this long before the session ends (ux §3.3).
pub const WARN_BEFORE_END: SignedDuration = SignedDuration::from_secs(120);

/// Which door was used.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum SessionKind {
    /// The worker app.
    Staff,
    /// The client portal.
    Portal,
}

impl SessionKind {
    /// The longest silence.
    pub const fn idle(self) -> SignedDuration {
        match self {
            Self::Staff => STAFF_IDLE,
            Self::Portal => PORTAL_IDLE,
        }
    }

    /// The longest session.
    pub const fn absolute(self) -> SignedDuration {
        match self {
            Self::Staff => STAFF_ABSOLUTE,
            Self::Portal => PORTAL_ABSOLUTE,
        }
    }
}

/// What a session is worth now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum SessionState {
    /// Still good.
    Live {
        /// When it ends if nothing more is asked.
        ends_at: Timestamp,
    },
    /// Too long without a request.
    IdleTooLong,
    /// Signed in too long ago.
    TooOld,
}

impl SessionState {
    /// Judges a session by when it was made and last used (ACC-17). At the very end it is over.
    pub fn judge(created: Timestamp, last_seen: Timestamp, now: Timestamp, kind: SessionKind) -> Self {
        let too_old_at = after(created, kind.absolute());
        let idle_at = after(last_seen, kind.idle());
        if now >= too_old_at {
            Self::TooOld
        } else if now >= idle_at {
            Self::IdleTooLong
        } else {
            Self::Live { ends_at: too_old_at.min(idle_at) }
        }
    }
}

/// Whether the second factor was given recently enough for a sensitive deed. A confirmation
/// dated after `now` does not count.
pub fn confirmed_recently(confirmed: Option<Timestamp>, now: Timestamp) -> bool {
    confirmed.is_some_and(|at| at <= now && now < after(at, REAUTH_FRESH))
}

fn after(instant: Timestamp, wait: SignedDuration) -> Timestamp {
    instant.checked_add(wait).unwrap_or(Timestamp::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(time: &str) -> Timestamp {
        format!("2026-03-02T{time}Z").parse().expect("an instant")
    }

    #[test]
    fn silence_ends_a_session_after_a_quarter_of_an_hour() {
        let judge = |now| SessionState::judge(at("09:00:00"), at("09:30:00"), at(now), SessionKind::Staff);

        assert_eq!(judge("09:44:59.999"), SessionState::Live { ends_at: at("09:45:00") });
        assert_eq!(judge("09:45:00"), SessionState::IdleTooLong);
    }

    #[test]
    fn a_busy_session_ends_too() {
        let staff = |seen, now| SessionState::judge(at("08:00:00"), at(seen), at(now), SessionKind::Staff);
        let portal = |seen, now| SessionState::judge(at("08:00:00"), at(seen), at(now), SessionKind::Portal);

        assert_eq!(staff("17:55:00", "17:59:00"), SessionState::Live { ends_at: at("18:00:00") });
        assert_eq!(staff("17:59:00", "18:00:00"), SessionState::TooOld);
        assert_eq!(portal("09:50:00", "09:59:59"), SessionState::Live { ends_at: at("10:00:00") });
        assert_eq!(portal("09:59:59", "10:00:00"), SessionState::TooOld);
    }

    #[test]
    fn a_confirmation_is_fresh_for_five_minutes() {
        let confirmed = Some(at("09:00:00"));

        assert!(confirmed_recently(confirmed, at("09:00:00")));
        assert!(confirmed_recently(confirmed, at("09:04:59.999")));
        assert!(!confirmed_recently(confirmed, at("09:05:00")));
        assert!(!confirmed_recently(confirmed, at("08:59:59")));
        assert!(!confirmed_recently(None, at("09:00:00")));
    }
}
