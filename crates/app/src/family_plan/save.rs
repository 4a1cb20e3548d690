//! One person's copy of a section is written, changed or stopped. Performed for everybody it is about at once
//! (`perform_all`): all of them, or none.

use domain::family_plan::{PEOPLE_MAX, SECTIONS_MAX, Section};
use domain::{FamilyPlanId, FamilySectionId, FieldProblem, PartId, amsterdam_date};
use policy::actions::{OfPart, WritePlan};
use store::client::family_plans::{self, NewVersion};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

/// What changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Change {
    /// A new section of this plan.
    New { plan: FamilyPlanId, title: String, words: String },
    /// The text, with the version that was on the screen.
    Text { seen: i64, title: String, words: String },
    /// It holds no longer.
    Stop { seen: i64, why: String },
}

/// A change as it was typed, for one of the people the section is about.
#[derive(Clone, Debug)]
pub struct Save {
    pub part: PartId,
    pub section: FamilySectionId,
    /// How many people it is about.
    pub people: usize,
    pub change: Change,
    /// The token of the form, the same for all; each part makes its own of it.
    pub form: Uuid,
}

/// Why nothing was saved.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum SaveRefused {
    #[error(transparent)]
    Field(#[from] FieldProblem),
    /// Somebody else changed it since; this is what it says now.
    #[error("somebody else changed it")]
    Stale(Box<(i64, Section)>),
    /// It was stopped, or is not about this client.
    #[error("there is no such section that holds")]
    Gone,
    #[error("more people than a section can be about")]
    TooManyPeople,
    /// So many of their own.
    #[error("more open sections than a worker can have in a plan")]
    TooMany,
}

impl UseCase for Save {
    type Action = WritePlan;
    type Out = ();
    type Refusal = SaveRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, WritePlan>) -> Result<(), Undone<SaveRefused>> {
        let form = Uuid::from_u128(self.form.as_u128() ^ self.part.uuid().as_u128());
        if work.done_before(form).await?.is_some() {
            return Ok(());
        }
        if !(1..=PEOPLE_MAX).contains(&self.people) {
            return Err(Undone::Rejected(SaveRefused::TooManyPeople));
        }
        match self.change {
            Change::New { plan, ref title, ref words } => {
                let content = Section::typed(title, words).map_err(|why| Undone::Rejected(why.into()))?;
                if family_plans::open_sections(work, plan).await? >= SECTIONS_MAX {
                    return Err(Undone::Rejected(SaveRefused::TooMany));
                }
                self.write(work, plan, None, &content).await?;
            }
            Change::Text { seen, ref title, ref words } => {
                let known = self.known(work, seen).await?;
                let content = Section::typed(title, words).map_err(|why| Undone::Rejected(why.into()))?;
                if content != known.content {
                    self.write(work, known.plan, Some(&known), &content).await?;
                }
            }
            Change::Stop { seen, ref why } => {
                let known = self.known(work, seen).await?;
                let stopped = known.content.clone().stop(why, amsterdam_date(work.now()));
                let stopped = stopped.map_err(|why| Undone::Rejected(why.into()))?;
                self.write(work, known.plan, Some(&known), &stopped).await?;
            }
        }
        work.done_now(form, &self.section.to_string()).await?;
        Ok(())
    }
}

impl Save {
    /// The copy as it is, when it is what was on the screen and about as many people.
    async fn known(
        &self,
        work: &mut Work<'_, WritePlan>,
        seen: i64,
    ) -> Result<family_plans::Copy, Undone<SaveRefused>> {
        let known = family_plans::copy(work, self.section).await?;
        let known = known.filter(|it| it.people == self.people && it.content.stopped.is_none());
        let known = known.ok_or(Undone::Rejected(SaveRefused::Gone))?;
        if known.version != seen {
            let now = Box::new((known.version, known.content));
            return Err(Undone::Rejected(SaveRefused::Stale(now)));
        }
        Ok(known)
    }

    async fn write(
        &self,
        work: &mut Work<'_, WritePlan>,
        plan: FamilyPlanId,
        known: Option<&family_plans::Copy>,
        content: &Section,
    ) -> Result<(), Undone<SaveRefused>> {
        let new = NewVersion { section: self.section, plan, people: self.people, content };
        Ok(family_plans::save(work, known, new).await?)
    }
}
