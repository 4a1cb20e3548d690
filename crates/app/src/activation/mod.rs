//! A way in, given at a desk and taken by its owner (ACC-16): issue, accounts, activate.

mod accounts;
mod activate;
mod issue;
mod owner;

pub use accounts::ListStaff;
pub use activate::{ActivateRefused, Activated, Choice, Codes, Opened};
pub use issue::{Issued, NewSlip, ToResident, ToResidentRefused, ToStaff, ToStaffRefused};
pub use store::client::activation::{Slip, StaffAccount};
