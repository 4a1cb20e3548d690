//! "Vraag de coördinator van dienst": kept whoever was asked about, and answered by the coordinator or the deputy of the
//! team whose dossier it is. Only they can tell whether there is anything to approve.

use domain::emergency::{APPROVAL_HOLDS, REQUEST_HOLDS};
use domain::{EmergencyLength, EmergencyReason, EmergencyRequestId, StaffId};
use policy::actions::{ApproveEmergency, AskApproval, OfEmergencyRequest, OpenEmergency};
use policy::{Action, May};
use vault::Sealed;

use super::find::Found;
use super::{sentence_of_request, whom_of_request};
use crate::client::{keys, notices};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What is asked.
#[derive(Clone, Debug)]
pub struct Asked {
    pub token: [u8; 32],
    /// Whom it is about, as the coordinator reads it.
    pub whom: String,
    pub reason: EmergencyReason,
    pub sentence: String,
    pub length: EmergencyLength,
}

/// A question of one's own that was approved just now.
#[derive(Clone, Debug)]
pub struct Usable {
    pub token: [u8; 32],
    pub reason: EmergencyReason,
    pub sentence: String,
    pub length: EmergencyLength,
    pub approved_by: StaffId,
}

/// Keeps the question. The coordinator of the asker's own team sees it always, the coordinator of the team whose dossier
/// was found as well.
pub async fn ask<A: May<AskApproval>>(
    work: &mut Work<'_, A>,
    asked: &Asked,
    found: Option<&Found>,
) -> Result<EmergencyRequestId, Error> {
    let id = EmergencyRequestId(work.new_id());
    let (staff, team, now) = (work.staff_id()?, work.staff()?.team, work.now());
    let controller = work.staff()?.controller;
    let key = keys::of_owner(work, controller.uuid(), "emergency").await?;
    let whom = work.seal(&key, whom_of_request(id.uuid()), &asked.whom);
    let sentence = work.seal(&key, sentence_of_request(id.uuid()), &asked.sentence);
    let dossier_team = found.and_then(|found| found.parts.first()).map(|part| part.team);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO emergency_request (id, staff, team, dossier_team, dossier, token, whom, reason, sentence,
                                                hours, asked_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"
            ),
            params![
                id,
                staff,
                team,
                dossier_team,
                found.map(|found| found.dossier),
                asked.token,
                whom,
                asked.reason.code(),
                sentence,
                asked.length.hours(),
                now,
            ],
        )
        .await?;
    notices::emergency_asked(work, found.map(|found| found.dossier).zip(dossier_team)).await?;
    work.names(id.uuid());
    Ok(id)
}

/// The acting worker's own question, when it was approved and not used yet.
pub async fn usable<A: May<OpenEmergency>>(
    work: &mut Work<'_, A>,
    request: EmergencyRequestId,
) -> Result<Option<Usable>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT token, reason, sentence, hours, approved_by
                   FROM emergency_request
                  WHERE id = $1 AND staff = $2 AND used_at IS NULL
                    AND approved_at > $3 AND approved_at <= $4"
            ),
            params![request, staff, now - APPROVAL_HOLDS, now],
        )
        .await?;
    let Some(row) = row else {
        // Denied, as where nothing opens.
        work.may_of(Vec::new());
        return Ok(None);
    };
    let (reason, sealed, hours): (String, Sealed, i64) = (row.get(1)?, row.get(2)?, row.get(3)?);
    Ok(Some(Usable {
        token: row.get(0)?,
        reason: reason.parse().map_err(|_| Error::Column { column: 1 })?,
        sentence: work.open(sentence_of_request(request.uuid()), &sealed).await?,
        length: hours.to_string().parse().map_err(|_| Error::Column { column: 3 })?,
        approved_by: row.get(4)?,
    }))
}

/// Approves the question the work is about. False: it waits no longer, or somebody else was first.
pub async fn approve<A>(work: &mut Work<'_, A>) -> Result<bool, Error>
where
    A: May<ApproveEmergency> + Action<About = OfEmergencyRequest>,
{
    let (request, by, now) = (work.about().0, work.staff_id()?, work.now());
    let approved = work
        .tx
        .run(
            sql!(
                "UPDATE emergency_request
                    SET approved_by = $2, approved_at = $3
                  WHERE id = $1 AND approved_at IS NULL AND asked_at > $4 AND asked_at <= $3"
            ),
            params![request, by, now, now - REQUEST_HOLDS],
        )
        .await?;
    work.in_emergency();
    Ok(approved > 0)
}
