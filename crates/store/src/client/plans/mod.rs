//! The plans of a dossier, one for each part, each save a version (decision 0028). A version is one sealed document, so
//! that a page costs the same however much stands in it.

mod due;
mod read;
mod save;
mod talk;

use domain::plan::{Plan, Statement};
use domain::{DossierId, LegalDomain, PartId, PlanItemId, PlanQuestionId};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;
use vault::Place;

use crate::reading::Text;

pub use due::{Asked, DueDate, asked, due_dates};
pub use read::{Version, now, one, own_now, own_one, own_versions, versions};
pub(super) use save::{Contact, touch};
pub use save::{mark, mark_own, save};
pub use talk::{NewQuestion, agree, agree_own, answer, ask_own};

/// The plan of one part as it is now, with what was said about it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PartPlan {
    pub part: PartId,
    pub dossier: DossierId,
    pub domain: LegalDomain,
    /// Help under this law has stopped.
    pub closed: bool,
    /// The reader works with it; of what is open in an emergency only, nothing is theirs to change.
    pub works_with: bool,
    /// 0: there is none yet.
    pub version: i64,
    /// Who saved the newest version; empty where there is none.
    pub author_name: String,
    pub changed_at: Option<Timestamp>,
    pub plan: Plan,
    /// In the order it was said.
    pub said: Vec<Said>,
    /// What is done.
    pub done: Vec<Done>,
    /// Oldest first.
    pub questions: Vec<Question>,
}

impl PartPlan {
    /// How it stands: which version is agreed, and what the newest waits for.
    pub fn standing(&self) -> domain::plan::Standing {
        let said: Vec<Statement> = self.said.iter().map(|it| it.statement).collect();
        domain::plan::standing(self.version, &said)
    }

    /// Whether and since when an agreement is done.
    pub fn done(&self, step: PlanItemId) -> Option<&Done> {
        self.done.iter().find(|it| it.item == step)
    }
}

/// Something that was said about a version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub statement: Statement,
    /// Empty for the client.
    pub staff_name: String,
    pub recorded_at: Timestamp,
}

/// An agreement that is done.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Done {
    pub item: PlanItemId,
    pub on: Date,
    /// Who said so.
    pub side: domain::plan::Side,
}

/// What the client asked.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Question {
    pub id: PlanQuestionId,
    /// None: about the plan as a whole.
    pub item: Option<PlanItemId>,
    /// The client wants to talk about the plan before agreeing.
    pub talk_first: bool,
    pub words: Option<Text>,
    pub asked_at: Timestamp,
    pub answer: Option<Answered>,
}

/// An answer of a worker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Answered {
    pub text: Text,
    pub staff_name: String,
    pub at: Timestamp,
}

pub(super) const fn content_place(version: Uuid) -> Place {
    Place { table: "plan_version", row: version, column: "content" }
}

const fn question_place(question: Uuid, column: &'static str) -> Place {
    Place { table: "plan_question", row: question, column }
}
