//! A clock that is set: the house of a scale world is made years ago, before its dossiers.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::Timestamp;
use store::Clock;

/// Stands still until it is set on; milliseconds since 1970.
pub struct SetClock(AtomicI64);

impl SetClock {
    pub const fn at(ms: i64) -> Self {
        Self(AtomicI64::new(ms))
    }

    /// A minute later.
    pub fn goes_on(&self) {
        self.0.fetch_add(60_000, Ordering::Relaxed);
    }
}

impl Clock for SetClock {
    fn now(&self) -> Timestamp {
        // Only the plan sets it, to times of this century.
        Timestamp::from_millisecond(self.0.load(Ordering::Relaxed)).unwrap_or(Timestamp::UNIX_EPOCH)
    }
}
