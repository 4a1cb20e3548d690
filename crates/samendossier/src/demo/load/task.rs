//! What workers have to do, and what they did of it.

use app::task::{Change, Next, Write};
use jiff::ToSpan;

use super::sign_in::Wanted;
use super::{Loader, Why, refused};
use crate::demo::content::tasks::Task;

impl Loader<'_> {
    pub(super) async fn write_task(&mut self, task: &'static Task) -> Result<(), Why> {
        let write = Write {
            part: self.part(task.resident, task.domain)?,
            what: task.what.to_owned(),
            due: task.due.map(|days| self.today.saturating_add(days.days())),
            owner: if task.team { None } else { Some(self.post(task.by)?) },
            later: None,
            form: self.store.random_id(),
        };
        let asker = self.asker(task.by, Wanted::Live).await?;
        let id = self.app.perform(asker, write).await.map_err(refused)?;
        self.tasks.insert(task.what, id);
        Ok(())
    }

    pub(super) async fn do_task(&mut self, task: &'static Task) -> Result<(), Why> {
        let id = *self.tasks.get(task.what).ok_or("a task that nobody wrote down")?;
        let asker = self.asker(task.by, Wanted::Live).await?;
        let done = Change { task: id, known: 1, next: Next::Done };
        self.app.perform(asker, done).await.map(drop).map_err(refused)
    }
}
