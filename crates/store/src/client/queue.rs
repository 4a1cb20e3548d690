//! The questions of a team that wait for a worker, as the coordinator sees them: by number, without a name, a page at a
//! time (ACC-09). What stands behind a wall of the reader's own is in no list and in no count.

use domain::{DossierId, LegalDomain, PartId};
use jiff::Timestamp;
use policy::actions::{ListQueue, OfTeam};
use policy::{Action, May};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// A part without a worker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Waiting {
    pub dossier: DossierId,
    pub part: PartId,
    pub number: i64,
    pub domain: LegalDomain,
    pub since: Timestamp,
    pub taken_in_by: String,
}

/// Which of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// None: of every legal domain.
    pub domain: Option<LegalDomain>,
    /// How many to pass over.
    pub skip: u32,
    /// How many at most.
    pub take: u32,
}

/// The parts of a team that nobody is involved with now or soon, but for those behind a wall of the asker's own. Who waits
/// longest comes first.
pub async fn list<A>(work: &mut Work<'_, A>, wanted: Wanted) -> Result<Vec<Waiting>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let team = work.about().0;
    let now = work.now();
    let staff = work.staff()?.clone();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.id, p.id, d.number, p.domain, p.opened_at, s.name, c.pseudonym
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN dossier_part p ON p.dossier = d.id
                   JOIN staff s ON s.id = d.taken_in_by
                  WHERE d.team = $1 AND p.closed_at IS NULL AND c.person <> $4
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM involvement i
                                     WHERE i.part = p.id AND i.superseded_at IS NULL
                                       AND (i.valid_until IS NULL OR i.valid_until > $2))
                    AND p.domain = COALESCE($5, p.domain)
                  ORDER BY p.opened_at, p.id
                  LIMIT $6 OFFSET $7"
            ),
            params![
                team,
                now,
                staff.staff,
                staff.person,
                wanted.domain.map(LegalDomain::code),
                i64::from(wanted.take),
                i64::from(wanted.skip),
            ],
        )
        .await?;
    work.counts(rows.len());
    // Outside the own caseload each client who is shown gets a line of their own (DESIGN, "The record").
    for row in &rows {
        work.also_concerns(row.get(6)?);
    }
    rows.iter()
        .map(|row| {
            Ok(Waiting {
                dossier: row.get(0)?,
                part: row.get(1)?,
                number: row.get(2)?,
                domain: row.get(3)?,
                since: row.get(4)?,
                taken_in_by: row.get(5)?,
            })
        })
        .collect()
}

/// How many there are of each legal domain. Nothing is told of anybody, so nobody gets a line on the record.
pub async fn sizes<A>(work: &mut Work<'_, A>) -> Result<Vec<(LegalDomain, usize)>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now) = (work.about().0, work.now());
    let staff = work.staff()?.clone();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT p.domain, COUNT(*)
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                   JOIN dossier_part p ON p.dossier = d.id
                  WHERE d.team = $1 AND p.closed_at IS NULL AND c.person <> $4
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM involvement i
                                     WHERE i.part = p.id AND i.superseded_at IS NULL
                                       AND (i.valid_until IS NULL OR i.valid_until > $2))
                  GROUP BY p.domain
                  ORDER BY p.domain"
            ),
            params![team, now, staff.staff, staff.person],
        )
        .await?;
    let sizes: Vec<(LegalDomain, usize)> = rows
        .iter()
        .map(|row| {
            let size = usize::try_from(row.get::<u64>(1)?).map_err(|_| Error::Column { column: 1 })?;
            Ok((row.get(0)?, size))
        })
        .collect::<Result<_, Error>>()?;
    work.counts(sizes.iter().map(|(_, size)| size).sum());
    Ok(sizes)
}
