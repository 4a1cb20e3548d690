//! Tasks: the list over all own dossiers, those of one dossier, and one of them with what is done to it.

use askama::Template;

use super::caseload::Pages;
use super::dossier::Masthead;
use super::{Choice, Form, Frame};

/// A form of one button that does something to a task.
#[derive(Clone, Debug)]
pub struct Button {
    pub action: String,
    pub label: String,
    pub form: Form,
    /// The step that the page shows.
    pub step: i64,
    /// Where to go on: "vandaag", "taken", "team" or "dossier".
    pub back: &'static str,
}

/// One thing to do.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub href: String,
    pub what: String,
    /// Somebody wrote it; otherwise it is a sentence of ours.
    pub written: bool,
    /// Whose dossier it is; empty where it names no client.
    pub name: String,
    /// Law, for whom one stands in: in words; may be empty.
    pub about: String,
    /// By when, in words; may be empty.
    pub when: String,
    pub done: Option<Button>,
    pub pick_up: Option<Button>,
}

/// The lines of one urgency.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// "Te laat (3)"
    pub label: String,
    /// A `domain::Urgency` code; also the anchor.
    pub code: String,
    pub lines: Vec<Line>,
}

/// A link among a few, one of them current.
#[derive(Clone, Debug, Default)]
pub struct Link {
    pub href: String,
    pub label: String,
    pub current: bool,
}

/// `/werk/taken`; further pages with `?pagina=2`.
#[derive(Template)]
#[template(path = "task/list.html")]
pub struct TasksPage {
    pub frame: Frame,
    /// The own, those of the team.
    pub views: Vec<Link>,
    /// By urgency.
    pub urgencies: Vec<Link>,
    pub groups: Vec<Group>,
    /// Why there is nothing, or what the list holds, in words.
    pub lead: String,
    pub undo: Option<Button>,
    pub pages: Pages,
    /// The address of a page, without its number.
    pub page_base: String,
}

/// `/werk/dossier/{d}/taken`. Fields: `what`, `due` (+ `-month`, `-year`), `owner`, `part`, `visible-from` (+ `-month`,
/// `-year`), `ground`.
#[derive(Template)]
#[template(path = "task/dossier.html")]
pub struct DossierTasksPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub open: Vec<Line>,
    /// Done lately: sentences, newest first.
    pub done: Vec<Line>,
    pub undo: Option<Button>,
    /// Empty where the reader adds nothing.
    pub owners: Vec<Choice>,
    /// One for each part; nothing to choose where there is one.
    pub parts: Vec<Choice>,
    pub grounds: Vec<Choice>,
    pub action: String,
}

impl DossierTasksPage {
    /// The fields about telling the client later are in use.
    fn later(&self) -> bool {
        ["visible-from", "visible-from-month", "visible-from-year", "ground"]
            .iter()
            .any(|name| !self.form.values.get(name).is_empty())
    }
}

/// One step in the history of a task.
#[derive(Clone, Debug, Default)]
pub struct StepLine {
    /// "Samira Bouzid verzette de taak naar 3 december 2026"
    pub what: String,
    pub when: String,
    /// Empty where none was asked.
    pub reason: String,
}

/// `/werk/dossier/{d}/taken/{t}`
#[derive(Template)]
#[template(path = "task/one.html")]
pub struct TaskPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub what: String,
    /// Label and value.
    pub facts: Vec<(String, String)>,
    pub done: Option<Button>,
    pub pick_up: Option<Button>,
    pub undo: Option<Button>,
    /// Empty where the reader changes nothing.
    pub postpone: String,
    /// Empty where the reader changes nothing.
    pub pass_on: String,
    /// What somebody did meanwhile, in words; empty otherwise.
    pub changed: String,
    pub steps: Vec<StepLine>,
    pub back: String,
}

/// `/werk/dossier/{d}/taken/{t}/verzetten`. Fields: `due` (+ `-month`, `-year`), `reason`, `step`.
#[derive(Template)]
#[template(path = "task/postpone.html")]
pub struct PostponePage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub what: String,
    pub step: i64,
    pub action: String,
    pub cancel: String,
}

/// `/werk/dossier/{d}/taken/{t}/doorgeven`. Fields: `owner`, `step`.
#[derive(Template)]
#[template(path = "task/pass_on.html")]
pub struct PassOnPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub what: String,
    pub step: i64,
    pub owners: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
pub(in crate::view) mod samples;
