//! The parts of a dossier as facts: domain, controller, team, whose it is, and whether the asking
//! worker is involved now (ACC-01).

use domain::{ControllerId, DossierId, EntryId, InvolvementId, LegalDomain, PartId, StaffId, TeamId};
use jiff::Timestamp;
use policy::{ActorFacts, PartFacts, Thing};
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
    let rows = tx
        .all(
            sql!(
                "SELECT p.id, p.controller, d.team, p.domain, c.person, c.pseudonym
                   FROM dossier d
                   JOIN dossier_part p ON p.dossier = d.id
                   JOIN client c ON c.id = d.client
                  WHERE d.id = $1
                  ORDER BY p.domain"
            ),
            params![dossier],
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
                "SELECT part
                   FROM entry
                  WHERE id = $1"
            ),
            params![entry],
        )
        .await?;
    part_of(tx, actor, now, found.map(|row| row.get(0)).transpose()?, entry.uuid(), note).await
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
            Ok(vec![Thing::Queue { team, controller }])
        }
        None => Ok(Vec::new()),
    }
}
