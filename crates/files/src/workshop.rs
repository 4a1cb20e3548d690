//! Where files are worked on: each in a confined process of its own, a few at a time.

use std::path::PathBuf;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use domain::document::{FileKind, FileRefused};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::Command;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use crate::confined::{Asked, question, shown, taken};
use crate::work::{Shown, TakenIn};

/// How many files are worked on at a time. Each may take a few hundred megabytes for a moment.
const AT_A_TIME: usize = 2;
/// How long one may take, waiting not counted.
const AT_MOST: Duration = Duration::from_secs(30);
/// The largest answer, in bytes: a picture drawn anew may be larger than it came.
const ANSWER_MAX: u64 = 80_000_000;

/// Starts confined processes. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Workshop {
    program: Arc<PathBuf>,
    places: Arc<Semaphore>,
}

/// Why a file could not be worked on. The file is not to blame.
#[derive(Debug, thiserror::Error)]
pub enum WorkshopFailed {
    #[error("the process for documents does not start: {0}")]
    NotStarted(std::io::ErrorKind),
}

impl Workshop {
    /// `program confined` is what calls [`crate::confined`].
    pub fn new(program: PathBuf) -> Self {
        Self { program: Arc::new(program), places: Arc::new(Semaphore::new(AT_A_TIME)) }
    }

    /// See [`crate::take_in`].
    ///
    /// # Errors
    /// [`WorkshopFailed`] when there is no process; the inner error is what is wrong with the file.
    pub async fn take_in(&self, bytes: &[u8]) -> Result<Result<TakenIn, FileRefused>, WorkshopFailed> {
        let answer = self.ask(&Asked::TakeIn, bytes).await?;
        Ok(answer.and_then(taken).unwrap_or(Err(FileRefused::Broken)))
    }

    /// See [`crate::sheet`].
    ///
    /// # Errors
    /// As [`Workshop::take_in`].
    pub async fn sheet(
        &self,
        kind: FileKind,
        bytes: &[u8],
        number: u16,
    ) -> Result<Result<Shown, FileRefused>, WorkshopFailed> {
        let answer = self.ask(&Asked::Sheet(kind, number), bytes).await?;
        Ok(answer.and_then(shown).unwrap_or(Err(FileRefused::Broken)))
    }

    /// The answer, or none when the process did not live to give one: then it was the file.
    async fn ask(&self, asked: &Asked, bytes: &[u8]) -> Result<Option<Vec<u8>>, WorkshopFailed> {
        // Never closed, so there is always a place at last.
        let _place = self.places.acquire().await;
        let mut child = Command::new(self.program.as_path())
            .arg("confined")
            .env_clear()
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .map_err(|why| WorkshopFailed::NotStarted(why.kind()))?;
        let (Some(mut to), Some(from)) = (child.stdin.take(), child.stdout.take()) else {
            return Err(WorkshopFailed::NotStarted(std::io::ErrorKind::BrokenPipe));
        };
        let starts = question(asked);
        let tell = async move {
            // A process that died reads no more; its answer says so.
            let _ = to.write_all(&starts).await;
            let _ = to.write_all(bytes).await;
            drop(to);
        };
        let mut answer = Vec::new();
        let mut from = from.take(ANSWER_MAX);
        let hear = from.read_to_end(&mut answer);
        let both = timeout(AT_MOST, async { tokio::join!(tell, hear).1 }).await;
        let ended = timeout(AT_MOST, child.wait()).await;
        let well = matches!(both, Ok(Ok(_))) && matches!(ended, Ok(Ok(status)) if status.success());
        Ok(well.then_some(answer))
    }
}
