//! What an audit found: either a report of a sound log, or every finding with the first wrong line first.
//! The sentences are for whoever runs the verification; they name lines by number and no person at all.

use std::fmt;

use crate::{CheckpointError, DecodeError, Hash};

/// One thing that is wrong. Lines are counted from 0.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Finding {
    /// A number was skipped, came twice or came out of order.
    #[error("line {expected} should come here, but line {found} does")]
    Gap {
        /// The number that should have come.
        expected: u64,
        /// The number that came.
        found: u64,
    },
    /// Record and leaf do not belong together: one of them was changed.
    #[error("line {line} was changed: its record does not belong to its leaf")]
    LeafMismatch {
        /// The line.
        line: u64,
    },
    /// The record belongs to its leaf, but is not a record this version can read.
    #[error("line {line} cannot be read: {why}")]
    Undecodable {
        /// The line.
        line: u64,
        /// What is wrong with the bytes.
        why: DecodeError,
    },
    /// Records are gone and no line says that they were lawfully purged.
    #[error("line {line} is missing its record{}, and nothing says it was lawfully purged", up_to(*line, *last))]
    Missing {
        /// The first line.
        line: u64,
        /// The last line of an unbroken row.
        last: u64,
    },
    /// A kept checkpoint was not signed by the log's key, or is of another log.
    #[error("kept checkpoint {kept} counts for nothing: {why}")]
    CheckpointSignature {
        /// Which of the kept checkpoints, counted from 1 in the order given.
        kept: usize,
        /// Why it does not count.
        why: CheckpointError,
    },
    /// The lines are not the ones that were signed.
    #[error("the first {size} lines are not the ones that were signed; line {from}{} was changed", or_later(*from, *size))]
    CheckpointRoot {
        /// Lines before this one are as they were signed.
        from: u64,
        /// The size that was signed.
        size: u64,
    },
    /// The log was signed when it was longer: its newest lines are gone.
    #[error("line {lines} is gone, and all after it: {signed} lines were signed and {lines} are left")]
    Shrunk {
        /// How many lines there are.
        lines: u64,
        /// How many lines the largest kept checkpoint signs.
        signed: u64,
    },
}

fn up_to(line: u64, last: u64) -> String {
    if line == last { String::new() } else { format!(", and so are all up to {last}") }
}

fn or_later(from: u64, size: u64) -> String {
    let last = size.saturating_sub(1);
    if from >= last { String::new() } else { format!(" or one after it, up to {last},") }
}

impl Finding {
    /// The first line that may be wrong. Nothing for a checkpoint that does not count: it says nothing about lines.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match *self {
            Self::Gap { expected, found } => Some(expected.min(found)),
            Self::LeafMismatch { line } | Self::Undecodable { line, .. } | Self::Missing { line, .. } => {
                Some(line)
            }
            Self::CheckpointSignature { .. } => None,
            Self::CheckpointRoot { from, .. } => Some(from),
            Self::Shrunk { lines, .. } => Some(lines),
        }
    }

    /// Whether this alone could make a root come out wrong.
    fn changes_the_tree(&self) -> bool {
        matches!(self, Self::Gap { .. } | Self::LeafMismatch { .. })
    }
}

/// A log that is what was signed, and what there is to know about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The number of lines.
    pub lines: u64,
    /// The root over all of them.
    pub root: Hash,
    /// How many records are there.
    pub present: u64,
    /// How many records are gone by a recorded purge.
    pub purged: u64,
    /// How many of those are excused only by lines that no checkpoint covers yet: look again after the next one.
    pub purged_by_tail: u64,
    /// How many records should be gone by a recorded purge and are still there.
    pub purged_yet_present: u64,
    /// How many kept checkpoints agree with the lines.
    pub checkpoints: u64,
    /// How many lines the largest of those covers.
    pub signed: u64,
    /// How many lines come after it: nothing but their order protects them yet.
    pub tail: u64,
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { lines, root, present, purged, checkpoints, signed, tail, .. } = self;
        write!(f, "{lines} lines, root {root}; {present} records present, {purged} lawfully purged; ")?;
        write!(f, "{checkpoints} checkpoints agree, the largest at {signed} lines; {tail} lines after it")?;
        if self.purged_by_tail > 0 {
            write!(f, "; {} purges not yet signed", self.purged_by_tail)?;
        }
        if self.purged_yet_present > 0 {
            write!(f, "; {} records still present though purged", self.purged_yet_present)?;
        }
        Ok(())
    }
}

/// A log that is not what was signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    // INVARIANT: never empty; first wrong line first.
    findings: Vec<Finding>,
    /// Findings about single lines that were counted but not told, because there are very many.
    pub left_out: u64,
    /// What is known about the rest.
    pub report: Box<Report>,
}

impl Failure {
    /// Nothing found is a report, anything found a failure.
    pub(crate) fn or_report(
        mut findings: Vec<Finding>,
        left_out: u64,
        report: Report,
    ) -> Result<Report, Self> {
        if findings.is_empty() {
            return Ok(report);
        }
        // A root says only that something before its size is wrong. Where a line says what, the line goes first.
        let told = findings.iter().filter(|finding| finding.changes_the_tree());
        let culprits: Vec<u64> = told.filter_map(Finding::line).collect();
        findings.sort_by_cached_key(|finding| match finding {
            Finding::CheckpointRoot { from, size } => {
                let culprit = culprits.iter().filter(|line| (from..size).contains(line)).min();
                culprit.map_or((*from, 0), |line| (*line, 1))
            }
            _ => (finding.line().unwrap_or(u64::MAX), 0),
        });
        Err(Self { findings, left_out, report: Box::new(report) })
    }

    /// The finding with the first wrong line.
    #[must_use]
    pub fn first(&self) -> &Finding {
        &self.findings[0]
    }

    /// Everything found, the first wrong line first. Never empty.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.first().fmt(f)?;
        match self.findings.len() as u64 - 1 + self.left_out {
            0 => Ok(()),
            more => write!(f, " (and {more} more)"),
        }
    }
}

impl std::error::Error for Failure {}
