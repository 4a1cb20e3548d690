//! What staff need before they see anything of a client (ACC-13): the pledge, training, an active post.

use askama::Template;

use super::{Contact, Form, Frame};

/// `/werk/geheimhouding`: read and sign the confidentiality pledge. Field: `version`.
#[derive(Template)]
#[template(path = "pledge/pledge.html")]
pub struct PledgePage {
    pub frame: Frame,
    pub form: Form,
    /// Version of the text that is signed, "2026-11".
    pub version: String,
    pub name: String,
    pub function: String,
    pub team: String,
    /// Today, in words.
    pub today: String,
    /// The day this version was signed, in words; then there is nothing left to sign.
    pub signed_on: Option<String>,
}

impl PledgePage {
    /// The numbered promises.
    pub fn promises(&self) -> Vec<String> {
        [
            "pledge-1",
            "pledge-2",
            "pledge-3",
            "pledge-4",
            "pledge-5",
            "pledge-6",
            "pledge-7",
            "pledge-8",
            "pledge-9",
            "pledge-10",
        ]
        .iter()
        .map(|key| self.frame.t(key))
        .collect()
    }
}

/// What is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The pledge for the current text.
    Pledge,
    /// The privacy training was never done.
    Training,
    /// The privacy training expired on this day, in words.
    TrainingExpired { on: String },
    /// The post has ended or has not begun.
    Post,
}

/// Shown after signing in when something is missing.
#[derive(Template)]
#[template(path = "pledge/not_ready.html")]
pub struct NotReadyPage {
    pub frame: Frame,
    pub missing: Vec<Missing>,
    /// Who can help.
    pub call: Contact,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, Section, frame::Menu, sample::*};

    impl Sample for PledgePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |name: &str, signed_on: Option<&str>| {
                let frame =
                    Frame { section: Section::Worker(Menu::default()), ..worker("/werk/geheimhouding") };
                Self {
                    form: form(frame.words),
                    frame,
                    version: "2026-11".into(),
                    name: name.into(),
                    function: "buurtteammedewerker".into(),
                    team: "Noord".into(),
                    today: "22 november 2026".into(),
                    signed_on: signed_on.map(Into::into),
                }
            };
            vec![
                ("typical", page("Samira Bouzid", None)),
                ("signed", page("Samira Bouzid", Some("3 november 2026"))),
                ("long", page(LONG_NAME, None)),
            ]
        }
    }

    impl Sample for NotReadyPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |missing| Self {
                frame: Frame { section: Section::Worker(Menu::default()), ..worker("/werk/niet-klaar") },
                missing,
                call: joost(),
            };
            vec![
                ("typical", page(vec![Missing::TrainingExpired { on: "1 oktober 2026".into() }])),
                ("all", page(vec![Missing::Pledge, Missing::Training, Missing::Post])),
            ]
        }
    }
}
