//! `/mijn/taken`: what the workers still do for the resident.

use app::portal::ReadOwnTasks;
use axum::extract::Query;
use axum::response::Response;

use crate::answer::html;
use crate::page::ResidentPage;
use crate::view::portal::tasks::{OwnLine, OwnTasksPage};

use super::{Asked, Chosen, frame, own};

/// `/mijn/taken`
pub(crate) async fn show(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    let tasks = page.read(ReadOwnTasks(read.head.dossier)).await?;
    let (frame, words) = frame(&page, &read.fields);
    let lines = tasks.iter().map(|task| {
        let who =
            if task.owner_name.is_empty() { words.t("own-tasks-team") } else { task.owner_name.clone() };
        let about = match task.due {
            Some(due) => {
                let args = [("who", who.into()), ("day", words.date(due).into())];
                words.with("own-tasks-by", &args)
            }
            None => who,
        };
        OwnLine { what: task.what.to_string(), about }
    });
    Ok(html(&OwnTasksPage { lines: lines.collect(), frame, houses: chosen.houses("/mijn/taken") }))
}
