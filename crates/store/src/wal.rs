//! Moves what was written from the log of SQLite (WAL) into the database file, beside the writer: a checkpoint that
//! the writer makes itself is a pause for everybody who waits for it.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use rusqlite::Connection;

use crate::error::Error;
use crate::sqlite;

/// How often what is new is moved.
const EVERY: Duration = Duration::from_secs(1);
/// Bytes of log from which the writer lets it begin anew. A log that is always written to never becomes empty by
/// itself, and all of it is searched by whoever reads.
pub(crate) const AT_MOST: u64 = 64 * 1024 * 1024;

/// A connection that leaves checkpoints to the thread beside it.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, Error> {
    let conn = sqlite::open_writer(path)?;
    conn.execute_batch("PRAGMA wal_autocheckpoint = 0")?;
    Ok(conn)
}

/// Bytes of log that the writer moves itself before the log begins anew.
const LEFT_TO_THE_WRITER: u64 = 4 * 1024 * 1024;

/// The thread that moves, and what it asks of the writer.
pub(crate) struct Checkpoints {
    /// The log is long: the writer moves the last of it itself, between two batches.
    long: Arc<AtomicBool>,
    stop: Mutex<Option<Sender<()>>>,
    thread: Mutex<Option<std::thread::JoinHandle<()>>>,
}

impl Checkpoints {
    /// Begins, with a connection of its own.
    pub(crate) fn begin(path: &Path, at_most: u64) -> Result<Self, Error> {
        let conn = open_writer(path)?;
        let long = Arc::new(AtomicBool::new(false));
        let (stop, stopped) = channel();
        let for_thread = Arc::clone(&long);
        let thread = std::thread::Builder::new()
            .name("store-checkpoint".into())
            .spawn(move || move_all(&conn, &stopped, at_most, &for_thread))
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        Ok(Self { long, stop: Mutex::new(Some(stop)), thread: Mutex::new(Some(thread)) })
    }

    /// What the writer looks at after each batch.
    pub(crate) fn long(&self) -> Arc<AtomicBool> {
        Arc::clone(&self.long)
    }

    /// Ends the thread; the writer, which stops after it, moves what is left.
    pub(crate) fn end(&self) {
        drop(self.stop.lock().unwrap_or_else(PoisonError::into_inner).take());
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // It holds nothing that a panic could leave half done.
            let _ = thread.join();
        }
    }
}

fn move_all(conn: &Connection, stopped: &Receiver<()>, at_most: u64, long: &AtomicBool) {
    while stopped.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
        // What is written while a long log is moved waits at its end. Again, as long as that is less each time: what is
        // left to the writer is a pause for everybody.
        let mut left_before = u64::MAX;
        loop {
            let log = match checkpoint(conn, "PRAGMA wal_checkpoint(PASSIVE)") {
                Ok(log) => log,
                // The next time is in a second; a disk that fails is told by whoever writes.
                Err(why) => {
                    tracing::debug!(%why, "the log was not moved");
                    break;
                }
            };
            if log.bytes <= at_most || log.left >= left_before {
                break;
            }
            if log.left <= LEFT_TO_THE_WRITER {
                long.store(true, Ordering::Relaxed);
                break;
            }
            left_before = log.left;
        }
    }
}

/// The writer's own turn: it moves the little that is left and lets the log begin anew. Does not wait for readers: while
/// one looks at an old moment the log grows on, and this is tried again.
pub(crate) fn begin_anew(conn: &Connection, long: &AtomicBool) {
    if !long.swap(false, Ordering::Relaxed) {
        return;
    }
    let done = conn
        .busy_timeout(Duration::ZERO)
        .map_err(Error::from)
        .and_then(|()| checkpoint(conn, "PRAGMA wal_checkpoint(RESTART)").map(drop));
    if let Err(why) = conn.busy_timeout(Duration::from_secs(5)).map_err(Error::from).and(done) {
        tracing::debug!(%why, "the log goes on");
    }
}

/// The log after a checkpoint.
struct Log {
    bytes: u64,
    /// Of those, what is not in the file yet.
    left: u64,
}

fn checkpoint(conn: &Connection, how: &'static str) -> Result<Log, Error> {
    let (pages, moved): (i64, i64) =
        conn.prepare_cached(how)?.query_row([], |row| Ok((row.get(1)?, row.get(2)?)))?;
    let size: i64 = conn.prepare_cached("PRAGMA page_size")?.query_row([], |row| row.get(0))?;
    let bytes = |pages: i64| u64::try_from(pages).unwrap_or(0) * u64::try_from(size).unwrap_or(0);
    Ok(Log { bytes: bytes(pages), left: bytes(pages - moved) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: u64 = 256 * 1024;

    struct Folder(std::path::PathBuf);

    impl Folder {
        #[expect(clippy::disallowed_methods, reason = "a test without client data")]
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("{name}-{}", std::process::id()));
            std::fs::create_dir_all(&folder).expect("a folder");
            Self(folder)
        }

        fn file(&self) -> std::path::PathBuf {
            self.0.join("data.db")
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _ = std::fs::remove_dir_all(&self.0);
        }
    }

    fn write(conn: &Connection, rows: usize) {
        for _ in 0..rows {
            conn.execute("INSERT INTO line (bytes) VALUES (randomblob(4000))", []).expect("a row");
        }
    }

    fn house(name: &str) -> (Folder, Connection) {
        let folder = Folder::new(name);
        let writer = open_writer(&folder.file()).expect("a writer");
        writer.execute_batch("CREATE TABLE line (row_no INTEGER PRIMARY KEY, bytes BLOB)").expect("a table");
        (folder, writer)
    }

    #[test]
    fn a_long_look_keeps_the_log_and_never_the_writer() {
        let (folder, writer) = house("long-look");
        let beside = open_writer(&folder.file()).expect("a second connection");
        let long_look = Connection::open(folder.file()).expect("a reader");
        long_look.execute_batch("BEGIN; SELECT count(*) FROM line;").expect("an old moment");

        write(&writer, 100);
        let log = checkpoint(&beside, "PRAGMA wal_checkpoint(PASSIVE)").expect("a checkpoint").bytes;
        assert!(log > SMALL, "{log}");
        begin_anew(&writer, &AtomicBool::new(true));
        write(&writer, 1);
        let still = checkpoint(&beside, "PRAGMA wal_checkpoint(PASSIVE)").expect("a checkpoint").bytes;
        assert!(still > log, "somebody still looks at what lies before the log");

        drop(long_look);
        let long = AtomicBool::new(true);
        begin_anew(&writer, &long);
        assert!(!long.load(Ordering::Relaxed));
        write(&writer, 1);
        let after = checkpoint(&beside, "PRAGMA wal_checkpoint(PASSIVE)").expect("a checkpoint").bytes;
        assert!(after < SMALL, "{after}");
    }

    #[test]
    fn the_writer_is_asked_when_the_log_is_long_and_only_then() {
        let (folder, writer) = house("asked");
        write(&writer, 100);
        let short = Checkpoints::begin(&folder.file(), u64::MAX).expect("a thread");
        let long = Checkpoints::begin(&folder.file(), SMALL).expect("a thread");

        let asked = (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(100));
            long.long().load(Ordering::Relaxed)
        });
        long.end();
        short.end();

        assert!(asked);
        assert!(!short.long().load(Ordering::Relaxed));
    }
}
