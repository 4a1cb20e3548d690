//! "Waarom heeft u gekeken?": the desk of who answers, and what it shares with the resident's pages.

use askama::Template;

use super::{Form, Frame};

/// The line that a question is about, as the list shows it.
#[derive(Clone, Debug, Default)]
pub struct Line {
    /// "vrijdag 20 november 2026"
    pub day: String,
    pub who: String,
    /// "keek 3 keer", "bekeek het dossier om 14.30 uur"
    pub what: String,
    /// Empty where none was given.
    pub reason: String,
    /// "met noodtoegang"; empty otherwise.
    pub emergency: String,
}

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Answered {
    pub text: String,
    /// "de coördinator, team Noord"
    pub by: String,
    pub at: String,
}

/// `/toezicht/vragen`
#[derive(Template)]
#[template(path = "inquiry/waiting.html")]
pub struct WaitingPage {
    pub frame: Frame,
    pub rows: Vec<WaitingRow>,
}

/// A question that waits.
#[derive(Clone, Debug, Default)]
pub struct WaitingRow {
    pub href: String,
    /// The client's number.
    pub number: String,
    /// About whose look.
    pub looker: String,
    pub looked: String,
    pub due: String,
    /// "2 werkdagen te laat"; empty when in time.
    pub late: String,
    /// Only to see: somebody else answers.
    pub watching: bool,
}

/// `/toezicht/vragen/{q}`. Field: `answer`.
#[derive(Template)]
#[template(path = "inquiry/answer.html")]
pub struct AnswerPage {
    pub frame: Frame,
    pub form: Form,
    pub number: String,
    pub line: Line,
    /// "was toen betrokken als vaste medewerker"
    pub standing: String,
    /// The tick to tell the name; empty where the client did not ask for it. Field: `name`.
    pub name: String,
    pub words: String,
    pub asked: String,
    pub due: String,
    pub late: String,
    /// It was answered already; the page shows that answer beside what was typed.
    pub answer: Option<Answered>,
    /// The reader answers; otherwise they only see.
    pub yours: bool,
    pub turn: String,
    pub action: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "inquiry/samples.rs"]
pub(in crate::view) mod samples;
