//! Saying that this node is there: two processes with one name, and clocks that differ, are told in the log.

use jiff::SignedDuration;
use store::{Error, Store};
use uuid::Uuid;

/// Another node's clock may be ahead this much: lines of the record are read by time.
const AHEAD: SignedDuration = SignedDuration::from_mins(1);

/// This process among the nodes.
pub struct Attendance {
    name: String,
    process: Uuid,
    /// Said so before.
    known: bool,
}

impl Attendance {
    /// Not there yet.
    pub fn of(store: &Store, name: &str) -> Self {
        Self { name: name.to_owned(), process: store.random_id(), known: false }
    }

    /// Says that this node is there.
    ///
    /// # Errors
    /// What the store said.
    pub async fn said(&mut self, store: &Store) -> Result<(), Error> {
        let found = store.attend(&self.name, self.process).await?;
        // The first time it may be this node before a restart; one that comes back is somebody else.
        if self.known && found.before.is_some_and(|process| process != self.process) {
            tracing::error!(
                node = self.name,
                "another process serves under this name too, and the record cannot tell them apart: give each its own \
                 with NODE=name"
            );
        }
        self.known = true;
        let now = store.now();
        for other in found.others {
            let ahead = other.seen_at.duration_since(now);
            if ahead > AHEAD {
                tracing::warn!(
                    node = other.name,
                    seconds = ahead.as_secs(),
                    "the clock of that node is ahead of this one: look at the time service of both"
                );
            }
        }
        Ok(())
    }

    /// Says that this node goes.
    ///
    /// # Errors
    /// What the store said.
    pub async fn ends(&self, store: &Store) -> Result<(), Error> {
        if self.known { store.leave(&self.name, self.process).await } else { Ok(()) }
    }
}
