//! Tasks: the list over all own dossiers, and what its lines and buttons look like wherever they stand.

pub(crate) mod deed;
pub(crate) mod dossier;

use app::task::{Filter, Item, Line as Todo, ListTasks, TaskList, View};
use axum::extract::Query;
use axum::response::Response;
use domain::task::Whose;
use domain::{DossierId, TaskId, Urgency};
use serde::Deserialize;
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::view::caseload::Pages;
use crate::view::task::{Button, Group, Line, Link, TasksPage};
use crate::wording::{day, domain, number};

/// What the address may add. No words of anybody: ids and numbers.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    van: String,
    wanneer: String,
    pagina: usize,
    dossier: String,
    gedaan: String,
    stap: i64,
}

impl Asked {
    /// The button that takes back what was done a moment ago.
    pub(crate) fn undo(&self, page: &StaffPage, back: &'static str) -> Option<Button> {
        let (dossier, task) = (self.dossier.parse::<DossierId>().ok()?, self.gedaan.parse::<TaskId>().ok()?);
        let action = format!("/werk/dossier/{dossier}/taken/{task}/terug");
        let label = page.t("task-undo");
        Some(Button { action, label, form: page.form(), step: self.stap, back })
    }
}

/// `/werk/taken`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let filter = Filter {
        view: if asked.van == "team" { View::Team } else { View::Mine },
        urgency: asked.wanneer.parse().ok(),
        page: asked.pagina,
    };
    page.show(ListTasks(filter), &(&page, filter, asked), |found, (page, filter, asked)| {
        let is_team = filter.view == View::Team;
        let back = if is_team { "team" } else { "taken" };
        let lines = groups(page, &found.lines, &found.counts, back);
        html(&TasksPage {
            frame: page.frame(),
            views: views(page, found.team, is_team),
            urgencies: urgencies(page.words(), found, filter),
            groups: lines,
            lead: lead(page.words(), found, is_team),
            undo: asked.undo(page, back),
            pages: Pages { current: found.page, last: found.last_page },
            page_base: address(is_team, filter.urgency),
        })
    })
    .await
}

/// `/werk/taken?van=team&wanneer=late&`, to which a page number is added.
fn address(is_team: bool, urgency: Option<Urgency>) -> String {
    let van = if is_team { "van=team&" } else { "" };
    let wanneer = urgency.map_or_else(String::new, |it| format!("wanneer={it}&"));
    format!("/werk/taken?{van}{wanneer}")
}

fn views(page: &StaffPage, team: usize, is_team: bool) -> Vec<Link> {
    let words = page.words();
    vec![
        Link { href: "/werk/taken".into(), label: words.t("tasks-mine"), current: !is_team },
        Link {
            href: "/werk/taken?van=team".into(),
            label: words.with("tasks-team", &[("count", team.into())]),
            current: is_team,
        },
    ]
}

fn urgencies(words: Words, found: &TaskList, filter: &Filter) -> Vec<Link> {
    let is_team = filter.view == View::Team;
    let link = |urgency: Option<Urgency>, label| Link {
        href: address(is_team, urgency).trim_end_matches(['?', '&']).to_owned(),
        label,
        current: filter.urgency == urgency,
    };
    let all = link(None, words.t("tasks-all"));
    let each = Urgency::ALL.iter().zip(found.counts).filter(|(_, count)| *count > 0);
    let each = each.map(|(urgency, count)| link(Some(*urgency), label(words, *urgency, count)));
    [all].into_iter().chain(each).collect()
}

/// "Te laat (3)": in words and with the number, never by colour alone.
fn label(words: Words, urgency: Urgency, count: usize) -> String {
    let urgency = words.code("urgency", urgency.code());
    words.with("tasks-group", &[("urgency", urgency.into()), ("count", count.into())])
}

fn lead(words: Words, found: &TaskList, is_team: bool) -> String {
    match (found.found, is_team) {
        (0, true) => words.t("tasks-none-team"),
        (0, false) => words.t("tasks-none"),
        (count, true) => words.with("tasks-team-count", &[("count", count.into())]),
        (count, false) => words.with("tasks-count", &[("count", count.into())]),
    }
}

/// The lines by urgency, as they come.
pub(crate) fn groups(
    page: &StaffPage,
    lines: &[Todo],
    counts: &[usize; 5],
    back: &'static str,
) -> Vec<Group> {
    let today = page.today();
    let each = Urgency::ALL.iter().zip(counts);
    each.filter_map(|(urgency, count)| {
        let mine: Vec<Line> = lines
            .iter()
            .filter(|line| Urgency::of(line.due, today) == *urgency)
            .map(|todo| line(page, todo, back))
            .collect();
        let label = label(page.words(), *urgency, *count);
        (!mine.is_empty()).then(|| Group { label, code: urgency.code().to_owned(), lines: mine })
    })
    .collect()
}

/// One thing to do, as a line.
fn line(page: &StaffPage, todo: &Todo, back: &'static str) -> Line {
    let words = page.words();
    let base = todo.dossier.map(|dossier| format!("/werk/dossier/{dossier}")).unwrap_or_default();
    let mut line = Line {
        href: base.clone(),
        name: todo.name.clone(),
        about: about(words, todo),
        when: todo
            .due
            .map_or_else(String::new, |due| words.with("task-by", &[("day", words.date(due).into())])),
        ..Line::default()
    };
    match &todo.item {
        Item::Task { id, step, words: what, whose, .. } => {
            let task = format!("{base}/taken/{id}");
            line.what = what.to_string();
            line.written = true;
            if *whose == Whose::Team {
                line.pick_up = Some(button(page, &task, "oppakken", *step, back));
            }
            line.done = Some(button(page, &task, "klaar", *step, back));
            line.href = task;
        }
        Item::Explanation { emergency, number: client } => {
            line.href = format!("/werk/noodtoegang/{emergency}/uitleg");
            line.what = words.with("task-explain", &[("number", number(*client).into())]);
        }
        Item::Silent { since } => {
            line.what = words.with("task-silent", &[("day", words.date(*since).into())]);
        }
        Item::Readable { entry, kind } => {
            line.href = format!("{base}/notitie/{entry}");
            line.what = words.with("task-readable", &[("kind", words.code("kind", kind).into())]);
        }
        Item::Notice => line.what = words.t("task-notice"),
        Item::Draft { draft } => {
            line.href = format!("/werk/concepten/{draft}");
            line.what = words.t("task-draft");
        }
        Item::Plan { kind } => {
            line.href = format!("{base}/plan");
            line.what = words.code("plan-due", kind.code());
        }
        Item::People { kind } => {
            line.href = format!("{base}/mensen");
            line.what = words.code("people-due", kind.code());
        }
    }
    line
}

/// Under which law, where it comes from, and for whom one stands in.
fn about(words: Words, todo: &Todo) -> String {
    let origin = words.code("origin", todo.item.origin().code());
    let domain = todo.domain.map(|it| domain(words, it));
    let mut parts: Vec<String> = domain.into_iter().chain([origin]).collect();
    if let Item::Task { whose, owner, .. } = &todo.item {
        match whose {
            Whose::StandingIn => {
                parts.push(words.with("task-stands-in", &[("name", owner.as_str().into())]));
            }
            Whose::Team => parts.push(words.t("task-of-team")),
            Whose::Mine | Whose::Another => {}
        }
    }
    parts.join(", ")
}

/// A button of a task: `klaar`, `oppakken` or `terug`.
pub(crate) fn button(
    page: &StaffPage,
    task: &str,
    deed: &'static str,
    step: i64,
    back: &'static str,
) -> Button {
    let key = match deed {
        "oppakken" => "task-pick-up",
        "terug" => "task-undo",
        _ => "task-done",
    };
    Button { action: format!("{task}/{deed}"), label: page.t(key), form: page.form(), step, back }
}

/// "Klaar op 3 maart 2026"; used where a task was done.
pub(crate) fn done_on(words: Words, at: jiff::Timestamp, by: &str) -> String {
    words.with("task-done-on", &[("day", day(words, at).into()), ("by", by.into())])
}
