//! Facts that stand between a worker and a dossier: the worker's own, the team's, a dossier's, an entry's.

use askama::Template;

use super::dossier::Masthead;
use super::entry::EntryDetail;
use super::{Choice, Form, Frame};

/// Something that holds, and the button that ends it.
#[derive(Clone, Debug)]
pub struct Held {
    /// "Familie", "Afwezig": in words.
    pub what: String,
    /// Since when or from when to when, in words.
    pub since: String,
    /// None where the reader cannot end it.
    pub end: Option<EndButton>,
}

/// A form of one button.
#[derive(Clone, Debug)]
pub struct EndButton {
    pub action: String,
    pub label: String,
    pub form: Form,
    /// Where a ground must be given: radio `ground`.
    pub grounds: Vec<Choice>,
}

/// `/werk/ik`: what the worker said about themselves.
#[derive(Template)]
#[template(path = "standing/own.html")]
pub struct OwnPage {
    pub frame: Frame,
    pub conflicts: Vec<Held>,
    pub absences: Vec<Held>,
    /// The reader has dossiers that somebody can take over.
    pub carries_cases: bool,
}

/// `/werk/ik/belang`. Fields: `kind`, `about` (person or address), `surname`, `birth-date` (+ `-month`,
/// `-year`), `address`.
#[derive(Template)]
#[template(path = "standing/conflict.html")]
pub struct ConflictPage {
    pub frame: Frame,
    pub form: Form,
    pub kinds: Vec<Choice>,
    pub abouts: Vec<Choice>,
}

/// `/werk/ik/afwezig` and `/toezicht/team/afwezig`. Fields: `worker` (team only), `from` and `until` (each +
/// `-month`, `-year`); `until` is the last day.
#[derive(Template)]
#[template(path = "standing/absence.html")]
pub struct AbsencePage {
    pub frame: Frame,
    pub form: Form,
    /// Empty: it is about the reader.
    pub people: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

impl AbsencePage {
    fn title(&self) -> String {
        self.frame.t(if self.people.is_empty() { "absence-own-title" } else { "absence-title" })
    }
}

/// `/toezicht/vervanging`: who stands in for the coordinator, and from when until when. Fields: `from`, `until`.
#[derive(Template)]
#[template(path = "standing/deputy.html")]
pub struct DeputyPage {
    pub frame: Frame,
    pub form: Form,
    /// The deputies of the team, by name; empty: there is none.
    pub deputies: Vec<String>,
    /// The reader's own times, each with its end.
    pub times: Vec<Held>,
    /// The reader is a coordinator and can let somebody stand in.
    pub arranges: bool,
}

/// `/toezicht/team`
#[derive(Template)]
#[template(path = "standing/team.html")]
pub struct TeamPage {
    pub frame: Frame,
    pub team: String,
    /// Dossiers that are assigned and that nobody can work on now; empty for a deputy who does not act.
    pub unattended: Vec<UnattendedRow>,
    /// Those that nobody can work on later; without a wait that passes by itself.
    pub soon: Vec<UnattendedRow>,
    /// The reader divides work now, and may see the figures.
    pub divides: bool,
    pub people: Vec<TeamMember>,
}

/// `/toezicht/team/cijfers`
#[derive(Template)]
#[template(path = "standing/figures.html")]
pub struct TeamFiguresPage {
    pub frame: Frame,
    pub team: String,
    /// How many wait now, in words.
    pub waiting: String,
    /// Oldest first.
    pub months: Vec<TeamFigureRow>,
    pub domains: Vec<TeamFigureRow>,
}

/// A month or a legal domain.
#[derive(Clone, Debug)]
pub struct TeamFigureRow {
    pub name: String,
    pub opened: String,
    pub closed: String,
    /// How long the question in the middle waited; empty for a legal domain.
    pub waited: String,
}

/// A part that nobody can work on now. No name, no reason (ACC-05).
#[derive(Clone, Debug)]
pub struct UnattendedRow {
    /// Pseudonymous number: "1012".
    pub number: String,
    /// Legal domain in words.
    pub domain: String,
    /// From when, in words; empty: now.
    pub from: String,
    /// When somebody is back by themselves; empty: not.
    pub back: String,
    pub assign: String,
}

/// Somebody of the team.
#[derive(Clone, Debug)]
pub struct TeamMember {
    pub name: String,
    pub function: String,
    /// "12 dossiers, er komen er 2 bij"; empty for a deputy who does not act.
    pub load: String,
    /// Who takes over now, in words; empty: nobody.
    pub replaced: String,
    /// The last day, in words; empty: not known.
    pub leaves: String,
    /// Where what they carry is handed on; empty: nothing to hand on.
    pub hand_on: String,
    /// Where a question is looked for that fits them; empty: not to be given any.
    pub find: String,
    /// Absences and declared conflicts.
    pub held: Vec<Held>,
}

/// `/werk/dossier/{d}/bescherming`. Field: `ground`.
#[derive(Template)]
#[template(path = "standing/protection.html")]
pub struct ProtectionPage {
    pub frame: Frame,
    pub form: Form,
    pub number: String,
    pub held: Vec<Held>,
    pub grounds: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

/// `/toezicht/uitsluiten/{d}`. Field: `worker`.
#[derive(Template)]
#[template(path = "standing/exclusion.html")]
pub struct ExclusionPage {
    pub frame: Frame,
    pub form: Form,
    pub number: String,
    pub held: Vec<Held>,
    pub workers: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

/// `/werk/dossier/{d}/notitie/{n}/afschermen`. Field: `audience`, a code or the id of one worker.
#[derive(Template)]
#[template(path = "standing/shield.html")]
pub struct ShieldPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub entry: EntryDetail,
    pub held: Vec<Held>,
    pub audiences: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "standing/samples.rs"]
mod samples;
