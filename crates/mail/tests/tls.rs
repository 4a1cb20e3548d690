//! The connection to a mail server: nothing but a greeting in the clear, and only to whom the certificate names.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use mail::{Carrier, Login, Patience, Roots, Server, Tls, Trouble};
use rcgen::{BasicConstraints, CertificateParams, IsCa, Issuer, KeyPair};
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::ServerConfig;
use tokio_rustls::rustls::crypto::ring::default_provider;
use tokio_rustls::rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};

const NAME: &str = "samendossier";
const PASSWORD: &str = "een-geheim-woord";
/// "\0samendossier\0een-geheim-woord" in base64.
const BOTH: &str = "AHNhbWVuZG9zc2llcgBlZW4tZ2VoZWltLXdvb3Jk";

/// "\0samendossier\0later" in base64: the server cannot say now whether it is right.
const LATER: &str = "AHNhbWVuZG9zc2llcgBsYXRlcg==";

/// How the server begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Begins {
    WithTls,
    InTheClear,
    /// Offers no TLS, or somebody between took the offer away.
    WithoutOffer,
}

/// A house that signs its own certificates.
struct House {
    root: String,
    issuer: Issuer<'static, KeyPair>,
}

impl House {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).expect("no names");
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().expect("a key");
        let root = params.self_signed(&key).expect("a certificate").pem();
        Self { root, issuer: Issuer::new(params, key) }
    }

    /// A server called `localhost`, with a certificate of this house. Gives its port and what it heard in the clear.
    async fn serves(&self, begins: Begins) -> (u16, Arc<Mutex<Vec<String>>>) {
        let key = KeyPair::generate().expect("a key");
        let params = CertificateParams::new(vec!["localhost".to_owned()]).expect("a name");
        let cert = params.signed_by(&key, &self.issuer).expect("a certificate");
        let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(key.serialize_der()));
        let config = ServerConfig::builder_with_provider(Arc::new(default_provider()))
            .with_safe_default_protocol_versions()
            .expect("versions")
            .with_no_client_auth()
            .with_single_cert(vec![cert.der().clone()], key)
            .expect("a certificate and its key");
        let (acceptor, heard) = (TlsAcceptor::from(Arc::new(config)), Arc::<Mutex<Vec<String>>>::default());
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let hears = Arc::clone(&heard);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (acceptor, hears) = (acceptor.clone(), Arc::clone(&hears));
                tokio::spawn(async move { drop(talk(stream, begins, &acceptor, &hears).await) });
            }
        });
        (port, heard)
    }

    fn roots(&self) -> Roots {
        Roots::with(self.root.as_bytes()).expect("a certificate")
    }
}

async fn talk(
    stream: TcpStream,
    begins: Begins,
    acceptor: &TlsAcceptor,
    heard: &Mutex<Vec<String>>,
) -> std::io::Result<()> {
    if begins == Begins::WithTls {
        return safely(acceptor.accept(stream).await?, true).await;
    }
    let mut stream = BufReader::new(stream);
    stream.write_all(b"220 test\r\n").await?;
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        heard.lock().expect("nobody panics").push(line.trim_end().to_owned());
        if line.starts_with("STARTTLS") {
            stream.write_all(b"220 go on\r\n").await?;
            return safely(acceptor.accept(stream.into_inner()).await?, false).await;
        }
        let offer = if begins == Begins::InTheClear { "250-STARTTLS\r\n" } else { "" };
        stream.write_all(format!("250-test\r\n{offer}250 AUTH PLAIN\r\n").as_bytes()).await?;
    }
}

/// The talk inside TLS.
async fn safely(stream: impl AsyncRead + AsyncWrite + Unpin, greets: bool) -> std::io::Result<()> {
    let mut stream = BufReader::new(stream);
    if greets {
        stream.write_all(b"220 test\r\n").await?;
    }
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let answer = match line.trim_end() {
            it if it.starts_with("EHLO") => "250-test\r\n250 AUTH PLAIN\r\n",
            it if it == format!("AUTH PLAIN {BOTH}") => "235 welcome\r\n",
            it if it == format!("AUTH PLAIN {LATER}") => "454 4.7.0 busy\r\n",
            it if it.starts_with("AUTH") => "535 who\r\n",
            _ => "250 ok\r\n",
        };
        stream.write_all(answer.as_bytes()).await?;
        stream.flush().await?;
    }
}

async fn tried(port: u16, host: &str, tls: Tls, password: &str) -> Result<(), Trouble> {
    let quick = Duration::from_secs(5);
    let server = Server {
        host: host.to_owned(),
        port,
        tls,
        login: Some(Login::new(NAME.to_owned(), password.to_owned())),
        hello: "gemeente.example".to_owned(),
        patience: Patience { reach: quick, address: quick, hand_over: quick },
    };
    Carrier::Server(server).test().await
}

fn nothing_secret_in(heard: &Mutex<Vec<String>>) {
    let heard = heard.lock().expect("nobody panics").clone();
    assert!(
        heard.iter().all(|line| line.starts_with("EHLO") || ["STARTTLS", "QUIT"].contains(&line.as_str())),
        "{heard:?}"
    );
}

#[tokio::test]
async fn name_and_password_travel_inside_tls() {
    let house = House::new();

    let (at_once, _) = house.serves(Begins::WithTls).await;
    assert_eq!(tried(at_once, "localhost", Tls::AtOnce(house.roots()), PASSWORD).await, Ok(()));
    let (later, heard) = house.serves(Begins::InTheClear).await;
    assert_eq!(tried(later, "localhost", Tls::AfterGreeting(house.roots()), PASSWORD).await, Ok(()));
    assert_eq!(heard.lock().expect("nobody panics").as_slice(), ["EHLO gemeente.example", "STARTTLS"]);
}

#[tokio::test]
async fn a_certificate_of_a_stranger_or_of_another_name_gets_nothing() {
    let (house, stranger) = (House::new(), House::new());
    let (port, heard) = house.serves(Begins::InTheClear).await;
    let (at_once, _) = house.serves(Begins::WithTls).await;

    for roots in [stranger.roots(), Roots::default()] {
        assert_eq!(
            tried(port, "localhost", Tls::AfterGreeting(roots.clone()), PASSWORD).await,
            Err(Trouble::Tls)
        );
        assert!(tried(at_once, "localhost", Tls::AtOnce(roots), PASSWORD).await.is_err());
    }
    // The same server by a name that its certificate does not have.
    let other = tried(port, "127.0.0.1", Tls::AfterGreeting(house.roots()), PASSWORD).await;
    assert_eq!(other, Err(Trouble::Tls));
    nothing_secret_in(&heard);
}

#[tokio::test]
async fn without_an_offer_of_tls_nothing_is_said() {
    let house = House::new();
    let (port, heard) = house.serves(Begins::WithoutOffer).await;

    let tried = tried(port, "localhost", Tls::AfterGreeting(house.roots()), PASSWORD).await;

    assert_eq!(tried, Err(Trouble::Tls));
    nothing_secret_in(&heard);
}

#[tokio::test]
async fn a_wrong_password_is_told_apart() {
    let house = House::new();
    let (port, _) = house.serves(Begins::InTheClear).await;

    let wrong = tried(port, "localhost", Tls::AfterGreeting(house.roots()), "anders").await;
    let busy = tried(port, "localhost", Tls::AfterGreeting(house.roots()), "later").await;

    assert_eq!(wrong, Err(Trouble::Login));
    let busy = busy.expect_err("it cannot say now");
    assert_eq!(busy.to_string(), "the mail server answered 454", "another password would not help");
}
