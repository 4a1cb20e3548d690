//! The client's own view on the worker's screen.

use askama::Template;

use super::{Line, Month};
use crate::view::{Contact, Frame};

/// `/werk/dossier/{d}/samen-kijken`. No menu of the worker: two people read this screen.
#[derive(Template)]
#[template(path = "portal/together.html")]
pub struct TogetherPage {
    /// In the client's words; the worker is signed in.
    pub frame: Frame,
    /// Who looks along.
    pub worker: String,
    /// "mevrouw Bhagwandin", "Emre"
    pub greeting: String,
    /// Newest first.
    pub months: Vec<Month>,
    /// There is older that is not on this page.
    pub more: bool,
    pub workers: Vec<Contact>,
    /// Who comes, each a sentence.
    pub changes: Vec<String>,
    /// Back to the worker's own pages.
    pub stop: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::portal::{DossierPage, HomePage};
    use crate::view::{Sample, Section, sample::*};

    impl Sample for TogetherPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |words, greeting: &str, months: Vec<Month>, workers| {
                let mut months = months;
                for line in months.iter_mut().flat_map(|month| &mut month.lines) {
                    if let Line::Entry(entry) = line {
                        entry.href = String::new();
                    }
                }
                let mut frame = worker("/werk/dossier/8f3a/samen-kijken");
                (frame.words, frame.section) = (words, Section::Public);
                Self {
                    frame,
                    worker: LONG_NAME.into(),
                    greeting: greeting.into(),
                    more: !months.is_empty(),
                    months,
                    workers,
                    changes: vec![],
                    stop: "/werk/dossier/8f3a".into(),
                }
            };
            let mut months = DossierPage::samples().into_iter().map(|(_, it)| it.months);
            let months = months.find(|it| !it.is_empty()).unwrap_or_default();
            let workers = HomePage::samples().into_iter().map(|(_, it)| it.workers).find(|it| !it.is_empty());
            vec![
                ("empty", page(informal(), "Emre", vec![], vec![])),
                ("typical", page(formal(), "mevrouw Bhagwandin", months, workers.unwrap_or_default())),
            ]
        }
    }
}
