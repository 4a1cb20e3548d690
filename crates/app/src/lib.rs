//! Use cases: one folder a feature, one file a use. A use case says what it needs, checks the rules of
//! `domain`, and reads or writes through the `Work` it is given.

pub mod account;
pub mod activation;
pub mod breach;
pub mod caseload;
pub mod contact;
pub mod document;
pub mod dossier;
pub mod draft;
pub mod emergency;
pub mod entry;
pub mod explain;
pub mod family_plan;
pub mod family_visit;
mod house;
pub mod inquiry;
pub mod intake;
pub mod involvement;
pub mod log;
pub mod log_review;
pub mod model;
pub mod people;
pub mod plan;
pub mod portal;
pub mod post;
pub mod review;
pub mod search;
pub mod sign_in;
pub mod standing;
pub mod task;
pub mod today;
pub mod withhold;

pub use house::App;
pub use policy::{ActorFacts, Job};
pub use store::office::kept_form::KeptForm;
pub use store::office::organisation::Team;
pub use store::office::sessions::{Post, Session};
pub use store::{Asker, Awaiting, Error, NoneDone, NotDone, Text, Undone, UseCase, Who};
