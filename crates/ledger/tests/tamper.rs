//! Whatever somebody with the database but without the key does to a signed log, the audit finds it.

mod log;

use ledger::{Finding, Salt, Signer, leaf_hash};
use log::{Log, ORIGIN, read, signer};
use proptest::prelude::*;
use proptest::sample::Index;

/// One thing done to the log. Each index is taken modulo what there is.
#[derive(Clone, Debug)]
enum Deed {
    ChangeRecord(Index, Index, u8),
    ChangeSalt(Index, Index, u8),
    ChangeLeaf(Index, Index, u8),
    RewriteWithLeaf(Index, u64),
    SwapSalts(Index, Index),
    SwapLines(Index, Index, Numbers),
    DropRecord(Index),
    DeleteLine(Index, Numbers),
    InsertLine(Index, u64, Numbers),
    DoubleLine(Index, Numbers),
    Truncate(Index),
    TruncateAndRebuild(Index, u64),
    ForgeCheckpoint,
}

/// Whether the lines are numbered anew afterwards, so that no gap shows.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Numbers {
    Kept,
    MadeAnew,
}

fn deed() -> impl Strategy<Value = Deed> {
    let at = any::<Index>;
    let flip = 1..=255_u8;
    let new = 1_000..2_000_u64;
    let numbers = || prop_oneof![Just(Numbers::Kept), Just(Numbers::MadeAnew)];
    prop_oneof![
        (at(), at(), flip.clone()).prop_map(|(a, b, c)| Deed::ChangeRecord(a, b, c)),
        (at(), at(), flip.clone()).prop_map(|(a, b, c)| Deed::ChangeSalt(a, b, c)),
        (at(), at(), flip).prop_map(|(a, b, c)| Deed::ChangeLeaf(a, b, c)),
        (at(), new.clone()).prop_map(|(a, b)| Deed::RewriteWithLeaf(a, b)),
        (at(), at()).prop_map(|(a, b)| Deed::SwapSalts(a, b)),
        (at(), at(), numbers()).prop_map(|(a, b, c)| Deed::SwapLines(a, b, c)),
        at().prop_map(Deed::DropRecord),
        (at(), numbers()).prop_map(|(a, b)| Deed::DeleteLine(a, b)),
        (at(), new.clone(), numbers()).prop_map(|(a, b, c)| Deed::InsertLine(a, b, c)),
        (at(), numbers()).prop_map(|(a, b)| Deed::DoubleLine(a, b)),
        at().prop_map(Deed::Truncate),
        (at(), new).prop_map(|(a, b)| Deed::TruncateAndRebuild(a, b)),
        Just(Deed::ForgeCheckpoint),
    ]
}

fn forged(number: u64) -> log::Line {
    let (salt, bytes) = (Salt([9; 32]), read(number).encode());
    log::Line { number, leaf: leaf_hash(&salt, &bytes), record: Some((salt, bytes)) }
}

fn do_to(log: &mut Log, deed: &Deed) {
    let count = log.lines.len();
    if count == 0 {
        return;
    }
    let mut numbers = Numbers::Kept;
    match deed {
        Deed::ChangeRecord(line, byte, flip) => {
            if let Some((_, bytes)) = &mut log.lines[line.index(count)].record {
                let at = byte.index(bytes.len());
                bytes[at] ^= flip;
            }
        }
        Deed::ChangeSalt(line, byte, flip) => {
            if let Some((salt, _)) = &mut log.lines[line.index(count)].record {
                salt.0[byte.index(32)] ^= flip;
            }
        }
        Deed::ChangeLeaf(line, byte, flip) => log.lines[line.index(count)].leaf.0[byte.index(32)] ^= flip,
        Deed::RewriteWithLeaf(line, new) => {
            let line = &mut log.lines[line.index(count)];
            *line = log::Line { number: line.number, ..forged(*new) };
        }
        Deed::SwapSalts(one, other) => {
            let (one, other) = (one.index(count), other.index(count));
            let salts = [one, other].map(|at| log.lines[at].record.as_ref().map(|(salt, _)| *salt));
            if let [Some(of_one), Some(of_other)] = salts {
                log.lines[one].record.as_mut().expect("seen above").0 = of_other;
                log.lines[other].record.as_mut().expect("seen above").0 = of_one;
            }
        }
        Deed::SwapLines(one, other, then) => {
            log.lines.swap(one.index(count), other.index(count));
            numbers = *then;
        }
        Deed::DropRecord(line) => log.lines[line.index(count)].record = None,
        Deed::DeleteLine(line, then) => {
            log.lines.remove(line.index(count));
            numbers = *then;
        }
        Deed::InsertLine(line, new, then) => {
            let at = line.index(count);
            let number = log.lines[at].number;
            log.lines.insert(at, log::Line { number, ..forged(*new) });
            numbers = *then;
        }
        Deed::DoubleLine(line, then) => {
            let at = line.index(count);
            log.lines.insert(at, log.lines[at].clone());
            numbers = *then;
        }
        Deed::Truncate(line) => log.lines.truncate(line.index(count)),
        Deed::TruncateAndRebuild(line, new) => {
            let keep = line.index(count);
            log.lines.truncate(keep);
            log.lines.extend((keep..count).map(|number| log::Line { number: number as u64, ..forged(*new) }));
        }
        Deed::ForgeCheckpoint => log.sign_with(&Signer::new(ORIGIN, [8; 32]).expect("a good name")),
    }
    if numbers == Numbers::MadeAnew {
        for (number, line) in log.lines.iter_mut().enumerate() {
            line.number = number as u64;
        }
    }
}

/// A log with purges in it, signed up to its last line.
fn signed_log(reads: u64, every: u64) -> Log {
    let mut log = Log::of(reads, every);
    log.purge(1, 3);
    log.purge(reads / 2, reads / 2 + 1);
    log.write(&read(reads + 2));
    log.sign_with(&signer());
    log
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn tampering_is_always_found(
        reads in 4..60_u64, every in 1..30_u64, deeds in proptest::collection::vec(deed(), 1..5),
    ) {
        let before = signed_log(reads, every);
        prop_assert!(before.audit().is_ok());

        let mut after = before.clone();
        for deed in &deeds {
            do_to(&mut after, deed);
        }

        // Two swaps may undo each other, and a sound line after the last checkpoint is only a longer tail.
        let signed_part_stands =
            after.checkpoints == before.checkpoints && after.lines.starts_with(&before.lines);
        prop_assert!(after.audit().is_err() || signed_part_stands, "{:?}", deeds);
    }

    // From eight on: the two purges of a shorter log overlap, and that one of them is gone shows only in the length.
    #[test]
    fn the_first_finding_is_not_after_the_first_wrong_line(
        reads in 8..60_u64, every in 1..30_u64, deed in deed(),
    ) {
        let before = signed_log(reads, every);
        let mut after = before.clone();
        do_to(&mut after, &deed);
        let first_wrong = before.lines.iter().zip(&after.lines).position(|(was, is)| was != is);
        let first_wrong = first_wrong.or((after.lines.len() != before.lines.len()).then_some(after.lines.len().min(before.lines.len())));

        let Err(failure) = after.audit() else { return Ok(()) };

        let named = failure.first().line();
        match first_wrong {
            None => prop_assert!(matches!(failure.first(), Finding::CheckpointSignature { .. }), "{:?}", deed),
            Some(wrong) => prop_assert!(named.is_some_and(|line| line <= wrong as u64), "{:?}: {}", deed, failure),
        }
    }

    #[test]
    fn lines_added_after_the_last_checkpoint_are_told_as_a_tail(reads in 4..60_u64, more in 0..20_u64) {
        let mut log = signed_log(reads, 10);
        for number in 0..more {
            log.write(&read(number));
        }

        let report = log.audit().expect("nothing is wrong");

        prop_assert_eq!(report.tail, more);
    }
}
