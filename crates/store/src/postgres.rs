//! PostgreSQL: a pool of connections that commit durably, and a task that commits the records of
//! reads together, as the writer thread does on SQLite.

use std::sync::Arc;
use std::time::Duration;

use deadpool_postgres::{Hook, HookError, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use tokio::sync::{mpsc, oneshot};
use tokio_postgres::NoTls;

use crate::db::Tx;
use crate::error::Error;
use crate::faults::{Fault, Faults};
use crate::last_write::LastWrite;
use crate::record::{self, Line};

const BATCH: usize = 512;

/// Records of one read and who waits for them.
pub(crate) struct Waiting {
    pub(crate) lines: Vec<Line>,
    pub(crate) answer: oneshot::Sender<Result<(), Error>>,
}

/// An open PostgreSQL database.
pub(crate) struct Postgres {
    pool: Pool,
    records: mpsc::Sender<Waiting>,
    faults: Arc<Faults>,
    last_write: Arc<LastWrite>,
}

impl Postgres {
    /// Connects. The URL is `postgres://user@host/name`; TLS is not spoken yet, so use a local socket
    /// or a private network.
    pub(crate) async fn connect(url: &str, size: usize, faults: Arc<Faults>) -> Result<Self, Error> {
        let mut config: tokio_postgres::Config =
            url.parse().map_err(|_| Error::Unavailable("the database URL does not parse".into()))?;
        notices_a_lost_server(&mut config);
        let manager =
            Manager::from_config(config, NoTls, ManagerConfig { recycling_method: RecyclingMethod::Fast });
        let pool = Pool::builder(manager)
            .max_size(size)
            .runtime(Runtime::Tokio1)
            .wait_timeout(Some(Duration::from_secs(5)))
            .create_timeout(Some(Duration::from_secs(5)))
            .post_create(Hook::async_fn(|conn, _| {
                Box::pin(async move { durable(conn).await.map_err(|e| HookError::message(e.to_string())) })
            }))
            .build()
            .map_err(|e| Error::Unavailable(e.to_string()))?;
        let (records, work) = mpsc::channel(4096);
        let last_write = Arc::new(LastWrite::default());
        tokio::spawn(write_records(pool.clone(), work, Arc::clone(&faults), Arc::clone(&last_write)));
        let this = Self { pool, records, faults, last_write };
        drop(this.conn().await?);
        Ok(this)
    }

    /// A connection of one's own for one transaction.
    pub(crate) async fn conn(&self) -> Result<deadpool_postgres::Object, Error> {
        self.pool.get().await.map_err(|e| match e {
            deadpool_postgres::PoolError::Backend(e) => match Error::from(e) {
                Error::Statement(code) => Error::Unavailable(code),
                other => other,
            },
            other => Error::Unavailable(other.to_string()),
        })
    }

    /// Hands records over; the answer comes when they are durable.
    pub(crate) async fn record(&self, waiting: Waiting) {
        if self.faults.is(Fault::QueueClosed) {
            let _ = waiting.answer.send(Err(Error::Unavailable("planned failure".into())));
            return;
        }
        if let Err(refused) = self.records.send(waiting).await {
            let _ = refused.0.answer.send(Err(Error::Unavailable("the writer has stopped".into())));
        }
    }

    /// How the last write went.
    pub(crate) fn last_write(&self) -> &LastWrite {
        &self.last_write
    }

    pub(crate) fn pool(&self) -> Pool {
        self.pool.clone()
    }

    pub(crate) fn close(&self) {
        self.pool.close();
    }
}

/// A server that vanished without a word is given up after half a minute, unless the URL says otherwise:
/// whoever waits gets an answer, and the next connection goes to the server that took its place.
fn notices_a_lost_server(config: &mut tokio_postgres::Config) {
    if config.get_tcp_user_timeout().is_none() {
        config.tcp_user_timeout(Duration::from_secs(30));
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(5));
    }
    // What the driver takes when the URL says nothing: two hours.
    if config.get_keepalives_idle() == Duration::from_secs(2 * 60 * 60) {
        config.keepalives_idle(Duration::from_secs(15));
        config.keepalives_interval(Duration::from_secs(5));
        config.keepalives_retries(3);
    }
}

/// Every connection commits durably, and says so. A node that froze or vanished in the middle of a deed holds
/// its locks no longer than the server's patience; its deed is undone. The last setting is for an answer too
/// long for the socket of a node that reads nothing; on a unix socket it does nothing.
async fn durable(conn: &tokio_postgres::Client) -> Result<(), Error> {
    conn.batch_execute(
        "SET synchronous_commit = on; SET timezone = 'UTC'; SET lock_timeout = '5s';
         SET idle_in_transaction_session_timeout = '20s'; SET tcp_user_timeout = '20s'",
    )
    .await?;
    let row = conn.query_one("SHOW synchronous_commit", &[]).await?;
    let mode: &str = row.get(0);
    if mode == "on" { Ok(()) } else { Err(Error::Unavailable("synchronous_commit must be on".into())) }
}

async fn write_records(
    pool: Pool,
    mut work: mpsc::Receiver<Waiting>,
    faults: Arc<Faults>,
    last_write: Arc<LastWrite>,
) {
    let mut batch = Vec::new();
    while work.recv_many(&mut batch, BATCH).await > 0 {
        let done = write_batch(&pool, &batch, &faults).await;
        last_write.went(&done);
        for waiting in batch.drain(..) {
            if faults.is(Fault::AnswerLost) {
                continue;
            }
            let _ = waiting.answer.send(done.clone());
        }
    }
}

async fn write_batch(pool: &Pool, batch: &[Waiting], faults: &Faults) -> Result<(), Error> {
    let conn = pool.get().await.map_err(|e| Error::Unavailable(e.to_string()))?;
    let mut tx = Tx::postgres(&conn);
    tx.control("BEGIN").await?;
    let done = async {
        record::append(&mut tx, batch.iter().flat_map(|waiting| &waiting.lines), faults).await?;
        if faults.is(Fault::CommitFails) {
            return Err(Error::Unavailable("planned failure".into()));
        }
        tx.control("COMMIT").await
    }
    .await;
    if done.is_err() {
        // The connection goes back to the pool only when it is clean.
        if tx.control("ROLLBACK").await.is_err() {
            drop(deadpool_postgres::Object::take(conn));
        }
    }
    done
}
