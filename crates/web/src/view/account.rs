//! `/mijn/inloggen` and `/werk/inloggen`: one's own way of signing in.

use askama::Template;

use super::{Form, Frame};

/// The overview: means, sessions, changes.
#[derive(Template)]
#[template(path = "account/account.html")]
pub struct AccountPage {
    pub frame: Frame,
    /// Of "everywhere but here".
    pub form: Form,
    /// Where these pages are: `/mijn/inloggen` or `/werk/inloggen`.
    pub base: &'static str,
    pub has_app: bool,
    pub list_left: u32,
    pub recovery_left: u32,
    /// E-mail that says that there is something; none for a resident.
    pub mail: Option<MailCard>,
    /// Oldest first.
    pub passkeys: Vec<PasskeyLine>,
    /// One can be added here.
    pub offers_passkeys: bool,
    /// This one first.
    pub sessions: Vec<SessionLine>,
    /// When and what, newest first.
    pub changes: Vec<(String, String)>,
}

/// Where e-mail goes.
#[derive(Clone, Debug, Default)]
pub struct MailCard {
    /// None: there is no e-mail.
    pub address: Option<String>,
    /// The last one may not have arrived.
    pub fails: bool,
    /// There is a way out for it.
    pub sends: bool,
}

/// A passkey.
#[derive(Clone, Debug)]
pub struct PasskeyLine {
    pub id: String,
    /// Where it was made: "Safari op iPhone"
    pub device: String,
    pub made: String,
    pub used: Option<String>,
    /// The form that takes it away; none for the only way there is.
    pub remove: Option<Form>,
}

/// Where somebody is signed in.
#[derive(Clone, Debug)]
pub struct SessionLine {
    pub id: String,
    /// "Firefox op Windows"
    pub device: String,
    /// "22 november 2026 om 14.32 uur"
    pub began: String,
    pub seen: String,
    /// The form that ends it; none for the session that asks.
    pub end: Option<Form>,
}

impl SessionLine {
    /// The session that asks.
    pub const fn is_this(&self) -> bool {
        self.end.is_none()
    }
}

/// Another password. Fields: `password`, `password-again`.
#[derive(Template)]
#[template(path = "account/password.html")]
pub struct PasswordPage {
    pub frame: Frame,
    pub form: Form,
    pub base: &'static str,
}

/// Another address for e-mail. Field: `mail`; empty for none.
#[derive(Template)]
#[template(path = "account/mail.html")]
pub struct MailPage {
    pub frame: Frame,
    pub form: Form,
    pub base: &'static str,
}

/// A picture for a camera: a path on a square of so many units.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    pub size: i32,
    pub path: String,
}

/// Another app. Field: `code`; the secret belongs to the form's `once`.
#[derive(Template)]
#[template(path = "account/app.html")]
pub struct AppPage {
    pub frame: Frame,
    pub form: Form,
    pub base: &'static str,
    pub picture: Picture,
    /// In groups of four letters.
    pub secret: String,
}

/// One more passkey. Field: `antwoord`, which the script fills in.
#[derive(Template)]
#[template(path = "account/passkey.html")]
pub struct PasskeyPage {
    pub frame: Frame,
    pub form: Form,
    pub base: &'static str,
}

/// Asks before recovery codes are made.
#[derive(Template)]
#[template(path = "account/renew_codes.html")]
pub struct RenewCodesPage {
    pub frame: Frame,
    pub form: Form,
    pub base: &'static str,
}

/// Recovery codes, shown once.
#[derive(Template)]
#[template(path = "account/codes.html")]
pub struct CodesPage {
    pub frame: Frame,
    /// Where to go on.
    pub base: &'static str,
    pub codes: Vec<String>,
    /// At the end of an activation with a passkey: why there are codes.
    pub activated: bool,
}

#[cfg(any(test, feature = "samples"))]
mod samples {
    use super::*;
    use crate::view::{Sample, sample::*};

    const LONG_DOMAIN: &str =
        "gebiedsteams-maatschappelijke-ondersteuning.samenwerkende-gemeenten-waterrijk-en-omstreken.example";

    fn session(device: &str, other: Option<&str>) -> SessionLine {
        SessionLine {
            id: "77aa".into(),
            device: device.into(),
            began: "22 november 2026 om 14.32 uur".into(),
            seen: "22 november 2026 om 14.47 uur".into(),
            end: other.map(|id| form(formal()).called(id)),
        }
    }

    impl Sample for AccountPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame, base, sessions, changes| Self {
                form: form(frame.words).called("all"),
                frame,
                base,
                has_app: true,
                list_left: 0,
                recovery_left: 10,
                mail: (base == "/werk/inloggen").then(MailCard::default),
                passkeys: vec![],
                offers_passkeys: false,
                sessions,
                changes,
            };
            let mail = |address: &str, fails| {
                Some(MailCard { address: Some(address.to_owned()), fails, sends: true })
            };
            let changes = vec![
                ("22 november 2026 om 14.40 uur".into(), formal().code("security", "app-changed")),
                ("3 november 2026 om 9.01 uur".into(), formal().code("security", "password-changed")),
            ];
            let several = vec![
                session("Firefox op Windows", None),
                session("Safari op iPhone", Some("s-1")),
                session("Onbekende browser op onbekend apparaat", Some("s-2")),
            ];
            let mut told = portal("/mijn/inloggen", formal());
            told.untold = true;
            let passkey = |id: &str, used: Option<&str>| PasskeyLine {
                id: id.into(),
                device: "Safari op iPhone".into(),
                made: "3 november 2026 om 9.01 uur".into(),
                used: used.map(Into::into),
                remove: Some(form(formal()).called(id)),
            };
            let only_passkey = Self {
                passkeys: vec![PasskeyLine { remove: None, ..passkey("p-1", None) }],
                offers_passkeys: true,
                has_app: false,
                recovery_left: 9,
                ..page(
                    portal("/mijn/inloggen", informal()),
                    "/mijn/inloggen",
                    several.clone(),
                    changes.clone(),
                )
            };
            let few = Self {
                passkeys: vec![passkey("p-1", None), passkey("p-2", Some("22 november 2026 om 14.40 uur"))],
                offers_passkeys: true,
                has_app: false,
                list_left: 3,
                recovery_left: 0,
                ..page(
                    portal("/mijn/inloggen", informal()),
                    "/mijn/inloggen",
                    several.clone(),
                    changes.clone(),
                )
            };
            let none_left = Self {
                list_left: 1,
                recovery_left: 1,
                ..page(told, "/mijn/inloggen", vec![session("Safari op iPhone", None)], changes.clone())
            };
            vec![
                (
                    "typical",
                    Self {
                        mail: mail("samira.haddad@gemeente.example", false),
                        ..page(worker("/werk/inloggen"), "/werk/inloggen", several, changes)
                    },
                ),
                (
                    "empty",
                    page(
                        worker("/werk/inloggen"),
                        "/werk/inloggen",
                        vec![session("Edge op Windows", None)],
                        vec![],
                    ),
                ),
                ("few", few),
                ("one-left", none_left),
                ("only-passkey", only_passkey),
                (
                    "long",
                    Self {
                        mail: mail(&format!("{}@{LONG_DOMAIN}", "a".repeat(64)), true),
                        ..page(
                            long_worker("/werk/inloggen"),
                            "/werk/inloggen",
                            vec![session(LONG_WORD, None), session(LONG_NAME, Some("s-1"))],
                            vec![],
                        )
                    },
                ),
            ]
        }
    }

    impl Sample for PasswordPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame, form| Self { frame, form, base: "/mijn/inloggen" };
            let words = formal();
            let wrong = form(words).with([("password", "kort"), ("password-again", "anders")]).but([
                ("password", words.t("account-password-short")),
                ("password-again", words.t("account-password-differs")),
            ]);
            vec![
                ("typical", page(worker("/werk/inloggen/wachtwoord"), form(words))),
                ("errors", page(portal("/mijn/inloggen/wachtwoord", words), wrong)),
            ]
        }
    }

    impl Sample for MailPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame, form| Self { frame, form, base: "/werk/inloggen" };
            let words = formal();
            let long = format!("{}@{LONG_DOMAIN}", "a".repeat(64));
            let wrong = form(words)
                .with([("mail", "samira@gemeente")])
                .but([("mail", words.t("account-mail-wrong"))]);
            vec![
                ("typical", page(worker("/werk/inloggen/mail"), form(words))),
                (
                    "long",
                    page(long_worker("/werk/inloggen/mail"), form(words).with([("mail", long.as_str())])),
                ),
                ("errors", page(worker("/werk/inloggen/mail"), wrong)),
            ]
        }
    }

    impl Sample for AppPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame, form| Self {
                frame,
                form,
                base: "/mijn/inloggen",
                picture: crate::qr::picture("otpauth://totp/Samendossier?secret=GEZDGNBVGY3TQOJQ"),
                secret: "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ".into(),
            };
            let words = formal();
            let wrong = form(words).but([("code", words.t("account-app-wrong"))]);
            vec![
                ("typical", page(worker("/werk/inloggen/app"), form(words))),
                ("errors", page(portal("/mijn/inloggen/app", words), wrong)),
            ]
        }
    }

    impl Sample for PasskeyPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame, form| Self { frame, form, base: "/mijn/inloggen" };
            let words = formal();
            let wrong = form(words).but([("", words.t("passkey-wrong"))]);
            vec![
                ("typical", page(worker("/werk/inloggen/passkey"), form(words))),
                ("errors", page(portal("/mijn/inloggen/passkey", words), wrong)),
            ]
        }
    }

    impl Sample for RenewCodesPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let page = |frame: Frame| Self { form: form(frame.words), frame, base: "/mijn/inloggen" };
            vec![
                ("typical", page(worker("/werk/inloggen/herstelcodes"))),
                ("portal", page(portal("/mijn/inloggen/herstelcodes", informal()))),
            ]
        }
    }

    impl Sample for CodesPage {
        fn samples() -> Vec<(&'static str, Self)> {
            let codes = vec!["ABCD 2345 EFGH 6789".to_owned(); 10];
            let page = |frame| Self { frame, base: "/mijn/inloggen", codes: codes.clone(), activated: false };
            let activated = Self {
                base: "/inloggen?waarom=klaar",
                activated: true,
                ..page(Frame { words: informal(), ..public("/activeren/kies") })
            };
            vec![
                ("typical", page(worker("/werk/inloggen/herstelcodes"))),
                ("portal", page(portal("/mijn/inloggen/herstelcodes", formal()))),
                ("activated", activated),
            ]
        }
    }
}
