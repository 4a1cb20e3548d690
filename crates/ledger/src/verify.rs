//! The audit: walks a log from line 0 to the end, once, and says whether it is what was signed.
//! Needs the leaves, the records that still exist, and the checkpoints somebody kept; trusts only the log's key.

use std::mem;
use std::ops::RangeInclusive;

use crate::{Checkpoint, CheckpointError, Failure, Finding, Frontier, Hash, Record, Report, Salt, Verifier};
use crate::{Purge, leaf_hash, purged_ranges};

/// How many findings about single lines are told one by one; the rest is counted.
const TOLD: usize = 1_000;

/// One walk over one log.
///
/// Give it each line in order, from number 0 (or what was [`Judged`] of it elsewhere), then [`finish`](Self::finish).
/// What it remembers grows with the number of gaps, purges and checkpoints, not with the number of lines; nothing is
/// allocated for an ordinary line.
#[derive(Debug)]
pub struct Audit {
    tree: Frontier,
    expected: u64,
    present: u64,
    absent: Vec<RangeInclusive<u64>>,
    purged: Vec<Purged>,
    // INVARIANT: by size; those before `at` are of trees not larger than `tree`, and were compared.
    checkpoints: Vec<Checkpoint>,
    at: usize,
    holding: u64,
    signed: u64,
    wrong_checkpoints: Vec<Finding>,
    wrong_lines: Vec<Finding>,
    left_out: u64,
}

/// What one line is by itself, before its place in the log is looked at. Judging is most of the work of an audit and
/// needs nothing but the line, so lines can be judged on many threads and told to the audit in order.
#[derive(Debug)]
pub struct Judged {
    number: u64,
    leaf: Hash,
    seen: Seen,
}

#[derive(Debug)]
enum Seen {
    Absent,
    Fits,
    /// It fits, and says that these numbers were purged.
    Purges(Vec<RangeInclusive<u64>>),
    Wrong(Finding),
}

impl Judged {
    /// Judges one line: its number, its leaf, and salt and bytes of its record where that still exists.
    #[must_use]
    pub fn of(number: u64, leaf: Hash, record: Option<(&Salt, &[u8])>) -> Self {
        let seen = record.map_or(Seen::Absent, |(salt, bytes)| judge(number, leaf, salt, bytes));
        Self { number, leaf, seen }
    }
}

fn judge(number: u64, leaf: Hash, salt: &Salt, bytes: &[u8]) -> Seen {
    if leaf_hash(salt, bytes) != leaf {
        // What such a record says counts for nothing, a purge least of all.
        return Seen::Wrong(Finding::LeafMismatch { line: number });
    }
    if let Err(why) = Record::check(bytes) {
        return Seen::Wrong(Finding::Undecodable { line: number, why });
    }
    if Record::peek_event(bytes) == Ok(Purge::EVENT)
        && let Ok(record) = Record::decode(bytes)
        && let Some(ranges) = purged_ranges(&record)
    {
        // A purge speaks of lines before itself: it cannot excuse what was to come.
        return Seen::Purges(ranges.into_iter().filter(|numbers| *numbers.end() < number).collect());
    }
    Seen::Fits
}

/// Numbers that one line says were lawfully purged.
#[derive(Debug)]
struct Purged {
    by: u64,
    numbers: RangeInclusive<u64>,
}

impl Audit {
    /// An audit of the log named `origin`, against every checkpoint that was kept (signed notes, in any order).
    #[must_use]
    pub fn new(verifier: &Verifier, origin: &str, kept_checkpoints: &[String]) -> Self {
        let mut wrong_checkpoints = Vec::new();
        let mut checkpoints = Vec::new();
        for (at, note) in kept_checkpoints.iter().enumerate() {
            let opened = Checkpoint::open(note, verifier);
            match opened
                .and_then(|it| if it.origin == origin { Ok(it) } else { Err(CheckpointError::Origin) })
            {
                Ok(checkpoint) => checkpoints.push(checkpoint),
                Err(why) => wrong_checkpoints.push(Finding::CheckpointSignature { kept: at + 1, why }),
            }
        }
        checkpoints.sort_by_key(|checkpoint| checkpoint.size);
        let mut audit = Self {
            tree: Frontier::new(),
            expected: 0,
            present: 0,
            absent: Vec::new(),
            purged: Vec::new(),
            checkpoints,
            at: 0,
            holding: 0,
            signed: 0,
            wrong_checkpoints,
            wrong_lines: Vec::new(),
            left_out: 0,
        };
        audit.compare_checkpoints();
        audit
    }

    /// The next line: its number, its leaf, and salt and bytes of its record where that still exists.
    pub fn leaf(&mut self, number: u64, leaf: Hash, record: Option<(&Salt, &[u8])>) {
        self.judged(Judged::of(number, leaf, record));
    }

    /// The next line, judged already.
    pub fn judged(&mut self, line: Judged) {
        let Judged { number, leaf, seen } = line;
        if number != self.expected {
            self.tell(Finding::Gap { expected: self.expected, found: number });
        }
        self.expected = self.expected.max(number.saturating_add(1));
        self.present += u64::from(!matches!(seen, Seen::Absent));
        match seen {
            Seen::Absent => self.absence(number),
            Seen::Fits => {}
            Seen::Purges(ranges) => {
                self.purged.extend(ranges.into_iter().map(|numbers| Purged { by: number, numbers }));
            }
            Seen::Wrong(finding) => self.tell(finding),
        }
        self.tree.append(leaf);
        self.compare_checkpoints();
    }

    fn absence(&mut self, number: u64) {
        match self.absent.last_mut() {
            Some(last) if last.end().checked_add(1) == Some(number) => *last = *last.start()..=number,
            _ => self.absent.push(number..=number),
        }
    }

    /// Compares the tree as it is now with every checkpoint of this size.
    fn compare_checkpoints(&mut self) {
        let size = self.tree.size();
        let reached = self.at;
        while self.checkpoints.get(self.at).is_some_and(|checkpoint| checkpoint.size == size) {
            self.at += 1;
        }
        if reached == self.at {
            return;
        }
        let root = self.tree.root();
        let from = self.signed;
        for checkpoint in &self.checkpoints[reached..self.at] {
            if checkpoint.root == root {
                self.holding += 1;
                self.signed = size;
            } else {
                self.wrong_checkpoints.push(Finding::CheckpointRoot { from, size });
            }
        }
    }

    fn tell(&mut self, finding: Finding) {
        // Lines come in order, so what is left out is never the first wrong line.
        if self.wrong_lines.len() < TOLD {
            self.wrong_lines.push(finding);
        } else {
            self.left_out += 1;
        }
    }

    /// What the walk found.
    ///
    /// # Errors
    /// [`Failure`] when anything is wrong, with all that was found; the report is in it too.
    pub fn finish(mut self) -> Result<Report, Failure> {
        let lines = self.tree.size();
        if let Some(last) = self.checkpoints[self.at..].last() {
            self.wrong_checkpoints.push(Finding::Shrunk { lines, signed: last.size });
        }

        let absent = union(mem::take(&mut self.absent));
        let purged = union(self.purged.iter().map(|purged| purged.numbers.clone()).collect());
        let by_signed = self.purged.iter().filter(|purged| purged.by < self.signed);
        let purged_signed = union(by_signed.map(|purged| purged.numbers.clone()).collect());
        let missing = without(&absent, &purged);
        let lawfully = count(&absent) - count(&missing);
        let lawfully_signed = count(&absent) - count(&without(&absent, &purged_signed));

        let report = Report {
            lines,
            root: self.tree.root(),
            present: self.present,
            purged: lawfully,
            purged_by_tail: lawfully - lawfully_signed,
            purged_yet_present: count(&purged) - lawfully,
            checkpoints: self.holding,
            signed: self.signed,
            tail: lines - self.signed,
        };
        let mut findings = self.wrong_checkpoints;
        findings.append(&mut self.wrong_lines);
        let told = missing.iter().take(TOLD);
        findings.extend(told.map(|row| Finding::Missing { line: *row.start(), last: *row.end() }));
        let left_out = self.left_out + missing.len().saturating_sub(TOLD) as u64;
        Failure::or_report(findings, left_out, report)
    }
}

/// The same numbers, in order, as few ranges as can be.
fn union(mut ranges: Vec<RangeInclusive<u64>>) -> Vec<RangeInclusive<u64>> {
    ranges.sort_by_key(|range| *range.start());
    let mut apart: Vec<RangeInclusive<u64>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match apart.last_mut() {
            Some(last) if *range.start() <= last.end().saturating_add(1) => {
                *last = *last.start()..=*last.end().max(range.end());
            }
            _ => apart.push(range),
        }
    }
    apart
}

/// The numbers of `all` that are not in `taken`. Both are in order and apart, as [`union`] makes them.
fn without(all: &[RangeInclusive<u64>], taken: &[RangeInclusive<u64>]) -> Vec<RangeInclusive<u64>> {
    let mut left = Vec::new();
    let mut taken = taken.iter().peekable();
    'ranges: for range in all {
        let mut from = *range.start();
        while let Some(gone) = taken.peek() {
            if *gone.start() > *range.end() {
                break;
            }
            if from < *gone.start() {
                left.push(from..=*gone.start() - 1);
            }
            if *gone.end() >= *range.end() {
                // It may take from the next range too: keep it.
                continue 'ranges;
            }
            from = from.max(*gone.end() + 1);
            taken.next();
        }
        left.push(from..=*range.end());
    }
    left
}

fn count(ranges: &[RangeInclusive<u64>]) -> u64 {
    ranges.iter().fold(0, |sum, range| sum.saturating_add((range.end() - range.start()).saturating_add(1)))
}
