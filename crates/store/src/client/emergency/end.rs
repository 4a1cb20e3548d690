//! The end before the time: by the worker, by the coordinator, or because something came to stand between worker and
//! client. What has ended never comes back, also not when the wall is taken down again.

use domain::{DossierId, EndedBy, EntryId, PartId, ShieldAudience, StaffId};
use policy::actions::{
    DeclareConflict, EndEmergency, ExcludeWorker, OfEmergency, ProtectDossier, ShieldEntry,
};
use policy::{Action, May};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Ends the access the work is about. False: it had ended already.
pub async fn end<A>(work: &mut Work<'_, A>) -> Result<bool, Error>
where
    A: May<EndEmergency> + Action<About = OfEmergency>,
{
    let (emergency, by, now) = (work.about().0, work.staff_id()?, work.now());
    let ended = work
        .tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET ended_at = $2, ended_by = $3,
                        ended_how = CASE WHEN staff = $3 THEN 'worker' ELSE 'coordinator' END
                  WHERE id = $1 AND ended_at IS NULL AND ends_at > $2"
            ),
            params![emergency, now, by],
        )
        .await?;
    work.by_emergency(emergency);
    work.in_emergency();
    Ok(ended > 0)
}

/// The client does not want this worker any more.
pub(in crate::client) async fn for_exclusion<A: May<ExcludeWorker>>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
    staff: StaffId,
) -> Result<(), Error> {
    let (by, now) = (work.staff_id()?, work.now());
    work.tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET ended_at = $3, ended_by = $4, ended_how = $5
                  WHERE dossier = $1 AND staff = $2 AND ended_at IS NULL AND ends_at > $3"
            ),
            params![dossier, staff, now, by, EndedBy::Wall.code()],
        )
        .await?;
    Ok(())
}

/// The acting worker declared a conflict of interest; about whom is a blind index.
pub(in crate::client) async fn for_conflict<A: May<DeclareConflict>>(
    work: &mut Work<'_, A>,
    token: [u8; 32],
    about: &'static str,
) -> Result<(), Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    work.tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET ended_at = $4, ended_by = $3, ended_how = $5
                  WHERE staff = $3 AND ended_at IS NULL AND ends_at > $4
                    AND dossier IN (SELECT d.id
                                      FROM client_index x
                                      JOIN dossier d ON d.client = x.client
                                     WHERE x.token = $1 AND x.kind = $2)"
            ),
            params![token, about, staff, now, EndedBy::Wall.code()],
        )
        .await?;
    Ok(())
}

/// An entry was hidden from this worker, or from everybody but its author.
pub(in crate::client) async fn for_shield<A: May<ShieldEntry>>(
    work: &mut Work<'_, A>,
    entry: EntryId,
    part: PartId,
    audience: ShieldAudience,
    staff: Option<StaffId>,
) -> Result<(), Error> {
    let (by, now) = (work.staff_id()?, work.now());
    let everybody = audience == ShieldAudience::OtherWorkers;
    work.tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET ended_at = $5, ended_by = $6, ended_how = $7
                  WHERE dossier = (SELECT p.dossier FROM dossier_part p WHERE p.id = $2)
                    AND ended_at IS NULL AND ends_at > $5
                    AND (staff = $3 OR ($4 AND staff <> (SELECT e.author FROM entry e WHERE e.id = $1)))"
            ),
            params![entry, part, staff, everybody, now, by, EndedBy::Wall.code()],
        )
        .await?;
    Ok(())
}

/// The dossier has extra protection from now on: only what was cleared goes on.
pub(in crate::client) async fn for_protection<A: May<ProtectDossier>>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
) -> Result<(), Error> {
    let (by, now) = (work.staff_id()?, work.now());
    work.tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET ended_at = $2, ended_by = $3, ended_how = $4
                  WHERE dossier = $1 AND cleared = FALSE AND ended_at IS NULL AND ends_at > $2"
            ),
            params![dossier, now, by, EndedBy::Wall.code()],
        )
        .await?;
    Ok(())
}
