//! SQLite: readers that answer in one poll, and one writer thread that commits together what waits
//! (group commit). A deed is polled exactly once, there, so nothing slow can hold the transaction.

use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Condvar, Mutex, OnceLock, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::db::sqlite_control;
use crate::error::Error;
use crate::faults::{Fault, Faults};
use crate::last_write::LastWrite;
use crate::wal::{self, Checkpoints};

/// At most this many pieces of work share one commit.
const BATCH: usize = 512;

/// What the writer does with an open transaction; it answers with what to say after the commit.
/// Called with an error when the work cannot be done at all.
pub(crate) type Work = Box<dyn FnOnce(Result<&mut Connection, Error>) -> Release + Send>;
/// Told whether the commit held.
pub(crate) type Release = Box<dyn FnOnce(Result<(), Error>) + Send>;

/// What the writer does at the end of each batch that it commits.
pub(crate) type AtEnd = Box<dyn Fn(&mut Connection) + Send + Sync>;

/// An open SQLite database.
pub(crate) struct Sqlite {
    queue: Mutex<Option<Sender<Work>>>,
    readers: Readers,
    faults: Arc<Faults>,
    last_write: Arc<LastWrite>,
    checkpoints: Checkpoints,
    at_end: Arc<OnceLock<AtEnd>>,
    thread: Mutex<Option<std::thread::JoinHandle<()>>>,
}

impl Sqlite {
    /// Opens the file, which exists and is migrated, with its writer and `readers` readers.
    pub(crate) fn open(path: &Path, readers: usize, faults: Arc<Faults>) -> Result<Self, Error> {
        let writer = wal::open_writer(path)?;
        let (queue, work) = channel();
        let last_write = Arc::new(LastWrite::default());
        let checkpoints = Checkpoints::begin(path, wal::AT_MOST)?;
        let at_end = Arc::new(OnceLock::new());
        let writing = Writing {
            file: path.to_owned(),
            faults: Arc::clone(&faults),
            last_write: Arc::clone(&last_write),
            long: checkpoints.long(),
            at_end: Arc::clone(&at_end),
        };
        let thread = std::thread::Builder::new()
            .name("store-writer".into())
            .spawn(move || write_all(writer, &work, &writing))
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        Ok(Self {
            queue: Mutex::new(Some(queue)),
            readers: Readers::open(path, readers)?,
            faults,
            last_write,
            checkpoints,
            at_end,
            thread: Mutex::new(Some(thread)),
        })
    }

    /// Hands work to the writer. On a closed queue the work is told so.
    pub(crate) fn write(&self, work: Work) {
        let queue = self.queue.lock().unwrap_or_else(PoisonError::into_inner);
        let refused = match queue.as_ref() {
            Some(queue) if !self.faults.is(Fault::QueueClosed) => queue.send(work).err().map(|e| e.0),
            _ => Some(work),
        };
        drop(queue);
        if let Some(work) = refused {
            let stopped = || Error::Unavailable("the writer has stopped".into());
            work(Err(stopped()))(Err(stopped()));
        }
    }

    /// Does this at the end of each batch, in its transaction. Set once.
    pub(crate) fn at_end(&self, what: AtEnd) {
        let _ = self.at_end.set(what);
    }

    /// How the last write went.
    pub(crate) fn last_write(&self) -> &LastWrite {
        &self.last_write
    }

    /// Runs `read` on a reader connection; the connection is given back before this returns.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&mut Connection) -> T) -> Result<T, Error> {
        self.readers.with(read)
    }

    /// Takes no more work, finishes what waits and closes the writer.
    pub(crate) fn close(&self) {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner).take();
        self.checkpoints.end();
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if let Some(thread) = thread {
            // A panic on the writer's thread was already told to everyone who waited.
            let _ = thread.join();
        }
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.close();
    }
}

/// What the writer's thread shares with the others.
struct Writing {
    file: PathBuf,
    faults: Arc<Faults>,
    last_write: Arc<LastWrite>,
    long: Arc<AtomicBool>,
    at_end: Arc<OnceLock<AtEnd>>,
}

fn write_all(mut conn: Connection, work: &Receiver<Work>, with: &Writing) {
    while let Ok(first) = work.recv() {
        let mut batch = vec![first];
        let at_most = if with.faults.is(Fault::OneByOne) { 1 } else { BATCH };
        while batch.len() < at_most {
            match work.try_recv() {
                Ok(next) => batch.push(next),
                Err(_) => break,
            }
        }
        let done = write_batch(&mut conn, batch, with);
        with.last_write.went(&done);
        if done.is_err() {
            // After a failed commit or a full disk the connection may be in any state: start afresh.
            if let Ok(fresh) = wal::open_writer(&with.file) {
                conn = fresh;
            }
        }
        wal::begin_anew(&conn, &with.long);
    }
    // Leave a small file behind; what stays in the WAL is read at the next start.
    let _ = conn.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
}

/// One transaction for all. After an error the connection should be replaced.
fn write_batch(conn: &mut Connection, batch: Vec<Work>, with: &Writing) -> Result<(), Error> {
    if let Err(why) = sqlite_control(conn, "BEGIN IMMEDIATE") {
        for work in batch {
            work(Err(why.clone()))(Err(why.clone()));
        }
        return Err(why);
    }
    let mut releases = Vec::with_capacity(batch.len());
    let mut lost = None;
    for work in batch {
        if let Some(why) = &lost {
            releases.push(work(Err(Error::clone(why))));
            continue;
        }
        releases.push(work(Ok(conn)));
        // A full disk can roll the whole transaction back under our feet.
        if conn.is_autocommit() {
            lost = Some(Error::Unavailable("the transaction was rolled back".into()));
        }
    }
    if lost.is_none()
        && let Some(at_end) = with.at_end.get()
    {
        at_end(conn);
        if conn.is_autocommit() {
            lost = Some(Error::Unavailable("the transaction was rolled back".into()));
        }
    }
    let outcome = match lost {
        Some(why) => Err(why),
        None => commit(conn, &with.faults),
    };
    if with.faults.is(Fault::AnswerLost) {
        // Dropped unheard: whoever waits sees the channel close.
        return Ok(());
    }
    for release in releases {
        release(outcome.clone());
    }
    outcome
}

fn commit(conn: &Connection, faults: &Faults) -> Result<(), Error> {
    let done = if faults.is(Fault::CommitFails) {
        Err(Error::Unavailable("planned failure".into()))
    } else {
        sqlite_control(conn, "COMMIT")
    };
    if done.is_err() && !conn.is_autocommit() {
        let _ = conn.execute_batch("ROLLBACK");
    }
    done
}

/// A connection that writes durably, and says so.
pub(crate) fn open_writer(path: &Path) -> Result<Connection, Error> {
    let conn = Connection::open(path)?;
    conn.execute_batch(
        "PRAGMA journal_mode = WAL;
         PRAGMA synchronous = FULL;
         PRAGMA secure_delete = ON;
         PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -65536;
         PRAGMA journal_size_limit = 67108864;
         PRAGMA busy_timeout = 5000;",
    )?;
    let mode: String = conn.query_row("PRAGMA journal_mode", [], |row| row.get(0))?;
    let synchronous: i64 = conn.query_row("PRAGMA synchronous", [], |row| row.get(0))?;
    if mode != "wal" || synchronous != 2 {
        return Err(Error::Unavailable(format!(
            "the database must run with journal_mode wal and synchronous FULL, not {mode} and {synchronous}"
        )));
    }
    keep_statements(&conn)?;
    Ok(conn)
}

/// Statements are prepared once on each connection. Without the planner's stability guarantee SQLite looks at
/// the values that are bound (as a limit, in a join, in an EXISTS) and prepares a kept statement again at each use.
fn keep_statements(conn: &Connection) -> Result<(), Error> {
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    conn.set_prepared_statement_cache_capacity(512);
    Ok(())
}

/// Read-only connections, lent for one poll each.
struct Readers {
    idle: Mutex<Vec<Connection>>,
    given_back: Condvar,
    path: PathBuf,
}

impl Readers {
    fn open(path: &Path, count: usize) -> Result<Self, Error> {
        let idle = (0..count).map(|_| open_reader(path)).collect::<Result<_, _>>()?;
        Ok(Self { idle: Mutex::new(idle), given_back: Condvar::new(), path: path.to_owned() })
    }

    fn with<T>(&self, read: impl FnOnce(&mut Connection) -> T) -> Result<T, Error> {
        let mut conn = self.take()?;
        let out = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| read(&mut conn)));
        if !conn.is_autocommit() {
            let _ = sqlite_control(&conn, "ROLLBACK");
        }
        self.idle.lock().unwrap_or_else(PoisonError::into_inner).push(conn);
        self.given_back.notify_one();
        out.map_err(|_| Error::Panicked)
    }

    fn take(&self) -> Result<Connection, Error> {
        let idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        // Reads last microseconds and never wait inside, so blocking here is shorter than a thread hop.
        let (mut idle, _) = self
            .given_back
            .wait_timeout_while(idle, Duration::from_secs(5), |idle| idle.is_empty())
            .unwrap_or_else(PoisonError::into_inner);
        idle.pop()
            .ok_or_else(|| Error::Unavailable(format!("no reader of {} came free", file_name(&self.path))))
    }
}

fn open_reader(path: &Path) -> Result<Connection, Error> {
    use rusqlite::OpenFlags;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.execute_batch(
        "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -16384; PRAGMA busy_timeout = 5000;",
    )?;
    keep_statements(&conn)?;
    Ok(conn)
}

fn file_name(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rusqlite::StatementStatus;

    use super::*;

    #[test]
    #[expect(clippy::disallowed_methods, reason = "a test without client data")]
    fn a_kept_statement_is_not_prepared_again_for_other_values() {
        let file = std::env::temp_dir().join(format!("statements-{}.db", std::process::id()));
        let writer = open_writer(&file).expect("a database");
        writer
            .execute_batch(
                "CREATE TABLE entry (id INTEGER PRIMARY KEY, part INTEGER NOT NULL, author INTEGER NOT NULL);
                 CREATE INDEX entry_of_part ON entry (part);",
            )
            .expect("a table");
        let reader = open_reader(&file).expect("a reader");

        let asked = [
            "SELECT id FROM entry WHERE part = ?1 ORDER BY id LIMIT ?2",
            "SELECT e.id FROM entry e WHERE e.part = ?1 AND EXISTS (SELECT 1 FROM entry o WHERE o.author = ?2)",
        ];
        for (conn, sql) in
            [(&writer, asked[0]), (&writer, asked[1]), (&reader, asked[0]), (&reader, asked[1])]
        {
            for part in 0..5_i64 {
                let mut kept = conn.prepare_cached(sql).expect("a statement");
                assert!(!kept.exists([part, part * 2]).expect("rows"));
                assert_eq!(kept.get_status(StatementStatus::RePrepare), 0, "{sql}");
            }
        }
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(format!("{}{ending}", file.display()));
        }
    }
}
