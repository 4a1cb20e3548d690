//! Signing in and out: name and password, the code, and signing in again before a sensitive deed.

use askama::Template;

use super::{Form, Frame};

/// Why somebody sees the sign-in page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Because {
    /// They came to sign in.
    Asked,
    /// They just chose a password, with a code from the desk.
    Activated,
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
    /// Passkeys are offered, to browsers that know them.
    pub passkeys: bool,
    /// Where to go afterwards; a path of our own, or empty.
    pub back: String,
}

/// Which second factor a page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// One code of the app.
    App,
    /// Two codes of the app that follow each other.
    AppTwice,
    /// The code with this number on a printed list.
    List { number: u32 },
    /// Any recovery code.
    Recovery,
}

impl Way {
    /// Goes as `met` in the address and in the form.
    pub const fn code(self) -> &'static str {
        match self {
            Self::App | Self::AppTwice => "app",
            Self::List { .. } => "lijst",
            Self::Recovery => "herstel",
        }
    }
}

/// The other ways, as links to the same page: address and words.
fn other_ways(frame: &Frame, path: &str, way: Way, back: &str) -> Vec<(String, String)> {
    let ending = if back.is_empty() { String::new() } else { format!("&terug={back}") };
    [("app", "code-with-app"), ("lijst", "code-with-list"), ("herstel", "code-with-recovery")]
        .into_iter()
        .filter(|(code, _)| *code != way.code())
        .map(|(code, key)| (format!("{path}?met={code}{ending}"), frame.t(key)))
        .collect()
}

/// `/inloggen/code`. Fields: `code`, `code-next`, and `met`, `terug`.
#[derive(Template)]
#[template(path = "sign_in/code.html")]
pub struct CodePage {
    pub frame: Frame,
    pub form: Form,
    pub way: Way,
    pub back: String,
}

impl CodePage {
    /// The other ways.
    pub fn others(&self) -> Vec<(String, String)> {
        other_ways(&self.frame, "/inloggen/code", self.way, &self.back)
    }
}

/// Shown after signing out. `quick` after "Snel weg".
#[derive(Template)]
#[template(path = "sign_in/signed_out.html")]
pub struct SignedOutPage {
    pub frame: Frame,
    pub quick: bool,
}

/// `/opnieuw`: sign in again before a sensitive deed (ACC-17). Fields: `password`, `code`, and `met`, `terug`.
#[derive(Template)]
#[template(path = "sign_in/again.html")]
pub struct AgainPage {
    pub frame: Frame,
    pub form: Form,
    pub way: Way,
    /// The reader has a passkey, to use instead.
    pub passkeys: bool,
    pub back: String,
}

impl AgainPage {
    /// The other ways.
    pub fn others(&self) -> Vec<(String, String)> {
        other_ways(&self.frame, "/opnieuw", self.way, &self.back)
    }
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
                passkeys: because == Because::Asked,
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
                ("activated", page(Because::Activated, form(words))),
                ("session-over", page(Because::SessionOver, form(words))),
                ("kept", page(Because::TypedTextKept, form(words))),
                ("errors", page(Because::Asked, empty)),
                ("wrong", page(Because::Asked, wrong)),
            ]
        }
    }

    impl Sample for CodePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |way, form| Self { frame: public("/inloggen/code"), form, way, back: "/werk".into() };
            let words = formal();
            let wrong = form(words).but([("code", words.t("sign-in-wrong"))]);
            let no_second = form(words).with([("code", "123456"), ("code-next", "")]);
            let no_second = no_second.but([("code-next", words.t("code-next-missing"))]);
            vec![
                ("typical", page(Way::App, form(words))),
                ("errors", page(Way::App, wrong.clone())),
                ("twice", page(Way::AppTwice, form(words))),
                ("twice-errors", page(Way::AppTwice, no_second)),
                ("list", page(Way::List { number: 17 }, form(words))),
                ("recovery", page(Way::Recovery, wrong)),
            ]
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
            let page = |frame: Frame, way, back: &str| Self {
                form: form(frame.words),
                frame,
                way,
                passkeys: false,
                back: back.into(),
            };
            let typical = page(worker("/opnieuw"), Way::App, "/werk/dossier/8f3a/bsn");
            let words = typical.frame.words;
            let wrong = form(words).but([("password", words.t("sign-in-wrong"))]);
            let no_passkey = form(informal()).but([("", informal().t("passkey-wrong"))]);
            let young = page(portal("/opnieuw", informal()), Way::Recovery, "/mijn/inloggen/passkey");
            vec![
                ("list", page(worker("/opnieuw"), Way::List { number: 40 }, "")),
                ("errors", Self { form: wrong, ..page(worker("/opnieuw"), Way::App, "") }),
                ("passkey", Self { passkeys: true, ..page(long_worker("/opnieuw"), Way::App, "/werk") }),
                ("passkey-errors", Self { form: no_passkey, passkeys: true, ..young }),
                ("typical", typical),
            ]
        }
    }

    impl Sample for TooManyTriesPage {
        fn samples() -> Vec<(&'static str, Self)> {
            vec![("typical", Self { frame: public("/inloggen"), minutes: 15 })]
        }
    }
}
