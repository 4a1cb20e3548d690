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
