//! Numbers the records, grows the tree and fills the projections, in batches and one node at a time;
//! signs checkpoints (DESIGN §4, "The tree"). `verify` checks what is made here.

use jiff::SignedDuration;
use ledger::{Checkpoint, Frontier, Record, Signer};
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

fn as_int(size: u64) -> Result<i64, Error> {
    i64::try_from(size).map_err(|_| Error::Record("the ledger is full".into()))
}
