//! `/mijn/mensen`: the people in one's own dossier, why they are there, and who decides.
//! No addresses of others: with none at all, nobody can tell that one is secret.

use askama::Template;

use super::HouseChoice;
use crate::view::Frame;

/// `/mijn/mensen`
#[derive(Template)]
#[template(path = "portal/people.html")]
pub struct OwnPeoplePage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
    pub people: Vec<OwnPerson>,
    /// Who decides, and about what: each a sentence.
    pub decides: Vec<String>,
}

/// Somebody as the client reads it.
#[derive(Clone, Debug, Default)]
pub struct OwnPerson {
    /// Name and relation, or the relation alone.
    pub who: String,
    pub relation: String,
    pub why: String,
    pub knows: String,
    pub call: String,
    pub keeps: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for OwnPeoplePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |words: text::Words, people, decides| Self {
                frame: portal("/mijn/mensen", words),
                houses: Vec::new(),
                people,
                decides,
            };
            let person = |words: text::Words, who: &str, relation: &str| OwnPerson {
                who: who.into(),
                relation: relation.into(),
                why: words.t("own-people-agreed"),
                knows: words.with("own-people-told", &[("day", "3 november 2026".into())]),
                call: words.t("own-people-may-call"),
                keeps: words.t("own-people-keeps-name"),
            };
            let decides = |words: text::Words| {
                let args =
                    [("name", LONG_NAME.into()), ("kind", words.code("authority-kind", "joint").into())];
                vec![words.with("own-people-authority", &args)]
            };
            vec![
                ("empty", page(formal(), Vec::new(), Vec::new())),
                ("typical", page(formal(), vec![person(formal(), "Riet van Dam", "buur")], Vec::new())),
                (
                    "long-young",
                    page(
                        informal(),
                        vec![person(informal(), LONG_NAME, "moeder"), person(informal(), ARABIC_NAME, "")],
                        decides(informal()),
                    ),
                ),
            ]
        }
    }
}
