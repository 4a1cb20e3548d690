//! Verifies the whole ledger against every kept checkpoint, and the projections against their records
//! (DESIGN §4, "The tree"). Reads page by page, so a long ledger holds nobody up.

use ledger::{Audit, Failure, Hash, Record, Report, Salt, Verifier};
use uuid::Uuid;

use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::store::Store;
use crate::{params, sql};

/// Leaves read at a time.
const READ: i64 = 4096;

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
        loop {
            let page = self.glance(Leaves { from }).await?;
            let Some((last, _, _)) = page.last() else { break };
            from = last + 1;
            for (number, hash, record) in &page {
                let number = u64::try_from(*number).unwrap_or(u64::MAX);
                audit.leaf(number, *hash, record.as_ref().map(|line| (&line.0, line.1.as_slice())));
            }
        }
        Ok(audit.finish())
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

type Leaf = (i64, Hash, Option<(Salt, Vec<u8>)>);

#[derive(Clone)]
struct Leaves {
    from: i64,
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
                      WHERE l.number >= $1
                      ORDER BY l.number
                      LIMIT $2"
                ),
                params![self.from, READ],
            )
            .await?;
        rows.iter()
            .map(|row| {
                let hash = fixed(row.get(1)?, 1)?;
                let salt: Option<Vec<u8>> = row.get(2)?;
                let record = match salt {
                    None => None,
                    // A salt of another length is a changed record: an empty one never fits its leaf.
                    Some(salt) => Some((Salt(fixed(salt, 2).unwrap_or_default()), row.get(3)?)),
                };
                Ok((row.get(0)?, Hash(hash), record))
            })
            .collect()
    }
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
        let page = Leaves { from: self.from }.run(desk).await?;
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
