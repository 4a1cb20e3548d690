//! Invented content for the resident's own plan.

use text::Words;

use super::*;
use crate::view::{Sample, sample::*};

fn own(card: PlanCard, form: Form) -> OwnPlan {
    OwnPlan {
        card,
        answer: Some(AnswerForm {
            form: form.called("antwoord-wmo"),
            version: 3,
            action: "/mijn/plan/1a/antwoord".into(),
        }),
        versions: Some("/mijn/plan/1a/versies".into()),
        ask: Some("/mijn/plan/1a/vraag/plan".into()),
    }
}

impl Sample for OwnPlanPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words, plans| Self {
            frame: portal("/mijn/plan", words),
            houses: Vec::new(),
            plans,
            large: "/mijn/plan/groot".into(),
            family: Vec::new(),
        };
        let section = |words: Words, title: &str, may: bool| OwnFamilySection {
            text: Some(OwnFamilyText {
                title: title.into(),
                words: "Moeder brengt Emre om acht uur naar school.".into(),
                changed: "bewaard op 3 maart 2026 om 10.00 uur door Samira Bouzid".into(),
                stopped: None,
            }),
            about: words.with("portal-family-others", &[("count", 2.into())]),
            said: words.t(if may { "portal-family-said-nothing" } else { "portal-family-said-no" }),
            form: form(words).called("gezin-5c"),
            version: 1,
            action: "/mijn/plan/1a/gezin/5c".into(),
            may_yes: true,
            may_no: may,
            id: if may { "5c".into() } else { "5d".into() },
        };
        let unread = |words: Words| OwnFamilySection {
            id: "5e".into(),
            text: None,
            said: words.t("portal-family-said-unread"),
            may_yes: false,
            ..section(words, "", true)
        };
        let family = |words| {
            vec![section(words, "Naar school", true), section(words, LONG_WORD, false), unread(words)]
        };
        let typical = |words: Words| own(PlanCard::invented(words, false), form(words));
        let wrong =
            form(formal()).with([("words", LONG_WORD)]).but([("words", formal().t("fault-too-long"))]);
        let long = own(PlanCard::long(formal(), false), wrong);
        vec![
            ("empty", page(formal(), vec![])),
            ("typical", page(formal(), vec![typical(formal())])),
            ("je", page(informal(), vec![typical(informal())])),
            ("long", page(formal(), vec![long])),
            ("family", Self { family: family(formal()), ..page(formal(), vec![]) }),
            ("family-je", Self { family: family(informal()), ..page(informal(), vec![typical(informal())]) }),
        ]
    }
}

impl Sample for OwnVersionsPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let line = |number: u32, agreed: &str| VersionLine {
            href: format!("/mijn/plan/1a/versies/{number}"),
            number,
            saved: formal()
                .with("plan-saved-by", &[("author", LONG_NAME.into()), ("day", "3 maart 2026".into())]),
            agreed: agreed.into(),
        };
        let page = |words| Self {
            frame: portal("/mijn/plan/1a/versies", words),
            domain: "Wmo".into(),
            versions: vec![line(2, ""), line(1, "Samen afgesproken op 4 maart 2026")],
            back: "/mijn/plan#wmo".into(),
        };
        vec![("typical", page(formal())), ("je", page(informal()))]
    }
}

impl Sample for OwnVersionPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let line = |label: &str, before: &str, after: &str| crate::view::plan::ChangeLine {
            label: label.into(),
            before: before.into(),
            after: after.into(),
        };
        let page = |words: Words, before: &str, after: &str| Self {
            frame: portal("/mijn/plan/1a/versies/2", words),
            domain: "Wmo".into(),
            number: 2,
            saved: words
                .with("plan-saved-by", &[("author", LONG_NAME.into()), ("day", "3 maart 2026".into())]),
            changes: vec![ChangeCard {
                title: words.t("plan-edited-goal"),
                lines: vec![
                    line(words.t("plan-own-words").as_str(), before, after),
                    line("Waarvoor", "Rust", "Rust"),
                ],
            }],
            back: "/mijn/plan/1a/versies".into(),
        };
        vec![
            ("typical", page(formal(), "Weer naar buiten.", "Twee keer per week naar buiten.")),
            ("je", page(informal(), "", "Twee keer per week naar buiten.")),
            ("long", page(formal(), LONG_WORD, LONG_WORD)),
        ]
    }
}

impl Sample for PlanAskPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |words: Words, form, quote: &str| Self {
            frame: portal("/mijn/plan/1a/vraag/2b", words),
            form,
            about: words.t("plan-about-whole"),
            quote: quote.into(),
            action: "/mijn/plan/1a/vraag/2b".into(),
            cancel: "/mijn/plan".into(),
        };
        let wrong = form(formal()).but([("words", formal().t("fault-empty"))]);
        vec![
            ("typical", page(formal(), form(formal()), "De woningbouw bellen.")),
            ("je", page(informal(), form(informal()), "")),
            ("errors", page(formal(), wrong, LONG_WORD)),
        ]
    }
}
