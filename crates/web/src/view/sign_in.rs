//! Signing in and out: name and password, the code, and signing in again before a sensitive deed.

use askama::Template;

use super::{Form, Frame};

/// Why somebody sees the sign-in page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// They came to sign in.
    Asked,
    /// The session ended; nothing was being typed.
    SessionOver,
    /// The session ended while a form was sent; what was typed waits for them.
    TypedTextKept,
}

/// `/inloggen`. Fields: `name`, `password`, and `terug`.
#[derive(Template)]
#[template(path = "sign_in/sign_in.html")]
pub struct SignInPage {
    pub frame: Frame,
    pub form: Form,
    pub because: Because,
    /// Where to go afterwards; a path of our own, or empty.
    pub back: String,
}

/// `/inloggen/code`. Fields: `code`, and `terug`.
#[derive(Template)]
#[template(path = "sign_in/code.html")]
pub struct CodePage {
    pub frame: Frame,
    pub form: Form,
    pub back: String,
}

/// Shown after signing out. `quick` after "Snel weg".
#[derive(Template)]
#[template(path = "sign_in/signed_out.html")]
pub struct SignedOutPage {
    pub frame: Frame,
    pub quick: bool,
}

/// `/opnieuw`: sign in again before a sensitive deed (ACC-17). Fields: `password`, `code`, and `terug`.
#[derive(Template)]
#[template(path = "sign_in/again.html")]
pub struct AgainPage {
    pub frame: Frame,
    pub form: Form,
    pub back: String,
}

/// Too many wrong tries.
#[derive(Template)]
#[template(path = "sign_in/too_many_tries.html")]
pub struct TooManyTriesPage {
    pub frame: Frame,
    /// How long to wait.
    pub minutes: u32,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    impl Sample for SignInPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |because, form| Self {
                frame: public("/inloggen"),
                form,
                because,
                back: "/werk/dossiers".into(),
            };
            let words = formal();
            let wrong = form(words)
                .with([("name", "<b>samira</b> \"b\" 'c'"), ("password", "geheim")])
                .but([("", words.t("sign-in-wrong"))]);
            let empty = form(words).but([
                ("name", words.t("sign-in-name-missing")),
                ("password", words.t("sign-in-password-missing")),
            ]);
            vec![
                ("typical", page(Because::Asked, form(words))),
                ("session-over", page(Because::SessionOver, form(words))),
                ("kept", page(Because::TypedTextKept, form(words))),
                ("errors", page(Because::Asked, empty)),
                ("wrong", page(Because::Asked, wrong)),
            ]
        }
    }

    impl Sample for CodePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |form| Self { frame: public("/inloggen/code"), form, back: String::new() };
            let wrong = form(formal()).but([("code", formal().t("sign-in-wrong"))]);
            vec![("typical", page(form(formal()))), ("errors", page(wrong))]
        }
    }

    impl Sample for SignedOutPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |quick| Self { frame: public("/uitgelogd"), quick };
            vec![("typical", page(false)), ("quick", page(true))]
        }
    }

    impl Sample for AgainPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let frame = worker("/opnieuw");
            let wrong = form(frame.words).but([("password", frame.t("sign-in-wrong"))]);
            vec![
                (
                    "typical",
                    Self {
                        form: form(frame.words),
                        frame: frame.clone(),
                        back: "/werk/dossier/8f3a/bsn".into(),
                    },
                ),
                ("errors", Self { form: wrong, frame, back: String::new() }),
            ]
        }
    }

    impl Sample for TooManyTriesPage {
        fn samples() -> Vec<(&'static str, Self)> {
            vec![("typical", Self { frame: public("/inloggen"), minutes: 15 })]
        }
    }
}
