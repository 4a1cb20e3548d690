//! Proofs about the policies: everything the running policies allow, a claim allows as well, for all inputs.
//! A claim is a small Cedar file in `claims/`; a solver looks for a request that tells otherwise (decision 0022).

mod claim;
mod kind;
mod prover;

pub use claim::{Claim, ClaimFault, claims};
pub use kind::Kind;
pub use prover::{Found, ProofFault, Prover, Solver};
