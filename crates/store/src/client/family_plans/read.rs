//! Reading a family's plan as a worker. The sections of a plan that one of the decided parts is in; of those only the ones
//! about people whose parts the policies let this worker read, each of them. Of the others nothing is opened.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use domain::{DossierId, FamilyPlanId, FamilySectionId, LegalDomain, PartId, Pseudonym};
use jiff::Timestamp;
use policy::actions::{OfDossier, ReadPlan};
use policy::{Action, May, PartFacts, Thing, decide};
use uuid::Uuid;
use vault::Sealed;

use super::{FamilySection, Said, Subject, known_of, opened};
use crate::client::six_parts;
use crate::error::Error;
use crate::record::ItemOf;
use crate::work::Work;
use crate::{params, sql};

/// A version in the list of versions, with its text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    pub number: i64,
    pub content: domain::family_plan::Section,
    pub author_name: String,
    pub recorded_at: Timestamp,
}

/// One person's copy of a section, with what lies beside its text.
struct Found {
    copy: Uuid,
    section: FamilySectionId,
    plan: FamilyPlanId,
    part: PartId,
    dossier: DossierId,
    domain: LegalDomain,
    people: i64,
    version: i64,
    pseudonym: Pseudonym,
    newest: Uuid,
    sealed: Sealed,
    author_name: String,
    changed_at: Timestamp,
}

/// The sections that this worker reads, of every plan that the dossier is in; the oldest section first.
pub async fn of_dossier<A>(work: &mut Work<'_, A>) -> Result<Vec<FamilySection>, Error>
where
    A: May<ReadPlan> + Action<About = OfDossier>,
{
    readable(work, None).await
}

/// Those, or the only one that is asked for: of the others nothing is opened or asked.
async fn readable<A: Action>(
    work: &mut Work<'_, A>,
    only: Option<FamilySectionId>,
) -> Result<Vec<FamilySection>, Error> {
    let found = copies(work).await?;
    let found = found.into_iter().filter(|copy| only.is_none_or(|only| only == copy.section));
    let mut readable = Readable::of(work.parts());
    let mut sections: Vec<(FamilySectionId, Vec<Found>)> = Vec::new();
    for copy in found {
        match sections.iter_mut().find(|(section, _)| *section == copy.section) {
            Some((_, copies)) => copies.push(copy),
            None => sections.push((copy.section, vec![copy])),
        }
    }
    let mut known = BTreeMap::new();
    let mut shown = Vec::new();
    for (_, copies) in sections {
        let mut all = copies.iter().all(|copy| copy.people == copies.len() as i64);
        for copy in &copies {
            all = all && readable.holds(work, copy.dossier, copy.part).await?;
        }
        if all {
            shown.push(section(work, &readable, &mut known, copies).await?);
        }
    }
    Ok(shown)
}

async fn copies<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<Found>, Error> {
    let with = six_parts(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT s.id, s.section, s.plan, s.part, p.dossier, s.domain, s.people, s.version, c.pseudonym,
                        v.id, v.content, t.name, v.recorded_at
                   FROM family_section s
                   JOIN dossier_part p ON p.id = s.part
                   JOIN client c ON c.id = s.subject
                   JOIN family_section_version v ON v.copy = s.id AND v.version = s.version
                   JOIN staff t ON t.id = v.author
                  WHERE s.plan IN (SELECT o.plan
                                     FROM family_section o
                                    WHERE o.part IN ($1, $2, $3, $4, $5, $6))
                  ORDER BY s.recorded_at, s.section, s.id"
            ),
            &with,
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Found {
                copy: row.get(0)?,
                section: row.get(1)?,
                plan: row.get(2)?,
                part: row.get(3)?,
                dossier: row.get(4)?,
                domain: row.get(5)?,
                people: row.get(6)?,
                version: row.get(7)?,
                pseudonym: row.get(8)?,
                newest: row.get(9)?,
                sealed: row.get(10)?,
                author_name: row.get(11)?,
                changed_at: row.get(12)?,
            })
        })
        .collect()
}

/// Which parts this worker may read, asked about each dossier once.
struct Readable(BTreeMap<DossierId, Vec<PartFacts>>);

impl Readable {
    /// Begins with the dossier that was decided already.
    fn of(parts: &[PartFacts]) -> Self {
        let mut all = BTreeMap::new();
        for part in parts {
            all.entry(part.dossier).or_insert_with(Vec::new).push(part.clone());
        }
        Self(all)
    }

    async fn holds<A: Action>(
        &mut self,
        work: &mut Work<'_, A>,
        dossier: DossierId,
        part: PartId,
    ) -> Result<bool, Error> {
        if let Entry::Vacant(unasked) = self.0.entry(dossier) {
            let mut allowed = Vec::new();
            for thing in work.things_of(dossier).await? {
                let verdict = decide(work.policies_running(), ReadPlan::NAME, work.actor(), &thing);
                if let Thing::Part(part) = thing
                    && verdict.allowed
                {
                    allowed.push(part);
                }
            }
            unasked.insert(allowed);
        }
        Ok(self.facts(dossier, part).is_some())
    }

    fn facts(&self, dossier: DossierId, part: PartId) -> Option<&PartFacts> {
        self.0.get(&dossier)?.iter().find(|it| it.part == part)
    }
}

/// A section that may be read, opened once: the copies say the same. Each person it is about has a line of their own.
async fn section<A: Action>(
    work: &mut Work<'_, A>,
    readable: &Readable,
    known: &mut BTreeMap<DossierId, (String, domain::BirthDate)>,
    copies: Vec<Found>,
) -> Result<FamilySection, Error> {
    let first = copies.first().ok_or(Error::Rows { expected: 1, met: 0 })?;
    let content = opened(work, first.newest, &first.sealed).await?;
    let mut people = Vec::with_capacity(copies.len());
    for copy in &copies {
        let of = ItemOf {
            subject: copy.pseudonym,
            dossier: copy.dossier,
            domain: Some(copy.domain),
            item: copy.newest,
        };
        work.names_of(of);
        let (name, born) = match known.get(&copy.dossier) {
            Some(found) => found.clone(),
            None => known_of(work, copy.dossier).await?,
        };
        known.insert(copy.dossier, (name.clone(), born));
        let facts = readable.facts(copy.dossier, copy.part);
        people.push(Subject {
            part: copy.part,
            dossier: copy.dossier,
            domain: copy.domain,
            name,
            born,
            works_with: facts.is_some_and(|it| it.involvement.is_some() && !it.closed),
            said: said(work, copy.copy, copy.version).await?,
        });
    }
    people.sort_by_cached_key(|person| domain::fold::fold_name(&person.name));
    Ok(FamilySection {
        section: first.section,
        plan: first.plan,
        version: first.version,
        content,
        author_name: first.author_name.clone(),
        changed_at: first.changed_at,
        people,
    })
}

/// What the person of a copy said of a version, as far as it holds now.
pub(super) async fn said<A: Action>(
    work: &mut Work<'_, A>,
    copy: Uuid,
    version: i64,
) -> Result<Option<Said>, Error> {
    let now = work.now();
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT yes, how, said_on
                   FROM family_answer
                  WHERE copy = $1 AND superseded_at IS NULL AND (ends_at IS NULL OR ends_at > $3)
                    AND (version = $2 OR yes = FALSE)"
            ),
            params![copy, version, now],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let how: String = row.get(1)?;
    let how = how.parse().map_err(|_| Error::Column { column: 1 })?;
    Ok(Some(Said { yes: row.get(0)?, how, on: row.get(2)? }))
}

/// A section that this worker reads, and its versions, newest first. None: to them there is no such section.
pub async fn versions<A>(
    work: &mut Work<'_, A>,
    section: FamilySectionId,
) -> Result<(Option<FamilySection>, Vec<Version>), Error>
where
    A: May<ReadPlan> + Action<About = OfDossier>,
{
    let Some(found) = readable(work, Some(section)).await?.pop() else { return Ok((None, Vec::new())) };
    let part = found.people.first().ok_or(Error::Rows { expected: 1, met: 0 })?.part;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT v.id, v.version, v.content, t.name, v.recorded_at
                   FROM family_section s
                   JOIN family_section_version v ON v.copy = s.id
                   JOIN staff t ON t.id = v.author
                  WHERE s.section = $1 AND s.part = $2
                  ORDER BY v.version DESC"
            ),
            params![section, part],
        )
        .await?;
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(2)?);
        versions.push(Version {
            number: row.get(1)?,
            content: opened(work, id, &sealed).await?,
            author_name: row.get(3)?,
            recorded_at: row.get(4)?,
        });
    }
    Ok((Some(found), versions))
}
