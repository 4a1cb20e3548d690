//! Invented content for the pages of emergency access.

use super::*;
use crate::view::{Sample, sample::*};

const SENTENCE: &str =
    "Mevrouw staat aan de balie. Haar vaste medewerker is ziek en zij heeft vandaag een sleutel nodig.";

fn button(frame: &Frame, key: &str, at: usize) -> EndButton {
    EndButton {
        action: "/werk/noodtoegang/55cc/eind".into(),
        label: frame.t(key),
        form: form(frame.words).called(format!("eind-{at}")),
        grounds: Vec::new(),
    }
}

fn page(frame: Frame, form: Form) -> EmergencyPage {
    let words = frame.words;
    EmergencyPage {
        form: form.with([("length", "4")]),
        bsn_allowed: true,
        reasons: coded(
            words,
            "emergency-reason",
            &["involved-unavailable", "immediate-danger", "client-present", "other"],
        ),
        lengths: coded(words, "emergency-length", &["1", "4", "8"]),
        open: vec![],
        lately: vec![],
        requests: vec![],
        frame,
    }
}

fn lately(frame: &Frame, withheld: bool) -> LatelyRow {
    LatelyRow {
        number: "1012".into(),
        opened: frame.say("withhold-lately-opened", "when", "22 november 2026 om 14.32 uur"),
        href: "/werk/noodtoegang/55cc/later".into(),
        withheld,
    }
}

impl Sample for EmergencyPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = worker("/werk/noodtoegang");
        let words = frame.words;
        let typical = page(frame.clone(), form(words));
        let row = |frame: &Frame, whom: &str, at| RequestRow {
            whom: whom.into(),
            state: frame.say("emergency-waits", "time", "18.32 uur"),
            open: (at == 1).then(|| button(frame, "emergency-go", at)),
        };
        let long_frame = long_worker("/werk/noodtoegang");
        let long = EmergencyPage {
            open: vec![OpenRow {
                href: "/werk/dossier/8f3a".into(),
                number: "1012".into(),
                until: long_frame.say2(
                    "emergency-day-and-time",
                    &("day", "23 november 2026"),
                    &("time", "0.12 uur"),
                ),
                end: button(&long_frame, "emergency-end", 0),
            }],
            lately: vec![lately(&long_frame, false), lately(&long_frame, true)],
            requests: vec![row(&long_frame, LONG_NAME, 1), row(&long_frame, ARABIC_NAME, 2)],
            bsn_allowed: false,
            ..page(long_frame.clone(), form(words))
        };
        let wrong = page(
            frame.clone(),
            form(words).but([
                ("surname", words.t("emergency-who-missing")),
                ("reason", words.t("emergency-reason-missing")),
                ("sentence", frame.say("emergency-sentence-short", "min", 20)),
            ]),
        );
        let wrong = EmergencyPage {
            form: wrong.form.with([("surname", LONG_NAME), ("sentence", LONG_WORD), ("length", "8")]),
            ..wrong
        };
        vec![("typical", typical), ("long", long), ("errors", wrong)]
    }
}

impl Sample for CannotPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = worker("/werk/noodtoegang");
        let kept = form(frame.words).with([("surname", LONG_NAME), ("sentence", SENTENCE)]);
        vec![("typical", Self { form: kept, coordinator: joost(), frame })]
    }
}

impl Sample for TeamPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = coordinator("/toezicht/noodtoegang");
        let opening = |frame: &Frame, name: &str, at: usize| OpeningRow {
            number: "1012".into(),
            name: name.into(),
            role: frame.say2(
                "emergency-function-team",
                &("function", "buurtteammedewerker"),
                &("team", "Wijkteam Zuid"),
            ),
            reason: frame.words.code("emergency-reason", "client-present"),
            sentence: SENTENCE.into(),
            opened: "22 november 2026 om 14.32 uur".into(),
            state: if at == 0 {
                frame.say("emergency-open-until", "time", "18.32 uur")
            } else {
                let how = frame.words.code("emergency-ended-by", "wall");
                frame.say2("emergency-over", &("when", "22 november 2026 om 15.02 uur"), &("how", &how))
            },
            due: frame.say("review-due", "day", "vrijdag 27 november 2026"),
            late: if at == 1 { frame.say("inquiry-late-by", "days", 2) } else { String::new() },
            href: "/toezicht/noodtoegang/55cc".into(),
            yours: at == 0,
            end: (at == 0).then(|| button(frame, "emergency-end", at)),
        };
        let asked = |frame: &Frame, name: &str, at: usize| AskRow {
            who: Contact { name: name.into(), ..samira() },
            whom: "van der Berg · 1968-03-09 · •••••6782".into(),
            reason: frame.words.code("emergency-reason", "involved-unavailable"),
            sentence: SENTENCE.into(),
            length: frame.words.code("emergency-length", "4"),
            asked: "22 november 2026 om 14.32 uur".into(),
            approve: (at == 0).then(|| button(frame, "emergency-approve", 9)),
        };
        let team = |frame: &Frame| Self {
            frame: frame.clone(),
            team: "Wijkteam Noord".into(),
            requests: vec![],
            yours: vec![],
            others: vec![],
            judged: vec![],
        };
        let typical = Self {
            requests: vec![asked(&frame, "Samira Bouzid", 0), asked(&frame, "Tom Bakker", 1)],
            yours: vec![opening(&frame, "Tom Bakker", 0)],
            others: vec![opening(&frame, "Samira Bouzid", 1)],
            ..team(&frame)
        };
        let long_frame = long_worker("/toezicht/noodtoegang");
        let long = Self {
            requests: vec![asked(&long_frame, LONG_NAME, 0)],
            yours: vec![opening(&long_frame, LONG_NAME, 0)],
            judged: vec![opening(&long_frame, LONG_NAME, 1)],
            ..team(&long_frame)
        };
        vec![("empty", team(&frame)), ("typical", typical), ("long", long)]
    }
}
