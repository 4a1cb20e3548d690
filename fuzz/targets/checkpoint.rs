//! Signed notes and checkpoints (C2SP): nothing that the log did not sign opens.
#![no_main]

use std::sync::LazyLock;

use ledger::{Checkpoint, Signer, Verifier};
use libfuzzer_sys::fuzz_target;

/// The seeds are signed by another key of the same name: a false signature is not found by guessing.
static VERIFIER: LazyLock<Verifier> = LazyLock::new(|| {
    let signer = Signer::new("example.org/log", [1; 32]).expect("a name");
    Verifier::from_vkey(&signer.vkey()).expect("a key")
});

fuzz_target!(|text: &str| {
    if let Ok(checkpoint) = Checkpoint::parse(text) {
        assert_eq!(Checkpoint::parse(&checkpoint.to_note_text()).as_ref(), Ok(&checkpoint));
    }
    if let Ok(verifier) = Verifier::from_vkey(text) {
        assert!(!verifier.name().is_empty());
    }
    assert!(Checkpoint::open(text, &VERIFIER).is_err());
});
