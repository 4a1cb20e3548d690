//! Finding words in the own dossiers (decision 0031). What is asked is kept as a draft of the asker, so that no word
//! stands in an address; reading what was found is a look of its own, each time.

mod around;
mod ask;
mod fill;
mod find;

pub use around::{Piece, around};
pub use ask::{Ask, AskRefused, LONGEST, WORDS_MAX};
pub use fill::FillNext;
pub use find::{Find, Found, Line, PAGE};
pub use store::client::search::What;
