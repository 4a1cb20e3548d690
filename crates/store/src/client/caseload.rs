//! The own dossiers, by involvement. Filtered in SQL, once; a property test holds this equal to asking
//! Cedar about each (DESIGN §4, "Lists"); what a house forbids besides is asked. Names are sealed, so sorting and searching happen in Rust.

use std::collections::{BTreeMap, BTreeSet};

use domain::{DossierId, LegalDomain, PartId};
use jiff::Timestamp;
use policy::actions::{ListCaseload, ReadDossier};
use policy::{Action, May, Thing, decide};

use super::fields::{Fields, open_all};
use super::shields;
use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// One dossier of the acting worker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Case {
    pub dossier: DossierId,
    pub number: i64,
    /// Name, birth date, and what a list has to warn about.
    pub fields: Fields,
    /// The domains this worker is involved in, with the role in each; "emergency" where they only opened it in one.
    pub domains: Vec<(LegalDomain, String)>,
    /// Involved since.
    pub since: Timestamp,
    pub last_content_change: Timestamp,
    pub last_client_contact: Timestamp,
}

/// All dossiers with a current involvement of the acting worker in a domain of the own function, or opened in an
/// emergency that has not ended (ACC-01, ACC-03, ACC-06), at the own controller (CTL-03), not the own one or one with a declared conflict (ACC-05), and
/// none whose client does not want this worker.
pub async fn own<A: May<ListCaseload>>(work: &mut Work<'_, A>) -> Result<Vec<Case>, Error> {
    let staff = work.staff()?.clone();
    let now = work.now();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.id, d.number, p.domain, w.role, w.since, p.last_content_change,
                        p.last_client_contact, p.id
                   FROM (SELECT i.part, i.role, i.valid_from AS since
                           FROM involvement i
                          WHERE i.staff = $1 AND i.superseded_at IS NULL
                            AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                          UNION ALL
                         SELECT o.id, 'emergency', g.opened_at
                           FROM emergency_access g
                           JOIN dossier_part o ON o.dossier = g.dossier
                          WHERE g.staff = $1 AND g.ended_at IS NULL AND g.opened_at <= $2 AND g.ends_at > $2
                            AND (g.cleared = TRUE
                                 OR NOT EXISTS (SELECT 1
                                                  FROM protection q
                                                 WHERE q.dossier = g.dossier AND q.superseded_at IS NULL
                                                   AND q.valid_from <= $2
                                                   AND (q.valid_until IS NULL OR q.valid_until > $2)))
                            AND NOT EXISTS (SELECT 1
                                              FROM involvement i
                                             WHERE i.part = o.id AND i.staff = $1 AND i.superseded_at IS NULL
                                               AND i.valid_from <= $2
                                               AND (i.valid_until IS NULL OR i.valid_until > $2))) w
                   JOIN dossier_part p ON p.id = w.part
                   JOIN dossier d ON d.id = p.dossier
                   JOIN client c ON c.id = d.client
                  WHERE d.controller = $3 AND p.controller = $3 AND c.person <> $4
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $1 AND x.client = d.client AND k.superseded_at IS NULL
                                       AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = d.id AND e.staff = $1 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2))
                  ORDER BY d.id, p.domain"
            ),
            params![staff.staff, now, staff.controller, staff.person],
        )
        .await?;
    let seen = shields::changes_seen_in_caseload(work).await?;
    let mut cases: BTreeMap<DossierId, Case> = BTreeMap::new();
    let house = house_forbids(work, &rows).await?;
    for row in &rows {
        let domain: LegalDomain = row.get(2)?;
        if !staff.function.allowed_domains().contains(&domain) || house.contains(&row.get::<PartId>(7)?) {
            continue;
        }
        add(&mut cases, row, domain, &seen)?;
    }
    let names = fields(work).await?;
    for (dossier, fields) in names {
        if let Some(case) = cases.get_mut(&dossier) {
            case.fields = fields;
        }
    }
    work.counts(cases.len());
    Ok(cases.into_values().collect())
}

/// An open part that the acting worker is involved with now, of a dossier in their list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OpenPart {
    pub part: PartId,
    pub dossier: DossierId,
    pub domain: LegalDomain,
    /// Handing it over asks for a fresh sign-in (ACC-03).
    pub extra_protected: bool,
}

/// The open parts of these dossiers that the acting worker is involved with. What an emergency opened is not theirs to
/// hand over.
pub async fn open_parts<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
) -> Result<Vec<OpenPart>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT p.id, p.dossier, p.domain,
                        EXISTS (SELECT 1
                                  FROM protection q
                                 WHERE q.dossier = p.dossier AND q.superseded_at IS NULL
                                   AND q.valid_from <= $2 AND (q.valid_until IS NULL OR q.valid_until > $2))
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                  WHERE i.staff = $1 AND i.superseded_at IS NULL AND p.closed_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)"
            ),
            params![staff, now],
        )
        .await?;
    let mut parts = Vec::with_capacity(rows.len());
    for row in &rows {
        let part = OpenPart {
            part: row.get(0)?,
            dossier: row.get(1)?,
            domain: row.get(2)?,
            extra_protected: row.get(3)?,
        };
        let listed = cases.iter().find(|case| case.dossier == part.dossier);
        if listed.is_some_and(|case| case.domains.iter().any(|(domain, _)| *domain == part.domain)) {
            parts.push(part);
        }
    }
    Ok(parts)
}

/// The parts that a policy of the house keeps from the worker: it is not in the SQL, so where there is one each
/// dossier is asked about (decision 0022).
async fn house_forbids<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    rows: &[Row],
) -> Result<BTreeSet<PartId>, Error> {
    let mut forbidden = BTreeSet::new();
    if !work.policies_running().house_speaks_of(ReadDossier::NAME) {
        return Ok(forbidden);
    }
    let dossiers: BTreeSet<DossierId> = rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?;
    for dossier in dossiers {
        for thing in work.things_of(dossier).await? {
            let verdict = decide(work.policies_running(), ReadDossier::NAME, work.actor(), &thing);
            if let Thing::Part(part) = thing
                && !verdict.allowed
            {
                forbidden.insert(part.part);
            }
        }
    }
    Ok(forbidden)
}

fn add(
    cases: &mut BTreeMap<DossierId, Case>,
    row: &Row,
    domain: LegalDomain,
    seen: &BTreeMap<PartId, Timestamp>,
) -> Result<(), Error> {
    let dossier: DossierId = row.get(0)?;
    let (role, since): (String, Timestamp) = (row.get(3)?, row.get(4)?);
    let (mut changed, mut contact): (Timestamp, Timestamp) = (row.get(5)?, row.get(6)?);
    // Where something is hidden from the worker, the clocks say what the worker sees of them.
    if let Some(newest) = seen.get(&row.get(7)?) {
        (changed, contact) = (*newest, contact.min(*newest));
    }
    let number = row.get(1)?;
    let case = cases.entry(dossier).or_insert_with(|| Case {
        dossier,
        number,
        fields: Fields::default(),
        domains: Vec::new(),
        since,
        last_content_change: changed,
        last_client_contact: contact,
    });
    case.domains.push((domain, role));
    case.since = case.since.min(since);
    case.last_content_change = case.last_content_change.max(changed);
    case.last_client_contact = case.last_client_contact.max(contact);
    Ok(())
}

/// Only the fields a list needs: to recognise somebody and to be warned.
async fn fields<A: May<ListCaseload>>(work: &mut Work<'_, A>) -> Result<Vec<(DossierId, Fields)>, Error> {
    let staff = work.staff()?.clone();
    let now = work.now();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT f.id, f.field, f.value, f.source, f.valid_from, d.id
                   FROM (SELECT i.dossier
                           FROM involvement i
                          WHERE i.staff = $1 AND i.superseded_at IS NULL
                            AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                          UNION ALL
                         SELECT g.dossier
                           FROM emergency_access g
                          WHERE g.staff = $1 AND g.ended_at IS NULL
                            AND g.opened_at <= $2 AND g.ends_at > $2) w
                   JOIN dossier d ON d.id = w.dossier
                   JOIN client_field f ON f.client = d.client
                  WHERE d.controller = $3
                    AND f.field IN ('surname', 'given-names', 'birth-date', 'secret-address',
                                    'contact-phone', 'contact-mail', 'contact-post', 'interpreter')
                    AND f.superseded_at IS NULL AND f.valid_until IS NULL
                  ORDER BY d.id, f.field"
            ),
            params![staff.staff, now, staff.controller],
        )
        .await?;
    let mut out: Vec<(DossierId, Vec<Row>)> = Vec::new();
    for row in rows {
        let dossier: DossierId = row.get(5)?;
        match out.last_mut() {
            Some((last, rows)) if *last == dossier => rows.push(row),
            _ => out.push((dossier, vec![row])),
        }
    }
    let mut named = Vec::with_capacity(out.len());
    for (dossier, rows) in out {
        named.push((dossier, open_all(work, &rows).await?));
    }
    Ok(named)
}
