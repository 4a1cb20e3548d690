//! What is newest in the record: when it was written, how much waits for its number, and whether more can be written.

use jiff::Timestamp;
use ledger::Record;

use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::store::{Engine, Store};
use crate::{params, sql};

impl Store {
    /// When the last line of the record was written, by the clock of then. None: there is no line.
    ///
    /// # Errors
    /// What the database said.
    pub async fn newest_record_at(&self) -> Result<Option<Timestamp>, Error> {
        self.glance(Newest).await
    }

    /// Whether the last write held. When it did not, nothing can be shown either until one does.
    pub fn takes_writes(&self) -> bool {
        match &self.engine {
            Engine::Sqlite(db) => db.last_write().held(),
            Engine::Postgres(db) => db.last_write().held(),
        }
    }

    /// How many lines have no number yet.
    ///
    /// # Errors
    /// What the database said.
    pub async fn waiting_records(&self) -> Result<u64, Error> {
        self.glance(Waiting).await
    }
}

#[derive(Clone)]
struct Newest;

impl Chore for Newest {
    type Out = Option<Timestamp>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT bytes
                       FROM record
                      ORDER BY row_no DESC
                      LIMIT 1"
                ),
                params![],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let bytes: Vec<u8> = row.get(0)?;
        // A line that was changed is for `ledger verify` to name; it tells nothing about the clock.
        let Ok(record) = Record::decode(&bytes) else { return Ok(None) };
        Ok(Timestamp::from_millisecond(record.occurred_at).ok())
    }
}

#[derive(Clone)]
struct Waiting;

impl Chore for Waiting {
    type Out = u64;

    async fn run(self, desk: &mut Desk<'_>) -> Result<u64, Error> {
        let row = desk.tx.one(sql!("SELECT COUNT(*) FROM record_waiting"), params![]).await?;
        let count: i64 = row.get(0)?;
        Ok(count.unsigned_abs())
    }
}
