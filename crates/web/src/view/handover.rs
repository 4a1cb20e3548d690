//! Handing a dossier over to a colleague, and what was handed over before.

use askama::Template;

use super::dossier::Masthead;
use super::today::Line;
use super::{Choice, Form, Frame};

/// `/werk/dossier/{d}/overdragen`. Fields: `worker`, `part`, `length` (for-good or for-a-time), `from` and `until` (each +
/// `-month`, `-year`; `until` is the last day), `note`, `wish`, `told`, `told-on` (+ `-month`, `-year`).
#[derive(Template)]
#[template(path = "involvement/hand_over.html")]
pub struct HandOverPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    /// Colleagues; who cannot take it stands there too, without saying why.
    pub workers: Vec<Choice>,
    /// One for each part; nothing to choose where there is one.
    pub parts: Vec<Choice>,
    pub lengths: Vec<Choice>,
    /// How the client was told.
    pub ways: Vec<Choice>,
    /// What waits for the worker here, as Vandaag says it.
    pub waits: Vec<Line>,
    /// What the worker still has to do here; it goes along. Sentences.
    pub tasks: Vec<String>,
    pub earlier: Vec<HandedLine>,
    pub action: String,
    pub cancel: String,
}

/// A hand-over of before.
#[derive(Clone, Debug, Default)]
pub struct HandedLine {
    /// "Van Samira Bouzid naar Ria de Wit, Wmo"
    pub what: String,
    /// From when until when, in words.
    pub when: String,
    pub note: String,
    /// Empty when the client wanted nothing told.
    pub wish: String,
    /// How and when the client was told, in words.
    pub told: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for HandOverPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |masthead, form, earlier| Self {
                frame: worker("/werk/dossier/8f3a/overdragen"),
                masthead,
                form,
                workers: vec![Choice::new("aa", "Ria de Wit"), Choice::new("bb", LONG_NAME)],
                parts: coded(words, "domain", &["wmo", "debt-counselling"]),
                lengths: coded(words, "handover-length", &["for-good", "for-a-time"]),
                ways: coded(words, "told-how", &["conversation", "phone", "letter", "not-yet"]),
                waits: vec![Line {
                    href: "/werk/dossier/8f3a".into(),
                    what: words.t("today-opened"),
                    ..Line::default()
                }],
                tasks: vec!["Bel de huisarts".into(), LONG_WORD.into()],
                earlier,
                action: "/werk/dossier/8f3a/overdragen".into(),
                cancel: "/werk/dossier/8f3a/toegang".into(),
            };
            let handed = |name: &str| HandedLine {
                what: words.with(
                    "handover-from-to",
                    &[("from", name.into()), ("to", "Ria de Wit".into()), ("domain", "Wmo".into())],
                ),
                when: "1 december 2026".into(),
                note: facts(),
                wish: "Zeg dat ik liever gebeld word na tien uur.".into(),
                told: words
                    .with("handover-told", &[("how", "telefoon".into()), ("day", "20 november 2026".into())]),
            };
            let wrong = form(words).with([("note", LONG_WORD), ("until", "40")]).but([
                ("worker", words.t("handover-worker-missing")),
                ("until", words.t("fault-no-such-day")),
                ("told", words.t("handover-told-missing")),
            ]);
            vec![
                ("typical", page(Masthead::invented(), form(words), vec![handed("Samira Bouzid")])),
                ("errors", page(Masthead::long(), wrong, vec![handed(LONG_NAME)])),
                ("first", Self { tasks: vec![], ..page(Masthead::invented(), form(words), vec![]) }),
            ]
        }
    }
}
