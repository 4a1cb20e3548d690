//! The page on which a birth date is corrected.

use askama::Template;

use super::dossier::Masthead;
use super::{Choice, Form, Frame};

/// A date that was known.
#[derive(Clone, Debug)]
pub struct Earlier {
    pub born: String,
    /// Who recorded it, what was seen, who looked along, until when it counted: sentences.
    pub about: String,
}

/// `/werk/dossier/{d}/gegevens/geboortedatum`. Fields: `born` (+ `-month`, `-year`), `seen`, `source`; when it changes
/// who decides also `second` and `agreed`.
#[derive(Template)]
#[template(path = "dossier/birth_date.html")]
pub struct BirthDatePage {
    pub frame: Frame,
    pub masthead: Masthead,
    pub form: Form,
    /// What is known now, in words.
    pub now: String,
    /// The same as it is stored: a correction is about what was on the screen.
    pub known: String,
    pub seen: Vec<Choice>,
    pub sources: Vec<Choice>,
    /// What changes, a sentence for each age; empty where nothing does.
    pub crossed: Vec<String>,
    pub seconds: Vec<Choice>,
    /// The newest first.
    pub versions: Vec<Earlier>,
    pub action: String,
    pub cancel: String,
}

impl BirthDatePage {
    /// Something changes, or was about to when the form came back: then the second and the tick are asked.
    pub fn asks_more(&self) -> bool {
        let typed =
            |name: &str| !self.form.values.get(name).is_empty() || self.form.errors.of(name).is_some();
        !self.crossed.is_empty() || typed("second") || typed("agreed")
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for BirthDatePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |masthead, form, crossed: &[&str]| Self {
                frame: worker("/werk/dossier/8f3a/gegevens/geboortedatum"),
                masthead,
                form,
                now: "10 mei 2014".into(),
                known: "2014-05-10".into(),
                seen: coded(words, "birth-seen", &["identity-document", "population-register", "nothing"]),
                sources: coded(words, "source", &["client", "representative", "own-observation"]),
                crossed: crossed.iter().map(|it| words.code("birth-now", it)).collect(),
                seconds: vec![Choice::new("1", "Joost van der Linden, coördinator")],
                versions: vec![
                    Earlier {
                        born: "10 mei 2014".into(),
                        about: "Vastgelegd door Ria de Groot op 3 november 2026.".into(),
                    },
                    Earlier { born: "10 mei 2004".into(), about: format!("Vastgelegd door {LONG_NAME}.") },
                ],
                action: "/werk/dossier/8f3a/gegevens/geboortedatum".into(),
                cancel: "/werk/dossier/8f3a/gegevens".into(),
            };
            let typed =
                [("born", "10"), ("born-month", "1"), ("born-year", "2010"), ("seen", "identity-document")];
            let wrong = form(words).with(typed).but([
                ("born", words.code("fault", "no-such-day")),
                ("agreed", words.t("birth-read-first")),
                ("second", words.t("people-second-missing")),
            ]);
            vec![
                ("empty", page(Masthead::invented(), form(words), &[])),
                ("crossing", page(Masthead::invented(), form(words).with(typed), &["12-yes", "16-maybe"])),
                ("errors", page(Masthead::long(), wrong, &["12-no", "16-no", "18-no"])),
            ]
        }
    }
}
