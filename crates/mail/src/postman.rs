//! Takes notices out of the outbox and carries them off, a few at once, so that one that is slow holds up no other. The
//! store is never held meanwhile: a claim and its end are two short transactions.

use std::sync::Arc;
use std::time::Duration;

use domain::outbox::Went;
use store::office::outbox::Claimed;
use store::{Error, Store};
use tokio::sync::watch;
use tokio::task::{JoinError, JoinSet};
use tokio::time::sleep;

use crate::carrier::{Carrier, Trouble};
use crate::letter::Letterhead;

/// So many are under way at once.
const AT_ONCE: usize = 4;
/// How often is looked whether there is something: a deed of another node wakes nobody here.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// How often is tried to say what became of a letter. What is not said is sent again.
const SAY_TRIES: u32 = 5;

/// Who carries the notices of one node.
#[derive(Clone)]
pub struct Postman {
    pub store: Store,
    pub carrier: Arc<Carrier>,
    pub letterhead: Arc<Letterhead>,
}

impl Postman {
    /// Carries until told to stop; then what is under way is finished.
    pub async fn run(self, mut stop: watch::Receiver<bool>) {
        let mut under_way = JoinSet::new();
        let mut fails = false;
        loop {
            let done = self.fill(&mut under_way).await;
            tell(&mut fails, &done);
            tokio::select! {
                _ = stop.wait_for(|stop| *stop) => break,
                Some(ended) = under_way.join_next() => tell_of(ended),
                () = sleep(LOOK_EVERY) => {}
            }
        }
        while let Some(ended) = under_way.join_next().await {
            tell_of(ended);
        }
    }

    /// Carries everything that may leave now.
    ///
    /// # Errors
    /// What the store said; what is under way is finished first.
    pub async fn round(&self) -> Result<(), Error> {
        let mut under_way = JoinSet::new();
        let mut done = self.fill(&mut under_way).await;
        while let Some(ended) = under_way.join_next().await {
            tell_of(ended);
            if done.is_ok() {
                done = self.fill(&mut under_way).await;
            }
        }
        done
    }

    /// Carries one that may leave now; false: there is none. For who wants them one after the other.
    ///
    /// # Errors
    /// What the store said.
    pub async fn one(&self) -> Result<bool, Error> {
        let Some(claimed) = self.next().await? else { return Ok(false) };
        self.clone().carry(claimed).await;
        Ok(true)
    }

    async fn next(&self) -> Result<Option<Claimed>, Error> {
        // Looking costs a reader; only what is there costs a transaction.
        if !self.store.notice_is_due().await? {
            return Ok(None);
        }
        self.store.claim_notice(self.letterhead.from.domain()).await
    }

    async fn fill(&self, under_way: &mut JoinSet<()>) -> Result<(), Error> {
        while under_way.len() < AT_ONCE {
            let Some(claimed) = self.next().await? else { break };
            under_way.spawn(self.clone().carry(claimed));
        }
        Ok(())
    }

    async fn carry(self, claimed: Claimed) {
        let (went, trouble) = match self.letterhead.letter(&claimed, self.store.now()) {
            Ok(letter) => self.carrier.carry(&letter).await,
            Err(_) => (Went::Never, Some(Trouble::Unwritable)),
        };
        log(&claimed, went, trouble);
        for attempt in 0..SAY_TRIES {
            match self.store.notice_went(&claimed, went).await {
                Ok(()) => return,
                Err(error) => {
                    tracing::warn!(outbox = %claimed.id, %error, "what became of a notice could not be noted");
                    sleep(Duration::from_millis(200 << attempt)).await;
                }
            }
        }
    }
}

/// One that panicked says nothing itself. Its claim lapses, and it is sent once more.
fn tell_of(ended: Result<(), JoinError>) {
    if ended.is_err() {
        tracing::warn!("carrying a notice broke down; it is tried again");
    }
}

/// Ids and codes only: neither the address nor what the server said, which repeats it.
fn log(claimed: &Claimed, went: Went, trouble: Option<Trouble>) {
    let (id, kind, repeat) = (claimed.id, claimed.kind, claimed.is_repeat);
    let trouble = trouble.map(|trouble| trouble.to_string()).unwrap_or_default();
    match went {
        Went::Accepted => tracing::info!(outbox = %id, %kind, repeat, "a notice was sent"),
        Went::NotNow => {
            tracing::warn!(outbox = %id, %kind, repeat, trouble, "a notice was not sent; it is tried again");
        }
        Went::Never => tracing::warn!(outbox = %id, %kind, repeat, trouble, "a notice is refused for good"),
        Went::Unheard => {
            tracing::warn!(outbox = %id, %kind, repeat, trouble, "nobody said whether a notice was taken");
        }
    }
}

/// The first failure of a row is told, and its end.
fn tell(fails: &mut bool, done: &Result<(), Error>) {
    match done {
        // Two nodes met; the other one has it.
        Err(Error::Conflict) => {}
        Err(error) if !*fails => {
            tracing::warn!(%error, "the outbox cannot be read; it is tried again");
            *fails = true;
        }
        Ok(()) if *fails => {
            tracing::info!("the outbox can be read again");
            *fails = false;
        }
        _ => {}
    }
}
