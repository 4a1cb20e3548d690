//! The real clock and real randomness: the one place in the product that takes them from the system.

use std::sync::Arc;

use jiff::Timestamp;
use store::{Clock, Surroundings};
use vault::Entropy;

use crate::clock::SteadyClock;

/// The clock on the wall.
pub struct WallClock;

impl Clock for WallClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the binary hands the real clock in, here and nowhere else"
    )]
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// The random numbers of the operating system.
pub struct OsEntropy;

impl Entropy for OsEntropy {
    #[expect(
        clippy::disallowed_methods,
        reason = "the binary hands real randomness in, here and nowhere else"
    )]
    fn fill(&self, out: &mut [u8]) {
        // Without randomness every key would be weak: falling over is the safe side.
        getrandom::fill(out).expect("the operating system has no randomness");
    }
}

/// What a store gets in real use.
pub fn real(node: &str) -> Surroundings {
    Surroundings {
        clock: Arc::new(SteadyClock::default()),
        entropy: Arc::new(OsEntropy),
        node: node.to_owned(),
    }
}
