//! Adding a question under another law, and closing a part.

use askama::Template;

use super::dossier::Masthead;
use super::today::Line;
use super::{Choice, Form, Frame};

/// `/werk/dossier/{d}/vraag`. Fields: `domain`, `question`, `life-area`, `agreement`.
#[derive(Template)]
#[template(path = "dossier/add_question.html")]
pub struct AddQuestionPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub domains: Vec<Choice>,
    /// What the question can be mostly about.
    pub life_areas: Vec<Choice>,
    pub agreements: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

/// `/werk/dossier/{d}/heropenen/{domain}`. Field: `reason`.
#[derive(Template)]
#[template(path = "dossier/reopen.html")]
pub struct ReopenPage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    /// Legal domain in words.
    pub part: String,
    pub action: String,
    pub cancel: String,
}

/// `/werk/dossier/{d}/afsluiten/{domain}`. Fields: `reason`, `result`; where no contact is known `contact` (+ `-month`,
/// `-year`).
#[derive(Template)]
#[template(path = "dossier/close.html")]
pub struct ClosePage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    /// Legal domain in words.
    pub part: String,
    /// Until when the involved workers can still look, in words.
    pub until: String,
    pub reasons: Vec<Choice>,
    /// The day of the last contact with the client (RET-03), in a sentence; empty: none is known, and it is asked.
    pub last_contact: String,
    /// What waits for the reader under this law, as Vandaag says it.
    pub waits: Vec<Line>,
    /// What is still to be done under this law: it lapses.
    pub tasks: Vec<String>,
    /// How many drafts of one's own are about this client, in a sentence; empty where there are none.
    pub drafts: String,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for AddQuestionPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |form| Self {
                frame: worker("/werk/dossier/8f3a/vraag"),
                masthead: Masthead::invented(),
                form,
                domains: coded(words, "domain", &["youth-access", "debt-counselling", "voluntary"]),
                life_areas: coded(words, "life-area", &["money", "home", "growing-up"]),
                agreements: vec![Choice::new("oral", words.t("agreement-manner-oral"))],
                action: "/werk/dossier/8f3a/vraag".into(),
                cancel: "/werk/dossier/8f3a".into(),
            };
            let wrong = form(words).with([("domain", "voluntary"), ("question", LONG_WORD)]).but([
                ("domain", words.t("add-domain-missing")),
                ("agreement", words.t("refused-agreement-missing")),
            ]);
            vec![("typical", page(form(words))), ("errors", page(wrong))]
        }
    }

    impl Sample for ReopenPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |form, masthead| Self {
                frame: worker("/werk/dossier/8f3a/heropenen/wmo"),
                masthead,
                form,
                part: "Wmo".into(),
                action: "/werk/dossier/8f3a/heropenen/wmo".into(),
                cancel: "/werk/dossier/8f3a".into(),
            };
            let wrong = form(words).but([("reason", words.t("reopen-reason-missing"))]);
            vec![
                ("typical", page(form(words), Masthead::invented())),
                ("errors", page(wrong, Masthead::long())),
            ]
        }
    }

    impl Sample for ClosePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |form, masthead| Self {
                frame: worker("/werk/dossier/8f3a/afsluiten/wmo"),
                masthead,
                form,
                part: "Wmo".into(),
                until: "6 december 2026".into(),
                reasons: coded(words, "closing", &["goal-reached", "client-stops", "moved"]),
                last_contact: words.with("close-last-contact", &[("day", "20 november 2026".into())]),
                waits: vec![Line {
                    href: "/werk/dossier/8f3a".into(),
                    what: words.t("today-opened"),
                    ..Line::default()
                }],
                tasks: vec!["Bel de huisarts".into(), LONG_WORD.into()],
                drafts: words.with("close-open-drafts", &[("count", 1.into())]),
                action: "/werk/dossier/8f3a/afsluiten/wmo".into(),
                cancel: "/werk/dossier/8f3a".into(),
            };
            let wrong = form(words).but([
                ("reason", words.t("close-reason-missing")),
                ("contact", words.t("close-contact-missing")),
                ("result", words.t("close-result-missing")),
            ]);
            vec![
                ("typical", page(form(words), Masthead::invented())),
                ("errors", Self { last_contact: String::new(), ..page(wrong, Masthead::long()) }),
            ]
        }
    }
}
