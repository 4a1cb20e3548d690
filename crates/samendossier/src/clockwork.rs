//! The clocks that perform while the product serves: numbering the record, signing checkpoints, throwing away what is
//! older than its term, looking through the accesses of each day. What fails is tried again; nobody waits for it.

mod attendance;
mod told;

use std::path::PathBuf;
use std::sync::Arc;

use app::log_review::{ReviewNext, Reviewed};
use app::search::FillNext;
use app::{App, Asker, Job, NotDone, UseCase, Who};
use jiff::{SignedDuration, Timestamp};
use ledger::Signer;
use store::{Error, Files, Store};
use tokio::sync::watch;
use tokio::time::{Duration, sleep};
use uuid::Uuid;

use crate::{checkpoints, disk};
use attendance::Attendance;
use told::Told;

/// A checkpoint is signed this often while there is something new: what was written after the newest one can be
/// cut off unseen, so this is how much.
const CHECKPOINT_EVERY: SignedDuration = SignedDuration::from_mins(10);
/// What is older than its term is looked for this often (ACC-23).
const TIDY_EVERY: SignedDuration = SignedDuration::from_mins(10);
/// Days that are over are looked for this often; their accesses are looked through (ACC-22).
const REVIEW_EVERY: SignedDuration = SignedDuration::from_mins(10);
/// Accounts of one day that are looked through in one transaction: others wait for it no longer than for a long deed.
const REVIEWED_TOGETHER: u32 = 10;
/// Texts from before there was a search that become findable in one transaction.
const FILLED_TOGETHER: u32 = 100;
/// Data and key shelf note this often how far the other is, and the room on the disk is looked at.
const NOTE_EVERY: SignedDuration = SignedDuration::from_mins(1);
/// The longest a record waits for its number when nobody wakes the clockwork: another node may have written it.
const LOOK_EVERY: Duration = Duration::from_millis(500);
/// Records that come within this pause are numbered together.
const GATHER: Duration = Duration::from_millis(100);

/// The clockwork of one node.
pub struct Clockwork {
    pub store: Store,
    pub app: App,
    pub signer: Arc<Signer>,
    /// Where checkpoints are kept outside the database.
    pub outside: PathBuf,
    /// In whose name records are numbered.
    pub node: Uuid,
    /// The name of this node.
    pub name: String,
    /// The folder whose disk is watched.
    pub data: PathBuf,
    /// Where files of documents lie.
    pub files: Files,
}

impl Clockwork {
    /// Runs until told to stop; then numbers what is left and signs a last checkpoint.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        self.store.numbers_in_each_commit(self.node);
        let mut attendance = Attendance::of(&self.store, &self.name);
        let mut told = Told::default();
        let mut room = disk::Watch::default();
        let mut signed_at: Option<Timestamp> = None;
        let mut noted_at: Option<Timestamp> = None;
        let mut tidied_at: Option<Timestamp> = None;
        let mut reviewed_at: Option<Timestamp> = None;
        let mut is_filled = false;
        // One of the 256 folders each time, so that a round takes two days and no time.
        let mut folder = 0_u8;
        loop {
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => break,
                () = self.store.recorded() => {}
                () = sleep(LOOK_EVERY) => {}
            }
            let now = self.store.now();
            told.hears("sequencer", catch_up(&self.store, self.node).await.map(drop), now);
            if is_due(signed_at, CHECKPOINT_EVERY, now) {
                signed_at = Some(now);
                told.hears("checkpoint", self.checkpoint().await, now);
            }
            if is_due(noted_at, NOTE_EVERY, now) {
                noted_at = Some(now);
                disk::look(&mut room, &self.data, now);
                told.hears("key-shelf", self.store.note_each_other().await, now);
                told.hears("attendance", attendance.said(&self.store).await, now);
            }
            if is_due(tidied_at, TIDY_EVERY, now) {
                tidied_at = Some(now);
                told.hears("tidy", self.tidy().await, now);
                told.hears("files", self.sweep(folder).await, now);
                folder = folder.wrapping_add(1);
            }
            if is_due(reviewed_at, REVIEW_EVERY, now) {
                // One step in each round, so that numbering the record never waits for a backlog.
                let more = self.review().await;
                if !matches!(more, Ok(true)) {
                    reviewed_at = Some(now);
                }
                told.hears("log-review", more.map(drop), now);
            }
            if !is_filled {
                let more = self.perform(Job::IndexSearch, FillNext { at_most: FILLED_TOGETHER }).await;
                is_filled = matches!(more, Ok(false));
                told.hears("search", more.map(drop), now);
            }
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => break,
                () = sleep(GATHER) => {}
            }
        }
        let now = self.store.now();
        told.hears("sequencer", catch_up(&self.store, self.node).await.map(drop), now);
        told.hears("checkpoint", self.checkpoint().await, now);
        told.hears("key-shelf", self.store.note_each_other().await, now);
        told.hears("attendance", attendance.ends(&self.store).await, now);
    }

    async fn checkpoint(&self) -> Result<(), Error> {
        let Some(note) = self.store.checkpoint(Arc::clone(&self.signer)).await? else { return Ok(()) };
        checkpoints::keep(&self.outside, &note)
            .map_err(|why| Error::Unavailable(format!("the file with checkpoints: {}", why.kind())))
    }

    async fn tidy(&self) -> Result<(), Error> {
        self.store.tidy().await?;
        self.perform(Job::PurgeDrafts, app::draft::PurgeOld).await?;
        self.perform(Job::PurgeContacts, app::contact::PurgeOld).await?;
        self.perform(Job::PurgeEmergencies, app::emergency::PurgeOld).await?;
        Ok(())
    }

    /// Takes away files of one folder that no document names.
    async fn sweep(&self, folder: u8) -> Result<(), Error> {
        let gone = self.store.sweep_files(&self.files, folder).await?;
        if gone > 0 {
            tracing::info!(gone, "files that no document names were taken away");
        }
        Ok(())
    }

    /// Looks through some accesses. False: no day is over that was not looked through.
    async fn review(&self) -> Result<bool, Error> {
        if !self.store.log_review_is_due().await? {
            return Ok(false);
        }
        let step = ReviewNext { at_most: REVIEWED_TOGETHER };
        Ok(self.perform(Job::ReviewLog, step).await? != Reviewed::Nothing)
    }

    async fn perform<U>(&self, job: Job, deed: U) -> Result<U::Out, Error>
    where
        U: UseCase<Refusal = std::convert::Infallible>,
    {
        let asker = Asker { who: Who::System(job), correlation: self.store.random_id() };
        match self.app.perform(asker, deed).await {
            Ok(out) => Ok(out),
            Err(NotDone::Failed(e)) => Err(e),
            Err(NotDone::Denied { policies }) => {
                Err(Error::Record(format!("denied by {}", policies.join(", "))))
            }
            Err(NotDone::SignedOut) => Err(Error::Record("a clock has no session to lose".to_owned())),
            Err(NotDone::Rejected(never)) => match never {},
        }
    }
}

/// Whether it is time again. After a clock that jumped, either way, it is.
fn is_due(last: Option<Timestamp>, every: SignedDuration, now: Timestamp) -> bool {
    last.is_none_or(|at| now.duration_since(at).abs() >= every)
}

/// Numbers everything that waits. False: another node is doing so.
///
/// # Errors
/// What the store said; what was numbered before stays numbered.
pub async fn catch_up(store: &Store, node: Uuid) -> Result<bool, Error> {
    loop {
        match store.sequence(node).await? {
            Some(0) => return Ok(true),
            Some(_) => {}
            None => return Ok(false),
        }
    }
}
