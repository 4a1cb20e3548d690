//! The only crate that speaks SQL. Two engines meet in `db`, one door leads to client data: `gate`.

pub mod client;
mod clock;
mod copy;
#[doc(hidden)]
pub mod db;
mod error;
mod facts;
mod faults;
mod files;
mod fit;
#[cfg(bench_floor)]
mod floor;
mod gate;
mod last_write;
#[cfg(feature = "faults")]
mod measure;
pub mod migrate;
mod newest;
mod nodes;
pub mod office;
mod once;
mod postgres;
mod reading;
mod record;
mod sequencer;
mod shelf;
mod sqlite;
mod start_over;
pub mod stems;
mod store;
mod tally;
mod value;
mod verify;
mod wal;
mod work;

pub use self::files::{Files, KeptFile, SealedFile, UNNAMED_TERM};
pub use clock::{Clock, Surroundings};
pub use copy::{AboutPlace, about_data, about_shelf, copy_file, damage_in};
pub use error::Error;
pub use faults::{Fault, Faults};
pub use fit::{Behind, Unfit};
pub use gate::{Awaiting, NoneDone, NotDone, Undone, UseCase};
pub use nodes::{Attendance, Outgrown, Present};
pub use reading::Text;
pub use record::{Asker, Who};

pub use shelf::{KeyFault, Rotated};
pub use start_over::{StartOverRefused, start_over};
pub use store::{OpenError, Place, Places, Store};
pub use tally::Tally;
#[cfg(feature = "faults")]
pub use tally::tally;
pub use verify::Projections;
pub use work::Work;
