//! Telling the client later (SHA-12): a worker proposes, somebody else decides, each review extends or releases. What is
//! hidden meanwhile is left out where the client's pages are read.

mod decide;
mod propose;
mod read;

pub use decide::{Decide, DecideRefused, Extend, Release, Says};
pub use propose::{Prepare, Propose, ProposeRefused};
pub use read::{Count, List, Read};

pub use store::client::withhold::{Access, Notice, Row, Seen, Stage, Step, ToldLater, Withholdable, Yours};
