//! The audit names what is wrong, the first wrong line first, and tells lawfully purged from missing.

mod log;

use ledger::{
    CheckpointError, DecodeError, Finding, Hash, NoteError, Outcome, Purge, Record, Signer, leaf_hash,
};
use ledger::{Frontier, purged_ranges};
use log::{Log, ORIGIN, read, signer};

#[test]
fn a_sound_log_is_reported() {
    let mut log = Log::of(10, 4);
    log.write(&read(10));

    let report = log.audit().unwrap();

    assert_eq!((report.lines, report.present, report.purged), (11, 11, 0));
    assert_eq!((report.checkpoints, report.signed, report.tail), (3, 10, 1));
    let mut tree = Frontier::new();
    tree.append_all(log.lines.iter().map(|line| line.leaf));
    assert_eq!(report.root, tree.root());
    assert!(report.to_string().starts_with("11 lines, root "));
}

#[test]
fn an_empty_log_is_sound() {
    let log = Log::default();

    let report = log.audit().unwrap();

    assert_eq!((report.lines, report.root, report.tail), (0, Hash::of_empty_tree(), 0));
}

#[test]
fn a_changed_record_is_named_by_its_line() {
    let mut log = Log::of(10, 4);
    let (_, bytes) = log.lines[6].record.as_mut().unwrap();
    *bytes.last_mut().unwrap() ^= 1;

    let failure = log.audit().unwrap_err();

    assert_eq!(failure.findings(), [Finding::LeafMismatch { line: 6 }]);
    assert_eq!(failure.to_string(), "line 6 was changed: its record does not belong to its leaf");
}

#[test]
fn a_record_rewritten_with_its_leaf_is_found_by_the_next_checkpoint() {
    let mut log = Log::of(10, 4);
    let forged = read(99).encode();
    let line = &mut log.lines[6];
    let (salt, bytes) = line.record.as_mut().unwrap();
    line.leaf = leaf_hash(salt, &forged);
    *bytes = forged;

    let failure = log.audit().unwrap_err();

    assert_eq!(*failure.first(), Finding::CheckpointRoot { from: 4, size: 8 });
    assert_eq!(failure.first().line(), Some(4));
    assert_eq!(failure.findings().len(), 2, "the checkpoint at 10 does not hold either");
    assert_eq!(
        failure.first().to_string(),
        "the first 8 lines are not the ones that were signed; line 4 or one after it, up to 7, was changed"
    );
}

#[test]
fn a_changed_leaf_is_named_before_the_roots_it_spoils() {
    let mut log = Log::of(10, 4);
    log.lines[6].leaf.0[0] ^= 1;

    let failure = log.audit().unwrap_err();

    let spoiled = |size| Finding::CheckpointRoot { from: 4, size };
    assert_eq!(failure.findings(), [Finding::LeafMismatch { line: 6 }, spoiled(8), spoiled(10)]);
}

#[test]
fn purged_records_are_no_finding() {
    let mut log = Log::of(10, 4);
    log.purge(2, 5);
    log.sign_with(&signer());

    let report = log.audit().unwrap();

    assert_eq!((report.present, report.purged, report.purged_by_tail), (7, 4, 0));
}

#[test]
fn a_purge_that_is_not_signed_yet_is_told_apart() {
    let mut log = Log::of(10, 4);
    log.purge(2, 5);

    let report = log.audit().unwrap();

    assert_eq!((report.purged, report.purged_by_tail), (4, 4));
}

#[test]
fn a_record_that_was_purged_and_is_still_there_is_told() {
    let mut log = Log::of(10, 4);
    let kept = log.lines[3].clone();
    log.purge(2, 5);
    log.lines[3] = kept;
    log.sign_with(&signer());

    let report = log.audit().unwrap();

    assert_eq!((report.purged, report.purged_yet_present), (3, 1));
}

#[test]
fn an_absent_record_nobody_purged_is_missing() {
    let mut log = Log::of(20, 4);
    log.purge(3, 5);
    log.purge(9, 9);
    log.sign_with(&signer());
    for number in [2, 6, 7, 8, 10, 15, 21] {
        log.lines[number].record = None;
    }

    let failure = log.audit().unwrap_err();

    // Line 21 was the purge of line 9: with it goes the excuse for line 9.
    let missing = |line, last| Finding::Missing { line, last };
    assert_eq!(failure.findings(), [missing(2, 2), missing(6, 10), missing(15, 15), missing(21, 21)]);
    assert_eq!(
        failure.findings()[1].to_string(),
        "line 6 is missing its record, and so are all up to 10, and nothing says it was lawfully purged"
    );
}

#[test]
fn a_purge_excuses_only_lines_before_itself() {
    let mut log = Log::of(4, 4);
    log.write(&Purge { numbers: vec![1..=1, 3..=9], rule: "RET-02".into() }.to_record());
    log.write(&read(5));
    log.sign_with(&signer());
    for number in [1, 5] {
        log.lines[number].record = None;
    }

    let failure = log.audit().unwrap_err();

    assert_eq!(failure.findings(), [Finding::Missing { line: 5, last: 5 }]);
}

#[test]
fn a_purge_that_was_changed_excuses_nothing() {
    let mut log = Log::of(4, 4);
    log.purge(1, 1);
    log.sign_with(&signer());
    log.lines[4].record.as_mut().unwrap().0.0[0] ^= 1;

    let failure = log.audit().unwrap_err();

    assert_eq!(
        failure.findings(),
        [Finding::Missing { line: 1, last: 1 }, Finding::LeafMismatch { line: 4 }]
    );
}

#[test]
fn a_record_that_was_never_one_cannot_be_read() {
    let mut log = Log::of(4, 4);
    log.write_bytes(b"\x01not a record".to_vec());

    let failure = log.audit().unwrap_err();

    assert_eq!(failure.findings(), [Finding::Undecodable { line: 4, why: DecodeError::Short("id") }]);
}

#[test]
fn a_gap_in_the_numbers_is_found() {
    let mut log = Log::of(10, 4);
    log.lines.remove(5);

    let failure = log.audit().unwrap_err();

    assert_eq!(*failure.first(), Finding::Gap { expected: 5, found: 6 });
    assert_eq!(failure.first().to_string(), "line 5 should come here, but line 6 does");
    assert!(failure.findings().contains(&Finding::Shrunk { lines: 9, signed: 10 }));
}

#[test]
fn a_log_without_its_newest_lines_has_shrunk() {
    let mut log = Log::of(10, 4);
    log.lines.truncate(7);

    let failure = log.audit().unwrap_err();

    assert_eq!(failure.findings(), [Finding::Shrunk { lines: 7, signed: 10 }]);
    assert_eq!(failure.to_string(), "line 7 is gone, and all after it: 10 lines were signed and 7 are left");
}

#[test]
fn an_emptied_log_has_shrunk() {
    let mut log = Log::of(10, 4);
    log.lines.clear();

    let failure = log.audit().unwrap_err();

    assert_eq!(failure.findings(), [Finding::Shrunk { lines: 0, signed: 10 }]);
}

#[test]
fn checkpoints_of_another_key_count_for_nothing() {
    let mut log = Log::of(10, 4);
    log.sign_with(&Signer::new(ORIGIN, [8; 32]).unwrap());
    log.sign_with(&Signer::new("log.zuid.example/record", [7; 32]).unwrap());

    let failure = log.audit().unwrap_err();

    let why = CheckpointError::Note(NoteError::Unsigned);
    let refused = |kept| Finding::CheckpointSignature { kept, why };
    assert_eq!(failure.findings(), [refused(4), refused(5)]);
    assert_eq!(failure.first().line(), None);
    assert_eq!(failure.report.checkpoints, 3);
}

#[test]
fn two_trees_signed_at_one_size_are_found() {
    let mut log = Log::of(8, 8);
    let mut other = log.clone();
    other.lines.swap(2, 3);
    other.sign_with(&signer());
    log.checkpoints.extend(other.checkpoints.pop());

    let failure = log.audit().unwrap_err();

    assert_eq!(failure.findings(), [Finding::CheckpointRoot { from: 0, size: 8 }]);
}

#[test]
fn very_many_findings_are_counted_and_the_first_is_kept() {
    let mut log = Log::of(1_500, 1_500);
    for line in &mut log.lines[100..] {
        line.record.as_mut().unwrap().0.0[0] ^= 1;
    }

    let failure = log.audit().unwrap_err();

    assert_eq!(*failure.first(), Finding::LeafMismatch { line: 100 });
    assert_eq!((failure.findings().len(), failure.left_out), (1_000, 400));
    assert!(failure.to_string().ends_with("(and 1399 more)"));
}

#[test]
fn a_purge_is_read_back_from_its_record() {
    let purge = Purge { numbers: vec![0..=0, 7..=19], rule: "RET-03".into() };

    let record = Record::decode(&purge.to_record().encode()).unwrap();

    assert_eq!(record.count, 14);
    assert_eq!(purged_ranges(&record), Some(vec![0..=0, 7..=19]));
    assert_eq!(Purge::of(&record), Some(purge));
}

#[test]
fn what_is_not_quite_a_purge_purges_nothing() {
    let purge = Purge { numbers: vec![3..=4], rule: "RET-03".into() }.to_record();
    let numbers = |text: &str| vec![("numbers".into(), text.to_owned()), ("rule".into(), "RET-03".into())];

    for text in ["", "3", "4-3", "03-4", "3-", "-4", "+3-4", "3 - 4", "3-4-5", "3-18446744073709551616"] {
        let record = Record { detail: numbers(text), ..purge.clone() };
        assert_eq!(purged_ranges(&record), None, "{text:?}");
    }
    assert_eq!(purged_ranges(&Record { outcome: Outcome::Denied, ..purge.clone() }), None);
    assert_eq!(purged_ranges(&Record { event: "ReadDossier".into(), ..purge.clone() }), None);
    assert_eq!(purged_ranges(&Record { detail: numbers("3-4")[..1].to_vec(), ..purge }), None);
}
