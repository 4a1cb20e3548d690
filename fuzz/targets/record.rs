//! A line of the log, read from bytes: one form each, so what is read is written back byte for byte.
#![no_main]

use ledger::{Purge, Record};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let _ = Record::peek_event(bytes);
    if let Ok(record) = Record::decode(bytes) {
        assert_eq!(record.encode(), bytes);
        if let Some(purge) = Purge::of(&record) {
            assert_eq!(Purge::of(&purge.to_record()), Some(purge));
        }
    }
});
