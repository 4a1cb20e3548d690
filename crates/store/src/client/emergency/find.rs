//! Looking for the one dossier that an emergency is about. The same statement and the same number of decisions for
//! nobody, for another controller, for what stands behind a wall and for what opens (MOD-07).

use domain::{DossierId, LegalDomain, Pseudonym};
use jiff::Timestamp;
use policy::actions::{AskApproval, OpenEmergency};
use policy::{Action, May, PartFacts, Walls};

use crate::client::intake::Sought;
use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A dossier of which the policies allowed at least one part.
#[derive(Clone, Debug)]
pub struct Found {
    pub dossier: DossierId,
    pub number: i64,
    pub subject: Pseudonym,
    /// What was allowed of it.
    pub parts: Vec<PartFacts>,
}

impl Found {
    /// The parts that the asker does not work with anyway.
    pub fn not_involved(&self) -> impl Iterator<Item = &PartFacts> {
        self.parts.iter().filter(|part| part.involvement.is_none())
    }
}

/// The blind index to look by: of the number where it was given, else of surname and birth date. `None` where neither
/// is exact (ACC-02).
pub fn token_of<A: Action>(work: &Work<'_, A>, sought: &Sought) -> Result<Option<[u8; 32]>, Error> {
    let controller = work.staff()?.controller;
    Ok(sought.exactly().map(|(kind, folded)| work.index(controller, kind, &folded)))
}

/// What of it opens now. `cleared`: extra protection is no hindrance, because it was approved or somebody is in danger.
pub async fn to_open<A: May<OpenEmergency>>(
    work: &mut Work<'_, A>,
    token: [u8; 32],
    cleared: bool,
) -> Result<Option<Found>, Error> {
    find(work, token, cleared).await
}

/// What of it could be approved.
pub async fn to_ask<A: May<AskApproval>>(
    work: &mut Work<'_, A>,
    token: [u8; 32],
) -> Result<Option<Found>, Error> {
    find(work, token, false).await
}

async fn find<A: Action>(
    work: &mut Work<'_, A>,
    token: [u8; 32],
    cleared: bool,
) -> Result<Option<Found>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    work.in_emergency();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.id, p.id, p.controller, d.team, p.domain, c.person, p.closed_at,
                        (SELECT i.involvement
                           FROM involvement i
                          WHERE i.part = p.id AND i.staff = $2 AND i.superseded_at IS NULL
                            AND i.valid_from <= $3 AND (i.valid_until IS NULL OR i.valid_until > $3)
                          ORDER BY i.valid_from, i.id
                          LIMIT 1),
                        EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = $2 AND x.client = d.client AND k.superseded_at IS NULL
                                   AND k.valid_from <= $3 AND (k.valid_until IS NULL OR k.valid_until > $3)),
                        EXISTS (SELECT 1
                                  FROM exclusion e
                                 WHERE e.dossier = d.id AND e.staff = $2 AND e.superseded_at IS NULL
                                   AND e.valid_from <= $3 AND (e.valid_until IS NULL OR e.valid_until > $3)),
                        EXISTS (SELECT 1
                                  FROM protection q
                                 WHERE q.dossier = d.id AND q.superseded_at IS NULL
                                   AND q.valid_from <= $3 AND (q.valid_until IS NULL OR q.valid_until > $3)),
                        c.pseudonym, d.number
                   FROM client_index t
                   JOIN client c ON c.id = t.client
                   JOIN dossier d ON d.client = c.id
                   JOIN dossier_part p ON p.dossier = d.id
                  WHERE t.token = $1 AND t.replaced_at IS NULL
                  ORDER BY d.id, p.domain"
            ),
            params![token, staff, now],
        )
        .await?;
    let mut met: Vec<Pseudonym> = Vec::new();
    for row in &rows {
        let subject = row.get(11)?;
        if !met.contains(&subject) {
            met.push(subject);
        }
    }
    work.counts(met.len());
    let first: Option<DossierId> = rows.first().map(|row| row.get(0)).transpose()?;
    let mut one = met.len() == 1;
    for row in &rows {
        one = one && Some(row.get(0)?) == first;
    }
    let parts = if one {
        rows.iter().map(|row| part(row, cleared)).collect::<Result<_, Error>>()?
    } else {
        // Two people of one name and birth date: which of them is not for the product to guess.
        for other in met.iter().skip(1) {
            work.also_concerns(*other);
        }
        Vec::new()
    };
    if let Some(subject) = met.first() {
        work.concerns_client(*subject);
    }
    let parts = work.may_of(parts);
    let (Some(row), Some(dossier), false) = (rows.first(), first, parts.is_empty()) else { return Ok(None) };
    let domains: Vec<LegalDomain> = parts.iter().map(|part| part.domain).collect();
    let (subject, number) = (row.get(11)?, row.get(12)?);
    work.concerns(subject, dossier.uuid(), domains);
    Ok(Some(Found { dossier, number, subject, parts }))
}

fn part(row: &Row, cleared: bool) -> Result<PartFacts, Error> {
    Ok(PartFacts {
        dossier: row.get(0)?,
        part: row.get(1)?,
        controller: row.get(2)?,
        team: row.get(3)?,
        domain: row.get(4)?,
        subject: row.get(5)?,
        closed: row.get::<Option<Timestamp>>(6)?.is_some(),
        involvement: row.get(7)?,
        emergency: None,
        cleared,
        walls: Walls { conflict: row.get(8)?, excluded: row.get(9)?, hidden: false },
        extra_protected: row.get(10)?,
    })
}
