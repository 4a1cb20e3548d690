//! The scanner, against a clamd of the test's own.

use files::{Scanner, ScannerAt, ScannerFailed};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::UnixListener;

/// Listens, reads a file as clamd does, and answers this line. Gives the bytes that were asked about.
async fn clamd(listener: UnixListener, line: &'static [u8]) -> Vec<u8> {
    let (mut stream, _) = listener.accept().await.expect("a connection");
    let mut hello = [0; 10];
    stream.read_exact(&mut hello).await.expect("a command");
    assert_eq!(&hello, b"zINSTREAM\0");
    let mut file = Vec::new();
    loop {
        let length = stream.read_u32().await.expect("a length");
        if length == 0 {
            break;
        }
        let mut piece = vec![0; length as usize];
        stream.read_exact(&mut piece).await.expect("a piece");
        file.extend(piece);
    }
    stream.write_all(line).await.expect("an answer");
    file
}

async fn asked(line: &'static [u8], file: &[u8]) -> (Result<bool, ScannerFailed>, Vec<u8>) {
    let folder = tempfile::tempdir().expect("a folder");
    let socket = folder.path().join("clamd");
    let listener = UnixListener::bind(&socket).expect("a socket");
    let scanner = Scanner::new(ScannerAt::Unix(socket));
    tokio::join!(scanner.is_clean(file), clamd(listener, line))
}

#[tokio::test]
async fn the_whole_file_is_asked_about_and_the_answer_is_heard() {
    let file: Vec<u8> = (0..200_000_u32).map(|n| n.to_le_bytes()[0]).collect();

    let (clean, heard) = asked(b"stream: OK\0", &file).await;

    assert!(matches!(clean, Ok(true)));
    assert_eq!(heard, file);
    assert!(matches!(asked(b"stream: Eicar-Test-Signature FOUND\0", b"x").await.0, Ok(false)));
}

#[tokio::test]
async fn no_answer_is_not_clean() {
    let limit = asked(b"INSTREAM size limit exceeded. ERROR\0", b"x").await.0;
    assert!(matches!(limit, Err(ScannerFailed::NotLooked)));
    assert!(matches!(asked(b"", b"x").await.0, Err(ScannerFailed::NotLooked)));

    let nobody = Scanner::new(ScannerAt::Unix("/nowhere/clamd".into()));
    assert!(matches!(nobody.is_clean(b"x").await, Err(ScannerFailed::Unreachable(_))));
}

#[test]
fn where_it_listens_is_written_one_of_two_ways() {
    for written in ["unix:/run/clamav/clamd.ctl", "tcp:127.0.0.1:3310", "tcp:[::1]:3310"] {
        assert_eq!(written.parse::<ScannerAt>().map(|at| at.to_string()), Ok(written.to_owned()));
    }
    for wrong in ["", "/run/clamd", "unix:clamd", "tcp:host", "tcp:host:port", "http://host:1"] {
        assert!(wrong.parse::<ScannerAt>().is_err(), "{wrong}");
    }
}
