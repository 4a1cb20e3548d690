//! What the client reads of tasks: what is still to be done for them. What is delayed is not there at all (MOD-07).

use domain::{LegalDomain, TaskId, amsterdam_date};
use jiff::civil::Date;
use policy::May;
use policy::actions::ReadOwnDossier;
use vault::Sealed;

use super::what_place;
use crate::client::six_parts;
use crate::error::Error;
use crate::reading::Text;
use crate::sql;
use crate::value::Value;
use crate::work::Work;

/// Something that is still to be done for the reader.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ForClient {
    pub domain: LegalDomain,
    pub what: Text,
    pub due: Option<Date>,
    /// Who does it; empty: somebody of the team.
    pub owner_name: String,
}

/// The open tasks of the open parts, by day.
pub async fn for_client<A: May<ReadOwnDossier>>(work: &mut Work<'_, A>) -> Result<Vec<ForClient>, Error> {
    let (today, now) = (amsterdam_date(work.now()), work.now());
    let mut with = six_parts(work)?;
    with.extend([Value::from(today), Value::from(now)]);
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT t.id, t.domain, t.what, t.due, o.name,
                        EXISTS (SELECT 1
                                  FROM involvement w
                                 WHERE w.part = t.part AND w.staff = t.owner AND w.superseded_at IS NULL
                                   AND w.valid_from <= $8 AND (w.valid_until IS NULL OR w.valid_until > $8))
                   FROM task t
                   JOIN dossier_part p ON p.id = t.part
                   LEFT JOIN staff o ON o.id = t.owner
                  WHERE t.part IN ($1, $2, $3, $4, $5, $6) AND t.open = TRUE AND p.closed_at IS NULL
                    AND (t.visible_from IS NULL OR t.visible_from <= $7)
                  ORDER BY t.id"
            ),
            &with,
        )
        .await?;
    let mut tasks = Vec::with_capacity(rows.len());
    for row in rows {
        let id: TaskId = row.get(0)?;
        let sealed: Sealed = row.get(2)?;
        work.names(id.uuid());
        let name = row.get::<Option<String>>(4)?.filter(|_| row.get(5).unwrap_or(false));
        tasks.push(ForClient {
            domain: row.get(1)?,
            what: work.text(what_place(id.uuid()), sealed).await?,
            due: row.get(3)?,
            owner_name: name.unwrap_or_default(),
        });
    }
    tasks.sort_by_key(|it| (it.due.is_none(), it.due));
    Ok(tasks)
}
