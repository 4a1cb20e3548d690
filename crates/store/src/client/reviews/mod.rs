//! Judging emergency accesses (ACC-04): what waits and what was judged, one case, the verdict, and the explanation that a
//! reviewer asks for. Kinds and counts from the record; never what stands in a dossier.

mod case;
mod explain;
mod figures;
mod judge;
mod list;
mod own;

pub use case::{CaseRead, ClientAsked, Earlier, Exchange, Seen, Worker, one};
pub use explain::{Explanation, Wanted, explain, explanation, wanted};
pub use figures::{Judging, figures};
pub use judge::{Judged, NotJudged, judge, tell_board};
pub use list::{Listed, Stage, Verdict, count, listed, overdue};
pub use own::{OwnOutcome, of_own};

pub(super) use case::standing_of;

use uuid::Uuid;
use vault::Place;

pub(super) const fn verdict_sentence(emergency: Uuid) -> Place {
    Place { table: "emergency_access", row: emergency, column: "verdict_sentence" }
}

const fn place_of(question: Uuid, column: &'static str) -> Place {
    Place { table: "emergency_question", row: question, column }
}
