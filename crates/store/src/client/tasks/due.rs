//! What is to be done in the own dossiers, over all of them at once: a fixed number of statements, however many dossiers
//! there are. Whatever stands between a worker and a client stands here too.

use domain::task::{Standing, Whose, whose};
use domain::{DossierId, LegalDomain, PartId, RoleInCase, TaskId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::May;
use policy::actions::ListCaseload;
use vault::Sealed;

use super::{deed, owner, what_place};
use crate::client::caseload::Case;
use crate::client::today::shows;
use crate::error::Error;
use crate::reading::Text;
use crate::work::Work;
use crate::{params, sql};

/// An open task that is the worker's, or that they may pick up. Its words are still sealed.
#[derive(Clone, Debug)]
pub struct Waiting {
    pub id: TaskId,
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub due: Option<Date>,
    pub standing: Standing,
    pub whose: Whose,
    /// For whom the worker stands in; empty otherwise.
    pub owner_name: String,
    what: Sealed,
}

/// A part that the worker is involved with, and that is open.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenPart {
    pub dossier: DossierId,
    pub part: PartId,
    pub domain: LegalDomain,
    pub opened_at: Timestamp,
    /// The privacy notice was given for this dossier (CON-03).
    pub informed: bool,
}

/// The open tasks of the own parts, but for those that somebody else works on.
pub async fn waiting<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
) -> Result<Vec<Waiting>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT t.id, t.dossier, t.domain, t.due, t.step, t.last_deed, t.last_by, t.owner, o.name, t.what,
                        i.role,
                        EXISTS (SELECT 1
                                  FROM involvement w
                                 WHERE w.part = t.part AND w.staff = t.owner AND w.superseded_at IS NULL
                                   AND w.valid_from <= $2 AND (w.valid_until IS NULL OR w.valid_until > $2)),
                        EXISTS (SELECT 1
                                  FROM absence a
                                 WHERE a.staff = t.owner AND a.superseded_at IS NULL
                                   AND a.valid_from <= $2 AND a.valid_until > $2)
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                   JOIN task t ON t.part = i.part
                   LEFT JOIN staff o ON o.id = t.owner
                  WHERE i.staff = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND p.closed_at IS NULL AND t.open = TRUE
                  ORDER BY t.id"
            ),
            params![staff, now],
        )
        .await?;
    let mut found: Vec<Waiting> = Vec::new();
    for row in rows {
        let (id, dossier, domain): (TaskId, DossierId, LegalDomain) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let role: String = row.get(10)?;
        let role: RoleInCase = role.parse().map_err(|_| Error::Column { column: 10 })?;
        let owner = owner(row.get(7)?, row.get(11)?, row.get(12)?);
        let whose = whose(owner, staff, role);
        let is_known = found.last().is_some_and(|last| last.id == id);
        if whose == Whose::Another || is_known || !shows(cases, dossier, domain) {
            continue;
        }
        let name = row.get::<Option<String>>(8)?.unwrap_or_default();
        found.push(Waiting {
            id,
            dossier,
            domain,
            due: row.get(3)?,
            standing: Standing {
                step: row.get(4)?,
                last: deed(&row, 5)?,
                by: row.get(6)?,
                open: true,
                owner: owner.filter(|it| it.works_here).map(|it| it.staff),
            },
            whose,
            owner_name: if whose == Whose::StandingIn { name } else { String::new() },
            what: row.get(9)?,
        });
    }
    Ok(found)
}

/// What a task of that list says. It is named in the record.
pub async fn words_of<A: May<ListCaseload>>(work: &mut Work<'_, A>, task: &Waiting) -> Result<Text, Error> {
    work.names(task.id.uuid());
    work.text(what_place(task.id.uuid()), task.what.clone()).await
}

/// The open parts that the worker is involved with, for what follows from dates.
pub async fn open_parts<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
) -> Result<Vec<OpenPart>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.dossier, p.id, p.domain, p.opened_at,
                        EXISTS (SELECT 1 FROM privacy_notice_delivered n WHERE n.dossier = p.dossier)
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                  WHERE i.staff = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND p.closed_at IS NULL
                  ORDER BY p.opened_at, p.id"
            ),
            params![staff, now],
        )
        .await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let (dossier, domain) = (row.get(0)?, row.get(2)?);
        if shows(cases, dossier, domain) {
            let (part, opened_at, informed) = (row.get(1)?, row.get(3)?, row.get(4)?);
            found.push(OpenPart { dossier, part, domain, opened_at, informed });
        }
    }
    Ok(found)
}
