//! `/werk/zonder-naam`: a question of somebody who stays anonymous (BAS-10), and those of the team.

use askama::Template;

use super::{Choice, Form, Frame, caseload::Pages};

/// `/werk/zonder-naam`. Fields: `kind`, `topic`, `done`, `day` (+ `-month`, `-year`), `text`, `looked`.
#[derive(Template)]
#[template(path = "contact/note.html")]
pub struct NotePage {
    pub frame: Frame,
    pub form: Form,
    pub kinds: Vec<Choice>,
    pub topics: Vec<Choice>,
    pub dones: Vec<Choice>,
    /// Somebody might be recognised by the text: whoever typed looks again, and says so.
    pub look_again: bool,
    /// "Dit jaar: 31 vragen."
    pub noted: String,
}

/// `/werk/zonder-naam/lijst`; further pages with `?pagina=2`.
#[derive(Template)]
#[template(path = "contact/list.html")]
pub struct ContactsPage {
    pub frame: Frame,
    pub team: String,
    /// This year and the last.
    pub years: (String, String),
    /// By topic; all together comes last. Empty when nothing was asked.
    pub counts: Vec<TopicCount>,
    /// Newest day first.
    pub contacts: Vec<ContactLine>,
    pub pages: Pages,
}

/// How often a topic was asked about.
#[derive(Clone, Debug, Default)]
pub struct TopicCount {
    pub label: String,
    pub this_year: String,
    pub last_year: String,
}

/// One contact, about nobody.
#[derive(Clone, Debug)]
pub struct ContactLine {
    /// In words.
    pub day: String,
    pub topic: String,
    pub kind: String,
    pub done: String,
    /// Empty when there are no words, or not any more.
    pub text: String,
    /// Where it is taken away.
    pub remove: String,
    /// Token of that form; its `id` must differ per line.
    pub form: Form,
}

impl ContactsPage {
    /// Where the newer or older contacts are.
    fn page_href(&self, page: &usize) -> String {
        format!("/werk/zonder-naam/lijst?pagina={page}")
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    const TOPICS: [&str; 10] =
        ["money", "housing", "work", "care", "children", "relations", "company", "papers", "safety", "other"];

    impl Sample for NotePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |frame, form, look_again| Self {
                frame,
                form,
                kinds: coded(words, "contact-kind", &["walk-in", "phone", "message", "outside"]),
                topics: coded(words, "topic", &TOPICS),
                dones: coded(
                    words,
                    "contact-done",
                    &["answered", "helped", "referred", "comes-back", "intake"],
                ),
                look_again,
                noted: words.with("contact-noted", &[("count", 31_i64.into())]),
            };
            let day = [("day", "22"), ("day-month", "11"), ("day-year", "2026")];
            let wrong = form(words)
                .with([
                    ("kind", "phone"),
                    ("day", "22"),
                    ("day-month", "11"),
                    ("day-year", "2026"),
                    ("text", "Mevrouw Bouzid vroeg iets over de huur. <b> 06-12345678"),
                ])
                .but([
                    ("topic", words.t("contact-topic-missing")),
                    ("done", words.t("contact-done-missing")),
                    ("text", words.with("contact-may-tell-who", &[("signs", words.t("sign-name").into())])),
                ]);
            let bsn = form(words).with(day).but([("text", words.t("contact-holds-bsn"))]);
            vec![
                ("typical", page(worker("/werk/zonder-naam"), form(words).with(day), false)),
                ("errors", page(worker("/werk/zonder-naam"), wrong, true)),
                ("bsn", page(long_worker("/werk/zonder-naam"), bsn, false)),
            ]
        }
    }

    impl Sample for ContactsPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let line = |at: usize, text: &str| ContactLine {
                day: "20 november 2026".into(),
                topic: words.t("topic-money"),
                kind: words.t("contact-kind-phone"),
                done: words.t("contact-done-referred"),
                text: text.into(),
                remove: "/werk/zonder-naam/77aa/weg".into(),
                form: form(words).called(format!("contact-{at}")),
            };
            let count = |label: &str, this_year: &str| TopicCount {
                label: words.t(label),
                this_year: this_year.into(),
                last_year: "118".into(),
            };
            let page = |frame, team: &str, counts, contacts, last| Self {
                frame,
                team: team.into(),
                years: ("2026".into(), "2025".into()),
                counts,
                contacts,
                pages: Pages { current: 1, last },
            };
            let frame = || worker("/werk/zonder-naam/lijst");
            let counts =
                vec![count("topic-money", "31"), count("topic-papers", "12"), count("contact-all", "43")];
            let some = vec![line(0, "Vroeg naar de regels voor een toeslag."), line(1, "")];
            let long = vec![line(0, &LONG_WORD.repeat(4)), line(1, ARABIC_NAME)];
            vec![
                ("empty", page(frame(), "team Noord", vec![], vec![], 1)),
                ("typical", page(frame(), "team Noord", counts.clone(), some, 2)),
                ("long", page(long_worker("/werk/zonder-naam/lijst"), LONG_NAME, counts, long, 1)),
            ]
        }
    }
}
