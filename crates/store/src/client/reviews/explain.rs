//! The side of whoever opened the dossier: what a reviewer asks, the explanation, and what came of it.

use domain::{EmergencyId, EmergencyReason, Outcome};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{ExplainEmergency, ListCaseload, OfEmergency, ReadExplanation};
use policy::{Action, May};
use uuid::Uuid;
use vault::Sealed;

use super::case::{Exchange, exchanges};
use super::{place_of, verdict_sentence};
use crate::client::emergency::sentence_of_access;
use crate::client::{keys, notices};
use crate::error::Error;
use crate::reading::Text;
use crate::work::Work;
use crate::{params, sql};

/// The own emergency access, as something that is judged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Explanation {
    /// The client's number.
    pub number: i64,
    pub opened_at: Timestamp,
    pub reason: EmergencyReason,
    pub sentence: Text,
    pub due: Date,
    /// Oldest first.
    pub exchanges: Vec<Exchange>,
    /// The verdict and its sentence; none: it was not judged yet.
    pub verdict: Option<(Outcome, Text, Timestamp)>,
}

impl Explanation {
    /// An answer is waited for.
    pub fn is_asked(&self) -> bool {
        self.verdict.is_none() && self.exchanges.iter().any(|it| it.answer.is_none())
    }
}

/// A question to the acting worker that waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wanted {
    pub id: EmergencyId,
    /// The client's number.
    pub number: i64,
    pub asked_at: Timestamp,
}

/// The own access the work is about.
pub async fn explanation<A>(work: &mut Work<'_, A>) -> Result<Explanation, Error>
where
    A: May<ReadExplanation> + Action<About = OfEmergency>,
{
    let id = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT number, opened_at, reason, sentence, review_due, verdict, verdict_sentence, judged_at
                   FROM emergency_access
                  WHERE id = $1"
            ),
            params![id],
        )
        .await?;
    let (reason, sentence): (String, Sealed) = (row.get(2)?, row.get(3)?);
    let verdict = match (
        row.get::<Option<String>>(5)?,
        row.get::<Option<Sealed>>(6)?,
        row.get::<Option<Timestamp>>(7)?,
    ) {
        (Some(code), Some(sealed), Some(at)) => Some((
            code.parse().map_err(|_| Error::Column { column: 5 })?,
            work.text(verdict_sentence(id.uuid()), sealed).await?,
            at,
        )),
        _ => None,
    };
    Ok(Explanation {
        number: row.get(0)?,
        opened_at: row.get(1)?,
        reason: reason.parse().map_err(|_| Error::Column { column: 2 })?,
        sentence: work.text(sentence_of_access(id.uuid()), sentence).await?,
        due: row.get(4)?,
        exchanges: exchanges(work, id).await?,
        verdict,
    })
}

/// Explains. False: nothing is asked, or it was judged meanwhile.
pub async fn explain<A>(work: &mut Work<'_, A>, answer: &str) -> Result<bool, Error>
where
    A: May<ExplainEmergency> + Action<About = OfEmergency>,
{
    let (emergency, now) = (work.about().0, work.now());
    let controller = work.staff()?.controller;
    let open = work
        .tx
        .opt(
            sql!(
                "SELECT q.id
                   FROM emergency_question q
                   JOIN emergency_access g ON g.id = q.emergency
                  WHERE q.emergency = $1 AND q.answered_at IS NULL AND g.judged_at IS NULL"
            ),
            params![emergency],
        )
        .await?;
    let Some(row) = open else { return Ok(false) };
    let id: Uuid = row.get(0)?;
    let key = keys::of_owner(work, controller.uuid(), "emergency").await?;
    let sealed = work.seal(&key, place_of(id, "answer"), answer);
    let answered = work
        .tx
        .run(
            sql!(
                "UPDATE emergency_question
                    SET answer = $2, answered_at = $3
                  WHERE id = $1 AND answered_at IS NULL"
            ),
            params![id, sealed, now],
        )
        .await?;
    if answered == 1 {
        notices::explained(work, id).await?;
    }
    work.names(id);
    Ok(answered == 1)
}

/// What the acting worker is asked to explain, oldest first.
pub async fn wanted<A: May<ListCaseload>>(work: &mut Work<'_, A>) -> Result<Vec<Wanted>, Error> {
    let staff = work.staff_id()?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT g.id, g.number, q.asked_at
                   FROM emergency_access g
                   JOIN emergency_question q ON q.emergency = g.id
                  WHERE g.staff = $1 AND g.judged_at IS NULL AND q.answered_at IS NULL
                  ORDER BY q.asked_at, g.id"
            ),
            params![staff],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Wanted { id: row.get(0)?, number: row.get(1)?, asked_at: row.get(2)? }))
        .collect()
}
