//! `/werk/dossier/{d}/mensen`: who is around a client and who decides; adding, changing and ending.

use askama::Template;

use super::dossier::Masthead;
use super::{Choice, Form, Frame};

/// `/werk/dossier/{d}/mensen`
#[derive(Template)]
#[template(path = "people/people.html")]
pub struct PeoplePage {
    pub frame: Frame,
    pub masthead: Masthead,
    /// What does not fit together, each a sentence.
    pub contradictions: Vec<String>,
    /// Days that ask for work, the soonest first.
    pub due: Vec<DueLine>,
    pub groups: Vec<Group>,
    /// The birthdays at which something changes.
    pub turns: Vec<TurnLine>,
    /// What ended, newest first.
    pub past: Vec<FactCard>,
}

/// A day that asks for work.
#[derive(Clone, Debug, Default)]
pub struct DueLine {
    /// In words.
    pub day: String,
    pub what: String,
    /// The day has passed.
    pub late: bool,
}

/// A birthday at which something changes.
#[derive(Clone, Debug, Default)]
pub struct TurnLine {
    /// "wordt 16 op 20 april 2026"
    pub when: String,
    pub changes: String,
    pub passed: bool,
}

/// Facts of one kind.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// The anchor: "personen".
    pub id: &'static str,
    pub title: String,
    /// Shown where there are none.
    pub none: String,
    pub cards: Vec<FactCard>,
    /// Where one is added: address and label; none when the reader cannot.
    pub add: Option<(String, String)>,
}

/// One fact as it is read.
#[derive(Clone, Debug, Default)]
pub struct FactCard {
    /// Somebody's name, or what it is about. Written by people.
    pub title: String,
    /// "adres geheim"
    pub flags: Vec<String>,
    /// Label and value.
    pub lines: Vec<(String, String)>,
    /// Who recorded it and when.
    pub about: String,
    /// Where it is changed and ended; empty when the reader cannot.
    pub change: String,
    pub end: String,
}

/// `/werk/dossier/{d}/mensen/nieuw/{kind}` and `/werk/dossier/{d}/mensen/{fact}`. Fields by kind: see the template.
#[derive(Template)]
#[template(path = "people/form.html")]
pub struct PeopleFormPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    /// A `FactKind` code: which fields there are.
    pub kind: &'static str,
    pub title: String,
    pub choices: Choices,
    /// The text that the form knows; empty for a new one.
    pub version: String,
    /// Somebody else was first: this is the newest text, and who wrote it when.
    pub theirs: Option<(String, FactCard)>,
    pub action: String,
    pub cancel: String,
}

/// What can be chosen in the form of a kind; what a kind has not is empty.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// Who is meant: people who stand there.
    pub people: Vec<Choice>,
    /// Relation, kind of authority, of representation, of arrangement.
    pub kinds: Vec<Choice>,
    /// Why somebody may be kept.
    pub grounds: Vec<Choice>,
    pub informed: Vec<Choice>,
    pub bases: Vec<Choice>,
    pub scopes: Vec<Choice>,
    pub documents: Vec<Choice>,
    pub matters: Vec<Choice>,
    pub outcomes: Vec<Choice>,
    /// Which part needs it; empty where there is one.
    pub parts: Vec<Choice>,
    pub sources: Vec<Choice>,
    /// The second professional; empty where none is asked for.
    pub seconds: Vec<Choice>,
}

/// `/werk/dossier/{d}/mensen/{fact}/eind`. Fields: `reason`, `on`, `second`.
#[derive(Template)]
#[template(path = "people/end.html")]
pub struct PeopleEndPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub title: String,
    pub card: FactCard,
    pub reasons: Vec<Choice>,
    /// The second professional; empty where none is asked for.
    pub seconds: Vec<Choice>,
    pub version: String,
    pub action: String,
    pub cancel: String,
}

/// The strip after a note was saved that names somebody nobody knows here (CON-27).
#[derive(Clone, Debug, Default)]
pub struct NamesStrip {
    /// "Riet", "Riet en Rick"
    pub names: String,
    /// To add them.
    pub add: String,
    /// To use the role word: correct the note.
    pub correct: String,
    pub later: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples;
