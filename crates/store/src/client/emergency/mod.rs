//! Emergency access (ACC-03): what is looked for, what opens, how it ends, and what is asked of the coordinator.
//! Whether there is anything is known inside only; the asker hears the same of everything that does not open.

mod end;
mod find;
mod list;
mod open;
mod purge;
mod request;
mod told;

pub use end::end;
pub use find::{Found, to_ask, to_open, token_of};
pub use list::{
    OfTeam, Opening, Own, OwnLately, OwnOpening, OwnRequest, Request, Stage, count_of_team, of_entry,
    of_team, own,
};
pub use open::{New, Opened, open};
pub use purge::purge;
pub use request::{Asked, Usable, approve, ask, usable};
pub use told::{Told, told};

pub(super) use end::{for_conflict, for_exclusion, for_protection, for_shield};

use uuid::Uuid;
use vault::Place;

pub(super) const fn sentence_of_access(id: Uuid) -> Place {
    Place { table: "emergency_access", row: id, column: "sentence" }
}

const fn sentence_of_request(id: Uuid) -> Place {
    Place { table: "emergency_request", row: id, column: "sentence" }
}

const fn whom_of_request(id: Uuid) -> Place {
    Place { table: "emergency_request", row: id, column: "whom" }
}
