//! The record that tells *lawfully purged* from *missing*: `RecordsPurged`, an ordinary line of the log.
//! Leaves stay for ever; record and salt go by retention, and this line says which and by what rule.

use std::ops::RangeInclusive;

use crate::{Kind, Outcome, Record};

/// Records that were destroyed under one rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purge {
    /// The numbers of the records, counted from 0.
    pub numbers: Vec<RangeInclusive<u64>>,
    /// The id of the rule: `RET-02`.
    pub rule: String,
}

impl Purge {
    /// The event of such a record.
    pub const EVENT: &'static str = "RecordsPurged";

    /// The record of this purge; the caller adds who, when and the ids.
    #[must_use]
    pub fn to_record(&self) -> Record {
        let numbers = self
            .numbers
            .iter()
            .map(|range| ("numbers".to_owned(), format!("{}-{}", range.start(), range.end())));
        Record {
            event: Self::EVENT.to_owned(),
            kind: Kind::Delete,
            outcome: Outcome::Done,
            count: self.numbers.iter().map(size).fold(0, u64::saturating_add),
            detail: numbers.chain([("rule".to_owned(), self.rule.clone())]).collect(),
            ..Record::default()
        }
    }

    /// Reads a purge back from its record.
    ///
    /// `None` when the record is of another event, was not done, names no rule, or names numbers in another
    /// way than `first-last`. Further details are ignored.
    #[must_use]
    pub fn of(record: &Record) -> Option<Self> {
        if record.event != Self::EVENT || record.outcome != Outcome::Done {
            return None;
        }
        let named = |wanted| {
            record.detail.iter().filter_map(move |(name, value)| (name == wanted).then_some(value.as_str()))
        };
        let numbers = named("numbers").map(range).collect::<Option<Vec<_>>>()?;
        let rule = named("rule").next().filter(|rule| !rule.is_empty())?.to_owned();
        Some(Self { numbers, rule })
    }
}

/// The numbers a record says were lawfully purged; `None` when it is not such a record (see [`Purge::of`]).
#[must_use]
pub fn purged_ranges(record: &Record) -> Option<Vec<RangeInclusive<u64>>> {
    Purge::of(record).map(|purge| purge.numbers)
}

fn size(range: &RangeInclusive<u64>) -> u64 {
    range.end().checked_sub(*range.start()).map_or(0, |less_one| less_one.saturating_add(1))
}

fn range(text: &str) -> Option<RangeInclusive<u64>> {
    let (first, last) = text.split_once('-')?;
    let (first, last) = (number(first)?, number(last)?);
    (first <= last).then_some(first..=last)
}

/// A decimal number without sign or leading zeroes.
pub(crate) fn number(text: &str) -> Option<u64> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = text.len() > 1 && text.starts_with('0');
    if digits && !leading_zero { text.parse().ok() } else { None }
}
