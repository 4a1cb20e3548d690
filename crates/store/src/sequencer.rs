//! Numbers the records, grows the tree and fills the projections, in batches and one node at a time.
//! Signs checkpoints; verifies the whole ledger against them (DESIGN §4, "The tree").

use jiff::SignedDuration;
use ledger::{Audit, Checkpoint, Failure, Frontier, Hash, Record, Report, Salt, Signer, Verifier};
use uuid::Uuid;

use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::record::Line;
use crate::store::Store;
use crate::{params, sql};

/// Records numbered in one transaction at most.
const BATCH: i64 = 512;
/// A node that says nothing for this long loses the lease.
const LEASE: SignedDuration = SignedDuration::from_secs(10);
/// Leaves read at a time while verifying.
const READ: i64 = 4096;

impl Store {
    /// Numbers what waits, at most one batch. Says how many; `None` when another node has the lease.
    pub async fn sequence(&self, node: Uuid) -> Result<Option<u64>, Error> {
        // Looking costs nothing; taking the lease is a durable write.
        if !self.glance(SomeWait).await? {
            return Ok(Some(0));
        }
        self.chore(Sequence { node }).await
    }

    /// Waits until a deed was recorded here.
    pub async fn recorded(&self) {
        self.core.sequencer.notified().await;
    }

    /// Signs the present tree and keeps the note. `None` when it is empty.
    pub async fn checkpoint(&self, signer: std::sync::Arc<Signer>) -> Result<Option<String>, Error> {
        self.chore(Sign { signer }).await
    }

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
struct SomeWait;

impl Chore for SomeWait {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT row_no
                       FROM record_waiting
                      LIMIT 1"
                ),
                params![],
            )
            .await?;
        Ok(!rows.is_empty())
    }
}

#[derive(Clone)]
struct Sequence {
    node: Uuid,
}

impl Chore for Sequence {
    type Out = Option<u64>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        if !take_lease(desk, self.node).await? {
            return Ok(None);
        }
        let (mut tree, known) = read_tree(desk).await?;
        let waiting = desk
            .tx
            .all(
                sql!(
                    "SELECT w.row_no, r.bytes, r.salt
                       FROM record_waiting w
                       JOIN record r ON r.row_no = w.row_no
                      ORDER BY w.row_no
                      LIMIT $1"
                ),
                params![BATCH],
            )
            .await?;
        for row in &waiting {
            let row_no: i64 = row.get(0)?;
            let salt: Vec<u8> = row.get(2)?;
            let salt = salt.try_into().map_err(|_| Error::Column { column: 2 })?;
            let line = Line { bytes: row.get(1)?, salt };
            number(desk, &mut tree, row_no, &line).await?;
        }
        if !waiting.is_empty() {
            write_tree(desk, &tree, known).await?;
        }
        Ok(Some(waiting.len() as u64))
    }
}

async fn take_lease(desk: &mut Desk<'_>, node: Uuid) -> Result<bool, Error> {
    let now = desk.now;
    let until = now + LEASE;
    desk.tx
        .run(
            sql!(
                "INSERT INTO lease (name, holder, until)
                 VALUES ('sequencer', $1, 0)
                     ON CONFLICT (name) DO NOTHING"
            ),
            params![node],
        )
        .await?;
    let taken = desk
        .tx
        .run(
            sql!(
                "UPDATE lease
                    SET holder = $1, until = $2
                  WHERE name = 'sequencer' AND (holder = $1 OR until < $3)"
            ),
            params![node, until, now],
        )
        .await?;
    Ok(taken == 1)
}

async fn read_tree(desk: &mut Desk<'_>) -> Result<(Frontier, bool), Error> {
    let row = desk
        .tx
        .opt(
            sql!(
                "SELECT frontier
                   FROM tree
                  WHERE one = 1"
            ),
            params![],
        )
        .await?;
    match row {
        None => Ok((Frontier::new(), false)),
        Some(row) => {
            let bytes: Vec<u8> = row.get(0)?;
            let tree = Frontier::from_bytes(&bytes).map_err(|e| Error::Record(e.to_string()))?;
            Ok((tree, true))
        }
    }
}

async fn write_tree(desk: &mut Desk<'_>, tree: &Frontier, known: bool) -> Result<(), Error> {
    let size = as_int(tree.size())?;
    let with = params![size, tree.to_bytes()].to_vec();
    if known {
        desk.tx
            .run_one(
                sql!(
                    "UPDATE tree
                        SET size = $1, frontier = $2
                      WHERE one = 1"
                ),
                &with,
            )
            .await
    } else {
        desk.tx.run_one(sql!("INSERT INTO tree (one, size, frontier) VALUES (1, $1, $2)"), &with).await
    }
}

/// Gives one record its number: a leaf for ever, and its place in the projections.
async fn number(desk: &mut Desk<'_>, tree: &mut Frontier, row_no: i64, line: &Line) -> Result<(), Error> {
    let number = as_int(tree.size())?;
    let hash = line.leaf();
    tree.append(hash);
    desk.tx
        .run_one(
            sql!("INSERT INTO leaf (number, hash, row_no) VALUES ($1, $2, $3)"),
            params![number, hash.0, row_no],
        )
        .await?;
    let record = Record::decode(&line.bytes).map_err(|e| Error::Record(e.to_string()))?;
    project(desk, number, &record).await?;
    desk.tx
        .run_one(
            sql!(
                "DELETE FROM record_waiting
                  WHERE row_no = $1"
            ),
            params![row_no],
        )
        .await
}

async fn project(desk: &mut Desk<'_>, number: i64, record: &Record) -> Result<(), Error> {
    if let Some(subject) = record.subject {
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO look_at_client (subject, number, at, staff, account, team, function, event, kind,
                                                 outcome, basis, reason, emergency, domains)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
                ),
                params![
                    subject,
                    number,
                    record.occurred_at,
                    record.staff,
                    record.account,
                    record.team,
                    record.function.as_str(),
                    record.event.as_str(),
                    record.kind.code(),
                    record.outcome.code(),
                    record.basis.as_str(),
                    record.reason.as_str(),
                    record.emergency,
                    record.domains.join(" "),
                ],
            )
            .await?;
    }
    if let Some(account) = record.account {
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO deed_of_actor (account, number, at, event, kind, outcome, subject)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)"
                ),
                params![
                    account,
                    number,
                    record.occurred_at,
                    record.event.as_str(),
                    record.kind.code(),
                    record.outcome.code(),
                    record.subject,
                ],
            )
            .await?;
    }
    Ok(())
}

#[derive(Clone)]
struct Sign {
    signer: std::sync::Arc<Signer>,
}

impl Chore for Sign {
    type Out = Option<String>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let (tree, _) = read_tree(desk).await?;
        if tree.size() == 0 {
            return Ok(None);
        }
        let size = as_int(tree.size())?;
        let known = desk
            .tx
            .opt(
                sql!(
                    "SELECT note
                       FROM checkpoint
                      WHERE size = $1"
                ),
                params![size],
            )
            .await?;
        if let Some(row) = known {
            return Ok(Some(row.get(0)?));
        }
        let checkpoint =
            Checkpoint { origin: self.signer.name().to_owned(), size: tree.size(), root: tree.root() };
        let note = checkpoint.sign(&self.signer).map_err(|e| Error::Record(e.to_string()))?;
        let now = desk.now;
        desk.tx
            .run_one(
                sql!("INSERT INTO checkpoint (size, note, recorded_at) VALUES ($1, $2, $3)"),
                params![size, note.as_str(), now],
            )
            .await?;
        Ok(Some(note))
    }
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

fn as_int(size: u64) -> Result<i64, Error> {
    i64::try_from(size).map_err(|_| Error::Record("the ledger is full".into()))
}
