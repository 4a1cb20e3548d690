//! `/werk/concepten`: what a worker has begun to write (ACC-23).

use askama::Template;

use super::{Form, Frame};

/// `/werk/concepten`
#[derive(Template)]
#[template(path = "drafts/drafts.html")]
pub struct DraftsPage {
    pub frame: Frame,
    /// Newest first.
    pub drafts: Vec<DraftLine>,
}

/// One draft.
#[derive(Clone, Debug)]
pub struct DraftLine {
    /// The form with the draft in it.
    pub href: String,
    /// The client's name; empty when no dossier was chosen yet.
    pub about: String,
    /// The first words of the text.
    pub beginning: String,
    /// When it was changed last, in words.
    pub changed: String,
    /// "Verloopt op 25 november 2026"
    pub expires: String,
    /// Where the discard button posts to.
    pub discard: String,
    /// Token of the discard form; its `id` must differ per line.
    pub form: Form,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl DraftLine {
        pub(in crate::view) fn sample(about: &str) -> Self {
            Self {
                href: "/werk/notitie/8f3a?concept=77aa".into(),
                about: about.into(),
                beginning: "Mevrouw belt. Zij heeft een brief van de verhuurder".into(),
                changed: "22 november 2026 om 14.32 uur".into(),
                expires: "Verloopt op 29 november 2026".into(),
                discard: "/werk/concepten/77aa/weg".into(),
                form: form(worker("").words),
            }
        }
    }

    impl Sample for DraftsPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let mut long = DraftLine::sample(LONG_NAME);
            long.beginning = LONG_WORD.into();
            vec![
                ("empty", Self { frame: worker("/werk/concepten"), drafts: vec![] }),
                (
                    "typical",
                    Self {
                        frame: worker("/werk/concepten"),
                        drafts: vec![DraftLine::sample("Rosa Bhagwandin"), DraftLine::sample("")],
                    },
                ),
                ("long", Self { frame: long_worker("/werk/concepten"), drafts: vec![long] }),
            ]
        }
    }
}
