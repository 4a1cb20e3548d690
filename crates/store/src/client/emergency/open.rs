//! The dossier opens: the access itself, and an entry in each part that it opens. Everything in one transaction, so
//! that nobody can look without being seen.

use domain::emergency::review_due;
use domain::{
    DataCategory, DossierId, EmergencyId, EmergencyLength, EmergencyReason, EmergencyRequestId, EntryKind,
    LegalDomain, PartId, Source, StaffId, amsterdam,
};
use jiff::Timestamp;
use policy::May;
use policy::actions::OpenEmergency;

use super::find::Found;
use super::sentence_of_access;
use crate::client::entries::{self, NewEntry};
use crate::client::{keys, notices};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Why and for how long.
#[derive(Clone, Debug)]
pub struct New {
    pub reason: EmergencyReason,
    pub sentence: String,
    pub length: EmergencyLength,
    /// The question that was approved, and by whom.
    pub approval: Option<(EmergencyRequestId, StaffId)>,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Opened {
    /// Open until then.
    Now { emergency: EmergencyId, until: Timestamp },
    /// It was open already, from another window; nothing became longer.
    Already { emergency: EmergencyId, until: Timestamp },
}

/// Opens what was found. Going on after the end is a new access, with its own notice and review.
pub async fn open<A: May<OpenEmergency>>(
    work: &mut Work<'_, A>,
    found: &Found,
    new: &New,
) -> Result<Opened, Error> {
    if let Some((emergency, until)) = running(work, found.dossier).await? {
        // Nothing opened now: the record says that it was tried, and the client's list has the line of when it opened.
        return Ok(Opened::Already { emergency, until });
    }
    let emergency = EmergencyId(work.new_id());
    let until = insert(work, emergency, found, new).await?;
    if let Some((request, _)) = new.approval {
        use_up(work, request).await?;
    }
    let parts: Vec<(PartId, LegalDomain)> =
        found.not_involved().map(|part| (part.part, part.domain)).collect();
    let entry = entry(work.now(), &new.sentence);
    for (part, domain) in parts {
        entries::put_beside_the_clocks(work, part, domain, &entry).await?;
    }
    tell(work, found).await?;
    work.by_emergency(emergency);
    work.names(emergency.uuid());
    Ok(Opened::Now { emergency, until })
}

/// The worker's access to this dossier that has not ended. One that ended by time is marked so here, and so is one
/// that would begin later, after a clock that fell back: it gives nothing.
async fn running<A: May<OpenEmergency>>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
) -> Result<Option<(EmergencyId, Timestamp)>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    work.tx
        .run(
            sql!(
                "UPDATE emergency_access
                    SET ended_at = CASE WHEN ends_at < $3 THEN ends_at ELSE $3 END
                  WHERE staff = $1 AND dossier = $2 AND ended_at IS NULL AND (ends_at <= $3 OR opened_at > $3)"
            ),
            params![staff, dossier, now],
        )
        .await?;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, ends_at
                   FROM emergency_access
                  WHERE staff = $1 AND dossier = $2 AND ended_at IS NULL"
            ),
            params![staff, dossier],
        )
        .await?;
    row.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

async fn insert<A: May<OpenEmergency>>(
    work: &mut Work<'_, A>,
    id: EmergencyId,
    found: &Found,
    new: &New,
) -> Result<Timestamp, Error> {
    let (staff, controller, now) = (work.staff_id()?, work.staff()?.controller, work.now());
    let team = found.parts.first().ok_or(Error::Rows { expected: 1, met: 0 })?.team;
    let until = new.length.ends(now);
    let domains: Vec<&str> = found.not_involved().map(|part| part.domain.code()).collect();
    let cleared = new.approval.is_some() || new.reason.needs_no_approval();
    let key = keys::of_owner(work, controller.uuid(), "emergency").await?;
    let sentence = work.seal(&key, sentence_of_access(id.uuid()), &new.sentence);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO emergency_access (id, dossier, number, subject, controller, team, staff, reason, sentence,
                                               hours, domains, cleared, approved_by, opened_at, ends_at, ended_how,
                                               review_due)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, '', $16)"
            ),
            params![
                id,
                found.dossier,
                found.number,
                found.subject,
                controller,
                team,
                staff,
                new.reason.code(),
                sentence,
                new.length.hours(),
                domains.join(" "),
                cleared,
                new.approval.map(|(_, by)| by),
                now,
                until,
                review_due(now),
            ],
        )
        .await?;
    Ok(until)
}

/// Whoever is told in the product is told by e-mail that there is something.
async fn tell<A: May<OpenEmergency>>(work: &mut Work<'_, A>, found: &Found) -> Result<(), Error> {
    let team = found.parts.first().ok_or(Error::Rows { expected: 1, met: 0 })?.team;
    let opened: Vec<LegalDomain> = found.not_involved().map(|part| part.domain).collect();
    notices::emergency_opened(work, (found.dossier, team), &opened).await
}

/// An approval opens once.
async fn use_up<A: May<OpenEmergency>>(
    work: &mut Work<'_, A>,
    request: EmergencyRequestId,
) -> Result<(), Error> {
    let now = work.now();
    work.tx
        .run_one(
            sql!(
                "UPDATE emergency_request
                    SET used_at = $2
                  WHERE id = $1 AND used_at IS NULL"
            ),
            params![request, now],
        )
        .await
}

/// What stands in the dossier itself: when, and the worker's own words.
fn entry(now: Timestamp, sentence: &str) -> NewEntry {
    let local = amsterdam(now);
    NewEntry {
        kind: EntryKind::Emergency.code(),
        source: Source::OwnObservation.code(),
        category: DataCategory::General.code(),
        happened_on: local.date(),
        happened_time: local.strftime("%H:%M").to_string(),
        facts: sentence.to_owned(),
        opinion: String::new(),
        visible_from: None,
        delay_ground: "",
        delay_announced: false,
        with_client: false,
    }
}
