//! Which keys on the keyboard do something.

use askama::Template;

use super::{Choice, Form, Frame};

/// `/werk/toetsen`. Field: `keys` (on or off).
#[derive(Template)]
#[template(path = "keys/keys.html")]
pub struct KeysPage {
    pub frame: Frame,
    pub form: Form,
    pub choices: Vec<Choice>,
}

impl KeysPage {
    /// The keys, and the word that says what each does.
    const KEYS: [(&'static str, &'static str); 4] = [
        ("Alt + Shift + N", "keys-note"),
        ("Alt + Shift + Z", "keys-search"),
        ("Alt + Shift + D", "keys-today"),
        ("Ctrl + Enter", "keys-save"),
    ];
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for KeysPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let words = worker("").words;
            let page = |form| Self {
                frame: worker("/werk/toetsen"),
                form,
                choices: coded(words, "keys", &["on", "off"]),
            };
            let wrong = form(words).but([("keys", words.t("keys-missing"))]);
            vec![("on", page(form(words).with([("keys", "on")]))), ("errors", page(wrong))]
        }
    }
}
