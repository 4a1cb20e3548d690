//! Pages that say no, or that something went wrong. Calm, and always with the way on.
//! `NotInvolvedPage` holds nothing about any dossier: it is the same whether one exists or not (ACC-01).

use askama::Template;

use super::{Contact, Frame, Typed};

/// Staff asked for a dossier they are not involved with, or that does not exist.
#[derive(Template)]
#[template(path = "refusal/not_involved.html")]
pub struct NotInvolvedPage {
    pub frame: Frame,
    /// The coordinator of the reader's own team.
    pub coordinator: Contact,
}

/// A resident asked for something that is not theirs, or that does not exist.
#[derive(Template)]
#[template(path = "refusal/not_yours.html")]
pub struct NotYoursPage {
    pub frame: Frame,
}

/// Another deed was refused; the reason is the text of the deciding policy.
#[derive(Template)]
#[template(path = "refusal/refused.html")]
pub struct RefusedPage {
    pub frame: Frame,
    /// Why, in a sentence: `words.code("policy", id)`.
    pub reason: String,
    /// What would make it possible; empty when nothing would.
    pub way_on: String,
}

/// What went wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// 404 for staff and anonymous readers.
    NotFound,
    /// 400: the request cannot be read.
    Unreadable,
    /// 403: the csrf token is old.
    PageTooOld,
    /// 413
    TooLarge,
    /// 429, with the minutes to wait.
    TooOften { minutes: u32 },
    /// 500
    Broken,
    /// 503
    Outage,
}

impl Problem {
    /// The HTTP status code.
    pub const fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Unreadable => 400,
            Self::PageTooOld => 403,
            Self::TooLarge => 413,
            Self::TooOften { .. } => 429,
            Self::Broken => 500,
            Self::Outage => 503,
        }
    }
}

/// Something went wrong.
#[derive(Template)]
#[template(path = "refusal/problem.html")]
pub struct ProblemPage {
    pub frame: Frame,
    pub problem: Problem,
    /// To tell the helpdesk; empty leaves the line out.
    pub request_id: String,
    /// What was sent and is not kept; none when nothing was typed.
    pub again: Option<Again>,
}

/// A form that did not go: as it was sent, to be sent once more. What was typed is shown, so that it can also be
/// copied.
pub struct Again {
    pub action: String,
    /// Names and values, byte for byte.
    pub fields: Vec<(String, String)>,
}

/// A value from this length on, in characters, is shown as text that somebody wrote.
const WRITTEN: usize = 25;

impl Again {
    /// Everything of this form.
    pub fn of(action: &str, typed: &Typed) -> Self {
        Self { action: action.to_owned(), fields: typed.pairs().to_vec() }
    }

    /// What somebody wrote in it: not the tokens and choices.
    pub fn written(&self) -> Vec<&str> {
        let token = |name: &str| ["csrf", "once"].contains(&name);
        let long = |value: &str| value.chars().count() >= WRITTEN && value.contains(' ');
        let written = self.fields.iter().filter(|(name, value)| !token(name) && long(value));
        written.map(|(_, value)| value.as_str()).collect()
    }
}

impl ProblemPage {
    /// The heading.
    pub fn title(&self) -> String {
        self.frame.t(match self.problem {
            Problem::NotFound => "problem-not-found",
            Problem::Unreadable => "problem-unreadable",
            Problem::PageTooOld => "problem-page-too-old",
            Problem::TooLarge => "problem-too-large",
            Problem::TooOften { .. } => "problem-too-often",
            Problem::Broken => "problem-broken",
            Problem::Outage => "problem-outage",
        })
    }

    /// What to do now.
    pub fn advice(&self) -> String {
        match self.problem {
            Problem::TooOften { minutes } => {
                self.frame.say("problem-too-often-advice", "minutes", i64::from(minutes))
            }
            Problem::NotFound => self.frame.t("problem-not-found-advice"),
            Problem::Unreadable => self.frame.t("problem-unreadable-advice"),
            Problem::PageTooOld => self.frame.t("problem-page-too-old-advice"),
            Problem::TooLarge => self.frame.t("problem-too-large-advice"),
            Problem::Broken | Problem::Outage => self.frame.t("problem-outage-advice"),
        }
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for NotInvolvedPage {
        fn samples() -> Vec<(&'static str, Self)> {
            vec![
                ("typical", Self { frame: worker("/werk/dossier/8f3a"), coordinator: joost() }),
                (
                    "long",
                    Self {
                        frame: long_worker("/werk/dossier/8f3a"),
                        coordinator: Contact { name: LONG_NAME.into(), ..joost() },
                    },
                ),
            ]
        }
    }

    impl Sample for NotYoursPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |words| Self { frame: portal("/mijn/dossier/8f3a", words) };
            vec![("typical", page(formal())), ("je", page(informal()))]
        }
    }

    impl Sample for RefusedPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = worker("/toezicht");
            vec![(
                "typical",
                Self { reason: frame.words.code("policy", "default-deny"), way_on: String::new(), frame },
            )]
        }
    }

    impl Sample for ProblemPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame, problem| Self { frame, problem, request_id: "0f3c-77aa".into(), again: None };
            let typed = |facts: &str| {
                let fields = [("csrf", "0f3c"), ("part", "8f3a"), ("facts", facts)];
                let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
                Some(Again { action: "/werk/notitie/8f3a".into(), fields })
            };
            vec![
                ("404", page(public("/weg"), Problem::NotFound)),
                ("400", page(public("/weg"), Problem::Unreadable)),
                ("403", page(worker("/werk/notitie/8f3a"), Problem::PageTooOld)),
                ("413", page(worker("/werk/notitie/8f3a"), Problem::TooLarge)),
                ("429", page(worker("/werk/nieuw"), Problem::TooOften { minutes: 15 })),
                ("500", page(worker("/werk"), Problem::Broken)),
                ("503", page(public("/"), Problem::Outage)),
                (
                    "503-typed",
                    Self {
                        again: typed(
                            "Bilal belde over de brief van de woningbouw.\n\nHij komt morgen langs.",
                        ),
                        ..page(public("/werk/notitie/8f3a"), Problem::Outage)
                    },
                ),
                (
                    "503-typed-long",
                    Self {
                        again: typed(&format!("{LONG_NAME} {}", "EenheelergLangWoordZonderEinde".repeat(20))),
                        ..page(public("/werk/notitie/8f3a"), Problem::Outage)
                    },
                ),
                ("503-je", page(portal("/mijn", informal()), Problem::Outage)),
            ]
        }
    }
}
