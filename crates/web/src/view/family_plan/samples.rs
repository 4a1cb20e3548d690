//! Invented sections: none, some, long names, a stopped one, errors, and somebody else who was first.

use text::Words;

use super::*;
use crate::view::dossier::Tab;
use crate::view::{FieldErrors, Sample, sample::*};

const BASE: &str = "/werk/dossier/8f3a/gezinsplan";

fn card(title: &str, about: &str) -> SectionCard {
    SectionCard {
        id: "5c".into(),
        title: title.into(),
        words: "Moeder brengt Emre om acht uur naar school.\nVader haalt hem op.".into(),
        about: about.into(),
        changed: "bewaard op 3 maart 2026 om 10.00 uur door Samira Bouzid".into(),
        stopped: None,
        href: format!("{BASE}/5c"),
    }
}

fn stopped() -> SectionCard {
    let line = StoppedLine { on: "Gestopt op 5 maart 2026.".into(), why: "Emre gaat zelf.".into() };
    SectionCard { id: "5d".into(), stopped: Some(line), ..card("Naar school", "Emre Yılmaz") }
}

impl Sample for FamilyPlanPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |frame: Frame, sections| Self {
            masthead: Masthead { tab: Tab::Plan, ..Masthead::invented() },
            frame,
            sections,
            add: Some(format!("{BASE}/nieuw")),
            back: "/werk/dossier/8f3a/plan".into(),
        };
        let long = card(LONG_WORD, &format!("{LONG_NAME}, {ARABIC_NAME}"));
        vec![
            ("empty", page(worker(BASE), vec![])),
            ("typical", page(worker(BASE), vec![card("Naar school", "Emre Yılmaz, Noor Yılmaz"), stopped()])),
            ("long", page(long_worker(BASE), vec![long])),
        ]
    }
}

fn people(words: Words) -> Vec<PersonLine> {
    let line = |name: &str, who: &str, said: &str| PersonLine {
        name: name.into(),
        domain: words.code("domain", "wmo"),
        who: words.t(who),
        said: words.t(said),
    };
    vec![
        line("Emre Yılmaz", "family-says-both", "family-said-nothing"),
        line("Noor Yılmaz", "family-says-self", "family-said-no"),
    ]
}

fn answer(words: Words, form: Form) -> AnswerForm {
    AnswerForm {
        form,
        who: vec![Choice::new("aa", "Emre Yılmaz"), Choice::new("bb", "Noor Yılmaz")],
        answers: vec![
            Choice::new("yes", words.t("family-answer-yes")),
            Choice::new("no", words.t("family-answer-no")),
        ],
        ways: vec![
            Choice::new("talk", words.t("family-how-talk")),
            Choice::new("writing", words.t("family-how-writing")),
        ],
        version: 2,
        action: format!("{BASE}/5c"),
    }
}

impl Sample for FamilySectionPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |card: SectionCard, form: Option<Form>| {
            let frame = worker(BASE);
            let words = frame.words;
            Self {
                masthead: Masthead { tab: Tab::Plan, ..Masthead::invented() },
                frame,
                card,
                people: people(words),
                portal: words.t("family-portal-waits"),
                answer: form.map(|form| answer(words, form)),
                change: Some(format!("{BASE}/5c/wijzigen")),
                stop: Some(format!("{BASE}/5c/stoppen")),
                versions: vec![
                    VersionText {
                        number: 2,
                        saved: "bewaard".into(),
                        title: "Naar school".into(),
                        words: "Nu.".into(),
                    },
                    VersionText {
                        number: 1,
                        saved: "bewaard".into(),
                        title: LONG_WORD.into(),
                        words: "Eerst.".into(),
                    },
                ],
                back: BASE.into(),
            }
        };
        let words = worker(BASE).words;
        let wrong = form(words).but([("who", words.t("family-answer-who-missing"))]);
        let shown = card("Naar school", "Emre Yılmaz, Noor Yılmaz");
        let alone = Self { people: vec![], ..page(stopped(), None) };
        vec![
            ("typical", page(shown.clone(), Some(form(words)))),
            ("errors", page(shown, Some(wrong))),
            ("stopped", Self { change: None, stop: None, ..alone }),
        ]
    }
}

impl Sample for FamilyFormPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |form: Form, choose: Option<ChoosePeople>| {
            let frame = worker(BASE);
            Self {
                masthead: Masthead { tab: Tab::Plan, ..Masthead::invented() },
                frame,
                form,
                choose,
                about: "Emre Yılmaz".into(),
                seen: 1,
                theirs: None,
                action: format!("{BASE}/nieuw"),
                cancel: BASE.into(),
            }
        };
        let words = worker(BASE).words;
        let choose = ChoosePeople {
            people: vec![Choice::new("bb", "Noor Yılmaz").hint("41 jaar, Wmo"), Choice::new("cc", LONG_NAME)],
            more: true,
            searched: false,
            parts: coded(words, "domain", &["wmo", "youth-care"]),
        };
        let nobody = ChoosePeople { searched: true, ..ChoosePeople::default() };
        let errors =
            FieldErrors::from([("title", words.t("fault-empty")), ("words", words.t("fault-missing"))]);
        let stale = Self {
            theirs: Some(("Naar school".into(), "Vader brengt Emre.".into())),
            ..page(form(words).with([("title", "Naar school"), ("words", "Oma brengt Emre.")]), None)
        };
        vec![
            ("new", page(form(words), Some(choose.clone()))),
            ("nobody", page(form(words), Some(nobody))),
            ("errors", page(form(words).but(errors), Some(choose))),
            ("stale", stale),
        ]
    }
}

impl Sample for FamilyStopPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |form: Form, title: &str| {
            let frame = worker(BASE);
            Self {
                masthead: Masthead { tab: Tab::Plan, ..Masthead::invented() },
                frame,
                form,
                title: title.into(),
                seen: 2,
                action: format!("{BASE}/5c/stoppen"),
                cancel: format!("{BASE}/5c"),
            }
        };
        let words = worker(BASE).words;
        vec![
            ("typical", page(form(words), "Naar school")),
            ("errors", page(form(words).but([("why", words.t("fault-empty"))]), LONG_WORD)),
        ]
    }
}
