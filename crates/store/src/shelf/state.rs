//! The one row about the shelf itself: which key-encryption key wraps, how often it was changed, and how large
//! a record it saw the data have. With it an old copy of either is recognised.

use crate::db::Tx;
use crate::error::Error;
use crate::{params, sql};

use super::{Errand, Shelf};

/// What the shelf says about itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct State {
    pub(crate) sealing_kek: String,
    /// Grows with each key that is made, wrapped anew or destroyed.
    pub(crate) changes: i64,
    /// Lines of the record that the data had, when it was last looked at.
    pub(crate) data_size: i64,
}

/// Reads the row; it is there since the shelf was opened for the first time.
pub(super) async fn read(tx: &mut Tx<'_>) -> Result<State, Error> {
    let row = tx.one(READ, params![]).await?;
    Ok(State { sealing_kek: row.get(0)?, changes: row.get(1)?, data_size: row.get(2)? })
}

const READ: crate::db::Sql = sql!(
    "SELECT sealing_kek, changes, data_size
       FROM shelf_state
      WHERE one = 1"
);

impl Shelf {
    /// What the shelf says about itself; on a shelf that says nothing yet, the first key of the list wraps.
    pub(crate) async fn begin(&self) -> Result<State, Error> {
        let first = self.ring().sealing_kek().to_owned();
        let state = self.write(Begin { first }).await?;
        let mut sealing = self.sealing.write().unwrap_or_else(std::sync::PoisonError::into_inner);
        sealing.clone_from(&state.sealing_kek);
        Ok(state)
    }

    /// What the shelf says about itself.
    pub(crate) async fn state(&self) -> Result<State, Error> {
        self.read(Read).await
    }

    /// Notes how large a record the data has.
    pub(crate) async fn saw_data(&self, size: i64) -> Result<(), Error> {
        self.write(SawData { size }).await
    }
}

struct Read;

impl Errand for Read {
    type Out = State;

    async fn run(self, tx: &mut Tx<'_>) -> Result<State, Error> {
        read(tx).await
    }
}

struct Begin {
    first: String,
}

impl Errand for Begin {
    type Out = State;

    async fn run(self, tx: &mut Tx<'_>) -> Result<State, Error> {
        tx.run(
            sql!(
                "INSERT INTO shelf_state (one, sealing_kek, changes, data_size)
                 VALUES (1, $1, 0, 0)
                     ON CONFLICT (one) DO NOTHING"
            ),
            params![self.first.as_str()],
        )
        .await?;
        read(tx).await
    }
}

struct SawData {
    size: i64,
}

impl Errand for SawData {
    type Out = ();

    async fn run(self, tx: &mut Tx<'_>) -> Result<(), Error> {
        tx.run(
            sql!(
                "UPDATE shelf_state
                    SET data_size = $1
                  WHERE one = 1 AND data_size < $1"
            ),
            params![self.size],
        )
        .await
        .map(drop)
    }
}
