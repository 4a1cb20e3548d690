//! One person's copy of a section gets its next version. Performed for everybody it is about in one transaction
//! (decision 0030), so that the copies stay the same.

use domain::family_plan::Section;
use domain::{DataCategory, FamilyPlanId, FamilySectionId, Source};
use policy::Action;
use policy::May;
use policy::actions::{OfPart, WritePlan};
use uuid::Uuid;
use vault::Sealed;

use super::{content_place, opened};
use crate::client::keys::of_client;
use crate::client::plans::{Contact, touch};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// The copy of the part that the work is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Copy {
    pub id: Uuid,
    pub plan: FamilyPlanId,
    /// How many people the section is about.
    pub people: usize,
    pub version: i64,
    pub content: Section,
}

/// What a copy says from now on.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'a> {
    pub section: FamilySectionId,
    pub plan: FamilyPlanId,
    pub people: usize,
    pub content: &'a Section,
}

/// The copy of a section in this part; none where the section is not about this client.
pub async fn copy<A>(work: &mut Work<'_, A>, section: FamilySectionId) -> Result<Option<Copy>, Error>
where
    A: May<WritePlan> + Action<About = OfPart>,
{
    let part = work.part()?.part;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT s.id, s.plan, s.people, s.version, v.id, v.content
                   FROM family_section s
                   JOIN family_section_version v ON v.copy = s.id AND v.version = s.version
                  WHERE s.section = $1 AND s.part = $2"
            ),
            params![section, part],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (version, sealed): (Uuid, Sealed) = (row.get(4)?, row.get(5)?);
    Ok(Some(Copy {
        id: row.get(0)?,
        plan: row.get(1)?,
        people: usize::try_from(row.get::<i64>(2)?).unwrap_or_default(),
        version: row.get(3)?,
        content: opened(work, version, &sealed).await?,
    }))
}

/// Saves the next version of a copy, or the first one.
pub async fn save<A>(work: &mut Work<'_, A>, known: Option<&Copy>, new: NewVersion<'_>) -> Result<(), Error>
where
    A: May<WritePlan> + Action<About = OfPart>,
{
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    let (copy, number) = match known {
        Some(known) => (goes_on(work, known, new.content).await?, known.version + 1),
        None => (begins(work, new).await?, 1),
    };
    let document = serde_json::to_string(new.content);
    let document = document.map_err(|_| Error::Record("a section that is no text".into()))?;
    let key = work.part_key(part, domain).await?;
    // Random: ids ordered by time would lead from one person's version to the next.
    let (id, author, now) = (work.random_id(), work.staff_id()?, work.now());
    let sealed = work.seal(&key, content_place(id), &document);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO family_section_version (id, copy, version, author, content, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6)"
            ),
            params![id, copy, number, author, sealed, now],
        )
        .await?;
    work.names(id);
    // A date that moves for nothing one can see would tell that there is a section about somebody else as well.
    if new.people == 1 { touch(work, part, Contact::None).await } else { Ok(()) }
}

async fn goes_on<A: Action>(work: &mut Work<'_, A>, known: &Copy, content: &Section) -> Result<Uuid, Error> {
    let now = work.now();
    let changed = work
        .tx
        .run(
            sql!(
                "UPDATE family_section
                    SET version = version + 1, stopped = $3, content_changed_at = $4
                  WHERE id = $1 AND version = $2"
            ),
            params![known.id, known.version, content.stopped.is_some(), now],
        )
        .await?;
    if changed == 0 {
        // Saved by somebody else since this deed read it: the next attempt sees theirs.
        return Err(Error::Conflict);
    }
    Ok(known.id)
}

async fn begins<A>(work: &mut Work<'_, A>, new: NewVersion<'_>) -> Result<Uuid, Error>
where
    A: Action<About = OfPart>,
{
    let facts = work.part()?.clone();
    let (client, _) = of_client(work, facts.dossier).await?;
    let (id, now) = (work.random_id(), work.now());
    let people = i64::try_from(new.people).unwrap_or(i64::MAX);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO family_section (id, section, plan, part, controller, domain, category, subject, source,
                                             people, version, stopped, recorded_at, content_changed_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1, FALSE, $11, $11)"
            ),
            params![
                id,
                new.section,
                new.plan,
                facts.part,
                facts.controller,
                facts.domain.code(),
                DataCategory::Plan.code(),
                client,
                Source::Client.code(),
                people,
                now
            ],
        )
        .await?;
    Ok(id)
}

/// How many sections of a plan hold now that the acting worker began. Those of colleagues may be about people this worker
/// knows nothing of, and do not count.
pub async fn open_sections<A>(work: &mut Work<'_, A>, plan: FamilyPlanId) -> Result<usize, Error>
where
    A: May<WritePlan> + Action<About = OfPart>,
{
    let (part, staff) = (work.part()?.part, work.staff_id()?);
    let row = work
        .tx
        .one(
            sql!(
                "SELECT COUNT(*)
                   FROM family_section s
                   JOIN family_section_version v ON v.copy = s.id AND v.version = 1
                  WHERE s.plan = $1 AND s.part = $2 AND s.stopped = FALSE AND v.author = $3"
            ),
            params![plan, part, staff],
        )
        .await?;
    Ok(usize::try_from(row.get::<i64>(0)?).unwrap_or(usize::MAX))
}
