//! A part of a dossier goes to another worker: what they need to know, what the client wants told, and the open tasks, in the
//! transaction in which one involvement begins and the other ends.

use domain::handover::Span;
use domain::{DossierId, InvolvementId, LegalDomain, PartId, StaffId, TaskDeed, TaskId, ToldHow};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{AssignInvolvement, HandOver, OfDossier, OfPart, ReadHandOver, ReassignInvolvement};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{involvements, six_parts, tasks};
use crate::error::Error;
use crate::reading::Text;
use crate::value::Value;
use crate::work::Work;
use crate::{params, sql};

/// A hand-over to be kept.
#[derive(Clone, Debug)]
pub struct New {
    pub to: StaffId,
    pub span: Span,
    pub told: Option<Date>,
    pub told_how: ToldHow,
    pub note: String,
    /// In the client's own words; empty: nothing.
    pub wish: String,
}

/// A hand-over as the involved workers read it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Handed {
    pub domain: LegalDomain,
    pub from: String,
    pub to: String,
    pub starts: Timestamp,
    pub ends: Option<Timestamp>,
    pub told: Option<Date>,
    /// A `domain::ToldHow` code.
    pub told_how: String,
    pub note: Text,
    /// Empty when the client wanted nothing told.
    pub wish: Text,
    pub at: Timestamp,
}

const fn note_place(row: Uuid) -> Place {
    Place { table: "handover", row, column: "note" }
}

const fn wish_place(row: Uuid) -> Place {
    Place { table: "handover", row, column: "wish" }
}

/// Keeps a hand-over of the part the work is about.
pub async fn keep<A>(work: &mut Work<'_, A>, new: &New) -> Result<(), Error>
where
    A: May<HandOver> + Action<About = OfPart>,
{
    let (controller, dossier, part, domain) = {
        let part = work.part()?;
        (part.controller, part.dossier, part.part, part.domain)
    };
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let key = work.part_key(part, domain).await?;
    let note = work.seal(&key, note_place(id), &new.note);
    let wish = (!new.wish.is_empty()).then(|| work.seal(&key, wish_place(id), &new.wish));
    let values: [Value; 14] = [
        id.into(),
        controller.into(),
        dossier.into(),
        part.into(),
        domain.code().into(),
        author.into(),
        new.to.into(),
        new.span.starts.into(),
        new.span.ends.into(),
        new.told.into(),
        new.told_how.code().into(),
        note.into(),
        wish.into(),
        now.into(),
    ];
    work.tx
        .run_one(
            sql!(
                "INSERT INTO handover (id, controller, dossier, part, domain, from_staff, to_staff, starts_at, ends_at,
                                       told_on, told_how, note, wish, author, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $6, $14)"
            ),
            &values,
        )
        .await?;
    work.names(id);
    Ok(())
}

/// The acting worker's involvement with the part the work is about ends at `until`.
pub async fn leave<A>(work: &mut Work<'_, A>, until: Timestamp, why: &str) -> Result<(), Error>
where
    A: May<HandOver> + Action<About = OfPart>,
{
    let own: InvolvementId =
        work.part()?.involvement.ok_or_else(|| Error::Record("handed over by somebody else".into()))?;
    involvements::end_series(work, own, until, why).await.map(drop)
}

/// The role in which the acting worker is involved with the part; a `domain::RoleInCase` code.
pub async fn own_role<A>(work: &mut Work<'_, A>) -> Result<String, Error>
where
    A: May<HandOver> + Action<About = OfPart>,
{
    let own = work.part()?.involvement;
    work.tx
        .one(
            sql!(
                "SELECT role
                   FROM involvement
                  WHERE involvement = $1 AND superseded_at IS NULL"
            ),
            params![own],
        )
        .await?
        .get(0)
}

/// Whether somebody is involved with the part now, without an end.
pub async fn goes_on<A>(work: &mut Work<'_, A>, staff: StaffId) -> Result<bool, Error>
where
    A: May<AssignInvolvement> + Action<About = OfPart>,
{
    let (part, now) = (work.part()?.part, work.now());
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM involvement
                  WHERE part = $1 AND staff = $2 AND superseded_at IS NULL
                    AND valid_from <= $3 AND valid_until IS NULL"
            ),
            params![part, staff, now],
        )
        .await?;
    Ok(found.is_some())
}

/// The involvement of a colleague with the part that lasts beyond `at`, and its role; none: they leave nothing here.
pub async fn held_by<A>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    at: Timestamp,
) -> Result<Option<(InvolvementId, String)>, Error>
where
    A: May<ReassignInvolvement> + Action<About = OfPart>,
{
    let part = work.part()?.part;
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT involvement, role
                   FROM involvement
                  WHERE part = $1 AND staff = $2 AND superseded_at IS NULL
                    AND (valid_until IS NULL OR valid_until > $3)
                  ORDER BY valid_from
                  LIMIT 1"
            ),
            params![part, staff, at],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// That involvement ends at `until`.
pub async fn relieve<A>(
    work: &mut Work<'_, A>,
    held: InvolvementId,
    until: Timestamp,
    why: &str,
) -> Result<(), Error>
where
    A: May<ReassignInvolvement> + Action<About = OfPart>,
{
    involvements::end_series(work, held, until, why).await.map(drop)
}

/// The open tasks of a worker in the part go along to another. Gives how many.
pub async fn pass_tasks_on<A>(work: &mut Work<'_, A>, staff: StaffId, to: StaffId) -> Result<usize, Error>
where
    A: May<AssignInvolvement> + Action<About = OfPart>,
{
    let part = work.part()?.part;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, step, due
                   FROM task
                  WHERE part = $1 AND owner = $2 AND open = TRUE
                  ORDER BY id"
            ),
            params![part, staff],
        )
        .await?;
    for row in &rows {
        let (task, step, due): (TaskId, i64, Option<Date>) = (row.get(0)?, row.get(1)?, row.get(2)?);
        tasks::next(work, task, step, TaskDeed::PassedOn, (due, Some(to))).await?;
    }
    Ok(rows.len())
}

/// The hand-overs of the allowed parts, newest first.
pub async fn of_dossier<A>(work: &mut Work<'_, A>) -> Result<Vec<Handed>, Error>
where
    A: May<ReadHandOver> + Action<About = OfDossier>,
{
    let with = six_parts(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT h.id, h.domain, f.name, t.name, h.starts_at, h.ends_at, h.told_on, h.told_how, h.note, h.wish,
                        h.recorded_at
                   FROM handover h
                   JOIN staff f ON f.id = h.from_staff
                   JOIN staff t ON t.id = h.to_staff
                  WHERE h.part IN ($1, $2, $3, $4, $5, $6)
                  ORDER BY h.recorded_at DESC, h.id"
            ),
            &with,
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let id: Uuid = row.get(0)?;
        let note: Sealed = row.get(8)?;
        let wish = match row.get::<Option<Sealed>>(9)? {
            Some(sealed) => work.text(wish_place(id), sealed).await?,
            None => Text::default(),
        };
        work.names(id);
        all.push(Handed {
            domain: row.get(1)?,
            from: row.get(2)?,
            to: row.get(3)?,
            starts: row.get(4)?,
            ends: row.get(5)?,
            told: row.get(6)?,
            told_how: row.get(7)?,
            note: work.text(note_place(id), note).await?,
            wish,
            at: row.get(10)?,
        });
    }
    Ok(all)
}

/// The parts of a dossier that the asker hands over: those they are involved with.
pub fn own_parts<A: May<ReadHandOver>>(work: &Work<'_, A>) -> Vec<(PartId, LegalDomain, DossierId)> {
    let open = work.parts().iter().filter(|part| part.involvement.is_some() && !part.closed);
    open.map(|part| (part.part, part.domain, part.dossier)).collect()
}
