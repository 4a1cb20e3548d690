//! The documents of one's own dossier.

use askama::Template;

use super::HouseChoice;
use crate::view::Frame;
use crate::view::document::{Line, Sheet};

/// `/mijn/documenten`
#[derive(Template)]
#[template(path = "portal/documents.html")]
pub struct OwnDocumentsPage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
    pub lines: Vec<Line>,
}

/// `/mijn/documenten/{m}`; another sheet with `?blad=2`.
#[derive(Template)]
#[template(path = "portal/document.html")]
pub struct OwnDocumentPage {
    pub frame: Frame,
    pub title: String,
    pub facts: Vec<(String, String)>,
    /// None: it was withdrawn.
    pub sheet: Option<Sheet>,
    pub back: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::document::samples::{facts, line, sheet, withdrawn};
    use crate::view::{Sample, sample::*};

    impl Sample for OwnDocumentsPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page =
                |words, lines| Self { frame: portal("/mijn/documenten", words), houses: vec![], lines };
            vec![
                ("empty", page(formal(), vec![])),
                ("typical", page(formal(), vec![line("Brief van school"), withdrawn()])),
                ("young", page(informal(), vec![line(LONG_WORD)])),
            ]
        }
    }

    impl Sample for OwnDocumentPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |title: &str, sheet| Self {
                frame: portal("/mijn/documenten/77aa", formal()),
                title: title.into(),
                facts: facts(),
                sheet,
                back: "/mijn/documenten".into(),
            };
            vec![
                ("typical", page("Brief van school", sheet(None))),
                ("words", page(LONG_WORD, sheet(Some("Beste mevrouw Bhagwandin,\n\nTot dinsdag.")))),
                ("withdrawn", page("Ingetrokken document", None)),
            ]
        }
    }
}
