//! The question that came in, for the coordinator who looks for a worker (ACC-09): the words of the intake and nothing
//! that was written in the dossier later.

use domain::LegalDomain;
use jiff::Timestamp;
use policy::actions::{AssessIntake, OfPart};
use policy::{Action, May};
use vault::Sealed;

use super::masthead::question_place;
use crate::error::Error;
use crate::reading::Text;
use crate::work::Work;
use crate::{params, sql};

/// A question that waits for a worker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assessed {
    /// The number of the dossier, as in the queue.
    pub number: i64,
    pub domain: LegalDomain,
    pub question: Text,
    pub since: Timestamp,
}

/// The question of the part the work is about. None when somebody works on it now or soon, and when the part was closed
/// before: what was asked then is history, and the new question stands in an entry.
pub async fn question<A>(work: &mut Work<'_, A>) -> Result<Option<Assessed>, Error>
where
    A: May<AssessIntake> + Action<About = OfPart>,
{
    let (part, now) = (work.part()?.part, work.now());
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT d.number, p.domain, p.question, p.opened_at
                   FROM dossier_part p
                   JOIN dossier d ON d.id = p.dossier
                  WHERE p.id = $1 AND p.closed_at IS NULL
                    AND NOT EXISTS (SELECT 1
                                      FROM part_closing e
                                     WHERE e.part = p.id)
                    AND NOT EXISTS (SELECT 1
                                      FROM involvement i
                                     WHERE i.part = p.id AND i.superseded_at IS NULL
                                       AND (i.valid_until IS NULL OR i.valid_until > $2))"
            ),
            params![part, now],
        )
        .await?;
    let Some(row) = found else { return Ok(None) };
    let sealed: Sealed = row.get(2)?;
    Ok(Some(Assessed {
        number: row.get(0)?,
        domain: row.get(1)?,
        question: work.text(question_place(part.uuid()), sealed).await?,
        since: row.get(3)?,
    }))
}
