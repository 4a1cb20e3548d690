//! The RFC 6962 tree while it grows: only the roots of its full subtrees are kept, never the leaves.
//! The sequencer keeps a `Frontier` in the database; an auditor builds one from the leaves and compares.

use crate::Hash;

/// The right edge of a growing tree: one hash per full subtree, largest first.
///
/// A tree of 13 = 8 + 4 + 1 leaves is three hashes. Appending costs one or two hashes on average,
/// whatever the size.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    // INVARIANT: as many hashes as `size` has one bits.
    subtrees: Vec<Hash>,
}

impl Frontier {
    /// A tree without leaves.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// The number of leaves.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// Adds one leaf; its number is the size before.
    pub fn append(&mut self, leaf: Hash) {
        let mut node = leaf;
        // Each trailing one bit is a full subtree of the same height as `node`: they become one.
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.subtrees.pop() {
                node = Hash::of_node(&left, &node);
            }
        }
        self.subtrees.push(node);
        self.size += 1;
    }

    /// Adds leaves in order.
    pub fn append_all(&mut self, leaves: impl IntoIterator<Item = Hash>) {
        for leaf in leaves {
            self.append(leaf);
        }
    }

    /// The root at the present size.
    #[must_use]
    pub fn root(&self) -> Hash {
        self.subtrees
            .iter()
            .rev()
            .copied()
            .reduce(|right, left| Hash::of_node(&left, &right))
            .unwrap_or_else(Hash::of_empty_tree)
    }

    /// The form a database keeps: size (8 bytes, big endian), then each hash.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(8 + 32 * self.subtrees.len());
        bytes.extend(self.size.to_be_bytes());
        for subtree in &self.subtrees {
            bytes.extend(subtree.0);
        }
        bytes
    }

    /// Reads [`to_bytes`](Self::to_bytes) back.
    ///
    /// # Errors
    /// When the number of hashes is not the one the size needs, or bytes are left over.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, NotAFrontier> {
        let (size, rest) = bytes.split_first_chunk::<8>().ok_or(NotAFrontier)?;
        let size = u64::from_be_bytes(*size);
        let (hashes, left_over) = rest.as_chunks::<32>();
        if !left_over.is_empty() || hashes.len() != size.count_ones() as usize {
            return Err(NotAFrontier);
        }
        Ok(Self { size, subtrees: hashes.iter().copied().map(Hash).collect() })
    }
}

/// The bytes are not a frontier that [`Frontier::to_bytes`] wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("these bytes are not the right edge of a tree")]
pub struct NotAFrontier;
