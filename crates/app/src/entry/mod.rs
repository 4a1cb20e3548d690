//! Entries: written once, corrected by a new version, read with their versions.

mod correct;
mod read;
mod shield;
mod write;

pub use correct::{Correct, CorrectRefused, Corrected};
pub use read::{EntryRead, ReadOne};
pub use shield::{Hide, LiftShield, ReadShields, ShieldRefused, ShieldsRead};
pub use store::client::entries::{Entry, Version};
pub use store::client::shields::Shield;
pub use write::{Write, WriteRefused, Written};
