//! A mail server. Each step knows what a failure in it means: before the letter was handed over it was surely not taken;
//! while it was handed over nobody knows.

use std::error::Error as _;
use std::fmt;
use std::time::Duration;

use domain::outbox::Went;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::{Credentials, Mechanism};
use lettre::transport::smtp::client::{AsyncSmtpConnection, Certificate, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::ClientId;
use tokio::time::timeout;

use crate::carrier::{Code, Trouble};
use crate::letter::Letter;

/// How a certificate begins.
const BEGIN: &[u8] = b"-----BEGIN CERTIFICATE-----";

/// A mail server and how to talk to it.
#[derive(Clone, Debug)]
pub struct Server {
    pub host: String,
    pub port: u16,
    pub tls: Tls,
    /// None: the server knows this machine.
    pub login: Option<Login>,
    /// How this program says who it is: the domain of the sender.
    pub hello: String,
    pub patience: Patience,
}

/// How the connection is kept from others.
#[derive(Clone, Debug)]
pub enum Tls {
    /// After the greeting, and never without (STARTTLS).
    AfterGreeting(Roots),
    /// From the first byte.
    AtOnce(Roots),
    /// Not at all: to a server on this machine only.
    Without,
}

/// Whom the certificate of a server may come from.
#[derive(Clone, Default)]
pub struct Roots(Option<Certificate>);

/// The file holds no certificate.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("no certificate in PEM")]
pub struct RootsFault;

/// Name and password for the server. Never shown.
#[derive(Clone)]
pub struct Login(Credentials);

/// How long each step may take. Together less than `domain::outbox::HELD_FOR`.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Connecting, greeting, TLS and signing in.
    pub reach: Duration,
    /// From whom and to whom.
    pub address: Duration,
    /// Handing over, until the server says that it has it.
    pub hand_over: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            reach: Duration::from_secs(30),
            address: Duration::from_secs(60),
            hand_over: Duration::from_secs(300),
        }
    }
}

impl Roots {
    /// Those that browsers know, and the house's own one beside them.
    ///
    /// # Errors
    /// The text holds no certificate.
    pub fn with(pem: &[u8]) -> Result<Self, RootsFault> {
        // A text without any certificate is no error to the library.
        if !pem.windows(BEGIN.len()).any(|window| window == BEGIN) {
            return Err(RootsFault);
        }
        let root = Certificate::from_pem(pem).map_err(|_| RootsFault)?;
        let tried = TlsParameters::builder(String::new()).add_root_certificate(root.clone()).build_rustls();
        tried.map(|_| Self(Some(root))).map_err(|_| RootsFault)
    }
}

impl fmt::Debug for Roots {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.0.is_some() { "Roots(own)" } else { "Roots" })
    }
}

impl Login {
    /// A name and a password.
    pub fn new(name: String, password: String) -> Self {
        Self(Credentials::new(name, password))
    }
}

impl fmt::Debug for Login {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Login")
    }
}

impl Server {
    /// Hands a letter over.
    pub(crate) async fn carry(&self, letter: &Letter) -> (Went, Option<Trouble>) {
        let mut connection = match self.reach().await {
            Ok(connection) => connection,
            Err(trouble) => return (Went::NotNow, Some(trouble)),
        };
        let (went, trouble) = match self.address(&mut connection, letter).await {
            Ok(()) => self.hand_over(&mut connection, letter).await,
            Err((went, trouble)) => (went, Some(trouble)),
        };
        // Politeness; whether it is heard changes nothing.
        let _ = timeout(Duration::from_secs(1), connection.abort()).await;
        (went, trouble)
    }

    /// Greets the server, signs in and leaves.
    pub(crate) async fn test(&self) -> Result<(), Trouble> {
        let mut connection = self.reach().await?;
        let answers = timeout(self.patience.address, connection.test_connected()).await;
        let _ = timeout(Duration::from_secs(1), connection.abort()).await;
        match answers {
            Ok(true) => Ok(()),
            Ok(false) => Err(Trouble::Broken),
            Err(_) => Err(Trouble::TooSlow),
        }
    }

    async fn reach(&self) -> Result<AsyncSmtpConnection, Trouble> {
        timeout(self.patience.reach, self.connect()).await.map_err(|_| Trouble::TooSlow)?
    }

    async fn connect(&self) -> Result<AsyncSmtpConnection, Trouble> {
        let hello = ClientId::Domain(self.hello.clone());
        let at_once = match &self.tls {
            Tls::AtOnce(roots) => Some(self.parameters(roots)?),
            Tls::AfterGreeting(_) | Tls::Without => None,
        };
        let server = (self.host.as_str(), self.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(self.patience.reach), &hello, at_once, None)
                .await
                .map_err(|e| trouble(&e, Trouble::Unreachable))?;
        if let Tls::AfterGreeting(roots) = &self.tls {
            // A server that offers none, or somebody between who took the offer away: nothing is said in the clear.
            if !connection.can_starttls() {
                return Err(Trouble::Tls);
            }
            let parameters = self.parameters(roots)?;
            connection.starttls(parameters, &hello).await.map_err(|e| trouble(&e, Trouble::Tls))?;
        }
        if let Some(Login(credentials)) = &self.login {
            let ways = [Mechanism::Plain, Mechanism::Login];
            connection.auth(&ways, credentials).await.map_err(|e| not_signed_in(&e))?;
        }
        Ok(connection)
    }

    fn parameters(&self, roots: &Roots) -> Result<TlsParameters, Trouble> {
        let mut builder = TlsParameters::builder(self.host.clone());
        if let Roots(Some(root)) = roots {
            builder = builder.add_root_certificate(root.clone());
        }
        builder.build_rustls().map_err(|_| Trouble::Tls)
    }

    /// From whom and to whom. Nothing was handed over yet, so whatever fails it was surely not taken.
    async fn address(
        &self,
        connection: &mut AsyncSmtpConnection,
        letter: &Letter,
    ) -> Result<(), (Went, Trouble)> {
        let not_now = |e: &Error| (Went::NotNow, trouble(e, Trouble::Broken));
        let talk = async {
            // A sender that is refused is a setting to mend, not the end of this letter.
            connection
                .command(Mail::new(Some(letter.from.clone()), vec![]))
                .await
                .map_err(|e| not_now(&e))?;
            connection.command(Rcpt::new(letter.to.clone(), vec![])).await.map_err(|e| {
                let went = if is_the_addressees(&e) { Went::Never } else { Went::NotNow };
                (went, trouble(&e, Trouble::Broken))
            })?;
            connection.command(Data).await.map_err(|e| not_now(&e))?;
            Ok(())
        };
        timeout(self.patience.address, talk).await.unwrap_or(Err((Went::NotNow, Trouble::TooSlow)))
    }

    /// The letter itself. An answer says whether it was taken; silence says nothing.
    async fn hand_over(
        &self,
        connection: &mut AsyncSmtpConnection,
        letter: &Letter,
    ) -> (Went, Option<Trouble>) {
        match timeout(self.patience.hand_over, connection.message(&letter.bytes)).await {
            Ok(Ok(_)) => (Went::Accepted, None),
            Ok(Err(e)) if e.is_permanent() => (Went::Never, Some(trouble(&e, Trouble::Broken))),
            Ok(Err(e)) if e.is_transient() => (Went::NotNow, Some(trouble(&e, Trouble::Broken))),
            Ok(Err(e)) => (Went::Unheard, Some(trouble(&e, Trouble::Broken))),
            Err(_) => (Went::Unheard, Some(Trouble::TooSlow)),
        }
    }
}

/// Whether a refusal of the address is about whom the letter is for. A server that will not relay, or does not take this
/// sender, often says so only there, with another code or as a matter of its policy (5.7.x of RFC 3463): that is a setting
/// to mend, and the letter waits.
fn is_the_addressees(refusal: &Error) -> bool {
    let code = refusal.status().map_or(0, u16::from);
    let said = refusal.source().map(ToString::to_string).unwrap_or_default();
    // The whole answer, one line after the other.
    let policy = said.lines().any(|line| line.trim_start().starts_with("5.7."));
    matches!(code, 550 | 551 | 553) && !policy
}

/// The name and password, or that nobody asked whether they are right.
fn not_signed_in(error: &Error) -> Trouble {
    match error.status().map(u16::from) {
        // Not valid, too weak a way, or another way first (RFC 4954).
        Some(530 | 534 | 535 | 538) => Trouble::Login,
        // The server knows no way that this program does: so it is for who set the name.
        None if error.is_client() => Trouble::Login,
        _ => trouble(error, Trouble::Broken),
    }
}

/// What a log may tell of a failure.
fn trouble(error: &Error, otherwise: Trouble) -> Trouble {
    match error.status() {
        Some(code) => Trouble::Answer(Code(code.into())),
        None if error.is_tls() => Trouble::Tls,
        None if error.is_timeout() => Trouble::TooSlow,
        None => otherwise,
    }
}
