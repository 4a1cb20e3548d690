//! How many statements and decisions this process made: what an ordinary look costs, whatever the machine.
//! Counted in tests only (the feature `faults`), each of which has a process of its own.

#[cfg(feature = "faults")]
use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

#[cfg(feature = "faults")]
static STATEMENTS: AtomicU64 = AtomicU64::new(0);
#[cfg(feature = "faults")]
static DECISIONS: AtomicU64 = AtomicU64::new(0);

/// What was counted.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// Statements sent to the database, but for `BEGIN`, savepoints and their ends.
    pub statements: u64,
    /// Questions put to the policies.
    pub decisions: u64,
}

impl Tally {
    /// What was counted between two moments.
    pub const fn since(self, before: Self) -> Self {
        Self { statements: self.statements - before.statements, decisions: self.decisions - before.decisions }
    }
}

/// What was counted since the process began.
#[cfg(feature = "faults")]
pub fn tally() -> Tally {
    Tally { statements: STATEMENTS.load(Relaxed), decisions: DECISIONS.load(Relaxed) }
}

/// Counts a statement.
pub(crate) fn statement() {
    #[cfg(feature = "faults")]
    STATEMENTS.fetch_add(1, Relaxed);
}

/// Counts a decision.
pub(crate) fn decision() {
    #[cfg(feature = "faults")]
    DECISIONS.fetch_add(1, Relaxed);
}
