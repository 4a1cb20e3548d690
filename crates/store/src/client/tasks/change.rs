//! Writing a task down, and every step after that. A step names the step that its author saw, so that of two who are at
//! it at once one is first.

use domain::{DelayGround, StaffId, TaskDeed, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{ChangeTask, ClosePart, OfPart, OfTask, ReadTask, ReadTasks, WriteTask};
use policy::{Action, May};
use uuid::Uuid;
use vault::Sealed;

use super::{Task, deed, reason_place, what_place};
use crate::client::six_parts;
use crate::error::Error;
use crate::reading::Text;
use crate::value::Value;
use crate::work::Work;
use crate::{params, sql};

/// A new task.
#[derive(Clone, Debug)]
pub struct New {
    pub what: String,
    pub due: Option<Date>,
    /// Nobody: the team.
    pub owner: Option<StaffId>,
    /// When the client reads it later: from when, and why.
    pub later: Option<(Date, DelayGround)>,
}

/// A step that follows.
#[derive(Clone, Debug)]
pub struct Change {
    pub deed: TaskDeed,
    /// What the author saw.
    pub known: i64,
    pub due: Option<Date>,
    pub owner: Option<StaffId>,
    /// Empty: none is asked.
    pub reason: String,
}

/// Something that was done to a task.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    pub step: i64,
    pub deed: TaskDeed,
    pub by: String,
    pub at: Timestamp,
    pub due: Option<Date>,
    /// Empty: the team.
    pub owner: String,
    /// Empty where none was asked.
    pub reason: Text,
}

/// Somebody who is involved with a part now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Colleague {
    pub staff: StaffId,
    pub name: String,
    pub part: domain::PartId,
}

/// Writes a task down in the part the work is about.
pub async fn add<A>(work: &mut Work<'_, A>, new: &New) -> Result<TaskId, Error>
where
    A: May<WriteTask> + Action<About = OfPart>,
{
    let (controller, dossier, part, domain) = {
        let part = work.part()?;
        (part.controller, part.dossier, part.part, part.domain)
    };
    let (id, author, now) = (TaskId(work.new_id()), work.staff_id()?, work.now());
    let key = work.part_key(part, domain).await?;
    let what = work.seal(&key, what_place(id.uuid()), &new.what);
    let (visible_from, ground) = match new.later {
        Some((day, ground)) => (Some(day), ground.code()),
        None => (None, ""),
    };
    let values: [Value; 13] = [
        id.into(),
        controller.into(),
        dossier.into(),
        part.into(),
        domain.code().into(),
        author.into(),
        now.into(),
        what.into(),
        visible_from.into(),
        ground.into(),
        new.due.into(),
        new.owner.into(),
        TaskDeed::Made.code().into(),
    ];
    work.tx
        .run_one(
            sql!(
                "INSERT INTO task (id, controller, dossier, part, domain, author, recorded_at, what, visible_from,
                                   delay_ground, due, owner, open, step, last_deed, last_by, changed_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, TRUE, 1, $13, $6, $7)"
            ),
            &values,
        )
        .await?;
    note(work, id, 1, TaskDeed::Made, (new.due, new.owner), None).await?;
    work.names(id.uuid());
    Ok(id)
}

/// Does the next step, when the task still stands at the step that its author saw. False: somebody was first.
pub async fn change<A>(work: &mut Work<'_, A>, task: &Task, next: &Change) -> Result<bool, Error>
where
    A: May<ChangeTask> + Action<About = OfTask>,
{
    let (part, domain) = {
        let part = work.part()?;
        (part.part, part.domain)
    };
    let (id, author, now) = (work.about().0, work.staff_id()?, work.now());
    let is_open = !matches!(next.deed, TaskDeed::Done | TaskDeed::Dropped);
    let changed = work
        .tx
        .run(
            sql!(
                "UPDATE task
                    SET step = step + 1, last_deed = $3, last_by = $4, changed_at = $5, due = $6, owner = $7,
                        open = $8
                  WHERE id = $1 AND step = $2"
            ),
            params![id, next.known, next.deed.code(), author, now, next.due, next.owner, is_open],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    let reason = match next.reason.is_empty() {
        true => None,
        false => Some((work.part_key(part, domain).await?, next.reason.as_str())),
    };
    note(work, task.id, next.known + 1, next.deed, (next.due, next.owner), reason).await?;
    Ok(true)
}

async fn note<A: Action>(
    work: &mut Work<'_, A>,
    task: TaskId,
    step: i64,
    deed: TaskDeed,
    (due, owner): (Option<Date>, Option<StaffId>),
    reason: Option<(std::sync::Arc<vault::DataKey>, &str)>,
) -> Result<(), Error> {
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let reason = reason.map(|(key, text)| work.seal(&key, reason_place(id), text));
    work.tx
        .run_one(
            sql!(
                "INSERT INTO task_step (id, task, step, deed, staff, at, due, owner, reason)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            params![id, task, step, deed.code(), author, now, due, owner, reason],
        )
        .await
}

/// The next step of a task of the part the work is about, where nobody looks at it: in a hand-over, or when help stops.
pub(in crate::client) async fn next<A: Action>(
    work: &mut Work<'_, A>,
    task: TaskId,
    step: i64,
    deed: TaskDeed,
    (due, owner): (Option<Date>, Option<StaffId>),
) -> Result<(), Error> {
    let (author, now) = (work.staff_id()?, work.now());
    let is_open = !matches!(deed, TaskDeed::Done | TaskDeed::Dropped);
    work.tx
        .run_one(
            sql!(
                "UPDATE task
                    SET step = step + 1, last_deed = $3, last_by = $4, changed_at = $5, due = $6, owner = $7,
                        open = $8
                  WHERE id = $1 AND step = $2"
            ),
            params![task, step, deed.code(), author, now, due, owner, is_open],
        )
        .await?;
    work.names(task.uuid());
    note(work, task, step + 1, deed, (due, owner), None).await
}

/// Help under this law stops: what was still to be done in the part the work is about lapses.
pub(in crate::client) async fn lapse<A: May<ClosePart>>(work: &mut Work<'_, A>) -> Result<(), Error> {
    let part = work.part()?.part;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, step, due, owner
                   FROM task
                  WHERE part = $1 AND open = TRUE
                  ORDER BY id"
            ),
            params![part],
        )
        .await?;
    for row in rows {
        let as_it_was = (row.get(2)?, row.get(3)?);
        next(work, row.get(0)?, row.get(1)?, TaskDeed::Dropped, as_it_was).await?;
    }
    Ok(())
}

/// What was done to the task the work is about, newest first.
pub async fn steps<A>(work: &mut Work<'_, A>) -> Result<Vec<Step>, Error>
where
    A: May<ReadTask> + Action<About = OfTask>,
{
    let id = work.about().0;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT h.id, h.step, h.deed, s.name, h.at, h.due, o.name, h.reason
                   FROM task_step h
                   JOIN staff s ON s.id = h.staff
                   LEFT JOIN staff o ON o.id = h.owner
                  WHERE h.task = $1
                  ORDER BY h.step DESC"
            ),
            params![id],
        )
        .await?;
    let mut steps = Vec::with_capacity(rows.len());
    for row in rows {
        let step: Uuid = row.get(0)?;
        let reason = match row.get::<Option<Sealed>>(7)? {
            Some(sealed) => work.text(reason_place(step), sealed).await?,
            None => Text::default(),
        };
        steps.push(Step {
            step: row.get(1)?,
            deed: deed(&row, 2)?,
            by: row.get(3)?,
            at: row.get(4)?,
            due: row.get(5)?,
            owner: row.get::<Option<String>>(6)?.unwrap_or_default(),
            reason,
        });
    }
    Ok(steps)
}

/// Who is involved with the allowed parts now, by name. Who declared a conflict or is not wanted is left out, and nobody
/// is told why (ACC-05); that is also how it is with who was never involved.
async fn involved<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<Colleague>, Error> {
    let mut with = six_parts(work)?;
    with.push(Value::from(work.now()));
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT i.staff, s.name, i.part
                   FROM involvement i
                   JOIN staff s ON s.id = i.staff
                   JOIN account a ON a.id = s.account
                   JOIN dossier d ON d.id = i.dossier
                   JOIN client c ON c.id = d.client
                  WHERE i.part IN ($1, $2, $3, $4, $5, $6) AND i.superseded_at IS NULL
                    AND i.valid_from <= $7 AND (i.valid_until IS NULL OR i.valid_until > $7)
                    AND a.active = TRUE AND s.person <> c.person
                    AND s.valid_from <= $7 AND (s.valid_until IS NULL OR s.valid_until > $7)
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = i.staff AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $7 AND (k.valid_until IS NULL OR k.valid_until > $7))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = i.staff AND e.superseded_at IS NULL
                                       AND e.valid_from <= $7 AND (e.valid_until IS NULL OR e.valid_until > $7))
                  ORDER BY s.name, i.staff, i.part"
            ),
            &with,
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Colleague { staff: row.get(0)?, name: row.get(1)?, part: row.get(2)? }))
        .collect()
}

/// To whom a new task can go, for whoever looks at the tasks of a dossier.
pub async fn colleagues<A: May<ReadTasks>>(work: &mut Work<'_, A>) -> Result<Vec<Colleague>, Error> {
    involved(work).await
}

/// The same, for whoever writes one down.
pub async fn to_write<A: May<WriteTask>>(work: &mut Work<'_, A>) -> Result<Vec<Colleague>, Error> {
    involved(work).await
}

/// To whom the task the work is about can go.
pub async fn to_pass_on<A: May<ReadTask>>(work: &mut Work<'_, A>) -> Result<Vec<Colleague>, Error> {
    involved(work).await
}
