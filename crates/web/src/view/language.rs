//! The language somebody speaks best, and an interpreter: the fields at intake, and the page where they are changed.

use askama::Template;

use super::dossier::Masthead;
use super::{Choice, Form, Frame};

/// The fields `language` (and `language-other` for one that is not in the list), `interpreter` and
/// `letter-language`, with what can be chosen in each.
#[derive(Clone, Debug, Default)]
pub struct LanguageFields {
    pub languages: Vec<Choice>,
    pub interpreters: Vec<Choice>,
    pub letters: Vec<Choice>,
}

impl LanguageFields {
    /// Something is filled in, or wrong: the fields are unfolded.
    pub fn are_open(&self, form: &Form) -> bool {
        ["language", "language-other", "interpreter", "letter-language"]
            .iter()
            .any(|name| !form.values.get(name).is_empty() || form.errors.of(name).is_some())
    }
}

/// `/werk/dossier/{d}/gegevens/taal`. Fields: those of `language`, and `source`.
#[derive(Template)]
#[template(path = "dossier/language.html")]
pub struct LanguagePage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    pub language: LanguageFields,
    /// Who may have said so.
    pub sources: Vec<Choice>,
    pub action: String,
    pub cancel: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl LanguageFields {
        pub(in crate::view) fn sample(words: text::Words) -> Self {
            let mut languages = coded(words, "language", &["nl", "dse", "nl-signed", "ar", "pl", "ti", "tr"]);
            languages.push(Choice::new("other", words.t("language-other")));
            Self {
                languages,
                interpreters: coded(words, "interpreter", &["no", "language", "writing", "deafblind"]),
                letters: coded(words, "language", &["nl", "ar", "pl", "ti", "tr"]),
            }
        }
    }

    impl Sample for LanguagePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let path = "/werk/dossier/8f3a/gegevens/taal";
            let page = |masthead, form| Self {
                frame: worker(path),
                masthead,
                form,
                language: LanguageFields::sample(words),
                sources: coded(words, "source", &["client", "representative", "own-observation"]),
                action: path.into(),
                cancel: "/werk/dossier/8f3a/gegevens".into(),
            };
            let typical = form(words).with([
                ("language", "ti"),
                ("interpreter", "language"),
                ("letter-language", "nl"),
                ("source", "client"),
            ]);
            let wrong = form(words)
                .with([("language", "pl"), ("language-other", LONG_NAME), ("interpreter", "language")])
                .but([
                    ("language", words.t("language-in-which")),
                    ("language-other", words.t("language-two")),
                    ("source", words.t("fault-unknown-choice")),
                ]);
            vec![
                ("empty", page(Masthead::invented(), form(words))),
                ("typical", page(Masthead::invented(), typical)),
                ("errors", page(Masthead::long(), wrong)),
            ]
        }
    }
}
