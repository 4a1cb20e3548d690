//! Tasks: something to do about a client, in one part of a dossier. Read by whoever is involved with that part; to a list of
//! own dossiers a task says no more than is needed to pick it.

mod change;
mod due;
mod own;

use domain::task::{Owner, Standing, Whose, whose};
use domain::{DossierId, LegalDomain, PartId, RoleInCase, StaffId, TaskDeed, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{OfDossier, OfTask, ReadTask, ReadTasks};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

pub use change::{Change, Colleague, New, Step, add, change, colleagues, steps, to_pass_on, to_write};
pub(super) use change::{lapse, next};
pub use due::{OpenPart, Waiting, open_parts, waiting, words_of};
pub use own::{ForClient, for_client};

use super::six_parts;
use crate::error::Error;
use crate::reading::Text;
use crate::value::{Row, Value};
use crate::work::Work;
use crate::{params, sql};

/// A task as somebody who is involved sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Task {
    pub id: TaskId,
    pub dossier: DossierId,
    pub part: PartId,
    pub domain: LegalDomain,
    pub what: Text,
    pub due: Option<Date>,
    pub standing: Standing,
    /// Who does it; empty: the team.
    pub owner_name: String,
    /// Who did what was done last.
    pub by_name: String,
    pub changed_at: Timestamp,
    /// The client reads it from this day on; none: at once.
    pub visible_from: Option<Date>,
    pub whose: Whose,
}

pub(super) const fn what_place(task: Uuid) -> Place {
    Place { table: "task", row: task, column: "what" }
}

pub(super) const fn reason_place(step: Uuid) -> Place {
    Place { table: "task_step", row: step, column: "reason" }
}

/// The tasks of the allowed parts: what is open, and what was done after `since`. By day; what is done newest first.
pub async fn of_dossier<A>(work: &mut Work<'_, A>, since: Timestamp) -> Result<Vec<Task>, Error>
where
    A: May<ReadTasks> + Action<About = OfDossier>,
{
    let mut with = six_parts(work)?;
    with.extend([Value::from(work.staff_id()?), Value::from(work.now()), Value::from(since)]);
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT t.id, t.dossier, t.part, t.domain, t.what, t.due, t.step, t.last_deed, t.last_by, t.open,
                        t.owner, o.name, b.name, t.changed_at, t.visible_from,
                        EXISTS (SELECT 1
                                  FROM involvement w
                                 WHERE w.part = t.part AND w.staff = t.owner AND w.superseded_at IS NULL
                                   AND w.valid_from <= $8 AND (w.valid_until IS NULL OR w.valid_until > $8)),
                        EXISTS (SELECT 1
                                  FROM absence a
                                 WHERE a.staff = t.owner AND a.superseded_at IS NULL
                                   AND a.valid_from <= $8 AND a.valid_until > $8),
                        (SELECT MIN(i.role)
                           FROM involvement i
                          WHERE i.part = t.part AND i.staff = $7 AND i.superseded_at IS NULL
                            AND i.valid_from <= $8 AND (i.valid_until IS NULL OR i.valid_until > $8))
                   FROM task t
                   JOIN staff b ON b.id = t.last_by
                   LEFT JOIN staff o ON o.id = t.owner
                  WHERE t.part IN ($1, $2, $3, $4, $5, $6) AND (t.open = TRUE OR t.changed_at > $9)
                  ORDER BY t.changed_at DESC, t.id"
            ),
            &with,
        )
        .await?;
    let mut tasks = Vec::with_capacity(rows.len());
    for row in &rows {
        tasks.push(task(work, row).await?);
    }
    let (mut open, done): (Vec<Task>, Vec<Task>) = tasks.into_iter().partition(|it| it.standing.open);
    open.sort_by_key(|it| (it.due.is_none(), it.due, it.id));
    open.extend(done);
    Ok(open)
}

/// The one task the work is about.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<Task, Error>
where
    A: May<ReadTask> + Action<About = OfTask>,
{
    let (id, staff, now) = (work.about().0, work.staff_id()?, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT t.id, t.dossier, t.part, t.domain, t.what, t.due, t.step, t.last_deed, t.last_by, t.open,
                        t.owner, o.name, b.name, t.changed_at, t.visible_from,
                        EXISTS (SELECT 1
                                  FROM involvement w
                                 WHERE w.part = t.part AND w.staff = t.owner AND w.superseded_at IS NULL
                                   AND w.valid_from <= $3 AND (w.valid_until IS NULL OR w.valid_until > $3)),
                        EXISTS (SELECT 1
                                  FROM absence a
                                 WHERE a.staff = t.owner AND a.superseded_at IS NULL
                                   AND a.valid_from <= $3 AND a.valid_until > $3),
                        (SELECT MIN(i.role)
                           FROM involvement i
                          WHERE i.part = t.part AND i.staff = $2 AND i.superseded_at IS NULL
                            AND i.valid_from <= $3 AND (i.valid_until IS NULL OR i.valid_until > $3))
                   FROM task t
                   JOIN staff b ON b.id = t.last_by
                   LEFT JOIN staff o ON o.id = t.owner
                  WHERE t.id = $1"
            ),
            params![id, staff, now],
        )
        .await?;
    task(work, &row).await
}

async fn task<A: Action>(work: &mut Work<'_, A>, row: &Row) -> Result<Task, Error> {
    let id: TaskId = row.get(0)?;
    let sealed: Sealed = row.get(4)?;
    let owner = owner(row.get(10)?, row.get(15)?, row.get(16)?);
    let role = row.get::<Option<String>>(17)?.and_then(|code| code.parse().ok());
    let reader = work.staff_id()?;
    let whose = whose(owner, reader, role.unwrap_or(RoleInCase::Support));
    let owner = owner.filter(|it| it.works_here);
    let deed: String = row.get(7)?;
    work.names(id.uuid());
    Ok(Task {
        id,
        dossier: row.get(1)?,
        part: row.get(2)?,
        domain: row.get(3)?,
        what: work.text(what_place(id.uuid()), sealed).await?,
        due: row.get(5)?,
        standing: Standing {
            step: row.get(6)?,
            last: deed.parse().map_err(|_| Error::Column { column: 7 })?,
            by: row.get(8)?,
            open: row.get(9)?,
            owner: owner.map(|it| it.staff),
        },
        owner_name: owner.map_or(Ok(None), |_| row.get::<Option<String>>(11))?.unwrap_or_default(),
        by_name: row.get(12)?,
        changed_at: row.get(13)?,
        visible_from: row.get(14)?,
        whose,
    })
}

/// What is known of an owner.
fn owner(staff: Option<StaffId>, works_here: bool, is_away: bool) -> Option<Owner> {
    staff.map(|staff| Owner { staff, works_here, is_away })
}

/// A deed as its column holds it.
fn deed(row: &Row, column: usize) -> Result<TaskDeed, Error> {
    row.get::<String>(column)?.parse().map_err(|_| Error::Column { column })
}
