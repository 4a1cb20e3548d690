//! The verdict. What is judged stays judged: whoever comes second learns who was first. What should not have been opened
//! is received as a breach in the same transaction (BRE-01).

use domain::review::Case;
use domain::{BreachId, EmergencyId, EndedBy, Outcome, PersonId, amsterdam_date};
use jiff::Timestamp;
use policy::actions::{JudgeEmergency, OfReview, TellBoard};
use policy::{Action, May};

use super::{place_of, verdict_sentence};
use crate::client::{breaches, keys, notices};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What came of judging.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Judged {
    /// The verdict stands, with the breach that came of it.
    Stands(Option<BreachId>),
    /// Whoever opened it is asked.
    Asked,
}

/// Why nothing came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum NotJudged {
    /// Somebody judged it a moment ago.
    Already,
    /// They were asked, and did not answer yet.
    AskedAlready,
    /// The dossier is open still: what is looked at after the verdict nobody would judge.
    StillOpen,
}

/// Judges the case the work is about, or asks first.
pub async fn judge<A>(
    work: &mut Work<'_, A>,
    outcome: Outcome,
    sentence: &str,
) -> Result<Result<Judged, NotJudged>, Error>
where
    A: May<JudgeEmergency> + Action<About = OfReview>,
{
    let (id, controller) = (work.about().0, work.staff()?.controller);
    let key = keys::of_owner(work, controller.uuid(), "emergency").await?;
    if !outcome.is_verdict() {
        return ask(work, &key, sentence).await;
    }
    let (by, now) = (work.staff_id()?, work.now());
    match outcome {
        Outcome::NotJustified => close(work, id).await?,
        Outcome::Justified | Outcome::NeedsInfo if is_open(work, id).await? => {
            return Ok(Err(NotJudged::StillOpen));
        }
        Outcome::Justified | Outcome::NeedsInfo => {}
    }
    let sealed = work.seal(&key, verdict_sentence(id.uuid()), sentence);
    let judged = work
        .tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET verdict = $2, verdict_sentence = $3, judged_by = $4, judged_at = $5
                  WHERE id = $1 AND judged_at IS NULL"
            ),
            params![id, outcome.code(), sealed, by, now],
        )
        .await?;
    if judged == 0 {
        return Ok(Err(NotJudged::Already));
    }
    let breach = match outcome {
        Outcome::NotJustified => Some(breaches::receive(work, breaches::Source::Emergency(id)).await?),
        Outcome::Justified | Outcome::NeedsInfo => None,
    };
    work.because(outcome.code());
    Ok(Ok(Judged::Stands(breach)))
}

/// Whether it runs, and was not judged by somebody else meanwhile.
async fn is_open<A: May<JudgeEmergency>>(work: &mut Work<'_, A>, id: EmergencyId) -> Result<bool, Error> {
    let now = work.now();
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM emergency_access
                  WHERE id = $1 AND judged_at IS NULL AND ended_at IS NULL AND ends_at > $2"
            ),
            params![id, now],
        )
        .await?;
    Ok(row.is_some())
}

/// What should not have been opened is not open any longer.
async fn close<A: May<JudgeEmergency>>(work: &mut Work<'_, A>, id: EmergencyId) -> Result<(), Error> {
    let (by, now) = (work.staff_id()?, work.now());
    work.tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET ended_at = $2, ended_by = $3, ended_how = $4
                  WHERE id = $1 AND judged_at IS NULL AND ended_at IS NULL AND ends_at > $2"
            ),
            params![id, now, by, EndedBy::Coordinator.code()],
        )
        .await?;
    Ok(())
}

async fn ask<A>(
    work: &mut Work<'_, A>,
    key: &vault::DataKey,
    question: &str,
) -> Result<Result<Judged, NotJudged>, Error>
where
    A: May<JudgeEmergency> + Action<About = OfReview>,
{
    let (emergency, id) = (work.about().0, work.new_id());
    let (by, now) = (work.staff_id()?, work.now());
    let open = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM emergency_access
                  WHERE id = $1 AND judged_at IS NULL"
            ),
            params![emergency],
        )
        .await?;
    if open.is_none() {
        return Ok(Err(NotJudged::Already));
    }
    let sealed = work.seal(key, place_of(id, "question"), question);
    let asked = work
        .tx
        .run(
            sql!(
                "INSERT INTO emergency_question (id, emergency, asked_by, question, asked_at)
                 VALUES ($1, $2, $3, $4, $5)
                     ON CONFLICT (emergency) WHERE answered_at IS NULL DO NOTHING"
            ),
            params![id, emergency, by, sealed, now],
        )
        .await?;
    if asked == 0 {
        return Ok(Err(NotJudged::AskedAlready));
    }
    notices::explanation_asked(work, emergency).await?;
    work.names(id);
    work.because(Outcome::NeedsInfo.code());
    Ok(Ok(Judged::Asked))
}

/// Notes that the board was told of these, where that is due and was not noted yet. How many.
pub async fn tell_board<A: May<TellBoard>>(
    work: &mut Work<'_, A>,
    told: &[EmergencyId],
) -> Result<usize, Error> {
    let (controller, by, now) = (work.staff()?.controller, work.staff_id()?, work.now());
    let mut noted = 0;
    for emergency in told {
        let row = work
            .tx
            .opt(
                sql!(
                    "SELECT opened_at, judged_at
                       FROM emergency_access
                      WHERE id = $1 AND controller = $2 AND board_told_at IS NULL"
                ),
                params![*emergency, controller],
            )
            .await?;
        let Some(row) = row else { continue };
        let nobody = PersonId(uuid::Uuid::nil());
        let case = Case { accessor: nobody, approver: None, opened: row.get(0)? };
        let until = row.get::<Option<Timestamp>>(1)?.unwrap_or(now);
        if !case.is_overdue(amsterdam_date(until)) {
            continue;
        }
        work.tx
            .run_one(
                sql!(
                    "UPDATE emergency_access
                        SET board_told_at = $2, board_told_by = $3
                      WHERE id = $1 AND board_told_at IS NULL"
                ),
                params![*emergency, now, by],
            )
            .await?;
        work.names(emergency.uuid());
        noted += 1;
    }
    work.counts(noted);
    Ok(noted)
}
