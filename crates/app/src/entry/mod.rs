//! Entries: written once, corrected by a new version, read with their versions.

mod correct;
mod delay;
mod read;
mod shield;
mod withdraw;
mod write;

pub use correct::{Correct, CorrectRefused, Corrected, Merge};
pub use delay::{AgreeToDelay, DelayRefused, ListWaiting};
pub use read::{EntryRead, ReadOne};
pub use shield::{Hide, LiftShield, ReadShields, ShieldRefused, ShieldsRead};
pub use store::client::entries::{Entry, Version, WaitingDelay, Withdrawn};
pub use store::client::shields::Shield;
pub use withdraw::{Withdraw, WithdrawRefused};
pub use write::{Write, WriteRefused, Written};
