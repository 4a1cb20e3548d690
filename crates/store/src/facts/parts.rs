//! The parts of a dossier as facts: domain, controller, team, whose it is, and whether the asking
//! worker is involved now (ACC-01).

use domain::{
    ControllerId, DocumentId, DossierId, EmergencyId, EmergencyReason, EmergencyRequestId, EntryId,
    InvolvementId, LegalDomain, PartId, StaffId, TaskId, TeamId,
};
use jiff::Timestamp;
use policy::{ActorFacts, Emergency, PartFacts, Thing, Walls};
use uuid::Uuid;

use crate::db::Tx;
use crate::error::Error;
use crate::record::Note;
use crate::{params, sql};

/// The parts of one dossier, or only the one that is asked for.
pub(super) async fn of_dossier(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    dossier: DossierId,
    only: Option<PartId>,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    // Walls stand between a worker and a client; a resident has none in the own dossier.
    let staff = actor.staff().map(|staff| staff.staff);
    let rows = tx
        .all(
            sql!(
                "SELECT p.id, p.controller, d.team, p.domain, c.person, c.pseudonym,
                        EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = $2 AND x.client = d.client AND k.superseded_at IS NULL
                                   AND k.valid_from <= $3 AND (k.valid_until IS NULL OR k.valid_until > $3)),
                        EXISTS (SELECT 1
                                  FROM exclusion e
                                 WHERE e.dossier = d.id AND e.staff = $2 AND e.superseded_at IS NULL
                                   AND e.valid_from <= $3 AND (e.valid_until IS NULL OR e.valid_until > $3)),
                        EXISTS (SELECT 1
                                  FROM protection q
                                 WHERE q.dossier = d.id AND q.superseded_at IS NULL
                                   AND q.valid_from <= $3 AND (q.valid_until IS NULL OR q.valid_until > $3)),
                        p.closed_at
                   FROM dossier d
                   JOIN dossier_part p ON p.dossier = d.id
                   JOIN client c ON c.id = d.client
                  WHERE d.id = $1
                  ORDER BY p.domain"
            ),
            params![dossier, staff, now],
        )
        .await?;
    let way_in = match actor.staff() {
        Some(staff) if !rows.is_empty() => way_in(tx, dossier, staff.staff, now).await?,
        _ => WayIn::default(),
    };
    let mut things = Vec::with_capacity(rows.len());
    for row in rows {
        note.subject = Some(row.get(5)?);
        note.object = Some(dossier.uuid());
        let part: PartId = row.get(0)?;
        if only.is_some_and(|only| only != part) {
            continue;
        }
        let domain: LegalDomain = row.get(3)?;
        things.push(Thing::Part(PartFacts {
            part,
            dossier,
            controller: row.get(1)?,
            team: row.get(2)?,
            domain,
            subject: row.get(4)?,
            involvement: way_in.involved.iter().find(|(of, _)| *of == domain).map(|(_, id)| *id),
            emergency: way_in.emergency,
            cleared: way_in.cleared,
            walls: Walls { conflict: row.get(6)?, excluded: row.get(7)?, hidden: false },
            extra_protected: row.get(8)?,
            closed: row.get::<Option<Timestamp>>(9)?.is_some(),
        }));
    }
    Ok(things)
}

/// Why the asking worker may come to a dossier now: involved, or in an emergency that has not ended.
#[derive(Default)]
struct WayIn {
    involved: Vec<(LegalDomain, InvolvementId)>,
    emergency: Option<Emergency>,
    cleared: bool,
}

/// One query for both: an open costs no more because there is such a thing as an emergency.
async fn way_in(tx: &mut Tx<'_>, dossier: DossierId, staff: StaffId, now: Timestamp) -> Result<WayIn, Error> {
    let rows = tx
        .all(
            sql!(
                "SELECT i.involvement AS id, i.domain AS what, i.valid_from AS since, i.valid_until AS until,
                        FALSE AS emergency, FALSE AS cleared
                   FROM involvement i
                  WHERE i.dossier = $1 AND i.staff = $2 AND i.superseded_at IS NULL
                    AND i.valid_from <= $3 AND (i.valid_until IS NULL OR i.valid_until > $3)
                  UNION ALL
                 SELECT g.id, g.reason, g.opened_at, g.ends_at, TRUE, g.cleared
                   FROM emergency_access g
                  WHERE g.dossier = $1 AND g.staff = $2 AND g.ended_at IS NULL
                    AND g.opened_at <= $3 AND g.ends_at > $3
                  ORDER BY since"
            ),
            params![dossier, staff, now],
        )
        .await?;
    let mut found = WayIn::default();
    for row in rows {
        if row.get(4)? {
            let reason: String = row.get(1)?;
            let reason: EmergencyReason = reason.parse().map_err(|_| Error::Column { column: 1 })?;
            let id: EmergencyId = row.get(0)?;
            found.emergency = Some(Emergency { id, reason, until: row.get(3)? });
            found.cleared = row.get(5)?;
        } else {
            found.involved.push((row.get(1)?, row.get(0)?));
        }
    }
    Ok(found)
}

pub(super) async fn of_part(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    part: PartId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT dossier
                   FROM dossier_part
                  WHERE id = $1"
            ),
            params![part],
        )
        .await?;
    match found {
        Some(row) => of_dossier(tx, actor, now, row.get(0)?, Some(part), note).await,
        None => Ok(Vec::new()),
    }
}

pub(super) async fn of_entry(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    entry: EntryId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT e.part,
                        EXISTS (SELECT 1
                                  FROM shield h
                                 WHERE h.entry = e.id AND h.superseded_at IS NULL
                                   AND h.valid_from <= $3 AND (h.valid_until IS NULL OR h.valid_until > $3)
                                   AND (h.staff = $2 OR (h.audience = 'other-workers' AND e.author <> $2)))
                   FROM entry e
                  WHERE e.id = $1"
            ),
            params![entry, actor.staff().map(|staff| staff.staff), now],
        )
        .await?;
    let Some(row) = found else { return Ok(Vec::new()) };
    let hidden = row.get(1)?;
    let mut things = part_of(tx, actor, now, Some(row.get(0)?), entry.uuid(), note).await?;
    for thing in &mut things {
        if let Thing::Part(part) = thing {
            part.walls.hidden = hidden;
        }
    }
    Ok(things)
}

pub(super) async fn of_involvement(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    involvement: InvolvementId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT part
                   FROM involvement
                  WHERE involvement = $1 AND superseded_at IS NULL"
            ),
            params![involvement],
        )
        .await?;
    part_of(tx, actor, now, found.map(|row| row.get(0)).transpose()?, involvement.uuid(), note).await
}

pub(super) async fn of_task(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    task: TaskId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT part
                   FROM task
                  WHERE id = $1"
            ),
            params![task],
        )
        .await?;
    part_of(tx, actor, now, found.map(|row| row.get(0)).transpose()?, task.uuid(), note).await
}

pub(super) async fn of_document(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    document: DocumentId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT part
                   FROM document
                  WHERE id = $1"
            ),
            params![document],
        )
        .await?;
    part_of(tx, actor, now, found.map(|row| row.get(0)).transpose()?, document.uuid(), note).await
}

/// The parts of the dossier that somebody else asks to open in an emergency. Nobody answers their own question: to
/// whoever asked it, also in another post, there is nothing to decide about.
pub(super) async fn of_request(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    request: EmergencyRequestId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT r.dossier
                   FROM emergency_request r
                   JOIN staff s ON s.id = r.staff
                  WHERE r.id = $1 AND r.dossier IS NOT NULL AND s.person <> $2"
            ),
            params![request, actor.staff().map(|staff| staff.person)],
        )
        .await?;
    let Some(row) = found else { return Ok(Vec::new()) };
    note.items.push(request.uuid());
    of_dossier(tx, actor, now, row.get(0)?, None, note).await
}

pub(super) async fn of_emergency(
    tx: &mut Tx<'_>,
    emergency: EmergencyId,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT dossier, subject, controller, team, staff
                   FROM emergency_access
                  WHERE id = $1"
            ),
            params![emergency],
        )
        .await?;
    let Some(row) = found else { return Ok(Vec::new()) };
    note.items.push(emergency.uuid());
    note.object = Some(row.get(0)?);
    note.subject = Some(row.get(1)?);
    let (controller, team) = (row.get(2)?, row.get(3)?);
    Ok(vec![Thing::Emergency { emergency, team, controller, accessor: row.get(4)? }])
}

async fn part_of(
    tx: &mut Tx<'_>,
    actor: &ActorFacts,
    now: Timestamp,
    part: Option<PartId>,
    item: Uuid,
    note: &mut Note,
) -> Result<Vec<Thing>, Error> {
    let Some(part) = part else { return Ok(Vec::new()) };
    note.items.push(item);
    of_part(tx, actor, now, part, note).await
}

pub(super) async fn queue(tx: &mut Tx<'_>, team: TeamId) -> Result<Vec<Thing>, Error> {
    let found = tx
        .opt(
            sql!(
                "SELECT controller
                   FROM team
                  WHERE id = $1"
            ),
            params![team],
        )
        .await?;
    match found {
        Some(row) => {
            let controller: ControllerId = row.get(0)?;
            Ok(vec![Thing::Team { team, controller }])
        }
        None => Ok(Vec::new()),
    }
}
