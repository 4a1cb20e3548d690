//! The tasks of one dossier, one of them with its history, and writing a new one down.

use app::dossier::DossierRead;
use app::task::{Later, OneTask, ReadOne, ReadTasks, Step, Task, TasksRead, Write, WriteRefused};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::task::Whose;
use domain::text_input::{InputProblem, is_blank};
use domain::{DelayGround, DossierId, StaffId, TaskDeed, TaskId};
use text::Words;

use super::{Asked, button, done_on};
use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of, problem_key};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::typed_date::date;
use crate::view::dossier::Tab;
use crate::view::task::{DossierTasksPage, Line, StepLine, TaskPage};
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::{domain, moment};

/// `/werk/dossier/{dossier}/taken`
pub(crate) async fn show(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let tasks = page.read(ReadTasks(dossier)).await?;
    let read = page.read(head_of(dossier)).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    let mut shown = tasks_page(&page, &read, &tasks, form);
    shown.undo = asked.undo(&page, "dossier");
    Ok(html(&shown))
}

fn tasks_page(page: &StaffPage, read: &DossierRead, tasks: &TasksRead, mut form: Form) -> DossierTasksPage {
    let words = page.words();
    let base = format!("/werk/dossier/{}", read.head.dossier);
    let (open, done): (Vec<&Task>, Vec<&Task>) = tasks.tasks.iter().partition(|it| it.standing.open);
    let parts = read.own_open_parts().collect::<Vec<_>>();
    if form.values.get("owner").is_empty() {
        form.values.put_if_empty("owner", "me");
    }
    let may_write = page.post.function.carries_cases() && !read.is_only_emergency() && !parts.is_empty();
    DossierTasksPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Tasks),
        form,
        open: open.into_iter().map(|it| line(page, it, may_write)).collect(),
        done: done.into_iter().map(|it| done_line(page, it)).collect(),
        undo: None,
        owners: if may_write { owners(page, tasks) } else { Vec::new() },
        parts: parts.iter().map(|it| Choice::new(it.domain.code(), domain(words, it.domain))).collect(),
        grounds: DelayGround::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("ground", it.code())))
            .collect(),
        action: format!("{base}/taken"),
    }
}

/// The reader, the team, and who else is involved with one of the parts.
fn owners(page: &StaffPage, tasks: &TasksRead) -> Vec<Choice> {
    let words = page.words();
    let mut owners =
        vec![Choice::new("me", words.t("task-owner-me")), Choice::new("team", words.t("task-owner-team"))];
    for it in tasks.colleagues.iter().filter(|it| it.staff != page.post.staff) {
        let id = it.staff.to_string();
        if !owners.iter().any(|known| known.value == id) {
            owners.push(Choice::new(id, it.name.clone()));
        }
    }
    owners
}

fn line(page: &StaffPage, task: &Task, may_change: bool) -> Line {
    let words = page.words();
    let href = format!("/werk/dossier/{}/taken/{}", task.dossier, task.id);
    let deed = |deed| may_change.then(|| button(page, &href, deed, task.standing.step, "dossier"));
    Line {
        what: task.what.to_string(),
        written: true,
        name: String::new(),
        about: format!("{}, {}", domain(words, task.domain), owner(words, task)),
        when: task
            .due
            .map_or_else(String::new, |due| words.with("task-by", &[("day", words.date(due).into())])),
        pick_up: deed("oppakken").filter(|_| task.whose == Whose::Team),
        done: deed("klaar"),
        href: href.clone(),
    }
}

fn owner(words: Words, task: &Task) -> String {
    if task.owner_name.is_empty() { words.t("task-of-team") } else { task.owner_name.clone() }
}

fn done_line(page: &StaffPage, task: &Task) -> Line {
    let words = page.words();
    Line {
        href: format!("/werk/dossier/{}/taken/{}", task.dossier, task.id),
        what: task.what.to_string(),
        written: true,
        about: domain(words, task.domain),
        when: done_on(words, task.changed_at, &task.by_name),
        ..Line::default()
    }
}

/// Writes a task down.
pub(crate) async fn write(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    if let Some(deed) = as_written(&page, &read, &typed, &mut errors) {
        match page.perform(deed).await? {
            Ok(_) => return Ok(see_other(&format!("/werk/dossier/{dossier}/taken"))),
            Err(WriteRefused::What(why)) => errors.put(
                "what",
                match why.problem {
                    InputProblem::Empty => words.t("task-what-missing"),
                    problem => words.t(problem_key(problem)),
                },
            ),
            Err(WriteRefused::DuePassed) => errors.put("due", words.t("task-due-passed")),
            Err(WriteRefused::Owner) => errors.put("owner", words.t("task-owner-not-possible")),
            Err(WriteRefused::Later) => errors.put("visible-from", words.t("task-visible-from-wrong")),
        }
    }
    let tasks = page.read(ReadTasks(dossier)).await?;
    Ok(to_mend(&tasks_page(&page, &read, &tasks, page.form_again(typed).but(errors))))
}

fn as_written(
    page: &StaffPage,
    read: &DossierRead,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Option<Write> {
    let words = page.words();
    if is_blank(typed.get("what")) {
        errors.put("what", words.t("task-what-missing"));
    }
    let due = date(typed, "due", words, errors);
    let owner = match typed.get("owner") {
        "team" => None,
        "me" | "" => Some(page.post.staff),
        other => {
            let owner = other.parse::<StaffId>();
            if owner.is_err() {
                errors.put("owner", words.t("task-owner-missing"));
            }
            owner.ok()
        }
    };
    let parts = read.own_open_parts().collect::<Vec<_>>();
    let chosen = parts.iter().find(|part| part.domain.code() == typed.get("part"));
    let part = chosen.or(if parts.len() == 1 { parts.first() } else { None });
    if part.is_none() {
        errors.put("part", words.t("task-part-missing"));
    }
    let from = date(typed, "visible-from", words, errors);
    let ground = typed.get("ground").parse::<DelayGround>().ok();
    let later = match (from, ground) {
        (Some(from), Some(ground)) => Some(Later { from, ground }),
        (None, None) => None,
        (Some(_), None) => {
            errors.put("ground", words.t("task-ground-missing"));
            None
        }
        (None, Some(_)) => {
            if errors.of("visible-from").is_none() {
                errors.put("visible-from", words.t("task-visible-from-missing"));
            }
            None
        }
    };
    if !errors.is_empty() {
        return None;
    }
    Some(Write {
        part: part?.id,
        what: typed.get("what").to_owned(),
        due,
        owner,
        later,
        form: once(typed).unwrap_or_else(|| page.app().random_id()),
    })
}

/// A task and the head of its dossier; one of another dossier does not exist here.
pub(super) async fn found(
    page: &StaffPage,
    dossier: &str,
    task: &str,
) -> Result<(DossierId, OneTask, DossierRead), Response> {
    let dossier = dossier_id(page, dossier)?;
    let id = task.parse::<TaskId>().map_err(|_| refused::denied(page, &[]))?;
    let one = page.read(ReadOne(id)).await?;
    if one.task.dossier != dossier {
        return Err(refused::denied(page, &[]));
    }
    let read = page.read(head_of(dossier)).await?;
    Ok((dossier, one, read))
}

/// `/werk/dossier/{dossier}/taken/{task}`
pub(crate) async fn one(
    page: StaffPage,
    Path((dossier, task)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (_, one, read) = found(&page, &dossier, &task).await?;
    Ok(html(&task_page(&page, &read, &one, false)))
}

/// The page of one task. `was_first`: somebody changed it before the reader could.
pub(super) fn task_page(page: &StaffPage, read: &DossierRead, one: &OneTask, was_first: bool) -> TaskPage {
    let words = page.words();
    let task = &one.task;
    let back = format!("/werk/dossier/{}/taken", task.dossier);
    let href = format!("{back}/{}", task.id);
    let open = task.standing.open && one.may_change;
    let deed = |deed| button(page, &href, deed, task.standing.step, "dossier");
    let undoes =
        one.may_change && task.standing.last == TaskDeed::Done && task.standing.by == page.post.staff;
    let steps: Vec<StepLine> = one.steps.iter().map(|it| step(words, it)).collect();
    TaskPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Tasks),
        what: task.what.to_string(),
        facts: facts(words, task),
        done: open.then(|| deed("klaar")),
        pick_up: (open && task.whose == Whose::Team).then(|| deed("oppakken")),
        undo: undoes.then(|| deed("terug")),
        postpone: if open { format!("{href}/verzetten") } else { String::new() },
        pass_on: if open { format!("{href}/doorgeven") } else { String::new() },
        changed: match steps.first() {
            Some(first) if was_first => first.what.clone(),
            _ => String::new(),
        },
        steps,
        back,
    }
}

fn facts(words: Words, task: &Task) -> Vec<(String, String)> {
    let due = task.due.map_or_else(|| words.code("urgency", "undated"), |due| words.date(due));
    let reads = match task.visible_from {
        Some(from) => words.with("task-client-reads-from", &[("day", words.date(from).into())]),
        None => words.t("task-client-reads-now"),
    };
    vec![
        (words.t("task-due"), due),
        (words.t("task-owner"), owner(words, task)),
        (words.t("task-part"), domain(words, task.domain)),
        (words.t("task-visible"), reads),
    ]
}

fn step(words: Words, step: &Step) -> StepLine {
    let key = match step.deed {
        TaskDeed::Made => "task-step-made",
        TaskDeed::PickedUp => "task-step-picked-up",
        TaskDeed::PassedOn => "task-step-passed-on",
        TaskDeed::ToTeam => "task-step-to-team",
        TaskDeed::Postponed => "task-step-postponed",
        TaskDeed::Done => "task-step-done",
        TaskDeed::Undone => "task-step-undone",
        TaskDeed::Dropped => "task-step-dropped",
    };
    let day = step.due.map(|due| words.date(due)).unwrap_or_default();
    let args = [("by", step.by.as_str().into()), ("owner", step.owner.as_str().into()), ("day", day.into())];
    StepLine { what: words.with(key, &args), when: moment(words, step.at), reason: step.reason.to_string() }
}
