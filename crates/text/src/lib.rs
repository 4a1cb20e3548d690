//! Wording: every sentence a person reads, in Dutch and English, formal and informal.
//! Screens, letters and e-mail take their words here; no other crate holds Dutch sentences.
//!
//! One message may have two forms. Its value speaks to *u*; its attribute `.je` speaks to *je*:
//!
//! ```ftl
//! portal-nothing-asked = U hoeft nu niets te doen.
//!     .je = Je hoeft nu niets te doen.
//! ```
//!
//! Staff are always addressed with *je*; residents as they choose.

mod arg;
mod bundles;
mod dates;
mod words;

pub use arg::Arg;
pub use bundles::locales;
pub use words::{Address, FAMILIES, Lang, Words};
