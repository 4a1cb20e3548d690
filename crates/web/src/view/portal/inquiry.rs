//! "Waarom heeft u gekeken?": the resident's pages, in *u* or *je*.

use askama::Template;

use crate::view::inquiry::{Answered, Line};
use crate::view::{Choice, Contact, Form, Frame};

/// What the list of looks offers at a line.
#[derive(Clone, Debug, Default)]
pub struct AskLink {
    pub href: String,
    /// "Vraag waarom", "Lees het antwoord"
    pub label: String,
    /// "Antwoord uiterlijk 9 maart 2026"; empty before there is a question.
    pub about: String,
    /// An answer that was not opened yet.
    pub new: bool,
}

/// `/mijn/gekeken/{l}/vraag`. Fields: `words`, `name`.
#[derive(Template)]
#[template(path = "portal/ask.html")]
pub struct AskPage {
    pub frame: Frame,
    pub form: Form,
    pub line: Line,
    /// The line leaves out who it was: the name can be asked for as well.
    pub nameless: bool,
    pub action: String,
    pub cancel: String,
}

/// `/mijn/gekeken/vragen/{q}`
#[derive(Template)]
#[template(path = "portal/inquiry.html")]
pub struct OwnInquiryPage {
    pub frame: Frame,
    pub line: Line,
    /// As it was typed; empty: no words were added.
    pub words: String,
    /// In words.
    pub asked: String,
    /// That the name was asked for as well; empty otherwise.
    pub name: String,
    /// "U krijgt antwoord uiterlijk op 9 maart 2026." or that it is late; empty when answered.
    pub due: String,
    pub late: bool,
    /// Who answers; empty when answered.
    pub turn: String,
    pub answer: Option<Answered>,
    /// The complaint and the request that came of it.
    pub received: Vec<ReceivedLine>,
    /// Where to go on; none when both are there.
    pub pursue: Option<String>,
    /// Whom to call.
    pub team: Contact,
    pub back: String,
}

/// A complaint or request that was received.
#[derive(Clone, Debug, Default)]
pub struct ReceivedLine {
    /// "Klacht", "Verzoek: inzage"
    pub what: String,
    pub received: String,
    pub due: String,
    /// Who handles it and whom to call.
    pub handler: String,
    pub phone: String,
}

/// `/mijn/gekeken/vragen/{q}/verder`. Field: `what`, `complaint` or the code of a right.
#[derive(Template)]
#[template(path = "portal/pursue.html")]
pub struct PursuePage {
    pub frame: Frame,
    pub form: Form,
    pub choices: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "inquiry/samples.rs"]
mod samples;
