//! The parts of a dossier over time: a question under another law adds one, or opens a closed one again; what is
//! finished is closed, and its clocks (RET-02, RET-03) count from the last word.

use domain::{ClosingReason, DossierId, InvolvementId, LegalDomain, PartId};
use jiff::Timestamp;
use policy::actions::{AddQuestion, ClosePart, OfDossier};
use policy::{Action, May};

use super::entries::{self, NewEntry};
use super::{intake, involvements, tasks};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Adds a question under a legal domain. Whether there was such a part already, open or closed, the answer is
/// the same: whoever cannot see that part does not learn of it (ACC-06). Nobody becomes involved by it.
pub async fn add_question<A>(
    work: &mut Work<'_, A>,
    domain: LegalDomain,
    as_entry: &NewEntry,
    agreement: Option<&'static str>,
) -> Result<(), Error>
where
    A: May<AddQuestion> + Action<About = OfDossier>,
{
    let dossier: DossierId = work.about().0;
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM dossier_part
                  WHERE dossier = $1 AND domain = $2"
            ),
            params![dossier, domain.code()],
        )
        .await?;
    let part = match found {
        None => return intake::add_part(work, dossier, domain, &as_entry.facts, agreement).await.map(drop),
        Some(row) => row.get(0)?,
    };
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET closed_at = NULL
                  WHERE id = $1"
            ),
            params![part],
        )
        .await?;
    entries::put(work, part, domain, as_entry).await?;
    Ok(())
}

/// Closes the part the work is about. Whoever is involved stays so until `until`, and no longer (ACC-01).
pub async fn close<A: May<ClosePart>>(
    work: &mut Work<'_, A>,
    reason: ClosingReason,
    last_word: &NewEntry,
    until: Timestamp,
    why: &str,
) -> Result<(), Error> {
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    entries::put(work, part, domain, last_word).await?;
    tasks::lapse(work).await?;
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO part_closing (id, part, reason, author, recorded_at)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![id, part, reason.code(), author, now],
        )
        .await?;
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET closed_at = $2
                  WHERE id = $1 AND closed_at IS NULL"
            ),
            params![part, now],
        )
        .await?;
    for series in still_involved(work, part, until).await? {
        involvements::end_series(work, series, until, why).await?;
    }
    Ok(())
}

/// The involvements that would last beyond an instant.
async fn still_involved<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    until: Timestamp,
) -> Result<Vec<InvolvementId>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT involvement
                   FROM involvement
                  WHERE part = $1 AND superseded_at IS NULL AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY involvement"
            ),
            params![part, until],
        )
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}
