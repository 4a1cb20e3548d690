//! The questions of a team that wait for a worker, as the coordinator sees them: by number, without a name, a page at a
//! time (ACC-09). What stands behind a wall of the reader's own is in no list and in no count.

use std::collections::HashMap;

use domain::{ClientId, DossierId, LegalDomain, LifeArea, Match, PartId, Pseudonym};
use jiff::Timestamp;
use policy::actions::{ListQueue, OfTeam};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{fields, keys};
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
    /// What helps to find a worker who fits.
    pub known: Match,
    client: Pseudonym,
}

/// Where the area of life of a part is sealed.
pub(super) const fn life_area_place(part: Uuid) -> Place {
    Place { table: "dossier_part", row: part, column: "life_area" }
}

/// Keeps what the newest question of a part is mostly about; none: not asked.
pub(super) async fn keep_life_area<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    domain: LegalDomain,
    life_area: Option<LifeArea>,
) -> Result<(), Error> {
    let key = keys::of_part(work, part, domain).await?;
    let sealed = life_area.map(|it| work.seal(&key, life_area_place(part.uuid()), it.code()));
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET life_area = $2
                  WHERE id = $1"
            ),
            params![part, sealed],
        )
        .await
}

/// The parts of a team that nobody is involved with now or soon, but for those behind a wall of the asker's own. Who waits
/// longest comes first. To choose from: what is told of them goes through [`told`].
pub async fn all<A>(work: &mut Work<'_, A>) -> Result<Vec<Waiting>, Error>
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
                "SELECT d.id, p.id, d.number, p.domain, p.opened_at, s.name, c.pseudonym, c.id, p.life_area
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
                  ORDER BY p.opened_at, p.id"
            ),
            params![team, now, staff.staff, staff.person],
        )
        .await?;
    let mut said = said_at_intake(work).await?;
    let mut opened: HashMap<ClientId, Vec<(String, String)>> = HashMap::new();
    let mut waiting = Vec::with_capacity(rows.len());
    for row in &rows {
        let (part, client): (PartId, ClientId) = (row.get(1)?, row.get(7)?);
        let life_area: Option<Sealed> = row.get(8)?;
        let life_area = match life_area {
            Some(sealed) => work.open(life_area_place(part.uuid()), &sealed).await?.parse().ok(),
            None => None,
        };
        // Only now, for who stands behind a wall is not opened.
        for (row, field, sealed) in said.remove(&client).unwrap_or_default() {
            let value = work.open(fields::place(row), &sealed).await?;
            opened.entry(client).or_default().push((field, value));
        }
        let values = opened.get(&client).map_or(&[][..], Vec::as_slice);
        let field = |name: &str| values.iter().find(|(it, _)| it == name).map_or("", |(_, value)| value);
        waiting.push(Waiting {
            dossier: row.get(0)?,
            part,
            number: row.get(2)?,
            domain: row.get(3)?,
            since: row.get(4)?,
            taken_in_by: row.get(5)?,
            known: Match::of(field, life_area),
            client: row.get(6)?,
        });
    }
    Ok(waiting)
}

/// What is told of the questions that wait: how many, and of whom. Outside the own caseload each client who is shown gets
/// a line of their own (DESIGN, "The record").
pub fn told<A>(work: &mut Work<'_, A>, shown: &[Waiting])
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    work.counts(shown.len());
    for waiting in shown {
        work.also_concerns(waiting.client);
    }
}

/// A field of a client, still sealed: its row and name.
type SealedField = (Uuid, String, Sealed);

/// The fields that help to find a worker, of each client of the team with a question that waits.
async fn said_at_intake<A>(work: &mut Work<'_, A>) -> Result<HashMap<ClientId, Vec<SealedField>>, Error>
where
    A: May<ListQueue> + Action<About = OfTeam>,
{
    let (team, now) = (work.about().0, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.client, f.id, f.field, f.value
                   FROM client_field f
                  WHERE f.superseded_at IS NULL AND f.valid_until IS NULL
                    AND f.field IN ('address', 'secret-address', 'language', 'interpreter', 'preferred-worker')
                    AND f.client IN (SELECT d.client
                                       FROM dossier d
                                       JOIN dossier_part p ON p.dossier = d.id
                                      WHERE d.team = $1 AND p.closed_at IS NULL
                                        AND NOT EXISTS (SELECT 1
                                                          FROM involvement i
                                                         WHERE i.part = p.id AND i.superseded_at IS NULL
                                                           AND (i.valid_until IS NULL OR i.valid_until > $2)))"
            ),
            params![team, now],
        )
        .await?;
    let mut said: HashMap<ClientId, Vec<SealedField>> = HashMap::new();
    for row in &rows {
        said.entry(row.get(0)?).or_default().push((row.get(1)?, row.get(2)?, row.get(3)?));
    }
    Ok(said)
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
