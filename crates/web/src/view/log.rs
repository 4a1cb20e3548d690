//! `/fg/logboek` and `/toezicht/logboek`: lines of the record. Never what was written, and no client's name.

use askama::Template;

use super::{Choice, Form, Frame};

/// `/fg/logboek`
#[derive(Template)]
#[template(path = "log/home.html")]
pub struct LogHomePage {
    pub frame: Frame,
}

/// One of the three views: what is asked for, and what was found. Fields: `number` or `worker` or `team`; `from` and
/// `until` or `day` (each + `-month`, `-year`); `reason`; hidden `below`.
#[derive(Template)]
#[template(path = "log/log.html")]
pub struct LogPage {
    pub frame: Frame,
    pub form: Form,
    pub title: String,
    /// A client is asked for by number.
    pub by_number: bool,
    pub workers: Vec<Choice>,
    pub teams: Vec<Choice>,
    pub one_day: bool,
    pub reasons: Vec<Choice>,
    pub action: String,
    /// Empty: there is no page above.
    pub back: String,
    /// None before something was asked for.
    pub shown: Option<Shown>,
}

impl LogPage {
    /// What goes along to the next page: every field but the old place.
    fn kept(&self) -> Vec<&(String, String)> {
        let not = ["csrf", "once", "below"];
        self.form.values.pairs().iter().filter(|(name, _)| !not.contains(&name.as_str())).collect()
    }
}

/// A page of lines.
#[derive(Clone, Debug, Default)]
pub struct Shown {
    pub rows: Vec<LogRow>,
    /// Where the next page begins; empty: this is the last.
    pub below: String,
    pub is_first: bool,
}

/// One line.
#[derive(Clone, Debug, Default)]
pub struct LogRow {
    pub at: String,
    pub who: String,
    /// Function and team; empty for a client.
    pub role: String,
    pub what: String,
    /// Legal domains; may be empty.
    pub domains: String,
    /// "gelukt", "geweigerd", "mislukt"
    pub outcome: String,
    pub refused: bool,
    /// May be empty.
    pub reason: String,
    pub emergency: bool,
    /// The client's number; may be empty.
    pub client: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl LogRow {
        fn invented(refused: bool) -> Self {
            Self {
                at: "20 november 2026 om 14.30 uur".into(),
                who: "Samira Bouzid".into(),
                role: "buurtteammedewerker, Team Noord".into(),
                what: "bekeek het dossier".into(),
                domains: if refused { String::new() } else { "Wmo".into() },
                outcome: if refused { "geweigerd".into() } else { "gelukt".into() },
                refused,
                reason: String::new(),
                emergency: false,
                client: "1012".into(),
            }
        }
    }

    impl Sample for LogHomePage {
        fn samples() -> Vec<(&'static str, Self)> {
            vec![("typical", Self { frame: officer("/fg/logboek") })]
        }
    }

    impl Sample for LogPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame, form, shown| Self {
                title: frame.t("log-client-title"),
                by_number: true,
                workers: vec![],
                teams: vec![],
                one_day: false,
                reasons: coded(
                    frame.words,
                    "reading",
                    &["log-complaint", "log-request", "log-signal", "log-sample"],
                ),
                action: "/fg/logboek/klant".into(),
                back: "/fg/logboek".into(),
                frame,
                form,
                shown,
            };
            let frame = || officer("/fg/logboek/klant");
            let words = frame().words;
            let wrong = form(words)
                .but([("number", words.t("log-number-missing")), ("reason", words.t("log-reason-missing"))]);
            let some = Shown {
                rows: vec![LogRow::invented(false), LogRow::invented(true)],
                below: "1763645400000-12".into(),
                is_first: true,
            };
            let long = Shown {
                rows: vec![LogRow {
                    who: LONG_NAME.into(),
                    role: LONG_WORD.into(),
                    emergency: true,
                    reason: words.t("reason-log-sample"),
                    ..LogRow::invented(true)
                }],
                below: String::new(),
                is_first: false,
            };
            let team = |shown| Self {
                title: words.t("log-team-title"),
                by_number: false,
                one_day: true,
                action: "/toezicht/logboek".into(),
                back: String::new(),
                ..page(coordinator("/toezicht/logboek"), form(words), shown)
            };
            let worker = Self {
                title: words.t("log-worker-title"),
                by_number: false,
                workers: vec![Choice::new("55cc", LONG_NAME), Choice::new("66dd", "Samira Bouzid")],
                ..page(officer("/fg/logboek/medewerker"), form(words), None)
            };
            let of_team = Self { teams: vec![Choice::new("77ee", "Team Noord")], ..team(None) };
            vec![
                ("asked", page(frame(), form(words), None)),
                ("errors", page(frame(), wrong, None)),
                ("empty", page(frame(), form(words), Some(Shown { is_first: true, ..Shown::default() }))),
                ("typical", page(frame(), form(words).with([("number", "1012")]), Some(some.clone()))),
                ("worker", worker),
                ("team", of_team),
                ("own-team", team(Some(some))),
                (
                    "long",
                    Self {
                        frame: long_worker("/fg/logboek/klant"),
                        ..page(frame(), form(words), Some(long))
                    },
                ),
            ]
        }
    }
}
