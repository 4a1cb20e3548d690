//! Failures on purpose, at the four places where a record can get lost. Compiled in for tests only.

#[cfg(feature = "faults")]
use std::sync::atomic::{AtomicU8, Ordering};

/// Where the writer is to fail.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub enum Fault {
    /// The writer takes no more work.
    QueueClosed = 1,
    /// The record cannot be inserted.
    InsertFails = 2,
    /// The transaction cannot be committed.
    CommitFails = 3,
    /// The transaction was committed and nobody hears of it.
    AnswerLost = 4,
    /// Nothing fails, but each piece of work gets a commit of its own, for comparison.
    OneByOne = 5,
}

/// The failures that are switched on now.
#[derive(Default, Debug)]
pub struct Faults {
    #[cfg(feature = "faults")]
    now: AtomicU8,
}

impl Faults {
    /// Switches one failure on, or all off.
    #[cfg(feature = "faults")]
    pub fn set(&self, fault: Option<Fault>) {
        self.now.store(fault.map_or(0, |f| f as u8), Ordering::SeqCst);
    }

    #[cfg(feature = "faults")]
    pub(crate) fn is(&self, fault: Fault) -> bool {
        self.now.load(Ordering::SeqCst) == fault as u8
    }

    /// Without the feature nothing fails on purpose.
    #[cfg(not(feature = "faults"))]
    #[expect(clippy::unused_self, reason = "the same call with and without the feature")]
    pub(crate) const fn is(&self, _: Fault) -> bool {
        false
    }
}
