//! Invented content for the pages about what stands out.

use super::*;
use crate::view::{Flash, Sample, Tone, sample::*};

impl FindingRow {
    fn invented(what: &str, state: &str) -> Self {
        Self {
            href: "/toezicht/opvallend/8f3a".into(),
            day: "vrijdag 20 november 2026".into(),
            who: "Samira Bouzid".into(),
            role: "buurtteammedewerker, Team Noord".into(),
            what: what.into(),
            times: "61 verschillende dossiers. Tot en met 60 is gewoon.".into(),
            refused: "Daarvan is 3 keer geweigerd.".into(),
            state: state.into(),
            flagged: true,
        }
    }

    fn long() -> Self {
        Self {
            who: LONG_NAME.into(),
            role: format!("{LONG_WORD}, {LONG_NAME}"),
            ..Self::invented("Gekeken bij iemand met dezelfde naam of hetzelfde adres", "uitleg gevraagd")
        }
    }
}

impl Sample for FindingsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let (own, all) = ("/toezicht/opvallend", "/fg/opvallend");
        let one = Pages { current: 1, last: 1 };
        let mut judged = coordinator(own);
        judged.flash = Some(Flash { tone: Tone::Done, text: judged.t("findings-judged") });
        let first = FindingRow::invented("Veel dossiers op een dag", "nog geen oordeel");
        let settled = FindingRow::invented("Vaker noodtoegang", "niet terecht");
        vec![
            (
                "empty",
                Self {
                    frame: judged,
                    base: own,
                    waiting: vec![],
                    settled: vec![],
                    pages: one,
                    thresholds: false,
                },
            ),
            (
                "typical",
                Self {
                    frame: officer(all),
                    base: all,
                    waiting: vec![first.clone(), FindingRow { refused: String::new(), ..first }],
                    settled: vec![settled],
                    pages: Pages { current: 2, last: 3 },
                    thresholds: true,
                },
            ),
            (
                "long",
                Self {
                    frame: long_worker(own),
                    base: own,
                    waiting: vec![FindingRow::long()],
                    settled: vec![FindingRow::long()],
                    pages: one,
                    thresholds: false,
                },
            ),
        ]
    }
}

impl Sample for TodayPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/opvallend/vandaag";
        let row = |who: &str, role: &str| TodayRow {
            who: who.into(),
            role: role.into(),
            found: vec![("Gekeken buiten werktijd".into(), "4 keer gekeken. Tot en met 3 is gewoon.".into())],
        };
        let page = |frame, people| Self { frame, base: "/toezicht/opvallend", people };
        vec![
            ("empty", page(coordinator(path), vec![])),
            ("typical", page(coordinator(path), vec![row("Samira Bouzid", "buurtteammedewerker")])),
            ("long", page(long_worker(path), vec![row(LONG_NAME, LONG_WORD)])),
        ]
    }
}

impl Sample for FindingPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/opvallend/8f3a";
        let page = |frame: Frame, form: Form| Self {
            base: "/toezicht/opvallend",
            row: FindingRow::invented("Veel dossiers op een dag", "nog geen oordeel"),
            perhaps: frame.t("finding-about-many-dossiers"),
            log: EndButton {
                action: "/toezicht/logboek".into(),
                label: String::new(),
                form: Form::new(frame.words, "c5rf", "").with([("reason", "log-signal"), ("day", "20")]),
                grounds: vec![],
            },
            said: vec![],
            settled: false,
            verdicts: coded(frame.words, "finding-verdict", &["explained", "asked", "wrong"]),
            frame,
            form,
        };
        let words = coordinator(path).words;
        let said = |who: &str, verdict: &str, sentence: &str| SaidRow {
            verdict: verdict.into(),
            sentence: sentence.into(),
            by: format!("{who}, 21 november 2026 om 9.12 uur"),
        };
        let wrong = form(words).but([
            ("verdict", words.t("finding-verdict-missing")),
            ("sentence", words.t("finding-sentence-missing")),
        ]);
        let typed = [("verdict", "wrong"), ("sentence", "Zij werkte die dag niet.")];
        let overtaken = form(words).with(typed).but([("", words.t("finding-overtaken"))]);
        let asked = said("Joost Verhagen, coördinator", "uitleg gevraagd", "Waarom zoveel op een dag?");
        let explained =
            said("Ineke Postma, functionaris gegevensbescherming", "gewone verklaring", "Het was wijkdag.");
        let mut long = page(long_worker(path), form(words));
        long.row = FindingRow::long();
        long.said = vec![said(LONG_NAME, "uitleg gevraagd", &LONG_WORD.repeat(4))];
        vec![
            ("typical", page(coordinator(path), form(words))),
            ("errors", page(coordinator(path), wrong)),
            ("overtaken", Self { said: vec![asked.clone()], ..page(coordinator(path), overtaken.clone()) }),
            (
                "settled",
                Self {
                    said: vec![asked, explained],
                    settled: true,
                    ..page(officer("/fg/opvallend/8f3a"), overtaken)
                },
            ),
            ("long", long),
        ]
    }
}

impl Sample for ThresholdsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/fg/opvallend/grenzen";
        let words = officer(path).words;
        let typed = [
            ("dossiers", "60"),
            ("empty-searches", "10"),
            ("out-of-hours", "3"),
            ("emergencies", "2"),
            ("begins", "7.00"),
            ("ends", "20.00"),
            ("from", "23"),
            ("from-month", "11"),
            ("from-year", "2026"),
        ];
        let now = |frame: &Frame| {
            vec![
                (frame.t("thresholds-dossiers"), "60".to_owned()),
                (frame.t("thresholds-empty-searches"), "10".to_owned()),
                (frame.t("thresholds-out-of-hours"), "3".to_owned()),
                (frame.t("thresholds-emergencies"), "2".to_owned()),
                (frame.t("thresholds-hours"), "van 7.00 uur tot 20.00 uur".to_owned()),
            ]
        };
        let row = |by: &str, reason: &str| {
            ThresholdsRow {
            since: "1 november 2026".into(),
            what: "60 dossiers, 10 keer zoeken, 3 keer buiten werktijd, 2 keer noodtoegang, van 7.00 uur tot 20.00 uur"
                .into(),
            reason: reason.into(),
            by: by.into(),
        }
        };
        let page = |frame: Frame, form, history| Self { now: now(&frame), frame, form, history };
        let wrong = form(words).with(typed).but([
            ("dossiers", words.t("thresholds-number-wrong")),
            ("begins", words.t("thresholds-time-wrong")),
            ("ends", words.t("thresholds-ends-first")),
            ("from", words.t("thresholds-past")),
            ("reason", words.t("thresholds-reason-missing")),
        ]);
        let mut kept = officer(path);
        kept.flash = Some(Flash { tone: Tone::Done, text: kept.t("thresholds-kept") });
        vec![
            ("empty", page(officer(path), form(words).with(typed), vec![])),
            (
                "typical",
                page(
                    kept,
                    form(words).with(typed),
                    vec![row("Ineke Postma, 30 oktober 2026", "Proef van een maand.")],
                ),
            ),
            ("errors", page(officer(path), wrong, vec![])),
            ("long", page(long_worker(path), form(words), vec![row(LONG_NAME, &LONG_WORD.repeat(3))])),
        ]
    }
}
