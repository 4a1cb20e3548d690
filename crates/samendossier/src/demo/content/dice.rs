//! Chance that is the same every time: what is thrown depends on the fixed seed and a name.

use vault::{Entropy, SeededEntropy};

use crate::demo::SEED;

/// The dice of one client.
pub struct Dice(SeededEntropy);

impl Dice {
    /// The dice of this name.
    pub fn of(name: &str) -> Self {
        let seed = name.bytes().fold(SEED, |seed, byte| seed.wrapping_mul(131).wrapping_add(byte.into()));
        Self(SeededEntropy::new(seed))
    }

    /// A number from 0 up to this one, not included; 0 when that is 0.
    pub fn below(&mut self, end: u32) -> u32 {
        let mut bytes = [0; 4];
        self.0.fill(&mut bytes);
        u32::from_le_bytes(bytes).checked_rem(end).unwrap_or(0)
    }

    /// One of these.
    pub fn one_of<T: Copy, const N: usize>(&mut self, choices: &[T; N]) -> T {
        const { assert!(N > 0) };
        choices[self.below(u32::try_from(N).unwrap_or(1)) as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_throws_its_own_row_again_and_again() {
        let row = |name| {
            let mut dice = Dice::of(name);
            (0..8).map(|_| dice.below(1000)).collect::<Vec<_>>()
        };

        assert_eq!(row("elif"), row("elif"));
        assert_ne!(row("elif"), row("file"));
    }

    #[test]
    fn nothing_falls_off_the_table() {
        let mut dice = Dice::of("elif");

        assert!((0..1000).all(|_| dice.below(6) < 6));
        assert_eq!(dice.below(0), 0);
    }
}
