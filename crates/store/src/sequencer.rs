//! Numbers the records, grows the tree and fills the projections, in batches and one node at a time;
//! signs checkpoints (DESIGN §4, "The tree"). `verify` checks what is made here.

use std::sync::Arc;

use jiff::SignedDuration;
use ledger::{Checkpoint, Frontier, Record, Signer};
use uuid::Uuid;

use crate::db::Tx;
use crate::error::Error;
use crate::office::{Chore, Desk, in_savepoint};
use crate::once::once;
use crate::record::Line;
use crate::store::{Engine, Store};
use crate::value::{Row, Value};
use crate::{params, sql};

/// Records numbered in one transaction at most.
const BATCH: i64 = 512;
/// A node that says nothing for this long loses the lease.
const LEASE: SignedDuration = SignedDuration::from_secs(10);

impl Store {
    /// Numbers what waits, at most one batch. Says how many; `None` when another node has the lease.
    pub async fn sequence(&self, node: Uuid) -> Result<Option<u64>, Error> {
        // Looking costs nothing; taking the lease is a durable write.
        if !self.glance(SomeWait).await? {
            return Ok(Some(0));
        }
        self.chore(Sequence { node }).await
    }

    /// From now on the records of a commit get their numbers in that commit, on SQLite, where one process writes. On
    /// PostgreSQL this changes nothing. What could not be numbered so waits for [`Store::sequence`].
    pub fn numbers_in_each_commit(&self, node: Uuid) {
        let Engine::Sqlite(db) = &self.engine else { return };
        let core = Arc::clone(&self.core);
        db.at_end(Box::new(move |conn| {
            // Whatever goes wrong here is undone and tried again by the clock, which tells of it.
            let _ = once(async {
                if some_wait(&mut Tx::sqlite(conn)).await? {
                    in_savepoint(Tx::sqlite(conn), &core, Sequence { node }, false).await?;
                }
                Ok(())
            });
        }));
    }

    /// Waits until a deed was recorded here.
    pub async fn recorded(&self) {
        self.core.sequencer.notified().await;
    }

    /// Signs the present tree and keeps the note. `None` when it is empty.
    pub async fn checkpoint(&self, signer: Arc<Signer>) -> Result<Option<String>, Error> {
        self.chore(Sign { signer }).await
    }
}

#[derive(Clone)]
struct SomeWait;

impl Chore for SomeWait {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        some_wait(&mut desk.tx).await
    }
}

async fn some_wait(tx: &mut Tx<'_>) -> Result<bool, Error> {
    let rows = tx
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
        let mut batch = Batch::default();
        for row in waiting {
            batch.number(&mut tree, row)?;
        }
        let many = batch.leaves.len() as u64;
        if many > 0 {
            batch.write(desk).await?;
            write_tree(desk, &tree, known).await?;
        }
        Ok(Some(many))
    }
}

async fn take_lease(desk: &mut Desk<'_>, node: Uuid) -> Result<bool, Error> {
    let now = desk.now;
    let until = now + LEASE;
    // Of a node whose clock is ahead: without it the others would wait until theirs is as far.
    let by_no_clock_of_ours = now + LEASE * 6;
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
                  WHERE name = 'sequencer' AND (holder = $1 OR until < $3 OR until > $4)"
            ),
            params![node, until, now, by_no_clock_of_ours],
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

/// Records that get their numbers together: a leaf each for ever, and their places in the projections.
#[derive(Default)]
struct Batch {
    leaves: Vec<Vec<Value>>,
    looks: Vec<Vec<Value>>,
    deeds: Vec<Vec<Value>>,
    /// The last of them, by the order in which they waited.
    last: i64,
}

impl Batch {
    /// Takes a row of number, bytes and salt.
    fn number(&mut self, tree: &mut Frontier, mut row: Row) -> Result<(), Error> {
        let row_no: i64 = row.get(0)?;
        let line = Line { bytes: row.take(1)?, salt: row.get(2)? };
        let record = Record::decode(&line.bytes).map_err(|e| Error::Record(e.to_string()))?;
        let number = as_int(tree.size())?;
        let hash = line.leaf();
        tree.append(hash);
        self.last = row_no;
        self.leaves.push(params![number, hash.0, row_no].to_vec());
        if let Some(account) = record.account {
            self.deeds.push(
                params![
                    account,
                    number,
                    record.occurred_at,
                    record.event.as_str(),
                    record.kind.code(),
                    record.outcome.code(),
                    record.subject,
                ]
                .to_vec(),
            );
        }
        if let Some(subject) = record.subject {
            self.looks.push(
                params![
                    subject,
                    number,
                    record.occurred_at,
                    record.staff,
                    record.account,
                    record.team,
                    record.function,
                    record.event,
                    record.kind.code(),
                    record.outcome.code(),
                    record.basis,
                    record.reason,
                    record.emergency,
                    record.domains.join(" "),
                ]
                .to_vec(),
            );
        }
        Ok(())
    }

    async fn write(mut self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run_each(sql!("INSERT INTO leaf (number, hash, row_no) VALUES ($1, $2, $3)"), &self.leaves)
            .await?;
        // By client and by account, as the projections lie: neighbours share a page.
        self.looks.sort();
        desk.tx
            .run_each(
                sql!(
                    "INSERT INTO look_at_client (subject, number, at, staff, account, team, function, event, kind,
                                                 outcome, basis, reason, emergency, domains)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)"
                ),
                &self.looks,
            )
            .await?;
        self.deeds.sort();
        desk.tx
            .run_each(
                sql!(
                    "INSERT INTO deed_of_actor (account, number, at, event, kind, outcome, subject)
                     VALUES ($1, $2, $3, $4, $5, $6, $7)"
                ),
                &self.deeds,
            )
            .await?;
        // What this transaction sees up to the last of them is what was numbered: they were taken in order.
        let done = desk
            .tx
            .run(
                sql!(
                    "DELETE FROM record_waiting
                      WHERE row_no <= $1"
                ),
                params![self.last],
            )
            .await?;
        match done == self.leaves.len() as u64 {
            true => Ok(()),
            false => Err(Error::Rows { expected: self.leaves.len() as u64, met: done }),
        }
    }
}

#[derive(Clone)]
struct Sign {
    signer: Arc<Signer>,
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

fn as_int(size: u64) -> Result<i64, Error> {
    i64::try_from(size).map_err(|_| Error::Record("the ledger is full".into()))
}
