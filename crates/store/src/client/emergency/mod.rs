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

use domain::{EmergencyLength, EmergencyReason};
use policy::Action;
use uuid::{Builder, Uuid};
use vault::Place;

use crate::work::Work;

/// The form as it was sent: of whom, and in which words. With anything else in it, it is another form: who mends a name and
/// sends it again is answered about that name.
pub fn as_sent<A: Action>(
    work: &Work<'_, A>,
    form: Uuid,
    token: &[u8; 32],
    (reason, sentence, length): (EmergencyReason, &str, EmergencyLength),
) -> Uuid {
    let codes = format!("|{}|{}|", reason.code(), length.hours());
    let whole = [form.as_bytes().as_slice(), token, codes.as_bytes(), sentence.as_bytes()].concat();
    let tag = work.tag("emergency-form", &whole);
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&tag[..16]);
    Builder::from_random_bytes(bytes).into_uuid()
}

pub(super) const fn sentence_of_access(id: Uuid) -> Place {
    Place { table: "emergency_access", row: id, column: "sentence" }
}

const fn sentence_of_request(id: Uuid) -> Place {
    Place { table: "emergency_request", row: id, column: "sentence" }
}

const fn whom_of_request(id: Uuid) -> Place {
    Place { table: "emergency_request", row: id, column: "whom" }
}
