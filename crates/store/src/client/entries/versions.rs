//! The versions of an entry: nothing that was written is lost when it is corrected.

use domain::{EntryId, StaffId};
use jiff::Timestamp;
use policy::actions::ReadEntry;
use policy::{Action, May};
use uuid::Uuid;
use vault::Sealed;

use super::{facts_place, opinion_place, reason_place};
use crate::error::Error;
use crate::reading::Text;
use crate::work::Work;
use crate::{params, sql};

/// One version of an entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    pub number: i64,
    pub author: StaffId,
    pub author_name: String,
    pub recorded_at: Timestamp,
    pub facts: Text,
    pub opinion: Text,
    /// Why it was changed; empty for the first version.
    pub reason: Text,
}

/// All versions of the entry the work is about, newest first; none of one that was withdrawn.
pub async fn versions<A>(work: &mut Work<'_, A>) -> Result<Vec<Version>, Error>
where
    A: May<ReadEntry> + Action<About = policy::actions::OfEntry>,
{
    let entry = work.about().0;
    all_versions(work, entry).await
}

pub(super) async fn all_versions<A: Action>(
    work: &mut Work<'_, A>,
    entry: EntryId,
) -> Result<Vec<Version>, Error> {
    let part = work.part()?.part;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT v.id, v.version, s.name, v.recorded_at, v.facts, v.opinion, v.reason, v.author
                   FROM entry e
                   JOIN entry_version v ON v.entry = e.id
                   JOIN staff s ON s.id = v.author
                  WHERE e.part = $1 AND e.id = $2 AND e.withdrawn_at IS NULL
                  ORDER BY v.version DESC"
            ),
            params![part, entry],
        )
        .await?;
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows {
        let id: Uuid = row.get(0)?;
        let (facts, opinion, reason): (Sealed, Sealed, Sealed) = (row.get(4)?, row.get(5)?, row.get(6)?);
        versions.push(Version {
            number: row.get(1)?,
            author: row.get(7)?,
            author_name: row.get(2)?,
            recorded_at: row.get(3)?,
            facts: work.text(facts_place(id), facts).await?,
            opinion: work.text(opinion_place(id), opinion).await?,
            reason: work.text(reason_place(id), reason).await?,
        });
    }
    Ok(versions)
}
