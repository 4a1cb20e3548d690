//! Extra protection of a dossier (ACC-03), and the workers whom a client does not want. Of the first everybody
//! knows who works with it, of the second only the coordinator.

use domain::{DossierId, ExclusionId, ProtectionGround, ProtectionId, StaffId};
use jiff::Timestamp;
use policy::actions::{
    CreateDossier, ExcludeWorker, LiftProtection, ProtectDossier, ReadExclusions, ReadProtection,
};
use policy::{Action, May};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Extra protection that holds now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Protection {
    pub id: ProtectionId,
    pub ground: ProtectionGround,
    pub since: Timestamp,
}

/// A worker whom the client does not want.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exclusion {
    pub id: ExclusionId,
    pub staff: StaffId,
    pub staff_name: String,
    pub since: Timestamp,
}

fn dossier_of<A: Action>(work: &Work<'_, A>) -> Result<DossierId, Error> {
    Ok(work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier)
}

/// Why the dossier has extra protection; empty when it has none.
pub async fn of_dossier<A: May<ReadProtection>>(work: &mut Work<'_, A>) -> Result<Vec<Protection>, Error> {
    let (dossier, now) = (dossier_of(work)?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT protection, ground, valid_from
                   FROM protection
                  WHERE dossier = $1 AND superseded_at IS NULL
                    AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY valid_from, id"
            ),
            params![dossier, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let ground: String = row.get(1)?;
            Ok(Protection {
                id: row.get(0)?,
                ground: ground.parse().map_err(|_| Error::Column { column: 1 })?,
                since: row.get(2)?,
            })
        })
        .collect()
}

/// Gives the dossier extra protection; on a ground that holds already nothing changes.
pub async fn protect<A: May<ProtectDossier>>(
    work: &mut Work<'_, A>,
    ground: ProtectionGround,
) -> Result<(), Error> {
    let dossier = dossier_of(work)?;
    let (id, author, now) = (ProtectionId(work.new_id()), work.staff_id()?, work.now());
    work.tx
        .run(
            sql!(
                "INSERT INTO protection (id, protection, dossier, ground, author, valid_from, recorded_at)
                 SELECT $1, $1, $2, $3, $4, $5, $5
                  WHERE NOT EXISTS (SELECT 1
                                      FROM protection
                                     WHERE dossier = $2 AND ground = $3 AND superseded_at IS NULL
                                       AND (valid_until IS NULL OR valid_until > $5))"
            ),
            params![id, dossier, ground.code(), author, now],
        )
        .await?;
    super::emergency::for_protection(work, dossier).await?;
    Ok(())
}

/// The protection that a dossier has from its first moment.
pub(super) async fn first<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    ground: ProtectionGround,
) -> Result<(), Error> {
    let (id, author, now) = (ProtectionId(work.new_id()), work.staff_id()?, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO protection (id, protection, dossier, ground, author, valid_from, recorded_at)
                 VALUES ($1, $1, $2, $3, $4, $5, $5)"
            ),
            params![id, dossier, ground.code(), author, now],
        )
        .await
}

/// Takes extra protection away; false when it does not hold (any more).
pub async fn lift<A: May<LiftProtection>>(
    work: &mut Work<'_, A>,
    protection: ProtectionId,
) -> Result<bool, Error> {
    let dossier = dossier_of(work)?;
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let ended = work
        .tx
        .run(
            sql!(
                "UPDATE protection
                    SET superseded_at = $3
                  WHERE protection = $1 AND dossier = $2 AND superseded_at IS NULL
                    AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![protection, dossier, now],
        )
        .await?;
    if ended == 0 {
        return Ok(false);
    }
    work.tx
        .run_one(
            sql!(
                "INSERT INTO protection (id, protection, dossier, ground, author, valid_from, valid_until, recorded_at)
                 SELECT $1, protection, dossier, ground, $4, valid_from, $3, $3
                   FROM protection
                  WHERE protection = $2 AND superseded_at = $3"
            ),
            params![id, protection, now, author],
        )
        .await?;
    Ok(true)
}

/// The workers whom the client does not want.
pub async fn exclusions<A: May<ReadExclusions>>(work: &mut Work<'_, A>) -> Result<Vec<Exclusion>, Error> {
    let (dossier, now) = (dossier_of(work)?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT e.exclusion, e.staff, s.name, e.valid_from
                   FROM exclusion e
                   JOIN staff s ON s.id = e.staff
                  WHERE e.dossier = $1 AND e.superseded_at IS NULL
                    AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2)
                  ORDER BY s.name, e.id"
            ),
            params![dossier, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Exclusion { id: row.get(0)?, staff: row.get(1)?, staff_name: row.get(2)?, since: row.get(3)? })
        })
        .collect()
}

/// Whom the coordinator may choose from: everybody with an active post at the controller.
pub async fn colleagues<A: May<ReadExclusions>>(
    work: &mut Work<'_, A>,
) -> Result<Vec<super::absences::Colleague>, Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, name, function
                   FROM staff
                  WHERE controller = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY name, id"
            ),
            params![controller, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(super::absences::Colleague { staff: row.get(0)?, name: row.get(1)?, function: row.get(2)? })
        })
        .collect()
}

/// Excludes a worker of the same controller. False when there is no such worker, or they are excluded already.
pub async fn exclude<A: May<ExcludeWorker>>(work: &mut Work<'_, A>, staff: StaffId) -> Result<bool, Error> {
    let (dossier, controller) = (dossier_of(work)?, work.staff()?.controller);
    let (id, author, now) = (ExclusionId(work.new_id()), work.staff_id()?, work.now());
    let added = work
        .tx
        .run(
            sql!(
                "INSERT INTO exclusion (id, exclusion, dossier, staff, author, valid_from, recorded_at)
                 SELECT $1, $1, $2, s.id, $4, $5, $5
                   FROM staff s
                  WHERE s.id = $3 AND s.controller = $6
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion
                                     WHERE dossier = $2 AND staff = $3 AND superseded_at IS NULL
                                       AND (valid_until IS NULL OR valid_until > $5))"
            ),
            params![id, dossier, staff, author, now, controller],
        )
        .await?;
    super::emergency::for_exclusion(work, dossier, staff).await?;
    Ok(added > 0)
}

/// The client wants the worker again; false when there is no such exclusion (any more).
pub async fn include<A: May<ExcludeWorker>>(
    work: &mut Work<'_, A>,
    exclusion: ExclusionId,
) -> Result<bool, Error> {
    let dossier = dossier_of(work)?;
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let ended = work
        .tx
        .run(
            sql!(
                "UPDATE exclusion
                    SET superseded_at = $3
                  WHERE exclusion = $1 AND dossier = $2 AND superseded_at IS NULL
                    AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![exclusion, dossier, now],
        )
        .await?;
    if ended == 0 {
        return Ok(false);
    }
    work.tx
        .run_one(
            sql!(
                "INSERT INTO exclusion (id, exclusion, dossier, staff, author, valid_from, valid_until, recorded_at)
                 SELECT $1, exclusion, dossier, staff, $4, valid_from, $3, $3
                   FROM exclusion
                  WHERE exclusion = $2 AND superseded_at = $3"
            ),
            params![id, exclusion, now, author],
        )
        .await?;
    Ok(true)
}
