//! Taking in a new question: search before create, then a dossier.

mod open;
mod search;

pub use open::{AgreementManner, NOTICE_TEXT, NoticeManner, Open, OpenRefused, Typed};
pub use search::{Known, Search, SearchRefused};
pub use store::client::intake::Created;
