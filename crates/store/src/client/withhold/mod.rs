//! Telling the client later (SHA-12): what is proposed, decided, extended and released, each step with its sentence; and
//! what is hidden meanwhile, for the pages of the client.

mod decide;
mod hidden;
mod propose;
mod read;

pub use decide::{Decision, decide, extend, release, term};
pub use hidden::{ToldLater, told_later};
pub use propose::{New, Proposed, Seen, Withholdable, propose, withholdable};
pub use read::{Access, Notice, Row, Stage, Step, Yours, count, list, one};

pub(super) use hidden::hidden;

use domain::{WithholdId, WithholdStep};
use jiff::civil::Date;
use policy::Action;
use uuid::Uuid;
use vault::Place;

use super::keys;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

const fn sentence_of_step(id: Uuid) -> Place {
    Place { table: "withhold_step", row: id, column: "sentence" }
}

/// Keeps what was done, by whom and why.
async fn step<A: Action>(
    work: &mut Work<'_, A>,
    notice: WithholdId,
    step: WithholdStep,
    review_on: Option<Date>,
    sentence: &str,
) -> Result<(), Error> {
    let (id, staff, now) = (work.new_id(), work.staff_id()?, work.now());
    let controller = work.staff()?.controller;
    let key = keys::of_owner(work, controller.uuid(), "emergency").await?;
    let sealed = work.seal(&key, sentence_of_step(id), sentence);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO withhold_step (id, notice, step, staff, at, review_on, sentence)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)"
            ),
            params![id, notice, step.code(), staff, now, review_on, sealed],
        )
        .await
}
