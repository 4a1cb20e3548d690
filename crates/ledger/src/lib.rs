//! The ledger: what is written down about every look and every deed, and how an outsider checks it.
//! Pure functions over bytes. No database, no clock, no randomness: usable by someone who trusts nobody.
//!
//! ```text
//!   Record ──encode──► bytes ┐
//!                            ├─ leaf_hash ─► leaf ─► Frontier ─► root ─► Checkpoint ─sign─► note
//!   Salt (32 random bytes) ──┘                 │                            │
//!                                              └── inclusion proof ─────────┘  one line, shown alone
//! ```
//!
//! - [`record`]: one line of the log and its canonical bytes ([`codec`] describes the format).
//! - [`purge`]: how the log says that records were lawfully destroyed.
//! - [`hash`], [`tree`], [`proof`]: the RFC 6962 Merkle tree.
//! - [`note`], [`checkpoint`]: what the log signs (C2SP signed-note and tlog-checkpoint).
//! - [`verify`]: walks a whole log; [`report`]: what it found, the first wrong line first.

pub mod checkpoint;
pub mod codec;
pub mod hash;
pub mod note;
pub mod proof;
pub mod purge;
pub mod record;
pub mod report;
pub mod tree;
pub mod verify;

pub use checkpoint::{Checkpoint, CheckpointError};
pub use codec::DecodeError;
pub use hash::Hash;
pub use note::{NoteError, Signer, Verifier};
pub use proof::{
    Leaves, ProofError, Unproven, consistency_proof, inclusion_proof, verify_consistency, verify_inclusion,
};
pub use purge::{Purge, purged_ranges};
pub use record::{Capacity, Kind, Outcome, Record, Salt, leaf_hash};
pub use report::{Failure, Finding, Report};
pub use tree::Frontier;
pub use verify::{Audit, Judged};
