//! Verifies the whole ledger against every kept checkpoint, and the projections against their records
//! (DESIGN §4, "The tree"). Reads page by page, so a long ledger holds nobody up, and a few pages ahead.

use std::collections::VecDeque;

use ledger::{Audit, Failure, Hash, Judged, Record, Report, Salt, Verifier};
use uuid::Uuid;

use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::store::Store;
use crate::value::{FromValue, Row, Value};
use crate::{params, sql};

/// Leaves read at a time: as many as stay near the processor until they are hashed.
const READ: i64 = 1024;
/// Pages that are read and judged at the same time: one less than there are readers.
const AHEAD: usize = 3;

impl Store {
    /// Checks tree, signatures, records against leaves and projections, and growth against every kept
    /// checkpoint: those in the database and those kept outside it. Reads page by page, so a long ledger
    /// holds nobody up.
    pub async fn verify(
        &self,
        verifier: &Verifier,
        origin: &str,
        mut kept: Vec<String>,
    ) -> Result<Result<Report, Failure>, Error> {
        kept.extend(self.glance(Checkpoints).await?);
        let mut audit = Audit::new(verifier, origin, &kept);
        let mut from = 0;
        // A house that runs goes on numbering: what came meanwhile is read too, until there is no more.
        while let Some(last) = self.glance(Furthest { from }).await? {
            self.audit(&mut audit, from, last).await?;
            let Some(next) = last.checked_add(1) else { break };
            from = next;
        }
        Ok(audit.finish())
    }

    /// Tells the audit the lines `from` to `last`, in order. Reading and judging them is most of the work, and goes on
    /// for several pages at once.
    async fn audit(&self, audit: &mut Audit, from: i64, last: i64) -> Result<(), Error> {
        let (mut pages, mut next) = (VecDeque::new(), Some(from));
        loop {
            while pages.len() < AHEAD
                && let Some(from) = next.filter(|next| *next <= last)
            {
                let page = Leaves { from, last: from.saturating_add(READ - 1).min(last) };
                next = page.last.checked_add(1);
                let store = self.clone();
                pages.push_back((page.last, tokio::spawn(async move { store.judged(page).await })));
            }
            let Some((end, lines)) = pages.pop_front() else { return Ok(()) };
            let lines = lines.await.map_err(|_| Error::Panicked)??;
            if lines.is_empty() && end < last {
                // Numbers are missing here, perhaps very many: go on where there are some again.
                let there = self.glance(Nearest { from: end }).await?.unwrap_or(last);
                if next.is_some_and(|next| there >= next) {
                    pages.clear();
                    next = Some(there);
                }
            }
            lines.into_iter().for_each(|line| audit.judged(line));
        }
    }

    async fn judged(&self, page: Leaves) -> Result<Vec<Judged>, Error> {
        let lines = self.glance(page).await?;
        let judged = lines.iter().map(|(number, hash, record)| {
            let number = u64::try_from(*number).unwrap_or(u64::MAX);
            Judged::of(number, *hash, record.as_ref().map(|line| (&line.0, line.1.as_slice())))
        });
        Ok(judged.collect())
    }

    /// What is wrong with the projections: the lines they tell otherwise than the record, and how many
    /// rows they have that no record knows. Their columns are a convenience and are held against it.
    pub async fn check_projections(&self) -> Result<Projections, Error> {
        let (mut found, mut rows, mut from) = (Projections::default(), 0, 0);
        loop {
            let page = self.glance(Projected { from }).await?;
            found.wrong.extend(page.wrong);
            rows += page.rows;
            match page.next {
                Some(next) => from = next,
                None => break,
            }
        }
        // A house that runs goes on numbering: what was paged through is counted, and what has no leaf.
        let told = self.glance(CountProjected { before: from }).await?;
        found.too_many = told.saturating_sub(rows);
        Ok(found)
    }
}

/// What is wrong with the projections; nothing when both are empty.
#[derive(Default, PartialEq, Eq, Debug)]
pub struct Projections {
    /// Numbers of lines that are told otherwise, or not at all.
    pub wrong: Vec<i64>,
    /// Rows that tell of what no record knows.
    pub too_many: u64,
}

#[derive(Clone)]
struct Checkpoints;

impl Chore for Checkpoints {
    type Out = Vec<String>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<String>, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT note
                       FROM checkpoint
                      ORDER BY size"
                ),
                params![],
            )
            .await?;
        rows.iter().map(|row| row.get(0)).collect()
    }
}

/// The largest number there is from here on.
#[derive(Clone)]
struct Furthest {
    from: i64,
}

impl Chore for Furthest {
    type Out = Option<i64>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        desk.tx
            .one(
                sql!(
                    "SELECT MAX(number)
                       FROM leaf
                      WHERE number >= $1"
                ),
                params![self.from],
            )
            .await?
            .get(0)
    }
}

/// The smallest.
#[derive(Clone)]
struct Nearest {
    from: i64,
}

impl Chore for Nearest {
    type Out = Option<i64>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        desk.tx
            .one(
                sql!(
                    "SELECT MIN(number)
                       FROM leaf
                      WHERE number >= $1"
                ),
                params![self.from],
            )
            .await?
            .get(0)
    }
}

type Leaf = (i64, Hash, Option<(Salt, Vec<u8>)>);

/// The leaves `from` to `last`, at most one page of them.
#[derive(Clone)]
struct Leaves {
    from: i64,
    last: i64,
}

impl Chore for Leaves {
    type Out = Vec<Leaf>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<Leaf>, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT l.number, l.hash, r.salt, r.bytes
                       FROM leaf l
                       LEFT JOIN record r ON r.row_no = l.row_no
                      WHERE l.number >= $1 AND l.number <= $2
                      ORDER BY l.number
                      LIMIT $3"
                ),
                params![self.from, self.last, READ],
            )
            .await?;
        rows.into_iter().map(leaf).collect()
    }
}

/// Takes the row apart: copying fifty million records once more would take as long as hashing them.
fn leaf(row: Row) -> Result<Leaf, Error> {
    let values: [Value; 4] = row.0.try_into().map_err(|_| Error::Column { column: 4 })?;
    let [Value::Int(number), hash, salt, bytes] = values else {
        return Err(Error::Column { column: 0 });
    };
    let record = match salt {
        Value::Null => None,
        // A salt of another length is a changed record: an empty one never fits its leaf.
        salt => Some((Salt(fixed(owned(salt, 2)?, 2).unwrap_or_default()), owned(bytes, 3)?)),
    };
    Ok((number, Hash(fixed(owned(hash, 1)?, 1)?), record))
}

fn owned(value: Value, column: usize) -> Result<Vec<u8>, Error> {
    Vec::from_owned(value).ok_or(Error::Column { column })
}

/// One page of records, each held against its rows in both projections.
#[derive(Clone)]
struct Projected {
    from: i64,
}

#[derive(Default)]
struct Checked {
    wrong: Vec<i64>,
    rows: u64,
    next: Option<i64>,
}

impl Chore for Projected {
    type Out = Checked;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Checked, Error> {
        let page = Leaves { from: self.from, last: i64::MAX }.run(desk).await?;
        let mut checked = Checked::default();
        for (number, _, record) in &page {
            let Some((_, bytes)) = record else { continue };
            let Ok(record) = Record::decode(bytes) else { continue };
            let mut is_told = true;
            if let Some(subject) = record.subject {
                checked.rows += 1;
                is_told &= is_look_told(desk, *number, subject, &record).await?;
            }
            if let Some(account) = record.account {
                checked.rows += 1;
                is_told &= is_deed_told(desk, *number, account, &record).await?;
            }
            if !is_told {
                checked.wrong.push(*number);
            }
        }
        checked.next = page.last().map(|(number, _, _)| number + 1);
        Ok(checked)
    }
}

async fn is_look_told(
    desk: &mut Desk<'_>,
    number: i64,
    subject: Uuid,
    record: &Record,
) -> Result<bool, Error> {
    let row = desk
        .tx
        .opt(
            sql!(
                "SELECT at, staff, account, team, function, event, kind, outcome, basis, reason, emergency,
                        domains
                   FROM look_at_client
                  WHERE subject = $1 AND number = $2"
            ),
            params![subject, number],
        )
        .await?;
    let Some(row) = row else { return Ok(false) };
    Ok(row.get::<i64>(0)? == record.occurred_at
        && row.get::<Option<Uuid>>(1)? == record.staff
        && row.get::<Option<Uuid>>(2)? == record.account
        && row.get::<Option<Uuid>>(3)? == record.team
        && row.get::<String>(4)? == record.function
        && row.get::<String>(5)? == record.event
        && row.get::<String>(6)? == record.kind.code()
        && row.get::<String>(7)? == record.outcome.code()
        && row.get::<String>(8)? == record.basis
        && row.get::<String>(9)? == record.reason
        && row.get::<bool>(10)? == record.emergency
        && row.get::<String>(11)? == record.domains.join(" "))
}

async fn is_deed_told(
    desk: &mut Desk<'_>,
    number: i64,
    account: Uuid,
    record: &Record,
) -> Result<bool, Error> {
    let row = desk
        .tx
        .opt(
            sql!(
                "SELECT at, event, kind, outcome, subject
                   FROM deed_of_actor
                  WHERE account = $1 AND number = $2"
            ),
            params![account, number],
        )
        .await?;
    let Some(row) = row else { return Ok(false) };
    Ok(row.get::<i64>(0)? == record.occurred_at
        && row.get::<String>(1)? == record.event
        && row.get::<String>(2)? == record.kind.code()
        && row.get::<String>(3)? == record.outcome.code()
        && row.get::<Option<Uuid>>(4)? == record.subject)
}

#[derive(Clone)]
struct CountProjected {
    before: i64,
}

impl Chore for CountProjected {
    type Out = u64;

    async fn run(self, desk: &mut Desk<'_>) -> Result<u64, Error> {
        desk.tx
            .one(
                sql!(
                    "SELECT (SELECT COUNT(*)
                               FROM look_at_client p
                              WHERE p.number < $1
                                 OR NOT EXISTS (SELECT 1 FROM leaf l WHERE l.number = p.number))
                          + (SELECT COUNT(*)
                               FROM deed_of_actor p
                              WHERE p.number < $1
                                 OR NOT EXISTS (SELECT 1 FROM leaf l WHERE l.number = p.number))"
                ),
                params![self.before],
            )
            .await?
            .get(0)
    }
}

fn fixed(bytes: Vec<u8>, column: usize) -> Result<[u8; 32], Error> {
    bytes.try_into().map_err(|_| Error::Column { column })
}
