//! `/werk`: where a worker's day begins.

use askama::Template;

use super::{Frame, Section, drafts::DraftLine};

/// `/werk`
#[derive(Template)]
#[template(path = "today/today.html")]
pub struct TodayPage {
    pub frame: Frame,
    /// Today, in words: "zondag 22 november 2026".
    pub today: String,
    /// The own drafts, newest first; at most five.
    pub drafts: Vec<DraftLine>,
    /// Own dossiers by last change, newest first; at most five.
    pub recent: Vec<RecentDossier>,
    /// Questions without a worker; for who divides them.
    pub waiting: Option<usize>,
    /// The privacy training needs attention (ACC-13).
    pub training: Option<Training>,
}

impl TodayPage {
    /// Whether this day may begin with a new question.
    fn takes_in(&self) -> bool {
        matches!(&self.frame.section, Section::Worker(menu) if menu.intake)
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

/// A dossier of one's own that changed lately.
#[derive(Clone, Debug, Default)]
pub struct RecentDossier {
    pub href: String,
    pub name: String,
    /// What changed and by whom: "Notitie door Samira Bouzid".
    pub what: String,
    /// When, in words.
    pub when: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for TodayPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let recent = |name: &str, what: &str| RecentDossier {
                href: "/werk/dossier/8f3a".into(),
                name: name.into(),
                what: what.into(),
                when: "21 november 2026 om 16.05 uur".into(),
            };
            let typical = Self {
                frame: worker("/werk"),
                today: "zondag 22 november 2026".into(),
                drafts: vec![DraftLine::sample("Rosa Bhagwandin"), DraftLine::sample("")],
                recent: vec![
                    recent("Rosa Bhagwandin", "Telefoongesprek door Samira Bouzid"),
                    recent("Bilal Özdemir", "Huisbezoek door Derya Aksoy"),
                ],
                waiting: None,
                training: None,
            };
            vec![
                (
                    "long",
                    Self {
                        frame: long_worker("/werk"),
                        drafts: vec![DraftLine::sample(LONG_NAME)],
                        recent: vec![recent(LONG_NAME, LONG_WORD), recent(ARABIC_NAME, "Overleg")],
                        waiting: Some(6),
                        training: Some(Training::InGrace { until: "1 december 2026".into() }),
                        today: typical.today.clone(),
                    },
                ),
                (
                    "empty",
                    Self {
                        frame: worker("/werk"),
                        drafts: vec![],
                        recent: vec![],
                        ..Self::clone_of(&typical)
                    },
                ),
                ("typical", typical),
            ]
        }
    }

    impl TodayPage {
        fn clone_of(other: &Self) -> Self {
            Self {
                frame: other.frame.clone(),
                today: other.today.clone(),
                drafts: vec![],
                recent: vec![],
                waiting: other.waiting,
                training: Some(Training::ExpiresSoon { on: "1 december 2026".into() }),
            }
        }
    }
}
