//! A clock that stands still until a test moves it. Tests say when things happen; nothing waits.
//! Part of a `World`; also given to the store inside it.

use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// How fast time goes for the nodes that `loadgen` plays, so that the lease of one that is gone ends soon.
pub const TIMES_AS_FAST: i32 = 5;

/// Stands still; shared by a world and its store.
pub struct FakeClock(AtomicI64);

impl FakeClock {
    /// Stands at this instant, such as `2026-03-02T09:00:00Z`.
    pub fn at(instant: &str) -> Self {
        Self(AtomicI64::new(read(instant).as_millisecond()))
    }

    /// Moves to this instant, forwards or backwards.
    pub fn set(&self, instant: &str) {
        self.set_to(read(instant));
    }

    /// Moves to this instant.
    pub fn set_to(&self, instant: Timestamp) {
        self.0.store(instant.as_millisecond(), Ordering::SeqCst);
    }

    /// Moves on.
    pub fn advance(&self, by: SignedDuration) {
        let by = i64::try_from(by.as_millis()).expect("a test lasts less than an age");
        self.0.fetch_add(by, Ordering::SeqCst);
    }
}

impl store::Clock for FakeClock {
    fn now(&self) -> Timestamp {
        Timestamp::from_millisecond(self.0.load(Ordering::SeqCst)).expect("an instant")
    }
}

fn read(instant: &str) -> Timestamp {
    instant.parse().expect("an instant such as 2026-03-02T09:00:00Z")
}
