//! `/mijn`: the resident's own pages. Calm, plain, on a phone first; the words are *u* or *je*.

use askama::Template;

use super::changes::{Piece, Since};
use super::entry::Trace;
use super::{Contact, Frame, access::LookDay};

pub mod documents;
pub mod emergency;
pub mod inquiry;
pub mod people;
pub mod plan;
pub mod tasks;
pub mod together;

/// An organisation the resident has a dossier with. Shown as a choice when there are two or more.
#[derive(Clone, Debug, Default)]
pub struct HouseChoice {
    pub name: String,
    /// This page for that organisation.
    pub href: String,
    pub current: bool,
}

/// `/mijn`
#[derive(Template)]
#[template(path = "portal/home.html")]
pub struct HomePage {
    pub frame: Frame,
    /// "mevrouw Bhagwandin", "Emre"
    pub greeting: String,
    /// One for each organisation.
    pub houses: Vec<HouseChoice>,
    /// What is asked of the resident; empty: nothing.
    pub asked: Vec<Asked>,
    /// The resident's workers at this organisation.
    pub workers: Vec<Contact>,
    /// "Ria de Wit helpt u vanaf 1 december 2026 …": who comes, each a sentence; empty where nothing changes.
    pub changes: Vec<String>,
    /// "Sinds uw vorige bezoek: 2 notities, 1 keer gekeken."; none at the first visit.
    pub news: Option<String>,
    /// "1 antwoord voor u": to the resident's questions, not opened yet; empty without.
    pub answers: String,
    /// Shows the welcome.
    pub first_visit: bool,
    /// Where the tiles lead; the organisation is part of it when there are several.
    pub links: Tiles,
}

/// Where the tiles lead.
#[derive(Clone, Debug)]
pub struct Tiles {
    pub dossier: String,
    pub plan: String,
    pub asked: String,
    pub looked: String,
    pub shared: String,
    pub documents: String,
}

impl Default for Tiles {
    fn default() -> Self {
        Self {
            dossier: "/mijn/dossier".into(),
            plan: "/mijn/plan".into(),
            asked: "/mijn/acties".into(),
            looked: "/mijn/gekeken".into(),
            shared: "/mijn/gedeeld".into(),
            documents: "/mijn/documenten".into(),
        }
    }
}

/// Something a resident is asked to do.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    pub href: String,
    pub what: String,
    /// "vóór 3 december 2026"; empty without a date.
    pub before: String,
}

/// `/mijn/dossier`
#[derive(Template)]
#[template(path = "portal/dossier.html")]
pub struct DossierPage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
    /// What the address of another page of this organisation ends in.
    pub ending: String,
    /// Newest first.
    pub months: Vec<Month>,
}

/// Entries of one month.
#[derive(Clone, Debug, Default)]
pub struct Month {
    /// "november 2026"
    pub label: String,
    /// Anchor: "2026-11".
    pub anchor: String,
    pub lines: Vec<Line>,
}

/// What a timeline shows.
#[derive(Clone, Debug)]
pub enum Line {
    Entry(Box<Entry>),
    /// Readable later, where that may be known; `on` in words.
    Later {
        on: String,
        reason: String,
    },
}

/// One entry as the resident reads it.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    pub href: String,
    /// Icon name.
    pub icon: String,
    pub kind: String,
    /// When it happened, in words.
    pub happened: String,
    pub author: String,
    /// Function of the author, in words.
    pub author_role: String,
    /// What this kind of entry is, in words; empty where the kind says it.
    pub about: String,
    pub facts: String,
    /// Empty when none was given.
    pub opinion: String,
    /// "Gewijzigd op 21 november 2026"; empty when never changed.
    pub changed: String,
    /// What is left of it when it was withdrawn; then there is no text.
    pub withdrawn: Option<Trace>,
}

/// `/mijn/dossier/{n}`
#[derive(Template)]
#[template(path = "portal/entry.html")]
pub struct EntryPage {
    pub frame: Frame,
    pub entry: Entry,
    /// Where it came from, in words.
    pub source: String,
    /// When it was written down, in words.
    pub recorded: String,
    /// Who can read this, one sentence.
    pub readers: String,
    /// Earlier texts, newest first.
    pub earlier: Vec<Earlier>,
    /// Back to the dossier.
    /// From which workers it is hidden, in words.
    pub hidden_from: Vec<String>,
    pub back: String,
}

/// An earlier text of an entry.
#[derive(Clone, Debug, Default)]
pub struct Earlier {
    /// When it was replaced, in words.
    pub until: String,
    /// Why it was changed.
    pub reason: String,
    pub facts: String,
    pub opinion: String,
    /// What changed from this text to the next.
    pub since: Since,
}

/// `/mijn/gekeken`
#[derive(Template)]
#[template(path = "portal/looked.html")]
pub struct LookedPage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
    /// Newest first; own workers summed, others spelled out.
    pub days: Vec<LookDay>,
}

/// `/mijn/gegevens`
#[derive(Template)]
#[template(path = "portal/details.html")]
pub struct DetailsPage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
    /// What was asked, under each law.
    pub questions: Vec<OwnQuestion>,
    pub fields: Vec<super::dossier::DetailLine>,
    /// How and when the notice was given, each a sentence.
    pub informed: Vec<String>,
}

/// A question of the client.
#[derive(Clone, Debug)]
pub struct OwnQuestion {
    /// Legal domain in words.
    pub domain: String,
    /// In the client's words.
    pub question: String,
    /// What it is mostly about and since when it is known, in a sentence.
    pub about: String,
}

/// `/mijn/acties`
#[derive(Template)]
#[template(path = "portal/todo.html")]
pub struct TodoPage {
    pub frame: Frame,
    pub asked: Vec<Asked>,
}

/// `/mijn/gedeeld`: nothing was shared, for now always.
#[derive(Template)]
#[template(path = "portal/shared.html")]
pub struct SharedPage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
}

#[cfg(any(test, feature = "samples"))]
mod samples;
