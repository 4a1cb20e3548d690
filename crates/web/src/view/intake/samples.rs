//! Invented content for the pages of the intake.
//! Empty, typical, long names and errors: what the page test renders and a person looks at.

use super::*;
use crate::view::{Sample, sample::*};

impl Sample for SearchPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let frame = worker("/werk/nieuw");
        let wrong = form(frame.words)
            .with([
                ("surname", ""),
                ("birth-date", "31"),
                ("birth-date-month", "2"),
                ("birth-date-year", "1980"),
                ("bsn", "123456789"),
            ])
            .but([
                ("surname", frame.t("intake-surname-missing")),
                ("birth-date", frame.words.code("fault", "no-such-day")),
                ("bsn", frame.words.code("fault", "fails-eleven-test")),
            ]);
        vec![
            (
                "typical",
                Self { form: form(frame.words), frame: frame.clone(), bsn_allowed: true, voluntary: false },
            ),
            (
                "foundation",
                Self { form: form(frame.words), frame: frame.clone(), bsn_allowed: false, voluntary: true },
            ),
            ("errors", Self { form: wrong, frame, bsn_allowed: true, voluntary: false }),
        ]
    }
}

impl Sample for SearchResultPage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |found, from_form| {
            let frame = worker("/werk/nieuw");
            Self {
                form: form(frame.words).with([
                    ("surname", "Bhagwandin"),
                    ("birth-date", "9"),
                    ("birth-date-month", "3"),
                    ("birth-date-year", "1968"),
                ]),
                frame,
                found,
                from_form,
                coordinator: joost(),
            }
        };
        vec![
            ("none", page(Found::Nobody, false)),
            ("without a date", page(Found::NothingToMatch, false)),
            ("match", page(Found::Perhaps, false)),
            ("match from step 2", page(Found::Perhaps, true)),
        ]
    }
}

impl IntakePage {
    fn invented(frame: Frame) -> Self {
        let words = frame.words;
        let field = |name: &str, required, kind| IntakeField {
            name: name.into(),
            label: words.code("field", name),
            hint: String::new(),
            why: words.code(
                "why",
                match name {
                    "bsn" => "legal-duty",
                    "birth-date" => "age",
                    "phone" | "email" | "address" => "reach",
                    _ => "know-who",
                },
            ),
            required,
            kind,
        };
        let domain = |code: &str| DomainChoice {
            choice: Choice::new(code, words.code("domain", code))
                .hint(words.t(&format!("domain-{code}-about"))),
            voluntary: code == "voluntary",
        };
        Self {
            language: LanguageFields::sample(words),
            wishes: coded(words, "preferred-worker", &["woman", "man"]),
            life_areas: coded(words, "life-area", &["money", "home", "growing-up"]),
            form: form(words).with([
                ("surname", "Bhagwandin"),
                ("birth-date", "9"),
                ("birth-date-month", "3"),
                ("birth-date-year", "1968"),
            ]),
            fields: vec![
                field("given-name", true, FieldKind::Text),
                field("surname", true, FieldKind::Text),
                field("birth-date", true, FieldKind::Date),
                field("phone", false, FieldKind::Phone),
                field("email", false, FieldKind::Email),
                field("address", false, FieldKind::Area),
                field("bsn", false, FieldKind::Digits),
            ],
            domains: ["wmo", "youth-access", "debt-counselling", "voluntary"]
                .into_iter()
                .map(domain)
                .collect(),
            notice_manners: vec![
                Choice::new("told", words.t("notice-manner-told")),
                Choice::new("paper", words.t("notice-manner-paper")),
            ],
            notice_version: "2026-11".into(),
            agreement_manners: vec![
                Choice::new("oral", words.t("agreement-manner-oral")),
                Choice::new("written", words.t("agreement-manner-written")),
            ],
            safeties: coded(words, "safe", &["safe", "unsafe", "unknown"]),
            roles: coded(words, "role", &["lead", "support"]),
            frame,
        }
    }
}

impl Sample for IntakePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let mut wrong = Self::invented(worker("/werk/nieuw/formulier"));
        wrong.form = wrong
            .form
            .with([
                ("given-name", " Rosa\u{202e} <i>"),
                ("birth-date", "31"),
                ("birth-date-month", "02"),
                ("birth-date-year", "68"),
                ("bsn", "111222334"),
                ("language", "other"),
                ("interpreter", "language"),
                ("domain", "voluntary"),
                ("question-voluntary", ""),
            ])
            .but([
                ("surname", wrong.frame.t("intake-surname-missing")),
                ("birth-date", wrong.frame.words.code("fault", "no-such-day")),
                ("bsn", wrong.frame.words.code("fault", "fails-eleven-test")),
                ("language-other", wrong.frame.t("language-not-named")),
                ("question-voluntary", wrong.frame.t("intake-question-missing")),
                ("agreement", wrong.frame.t("intake-agreement-missing")),
                ("notice", wrong.frame.t("intake-notice-missing")),
            ]);
        vec![
            ("typical", Self::invented(worker("/werk/nieuw/formulier"))),
            ("long", Self::invented(long_worker("/werk/nieuw/formulier"))),
            ("errors", wrong),
        ]
    }
}

impl Sample for IntakeDonePage {
    fn samples() -> Vec<(&'static str, Self)> {
        let page = |name: &str, involved: bool| Self {
            frame: worker("/werk/nieuw/klaar"),
            name: name.into(),
            domains: vec!["Wmo".into(), "Schuldhulpverlening".into()],
            dossier: involved.then(|| "/werk/dossier/8f3a".into()),
            note: involved.then(|| "/werk/notitie/8f3a".into()),
        };
        vec![("typical", page("Rosa Bhagwandin", true)), ("handed-over", page(LONG_NAME, false))]
    }
}
