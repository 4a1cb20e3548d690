//! The parts of a team that somebody is assigned to and nobody can work on now: behind a wall, gone, or away. By
//! number, without a name and without the reason (ACC-05, ACC-09).

use domain::attendance::{Assigned, Attended, attended};
use domain::{DossierId, LegalDomain, PartId, Pseudonym};
use jiff::Timestamp;
use policy::actions::{ListQueue, OfTeam};
use policy::{Action, May};

use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A part that nobody can work on now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unattended {
    pub dossier: DossierId,
    pub part: PartId,
    pub number: i64,
    pub domain: LegalDomain,
    /// When somebody is back by themselves; none: not without the coordinator.
    pub back: Option<Timestamp>,
}

/// The open parts of the team that nobody can work on, those that do not pass by themselves first; but for those behind
/// a wall of the asker's own. What nobody is assigned to at all is in the queue.
pub async fn of_team<A>(work: &mut Work<'_, A>) -> Result<Vec<Unattended>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now, staff) = (work.about().0, work.now(), work.staff()?.clone());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.id, p.id, d.number, p.domain, c.pseudonym,
                        a.active = TRUE AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until > $2),
                        s.person = c.person
                     OR EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = i.staff AND x.client = d.client AND k.superseded_at IS NULL
                                   AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                     OR EXISTS (SELECT 1
                                  FROM exclusion e
                                 WHERE e.dossier = d.id AND e.staff = i.staff AND e.superseded_at IS NULL
                                   AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2)),
                        (SELECT MAX(b.valid_until)
                           FROM absence b
                          WHERE b.staff = i.staff AND b.superseded_at IS NULL
                            AND b.valid_from <= $2 AND b.valid_until > $2)
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN dossier_part p ON p.dossier = d.id
                   JOIN involvement i ON i.part = p.id
                   JOIN staff s ON s.id = i.staff
                   JOIN account a ON a.id = s.account
                  WHERE d.team = $1 AND p.closed_at IS NULL AND c.person <> $4
                    AND i.superseded_at IS NULL AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                  ORDER BY d.number, p.domain, p.id"
            ),
            params![team, now, staff.staff, staff.person],
        )
        .await?;
    let mut parts: Vec<(Unattended, Pseudonym, Vec<Assigned>)> = Vec::new();
    for row in &rows {
        let part: PartId = row.get(1)?;
        match parts.last_mut() {
            Some((known, _, assigned)) if known.part == part => assigned.push(assigned_in(row)?),
            _ => parts.push((unattended(row)?, row.get(4)?, vec![assigned_in(row)?])),
        }
    }
    let mut all = Vec::new();
    for (part, subject, assigned) in parts {
        let back = match attended(&assigned) {
            Attended::ByAWorker => continue,
            Attended::From(back) => Some(back),
            Attended::ByNobody => None,
        };
        // Outside the own caseload each client gets a line of their own (DESIGN, "The record").
        work.also_concerns(subject);
        all.push(Unattended { back, ..part });
    }
    all.sort_by_key(|it| (it.back, it.number));
    work.counts(all.len());
    Ok(all)
}

fn unattended(row: &Row) -> Result<Unattended, Error> {
    Ok(Unattended {
        dossier: row.get(0)?,
        part: row.get(1)?,
        number: row.get(2)?,
        domain: row.get(3)?,
        back: None,
    })
}

fn assigned_in(row: &Row) -> Result<Assigned, Error> {
    Ok(Assigned { active: row.get(5)?, walled: row.get(6)?, away_until: row.get(7)? })
}
