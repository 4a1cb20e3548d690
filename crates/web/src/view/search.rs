//! `/werk/zoeken`: where words stand in the own dossiers, with the sentence around them.

use app::search::Piece;
use askama::Template;

use super::caseload::Pages;
use super::{Form, Frame};

/// `/werk/zoeken` and `/werk/zoeken/{draft}`. Field: `words`.
#[derive(Template)]
#[template(path = "search/search.html")]
pub struct SearchPage {
    pub frame: Frame,
    pub form: Form,
    pub outcome: Outcome,
}

/// What there is to show.
#[derive(Clone, Debug)]
pub enum Outcome {
    NotAsked,
    /// What was asked here is not kept any more.
    Gone,
    Found(Results),
}

/// What was found.
#[derive(Clone, Debug)]
pub struct Results {
    /// Dossiers whose client has this name.
    pub clients: Vec<ClientLine>,
    /// Newest first.
    pub hits: Vec<HitLine>,
    /// Hits on all pages.
    pub total: usize,
    pub pages: Pages,
    /// The address of this page, without the number.
    pub here: String,
}

/// A dossier of somebody with this name.
#[derive(Clone, Debug)]
pub struct ClientLine {
    pub href: String,
    pub name: String,
    pub domains: String,
}

/// A place where the words stand.
#[derive(Clone, Debug)]
pub struct HitLine {
    pub href: String,
    /// Whose dossier it is.
    pub name: String,
    /// "Gesprek · Wmo"
    pub what: String,
    /// The day, in words.
    pub when: String,
    /// "door Ria Vos"
    pub by: String,
    /// The sentences, in pieces.
    pub sentences: Vec<Vec<Piece>>,
}

impl SearchPage {
    /// A label for the link to a page.
    pub fn page_label(&self, page: &usize) -> String {
        self.frame.say("pages-go", "page", *page)
    }
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    fn hit(name: &str, sentence: &[(&str, bool)]) -> HitLine {
        let piece = |(text, found): &(&str, bool)| Piece { text: (*text).to_owned(), found: *found };
        HitLine {
            href: "/werk/dossier/8f3a/notitie/77aa".into(),
            name: name.into(),
            what: "Gesprek · Wmo".into(),
            when: "20 november 2026".into(),
            by: "door Ria Vos".into(),
            sentences: vec![sentence.iter().map(piece).collect()],
        }
    }

    fn found(clients: Vec<ClientLine>, hits: Vec<HitLine>, total: usize, pages: Pages) -> Outcome {
        Outcome::Found(Results { clients, hits, total, pages, here: "/werk/zoeken/77aa".into() })
    }

    impl Sample for SearchPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = || worker("/werk/zoeken");
            let asked = |words: &str| form(frame().words).with([("words", words)]);
            let one = Pages { current: 1, last: 1 };
            let rosa = ClientLine {
                href: "/werk/dossier/8f3a".into(),
                name: "Rosa Bhagwandin".into(),
                domains: "Wmo".into(),
            };
            let mut wrong = asked("de het een");
            wrong.errors.put("words", frame().t("search-small-words"));
            let sentence =
                [("Mevrouw vertelt over haar ", false), ("schulden", true), (" bij de verhuurder.", false)];
            let mut long = hit(LONG_NAME, &[(LONG_WORD, true), (" en nog meer ", false), (LONG_WORD, true)]);
            long.by = format!("door {LONG_NAME}");
            let many = vec![long, hit(ARABIC_NAME, &sentence)];
            vec![
                ("empty", Self { frame: frame(), form: form(frame().words), outcome: Outcome::NotAsked }),
                ("errors", Self { frame: frame(), form: wrong, outcome: Outcome::NotAsked }),
                ("gone", Self { frame: frame(), form: form(frame().words), outcome: Outcome::Gone }),
                (
                    "nothing",
                    Self { frame: frame(), form: asked("zwembad"), outcome: found(vec![], vec![], 0, one) },
                ),
                (
                    "typical",
                    Self {
                        frame: frame(),
                        form: asked("schuld"),
                        outcome: found(vec![rosa], vec![hit("Rosa Bhagwandin", &sentence)], 1, one),
                    },
                ),
                (
                    "long",
                    Self {
                        frame: long_worker("/werk/zoeken"),
                        form: asked(LONG_WORD),
                        outcome: found(vec![], many, 312, Pages { current: 6, last: 13 }),
                    },
                ),
            ]
        }
    }
}
