//! What the client is told of one emergency access: why, what was opened, how long and by when it is judged. By function and
//! team; the name follows on asking.

use domain::{EmergencyReason, LegalDomain, StaffId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::May;
use policy::actions::ReadOwnAccess;

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// An emergency access, as the client reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    pub reason: EmergencyReason,
    pub opened_at: Timestamp,
    /// When it ended, or will.
    pub until: Timestamp,
    /// What was opened.
    pub domains: Vec<LegalDomain>,
    /// Whoever opened it wrote something as well.
    pub wrote: bool,
    /// The last day for a verdict.
    pub review_due: Date,
    /// The team that has the dossier, and where it can be called.
    pub team_name: String,
    pub team_phone: String,
}

/// The access that somebody opened at this moment, as a line of the list has it. Only what the list shows is asked about:
/// what is told later is no line (SHA-12).
pub async fn told<A: May<ReadOwnAccess>>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    opened_at: Timestamp,
) -> Result<Option<Told>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT g.reason, g.opened_at, g.ended_at, g.ends_at, g.domains, g.review_due, t.name, t.phone,
                        EXISTS (SELECT 1
                                  FROM dossier_part p
                                  JOIN entry e ON e.part = p.id
                                 WHERE p.dossier = g.dossier AND e.author = g.staff AND e.kind <> 'emergency'
                                   AND e.recorded_at >= g.opened_at
                                   AND e.recorded_at <= COALESCE(g.ended_at, g.ends_at)
                                   AND (e.visible_from IS NULL OR e.visible_from <= $4
                                        OR e.delay_lapses_at <= $5)
                                   AND ' ' || g.domains || ' ' LIKE '% ' || e.domain || ' %')
                   FROM emergency_access g
                   JOIN team t ON t.id = g.team
                  WHERE g.dossier = $1 AND g.staff = $2 AND g.opened_at = $3"
            ),
            params![dossier, staff, opened_at, domain::amsterdam_date(work.now()), work.now()],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (reason, domains): (String, String) = (row.get(0)?, row.get(4)?);
    let (ended, ends): (Option<Timestamp>, Timestamp) = (row.get(2)?, row.get(3)?);
    Ok(Some(Told {
        reason: reason.parse().map_err(|_| Error::Column { column: 0 })?,
        opened_at: row.get(1)?,
        until: ended.unwrap_or(ends),
        domains: domains.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
        wrote: row.get(8)?,
        review_due: row.get(5)?,
        team_name: row.get(6)?,
        team_phone: row.get(7)?,
    }))
}
