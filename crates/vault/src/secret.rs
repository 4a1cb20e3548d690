//! Thirty-two secret bytes that are wiped when dropped and never shown.
//! The keys of this crate hold one of these instead of a bare array.

use std::fmt;

use zeroize::Zeroizing;

use crate::Entropy;

/// A 256-bit secret. It is boxed, so that moving the owner moves a pointer and leaves no copy behind.
pub(crate) struct Secret(Box<Zeroizing<[u8; 32]>>);

impl Secret {
    /// Copies the bytes; the caller wipes its own copy.
    pub(crate) fn copy_of(bytes: &[u8; 32]) -> Self {
        let mut secret = Self(Box::default());
        secret.0.copy_from_slice(bytes);
        secret
    }

    /// Draws fresh bytes.
    pub(crate) fn generate(entropy: &dyn Entropy) -> Self {
        let mut secret = Self(Box::default());
        entropy.fill(secret.0.as_mut_slice());
        secret
    }

    /// The bytes themselves, for a cipher or a hash.
    pub(crate) fn expose(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

/// Bytes no honest text contains, and the check that a shown text does not contain them.
#[cfg(test)]
pub(crate) mod planted {
    /// 0xA7 is 167 in decimal, "p6en" in base64, "§" in Latin-1.
    pub(crate) const BYTES: [u8; 32] = [0xA7; 32];

    /// Fails when `shown` holds the planted bytes in any of the usual spellings.
    pub(crate) fn assert_absent(shown: &str) {
        for spelling in ["167", "a7", "A7", "p6en", "§"] {
            assert!(!shown.contains(spelling), "{shown:?} shows the key as {spelling}");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_is_never_shown() {
        let secret = Secret::copy_of(&planted::BYTES);

        let shown = format!("{secret:?}");

        planted::assert_absent(&shown);
        assert_eq!(secret.expose(), &planted::BYTES);
    }
}
