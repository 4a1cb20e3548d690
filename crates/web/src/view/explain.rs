//! Who can see a dossier now and why, and what a change would do.

use askama::Template;

use super::{Choice, Form, Frame};

/// `/fg/toegang`. Fields: `number`, `ground`; to suppose something: `worker`, `change`, `domain`, `function`.
#[derive(Template)]
#[template(path = "explain/explain.html")]
pub struct ExplainPage {
    pub frame: Frame,
    pub form: Form,
    pub grounds: Vec<Choice>,
    pub workers: Vec<Choice>,
    pub changes: Vec<Choice>,
    pub domains: Vec<Choice>,
    pub functions: Vec<Choice>,
    pub answer: Option<Answer>,
}

/// The answer about one dossier.
pub struct Answer {
    /// "Dossier 12, Wijkteam Noord"
    pub heading: String,
    /// "3 medewerkers hebben iets met dit dossier te maken. 1 kan de inhoud zien."
    pub count: String,
    pub people: Vec<SeerLine>,
    pub supposed: Option<SupposedLines>,
}

/// A worker, and what opens for them.
pub struct SeerLine {
    pub name: String,
    /// "coördinator, Wijkteam Noord"
    pub role: String,
    /// "betrokken", "wil de klant niet"
    pub facts: Vec<String>,
    pub sees: Vec<SeesLine>,
    /// Sees no content, and knows that it exists and who works with it.
    pub knows: bool,
}

/// Whether the content opens, for one or more laws with the same answer.
#[derive(PartialEq, Eq)]
pub struct SeesLine {
    pub domains: Vec<String>,
    pub allowed: bool,
    /// Whole sentences.
    pub why: String,
}

/// What would change.
pub struct SupposedLines {
    /// "Als Ria de Wit betrokken wordt bij Wmo"
    pub heading: String,
    /// The worker lacks something, so that nothing opens whatever changes.
    pub not_ready: bool,
    pub gained: Vec<EffectLine>,
    pub lost: Vec<EffectLine>,
}

/// Deeds that come or go for the same reason.
pub struct EffectLine {
    pub domain: String,
    pub deeds: Vec<String>,
    pub why: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{FieldErrors, Sample, Section, Typed, frame::Menu, sample::*};

    fn page(form: Form, answer: Option<Answer>) -> ExplainPage {
        let menu = Menu { oversees: true, ..Menu::default() };
        let frame = Frame { section: Section::Worker(menu), ..worker("/fg/toegang") };
        let words = frame.words;
        ExplainPage {
            form,
            grounds: coded(words, "investigation", &["complaint", "client-asked", "check"]),
            workers: vec![Choice::new("1", format!("{LONG_NAME}, {}", words.code("function", "worker")))],
            changes: coded(words, "supposed", &["involved", "not-involved", "function", "conflict"]),
            domains: coded(words, "domain", &["wmo", "voluntary"]),
            functions: coded(words, "function", &["worker", "coordinator"]),
            frame,
            answer,
        }
    }

    fn sees(allowed: bool, why: &str) -> SeesLine {
        SeesLine { domains: vec!["Wmo".into(), LONG_WORD.into()], allowed, why: why.into() }
    }

    fn answer(people: Vec<SeerLine>, supposed: Option<SupposedLines>) -> Answer {
        Answer {
            heading: "Dossier 1042, team Noord".into(),
            count: format!("{} medewerkers hebben iets met dit dossier te maken.", people.len()),
            people,
            supposed,
        }
    }

    impl Sample for ExplainPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("/").words;
            let empty = || form(words);
            let people = || {
                vec![
                    SeerLine {
                        name: LONG_NAME.into(),
                        role: format!("buurtteammedewerker, {LONG_WORD}"),
                        facts: vec!["betrokken".into(), "wil de klant niet".into()],
                        sees: vec![sees(
                            false,
                            "Wil een klant een medewerker niet, dan blijft het dossier dicht.",
                        )],
                        knows: false,
                    },
                    SeerLine {
                        name: ARABIC_NAME.into(),
                        role: "coördinator, team Noord".into(),
                        facts: vec!["coördineert het team".into()],
                        sees: vec![sees(true, "Wie betrokken is bij een onderdeel, mag het lezen.")],
                        knows: true,
                    },
                ]
            };
            let supposed = |lost: Vec<EffectLine>| SupposedLines {
                heading: format!("Als {LONG_NAME} betrokken wordt bij Wmo"),
                not_ready: lost.is_empty(),
                gained: Vec::new(),
                lost,
            };
            let lost = EffectLine {
                domain: "Wmo".into(),
                deeds: vec![words.code("deed", "ReadDossier"), LONG_WORD.into()],
                why: words.code("rule", "wall-conflict"),
            };
            let mut errors = FieldErrors::default();
            errors.put("number", words.t("explain-no-dossier"));
            errors.put("ground", words.t("explain-ground-missing"));
            let typed = Typed::from(vec![("number".to_owned(), "12x".to_owned())]);
            vec![
                ("empty", page(empty(), None)),
                ("typical", page(empty(), Some(answer(people(), None)))),
                ("nobody", page(empty(), Some(answer(Vec::new(), Some(supposed(Vec::new())))))),
                ("supposed", page(empty(), Some(answer(people(), Some(supposed(vec![lost])))))),
                ("errors", page(form(words).with(typed).but(errors), None)),
            ]
        }
    }
}
