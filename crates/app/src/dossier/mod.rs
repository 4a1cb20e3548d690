//! Opening a dossier as an involved worker.

mod add_question;
mod change_language;
mod close;
mod correct_birth_date;
mod read;
mod reopen;
mod reveal_bsn;

pub use add_question::{AddQuestion, AddRefused};
pub use change_language::ChangeLanguage;
pub use close::{Close, CloseRefused};
pub use correct_birth_date::{Birth, BirthVersion, CorrectBirthDate, CorrectRefused, ReadBirthDate};
pub use policy::Emergency;
pub use read::{DossierRead, PAGE, ReadIt};
pub use reopen::Reopen;
pub use reveal_bsn::{Reveal, RevealRefused};
pub use store::client::entries::Entry;
pub use store::client::fields::{Field, Fields};
pub use store::client::informed::Informed;
pub use store::client::involvements::Involved;
pub use store::client::masthead::{Head, Part};
pub use store::client::portal::Look;
