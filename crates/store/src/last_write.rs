//! Whether the last write held. A database that still answers and takes no writes shows nobody anything, because
//! nothing is shown without its record: whoever asks whether this node is ready hears so.

use std::sync::atomic::{AtomicBool, Ordering};

use crate::error::Error;

/// How the last write of this process went.
#[derive(Default, Debug)]
pub(crate) struct LastWrite {
    failed: AtomicBool,
}

impl LastWrite {
    /// Hears how a write went. What its author can mend says nothing about the database.
    pub(crate) fn went<T>(&self, done: &Result<T, Error>) {
        match done {
            Ok(_) => self.failed.store(false, Ordering::Relaxed),
            Err(Error::Unavailable(_)) => self.failed.store(true, Ordering::Relaxed),
            Err(_) => {}
        }
    }

    /// It held, or there was none yet.
    pub(crate) fn held(&self) -> bool {
        !self.failed.load(Ordering::Relaxed)
    }
}
