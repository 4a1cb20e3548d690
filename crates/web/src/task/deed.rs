//! What is done to a task: one button for done, taken back and picked up; a page for postponing and passing on.

use app::task::{Change, ChangeRefused, Next};
use axum::extract::Path;
use axum::response::Response;
use domain::text_input::{InputProblem, is_blank};
use domain::{DossierId, StaffId, TaskId};

use super::dossier::{found, task_page};
use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, problem_key};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date::date;
use crate::view::dossier::Tab;
use crate::view::task::{PassOnPage, PostponePage};
use crate::view::{Choice, FieldErrors, Form, Typed};

type Ids = Path<(String, String)>;

/// `…/klaar`
pub(crate) async fn done(path: Ids, sent: StaffSent) -> Result<Response, Response> {
    at_once(path, sent, Next::Done).await
}

/// `…/terug`
pub(crate) async fn undo(path: Ids, sent: StaffSent) -> Result<Response, Response> {
    at_once(path, sent, Next::Undo).await
}

/// `…/oppakken`
pub(crate) async fn pick_up(path: Ids, sent: StaffSent) -> Result<Response, Response> {
    at_once(path, sent, Next::PickUp).await
}

async fn at_once(Path((dossier, task)): Ids, sent: StaffSent, next: Next) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (dossier_is, id) = ids(&page, &dossier, &task)?;
    let is_done = next == Next::Done;
    let change = Change { task: id, known: step(&typed), next };
    match page.perform(change).await? {
        Ok(changed) => {
            let back = match typed.get("terug") {
                "vandaag" => "/werk".to_owned(),
                "taken" => "/werk/taken".to_owned(),
                "team" => "/werk/taken?van=team".to_owned(),
                _ => format!("/werk/dossier/{dossier_is}/taken"),
            };
            if !is_done {
                return Ok(see_other(&back));
            }
            let sign = if back.contains('?') { '&' } else { '?' };
            let step = changed.step;
            Ok(see_other(&format!("{back}{sign}dossier={}&gedaan={id}&stap={step}", changed.dossier)))
        }
        Err(_) => somebody_was_first(&page, &dossier, &task).await,
    }
}

async fn somebody_was_first(page: &StaffPage, dossier: &str, task: &str) -> Result<Response, Response> {
    let (_, one, read) = found(page, dossier, task).await?;
    Ok(to_mend(&task_page(page, &read, &one, true)))
}

fn ids(page: &StaffPage, dossier: &str, task: &str) -> Result<(DossierId, TaskId), Response> {
    let id = task.parse().map_err(|_| refused::denied(page, &[]))?;
    Ok((dossier_id(page, dossier)?, id))
}

fn step(typed: &Typed) -> i64 {
    typed.get("step").parse().unwrap_or_default()
}

async fn form(page: &StaffPage) -> Result<Form, Response> {
    Ok(match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    })
}

/// `…/verzetten`
pub(crate) async fn ask_postpone(page: StaffPage, path: Ids) -> Result<Response, Response> {
    let form = form(&page).await?;
    Ok(html(&postpone_page(&page, &path, form).await?))
}

async fn postpone_page(
    page: &StaffPage,
    Path((dossier, task)): &Ids,
    form: Form,
) -> Result<PostponePage, Response> {
    let (_, one, read) = found(page, dossier, task).await?;
    let base = format!("/werk/dossier/{}/taken/{}", one.task.dossier, one.task.id);
    Ok(PostponePage {
        frame: page.frame(),
        masthead: masthead(page, &read, Tab::Tasks),
        step: known(&form, one.task.standing.step),
        form,
        what: one.task.what.to_string(),
        action: format!("{base}/verzetten"),
        cancel: base,
    })
}

/// A form that came back keeps the step that its author saw.
fn known(form: &Form, now: i64) -> i64 {
    form.values.get("step").parse().unwrap_or(now)
}

/// Sets another day.
pub(crate) async fn postpone(path: Ids, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let words = page.words();
    let (dossier, id) = ids(&page, &path.0.0, &path.0.1)?;
    let mut errors = FieldErrors::default();
    let until = date(&typed, "due", words, &mut errors);
    if until.is_none() && errors.of("due").is_none() {
        errors.put("due", words.t("task-due-missing"));
    }
    if is_blank(typed.get("reason")) {
        errors.put("reason", words.t("task-reason-missing"));
    }
    if let (Some(until), true) = (until, errors.is_empty()) {
        let next = Next::Postpone { until, reason: typed.get("reason").to_owned() };
        match page.perform(Change { task: id, known: step(&typed), next }).await? {
            Ok(_) => return Ok(see_other(&format!("/werk/dossier/{dossier}/taken/{id}"))),
            Err(ChangeRefused::DuePassed) => errors.put("due", words.t("task-due-passed")),
            Err(ChangeRefused::Reason(why)) => match why.problem {
                InputProblem::Empty => errors.put("reason", words.t("task-reason-missing")),
                problem => errors.put("reason", words.t(problem_key(problem))),
            },
            Err(ChangeRefused::Changed { .. } | ChangeRefused::Owner) => {
                return somebody_was_first(&page, &path.0.0, &path.0.1).await;
            }
        }
    }
    let form = page.form_again(typed).but(errors);
    Ok(to_mend(&postpone_page(&page, &path, form).await?))
}

/// `…/doorgeven`
pub(crate) async fn ask_pass_on(page: StaffPage, path: Ids) -> Result<Response, Response> {
    let form = form(&page).await?;
    Ok(html(&pass_on_page(&page, &path, form).await?))
}

async fn pass_on_page(
    page: &StaffPage,
    Path((dossier, task)): &Ids,
    form: Form,
) -> Result<PassOnPage, Response> {
    let (_, one, read) = found(page, dossier, task).await?;
    let base = format!("/werk/dossier/{}/taken/{}", one.task.dossier, one.task.id);
    let others = one.colleagues.iter().filter(|it| Some(it.staff) != one.task.standing.owner);
    let mut owners: Vec<Choice> =
        others.map(|it| Choice::new(it.staff.to_string(), it.name.clone())).collect();
    if one.task.standing.owner.is_some() {
        owners.push(Choice::new("team", page.t("task-owner-team")));
    }
    Ok(PassOnPage {
        frame: page.frame(),
        masthead: masthead(page, &read, Tab::Tasks),
        step: known(&form, one.task.standing.step),
        form,
        what: one.task.what.to_string(),
        owners,
        action: format!("{base}/doorgeven"),
        cancel: base,
    })
}

/// Gives it to somebody else who is involved, or back to the team.
pub(crate) async fn pass_on(path: Ids, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let words = page.words();
    let (dossier, id) = ids(&page, &path.0.0, &path.0.1)?;
    let mut errors = FieldErrors::default();
    let to = match typed.get("owner") {
        "team" => Some(None),
        other => other.parse::<StaffId>().ok().map(Some),
    };
    match to {
        None => errors.put("owner", words.t("task-owner-missing")),
        Some(to) => {
            let next = Next::PassOn { to };
            match page.perform(Change { task: id, known: step(&typed), next }).await? {
                Ok(_) => return Ok(see_other(&format!("/werk/dossier/{dossier}/taken"))),
                Err(ChangeRefused::Owner) => errors.put("owner", words.t("task-owner-not-possible")),
                Err(_) => return somebody_was_first(&page, &path.0.0, &path.0.1).await,
            }
        }
    }
    let form = page.form_again(typed).but(errors);
    Ok(to_mend(&pass_on_page(&page, &path, form).await?))
}
