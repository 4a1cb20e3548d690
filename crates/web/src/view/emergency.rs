//! Breaking the glass (ACC-03): the form with what follows from it, the one answer, and what the coordinator is told.

use askama::Template;

use super::standing::EndButton;
use super::{Choice, Contact, Form, Frame};

/// `/werk/noodtoegang`. Fields: `surname`, `birth-date` (+ `-month`, `-year`), `bsn`, `reason`, `sentence`, `length`.
#[derive(Template)]
#[template(path = "emergency/ask.html")]
pub struct EmergencyPage {
    pub frame: Frame,
    pub form: Form,
    /// The number may be used for what the reader does (BSN-01); else the field is absent.
    pub bsn_allowed: bool,
    pub reasons: Vec<Choice>,
    pub lengths: Vec<Choice>,
    /// What the reader opened and is open still.
    pub open: Vec<OpenRow>,
    /// What the reader opened lately, open or not: each can be told later.
    pub lately: Vec<LatelyRow>,
    /// What the reader asked the coordinator.
    pub requests: Vec<RequestRow>,
}

/// A dossier that is open now.
#[derive(Clone, Debug)]
pub struct OpenRow {
    pub href: String,
    /// Pseudonymous number.
    pub number: String,
    /// "16.32 uur"
    pub until: String,
    pub end: EndButton,
}

/// A dossier that was opened lately.
#[derive(Clone, Debug)]
pub struct LatelyRow {
    /// Pseudonymous number.
    pub number: String,
    /// When, in a sentence.
    pub opened: String,
    /// The page to propose it, or the notice that is told later.
    pub href: String,
    /// It is told later, or was proposed to be.
    pub withheld: bool,
}

/// A question to the coordinator.
#[derive(Clone, Debug)]
pub struct RequestRow {
    /// As it was typed.
    pub whom: String,
    /// How far it is, in a sentence.
    pub state: String,
    /// The button to open it; none before it was approved.
    pub open: Option<EndButton>,
}

/// The one answer for everything that does not open; `form.values` holds what was typed, for the question.
#[derive(Template)]
#[template(path = "emergency/cannot.html")]
pub struct CannotPage {
    pub frame: Frame,
    pub form: Form,
    /// The coordinator of the reader's own team.
    pub coordinator: Contact,
}

/// `/toezicht/noodtoegang`
#[derive(Template)]
#[template(path = "emergency/team.html")]
pub struct TeamPage {
    pub frame: Frame,
    pub team: String,
    /// What waits for an answer, oldest first.
    pub requests: Vec<AskRow>,
    /// What the reader judges, by its day.
    pub yours: Vec<OpeningRow>,
    /// What others judge.
    pub others: Vec<OpeningRow>,
    /// The newest first.
    pub judged: Vec<OpeningRow>,
}

/// A worker asks to open a dossier.
#[derive(Clone, Debug)]
pub struct AskRow {
    pub who: Contact,
    /// As it was typed.
    pub whom: String,
    pub reason: String,
    pub sentence: String,
    /// "4 uur"
    pub length: String,
    pub asked: String,
    /// None where there is nothing that the reader can approve.
    pub approve: Option<EndButton>,
}

/// Somebody opened a dossier of the team.
#[derive(Clone, Debug)]
pub struct OpeningRow {
    /// Pseudonymous number.
    pub number: String,
    pub name: String,
    /// Function and team, in words.
    pub role: String,
    pub reason: String,
    pub sentence: String,
    pub opened: String,
    /// Until when, or since when no more and why, in a sentence.
    pub state: String,
    /// By when it is judged, or what was said when and by whom.
    pub due: String,
    /// "2 werkdagen te laat"; empty when in time or judged.
    pub late: String,
    /// To the case; empty where the reader may not open it.
    pub href: String,
    /// The reader judges; otherwise they only look.
    pub yours: bool,
    /// None when it is over.
    pub end: Option<EndButton>,
}

#[cfg(any(test, feature = "samples"))]
#[path = "emergency/samples.rs"]
mod samples;
