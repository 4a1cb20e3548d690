//! How many statements and decisions this thread made: what an ordinary look costs, whatever the machine.
//! For the tests that hold it (DESIGN §6); counting is two additions to thread-local numbers.

use std::cell::Cell;

/// What was counted on this thread.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Tally {
    /// Statements sent to the database, but for `BEGIN`, savepoints and their ends.
    pub statements: u64,
    /// Questions put to the policies.
    pub decisions: u64,
}

thread_local! {
    static COUNTED: Cell<Tally> = const { Cell::new(Tally { statements: 0, decisions: 0 }) };
}

/// What this thread counted since it began.
pub fn tally() -> Tally {
    COUNTED.get()
}

pub(crate) fn statement() {
    let counted = COUNTED.get();
    COUNTED.set(Tally { statements: counted.statements + 1, ..counted });
}

pub(crate) fn decision() {
    let counted = COUNTED.get();
    COUNTED.set(Tally { decisions: counted.decisions + 1, ..counted });
}
