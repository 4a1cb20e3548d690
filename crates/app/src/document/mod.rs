//! Documents of a dossier: files that come in, are kept sealed, and are shown sheet by sheet.
//!
//! A file is worked on, looked through and sealed before its deed begins; the deed then says where it belongs. So nothing
//! slow happens in a transaction, and a file without its deed is noise that nobody can open.

mod add;
mod desk;
mod print;
mod read;
mod withdraw;

pub use add::{Add, AddRefused, Added, Bring, MayAdd};
pub use desk::{Brought, Desk, NotBrought, NotShown};
pub use files::{Scanner, ScannerAt, Shown, Workshop};
pub use print::Print;
pub use read::{Documents, ReadOne, ReadOwnAll, ReadOwnOne, ReadThem, kept_until};
pub use store::Files;
pub use store::client::documents::{Document, Open};
pub use store::client::entries::Withdrawn;
pub use withdraw::{Withdraw, WithdrawRefused};
