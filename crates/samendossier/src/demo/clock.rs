//! The clock while a demo world is made: it is put at the moment of each deed, and never back.

use std::sync::{Mutex, PoisonError};

use jiff::Timestamp;
use store::Clock;

/// A clock that stands still until it is put further.
pub struct SteppedClock(Mutex<Timestamp>);

impl SteppedClock {
    /// Stands at this instant.
    pub const fn at(instant: Timestamp) -> Self {
        Self(Mutex::new(instant))
    }

    /// Puts it at this instant. An earlier one changes nothing.
    pub fn set(&self, instant: Timestamp) {
        let mut now = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *now = instant.max(*now);
    }
}

impl Clock for SteppedClock {
    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_never_goes_back() {
        let clock = SteppedClock::at(Timestamp::UNIX_EPOCH);
        let later = Timestamp::from_second(60).expect("an instant");

        clock.set(later);
        clock.set(Timestamp::UNIX_EPOCH);

        assert_eq!(clock.now(), later);
    }
}
