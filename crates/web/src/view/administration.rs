//! `/beheer`: who works here, as what and from when to when. Nothing of a client stands on these pages.

use askama::Template;

use super::caseload::Pages;
use super::{Choice, Form, Frame};

pub mod teams;

/// `/beheer`: what asks for attention, in words.
#[derive(Template)]
#[template(path = "administration/start.html")]
pub struct AdminPage {
    pub frame: Frame,
    /// How many work here now.
    pub working: String,
    /// What asks for attention; the form asks the list for exactly those.
    pub todo: Vec<TodoLine>,
}

/// Something that asks for attention.
#[derive(Clone, Debug)]
pub struct TodoLine {
    pub text: String,
    /// Hidden fields of a form to the list.
    pub form: Form,
}

/// `/beheer/gebruikers`. Fields: `text`, `state`, `page`.
#[derive(Template)]
#[template(path = "administration/users.html")]
pub struct UsersPage {
    pub frame: Frame,
    pub form: Form,
    pub states: Vec<Choice>,
    pub rows: Vec<UserRow>,
    pub found: usize,
    pub total: usize,
    pub pages: Pages,
}

impl UsersPage {
    /// Some filter is in use.
    pub fn filtered(&self) -> bool {
        ["text", "state"].iter().any(|name| !self.form.values.get(name).is_empty())
    }

    /// A label for a page button.
    pub fn page_label(&self, page: &usize) -> String {
        self.frame.say("pages-go", "page", *page)
    }
}

/// One post.
#[derive(Clone, Debug)]
pub struct UserRow {
    /// None for oneself.
    pub href: Option<String>,
    pub name: String,
    pub function: String,
    /// Empty without a team.
    pub team: String,
    pub login_name: String,
    pub state: String,
    /// What is missing.
    pub flags: Vec<String>,
}

/// `/beheer/gebruikers/{staff}`
#[derive(Template)]
#[template(path = "administration/user.html")]
pub struct UserPage {
    pub frame: Frame,
    pub name: String,
    pub facts: Vec<(String, String)>,
    /// What is missing before they can work.
    pub lacks: Vec<String>,
    /// The own address; deeds stand below it.
    pub base: String,
    /// A code to sign in can be given.
    pub code: bool,
    /// Function, team and end can be changed; empty where not, with the reason.
    pub fixed: Option<String>,
    /// Signs them out everywhere; none when they are signed in nowhere.
    pub stop: Option<Form>,
    pub history: Vec<HistoryRow>,
}

/// A change that was made.
#[derive(Clone, Debug)]
pub struct HistoryRow {
    pub what: String,
    pub by: String,
}

/// `/beheer/gebruikers/nieuw`. Fields: `name`, `phone`, `function`, `team`, `from` (+ `-month`, `-year`).
#[derive(Template)]
#[template(path = "administration/new.html")]
pub struct NewUserPage {
    pub frame: Frame,
    pub form: Form,
    pub functions: Vec<Choice>,
    pub teams: Vec<Choice>,
}

/// `/beheer/gebruikers/{staff}/wijzigen`. Fields: `function`, `team`, `from` (+ `-month`, `-year`), `told`, `read`.
#[derive(Template)]
#[template(path = "administration/move.html")]
pub struct MovePage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub base: String,
    pub functions: Vec<Choice>,
    pub teams: Vec<Choice>,
    /// How many dossiers stay behind; none without any.
    pub dossiers: Option<String>,
}

/// `/beheer/gebruikers/{staff}/beeindigen`. Fields: `when`, `last` (+ `-month`, `-year`), `told`, `read`.
#[derive(Template)]
#[template(path = "administration/end.html")]
pub struct EndPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub base: String,
    pub whens: Vec<Choice>,
    /// How many dossiers need another worker; none without any.
    pub dossiers: Option<String>,
}

/// `/beheer/gebruikers/{staff}/training`. Fields: `passed` (+ `-month`, `-year`).
#[derive(Template)]
#[template(path = "administration/training.html")]
pub struct TrainingPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub base: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "administration/samples.rs"]
mod samples;
