//! What tests share: a `World` with named people and a clock that stands still, on either engine.
//! No product code leans on this crate.

mod clock;
mod dice;
mod dossier;
mod engine;
mod house;
mod person;
mod raw;
mod world;

pub use clock::{FakeClock, TIMES_AS_FAST};
pub use dice::Dice;
pub use dossier::{BILAL, Dossier, FATMA, Intake, NADIA, Resident};
pub use engine::{Engine, run, runtime};
pub use house::{CODE_SECRET, House, Member, PASSWORD};
pub use ledger::Outcome;
pub use person::{Denied, Person};
pub use raw::{Cell, Raw};
pub use store::Fault;
pub use world::{NODE, ORIGIN, START, World, open_store, secrets, signer};
