//! All dossiers of somebody go to others: for a time, or because the worker leaves. One form, and what came of each.

use askama::Template;

use super::{Choice, Form, Frame};

/// `/werk/vervanging`. Fields: `worker`, `from` and `until` (each + `-month`, `-year`; `until` is the last day), `note`;
/// for each part `to-` with its id.
#[derive(Template)]
#[template(path = "involvement/stand_in.html")]
pub struct StandInPage {
    pub frame: Frame,
    pub form: Form,
    pub all: AllOf,
}

/// `/toezicht/overdragen/{staff}`. Fields: `worker`, `from` (+ `-month`, `-year`), `reason`; for each part `to-` with its id.
#[derive(Template)]
#[template(path = "involvement/leaving.html")]
pub struct LeavingPage {
    pub frame: Frame,
    pub form: Form,
    /// Who leaves.
    pub name: String,
    /// The last day, in words; empty: not known.
    pub leaves: String,
    pub all: AllOf,
    pub action: String,
}

/// The parts that go, and to whom.
#[derive(Clone, Debug, Default)]
pub struct AllOf {
    /// How many dossiers that is, in words.
    pub count: String,
    /// Colleagues; who cannot take one of them stands there too, without saying why.
    pub workers: Vec<Choice>,
    /// Somebody else or nobody, for one part.
    pub others: Vec<Choice>,
    pub parts: Vec<OnePart>,
    /// Something else was chosen for a part: then it is shown open.
    pub open: bool,
}

/// One part.
#[derive(Clone, Debug, Default)]
pub struct OnePart {
    pub id: String,
    /// The client's name or the number of the dossier, and the legal domain.
    pub label: String,
}

impl OnePart {
    fn field(&self) -> String {
        format!("to-{}", self.id)
    }
}

/// What came of it.
#[derive(Template)]
#[template(path = "involvement/all_done.html")]
pub struct AllDonePage {
    pub frame: Frame,
    pub title: String,
    /// How many went, in words.
    pub taken: String,
    /// The worker's absence is written down.
    pub absent: bool,
    /// Where the colleague works already; labels.
    pub already: Vec<NotTaken>,
    /// What nobody takes over now; labels.
    pub not_taken: Vec<NotTaken>,
    /// What is said about these.
    pub not_taken_next: String,
    pub back: String,
}

/// A part that did not go.
#[derive(Clone, Debug, Default)]
pub struct NotTaken {
    pub label: String,
    /// Where somebody else is chosen.
    pub href: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    fn all(frame: &Frame, label: impl Fn(usize) -> String, open: bool) -> AllOf {
        let words = frame.words;
        AllOf {
            count: words.with("stand-in-count", &[("count", 3.into())]),
            workers: vec![Choice::new("aa", "Samira Bouzid"), Choice::new("bb", LONG_NAME)],
            others: vec![
                Choice::new("nobody", words.t("stand-in-nobody")),
                Choice::new("aa", "Samira Bouzid"),
            ],
            parts: (1..=3).map(|at| OnePart { id: format!("p{at}"), label: label(at) }).collect(),
            open,
        }
    }

    fn name(at: usize) -> String {
        format!("{}, Wmo", [LONG_NAME, "Bilal Özdemir", LONG_WORD][at % 3])
    }

    impl Sample for StandInPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = || worker("/werk/vervanging");
            let words = frame().words;
            let page = |form, all| Self { frame: frame(), form, all };
            let wrong = form(words).with([("until", "40"), ("to-p1", "nobody")]).but([
                ("worker", words.t("handover-worker-missing")),
                ("until", words.t("fault-no-such-day")),
                ("note", words.t("handover-note-missing")),
            ]);
            vec![
                ("typical", page(form(words), all(&frame(), name, false))),
                ("errors", page(wrong, all(&frame(), name, true))),
                ("empty", page(form(words), AllOf::default())),
            ]
        }
    }

    impl Sample for LeavingPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = || coordinator("/toezicht/overdragen/55cc");
            let words = frame().words;
            let number = |at| {
                format!(
                    "{}, Wmo",
                    words.with("team-unattended-number", &[("number", format!("{}", 1010 + at).into())])
                )
            };
            let page = |form, all, leaves: &str| Self {
                frame: frame(),
                form,
                name: LONG_NAME.into(),
                leaves: leaves.into(),
                all,
                action: "/toezicht/overdragen/55cc".into(),
            };
            let wrong = form(words).but([
                ("worker", words.t("handover-worker-missing")),
                ("reason", words.t("assign-reason-missing")),
            ]);
            let last = words.with("team-leaves", &[("day", "31 december 2026".into())]);
            vec![
                ("typical", page(form(words), all(&frame(), number, false), &last)),
                ("errors", page(wrong, all(&frame(), number, true), "")),
                ("empty", page(form(words), AllOf::default(), &last)),
            ]
        }
    }

    impl Sample for AllDonePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = worker("/werk/vervanging");
            let words = frame.words;
            let not =
                |label: &str| NotTaken { label: label.into(), href: "/werk/dossier/8f3a/overdragen".into() };
            let page = |already, not_taken| Self {
                frame: worker("/werk/vervanging"),
                title: words.t("stand-in-title"),
                taken: words.with("stand-in-taken", &[("count", 12.into())]),
                absent: true,
                already,
                not_taken,
                not_taken_next: words.t("stand-in-not-taken-next"),
                back: "/werk/ik".into(),
            };
            vec![
                ("all", page(vec![], vec![])),
                ("some", page(vec![not("Bilal Özdemir, Wmo")], vec![not(LONG_NAME), not(ARABIC_NAME)])),
            ]
        }
    }
}
