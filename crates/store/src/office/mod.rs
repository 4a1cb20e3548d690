//! What is not client data: organisation, accounts, sessions. A chore is a short transaction like a
//! deed, without a dossier in it; what the law wants to see of it is on the record too (ACC-19).

pub mod accounts;
pub mod activations;
pub mod factors;
pub mod kept_form;
pub mod mail_address;
pub mod organisation;
pub mod outbox;
pub mod own_account;
pub mod passkeys;
pub mod pending;
pub mod pledge;
pub mod sessions;
mod tidy;
pub mod tries;

use std::future::Future;
use std::sync::Arc;

use jiff::Timestamp;
use ledger::{Outcome, Record};
use tokio::sync::oneshot;
use uuid::Uuid;
use vault::{DataKey, Entropy, KeyId, Place, Sealed};

use crate::db::Tx;
use crate::error::Error;
use crate::gate::{ATTEMPTS, gives_way};
use crate::once::{guarded, once};
use crate::postgres::Postgres;
use crate::record::{Line, append};
use crate::store::{Core, Engine, Store};
use crate::{params, sql};

/// A short transaction without client data. `Clone`, for it may take another attempt.
pub(crate) trait Chore: Clone + Send + 'static {
    type Out: Send + 'static;
    fn run(self, desk: &mut Desk<'_>) -> impl Future<Output = Result<Self::Out, Error>> + Send;
}

/// What a chore works at.
pub(crate) struct Desk<'t> {
    pub(crate) tx: Tx<'t>,
    pub(crate) core: &'t Arc<Core>,
    pub(crate) now: Timestamp,
    lines: Vec<Line>,
}

impl Desk<'_> {
    pub(crate) fn entropy(&self) -> &dyn Entropy {
        &*self.core.surroundings.entropy
    }

    pub(crate) fn new_id(&self) -> Uuid {
        self.entropy().uuid_v7(self.now.as_millisecond())
    }

    /// Puts a line on the record, in the transaction of this chore.
    pub(crate) fn record(&mut self, record: Record) {
        let record = Record {
            id: self.new_id(),
            occurred_at: self.now.as_millisecond(),
            policy_set: self.core.policies.version().to_owned(),
            source: self.core.surroundings.node.clone(),
            ..record
        };
        let line = Line::of(&record, &self.core.surroundings);
        self.lines.push(line);
    }

    /// The key of what an account or a post keeps for itself; made when it is not there yet.
    pub(crate) async fn owner_key(&mut self, owner: Uuid) -> Result<Arc<DataKey>, Error> {
        let found = self
            .tx
            .opt(
                sql!(
                    "SELECT data_key
                       FROM owner_key
                      WHERE owner = $1"
                ),
                params![owner],
            )
            .await?;
        if let Some(row) = found {
            let id: KeyId = row.get(0)?;
            return self.core.shelf.take(id).await;
        }
        let key = self.core.shelf.make("owner").await?;
        self.tx
            .run_one(
                sql!("INSERT INTO owner_key (owner, data_key) VALUES ($1, $2)"),
                params![owner, key.id()],
            )
            .await?;
        Ok(key)
    }

    pub(crate) async fn open(&mut self, place: Place, sealed: &Sealed) -> Result<String, Error> {
        Ok(self.core.shelf.take(sealed.key_id()).await?.open_text(place, sealed)?)
    }
}

/// A record of the house itself: no client in it.
pub(crate) fn house_record(event: &str, kind: ledger::Kind, outcome: Outcome, correlation: Uuid) -> Record {
    Record {
        correlation,
        event: event.to_owned(),
        kind,
        outcome,
        purpose: "security".to_owned(),
        access_point: "web".to_owned(),
        ..Record::default()
    }
}

impl Store {
    /// Does a chore that changes something.
    pub(crate) async fn chore<C: Chore>(&self, chore: C) -> Result<C::Out, Error> {
        let core = Arc::clone(&self.core);
        match &self.engine {
            Engine::Sqlite(db) => {
                let (answer, heard) = oneshot::channel();
                db.write(Box::new(move |conn| {
                    let done =
                        conn.and_then(|conn| once(in_savepoint(Tx::sqlite(conn), &core, chore, false)));
                    Box::new(move |committed| {
                        let _ = answer.send(committed.and(done));
                    })
                }));
                heard.await.unwrap_or(Err(Error::OutcomeUnknown))
            }
            Engine::Postgres(db) => {
                // Two requests of one session may note at the same moment that it was seen.
                for attempt in 1..ATTEMPTS {
                    match on_postgres(Arc::clone(db), Arc::clone(&core), chore.clone()).await {
                        Err(Error::Conflict) => gives_way(&core, attempt).await,
                        done => return done,
                    }
                }
                on_postgres(Arc::clone(db), core, chore).await
            }
        }
    }

    /// Does a chore that only reads.
    pub(crate) async fn glance<C: Chore>(&self, chore: C) -> Result<C::Out, Error> {
        let core = Arc::clone(&self.core);
        let now = self.now();
        match &self.engine {
            Engine::Sqlite(db) => db.read(|conn| {
                let mut desk = Desk { tx: Tx::sqlite(conn), core: &core, now, lines: Vec::new() };
                once(async {
                    desk.tx.control("BEGIN").await?;
                    chore.run(&mut desk).await
                })
            })?,
            Engine::Postgres(db) => {
                let db = Arc::clone(db);
                let task = tokio::spawn(async move {
                    let conn = db.conn().await?;
                    conn.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY").await?;
                    let mut desk = Desk { tx: Tx::postgres(&conn), core: &core, now, lines: Vec::new() };
                    let done = chore.run(&mut desk).await;
                    drop(desk);
                    crate::gate::close(conn, "ROLLBACK").await;
                    done
                });
                task.await.map_err(|_| Error::Panicked)?
            }
        }
    }
}

/// A chore on PostgreSQL, in a task of its own: a caller that leaves must not leave it half done.
async fn on_postgres<C: Chore>(db: Arc<Postgres>, core: Arc<Core>, chore: C) -> Result<C::Out, Error> {
    let task = tokio::spawn(async move {
        let conn = db.conn().await?;
        conn.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ").await?;
        let done = in_savepoint(Tx::postgres(&conn), &core, chore, true).await;
        let done = match done {
            Ok(out) => crate::gate::commit(conn).await.map(|()| out),
            Err(e) => {
                crate::gate::close(conn, "ROLLBACK").await;
                Err(e)
            }
        };
        db.last_write().went(&done);
        done
    });
    task.await.unwrap_or(Err(Error::OutcomeUnknown))
}

/// A chore inside a transaction, undone as a whole when it fails.
pub(crate) async fn in_savepoint<C: Chore>(
    mut tx: Tx<'_>,
    core: &Arc<Core>,
    chore: C,
    may_wait: bool,
) -> Result<C::Out, Error> {
    tx.control("SAVEPOINT chore").await?;
    let now = core.surroundings.clock.now();
    let mut desk = Desk { tx: tx.for_one_deed(), core, now, lines: Vec::new() };
    let mut done = guarded(may_wait, chore.run(&mut desk)).await.and_then(|done| done);
    if let Some(poison) = desk.tx.poison() {
        done = Err(poison);
    }
    let lines = std::mem::take(&mut desk.lines);
    drop(desk);
    if done.is_ok()
        && let Err(e) = append(&mut tx.for_one_deed(), &lines, &core.faults).await
    {
        done = Err(e);
    }
    if done.is_err() {
        tx.control("ROLLBACK TO chore").await?;
    }
    tx.control("RELEASE chore").await?;
    done
}
