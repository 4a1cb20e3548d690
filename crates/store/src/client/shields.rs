//! Entries hidden from an audience because the client wants it (RGT-R11). To whoever it is hidden from the
//! entry was never written: not in the timeline, not in a count, not in a date (MOD-07).

use std::collections::BTreeMap;

use domain::{EntryId, LiftGround, PartId, ShieldAudience, ShieldId, StaffId};
use jiff::Timestamp;
use policy::actions::{ListCaseload, OfEntry, ReadDossier, ReadEntry, ReadOwnEntry, ShieldEntry};
use policy::{Action, May};

use super::six_parts;
use crate::error::Error;
use crate::value::{Row, Value};
use crate::work::Work;
use crate::{params, sql};

/// A shield that holds now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shield {
    pub id: ShieldId,
    pub audience: ShieldAudience,
    /// The one worker of that audience.
    pub staff: Option<StaffId>,
    /// Their name; empty for the other audience.
    pub staff_name: String,
    pub since: Timestamp,
}

impl Shield {
    /// Whether it hides an entry of this author from this worker.
    pub fn hides_from(&self, worker: StaffId, author: StaffId) -> bool {
        match self.audience {
            ShieldAudience::OtherWorkers => worker != author,
            ShieldAudience::OneWorker => self.staff == Some(worker),
        }
    }
}

/// The shields on the entry the work is about.
pub async fn of_entry<A>(work: &mut Work<'_, A>) -> Result<Vec<Shield>, Error>
where
    A: May<ReadEntry> + Action<About = OfEntry>,
{
    let entry = work.about().0;
    list(work, entry).await
}

/// The same, for whoever shields or lifts.
pub async fn to_change<A>(work: &mut Work<'_, A>) -> Result<Vec<Shield>, Error>
where
    A: May<ShieldEntry> + Action<About = OfEntry>,
{
    let entry = work.about().0;
    list(work, entry).await
}

/// The same, for the resident.
pub async fn of_own_entry<A>(work: &mut Work<'_, A>) -> Result<Vec<Shield>, Error>
where
    A: May<ReadOwnEntry> + Action<About = OfEntry>,
{
    let entry = work.about().0;
    list(work, entry).await
}

async fn list<A: Action>(work: &mut Work<'_, A>, entry: EntryId) -> Result<Vec<Shield>, Error> {
    let (part, now) = (work.part()?.part, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT h.shield, h.audience, s.name, h.valid_from, h.staff
                   FROM shield h
                   LEFT JOIN staff s ON s.id = h.staff
                  WHERE h.entry = $1 AND h.part = $2 AND h.superseded_at IS NULL
                    AND h.valid_from <= $3 AND (h.valid_until IS NULL OR h.valid_until > $3)
                  ORDER BY h.valid_from, h.shield"
            ),
            params![entry, part, now],
        )
        .await?;
    rows.iter().map(shield).collect()
}

fn shield(row: &Row) -> Result<Shield, Error> {
    let audience: String = row.get(1)?;
    Ok(Shield {
        id: row.get(0)?,
        audience: audience.parse().map_err(|_| Error::Column { column: 1 })?,
        staff_name: row.get::<Option<String>>(2)?.unwrap_or_default(),
        since: row.get(3)?,
        staff: row.get(4)?,
    })
}

/// Whether the entry is hidden from this audience already.
pub async fn holds<A>(
    work: &mut Work<'_, A>,
    audience: ShieldAudience,
    staff: Option<StaffId>,
) -> Result<bool, Error>
where
    A: May<ShieldEntry> + Action<About = OfEntry>,
{
    let (entry, now) = (work.about().0, work.now());
    work.tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1
                                  FROM shield h
                                 WHERE h.entry = $1 AND h.audience = $2 AND h.superseded_at IS NULL
                                   AND (h.valid_until IS NULL OR h.valid_until > $3)
                                   AND (h.staff = $4 OR h.audience = 'other-workers'))"
            ),
            params![entry, audience.code(), now, staff],
        )
        .await?
        .get(0)
}

/// Hides the entry the work is about.
pub async fn add<A>(
    work: &mut Work<'_, A>,
    audience: ShieldAudience,
    staff: Option<StaffId>,
) -> Result<ShieldId, Error>
where
    A: May<ShieldEntry> + Action<About = OfEntry>,
{
    let (entry, part) = (work.about().0, work.part()?.part);
    let (id, author, now) = (ShieldId(work.new_id()), work.staff_id()?, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO shield (id, shield, entry, part, audience, staff, lift_ground, author, valid_from, recorded_at)
                 VALUES ($1, $1, $2, $3, $4, $5, '', $6, $7, $7)"
            ),
            params![id, entry, part, audience.code(), staff, author, now],
        )
        .await?;
    super::emergency::for_shield(work, entry, part, audience, staff).await?;
    Ok(id)
}

/// Lifts a shield of the entry the work is about; false when it does not hold (any more).
pub async fn lift<A>(work: &mut Work<'_, A>, shield: ShieldId, ground: LiftGround) -> Result<bool, Error>
where
    A: May<ShieldEntry> + Action<About = OfEntry>,
{
    let entry = work.about().0;
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let ended = work
        .tx
        .run(
            sql!(
                "UPDATE shield
                    SET superseded_at = $3
                  WHERE shield = $1 AND entry = $2 AND superseded_at IS NULL
                    AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![shield, entry, now],
        )
        .await?;
    if ended == 0 {
        return Ok(false);
    }
    work.tx
        .run_one(
            sql!(
                "INSERT INTO shield (id, shield, entry, part, audience, staff, lift_ground, author, valid_from, valid_until,
                                     recorded_at)
                 SELECT $1, shield, entry, part, audience, staff, $4, $5, valid_from, $3, $3
                   FROM shield
                  WHERE shield = $2 AND superseded_at = $3"
            ),
            params![id, shield, now, ground.code(), author],
        )
        .await?;
    Ok(true)
}

/// Of the allowed parts in which something is hidden from the acting worker: the newest change that is not.
pub(super) async fn changes_seen<A: May<ReadDossier>>(
    work: &mut Work<'_, A>,
) -> Result<BTreeMap<PartId, Timestamp>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let mut with = six_parts(work)?;
    with.extend([Value::from(staff), Value::from(now)]);
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.id, p.opened_at,
                        (SELECT MAX(e.content_changed_at)
                           FROM entry e
                          WHERE e.part = p.id
                            AND NOT EXISTS (SELECT 1
                                              FROM shield h
                                             WHERE h.entry = e.id AND h.superseded_at IS NULL
                                               AND h.valid_from <= $8 AND (h.valid_until IS NULL OR h.valid_until > $8)
                                               AND (h.staff = $7 OR (h.audience = 'other-workers' AND e.author <> $7))))
                   FROM dossier_part p
                  WHERE p.id IN (SELECT h.part
                                   FROM shield h
                                   JOIN entry e ON e.id = h.entry
                                  WHERE h.part IN ($1, $2, $3, $4, $5, $6) AND h.superseded_at IS NULL
                                    AND h.valid_from <= $8 AND (h.valid_until IS NULL OR h.valid_until > $8)
                                    AND (h.staff = $7 OR (h.audience = 'other-workers' AND e.author <> $7)))"
            ),
            &with,
        )
        .await?;
    rows.iter().map(seen).collect()
}

/// The same, for all parts the acting worker is involved with.
pub(super) async fn changes_seen_in_caseload<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
) -> Result<BTreeMap<PartId, Timestamp>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.id, p.opened_at,
                        (SELECT MAX(e.content_changed_at)
                           FROM entry e
                          WHERE e.part = p.id
                            AND NOT EXISTS (SELECT 1
                                              FROM shield h
                                             WHERE h.entry = e.id AND h.superseded_at IS NULL
                                               AND h.valid_from <= $2 AND (h.valid_until IS NULL OR h.valid_until > $2)
                                               AND (h.staff = $1 OR (h.audience = 'other-workers' AND e.author <> $1))))
                   FROM dossier_part p
                  WHERE p.id IN (SELECT h.part
                                   FROM (SELECT i.part
                                           FROM involvement i
                                          WHERE i.staff = $1 AND i.superseded_at IS NULL
                                          UNION ALL
                                         SELECT o.id
                                           FROM emergency_access g
                                           JOIN dossier_part o ON o.dossier = g.dossier
                                          WHERE g.staff = $1 AND g.ended_at IS NULL
                                            AND g.opened_at <= $2 AND g.ends_at > $2) w
                                   JOIN shield h ON h.part = w.part
                                   JOIN entry e ON e.id = h.entry
                                  WHERE h.superseded_at IS NULL
                                    AND h.valid_from <= $2 AND (h.valid_until IS NULL OR h.valid_until > $2)
                                    AND (h.staff = $1 OR (h.audience = 'other-workers' AND e.author <> $1)))"
            ),
            params![staff, now],
        )
        .await?;
    rows.iter().map(seen).collect()
}

/// A part, and the newest change in it that is seen; its opening when there is none.
fn seen(row: &Row) -> Result<(PartId, Timestamp), Error> {
    let (opened, newest): (Timestamp, Option<Timestamp>) = (row.get(1)?, row.get(2)?);
    Ok((row.get(0)?, newest.unwrap_or(opened)))
}
