//! What stands out in the record: the list, today so far, one finding with what was said of it, and the thresholds.

use askama::Template;

use super::caseload::Pages;
use super::standing::EndButton;
use super::{Choice, Form, Frame};

/// `/toezicht/opvallend`, `/fg/opvallend`
#[derive(Template)]
#[template(path = "log_review/list.html")]
pub struct FindingsPage {
    pub frame: Frame,
    /// The address of this list.
    pub base: &'static str,
    pub waiting: Vec<FindingRow>,
    pub settled: Vec<FindingRow>,
    /// Of those that wait.
    pub pages: Pages,
    /// The reader sets the thresholds.
    pub thresholds: bool,
}

/// A finding.
#[derive(Clone, Debug, Default)]
pub struct FindingRow {
    pub href: String,
    /// "vrijdag 20 november 2026"
    pub day: String,
    pub who: String,
    /// Function and team.
    pub role: String,
    /// "Veel dossiers op een dag"
    pub what: String,
    /// "61 verschillende dossiers. Tot en met 60 is gewoon."
    pub times: String,
    /// "Daarvan is 3 keer geweigerd."; empty when none was.
    pub refused: String,
    /// "nog geen oordeel", "uitleg gevraagd", …
    pub state: String,
    /// The state asks for somebody.
    pub flagged: bool,
}

/// `/toezicht/opvallend/vandaag`
#[derive(Template)]
#[template(path = "log_review/today.html")]
pub struct TodayPage {
    pub frame: Frame,
    pub base: &'static str,
    pub people: Vec<TodayRow>,
}

/// Somebody about whom something stands out today.
#[derive(Clone, Debug, Default)]
pub struct TodayRow {
    pub who: String,
    pub role: String,
    /// What, and how often.
    pub found: Vec<(String, String)>,
}

/// `/toezicht/opvallend/{finding}`. Fields: `verdict`, `sentence`.
#[derive(Template)]
#[template(path = "log_review/finding.html")]
pub struct FindingPage {
    pub frame: Frame,
    pub form: Form,
    pub base: &'static str,
    pub row: FindingRow,
    /// What it can be.
    pub perhaps: String,
    /// Reading the record of that day; what is asked for goes as fields of its form.
    pub log: EndButton,
    pub said: Vec<SaidRow>,
    /// Nothing is said after it.
    pub settled: bool,
    pub verdicts: Vec<Choice>,
}

/// What somebody said.
#[derive(Clone, Debug, Default)]
pub struct SaidRow {
    pub verdict: String,
    pub sentence: String,
    /// "Joost Meijer, coördinator, 20 november 2026"
    pub by: String,
}

/// `/fg/opvallend/grenzen`. Fields: `dossiers`, `empty-searches`, `out-of-hours`, `emergencies`, `begins`, `ends`, `from`,
/// `reason`.
#[derive(Template)]
#[template(path = "log_review/thresholds.html")]
pub struct ThresholdsPage {
    pub frame: Frame,
    pub form: Form,
    /// What holds today.
    pub now: Vec<(String, String)>,
    pub history: Vec<ThresholdsRow>,
}

/// A change.
#[derive(Clone, Debug, Default)]
pub struct ThresholdsRow {
    pub since: String,
    /// The numbers in one line.
    pub what: String,
    pub reason: String,
    pub by: String,
}

#[cfg(any(test, feature = "samples"))]
#[path = "log_review/samples.rs"]
mod samples;
