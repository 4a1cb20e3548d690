//! What the workers still do for the client, as the client reads it.

use askama::Template;

use super::HouseChoice;
use crate::view::Frame;

/// Something that is still to be done for the reader.
#[derive(Clone, Debug, Default)]
pub struct OwnLine {
    pub what: String,
    /// By when and by whom, in words.
    pub about: String,
}

/// `/mijn/taken`: what the workers still do for the client.
#[derive(Template)]
#[template(path = "portal/tasks.html")]
pub struct OwnTasksPage {
    pub frame: Frame,
    pub houses: Vec<HouseChoice>,
    pub lines: Vec<OwnLine>,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for OwnTasksPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |words: text::Words, lines| Self {
                frame: portal("/mijn/taken", words),
                houses: vec![],
                lines,
            };
            let line =
                |what: &str| OwnLine { what: what.into(), about: "Samira Bouzid, 22 november 2026".into() };
            vec![
                ("empty", page(formal(), vec![])),
                (
                    "typical",
                    page(formal(), vec![line("Bellen met de woningbouw"), line("Formulier opsturen")]),
                ),
                ("young", page(informal(), vec![line(LONG_WORD)])),
            ]
        }
    }
}
