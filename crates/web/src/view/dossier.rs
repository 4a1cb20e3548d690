//! A dossier as its workers see it: masthead, overview, timeline, details.

use app::Text;
use askama::Template;

use super::{Contact, Form, Frame, caseload::Pages, entry::Trace, escape::Written, standing::EndButton};

/// What stands above every page of a dossier.
#[derive(Clone, Debug, Default)]
pub struct Masthead {
    /// Such as `/werk/dossier/8f3a`; the tabs hang under it.
    pub base: String,
    pub name: String,
    /// "58 jaar"
    pub age: String,
    /// "9 maart 1968", or a year alone.
    pub born: String,
    pub phones: Vec<PhoneLine>,
    /// "Spreekt het best: Pools"; empty where it was not asked, and for Dutch.
    pub language: String,
    /// Agreement about safe contact in the client's or worker's words; empty when there is none.
    pub safe_words: String,
    /// Warnings in words: "adres geheim".
    pub flags: Vec<String>,
    /// Involved workers of the parts the reader may see.
    pub workers: Vec<Contact>,
    /// Masked: "•••••6782"; none where the part does not allow a BSN (BSN-05).
    pub bsn: Option<String>,
    /// The emergency access by which the reader is here, and how to end it (ACC-03).
    pub emergency: Option<EmergencyBanner>,
    /// The reader is here in an emergency only: adding a note is all they may.
    pub only_emergency: bool,
    pub tab: Tab,
    /// The reader may write a note.
    pub may_write: bool,
}

/// What stands above every page of a dossier that was opened in an emergency.
#[derive(Clone, Debug)]
pub struct EmergencyBanner {
    /// "16.32 uur", with the day when it is another one.
    pub until: String,
    pub end: EndButton,
}

/// A telephone number and whether it is safe.
#[derive(Clone, Debug, Default)]
pub struct PhoneLine {
    pub number: String,
    /// "veilig om te bellen", "niet bellen"
    pub words: String,
    /// False: shown without a link.
    pub may_call: bool,
}

/// The pages of a dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    #[default]
    Overview,
    Timeline,
    Plan,
    Tasks,
    Documents,
    Details,
    People,
    Access,
}

/// One tab as a link.
pub struct TabLink {
    pub href: String,
    pub label: String,
    pub current: bool,
}

impl Masthead {
    /// The tabs, the current one marked.
    pub fn tabs(&self, frame: &Frame) -> Vec<TabLink> {
        [
            (Tab::Overview, "", "tab-overview"),
            (Tab::Timeline, "/tijdlijn", "tab-timeline"),
            (Tab::Plan, "/plan", "tab-plan"),
            (Tab::Tasks, "/taken", "tab-tasks"),
            (Tab::Documents, "/documenten", "tab-documents"),
            (Tab::Details, "/gegevens", "tab-details"),
            (Tab::People, "/mensen", "tab-people"),
            (Tab::Access, "/toegang", "tab-access"),
        ]
        .into_iter()
        .map(|(tab, end, key)| TabLink {
            href: format!("{}{end}", self.base),
            label: frame.t(key),
            current: tab == self.tab,
        })
        .collect()
    }

    /// The link to a new note in this dossier.
    pub fn note(&self) -> String {
        self.base.replacen("/werk/dossier/", "/werk/notitie/", 1)
    }
}

impl PhoneLine {
    /// The number as a link wants it.
    pub fn dial(&self) -> String {
        super::dial(&self.number)
    }
}

/// `/werk/dossier/{d}`
#[derive(Template)]
#[template(path = "dossier/overview.html")]
pub struct DossierPage {
    pub frame: Frame,
    pub masthead: Masthead,
    /// The parts the reader may see.
    pub parts: Vec<PartCard>,
    /// The last three entries.
    pub latest: Vec<TimelineEntry>,
}

/// One part of a dossier.
#[derive(Clone, Debug, Default)]
pub struct PartCard {
    /// Legal domain in words.
    pub domain: String,
    /// The question, as the client put it.
    pub question: String,
    /// What it is mostly about, in words; empty when not asked.
    pub life_area: String,
    /// In words.
    pub since: String,
    /// In words.
    pub last_contact: String,
    pub workers: Vec<Contact>,
    /// When it was closed, in words; empty while it is open.
    pub closed: String,
    /// Where it is closed; none when the reader cannot.
    pub close: Option<String>,
    /// Where it is opened again; none when it is open, or the reader cannot.
    pub reopen: Option<String>,
}

/// One entry in a timeline, whole text included.
#[derive(Clone, Debug, Default)]
pub struct TimelineEntry {
    pub href: String,
    /// Icon name.
    pub icon: String,
    pub kind: String,
    /// When it happened, in words.
    pub happened: String,
    pub author: String,
    /// Legal domain in words.
    pub part: String,
    pub facts: Text,
    /// Empty when none was given.
    pub opinion: Text,
    /// 1 when never changed.
    pub version: u32,
    /// "Zichtbaar voor de klant vanaf 3 december 2026"; empty when visible now.
    pub later: String,
    /// A second person has not agreed yet that the client reads it later.
    pub awaits: bool,
    /// What is left of it when it was withdrawn; then there is no text.
    pub withdrawn: Option<Trace>,
}

impl TimelineEntry {
    /// The facts, for the page.
    pub fn facts(&self) -> Written<'_> {
        Written(&self.facts)
    }

    /// The opinion, for the page.
    pub fn opinion(&self) -> Written<'_> {
        Written(&self.opinion)
    }
}

/// Entries of one month.
#[derive(Clone, Debug, Default)]
pub struct Month {
    /// "november 2026"
    pub label: String,
    /// Anchor: "2026-11".
    pub anchor: String,
    pub entries: Vec<TimelineEntry>,
}

/// `/werk/dossier/{d}/tijdlijn`; further pages with `?pagina=2`.
#[derive(Template)]
#[template(path = "dossier/timeline.html")]
pub struct TimelinePage {
    pub frame: Frame,
    pub masthead: Masthead,
    /// Newest first.
    pub months: Vec<Month>,
    pub pages: Pages,
    /// A note that was saved names somebody who is not known here.
    pub strip: Option<super::people::NamesStrip>,
}

/// `/werk/dossier/{d}/gegevens`
#[derive(Template)]
#[template(path = "dossier/details.html")]
pub struct DetailsPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub fields: Vec<DetailLine>,
    /// How and when the notice was given, and agreement to support, each a sentence.
    pub informed: Vec<String>,
    /// Where language and interpreter are changed; none when the reader cannot.
    pub change_language: Option<String>,
    /// Where the birth date is corrected; none when the reader cannot.
    pub correct_birth_date: Option<String>,
    /// The link to see the BSN; none where there is none to see.
    pub reveal_bsn: Option<String>,
}

/// One thing that is known about a person.
#[derive(Clone, Debug, Default)]
pub struct DetailLine {
    pub label: String,
    pub value: String,
    /// Where it came from, in words.
    pub source: String,
    /// Since when, in words.
    pub since: String,
    /// Why we keep it.
    pub why: String,
}

/// `/werk/dossier/{d}/bsn`: the whole BSN, after a reason (BSN-05). Field: `reason`.
#[derive(Template)]
#[template(path = "dossier/bsn.html")]
pub struct BsnPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    /// The number, in groups; none before a reason was given.
    pub shown: Option<String>,
}

#[cfg(any(test, feature = "samples"))]
mod samples;
