//! The chance of a world: the same throws for the same seed, and it can begin again.
//! Two worlds that begin again at the same moment give the same ids, whatever happened in them before.

use std::sync::Mutex;

use vault::{Entropy, SeededEntropy};

/// Throws bytes.
pub struct Dice(Mutex<SeededEntropy>);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(Mutex::new(SeededEntropy::new(seed)))
    }

    /// Begins another row of throws. A seed that was used before repeats its ids.
    pub(crate) fn begin_again(&self, seed: u64) {
        *self.0.lock().expect("sound") = SeededEntropy::new(seed);
    }
}

impl Entropy for Dice {
    fn fill(&self, out: &mut [u8]) {
        self.0.lock().expect("sound").fill(out);
    }
}
