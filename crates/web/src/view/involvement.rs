//! `/toezicht`: dividing questions. By number, never by name (ACC-09).

use askama::Template;

use super::{Choice, Form, Frame, access::InvolvedLine, caseload::Pages, task::Link};

/// `/toezicht`: questions without a worker; one legal domain with `?onderdeel=wmo`, further pages with `?pagina=2`.
#[derive(Template)]
#[template(path = "involvement/questions.html")]
pub struct QuestionsPage {
    pub frame: Frame,
    /// The team: "team Noord".
    pub team: String,
    /// How many wait, of every legal domain.
    pub total: usize,
    /// By legal domain; empty when there is nothing to choose.
    pub domains: Vec<Link>,
    /// Longest waiting first.
    pub questions: Vec<QuestionRow>,
    pub pages: Pages,
    /// The address of a page, without its number.
    pub page_base: String,
    /// How many emergency accesses are to be judged, and by when; empty when none are.
    pub to_judge: String,
}

/// A question without a worker.
#[derive(Clone, Debug, Default)]
pub struct QuestionRow {
    pub assign: String,
    /// The question itself; reading it is on the record.
    pub read: String,
    /// Pseudonymous number: "2026-0147".
    pub number: String,
    /// Legal domain in words.
    pub domain: String,
    /// Since when, in words.
    pub since: String,
    /// "3 dagen", "3 weken"
    pub waiting: String,
    /// Who did the intake.
    pub intake_by: String,
}

/// `/toezicht/toewijzen/{d}/vraag/{domain}`: the question that waits, as the client put it.
#[derive(Template)]
#[template(path = "involvement/question.html")]
pub struct QuestionPage {
    pub frame: Frame,
    pub number: String,
    /// Legal domain in words.
    pub domain: String,
    /// Since when, in words.
    pub since: String,
    /// None: nothing waits here any more.
    pub question: Option<String>,
    pub assign: String,
}

/// `/toezicht/toewijzen/{d}`. Fields: `worker`, `domain`, `role`, `reason`,
/// `from` and `until` (each + `-month`, `-year`).
#[derive(Template)]
#[template(path = "involvement/assign.html")]
pub struct AssignPage {
    pub frame: Frame,
    pub form: Form,
    pub number: String,
    /// Who may be chosen; excluded workers are absent, without saying why.
    pub workers: Vec<Choice>,
    pub domains: Vec<Choice>,
    pub roles: Vec<Choice>,
    /// Involved already.
    pub involved: Vec<InvolvedLine>,
    pub action: String,
}

/// `/werk/dossier/{d}/toegang/{i}/eind`: says what ends before it ends. Field: `reason`.
#[derive(Template)]
#[template(path = "involvement/end.html")]
pub struct EndPage {
    pub frame: Frame,
    pub form: Form,
    pub number: String,
    pub involvement: InvolvedLine,
    /// Nobody else is involved with this domain.
    pub last_one: bool,
    /// The reader's own, who does not coordinate: the last one cannot leave (ux §2.3).
    pub yourself: bool,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for QuestionsPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let row = |number: &str, by: &str| QuestionRow {
                assign: "/toezicht/toewijzen/8f3a".into(),
                read: "/toezicht/toewijzen/8f3a/vraag/wmo".into(),
                number: number.into(),
                domain: "Wmo".into(),
                since: "19 november 2026".into(),
                waiting: "3 dagen".into(),
                intake_by: by.into(),
            };
            let page = |total, questions, last| Self {
                frame: coordinator("/toezicht"),
                team: "team Noord".into(),
                total,
                domains: vec![],
                questions,
                pages: Pages { current: 1, last },
                page_base: "/toezicht?".into(),
                to_judge: String::new(),
            };
            let link =
                |href: &str, label: &str, current| Link { href: href.into(), label: label.into(), current };
            let chosen = |it: Self, wmo: bool| Self {
                domains: vec![
                    link("/toezicht", "Alles (120)", !wmo),
                    link("/toezicht?onderdeel=wmo", "Wmo (80)", wmo),
                    link("/toezicht?onderdeel=youth-care", LONG_NAME, false),
                ],
                ..it
            };
            let two = || vec![row("2026-0147", "Samira Bouzid"), row("2026-0151", "Derya Aksoy")];
            vec![
                ("empty", page(0, vec![], 1)),
                ("typical", page(2, two(), 1)),
                ("long", page(1, vec![row("2026-0147", LONG_NAME)], 1)),
                ("many", chosen(page(120, two(), 3), false)),
                ("none-of", chosen(page(40, vec![], 1), true)),
            ]
        }
    }

    impl Sample for QuestionPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |question: Option<&str>| Self {
                frame: coordinator("/toezicht/toewijzen/8f3a/vraag/wmo"),
                number: "2026-0147".into(),
                domain: "Wmo".into(),
                since: "19 november 2026".into(),
                question: question.map(ToOwned::to_owned),
                assign: "/toezicht/toewijzen/8f3a".into(),
            };
            vec![
                ("typical", page(Some("Ik kom de trap niet meer op.\nMijn dochter helpt mij nu."))),
                ("long", page(Some(LONG_WORD))),
                ("not-waiting", page(None)),
            ]
        }
    }

    impl Sample for AssignPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |form, involved| {
                let frame = coordinator("/toezicht/toewijzen/8f3a");
                let words = frame.words;
                Self {
                    frame,
                    form,
                    number: "2026-0147".into(),
                    workers: vec![
                        Choice::new("aa", "Samira Bouzid (38 dossiers)"),
                        Choice::new("bb", format!("{LONG_NAME} (12 dossiers)")),
                    ],
                    domains: coded(words, "domain", &["wmo"]),
                    roles: coded(words, "role", &["lead", "support", "replacement"]),
                    involved,
                    action: "/toezicht/toewijzen/8f3a".into(),
                }
            };
            let words = coordinator("").words;
            let wrong = form(words).with([("from", "40")]).but([
                ("worker", words.t("assign-worker-missing")),
                ("reason", words.t("assign-reason-missing")),
                ("from", words.code("fault", "no-such-day")),
            ]);
            vec![
                ("typical", page(form(words), vec![])),
                ("second", page(form(words), vec![InvolvedLine::invented("Derya Aksoy", false)])),
                ("errors", page(wrong, vec![])),
            ]
        }
    }

    impl Sample for EndPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |form, last_one| Self {
                frame: coordinator("/werk/dossier/8f3a/toegang/55cc/eind"),
                form,
                number: "2026-0147".into(),
                involvement: InvolvedLine::invented("Samira Bouzid", false),
                last_one,
                yourself: last_one,
                action: "/werk/dossier/8f3a/toegang/55cc/eind".into(),
                cancel: "/werk/dossier/8f3a/toegang".into(),
            };
            let words = coordinator("").words;
            vec![
                ("typical", page(form(words), false)),
                ("last", page(form(words).but([("reason", words.t("end-reason-missing"))]), true)),
            ]
        }
    }
}
