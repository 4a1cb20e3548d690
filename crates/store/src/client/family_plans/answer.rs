//! Whether the others in a section may read along: said by each person for their own copy, about one version. A no holds for
//! every version until they say yes again.

use domain::plan::How;
use domain::{BirthDate, ClientId, FamilySectionId, StaffId, amsterdam_date};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{AgreePlan, AnswerOwnPlan, CorrectBirthDate, OfPart};
use policy::{Action, May};
use uuid::Uuid;

use super::known_of;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What is said.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Answer {
    pub section: FamilySectionId,
    pub version: i64,
    pub yes: bool,
    pub how: How,
    pub on: Date,
}

/// What came of it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Noted {
    Done,
    /// This part has no such section, or not this version of it.
    Gone,
    /// On that day this text was not there yet.
    BeforeVersion,
}

/// The worker notes what was said in a talk or on paper.
pub async fn answer<A>(
    work: &mut Work<'_, A>,
    said: Answer,
    ends_at: impl Fn(&BirthDate) -> Option<Timestamp>,
) -> Result<Noted, Error>
where
    A: May<AgreePlan> + Action<About = OfPart>,
{
    let staff = work.staff_id()?;
    put(work, said, Some(staff), ends_at).await
}

/// The client says so in the portal.
pub async fn answer_own<A>(
    work: &mut Work<'_, A>,
    said: Answer,
    ends_at: impl Fn(&BirthDate) -> Option<Timestamp>,
) -> Result<Noted, Error>
where
    A: May<AnswerOwnPlan> + Action<About = OfPart>,
{
    put(work, said, None, ends_at).await
}

async fn put<A>(
    work: &mut Work<'_, A>,
    said: Answer,
    staff: Option<StaffId>,
    ends_at: impl Fn(&BirthDate) -> Option<Timestamp>,
) -> Result<Noted, Error>
where
    A: Action<About = OfPart>,
{
    let (part, dossier) = {
        let facts = work.part()?;
        (facts.part, facts.dossier)
    };
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT s.id, v.recorded_at
                   FROM family_section s
                   JOIN family_section_version v ON v.copy = s.id AND v.version = $3
                  WHERE s.section = $1 AND s.part = $2"
            ),
            params![said.section, part, said.version],
        )
        .await?;
    let Some(row) = row else { return Ok(Noted::Gone) };
    let copy: Uuid = row.get(0)?;
    if said.on < amsterdam_date(row.get(1)?) {
        return Ok(Noted::BeforeVersion);
    }
    let (_, born) = known_of(work, dossier).await?;
    let ends_at = if said.yes { ends_at(&born) } else { None };
    let now = work.now();
    // A no ends every yes; a yes ends what was said of the same version, and every no.
    work.tx
        .run(
            sql!(
                "UPDATE family_answer
                    SET superseded_at = $2
                  WHERE copy = $1 AND superseded_at IS NULL AND ($3 = FALSE OR yes = FALSE OR version = $4)"
            ),
            params![copy, now, said.yes, said.version],
        )
        .await?;
    let (id, author) = (work.random_id(), work.actor().account);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO family_answer (id, copy, version, yes, how, said_on, ends_at, author, staff, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            params![id, copy, said.version, said.yes, said.how.code(), said.on, ends_at, author, staff, now],
        )
        .await?;
    work.names(id);
    Ok(Noted::Done)
}

/// What was said for a client is asked again: it rested on another birth date.
pub(in crate::client) async fn asked_again<A: May<CorrectBirthDate>>(
    work: &mut Work<'_, A>,
    client: ClientId,
) -> Result<(), Error> {
    let now = work.now();
    work.tx
        .run(
            sql!(
                "UPDATE family_answer
                    SET superseded_at = $2
                  WHERE superseded_at IS NULL AND yes = TRUE
                    AND copy IN (SELECT id FROM family_section WHERE subject = $1)"
            ),
            params![client, now],
        )
        .await?;
    Ok(())
}
