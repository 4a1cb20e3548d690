//! Entries: written once, corrected by a new version, read with their versions.

mod correct;
mod read;
mod write;

pub use correct::{Correct, CorrectRefused, Corrected};
pub use read::{EntryRead, ReadOne};
pub use store::client::entries::{Entry, Version};
pub use write::{Write, WriteRefused, Written};
