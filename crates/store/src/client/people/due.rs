//! Days that ask for work, over all own dossiers: found by code and day, so that a list of tasks opens nothing.

use domain::people::DueKind;
use domain::{DossierId, LegalDomain, PeopleFactId};
use jiff::civil::Date;
use policy::May;
use policy::actions::ListCaseload;

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// A day that a fact asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct DueFact {
    pub dossier: DossierId,
    pub fact: PeopleFactId,
    pub kind: DueKind,
    pub on: Date,
    /// By which domain the worker is involved with it.
    pub domain: LegalDomain,
}

/// What facts of the people in dossiers of the acting worker ask for, until and with a day. Which of these dossiers are the
/// worker's to see is `caseload::own`'s to say: walls and functions are not looked at here.
pub async fn due_in_caseload<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    until: Date,
) -> Result<Vec<DueFact>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT p.dossier, f.fact, f.due_kind, f.due_on, p.domain
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                   JOIN dossier d ON d.id = p.dossier
                   JOIN people_fact f ON f.client = d.client
                  WHERE i.staff = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND p.closed_at IS NULL
                    AND (f.part IS NULL OR f.part = p.id)
                    AND f.superseded_at IS NULL AND f.due_on <= $3
                    AND f.valid_from <= $2 AND (f.valid_until IS NULL OR f.valid_until > $2)
                  ORDER BY f.due_on, f.fact, p.domain"
            ),
            params![staff, now, until],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let kind: String = row.get(2)?;
            Ok(DueFact {
                dossier: row.get(0)?,
                fact: row.get(1)?,
                kind: kind.parse().map_err(|_| Error::Column { column: 2 })?,
                on: row.get(3)?,
                domain: row.get(4)?,
            })
        })
        .collect()
}
