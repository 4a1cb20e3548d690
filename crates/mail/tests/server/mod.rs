//! A mail server on this machine that keeps what it took, and can be rude at each step.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the server is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Manner {
    /// Takes everything.
    Kind,
    /// Takes the letter and never says so.
    Silent,
    /// Greets nobody.
    Mute,
    /// Refuses every letter for now, before it is handed over.
    Busy,
    /// Refuses whoever this is for good, and names them.
    Refuses(&'static str),
    /// Answers this to whomever the letter is for.
    Answers(&'static str),
    /// Refuses the letter for good, after it was handed over.
    RefusesLetters,
    /// Refuses the sender for good.
    RefusesSender,
    /// Hangs up after the letter.
    HangsUp,
    /// Hangs for whoever this is, and takes the rest.
    HangsFor(&'static str),
}

/// A letter that the server took.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Taken {
    pub to: String,
    pub text: String,
}

impl Taken {
    /// The value of a header on one line.
    pub fn header(&self, name: &str) -> String {
        let start = format!("{name}: ");
        let line = self.text.lines().find(|line| line.starts_with(&start));
        line.map(|line| line[start.len()..].to_owned()).unwrap_or_default()
    }
}

/// The server; gone when it is dropped.
pub struct Server {
    pub port: u16,
    manner: watch::Sender<Manner>,
    taken: Arc<Mutex<Vec<Taken>>>,
    task: JoinHandle<()>,
}

impl Server {
    pub async fn start(manner: Manner) -> Self {
        Self::on(TcpListener::bind("127.0.0.1:0").await.expect("a port"), manner)
    }

    /// Comes up where another was.
    pub async fn start_at(port: u16, manner: Manner) -> Self {
        Self::on(TcpListener::bind(("127.0.0.1", port)).await.expect("the same port"), manner)
    }

    fn on(listener: TcpListener, manner: Manner) -> Self {
        let port = listener.local_addr().expect("an address").port();
        let (manner, told) = watch::channel(manner);
        let taken: Arc<Mutex<Vec<Taken>>> = Arc::default();
        let kept = Arc::clone(&taken);
        let task = tokio::spawn(async move {
            loop {
                let (stream, _) = listener.accept().await.expect("it listens");
                let (kept, manner) = (Arc::clone(&kept), *told.borrow());
                tokio::spawn(async move { drop(talk(stream, manner, &kept).await) });
            }
        });
        Self { port, manner, taken, task }
    }

    /// From the next connection on.
    pub fn becomes(&self, manner: Manner) {
        self.manner.send_replace(manner);
    }

    pub fn taken(&self) -> Vec<Taken> {
        self.taken.lock().expect("nobody panics").clone()
    }

    /// Waits until so many letters were taken.
    pub async fn takes(&self, count: usize) -> Vec<Taken> {
        for _ in 0..400 {
            if self.taken().len() >= count {
                return self.taken();
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("{} of {count} letters were taken", self.taken().len());
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn talk(stream: TcpStream, manner: Manner, kept: &Mutex<Vec<Taken>>) -> std::io::Result<()> {
    let for_ever = std::future::pending::<()>;
    let mut stream = BufReader::new(stream);
    if manner == Manner::Mute {
        for_ever().await;
    }
    stream.write_all(b"220 test ESMTP\r\n").await?;
    let mut to = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await? == 0 {
            return Ok(());
        }
        let word = line.split([' ', ':', '\r']).next().unwrap_or_default().to_uppercase();
        let answer: &[u8] = match word.as_str() {
            "EHLO" => b"250-test\r\n250 8BITMIME\r\n",
            "MAIL" if manner == Manner::Busy => b"451 later\r\n",
            "MAIL" if manner == Manner::RefusesSender => b"550 not you\r\n",
            "RCPT" => {
                line.trim_end().trim_start_matches("RCPT TO:").clone_into(&mut to);
                match manner {
                    Manner::Refuses(who) if to.contains(who) => {
                        b"550 5.1.1 no such person ria@secret.example\r\n"
                    }
                    Manner::Answers(answer) => answer.as_bytes(),
                    Manner::HangsFor(who) if to.contains(who) => {
                        for_ever().await;
                        b""
                    }
                    _ => b"250 ok\r\n",
                }
            }
            "DATA" => {
                stream.write_all(b"354 go on\r\n").await?;
                let mut text = String::new();
                while !text.ends_with("\r\n.\r\n") {
                    if stream.read_line(&mut text).await? == 0 {
                        return Ok(());
                    }
                }
                if manner != Manner::RefusesLetters {
                    kept.lock().expect("nobody panics").push(Taken { to: to.clone(), text });
                }
                match manner {
                    Manner::Silent => {
                        for_ever().await;
                        b""
                    }
                    Manner::HangsUp => return Ok(()),
                    Manner::RefusesLetters => b"554 no\r\n",
                    _ => b"250 taken\r\n",
                }
            }
            "QUIT" => {
                stream.write_all(b"221 bye\r\n").await?;
                return Ok(());
            }
            _ => b"250 ok\r\n",
        };
        stream.write_all(answer).await?;
    }
}
