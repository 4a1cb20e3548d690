//! The clocks that perform while the product serves: numbering the record, signing checkpoints, throwing
//! away what is older than its term. What fails is tried again; nobody waits for it.

use std::path::PathBuf;
use std::sync::Arc;

use app::{App, Asker, Job, NotDone, UseCase, Who};
use jiff::{SignedDuration, Timestamp};
use ledger::Signer;
use store::{Error, Store};
use tokio::sync::watch;
use tokio::time::{Duration, sleep};
use uuid::Uuid;

use crate::{checkpoints, disk};

/// A checkpoint is signed at least this often (DESIGN, "The tree").
const CHECKPOINT_EVERY: SignedDuration = SignedDuration::from_hours(1);
/// What is older than its term is looked for this often (ACC-23).
const TIDY_EVERY: SignedDuration = SignedDuration::from_mins(10);
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
    /// The folder whose disk is watched.
    pub data: PathBuf,
}

impl Clockwork {
    /// Runs until told to stop; then numbers what is left and signs a last checkpoint.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut signed_at = self.store.now();
        let mut room = disk::Watch::default();
        let mut noted_at: Option<Timestamp> = None;
        let mut tidied_at: Option<Timestamp> = None;
        loop {
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => break,
                () = self.store.recorded() => {}
                () = sleep(LOOK_EVERY) => {}
            }
            told("sequencer", catch_up(&self.store, self.node).await.map(drop));
            let now = self.store.now();
            if is_due(Some(signed_at), CHECKPOINT_EVERY, now) {
                signed_at = now;
                told("checkpoint", self.checkpoint().await);
            }
            if is_due(noted_at, NOTE_EVERY, now) {
                noted_at = Some(now);
                disk::look(&mut room, &self.data, now);
                told("key-shelf", self.store.note_each_other().await);
            }
            if is_due(tidied_at, TIDY_EVERY, now) {
                tidied_at = Some(now);
                told("tidy", self.tidy().await);
            }
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => break,
                () = sleep(GATHER) => {}
            }
        }
        told("sequencer", catch_up(&self.store, self.node).await.map(drop));
        told("checkpoint", self.checkpoint().await);
        told("key-shelf", self.store.note_each_other().await);
    }

    async fn checkpoint(&self) -> Result<(), Error> {
        let Some(note) = self.store.checkpoint(Arc::clone(&self.signer)).await? else { return Ok(()) };
        checkpoints::keep(&self.outside, &note)
            .map_err(|why| Error::Unavailable(format!("the file with checkpoints: {}", why.kind())))
    }

    async fn tidy(&self) -> Result<(), Error> {
        self.store.tidy().await?;
        self.perform(Job::PurgeDrafts, app::draft::PurgeOld).await?;
        self.perform(Job::PurgeContacts, app::contact::PurgeOld).await
    }

    async fn perform<U>(&self, job: Job, deed: U) -> Result<(), Error>
    where
        U: UseCase<Refusal = std::convert::Infallible>,
    {
        let asker = Asker { who: Who::System(job), correlation: self.store.random_id() };
        match self.app.perform(asker, deed).await {
            Ok(_) => Ok(()),
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

fn told(clock: &'static str, done: Result<(), Error>) {
    match done {
        Ok(()) => {}
        // Two nodes met; the other one did the work.
        Err(Error::Conflict) => tracing::debug!(clock, "another node was first"),
        Err(error) => tracing::warn!(clock, %error, "a clock could not do its work and will try again"),
    }
}
