//! Working with a dossier: assigned, written, corrected, read, handed over.

use app::dossier::{PAGE, ReadIt};
use app::draft::Keep;
use app::entry::{AgreeToDelay, Correct, Merge, Write};
use app::involvement::{Assign, End};
use domain::{Function, Visibility};
use jiff::ToSpan;

use super::sign_in::Wanted;
use super::{Loader, Why, code, failed, refused};
use crate::demo::content::world::{Draft, Entry, Look, Resident};
use crate::demo::plan::{date_of, instant, time_of};

impl Loader<'_> {
    pub(super) async fn assign(&mut self, resident: &'static Resident, index: usize) -> Result<(), Why> {
        let involvement = &resident.involvements[index];
        let set_beforehand = involvement.ended_because.is_none();
        let assign = Assign {
            part: self.part(resident.key, involvement.domain)?,
            staff: self.post(involvement.staff)?,
            role: code(involvement.role)?,
            reason: involvement.reason.to_owned(),
            from: None,
            until: involvement.until.filter(|_| set_beforehand).map(|until| instant(until, self.story_day)),
        };
        // ACC-03: letting somebody in where extra protection holds asks for a fresh sign-in.
        let asker = self.asker(involvement.assigned_by, Wanted::Fresh).await?;
        let id = self.app.perform(asker, assign).await.map_err(refused)?;
        self.involvements.insert((resident.key, index), id);
        Ok(())
    }

    pub(super) async fn end(&mut self, resident: &'static Resident, index: usize) -> Result<(), Why> {
        let known = &resident.involvements[index];
        let end = End {
            involvement: *self.involvements.get(&(resident.key, index)).ok_or("it never began")?,
            until: None,
            reason: known.ended_because.unwrap_or_default().to_owned(),
        };
        let asker = self.asker(known.assigned_by, Wanted::Fresh).await?;
        self.app.perform(asker, end).await.map_err(refused)
    }

    pub(super) async fn write(&mut self, resident: &'static Resident, index: usize) -> Result<(), Why> {
        let entry = &resident.entries[index];
        if !self.may_write(entry)? {
            self.loaded.left_out.push(format!("entry {index} of {}, by {}", resident.key, entry.author));
            return Ok(());
        }
        let write = Write {
            part: self.part(resident.key, entry.domain)?,
            kind: code(entry.kind)?,
            source: code(entry.source)?,
            category: code(entry.category)?,
            happened_on: date_of(entry.happened, self.story_day),
            happened_at: Some(time_of(entry.happened)),
            facts: entry.facts.to_owned(),
            opinion: entry.opinion.unwrap_or_default().to_owned(),
            visibility: self.visibility(entry)?,
            form: self.store.random_id(),
            draft: None,
        };
        let asker = self.asker(entry.author, Wanted::Live).await?;
        let written = self.app.perform(asker, write).await.map_err(refused)?;
        self.entries.insert((resident.key, index), written.entry);
        if entry.delay.is_some_and(|delay| delay.agreed) {
            let coordinator = resident.involvements.iter().find(|it| it.domain == entry.domain);
            let coordinator = coordinator.ok_or("nobody assigned a worker to this part")?.assigned_by;
            let asker = self.asker(coordinator, Wanted::Live).await?;
            let agree = AgreeToDelay { entry: written.entry, agreed: Some(true) };
            self.app.perform(asker, agree).await.map_err(refused)?;
        }
        Ok(())
    }

    /// The contact note that the front desk may leave (§16.2) has no screen yet: who carries no cases writes
    /// in no dossier.
    fn may_write(&self, entry: &Entry) -> Result<bool, Why> {
        let author = self.world.staff.iter().find(|staff| staff.key == entry.author);
        let function: Function = code(author.ok_or("an entry without an author")?.function)?;
        Ok(function.carries_cases())
    }

    fn visibility(&self, entry: &Entry) -> Result<Visibility, Why> {
        let Some(delay) = entry.delay else { return Ok(Visibility::Now) };
        Ok(Visibility::Delayed {
            // Counted from the real today, so that it is still to come whenever the demo is made.
            until: self.today.saturating_add(i64::from(delay.until_days_from_now).days()),
            ground: code(delay.ground)?,
            announced: delay.announced,
        })
    }

    pub(super) async fn correct(&mut self, resident: &'static Resident, index: usize) -> Result<(), Why> {
        let entry = &resident.entries[index];
        let correction = entry.correction.ok_or("nothing to correct")?;
        let correct = Correct {
            entry: *self.entries.get(&(resident.key, index)).ok_or("it was never written")?,
            version: 1,
            facts: correction.facts.to_owned(),
            opinion: correction.opinion.unwrap_or_default().to_owned(),
            reason: correction.reason.to_owned(),
            merge: Merge::Replace,
        };
        let asker = self.asker(entry.author, Wanted::Live).await?;
        self.app.perform(asker, correct).await.map(drop).map_err(refused)
    }

    pub(super) async fn look(&mut self, look: &'static Look) -> Result<(), Why> {
        let read = ReadIt { dossier: self.opened(look.resident)?.dossier, page: 0, take: PAGE };
        let asker = self.asker(look.staff, Wanted::Live).await?;
        let waiting = self.app.look(asker, read).await.map_err(refused)?;
        waiting.done().await.map(drop).map_err(failed)
    }

    /// Keeps what somebody typed so far, as the form of a note sends it.
    pub(super) async fn keep(&mut self, draft: &'static Draft) -> Result<(), Why> {
        let part = self.part(draft.resident, draft.domain)?.to_string();
        let typed = [("part", part.as_str()), ("facts", draft.facts)];
        let keep = Keep {
            draft: None,
            form: "entry",
            dossier: Some(self.opened(draft.resident)?.dossier),
            body: serde_urlencoded::to_string(typed).map_err(|why| why.to_string())?,
        };
        let asker = self.asker(draft.staff, Wanted::Live).await?;
        self.app.perform(asker, keep).await.map(drop).map_err(refused)
    }
}
