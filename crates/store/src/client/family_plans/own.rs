//! The sections that a resident reads in the own portal: those about them alone, and those that everybody else in them said
//! yes to. Of the others there is nothing, not a count, but for a yes of their own that they can take back.

use std::collections::BTreeMap;

use domain::family_plan::{Other, Section, Yes, resident_reads};
use domain::{BirthDate, DossierId, FamilySectionId, PartId};
use jiff::Timestamp;
use policy::actions::ReadOwnPlan;
use policy::{Action, May};
use uuid::Uuid;
use vault::Sealed;

use super::{Said, known_of, opened, read};
use crate::client::six_parts;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// A section as its own person reads it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnSection {
    pub section: FamilySectionId,
    pub part: PartId,
    pub dossier: DossierId,
    /// The version that is shown: the newest, or the newest that everybody agreed may be read.
    pub version: i64,
    /// None: they said yes themselves and may take it back, but not everybody else said yes for them to read it.
    pub text: Option<OwnText>,
    /// How many others it is about.
    pub others: usize,
    /// What they said themselves about the others reading it.
    pub said: Option<Said>,
    /// Their own birth date: who says yes for them.
    pub born: BirthDate,
}

/// What they read of a section.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnText {
    pub content: Section,
    pub author_name: String,
    pub changed_at: Timestamp,
}

/// One copy of the own parts, before anything is opened.
struct Copy {
    id: Uuid,
    section: FamilySectionId,
    part: PartId,
    dossier: DossierId,
    people: i64,
    version: i64,
}

/// The own sections, the oldest first.
pub async fn own<A: May<ReadOwnPlan>>(work: &mut Work<'_, A>) -> Result<Vec<OwnSection>, Error> {
    let now = work.now();
    let mut sections = Vec::new();
    let copies = copies(work).await?;
    if copies.is_empty() {
        return Ok(sections);
    }
    let others = others(work).await?;
    // All copies are in the own dossier.
    let (_, born) = known_of(work, copies[0].dossier).await?;
    for copy in copies {
        let others = others.get(&copy.section).map_or(&[][..], Vec::as_slice);
        if copy.people != others.len() as i64 + 1 {
            continue;
        }
        let count = others.len();
        let (version, text) = match resident_reads(copy.version, others, now) {
            Some(version) => (Some(version), Some(text(work, &copy, version).await?)),
            None => (own_yes(work, &copy).await?, None),
        };
        if let Some(version) = version {
            sections.push(section(work, &copy, version, text, (count, born)).await?);
        }
    }
    Ok(sections)
}

async fn copies<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<Copy>, Error> {
    let with = six_parts(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT s.id, s.section, s.part, p.dossier, s.people, s.version
                   FROM family_section s
                   JOIN dossier_part p ON p.id = s.part
                  WHERE s.part IN ($1, $2, $3, $4, $5, $6)
                  ORDER BY s.recorded_at, s.section"
            ),
            &with,
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Copy {
                id: row.get(0)?,
                section: row.get(1)?,
                part: row.get(2)?,
                dossier: row.get(3)?,
                people: row.get(4)?,
                version: row.get(5)?,
            })
        })
        .collect()
}

/// The others in those sections, as far as it matters here: what they said yes to, and whether they are protected.
async fn others<A: Action>(work: &mut Work<'_, A>) -> Result<BTreeMap<FamilySectionId, Vec<Other>>, Error> {
    let mut with = six_parts(work)?;
    with.push(work.now().into());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT o.section, o.id, a.version, a.ends_at,
                        EXISTS (SELECT 1
                                  FROM protection q
                                 WHERE q.dossier = p.dossier AND q.superseded_at IS NULL
                                   AND q.valid_from <= $7 AND (q.valid_until IS NULL OR q.valid_until > $7))
                   FROM family_section s
                   JOIN family_section o ON o.section = s.section AND o.id <> s.id
                   JOIN dossier_part p ON p.id = o.part
                   LEFT JOIN family_answer a ON a.copy = o.id AND a.superseded_at IS NULL AND a.yes = TRUE
                  WHERE s.part IN ($1, $2, $3, $4, $5, $6)
                  ORDER BY o.section, o.id"
            ),
            &with,
        )
        .await?;
    let mut found: BTreeMap<FamilySectionId, Vec<(Uuid, Other)>> = BTreeMap::new();
    for row in rows {
        let (section, copy): (FamilySectionId, Uuid) = (row.get(0)?, row.get(1)?);
        let of_section = found.entry(section).or_default();
        if of_section.last().is_none_or(|(last, _)| *last != copy) {
            of_section.push((copy, Other { said: Vec::new(), protected: row.get(4)? }));
        }
        if let (Some(version), Some((_, other))) = (row.get::<Option<i64>>(2)?, of_section.last_mut()) {
            other.said.push(Yes { version, until: row.get(3)? });
        }
    }
    let only = |all: Vec<(Uuid, Other)>| all.into_iter().map(|(_, other)| other).collect();
    Ok(found.into_iter().map(|(section, all)| (section, only(all))).collect())
}

/// The newest version that they said yes to themselves, which they can take back whatever the others say.
async fn own_yes<A: Action>(work: &mut Work<'_, A>, copy: &Copy) -> Result<Option<i64>, Error> {
    let now = work.now();
    let row = work
        .tx
        .one(
            sql!(
                "SELECT MAX(version)
                   FROM family_answer
                  WHERE copy = $1 AND superseded_at IS NULL AND yes = TRUE
                    AND (ends_at IS NULL OR ends_at > $2)"
            ),
            params![copy.id, now],
        )
        .await?;
    row.get(0)
}

async fn text<A: Action>(work: &mut Work<'_, A>, copy: &Copy, version: i64) -> Result<OwnText, Error> {
    let row = work
        .tx
        .one(
            sql!(
                "SELECT v.id, v.content, t.name, v.recorded_at
                   FROM family_section_version v
                   JOIN staff t ON t.id = v.author
                  WHERE v.copy = $1 AND v.version = $2"
            ),
            params![copy.id, version],
        )
        .await?;
    let (id, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(1)?);
    work.names(id);
    Ok(OwnText {
        content: opened(work, id, &sealed).await?,
        author_name: row.get(2)?,
        changed_at: row.get(3)?,
    })
}

async fn section<A: Action>(
    work: &mut Work<'_, A>,
    copy: &Copy,
    version: i64,
    text: Option<OwnText>,
    (others, born): (usize, BirthDate),
) -> Result<OwnSection, Error> {
    Ok(OwnSection {
        section: copy.section,
        part: copy.part,
        dossier: copy.dossier,
        version,
        text,
        others,
        said: read::said(work, copy.id, version).await?,
        born,
    })
}
