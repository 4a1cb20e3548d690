//! Notes in a dossier: choosing where, writing, reading with versions, correcting, and when two write at once.

use askama::Template;

use super::changes::{Piece, Since};
use super::{Choice, Form, Frame, dossier::Masthead};

/// `/werk/notitie`: for which dossier?
#[derive(Template)]
#[template(path = "entry/choose.html")]
pub struct ChooseDossierPage {
    pub frame: Frame,
    /// The last five that were open.
    pub recent: Vec<DossierChoice>,
    /// All own dossiers, by name.
    pub all: Vec<DossierChoice>,
}

/// A dossier to write in.
#[derive(Clone, Debug, Default)]
pub struct DossierChoice {
    pub href: String,
    pub name: String,
    /// "58 jaar, Wmo"
    pub about: String,
}

/// `/werk/notitie/{d}`: a new note. Fields: `part`, `kind`, `happened` (+ `-month`, `-year`), `time`,
/// `facts`, `opinion`, `source`, `category`, `visible` (`now` or `later`), `visible-from` (+ `-month`, `-year`),
/// `ground`, `announced`; hidden `draft`; the button is `deed` = `save` or `draft`.
#[derive(Template)]
#[template(path = "entry/write.html")]
pub struct NotePage {
    pub frame: Frame,
    pub form: Form,
    /// The client's name.
    pub name: String,
    pub dossier: String,
    /// Parts this worker may write in; one needs no choice.
    pub parts: Vec<Choice>,
    pub kinds: Vec<Choice>,
    pub sources: Vec<Choice>,
    /// What it is about (MOD-01); empty leaves the question out.
    pub categories: Vec<Choice>,
    /// Grounds to show it to the client later.
    pub grounds: Vec<Choice>,
    /// The form for several dossiers at once, with this one chosen.
    pub family: String,
    /// Where the form goes.
    pub action: String,
    /// Where the script keeps the draft; the answer is one line of text.
    pub autosave: String,
    /// The draft's id, empty before the first save.
    pub draft: String,
    /// How new the draft is, as this form saw it; empty before the first save.
    pub draft_seen: String,
    /// "Concept bewaard om 14.32 uur."; none before the first save.
    pub draft_saved: Option<String>,
}

/// `/werk/dossier/{d}/notitie/{n}`
#[derive(Template)]
#[template(path = "entry/entry.html")]
pub struct EntryPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub entry: EntryDetail,
    /// Newest first; the first is the current one.
    pub versions: Vec<Version>,
    /// None when the reader may not write here.
    pub correct: Option<String>,
    /// Withdrawing it; none when the reader may not, or when it was.
    pub withdraw: Option<String>,
    /// What the second person decides; none when the reader is not that person, or nothing waits.
    pub delay: Option<DelayForm>,
    /// Who agreed that the client reads it later, or by when somebody must; empty when nothing is delayed.
    pub delayed: String,
    /// What is left of it when it was withdrawn; then there are no versions.
    pub withdrawn: Option<Trace>,
    /// From whom it is hidden now, in words.
    pub hidden_from: Vec<String>,
    /// Hiding it, and lifting that; none when the reader may not write here.
    pub shield: Option<String>,
    /// The page to tell the client later of the emergency access that this entry tells of.
    pub later: Option<String>,
}

/// Deciding about a delay. Field: the button `says` = `agree` or `refuse`.
#[derive(Clone, Debug)]
pub struct DelayForm {
    pub form: Form,
    pub action: String,
}

/// `/toezicht/uitgesteld`
#[derive(Template)]
#[template(path = "entry/delays.html")]
pub struct DelaysPage {
    pub frame: Frame,
    /// The first to lapse first.
    pub rows: Vec<DelayRow>,
}

/// An entry that waits for a second person.
#[derive(Clone, Debug)]
pub struct DelayRow {
    /// Pseudonymous number.
    pub number: String,
    /// Legal domain in words.
    pub part: String,
    pub author: String,
    pub ground: String,
    /// The day on which the client reads it, when somebody agrees.
    pub until: String,
    /// The day on which the client reads it, when nobody does.
    pub lapses: String,
    /// None: the reader wrote it.
    pub decide: Option<DelayForm>,
}

/// What is left of an entry that was withdrawn.
#[derive(Clone, Debug, Default)]
pub struct Trace {
    /// When and by whom, one sentence.
    pub said: String,
    /// Why, in fixed words.
    pub ground: String,
    /// Why, in the words of who withdrew it; may be empty.
    pub why: String,
}

/// `/werk/dossier/{d}/notitie/{n}/intrekken`. Fields: `ground`, `why`, `breach`.
#[derive(Template)]
#[template(path = "entry/withdraw.html")]
pub struct WithdrawPage {
    pub frame: Frame,
    pub form: Form,
    /// The client's name.
    pub name: String,
    pub entry: EntryDetail,
    pub grounds: Vec<Choice>,
    pub action: String,
    /// Back to the entry.
    pub cancel: String,
}

/// What is known about one entry beside its text.
#[derive(Clone, Debug, Default)]
pub struct EntryDetail {
    /// Icon name, see `frame.icon`.
    pub icon: String,
    /// Kind in words: "Telefoongesprek".
    pub kind: String,
    /// Legal domain in words.
    pub part: String,
    pub author: String,
    /// Where it came from, in words.
    pub source: String,
    /// When it happened, in words.
    pub happened: String,
    /// When it was written down, in words.
    pub recorded: String,
    /// What the client sees of it, in words.
    pub visible: String,
}

/// One version of a text.
#[derive(Clone, Debug, Default)]
pub struct Version {
    pub number: u32,
    pub author: String,
    /// In words.
    pub at: String,
    /// Why it was changed; empty for the first.
    pub reason: String,
    pub facts: String,
    /// Empty when none was given.
    pub opinion: String,
    /// What changed from this version to the next; nothing for the newest.
    pub since: Since,
}

/// `/werk/dossier/{d}/notitie/{n}/corrigeren`. Fields: `facts`, `opinion`, `reason`; hidden `version`.
#[derive(Template)]
#[template(path = "entry/correct.html")]
pub struct CorrectPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub entry: EntryDetail,
    /// The version that is being changed.
    pub version: u32,
    /// Why it is changed must be said; the rule decides.
    pub reason_needed: bool,
    pub action: String,
    /// Back to the entry.
    pub cancel: String,
}

/// Two people changed the same note. The own text is in `form`; nothing is lost.
/// Sending again with the new `version` keeps the own text as the newest version.
#[derive(Template)]
#[template(path = "entry/conflict.html")]
pub struct ConflictPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    /// What was kept in the meantime.
    pub theirs: Version,
    /// It was the reader who kept it, in another window.
    pub own: bool,
    /// Why it is changed must be said; the rule decides.
    pub reason_needed: bool,
    pub action: String,
    /// Keeps the other's text: back to the entry.
    pub cancel: String,
}

impl ConflictPage {
    fn title(&self) -> String {
        self.frame.t(if self.own { "conflict-own-title" } else { "conflict-title" })
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples;
