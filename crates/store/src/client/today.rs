//! What waits for the acting worker in the own dossiers. Only in what the list of own dossiers shows: whatever stands
//! between a worker and a client stands here too.

use domain::{DossierId, EmergencyId, EntryId, LegalDomain};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::May;
use policy::actions::ListCaseload;

use super::caseload::Case;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// A part that somebody gave the worker, and in which they wrote nothing yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Assigned {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    /// A `domain::RoleInCase` code.
    pub role: String,
    pub since: Timestamp,
}

/// An involvement that ends.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ending {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    /// The first moment it no longer counts.
    pub until: Timestamp,
    /// Help has stopped; otherwise somebody else goes on.
    pub closed: bool,
}

/// An entry that the client could not read yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Readable {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub entry: EntryId,
    /// A `domain::EntryKind` code.
    pub kind: String,
    /// From this day the client reads it.
    pub from: Date,
}

/// Somebody else opened a part in an emergency.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Emergency {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub by: String,
    /// Empty for whoever is of no team.
    pub team: String,
    pub at: Timestamp,
}

/// Whether the worker's list shows this part.
pub(super) fn shows(cases: &[Case], dossier: DossierId, domain: LegalDomain) -> bool {
    let mut own = cases.iter().filter(|case| case.dossier == dossier);
    own.any(|case| case.domains.iter().any(|(of, _)| *of == domain))
}

/// The emergency accesses after an instant to parts that the worker is involved with, by somebody else: one line for each,
/// with the first of those parts.
pub async fn emergencies<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    after: Timestamp,
) -> Result<Vec<Emergency>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT g.id, g.dossier, i.domain, g.domains, s.name, t.name, g.opened_at
                   FROM involvement i
                   JOIN emergency_access g ON g.dossier = i.dossier
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN team t ON t.id = s.team
                  WHERE i.staff = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND g.staff <> $1 AND g.opened_at > $3 AND g.opened_at <= $2
                  ORDER BY g.opened_at DESC, g.id, i.domain"
            ),
            params![staff, now, after],
        )
        .await?;
    let mut found: Vec<(EmergencyId, Emergency)> = Vec::new();
    for row in rows {
        let (id, dossier, domain): (EmergencyId, DossierId, LegalDomain) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let opened: String = row.get(3)?;
        let is_opened = opened.split(' ').any(|code| code == domain.code());
        if !is_opened || !shows(cases, dossier, domain) || found.iter().any(|(known, _)| *known == id) {
            continue;
        }
        let team = row.get::<Option<String>>(5)?.unwrap_or_default();
        found.push((id, Emergency { dossier, domain, by: row.get(4)?, team, at: row.get(6)? }));
    }
    Ok(found.into_iter().map(|(_, it)| it).collect())
}

/// What was assigned after an instant, by somebody else. Whoever ends an involvement writes a row as well, so it is the
/// first row of the series that says who gave it.
pub async fn assigned<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    after: Timestamp,
) -> Result<Vec<Assigned>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT i.dossier, i.domain, i.role, i.valid_from
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                   JOIN involvement f ON f.id = i.involvement
                  WHERE i.staff = $1 AND i.superseded_at IS NULL AND f.author <> $1 AND p.closed_at IS NULL
                    AND i.valid_from > $3 AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND NOT EXISTS (SELECT 1
                                      FROM entry e
                                     WHERE e.part = i.part AND e.author = $1)
                  ORDER BY i.valid_from, i.id"
            ),
            params![staff, now, after],
        )
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let (dossier, domain) = (row.get(0)?, row.get(1)?);
        if shows(cases, dossier, domain) {
            found.push(Assigned { dossier, domain, role: row.get(2)?, since: row.get(3)? });
        }
    }
    Ok(found)
}

/// The involvements that end until an instant.
pub async fn ending<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    until: Timestamp,
) -> Result<Vec<Ending>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT i.dossier, i.domain, i.valid_until, p.closed_at
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                  WHERE i.staff = $1 AND i.superseded_at IS NULL AND i.valid_from <= $2
                    AND i.valid_until > $2 AND i.valid_until <= $3
                  ORDER BY i.valid_until, i.id"
            ),
            params![staff, now, until],
        )
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let (dossier, domain) = (row.get(0)?, row.get(1)?);
        if shows(cases, dossier, domain) {
            let closed = row.get::<Option<Timestamp>>(3)?.is_some();
            found.push(Ending { dossier, domain, until: row.get(2)?, closed });
        }
    }
    Ok(found)
}

/// The entries whose day comes from `today` through `last`, but for what is hidden from the worker (RGT-R11). Each
/// that is shown is named in the record.
pub async fn readable<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    today: Date,
    last: Date,
) -> Result<Vec<Readable>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.dossier, e.domain, e.id, e.kind, e.visible_from
                   FROM entry e
                   JOIN dossier_part p ON p.id = e.part
                  WHERE e.visible_from >= $3 AND e.visible_from <= $4 AND e.withdrawn_at IS NULL
                    AND (e.delay_lapses_at IS NULL OR e.delay_lapses_at > $2)
                    AND e.part IN (SELECT i.part
                                     FROM involvement i
                                    WHERE i.staff = $1 AND i.superseded_at IS NULL
                                      AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM shield h
                                     WHERE h.entry = e.id AND h.superseded_at IS NULL
                                       AND h.valid_from <= $2 AND (h.valid_until IS NULL OR h.valid_until > $2)
                                       AND (h.staff = $1 OR (h.audience = 'other-workers' AND e.author <> $1)))
                  ORDER BY e.visible_from, e.id"
            ),
            params![staff, now, today, last],
        )
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let (dossier, domain, entry) = (row.get(0)?, row.get(1)?, row.get::<EntryId>(2)?);
        if shows(cases, dossier, domain) {
            work.names(entry.uuid());
            found.push(Readable { dossier, domain, entry, kind: row.get(3)?, from: row.get(4)? });
        }
    }
    Ok(found)
}
