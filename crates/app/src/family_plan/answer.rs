//! The worker notes whether somebody lets the others in a section read along, said in a talk or on paper (CON-14).

use domain::family_plan::yes_until;
use domain::plan::How;
use domain::{FamilySectionId, PartId, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{AgreePlan, OfPart};
use store::client::family_plans::{self, Noted};
use store::{Undone, UseCase, Work};

/// What was said, by the person of this part or who speaks for them.
#[derive(Clone, Copy, Debug)]
pub struct Answer {
    pub part: PartId,
    pub section: FamilySectionId,
    /// The version that was on the screen: of that text it was said.
    pub version: i64,
    pub yes: bool,
    pub how: How,
    pub on: Date,
}

/// Why nothing was noted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AnswerRefused {
    #[error("the day is still to come")]
    InFuture,
    #[error("that text was not there yet")]
    BeforeVersion,
    /// What is said in the portal, the client says there.
    #[error("a worker notes a talk or a paper")]
    NotTheirs,
    #[error("there is no such section, or no such version of it")]
    Gone,
}

impl UseCase for Answer {
    type Action = AgreePlan;
    type Out = ();
    type Refusal = AnswerRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, AgreePlan>) -> Result<(), Undone<AnswerRefused>> {
        let today = amsterdam_date(work.now());
        if self.on > today {
            return Err(Undone::Rejected(AnswerRefused::InFuture));
        }
        if self.how == How::Portal {
            return Err(Undone::Rejected(AnswerRefused::NotTheirs));
        }
        let Self { section, version, yes, how, on, .. } = self;
        let said = family_plans::Answer { section, version, yes, how, on };
        // Counted from the day it was said: who decided then said it.
        match family_plans::answer(work, said, |born| yes_until(born, on)).await? {
            Noted::Done => Ok(()),
            Noted::Gone => Err(Undone::Rejected(AnswerRefused::Gone)),
            Noted::BeforeVersion => Err(Undone::Rejected(AnswerRefused::BeforeVersion)),
        }
    }
}
