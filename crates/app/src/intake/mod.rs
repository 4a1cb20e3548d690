//! Taking in a new question: search before create, then a dossier.

mod assess;
mod begin;
mod open;
mod search;

pub use assess::{Assess, Assessed, DoesNotWait};
pub use begin::Begin;
pub use open::{AgreementManner, NOTICE_TEXT, NoticeManner, Open, OpenRefused, Typed};
pub use search::{Known, Search, SearchRefused};
pub use store::client::intake::{Created, NewQuestion};
pub use store::client::searched::Searched;
