//! Mail: MAIL_HOST names a server and what goes with it, MAIL_FOLDER a folder to look at instead. Without either there
//! is no e-mail. What does not fit together stops the start; no value is repeated that could be a secret.

use std::net::IpAddr;
use std::path::PathBuf;
use std::sync::Arc;

use domain::MailAddress;
use mail::{Carrier, Letterhead, Login, Patience, Postman, Roots, Server, Tls};
use store::Store;

use super::source::{SettingsFault, Source};

/// What only means something with a server.
const WITH_A_SERVER: [&str; 5] = ["MAIL_PORT", "MAIL_TLS", "MAIL_USER", "MAIL_PASSWORD_FILE", "MAIL_CA"];
/// From whom letters in a folder are, when the settings name nobody: an address that is nobody's.
const NOBODY: &str = "post@samendossier.example";

/// By which way e-mail leaves, and what stands above it.
#[derive(Clone, Debug)]
pub struct Post {
    pub carrier: Carrier,
    pub letterhead: Letterhead,
}

impl Post {
    /// Who carries the notices of this store.
    pub fn postman(&self, store: &Store) -> Postman {
        let Self { carrier, letterhead } = self.clone();
        Postman { store: store.clone(), carrier: Arc::new(carrier), letterhead: Arc::new(letterhead) }
    }
}

/// What is wrong with the settings of mail.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum MailFault {
    #[error(
        "MAIL_HOST and MAIL_FOLDER are both set: mail leaves by a server or lies in a folder, so choose one"
    )]
    TwoWays,
    #[error("{name} means something with MAIL_HOST only: set MAIL_HOST, or leave {name} empty")]
    NoServer { name: &'static str },
    #[error(
        "{name} means something with MAIL_HOST or MAIL_FOLDER only: set one of them, or leave {name} empty"
    )]
    NoWay { name: &'static str },
    #[error(
        "MAIL_HOST is no name of a server: write it like MAIL_HOST=mail.gemeente.example, without a port"
    )]
    Host,
    #[error("MAIL_PORT={value} is no port: write a number from 1 to 65535, or leave it empty")]
    Port { value: String },
    #[error("MAIL_TLS={value} is unknown: write starttls, tls or none")]
    TlsWord { value: String },
    #[error(
        "MAIL_TLS=none is for a server on this machine only: MAIL_HOST must be 127.0.0.1, ::1 or localhost"
    )]
    InTheClear,
    #[error("MAIL_FROM is empty: give the address that mail comes from, of the house and not of a person")]
    NoFrom,
    #[error(
        "{name} is no e-mail address: write it like {name}=samendossier@gemeente.example, and nothing else"
    )]
    Address { name: &'static str },
    #[error("MAIL_USER and MAIL_PASSWORD_FILE go together: set both, or leave both empty")]
    HalfLogin,
    #[error("{name}={} cannot be used: {why}", .file.display())]
    File { name: &'static str, file: PathBuf, why: String },
}

/// By which way e-mail leaves; none: not at all.
///
/// # Errors
/// [`SettingsFault`], with the line when the file of settings gave the value.
pub fn read(source: &Source, origin: Option<&str>) -> Result<Option<Post>, SettingsFault> {
    let carrier = match (source.text("MAIL_HOST"), source.text("MAIL_FOLDER")) {
        (Some(_), Some(_)) => return Err(wrong(source, "MAIL_FOLDER", MailFault::TwoWays)),
        (Some(host), None) => Carrier::Server(server(source, host)?),
        (None, folder) => {
            if let Some(name) = WITH_A_SERVER.into_iter().find(|name| source.text(name).is_some()) {
                return Err(wrong(source, name, MailFault::NoServer { name }));
            }
            let Some(folder) = folder else {
                let alone =
                    ["MAIL_FROM", "MAIL_REPLY_TO"].into_iter().find(|name| source.text(name).is_some());
                return match alone {
                    Some(name) => Err(wrong(source, name, MailFault::NoWay { name })),
                    None => Ok(None),
                };
            };
            Carrier::Folder(PathBuf::from(folder))
        }
    };
    let from = match address(source, "MAIL_FROM")? {
        Some(from) => from,
        None => match carrier {
            Carrier::Folder(_) => nobody()?,
            Carrier::Server(_) => return Err(wrong(source, "MAIL_FROM", MailFault::NoFrom)),
        },
    };
    let reply_to = address(source, "MAIL_REPLY_TO")?;
    let letterhead = Letterhead { from, reply_to, origin: origin.map(str::to_owned) };
    Ok(Some(Post { carrier, letterhead }))
}

/// A folder in which the demo keeps what would leave.
///
/// # Errors
/// None that can happen: the address is a constant.
pub fn in_folder(folder: PathBuf, origin: String) -> Result<Post, SettingsFault> {
    let letterhead = Letterhead { from: nobody()?, reply_to: None, origin: Some(origin) };
    Ok(Post { carrier: Carrier::Folder(folder), letterhead })
}

fn nobody() -> Result<MailAddress, SettingsFault> {
    NOBODY.parse().map_err(|_| SettingsFault::Mail(MailFault::Address { name: "MAIL_FROM" }))
}

fn wrong(source: &Source, name: &str, fault: MailFault) -> SettingsFault {
    source.wrong(name, SettingsFault::Mail(fault))
}

fn address(source: &Source, name: &'static str) -> Result<Option<MailAddress>, SettingsFault> {
    let parsed = source.text(name).map(|value| value.parse());
    parsed.transpose().map_err(|_| wrong(source, name, MailFault::Address { name }))
}

fn server(source: &Source, host: String) -> Result<Server, SettingsFault> {
    let named = host.chars().all(|sign| sign.is_ascii_alphanumeric() || "-.".contains(sign));
    let is_address: Option<IpAddr> = host.parse().ok();
    if !named && is_address.is_none() {
        return Err(wrong(source, "MAIL_HOST", MailFault::Host));
    }
    let here = host == "localhost" || is_address.is_some_and(|address| address.is_loopback());
    let (tls, usual_port) = match source.text("MAIL_TLS").as_deref() {
        None | Some("starttls") => (Tls::AfterGreeting(roots(source)?), 587),
        Some("tls") => (Tls::AtOnce(roots(source)?), 465),
        Some("none") if here => (Tls::Without, 25),
        Some("none") => return Err(wrong(source, "MAIL_TLS", MailFault::InTheClear)),
        Some(value) => {
            return Err(wrong(source, "MAIL_TLS", MailFault::TlsWord { value: value.to_owned() }));
        }
    };
    let port = match source.text("MAIL_PORT") {
        None => usual_port,
        Some(value) => match value.parse() {
            Ok(port) if port > 0 => port,
            _ => return Err(wrong(source, "MAIL_PORT", MailFault::Port { value })),
        },
    };
    let from = address(source, "MAIL_FROM")?.ok_or_else(|| wrong(source, "MAIL_FROM", MailFault::NoFrom))?;
    let hello = from.domain().to_owned();
    Ok(Server { host, port, tls, login: login(source)?, hello, patience: Patience::default() })
}

fn login(source: &Source) -> Result<Option<Login>, SettingsFault> {
    match (source.text("MAIL_USER"), source.text("MAIL_PASSWORD_FILE")) {
        (None, None) => Ok(None),
        (Some(user), Some(_)) => {
            let name = "MAIL_PASSWORD_FILE";
            let text = file(source, name)?.unwrap_or_default();
            // An editor ends the line; a password does not.
            let password = text.trim_end_matches(['\r', '\n']);
            if password.is_empty() || password.contains(['\r', '\n']) {
                return Err(unusable(source, name, "it must hold one line with the password"));
            }
            Ok(Some(Login::new(user, password.to_owned())))
        }
        (Some(_), None) => Err(wrong(source, "MAIL_USER", MailFault::HalfLogin)),
        (None, Some(_)) => Err(wrong(source, "MAIL_PASSWORD_FILE", MailFault::HalfLogin)),
    }
}

fn roots(source: &Source) -> Result<Roots, SettingsFault> {
    match file(source, "MAIL_CA")? {
        None => Ok(Roots::default()),
        Some(pem) => Roots::with(pem.as_bytes()).map_err(|why| unusable(source, "MAIL_CA", &why.to_string())),
    }
}

/// The text of the file that a setting names.
fn file(source: &Source, name: &'static str) -> Result<Option<String>, SettingsFault> {
    let Some(file) = source.text(name) else { return Ok(None) };
    std::fs::read_to_string(file).map(Some).map_err(|why| unusable(source, name, &why.kind().to_string()))
}

fn unusable(source: &Source, name: &'static str, why: &str) -> SettingsFault {
    let file = PathBuf::from(source.text(name).unwrap_or_default());
    wrong(source, name, MailFault::File { name, file, why: why.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn post(settings: &[(&str, &str)]) -> Result<Option<Post>, String> {
        let source = Source::of_test(settings, "").expect("settings");
        read(&source, Some("https://dossier.example")).map_err(|fault| fault.to_string())
    }

    const GOOD: [(&str, &str); 2] =
        [("MAIL_HOST", "mail.gemeente.example"), ("MAIL_FROM", "post@gemeente.example")];

    fn with(more: &[(&str, &str)]) -> Result<Option<Post>, String> {
        post(&[&GOOD, more].concat())
    }

    #[test]
    fn nothing_set_is_no_mail_and_a_server_speaks_tls() {
        assert!(post(&[]).expect("settings").is_none());

        let Carrier::Server(server) = with(&[]).expect("settings").expect("mail").carrier else {
            panic!("a server")
        };
        assert!(matches!(server.tls, Tls::AfterGreeting(_)) && server.port == 587 && server.login.is_none());
        let Carrier::Server(server) = with(&[("MAIL_TLS", "tls")]).expect("settings").expect("mail").carrier
        else {
            panic!("a server")
        };
        assert!(matches!(server.tls, Tls::AtOnce(_)) && server.port == 465);
    }

    #[test]
    fn a_sender_that_would_add_a_line_is_refused_and_not_repeated() {
        for name in ["MAIL_FROM", "MAIL_REPLY_TO"] {
            for value in
                ["post@gemeente.example\r\nBcc: pers@kwaad.example", "post@gemeente.example\n", "De post"]
            {
                let told = post(&[
                    GOOD[0],
                    (name, value),
                    if name == "MAIL_FROM" { ("NODE", "a") } else { GOOD[1] },
                ]);
                let told = told.expect_err(name);
                assert!(told.starts_with(name) && !told.contains("kwaad") && !told.contains('\n'), "{told}");
            }
        }
    }

    #[test]
    fn what_does_not_fit_together_is_named() {
        let wrong: [(&[(&str, &str)], &str); 9] = [
            (&[("MAIL_PORT", "0")], "MAIL_PORT=0"),
            (&[("MAIL_PORT", "70000")], "MAIL_PORT=70000"),
            (&[("MAIL_PORT", "smtp")], "MAIL_PORT=smtp"),
            (&[("MAIL_TLS", "ssl")], "MAIL_TLS=ssl"),
            (&[("MAIL_TLS", "none")], "on this machine only"),
            (&[("MAIL_USER", "post")], "go together"),
            (&[("MAIL_PASSWORD_FILE", "/no/such/file")], "go together"),
            (&[("MAIL_FOLDER", "post")], "both set"),
            (
                &[("MAIL_USER", "post"), ("MAIL_PASSWORD_FILE", "/no/such/file")],
                "MAIL_PASSWORD_FILE=/no/such/file",
            ),
        ];
        for (more, said) in wrong {
            let told = with(more).expect_err(said);
            assert!(told.contains(said), "{told}");
        }
        let alone: [(&[(&str, &str)], &str); 5] = [
            (&[GOOD[0]], "MAIL_FROM is empty"),
            (&[GOOD[1]], "MAIL_FROM means something with MAIL_HOST or MAIL_FOLDER"),
            (&[("MAIL_USER", "post")], "MAIL_USER means something with MAIL_HOST only"),
            (&[("MAIL_FOLDER", "post"), ("MAIL_TLS", "tls")], "MAIL_TLS means something with MAIL_HOST only"),
            (&[("MAIL_HOST", "mail.gemeente.example:25"), GOOD[1]], "without a port"),
        ];
        for (settings, said) in alone {
            let told = post(settings).expect_err(said);
            assert!(told.contains(said), "{told}");
        }
    }

    #[test]
    fn a_password_comes_from_a_file_and_is_never_shown() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("password");
        let name = file.to_str().expect("text").to_owned();
        let both = [("MAIL_USER", "de-post"), ("MAIL_PASSWORD_FILE", name.as_str())];

        std::fs::write(&file, "geheim-woord\n").expect("written");
        let post = with(&both).expect("settings").expect("mail");
        assert!(
            !format!("{post:?}").contains("geheim") && !format!("{post:?}").contains("de-post"),
            "{post:?}"
        );

        for wrong in ["", "\n", "geheim\nwoord\n"] {
            std::fs::write(&file, wrong).expect("written");
            let told = with(&both).expect_err("no password");
            assert!(told.contains("one line") && !told.contains("geheim"), "{told}");
        }
    }

    #[test]
    fn without_tls_only_to_this_machine() {
        for here in ["localhost", "127.0.0.1", "::1"] {
            let found =
                post(&[("MAIL_HOST", here), GOOD[1], ("MAIL_TLS", "none")]).expect("settings").expect("mail");
            assert!(matches!(found.carrier, Carrier::Server(server) if matches!(server.tls, Tls::Without)));
        }
        assert!(post(&[("MAIL_HOST", "10.0.0.1"), GOOD[1], ("MAIL_TLS", "none")]).is_err());
    }

    #[test]
    fn a_certificate_that_is_none_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("house.pem");
        let name = file.to_str().expect("text").to_owned();
        let torn = "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

        for text in ["", "no certificate", torn] {
            std::fs::write(&file, text).expect("written");
            let told = with(&[("MAIL_CA", &name)]).expect_err("no certificate");
            assert!(told.starts_with("MAIL_CA=") && told.contains("no certificate"), "{told}");
        }
    }
}
