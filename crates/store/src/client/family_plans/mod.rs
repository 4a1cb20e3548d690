//! The plan of a family (MOD-03, decision 0035): each section lies once in the part of every person it is about, sealed under
//! that part's own key. Who may read it is asked about each of them.

mod answer;
mod own;
mod read;
mod save;

use domain::family_plan::Section;
use domain::plan::How;
use domain::{BirthDate, DossierId, FamilyPlanId, FamilySectionId, LegalDomain, PartId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::Action;
use uuid::Uuid;
use vault::{Place, Sealed};

use super::fields::open_all;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

pub(super) use answer::asked_again;
pub use answer::{Answer, Noted, answer, answer_own};
pub use own::{OwnSection, OwnText, own};
pub use read::{Version, of_dossier, versions};
pub use save::{Copy, NewVersion, copy, open_sections, save};

/// A section as it is now, for a worker who may read the dossier of everybody it is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FamilySection {
    pub section: FamilySectionId,
    pub plan: FamilyPlanId,
    /// The number of the newest version, from 1.
    pub version: i64,
    pub content: Section,
    /// Who wrote the newest version.
    pub author_name: String,
    pub changed_at: Timestamp,
    /// Whom it is about, by name.
    pub people: Vec<Subject>,
}

/// Somebody whom a section is about.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Subject {
    pub part: PartId,
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub name: String,
    pub born: BirthDate,
    /// The reader works with them, and help under this law goes on: what they may change.
    pub works_with: bool,
    /// What they said of the newest version; none: nothing yet, or it ended by itself.
    pub said: Option<Said>,
}

/// What somebody said about others reading along.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Said {
    pub yes: bool,
    pub how: How,
    pub on: Date,
}

const fn content_place(version: Uuid) -> Place {
    Place { table: "family_section_version", row: version, column: "content" }
}

async fn opened<A: Action>(work: &mut Work<'_, A>, version: Uuid, sealed: &Sealed) -> Result<Section, Error> {
    let document = work.open(content_place(version), sealed).await?;
    serde_json::from_str(&document).map_err(|_| Error::Record("a section that is no section".into()))
}

/// The name and the birth date of the client of a dossier.
async fn known_of<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
) -> Result<(String, BirthDate), Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.field, f.value, f.source, f.valid_from
                   FROM dossier d
                   JOIN client_field f ON f.client = d.client
                  WHERE d.id = $1 AND f.field IN ('surname', 'given-names', 'birth-date')
                    AND f.superseded_at IS NULL AND f.valid_until IS NULL
                  ORDER BY f.field"
            ),
            params![dossier],
        )
        .await?;
    let fields = open_all(work, &rows).await?;
    Ok((fields.full_name(), fields.get("birth-date").parse().unwrap_or(BirthDate::UNKNOWN)))
}
