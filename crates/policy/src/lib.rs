//! Who may do what. Cedar policies in files, asked about exactly one deed at a time.
//! Pure: facts in, verdict out, with the ids of the policies that decided (DESIGN §4).

pub mod actions;
pub mod actor;
pub mod decide;
pub mod model;
mod set;
pub mod suppose;
pub mod things;

pub use actions::{Action, Kind, May};
pub use actor::{ActorFacts, Capacity, Job, ProxyFacts, StaffFacts};
pub use decide::{Verdict, decide};
pub use set::{Described, LocalFile, Policies, PolicySetError};
pub use things::{Emergency, InquiryFacts, PartFacts, ReviewFacts, Thing, Walls, WithholdFacts};
