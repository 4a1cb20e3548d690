//! The parts of a team that somebody is assigned to and nobody can work on now: behind a wall, gone, or away. By
//! number, without a name and without the reason (ACC-05, ACC-09).

use std::collections::BTreeMap;

use domain::attendance::{Assigned, Attended, Gap, Planned, attended, first_gap};
use domain::{DossierId, LegalDomain, PartId, Pseudonym, StaffId};
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

/// A part that nobody can work on in some time to come.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SoonUnattended {
    pub dossier: DossierId,
    pub part: PartId,
    pub number: i64,
    pub domain: LegalDomain,
    pub gap: Gap,
}

/// The open parts of the team that nobody can work on from a moment before `horizon`, soonest first; but for those behind
/// a wall of the asker's own.
pub async fn soon_of_team<A>(work: &mut Work<'_, A>, horizon: Timestamp) -> Result<Vec<SoonUnattended>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now, staff) = (work.about().0, work.now(), work.staff()?.clone());
    let away = absences_to_come(work).await?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.id, p.id, d.number, p.domain, c.pseudonym, i.staff, i.valid_from, i.valid_until,
                        s.valid_from, s.valid_until,
                        a.active = FALSE OR s.person = c.person
                     OR EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = i.staff AND x.client = d.client AND k.superseded_at IS NULL
                                   AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                     OR EXISTS (SELECT 1
                                  FROM exclusion e
                                 WHERE e.dossier = d.id AND e.staff = i.staff AND e.superseded_at IS NULL
                                   AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
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
    let mut parts: Vec<(PartId, &Row, Vec<Planned>)> = Vec::new();
    for row in &rows {
        let part: PartId = row.get(1)?;
        match parts.last_mut() {
            Some((known, _, planned)) if *known == part => planned.push(planned_in(row, &away)?),
            _ => parts.push((part, row, vec![planned_in(row, &away)?])),
        }
    }
    let mut all = Vec::new();
    for (part, row, planned) in parts {
        let Some(gap) = first_gap(&planned, now, horizon) else { continue };
        // Outside the own caseload each client gets a line of their own (DESIGN, "The record").
        work.also_concerns(row.get(4)?);
        all.push(SoonUnattended {
            dossier: row.get(0)?,
            part,
            number: row.get(2)?,
            domain: row.get(3)?,
            gap,
        });
    }
    all.sort_by_key(|it| (it.gap.from, it.number));
    work.counts(all.len());
    Ok(all)
}

fn planned_in(row: &Row, away: &BTreeMap<StaffId, Vec<(Timestamp, Timestamp)>>) -> Result<Planned, Error> {
    let staff: StaffId = row.get(5)?;
    let ends: (Option<Timestamp>, Option<Timestamp>) = (row.get(7)?, row.get(9)?);
    Ok(Planned {
        from: row.get::<Timestamp>(6)?.max(row.get(8)?),
        // Whichever ends first: the assignment or the post.
        until: [ends.0, ends.1].into_iter().flatten().min(),
        barred: row.get(10)?,
        away: away.get(&staff).cloned().unwrap_or_default(),
    })
}

/// Who of the organisation is away now or later, and when.
async fn absences_to_come<A>(
    work: &mut Work<'_, A>,
) -> Result<BTreeMap<StaffId, Vec<(Timestamp, Timestamp)>>, Error>
where
    A: May<ListQueue>,
{
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT b.staff, b.valid_from, b.valid_until
                   FROM absence b
                   JOIN staff s ON s.id = b.staff
                  WHERE s.controller = $1 AND b.superseded_at IS NULL AND b.valid_until > $2"
            ),
            params![controller, now],
        )
        .await?;
    let mut away: BTreeMap<StaffId, Vec<(Timestamp, Timestamp)>> = BTreeMap::new();
    for row in &rows {
        away.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?));
    }
    Ok(away)
}
