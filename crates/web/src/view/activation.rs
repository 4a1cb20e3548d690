//! Giving a way in at a desk, and taking it.

use askama::Template;
use text::Words;

use super::account::Picture;
use super::{Choice, Form, Frame};

/// `/werk/balie`. Fields: `document`, `surname`, `birth-date` (+ `-month`, `-year`), `what`, `with-list`.
#[derive(Template)]
#[template(path = "activation/desk.html")]
pub struct DeskPage {
    pub frame: Frame,
    pub form: Form,
    pub documents: Vec<Choice>,
    pub whats: Vec<Choice>,
}

/// `/beheer/gebruikers/{staff}/inlogcode`. Fields: `document`, `what`, `with-list`.
#[derive(Template)]
#[template(path = "activation/staff_desk.html")]
pub struct StaffDeskPage {
    pub frame: Frame,
    pub form: Form,
    pub name: String,
    pub action: String,
    pub documents: Vec<Choice>,
    pub whats: Vec<Choice>,
}

/// The slip, shown once and printed.
#[derive(Template)]
#[template(path = "activation/slip.html")]
pub struct SlipPage {
    pub frame: Frame,
    /// Of who takes the slip home, and not of who prints it.
    pub words: Words,
    pub login_name: String,
    /// None for a list only.
    pub code: Option<String>,
    /// The last day, in words; none for a list only.
    pub valid_until: Option<String>,
    /// In the order of their numbers; empty without a list.
    pub list: Vec<String>,
    /// Where to go on.
    pub again: &'static str,
}

/// `/activeren`. Fields: `name`, `code`.
#[derive(Template)]
#[template(path = "activation/activate.html")]
pub struct ActivatePage {
    pub frame: Frame,
    pub form: Form,
    /// An earlier code was used or is too old.
    pub over: bool,
}

/// `/activeren/kies`. Fields: `password`, `password-again`, `met`, `code`, `list-code`, and `antwoord`, which the script
/// fills in; the secret belongs to the form's `once`.
#[derive(Template)]
#[template(path = "activation/choose.html")]
pub struct ChoosePage {
    pub frame: Frame,
    pub form: Form,
    pub has_list: bool,
    /// A passkey can be chosen, where there is script and a browser that knows them.
    pub passkeys: bool,
    /// The first that is possible everywhere stands first.
    pub ways: Vec<Choice>,
    pub picture: Picture,
    /// In groups of four letters.
    pub secret: String,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, Section, frame::Menu, sample::*};

    fn documents(words: Words) -> Vec<Choice> {
        coded(words, "document", &["passport", "identity-card", "driving-licence", "residence-document"])
    }

    fn whats(words: Words) -> Vec<Choice> {
        vec![
            Choice::new("activation", words.t("desk-what-activation"))
                .hint(words.t("desk-what-activation-about")),
            Choice::new("list", words.t("desk-what-list")).hint(words.t("desk-what-list-about")),
        ]
    }

    fn admin(path: &str) -> Frame {
        let menu = Menu { accounts: true, ..Menu::default() };
        Frame { section: Section::Worker(menu), ..worker(path) }
    }

    impl Sample for DeskPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame, form| Self {
                documents: documents(frame.words),
                whats: whats(frame.words),
                frame,
                form,
            };
            let words = worker("").words;
            let wrong = form(words)
                .with([("surname", LONG_NAME), ("document", "passport")])
                .but([("birth-date", words.t("fault-missing")), ("what", words.t("desk-what-missing"))]);
            let nobody = form(words).but([("", words.t("desk-cannot-say"))]);
            vec![
                ("typical", page(worker("/werk/balie"), form(words))),
                ("errors", page(worker("/werk/balie"), wrong)),
                ("cannot-say", page(long_worker("/werk/balie"), nobody)),
            ]
        }
    }

    impl Sample for StaffDeskPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |name: &str, form| {
                let frame = admin("/beheer/gebruikers/77aa/inlogcode");
                Self {
                    documents: documents(frame.words),
                    whats: whats(frame.words),
                    frame,
                    form,
                    name: name.into(),
                    action: "/beheer/gebruikers/77aa/inlogcode".into(),
                }
            };
            let words = worker("").words;
            let wrong = form(words).but([("document", words.t("desk-document-missing"))]);
            vec![
                ("typical", page("Samira Bouzid", form(words))),
                ("errors", page("Samira Bouzid", wrong)),
                ("long", page(LONG_NAME, form(words))),
            ]
        }
    }

    impl Sample for SlipPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |code: Option<&str>, list: usize, words| Self {
                frame: worker("/werk/balie"),
                words,
                login_name: "appel-boot-482".into(),
                code: code.map(Into::into),
                valid_until: code.map(|_| "6 december 2026".into()),
                list: vec!["ABCD 2345".into(); list],
                again: "/werk/balie",
            };
            vec![
                ("typical", page(Some("ABCD 2345 EFGH"), 0, formal())),
                ("young", page(Some("ABCD 2345 EFGH"), 0, informal())),
                ("with-list", page(Some("ABCD 2345 EFGH"), 40, formal())),
                ("list-only", page(None, 40, informal())),
            ]
        }
    }

    impl Sample for ActivatePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |form, over| Self { frame: public("/activeren"), form, over };
            let words = formal();
            let wrong =
                form(words).with([("name", "appel-boot-482")]).but([("code", words.t("activate-wrong"))]);
            vec![
                ("typical", page(form(words), false)),
                ("errors", page(wrong, false)),
                ("over", page(form(words), true)),
            ]
        }
    }

    impl Sample for ChoosePage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |words: Words, form, has_list, passkeys| {
                let ways = [("app", true), ("lijst", has_list), ("passkey", passkeys)];
                let way = |code: &str| match code {
                    "app" => Choice::new("app", words.t("choose-way-app")),
                    "lijst" => Choice::new("lijst", words.t("choose-way-list")),
                    _ => Choice::new("passkey", words.t("choose-way-passkey"))
                        .hint(words.t("choose-way-passkey-about"))
                        .with_script(),
                };
                Self {
                    frame: Frame { words, ..public("/activeren/kies") },
                    form,
                    has_list,
                    passkeys,
                    ways: ways.iter().filter(|(_, there)| *there).map(|(code, _)| way(code)).collect(),
                    picture: crate::qr::picture("otpauth://totp/Samendossier?secret=GEZDGNBVGY3TQOJQ"),
                    secret: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".into(),
                }
            };
            let (u, je) = (formal(), informal());
            let wrong = form(u).but([
                ("password", u.t("account-password-easy")),
                ("met", u.t("choose-way-missing")),
                ("list-code", u.t("choose-list-wrong")),
            ]);
            let no_passkey = form(je).with([("met", "passkey")]).but([("met", je.t("choose-passkey-wrong"))]);
            vec![
                ("typical", page(u, form(u), false, false)),
                ("list", page(u, form(u), true, false)),
                ("passkey", page(je, form(je).with([("met", "app")]), false, true)),
                ("all", page(je, form(je), true, true)),
                ("errors", page(u, wrong, true, true)),
                ("passkey-errors", page(je, no_passkey, true, true)),
            ]
        }
    }
}
