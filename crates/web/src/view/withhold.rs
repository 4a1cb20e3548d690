//! Telling the client later (SHA-12): the proposal, the list, and one notice with what was decided about it.

use askama::Template;

use super::{Choice, Form, Frame};

/// `/werk/noodtoegang/{e}/later`. Fields: `ground`, `hidden-from`, `sentence`.
#[derive(Template)]
#[template(path = "withhold/propose.html")]
pub struct ProposePage {
    pub frame: Frame,
    pub form: Form,
    /// Which emergency access, in a sentence.
    pub about: String,
    pub grounds: Vec<Choice>,
    pub whom: Vec<Choice>,
    pub action: String,
}

/// `/toezicht/achterhouden`, `/fg/achterhouden`
#[derive(Template)]
#[template(path = "withhold/list.html")]
pub struct ListPage {
    pub frame: Frame,
    /// The reader decides about notes that wait for a second person as well.
    pub notes: bool,
    /// By the day on which something has to be done.
    pub rows: Vec<ListRow>,
}

/// A notice in the list.
#[derive(Clone, Debug, Default)]
pub struct ListRow {
    pub href: String,
    /// Pseudonymous number.
    pub number: String,
    pub due: String,
    /// "2 werkdagen te laat"; empty when in time.
    pub late: String,
    pub ground: String,
    /// How far it is, in a sentence.
    pub state: String,
    /// The reader decides; otherwise it is only theirs to see.
    pub yours: bool,
}

/// `/toezicht/achterhouden/{n}` and its two others. Fields: `says`, `review` (+ `-month`, `-year`), `sentence`.
#[derive(Template)]
#[template(path = "withhold/notice.html")]
pub struct NoticePage {
    pub frame: Frame,
    pub form: Form,
    /// Pseudonymous number.
    pub number: String,
    pub state: String,
    /// "2 werkdagen te laat"; empty when in time.
    pub late: String,
    /// So late that the officer tells the board.
    pub board: bool,
    pub ground: String,
    pub whom: String,
    /// None when it was thrown away after its term.
    pub access: Option<AccessLines>,
    /// Oldest first.
    pub steps: Vec<StepLine>,
    /// What the reader can decide; empty: nothing.
    pub says: Vec<Choice>,
    /// The last day that fits; empty where no day can be set.
    pub review_hint: String,
    /// The days of the team are used up, for who would extend.
    pub officer_only: bool,
    /// It runs, and somebody else decides.
    pub not_yours: bool,
    pub action: String,
    pub back: String,
}

/// The emergency access that is told later.
#[derive(Clone, Debug, Default)]
pub struct AccessLines {
    /// Name, function and team.
    pub who: String,
    pub opened: String,
    pub reason: String,
}

/// One step.
#[derive(Clone, Debug, Default)]
pub struct StepLine {
    /// "Voorgesteld"
    pub what: String,
    /// Who and when, in words.
    pub by: String,
    /// The review day that was set, in a sentence; empty where none was.
    pub review: String,
    pub sentence: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "withhold/samples.rs"]
mod samples;
