//! The parts of a dossier over time: a question under another law adds one, or opens a closed one again; what is
//! finished is closed, and its clocks (RET-02, RET-03) count from the last word.

use domain::{ClosingReason, DossierId, InvolvementId, LegalDomain, LifeArea, PartId};
use jiff::{SignedDuration, Timestamp};
use policy::actions::{AddQuestion, ClosePart, OfDossier, ReopenPart};
use policy::{Action, May};

use super::entries::{self, NewEntry};
use super::intake::{self, NewQuestion};
use super::{involvements, queue, tasks};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Adds a question under a legal domain. Whether there was such a part already, open or closed, the answer is
/// the same: whoever cannot see that part does not learn of it (ACC-06). Nobody becomes involved by it.
pub async fn add_question<A>(
    work: &mut Work<'_, A>,
    domain: LegalDomain,
    life_area: Option<LifeArea>,
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
        None => {
            let new = NewQuestion { domain, question: as_entry.facts.clone(), life_area };
            return intake::add_part(work, dossier, &new, agreement).await.map(drop);
        }
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
    queue::keep_life_area(work, part, domain, life_area).await?;
    entries::put(work, part, domain, as_entry).await?;
    Ok(())
}

/// Keeps when the last contact with the client was; the clock of RET-03 counts from it. A later one that is known already
/// stays, also one that the asker does not see (RGT-R11). False: it lies before the opening day.
pub async fn last_contact<A: May<ClosePart>>(work: &mut Work<'_, A>, at: Timestamp) -> Result<bool, Error> {
    let part = work.part()?.part;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT opened_at, last_client_contact
                   FROM dossier_part
                  WHERE id = $1"
            ),
            params![part],
        )
        .await?;
    let (opened, known): (Timestamp, Timestamp) = (row.get(0)?, row.get(1)?);
    if domain::amsterdam_date(at) < domain::amsterdam_date(opened) {
        return Ok(false);
    }
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET last_client_contact = $2
                  WHERE id = $1"
            ),
            params![part, at.max(opened).max(known)],
        )
        .await?;
    Ok(true)
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

/// Opens the part the work is about again. Whose involvement the closing cut short, `grace` after it, goes on as before.
/// False: it was not closed.
pub async fn reopen<A: May<ReopenPart>>(
    work: &mut Work<'_, A>,
    entry: &NewEntry,
    grace: SignedDuration,
) -> Result<bool, Error> {
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    let row = work
        .tx
        .one(
            sql!(
                "SELECT closed_at
                   FROM dossier_part
                  WHERE id = $1"
            ),
            params![part],
        )
        .await?;
    let Some(closed_at) = row.get::<Option<Timestamp>>(0)? else { return Ok(false) };
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET closed_at = NULL
                  WHERE id = $1 AND closed_at = $2"
            ),
            params![part, closed_at],
        )
        .await?;
    entries::put(work, part, domain, entry).await?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT i.involvement, o.valid_until
                   FROM involvement i
                   JOIN involvement o ON o.involvement = i.involvement AND o.superseded_at = $3
                  WHERE i.part = $1 AND i.superseded_at IS NULL AND i.valid_until = $2
                  ORDER BY i.involvement"
            ),
            params![part, closed_at + grace, closed_at],
        )
        .await?;
    for row in &rows {
        involvements::goes_on_after_all(work, row.get(0)?, row.get(1)?).await?;
    }
    Ok(true)
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
