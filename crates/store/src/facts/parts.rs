//! The parts of a dossier as facts: domain, controller, team, whose it is, and whether the asking
//! worker is involved now (ACC-01).

use domain::{ControllerId, DossierId, EntryId, InvolvementId, LegalDomain, PartId, StaffId, TeamId};
use jiff::Timestamp;
use policy::{ActorFacts, PartFacts, Thing, Walls};
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
    let involved = match actor.staff() {
        Some(staff) if !rows.is_empty() => involvements(tx, dossier, staff.staff, now).await?,
        _ => Vec::new(),
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
            involvement: involved.iter().find(|(of, _)| *of == domain).map(|(_, id)| *id),
            walls: Walls { conflict: row.get(6)?, excluded: row.get(7)?, hidden: false },
            extra_protected: row.get(8)?,
            closed: row.get::<Option<Timestamp>>(9)?.is_some(),
        }));
    }
    Ok(things)
}

async fn involvements(
    tx: &mut Tx<'_>,
    dossier: DossierId,
    staff: StaffId,
    now: Timestamp,
) -> Result<Vec<(LegalDomain, InvolvementId)>, Error> {
    let rows = tx
        .all(
            sql!(
                "SELECT domain, involvement
                   FROM involvement
                  WHERE dossier = $1 AND staff = $2 AND superseded_at IS NULL
                    AND valid_from <= $3 AND (valid_until IS NULL OR valid_until > $3)
                  ORDER BY valid_from"
            ),
            params![dossier, staff, now],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
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
