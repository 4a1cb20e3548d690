//! Proofs over the RFC 6962 tree: this line is in it, and the tree only grew.
//! Making a proof needs the leaves; checking one needs nothing but two roots.

use crate::{Frontier, Hash};

/// Where a proof finds the leaves.
pub trait Leaves {
    /// Why a leaf could not be had.
    type Error;

    /// The leaf with this number, counted from 0.
    ///
    /// # Errors
    /// When it cannot be read.
    fn leaf(&self, number: u64) -> Result<Hash, Self::Error>;

    /// The root over the leaves `from..to`. Override it where inner nodes are kept.
    ///
    /// # Errors
    /// When one of the leaves cannot be read.
    fn root_of(&self, from: u64, to: u64) -> Result<Hash, Self::Error> {
        let mut edge = Frontier::new();
        for number in from..to {
            edge.append(self.leaf(number)?);
        }
        Ok(edge.root())
    }
}

/// There are fewer leaves than the proof speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("there is no leaf {0}")]
pub struct NoSuchLeaf(pub u64);

impl Leaves for [Hash] {
    type Error = NoSuchLeaf;

    fn leaf(&self, number: u64) -> Result<Hash, NoSuchLeaf> {
        usize::try_from(number).ok().and_then(|at| self.get(at).copied()).ok_or(NoSuchLeaf(number))
    }
}

/// Why a proof was not made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProofError<E> {
    /// A line outside the tree, an empty old tree, or an old tree larger than the new one.
    #[error("no such proof exists for these sizes")]
    Range,
    /// A leaf could not be read.
    #[error("could not read a leaf")]
    Leaves(#[source] E),
}

impl<E> From<E> for ProofError<E> {
    fn from(source: E) -> Self {
        Self::Leaves(source)
    }
}

/// The hashes beside the path from leaf `number` up to the root of the first `size` leaves, lowest first.
///
/// # Errors
/// [`ProofError::Range`] when the tree of that size does not have that leaf.
pub fn inclusion_proof<L: Leaves + ?Sized>(
    leaves: &L,
    number: u64,
    size: u64,
) -> Result<Vec<Hash>, ProofError<L::Error>> {
    if number >= size {
        return Err(ProofError::Range);
    }
    let (mut from, mut to) = (0, size);
    let mut beside = Vec::new();
    while to - from > 1 {
        let middle = from + left_part(to - from);
        if number < middle {
            beside.push(leaves.root_of(middle, to)?);
            to = middle;
        } else {
            beside.push(leaves.root_of(from, middle)?);
            from = middle;
        }
    }
    beside.reverse();
    Ok(beside)
}

/// The hashes that show that the first `old` leaves are the beginning of the first `new` leaves.
///
/// # Errors
/// [`ProofError::Range`] when `old` is 0 (every tree begins with the empty one: nothing to prove) or above `new`.
pub fn consistency_proof<L: Leaves + ?Sized>(
    leaves: &L,
    old: u64,
    new: u64,
) -> Result<Vec<Hash>, ProofError<L::Error>> {
    if old == 0 || old > new {
        return Err(ProofError::Range);
    }
    let (mut from, mut to) = (0, new);
    let mut beside = Vec::new();
    while old != to {
        let middle = from + left_part(to - from);
        if old <= middle {
            beside.push(leaves.root_of(middle, to)?);
            to = middle;
        } else {
            beside.push(leaves.root_of(from, middle)?);
            from = middle;
        }
    }
    // A subtree that is the whole old tree is the old root: the verifier has it already.
    if from != 0 {
        beside.push(leaves.root_of(from, to)?);
    }
    beside.reverse();
    Ok(beside)
}

/// The size of the left subtree: the largest power of two below `size`. Needs `size` of at least 2.
fn left_part(size: u64) -> u64 {
    1 << (size - 1).ilog2()
}

/// Why a proof does not prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unproven {
    /// A line outside the tree, an empty old tree, or an old tree larger than the new one.
    #[error("no proof exists for these sizes")]
    Range,
    /// Hashes missing, or hashes too many.
    #[error("the proof has the wrong number of hashes")]
    Length,
    /// The hashes lead to another root.
    #[error("the proof leads to another root")]
    Root,
}

/// Checks that `leaf` is line `number` of the tree with this size and root (RFC 9162 §2.1.3.2).
///
/// # Errors
/// When it is not, or the proof is malformed.
pub fn verify_inclusion(
    leaf: &Hash,
    number: u64,
    size: u64,
    proof: &[Hash],
    root: &Hash,
) -> Result<(), Unproven> {
    if number >= size {
        return Err(Unproven::Range);
    }
    let mut climb = Climb { node: number, last: size - 1 };
    let mut reached = *leaf;
    for beside in proof {
        reached = match climb.step()? {
            Side::Left => Hash::of_node(beside, &reached),
            Side::Right => Hash::of_node(&reached, beside),
        };
    }
    climb.at_root()?;
    equal(&reached, root)
}

/// Checks that the tree `(old, old_root)` is the beginning of `(new, new_root)` (RFC 9162 §2.1.4.2).
///
/// An `old` of 0 is refused: such a proof would say nothing.
///
/// # Errors
/// When it is not, or the proof is malformed.
pub fn verify_consistency(
    old: u64,
    old_root: &Hash,
    new: u64,
    new_root: &Hash,
    proof: &[Hash],
) -> Result<(), Unproven> {
    if old == 0 || old > new {
        return Err(Unproven::Range);
    }
    if old == new {
        return if proof.is_empty() { equal(old_root, new_root) } else { Err(Unproven::Length) };
    }
    // A full old tree is a subtree of the new one; the proof leaves its root out.
    let (start, proof) = match proof {
        [] => return Err(Unproven::Length),
        _ if old.is_power_of_two() => (old_root, proof),
        [start, rest @ ..] => (start, rest),
    };
    let full = (old - 1).trailing_ones();
    let mut climb = Climb { node: (old - 1).unbounded_shr(full), last: (new - 1).unbounded_shr(full) };
    let (mut reached_old, mut reached_new) = (*start, *start);
    for beside in proof {
        match climb.step()? {
            Side::Left => {
                reached_old = Hash::of_node(beside, &reached_old);
                reached_new = Hash::of_node(beside, &reached_new);
            }
            Side::Right => reached_new = Hash::of_node(&reached_new, beside),
        }
    }
    climb.at_root()?;
    equal(&reached_old, old_root)?;
    equal(&reached_new, new_root)
}

/// On which side of the path the next hash of a proof stands.
enum Side {
    Left,
    Right,
}

/// The path upwards: the node's number in its row and the number of the last node in that row.
struct Climb {
    node: u64,
    last: u64,
}

impl Climb {
    fn step(&mut self) -> Result<Side, Unproven> {
        if self.last == 0 {
            return Err(Unproven::Length);
        }
        let side = if self.node & 1 == 1 || self.node == self.last {
            // A last node without a neighbour stands for itself in the rows above: skip those.
            let alone = self.node.trailing_zeros();
            self.node = self.node.unbounded_shr(alone);
            self.last = self.last.unbounded_shr(alone);
            Side::Left
        } else {
            Side::Right
        };
        self.node >>= 1;
        self.last >>= 1;
        Ok(side)
    }

    fn at_root(&self) -> Result<(), Unproven> {
        if self.last == 0 { Ok(()) } else { Err(Unproven::Length) }
    }
}

fn equal(reached: &Hash, root: &Hash) -> Result<(), Unproven> {
    if reached == root { Ok(()) } else { Err(Unproven::Root) }
}
