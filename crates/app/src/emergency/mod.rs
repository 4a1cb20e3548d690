//! Breaking the glass (ACC-03): somebody who is not involved opens a dossier, with a reason and an end, and everybody
//! who should know is told. First the form, then the answer; of what does not open there is one answer.

mod approve;
mod ask;
mod begin;
mod end;
mod list;
mod open;
mod purge;

pub use approve::{Approve, ApproveRefused};
pub use ask::Ask;
pub use begin::Begin;
pub use end::{End, EndRefused};
pub use list::{Count, List};
pub use open::{Open, OpenRefused, Opened, Whom};
pub use purge::PurgeOld;

pub use store::client::emergency::{OfTeam, Opening, Own, OwnLately, OwnOpening, OwnRequest, Request, Stage};

use domain::{BirthDate, Bsn, EmergencyLength, EmergencyReason, Sentence};
use store::client::intake::Sought;

/// What the worker filled in, before anything is looked for.
#[derive(Clone, Debug)]
pub struct Form {
    pub surname: String,
    pub birth_date: BirthDate,
    pub bsn: Option<Bsn>,
    pub reason: EmergencyReason,
    pub sentence: Sentence,
    pub length: EmergencyLength,
}

impl Form {
    /// Whom it is about: exactly one person can be meant (ACC-02).
    fn sought(&self) -> Option<Sought> {
        Sought::of(&self.surname, self.birth_date, self.bsn.clone()).filter(Sought::can_be_found)
    }

    /// Whom it is about, for the coordinator who is asked: surname and birth date; of a number its last four digits.
    fn whom(&self) -> String {
        let number = self.bsn.as_ref().map(|bsn| format!("•••••{}", &bsn.digits()[5..]));
        let born = (self.birth_date != BirthDate::UNKNOWN).then(|| self.birth_date.to_string());
        let surname = Some(self.surname.trim().to_owned()).filter(|name| !name.is_empty());
        [surname, born, number].into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
