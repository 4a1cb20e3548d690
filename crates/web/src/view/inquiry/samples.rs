//! Invented content for the pages about a question at a look.

use super::*;
use crate::view::{Flash, Sample, Tone, sample::*};

impl Line {
    pub(in crate::view) fn invented() -> Self {
        Self {
            day: "vrijdag 20 november 2026".into(),
            who: "coördinator, Team Noord".into(),
            what: "bekeek het dossier om 14.30 uur".into(),
            reason: String::new(),
            emergency: String::new(),
        }
    }

    pub(in crate::view) fn long() -> Self {
        Self {
            who: LONG_NAME.into(),
            reason: LONG_WORD.into(),
            emergency: "met noodtoegang".into(),
            ..Self::invented()
        }
    }
}

pub(in crate::view) fn answer() -> Answered {
    Answered {
        text: "Samira was ziek. Ik keek of er die dag een afspraak was.\nDie heb ik daarna afgezegd.".into(),
        by: "vervangend coördinator, Team Noord".into(),
        at: "24 november 2026".into(),
    }
}

impl WaitingRow {
    fn invented(late: &str) -> Self {
        Self {
            href: "/toezicht/vragen/8f3a".into(),
            number: "1012".into(),
            looker: "Samira Bouzid, buurtteammedewerker".into(),
            looked: "20 november 2026".into(),
            due: "vrijdag 27 november 2026".into(),
            late: late.into(),
            watching: false,
        }
    }
}

impl Sample for WaitingPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/vragen";
        let mut done = coordinator(path);
        done.flash = Some(Flash { tone: Tone::Done, text: done.t("answer-done") });
        let watching = WaitingRow { watching: true, ..WaitingRow::invented("6 werkdagen te laat") };
        let long = WaitingRow { looker: format!("{LONG_NAME}, {LONG_WORD}"), ..WaitingRow::invented("") };
        vec![
            ("empty", Self { frame: done, rows: vec![] }),
            (
                "typical",
                Self {
                    frame: coordinator(path),
                    rows: vec![WaitingRow::invented("2 werkdagen te laat"), WaitingRow::invented("")],
                },
            ),
            ("long", Self { frame: long_worker(path), rows: vec![long, watching] }),
        ]
    }
}

impl Sample for AnswerPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/vragen/8f3a";
        let page = |frame: Frame, form| Self {
            number: "1012".into(),
            line: Line { who: "Samira Bouzid, buurtteammedewerker, Team Noord".into(), ..Line::invented() },
            standing: frame.t("answer-was-not-involved"),
            name: String::new(),
            words: "Ik had die dag geen afspraak.".into(),
            asked: frame.say("inquiry-asked-on", "day", "21 november 2026"),
            due: frame.say("answer-due", "day", "vrijdag 27 november 2026"),
            late: String::new(),
            answer: None,
            yours: true,
            turn: frame.t("turn-coordinator"),
            action: path.into(),
            frame,
            form,
        };
        let words = coordinator(path).words;
        let wrong = form(words).but([("answer", words.t("answer-missing"))]);
        let twice = form(words).with([("answer", "Ik keek dit na.")]).but([("", words.t("answer-already"))]);
        let mut watching = page(coordinator(path), form(words));
        watching.yours = false;
        watching.late = "6 werkdagen te laat".into();
        let mut long = page(long_worker(path), form(words));
        long.line = Line::long();
        long.words = LONG_WORD.repeat(4);
        long.name = words.with("answer-name", &[("name", LONG_NAME.into())]);
        vec![
            ("typical", page(coordinator(path), form(words))),
            ("no-words", Self { words: String::new(), ..page(coordinator(path), form(words)) }),
            ("errors", page(coordinator(path), wrong)),
            (
                "already",
                Self {
                    yours: false,
                    due: String::new(),
                    answer: Some(answer()),
                    ..page(coordinator(path), twice)
                },
            ),
            ("watching", watching),
            ("long", long),
        ]
    }
}
