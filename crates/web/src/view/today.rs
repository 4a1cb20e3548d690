//! `/werk`: where a worker's day begins.

use askama::Template;

use super::task::{Button, Group};
use super::{Form, Frame, Section};

/// `/werk`. Field of the search: `words`.
#[derive(Template)]
#[template(path = "today/today.html")]
pub struct TodayPage {
    pub frame: Frame,
    /// Today, in words: "zondag 22 november 2026".
    pub today: String,
    /// Tasks of one's own that are late, for today and for this week.
    pub tasks: Vec<Group>,
    /// How many tasks nobody works on, in a sentence; empty where there are none.
    pub team_tasks: String,
    /// Takes back what was done a moment ago.
    pub undo: Option<Button>,
    /// What is new first, then by day.
    pub waits: Lines,
    /// The own drafts, newest first.
    pub drafts: Lines,
    /// Own dossiers by last change, newest first; at most five.
    pub recent: Vec<Line>,
    pub search: Form,
    /// Questions without a worker; for who divides them.
    pub waiting: Option<usize>,
    /// Emergency accesses to judge and questions to answer, in sentences; for coordinator and deputy.
    pub emergencies: Vec<String>,
    /// What a client hears later and waits for a decision, in a sentence; empty where nothing does.
    pub later: String,
    /// For whom a deputy stands in, in words; empty for others.
    pub stands_in: String,
    /// The privacy training needs attention (ACC-13).
    pub training: Option<Training>,
}

impl TodayPage {
    /// Whether this day may begin with a new question.
    fn takes_in(&self) -> bool {
        matches!(&self.frame.section, Section::Worker(menu) if menu.intake)
    }

    /// Whether the reader notes questions without a name.
    fn notes_contacts(&self) -> bool {
        matches!(&self.frame.section, Section::Worker(menu) if menu.contacts)
    }
}

/// What is up with the yearly privacy training; days in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Training {
    /// Valid through this day.
    ExpiresSoon { on: String },
    /// Expired; work stops after this day.
    InGrace { until: String },
}

/// Something about a dossier of one's own.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub href: String,
    /// Whose dossier it is.
    pub name: String,
    /// What waits or changed: "Nieuw voor jou: Wmo, vaste medewerker".
    pub what: String,
    /// When, in words; may be empty.
    pub when: String,
}

/// Lines of which the first few are in sight and the others folded.
#[derive(Clone, Debug, Default)]
pub struct Lines(pub Vec<Line>);

/// How many are in sight.
const SEEN: usize = 5;

impl Lines {
    /// There is nothing.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The first few.
    pub fn seen(&self) -> &[Line] {
        self.0.get(..SEEN).unwrap_or(&self.0)
    }

    /// The others.
    pub fn folded(&self) -> &[Line] {
        self.0.get(SEEN..).unwrap_or_default()
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::task::samples as task_samples;
    use crate::view::{Sample, sample::*};

    fn line(name: &str, what: String, when: &str) -> Line {
        Line { href: "/werk/dossier/8f3a".into(), name: name.into(), what, when: when.into() }
    }

    fn page(frame: Frame) -> TodayPage {
        TodayPage {
            search: form(frame.words),
            frame,
            today: "zondag 22 november 2026".into(),
            tasks: vec![],
            team_tasks: String::new(),
            undo: None,
            waits: Lines::default(),
            drafts: Lines::default(),
            recent: vec![],
            waiting: None,
            emergencies: vec![],
            later: String::new(),
            stands_in: String::new(),
            training: None,
        }
    }

    impl Sample for TodayPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = worker("/werk");
            let assigned = frame.say2("today-assigned", &("domain", "Wmo"), &("role", "vaste medewerker"));
            let readable = frame.say2("today-readable", &("kind", "Gesprek"), &("day", "24 november 2026"));
            let ends = frame.say("today-ends", "domain", "Wmo");
            let draft = frame.say("draft-changed", "when", "22 november 2026 om 14.32 uur");
            let tasks = task_samples::groups(&frame, "Rosa Bhagwandin");
            let undo = task_samples::undo(&frame, "vandaag");
            let typical = TodayPage {
                tasks,
                team_tasks: frame.say("today-team-tasks", "count", 3),
                undo,
                waits: Lines(vec![
                    line("Bilal Özdemir", assigned.clone(), "Sinds 20 november 2026"),
                    line("Rosa Bhagwandin", readable.clone(), ""),
                    line("Riet van Dam", ends.clone(), "Je leest het dossier tot en met 30 november 2026"),
                ]),
                drafts: Lines(vec![
                    line("Rosa Bhagwandin", draft.clone(), "Verloopt op 29 november 2026"),
                    line(&frame.t("draft-no-dossier"), draft.clone(), "Verloopt op 29 november 2026"),
                ]),
                recent: vec![
                    line("Rosa Bhagwandin", "Wmo, Schuldhulp".into(), "Gewijzigd op 21 november 2026"),
                    line("Bilal Özdemir", "Vrijwillige hulp".into(), "Gewijzigd op 20 november 2026"),
                ],
                ..page(frame)
            };
            let long = TodayPage {
                tasks: task_samples::groups(&typical.frame, LONG_NAME),
                waits: Lines((0..9).map(|_| line(LONG_NAME, readable.clone(), LONG_WORD)).collect()),
                drafts: Lines((0..6).map(|_| line(ARABIC_NAME, draft.clone(), LONG_WORD)).collect()),
                recent: vec![line(LONG_NAME, LONG_WORD.into(), "Gewijzigd op 21 november 2026")],
                waiting: Some(6),
                emergencies: vec![
                    typical.frame.say2("today-to-judge", &("count", "2"), &("day", "27 november 2026")),
                    typical.frame.say("today-emergencies", "count", 2),
                ],
                later: typical.frame.say2("today-later", &("count", "2"), &("day", "27 november 2026")),
                stands_in: typical.frame.say2(
                    "today-stands-in",
                    &("name", LONG_NAME),
                    &("day", "5 december 2026"),
                ),
                training: Some(Training::InGrace { until: "1 december 2026".into() }),
                ..page(long_worker("/werk"))
            };
            let empty = TodayPage {
                training: Some(Training::ExpiresSoon { on: "1 december 2026".into() }),
                ..page(worker("/werk"))
            };
            let mut desk = page(worker("/werk"));
            if let Section::Worker(menu) = &mut desk.frame.section {
                menu.cases = false;
            }
            vec![("typical", typical), ("long", long), ("empty", empty), ("desk", desk)]
        }
    }
}
