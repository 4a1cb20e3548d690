//! At the desk: the identity document was seen, a slip is made. For a resident the desk types what stands on the
//! document, and hears whether exactly one client here has that name and birth date; nothing else (ACC-02).

use domain::days::DUP_CHECKS_PER_DAY;
use domain::sign_in::{CodeKind, Document, YOUNGEST, code};
use domain::{BirthDate, StaffId, age_on, amsterdam_date, fold};
use policy::actions::{ActivateResident, ActivateStaff, AtDesk, OfPost};
use store::client::activation::{self, Given, Slip};
use store::client::intake;
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use crate::App;

/// Codes for one slip: shown to who printed it, and kept as hashes only.
#[derive(Clone)]
pub struct NewSlip {
    /// None for a list only.
    pub code: Option<String>,
    /// In the order of their numbers; empty without a list.
    pub list: Vec<String>,
    given: Given,
}

impl App {
    /// Makes the codes of a slip. They are worth nothing until it was issued.
    pub fn new_slip(&self, document: Document, with_code: bool, with_list: bool) -> NewSlip {
        let code = with_code.then(|| self.random_code(code::activation_code));
        let list = with_list.then(|| self.new_codes(CodeKind::List));
        let (list, hashes) = list.map_or_else(Default::default, |new| (new.codes, new.hashes));
        let given =
            Given { document, code: code.as_deref().map(|code| self.activation_hash(code)), list: hashes };
        NewSlip { code, list, given }
    }

    /// What is kept of an activation code.
    pub(super) fn activation_hash(&self, typed: &str) -> [u8; 32] {
        self.store.tag("activation code", code::folded(typed).as_bytes())
    }
}

/// Whether there is a slip.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Issued {
    Slip(Slip),
    /// Nobody, or more than one: the coordinator looks along.
    CannotSay,
}

impl From<Option<Slip>> for Issued {
    fn from(slip: Option<Slip>) -> Self {
        slip.map_or(Self::CannotSay, Self::Slip)
    }
}

/// Gives a resident a way in.
#[derive(Clone)]
pub struct ToResident {
    /// As they stand on the document.
    pub surname: String,
    pub birth_date: BirthDate,
    pub slip: NewSlip,
    /// The form: sent twice, it makes one slip.
    pub form: Uuid,
}

/// Why there is no slip for a resident.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ToResidentRefused {
    #[error("name or birth date is missing")]
    Nothing,
    #[error("too young for an account of one's own")]
    TooYoung,
    #[error("the searches of today are used up")]
    TooMany,
    #[error("this form made a slip already")]
    MadeAlready,
}

impl UseCase for ToResident {
    type Action = ActivateResident;
    type Out = Issued;
    type Refusal = ToResidentRefused;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ActivateResident>) -> Result<Issued, Undone<ToResidentRefused>> {
        let rejected = Undone::Rejected;
        if work.done_before(self.form).await?.is_some() {
            return Err(rejected(ToResidentRefused::MadeAlready));
        }
        let folded = fold::name_and_birth(&self.surname, &self.birth_date);
        let (Some(folded), Some(born)) = (folded, self.birth_date.latest()) else {
            return Err(rejected(ToResidentRefused::Nothing));
        };
        if age_on(born, amsterdam_date(work.now())) < YOUNGEST {
            return Err(rejected(ToResidentRefused::TooYoung));
        }
        if intake::count_check(work).await? > u64::from(DUP_CHECKS_PER_DAY) {
            return Err(rejected(ToResidentRefused::TooMany));
        }
        work.because(self.slip.given.document.code());
        let slip = activation::for_resident(work, &folded, &self.slip.given).await?;
        if slip.is_some() {
            work.done_now(self.form, "slip").await?;
        }
        Ok(slip.into())
    }
}

/// Gives a member of staff a way in.
#[derive(Clone)]
pub struct ToStaff {
    pub staff: StaffId,
    pub slip: NewSlip,
    /// The form: sent twice, it makes one slip.
    pub form: Uuid,
}

/// Why there is no slip for a member of staff.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ToStaffRefused {
    #[error("this form made a slip already")]
    MadeAlready,
}

impl UseCase for ToStaff {
    type Action = ActivateStaff;
    type Out = Issued;
    type Refusal = ToStaffRefused;

    fn about(&self) -> OfPost {
        OfPost(self.staff)
    }

    async fn run(self, work: &mut Work<'_, ActivateStaff>) -> Result<Issued, Undone<ToStaffRefused>> {
        if work.done_before(self.form).await?.is_some() {
            return Err(Undone::Rejected(ToStaffRefused::MadeAlready));
        }
        work.because(self.slip.given.document.code());
        let slip = activation::for_staff(work, &self.slip.given).await?;
        if slip.is_some() {
            work.done_now(self.form, "slip").await?;
        }
        Ok(slip.into())
    }
}
