//! What the people of a team carry, and the team's figures: counts only, of nobody's name (ACC-09). What stands behind a
//! wall of the asker's own is not counted, as it is not listed.

use domain::{DossierId, LegalDomain, PartId, StaffId};
use jiff::Timestamp;
use policy::actions::{ListQueue, OfTeam};
use policy::{Action, May};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What one worker of the team carries in dossiers of that team.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Load {
    pub staff: StaffId,
    /// Dossiers with an open part that the worker is involved with now.
    pub now: u64,
    /// Dossiers with an open part in which that begins later.
    pub to_come: u64,
}

/// Somebody whose post has an end.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Leaving {
    pub staff: StaffId,
    /// The first moment of being gone.
    pub until: Timestamp,
}

/// An open part that a colleague works on now or later. By number, without a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LeftPart {
    pub dossier: DossierId,
    pub part: PartId,
    pub number: i64,
    pub domain: LegalDomain,
    /// Letting somebody in asks for a fresh sign-in (ACC-03).
    pub extra_protected: bool,
}

/// A colleague of the team, also one whose post is over: name, and the first moment of being gone.
pub async fn colleague<A>(
    work: &mut Work<'_, A>,
    staff: StaffId,
) -> Result<Option<(String, Option<Timestamp>)>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let team = work.about().0;
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT name, valid_until
                   FROM staff
                  WHERE id = $1 AND team = $2"
            ),
            params![staff, team],
        )
        .await?;
    found.map(|row| Ok((row.get(0)?, row.get(1)?))).transpose()
}

/// What a colleague works on in open dossiers of the team, by number; but for what stands behind a wall of the asker's own.
pub async fn left_by<A>(work: &mut Work<'_, A>, colleague: StaffId) -> Result<Vec<LeftPart>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now, staff) = (work.about().0, work.now(), work.staff()?.clone());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT d.id, p.id, d.number, p.domain, c.pseudonym,
                        EXISTS (SELECT 1
                                  FROM protection q
                                 WHERE q.dossier = d.id AND q.superseded_at IS NULL
                                   AND q.valid_from <= $2 AND (q.valid_until IS NULL OR q.valid_until > $2))
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN dossier_part p ON p.dossier = d.id
                   JOIN involvement i ON i.part = p.id
                  WHERE d.team = $1 AND p.closed_at IS NULL AND c.person <> $4 AND i.staff = $5
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
            params![team, now, staff.staff, staff.person, colleague],
        )
        .await?;
    work.counts(rows.len());
    // Outside the own caseload each client gets a line of their own (DESIGN, "The record").
    for row in &rows {
        work.also_concerns(row.get(4)?);
    }
    rows.iter()
        .map(|row| {
            Ok(LeftPart {
                dossier: row.get(0)?,
                part: row.get(1)?,
                number: row.get(2)?,
                domain: row.get(3)?,
                extra_protected: row.get(5)?,
            })
        })
        .collect()
}

/// Somebody for whom a colleague takes over for a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Replacing {
    pub staff: StaffId,
    /// Name of the colleague.
    pub by: String,
}

/// What came and went under one legal domain in some time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Flow {
    pub domain: LegalDomain,
    /// Parts that were opened.
    pub opened: u64,
    /// Parts that were closed, and are closed still.
    pub closed: u64,
}

/// What each of the active people of the team carries; who carries nothing is absent.
pub async fn of_team<A>(work: &mut Work<'_, A>) -> Result<Vec<Load>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now, staff) = (work.about().0, work.now(), work.staff()?.clone());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT i.staff, COUNT(DISTINCT CASE WHEN i.valid_from <= $2 THEN i.dossier END),
                        COUNT(DISTINCT CASE WHEN i.valid_from > $2 THEN i.dossier END)
                   FROM staff s
                   JOIN involvement i ON i.staff = s.id
                   JOIN dossier_part p ON p.id = i.part
                   JOIN dossier d ON d.id = i.dossier
                   JOIN client c ON c.id = d.client
                  WHERE s.team = $1 AND s.valid_from <= $2 AND (s.valid_until IS NULL OR s.valid_until > $2)
                    AND i.superseded_at IS NULL AND (i.valid_until IS NULL OR i.valid_until > $2)
                    AND d.team = $1 AND p.closed_at IS NULL AND c.person <> $4
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                  GROUP BY i.staff"
            ),
            params![team, now, staff.staff, staff.person],
        )
        .await?;
    work.counts(rows.len());
    rows.iter().map(|row| Ok(Load { staff: row.get(0)?, now: row.get(1)?, to_come: row.get(2)? })).collect()
}

/// Who of the team has a last day, soonest first.
pub async fn leaving<A>(work: &mut Work<'_, A>) -> Result<Vec<Leaving>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now) = (work.about().0, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, valid_until
                   FROM staff
                  WHERE team = $1 AND valid_from <= $2 AND valid_until > $2
                  ORDER BY valid_until, id"
            ),
            params![team, now],
        )
        .await?;
    rows.iter().map(|row| Ok(Leaving { staff: row.get(0)?, until: row.get(1)? })).collect()
}

/// Who takes over a dossier of the team for a time now, for whom.
pub async fn replacing<A>(work: &mut Work<'_, A>) -> Result<Vec<Replacing>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now, staff) = (work.about().0, work.now(), work.staff()?.clone());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT h.from_staff, s.name
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN dossier_part p ON p.dossier = d.id
                   JOIN handover h ON h.part = p.id
                   JOIN staff s ON s.id = h.to_staff
                  WHERE d.team = $1 AND p.closed_at IS NULL AND c.person <> $4
                    AND h.starts_at <= $2 AND h.ends_at > $2
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                  ORDER BY s.name, h.from_staff"
            ),
            params![team, now, staff.staff, staff.person],
        )
        .await?;
    rows.iter().map(|row| Ok(Replacing { staff: row.get(0)?, by: row.get(1)? })).collect()
}

/// What came and went in the team from `from` until `until`, per legal domain.
pub async fn flow<A>(work: &mut Work<'_, A>, from: Timestamp, until: Timestamp) -> Result<Vec<Flow>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now, staff) = (work.about().0, work.now(), work.staff()?.clone());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.domain, COUNT(CASE WHEN p.opened_at >= $5 AND p.opened_at < $6 THEN 1 END),
                        COUNT(CASE WHEN p.closed_at >= $5 AND p.closed_at < $6 THEN 1 END)
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN dossier_part p ON p.dossier = d.id
                  WHERE d.team = $1 AND c.person <> $4
                    AND ((p.opened_at >= $5 AND p.opened_at < $6) OR (p.closed_at >= $5 AND p.closed_at < $6))
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                  GROUP BY p.domain
                  ORDER BY p.domain"
            ),
            params![team, now, staff.staff, staff.person, from, until],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Flow { domain: row.get(0)?, opened: row.get(1)?, closed: row.get(2)? }))
        .collect()
}

/// When each question that came in this time was asked, and when somebody worked on it first; whoever still waits is
/// not among them.
pub async fn waits<A>(
    work: &mut Work<'_, A>,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<(Timestamp, Timestamp)>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now, staff) = (work.about().0, work.now(), work.staff()?.clone());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.opened_at, MIN(i.valid_from)
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN dossier_part p ON p.dossier = d.id
                   JOIN involvement i ON i.part = p.id
                  WHERE d.team = $1 AND c.person <> $4 AND i.valid_from <= $2
                    AND p.opened_at >= $5 AND p.opened_at < $6
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                  GROUP BY p.id, p.opened_at"
            ),
            params![team, now, staff.staff, staff.person, from, until],
        )
        .await?;
    rows.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect()
}
