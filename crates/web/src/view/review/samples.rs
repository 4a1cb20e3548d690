//! Invented content for the pages about judging.

use super::*;
use crate::view::{Flash, Sample, Tone, sample::*};

const SENTENCE: &str =
    "Mevrouw stond aan de balie. Haar vaste medewerker was ziek en zij had een sleutel nodig.";

fn said(what: &str, words: &str) -> Said {
    Said { what: what.into(), words: words.into(), by: "Joost Verhagen, 23 november 2026 om 9.10 uur".into() }
}

fn row(frame: &Frame, name: &str, late: &str) -> ReviewRow {
    ReviewRow {
        href: "/toezicht/noodtoegang/55cc".into(),
        number: "1012".into(),
        name: name.into(),
        role: "buurtteammedewerker, Wijkteam Zuid".into(),
        team: "Wijkteam Noord".into(),
        reason: frame.words.code("emergency-reason", "client-present"),
        opened: "22 november 2026 om 14.32 uur".into(),
        state: frame.say("review-due", "day", "27 november 2026"),
        late: late.into(),
        yours: true,
    }
}

impl Sample for ReviewsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/fg/noodtoegang";
        let frame = officer(path);
        let other = ReviewRow {
            href: String::new(),
            state: frame.t("review-turn-coordinator"),
            yours: false,
            ..row(&frame, "Samira Bouzid", "")
        };
        let judged = ReviewRow {
            state: frame.words.code("review-was", "not-justified"),
            yours: false,
            ..row(&frame, LONG_NAME, "")
        };
        let empty = Self { yours: vec![], others: vec![], judged: vec![], overdue: 0, frame: frame.clone() };
        let mut done = officer(path);
        done.flash = Some(Flash { tone: Tone::Done, text: done.t("review-done-breach") });
        let typical = Self {
            yours: vec![row(&frame, "Tom Bakker", "6 werkdagen te laat")],
            others: vec![other],
            judged: vec![judged.clone()],
            overdue: 1,
            frame: done,
        };
        let long_frame = long_worker(path);
        let long = Self {
            yours: vec![
                row(&long_frame, LONG_NAME, "12 werkdagen te laat"),
                row(&long_frame, ARABIC_NAME, ""),
            ],
            others: vec![],
            judged: vec![judged],
            overdue: 2,
            frame: long_frame,
        };
        vec![("empty", empty), ("typical", typical), ("long", long)]
    }
}

fn case(frame: Frame, form: Form) -> CasePage {
    let words = frame.words;
    CasePage {
        form,
        back: "/toezicht/noodtoegang",
        action: "/toezicht/noodtoegang/55cc".into(),
        number: "1012".into(),
        due: frame.say("review-due", "day", "27 november 2026"),
        late: String::new(),
        verdict: None,
        breach: String::new(),
        who: "Tom Bakker, buurtteammedewerker, Wijkteam Zuid".into(),
        opened: "22 november 2026 om 14.32 uur".into(),
        until: "22 november 2026 om 18.32 uur".into(),
        reason: words.code("emergency-reason", "client-present"),
        sentence: SENTENCE.into(),
        domains: "Wmo, Vrijwillige hulp".into(),
        approved: String::new(),
        seen: vec![words.with(
            "review-seen",
            &[
                ("what", words.code("action", "read-dossier").into()),
                ("times", 3.into()),
                ("first", "14.32 uur".into()),
                ("last", "15.01 uur".into()),
            ],
        )],
        workers: Some(vec![WorkerLine {
            name: "Samira Bouzid".into(),
            role: "vaste medewerker".into(),
            there: frame.t("review-there"),
        }]),
        earlier: vec![],
        asked: vec![],
        exchanges: vec![],
        yours: true,
        turn: String::new(),
        outcomes: coded(words, "review-choice", &["justified", "not-justified", "needs-info"]),
        frame,
    }
}

impl Sample for CasePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/noodtoegang/55cc";
        let words = coordinator(path).words;
        let exchange = |answer| Exchange { question: said("", SENTENCE), answer };
        let frame = coordinator(path);
        let late = frame.say("inquiry-late-by", "days", 2);
        let typical = CasePage {
            late,
            earlier: vec!["2 maart 2026: De klant is hier of belt. Terecht.".into()],
            asked: vec![said("Gevraagd op 23 november 2026.", "Wie was dit?")],
            exchanges: vec![exchange(Some(said("", SENTENCE))), exchange(None)],
            ..case(frame.clone(), form(words))
        };
        let wrong = case(
            coordinator(path),
            form(words).with([("sentence", LONG_WORD)]).but([
                ("outcome", words.t("review-outcome-missing")),
                ("sentence", coordinator(path).say("emergency-sentence-short", "min", 20)),
            ]),
        );
        let already = CasePage {
            due: String::new(),
            verdict: Some(said(&words.code("review-was", "not-justified"), SENTENCE)),
            breach: coordinator(path).say("review-breach", "reference", "2026-4F7A0"),
            workers: None,
            seen: vec![],
            yours: false,
            ..case(
                coordinator(path),
                form(words).with([("sentence", SENTENCE)]).but([("", words.t("review-already"))]),
            )
        };
        let watching = CasePage {
            yours: false,
            turn: words.code("review-turn", "nobody"),
            workers: Some(vec![]),
            ..case(officer(path), form(words))
        };
        let long = CasePage {
            who: LONG_NAME.into(),
            approved: LONG_NAME.into(),
            sentence: LONG_WORD.repeat(4),
            workers: Some(vec![WorkerLine {
                name: ARABIC_NAME.into(),
                role: LONG_WORD.into(),
                there: words.t("review-away-noted-later"),
            }]),
            ..case(long_worker(path), form(words))
        };
        vec![
            ("empty", case(coordinator(path), form(words))),
            ("typical", typical),
            ("errors", wrong),
            ("already", already),
            ("watching", watching),
            ("long", long),
        ]
    }
}

impl Sample for ExplainPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/werk/noodtoegang/55cc/uitleg";
        let words = worker(path).words;
        let page = |frame: Frame, form| Self {
            form,
            action: path.into(),
            number: "1012".into(),
            opened: "22 november 2026 om 14.32 uur".into(),
            reason: words.code("emergency-reason", "client-present"),
            sentence: SENTENCE.into(),
            exchanges: vec![Exchange { question: said("", SENTENCE), answer: None }],
            is_asked: true,
            verdict: None,
            frame,
        };
        let wrong = form(words)
            .with([("answer", "Te kort.")])
            .but([("answer", worker(path).say("emergency-sentence-short", "min", 20))]);
        let judged = Self {
            is_asked: false,
            verdict: Some(said(&words.code("review-was", "justified"), SENTENCE)),
            ..page(
                worker(path),
                form(words).with([("answer", SENTENCE)]).but([("", words.t("explanation-not-asked"))]),
            )
        };
        let waits = Self { is_asked: false, exchanges: vec![], ..page(worker(path), form(words)) };
        let long = Self { sentence: LONG_WORD.repeat(4), ..page(long_worker(path), form(words)) };
        vec![
            ("empty", waits),
            ("typical", page(worker(path), form(words))),
            ("errors", page(worker(path), wrong)),
            ("judged", judged),
            ("long", long),
        ]
    }
}

impl Sample for BoardPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/fg/noodtoegang/bestuur";
        let frame = officer(path);
        let row = |team: &str, told: String| BoardRow {
            team: team.into(),
            opened: "2 november 2026".into(),
            due: "9 november 2026".into(),
            state: frame.t("review-not-judged"),
            told,
        };
        let told = frame.say2("board-told-by", &("day", "18 november 2026"), &("name", LONG_NAME));
        let page = |frame: Frame, rows: Vec<BoardRow>| Self {
            form: form(frame.words),
            untold: rows.iter().filter(|row| row.told.is_empty()).map(|_| "55cc".into()).collect(),
            today: "22 november 2026".into(),
            rows,
            frame,
        };
        vec![
            ("empty", page(officer(path), vec![])),
            (
                "typical",
                page(
                    officer(path),
                    vec![row("Wijkteam Noord", String::new()), row("Wijkteam Zuid", told.clone())],
                ),
            ),
            ("long", page(long_worker(path), vec![row(LONG_WORD, told)])),
        ]
    }
}

impl Sample for FiguresPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/toezicht/cijfers";
        let frame = coordinator(path);
        let row = |hidden: bool| {
            let few = frame.t("figures-hidden");
            FigureRow {
                quarter: frame.say2("figures-quarter-of", &("quarter", "4"), &("year", "2026")),
                opened: if hidden { few.clone() } else { "12".into() },
                justified: few,
                days: if hidden {
                    frame.t("figures-hidden")
                } else {
                    frame.say("figures-in-days", "days", 2)
                },
            }
        };
        let team = |name: &str| TeamRows { team: name.into(), rows: vec![row(false), row(true)] };
        vec![
            ("empty", Self { frame: coordinator(path), back: path, teams: vec![], small: 5 }),
            (
                "typical",
                Self { frame: coordinator(path), back: path, teams: vec![team("Wijkteam Noord")], small: 5 },
            ),
            (
                "long",
                Self {
                    frame: officer(path),
                    back: path,
                    teams: vec![team(LONG_WORD), team("Wijkteam Zuid")],
                    small: 5,
                },
            ),
        ]
    }
}

fn breach(frame: &Frame, hours: Option<i64>) -> BreachRow {
    BreachRow {
        href: "/fg/datalekken/55cc".into(),
        reference: "2026-4F7A0".into(),
        kind: frame.words.code("breach-of", "confidentiality"),
        aware: "22 november 2026 om 14.32 uur".into(),
        left: hours.map_or_else(|| frame.t("breach-over"), |hours| frame.say("breach-hours", "hours", hours)),
        is_over: hours.is_none(),
    }
}

impl Sample for BreachesPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/fg/datalekken";
        let frame = officer(path);
        vec![
            ("empty", Self { frame: officer(path), rows: vec![] }),
            ("typical", Self { rows: vec![breach(&frame, Some(41)), breach(&frame, None)], frame }),
        ]
    }
}

impl Sample for OfficerPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = officer("/fg");
        let line = |href, title: &str, waits: String| OfficerLine { href, title: frame.t(title), waits };
        let nothing = || frame.t("officer-nothing");
        let due = frame.words.with(
            "officer-breaches",
            &[("count", 3.into()), ("when", "25 november 2026 om 14.32 uur".into())],
        );
        let judge =
            frame.words.with("today-to-judge", &[("count", 2.into()), ("day", "25 november 2026".into())]);
        let page = |lines| Self { frame: officer("/fg"), today: "zondag 22 november 2026".into(), lines };
        vec![
            (
                "empty",
                page(vec![
                    line("/fg/datalekken", "breaches-title", nothing()),
                    line("/fg/noodtoegang", "emergency-title", nothing()),
                    line("/fg/achterhouden", "withhold-title", nothing()),
                ]),
            ),
            (
                "typical",
                page(vec![
                    line("/fg/datalekken", "breaches-title", due),
                    line("/fg/noodtoegang", "emergency-title", judge),
                    line("/fg/achterhouden", "withhold-title", nothing()),
                ]),
            ),
        ]
    }
}

impl Sample for BreachPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let path = "/fg/datalekken/55cc";
        let page = |frame: Frame, name: &str, hours| Self {
            breach: breach(&frame, hours),
            state: frame.words.code("breach-state", "received"),
            due: frame.say("breach-due", "when", "25 november 2026 om 14.32 uur"),
            origin: vec![frame.words.with(
                "breach-by",
                &[
                    ("name", name.into()),
                    ("number", "1012".into()),
                    ("when", "22 november 2026 om 14.32 uur".into()),
                ],
            )],
            sentence: SENTENCE.into(),
            judged: frame.say("breach-judged", "name", name),
            case: "/toezicht/noodtoegang/55cc".into(),
            frame,
        };
        let gone = Self { origin: vec![], case: String::new(), ..page(officer(path), "", Some(0)) };
        vec![
            ("empty", gone),
            ("typical", page(officer(path), "Tom Bakker", Some(41))),
            ("long", page(officer(path), LONG_NAME, None)),
        ]
    }
}
