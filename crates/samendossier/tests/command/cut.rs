//! A wire between a house and its database that can be cut, or go silent, and be mended.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};
use std::time::Duration;

/// What passes.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub enum Passes {
    Everything,
    /// Nothing, and nobody is told.
    Silence,
    /// Nothing: every connection is closed.
    Nothing,
}

/// A way to the server of PG_TEST_URL.
#[derive(Clone)]
pub struct Wire {
    passes: Arc<AtomicU8>,
    port: u16,
}

impl Wire {
    /// A whole wire to the server behind this URL, on a socket.
    pub fn to(url: &str) -> Self {
        let setting = |name: &str| {
            let (_, after) = url.split_once(&format!("{name}=")).expect("a server on a socket");
            after.split('&').next().unwrap_or_default().to_owned()
        };
        let socket = format!("{}/.s.PGSQL.{}", setting("host"), setting("port"));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let port = listener.local_addr().expect("an address").port();
        let passes = Arc::new(AtomicU8::new(Passes::Everything as u8));
        let now = Arc::clone(&passes);
        std::thread::spawn(move || {
            for from in listener.incoming().flatten() {
                if now.load(Ordering::SeqCst) == Passes::Nothing as u8 {
                    continue;
                }
                let Ok(to) = UnixStream::connect(&socket) else { continue };
                let (from_again, to_again) =
                    (from.try_clone().expect("a socket"), to.try_clone().expect("a socket"));
                let wait = Some(Duration::from_millis(10));
                from.set_read_timeout(wait).expect("set");
                to.set_read_timeout(wait).expect("set");
                let (there, back) = (Arc::clone(&now), Arc::clone(&now));
                std::thread::spawn(move || {
                    let (mut from, mut to) = (from, to);
                    carry(&mut from, &mut to, &there);
                    let _ = from.shutdown(std::net::Shutdown::Both);
                    let _ = to.shutdown(std::net::Shutdown::Both);
                });
                std::thread::spawn(move || {
                    let (mut from, mut to): (TcpStream, UnixStream) = (from_again, to_again);
                    carry(&mut to, &mut from, &back);
                    let _ = from.shutdown(std::net::Shutdown::Both);
                    let _ = to.shutdown(std::net::Shutdown::Both);
                });
            }
        });
        Self { passes, port }
    }

    /// What passes from now on.
    pub fn now_passes(&self, passes: Passes) {
        self.passes.store(passes as u8, Ordering::SeqCst);
    }

    /// The same database by this wire.
    pub fn url(&self, url: &str) -> String {
        let (address, settings) = url.split_once('?').expect("settings");
        let (_, database) = address.rsplit_once('/').expect("a database");
        let user = settings.split('&').find(|setting| setting.starts_with("user=")).expect("a user");
        format!("postgres:///{database}?host=127.0.0.1&port={}&{user}", self.port)
    }
}

fn carry(from: &mut impl Read, to: &mut impl Write, passes: &AtomicU8) {
    let mut buffer = [0; 8192];
    loop {
        let read = match from.read(&mut buffer) {
            Ok(0) => return,
            Ok(read) => read,
            Err(why) if matches!(why.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => 0,
            Err(_) => return,
        };
        while passes.load(Ordering::SeqCst) == Passes::Silence as u8 {
            std::thread::sleep(Duration::from_millis(10));
        }
        if passes.load(Ordering::SeqCst) == Passes::Nothing as u8 || to.write_all(&buffer[..read]).is_err() {
            return;
        }
    }
}
