//! The pages: a router, the page extractor, one folder a feature. Handlers perform, then show.

mod account;
mod activation;
mod answer;
mod caseload;
mod caught;
mod contact;
mod device;
mod dossier;
mod draft;
mod emergency;
mod entry;
mod explain;
mod family_visit;
mod inquiry;
mod intake;
mod involvement;
mod language;
mod log;
mod log_review;
mod model;
mod page;
mod parts;
mod passkey;
mod peer;
mod people;
mod plan;
mod portal;
mod qr;
mod refused;
mod review;
mod router;
mod search;
mod sent;
mod sign_in;
mod standing;
mod start;
mod task;
mod today;
mod typed_date;
mod withhold;
mod wording;

pub mod theme;
pub mod view;

pub use peer::{Network, NoNetwork};
pub use router::{ROUTES, Settings, router};
