//! Drafts: text that is not filed yet. Its author's alone, seven days (ACC-23).

use domain::{DossierId, DraftId};
use jiff::Timestamp;
use policy::actions::{DiscardDraft, KeepDraft, PurgeDrafts, ReadDrafts};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::keys;
use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A draft of the acting worker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Draft {
    pub id: DraftId,
    /// Which form it belongs to, such as `entry`.
    pub form: String,
    pub dossier: Option<DossierId>,
    /// The form's fields as they were sent, byte for byte.
    pub body: String,
    pub recorded_at: Timestamp,
    pub changed_at: Timestamp,
}

const fn place(draft: Uuid) -> Place {
    Place { table: "draft", row: draft, column: "body" }
}

/// The form of a draft that holds what somebody searches: no text that waits to be filed, so no list shows it.
pub const SEARCH: &str = "search";

/// All drafts of the acting worker, newest first.
pub async fn own<A: May<ReadDrafts>>(work: &mut Work<'_, A>) -> Result<Vec<Draft>, Error> {
    let staff = work.staff_id()?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, form, dossier, body, recorded_at, changed_at
                   FROM draft
                  WHERE staff = $1 AND form <> 'search'
                  ORDER BY changed_at DESC, id"
            ),
            params![staff],
        )
        .await?;
    let mut drafts = Vec::with_capacity(rows.len());
    for row in rows {
        drafts.push(open(work, &row).await?);
    }
    work.counts(drafts.len());
    Ok(drafts)
}

/// One draft of the acting worker.
pub async fn one<A: May<ReadDrafts>>(work: &mut Work<'_, A>, draft: DraftId) -> Result<Option<Draft>, Error> {
    let staff = work.staff_id()?;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, form, dossier, body, recorded_at, changed_at
                   FROM draft
                  WHERE staff = $1 AND id = $2"
            ),
            params![staff, draft],
        )
        .await?;
    match row {
        Some(row) => open(work, &row).await.map(Some),
        None => Ok(None),
    }
}

async fn open<A: Action>(work: &mut Work<'_, A>, row: &Row) -> Result<Draft, Error> {
    let id: DraftId = row.get(0)?;
    let sealed: Sealed = row.get(3)?;
    work.names(id.uuid());
    Ok(Draft {
        id,
        form: row.get(1)?,
        dossier: row.get(2)?,
        body: work.open(place(id.uuid()), &sealed).await?,
        recorded_at: row.get(4)?,
        changed_at: row.get(5)?,
    })
}

/// A draft as a form knows it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Known {
    pub id: DraftId,
    /// When it was changed last, as the form saw it. None: the form does not know.
    pub seen: Option<Timestamp>,
}

/// How a draft was kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Kept {
    pub id: DraftId,
    pub changed_at: Timestamp,
    /// The draft that the form knew was changed elsewhere since: that one stays, and this text is one of its own.
    pub apart: bool,
}

/// Keeps a draft: a new one, or the newer text of one's own. An unknown id makes a new one, so that a
/// draft that expired meanwhile loses nothing; and so does one that was changed elsewhere.
pub async fn keep<A: May<KeepDraft>>(
    work: &mut Work<'_, A>,
    known: Option<Known>,
    form: &'static str,
    dossier: Option<DossierId>,
    body: &str,
) -> Result<Kept, Error> {
    let key = keys::of_drafts(work).await?;
    let staff = work.staff_id()?;
    let now = work.now();
    let mut apart = false;
    if let Some(Known { id, seen }) = known {
        let sealed = work.seal(&key, place(id.uuid()), body);
        let changed = work
            .tx
            .run(
                sql!(
                    "UPDATE draft
                        SET body = $3, dossier = $4, changed_at = $5
                      WHERE id = $1 AND staff = $2 AND changed_at = COALESCE($6, changed_at)"
                ),
                params![id, staff, sealed, dossier, now, seen],
            )
            .await?;
        if changed == 1 {
            work.names(id.uuid());
            return Ok(Kept { id, changed_at: now, apart });
        }
        let there = one_body(work, id).await?;
        if let Some((there, changed_at)) = &there
            && there == body
        {
            // Sent again, because nobody heard that it was kept.
            return Ok(Kept { id, changed_at: *changed_at, apart });
        }
        apart = there.is_some();
    }
    let id = DraftId(work.random_id());
    let sealed = work.seal(&key, place(id.uuid()), body);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO draft (id, staff, form, dossier, body, recorded_at, changed_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $6)"
            ),
            params![id, staff, form, dossier, sealed, now],
        )
        .await?;
    work.names(id.uuid());
    Ok(Kept { id, changed_at: now, apart })
}

/// What a draft of the acting worker says now, and since when.
async fn one_body<A: May<KeepDraft>>(
    work: &mut Work<'_, A>,
    draft: DraftId,
) -> Result<Option<(String, Timestamp)>, Error> {
    let staff = work.staff_id()?;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT body, changed_at
                   FROM draft
                  WHERE id = $1 AND staff = $2"
            ),
            params![draft, staff],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Sealed = row.get(0)?;
    work.names(draft.uuid());
    Ok(Some((work.open(place(draft.uuid()), &sealed).await?, row.get(1)?)))
}

/// Throws a draft of one's own away. False: there was none.
pub async fn discard<A: May<DiscardDraft>>(work: &mut Work<'_, A>, draft: DraftId) -> Result<bool, Error> {
    remove(work, Known { id: draft, seen: None }).await
}

/// The draft became an entry and is no longer needed; one that was changed elsewhere since stays.
pub async fn filed<A: May<policy::actions::WriteEntry>>(
    work: &mut Work<'_, A>,
    draft: Known,
) -> Result<bool, Error> {
    remove(work, draft).await
}

/// The draft became a change of a plan, in the same way.
pub async fn planned<A: May<policy::actions::WritePlan>>(
    work: &mut Work<'_, A>,
    draft: Known,
) -> Result<bool, Error> {
    remove(work, draft).await
}

async fn remove<A: Action>(work: &mut Work<'_, A>, draft: Known) -> Result<bool, Error> {
    let staff = work.staff_id()?;
    let gone = work
        .tx
        .run(
            sql!(
                "DELETE FROM draft
                  WHERE id = $1 AND staff = $2 AND changed_at = COALESCE($3, changed_at)"
            ),
            params![draft.id, staff, draft.seen],
        )
        .await?;
    if gone == 1 {
        work.names(draft.id.uuid());
    }
    Ok(gone == 1)
}

/// Removes drafts last changed before `before`; says how many.
pub async fn purge<A: May<PurgeDrafts>>(work: &mut Work<'_, A>, before: Timestamp) -> Result<u64, Error> {
    let gone = work
        .tx
        .run(
            sql!(
                "DELETE FROM draft
                  WHERE changed_at < $1"
            ),
            params![before],
        )
        .await?;
    work.note.count = gone;
    Ok(gone)
}
