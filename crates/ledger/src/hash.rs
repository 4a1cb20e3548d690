//! The 32-byte hash that names a leaf or a tree, and the two ways RFC 6962 makes one.
//! Everything in this crate that is compared, proved or signed is one of these.

use std::fmt;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::{Digest as _, Sha256};

/// A SHA-256 value: a leaf, an inner node or the root of a tree.
///
/// Shown as standard base64 (the form in checkpoints and receipts); debugged as hex.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hash(pub [u8; 32]);

impl Hash {
    /// The root of a tree without leaves: SHA-256 of nothing.
    #[must_use]
    pub fn of_empty_tree() -> Self {
        Self(Sha256::digest([]).into())
    }

    /// The leaf over `parts` read as one string of bytes: `SHA-256(0x00 || parts)`.
    #[must_use]
    pub fn of_leaf(parts: &[&[u8]]) -> Self {
        let mut sum = Sha256::new_with_prefix([0x00]);
        for part in parts {
            sum.update(part);
        }
        Self(sum.finalize().into())
    }

    /// The node above two nodes: `SHA-256(0x01 || left || right)`.
    #[must_use]
    pub fn of_node(left: &Self, right: &Self) -> Self {
        // One update of 65 bytes is measurably cheaper than three small ones.
        let mut node = [0x01; 65];
        node[1..33].copy_from_slice(&left.0);
        node[33..].copy_from_slice(&right.0);
        Self(Sha256::digest(node).into())
    }

    /// Reads what [`Display`](fmt::Display) writes: 44 signs of standard base64. `None` for anything else.
    #[must_use]
    pub fn from_base64(text: &str) -> Option<Self> {
        let bytes = BASE64.decode(text).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// The 32 bytes.
    #[must_use]
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&BASE64.encode(self.0))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl From<[u8; 32]> for Hash {
    fn from(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }
}
