//! Whether the key-encryption keys are those that wrapped the shelf: looked at when it is opened, one row for
//! each key, so that a wrong key is named before somebody needs what it wraps.

use std::collections::HashSet;

use jiff::Timestamp;
use uuid::Uuid;
use vault::{KeyId, UnwrapError, WrappedKey};

use crate::db::Tx;
use crate::error::Error;
use crate::{params, sql};

use super::{Errand, Get, Shelf};

/// What is wrong with the key-encryption keys, or with the keys on the shelf.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeyFault {
    /// The shelf needs a key that was not loaded.
    #[error("{rows} keys of the key shelf are wrapped by {kek}, which is not among the key-encryption keys")]
    Missing { kek: String, rows: u64 },
    /// The shelf wraps new keys by one that was not loaded.
    #[error("the key shelf wraps new keys by {kek}, which is not among the key-encryption keys")]
    SealingMissing { kek: String },
    /// A key with the right name and other bytes, or a row that was changed.
    #[error("{kek} does not open what {kek} wrapped on the key shelf: it is another key with that name")]
    Wrong { kek: String },
}

impl Shelf {
    /// Holds the ring against the shelf: every key that is needed is there and is the right one.
    pub(crate) async fn check_ring(&self) -> Result<Result<(), KeyFault>, Error> {
        let ring = self.ring();
        let sealing = self.state().await?.sealing_kek;
        if !ring.ids().any(|kek| kek == sealing) {
            return Ok(Err(KeyFault::SealingMissing { kek: sealing }));
        }
        for Wrapper { kek, rows, newest } in self.wrappers().await? {
            if !ring.ids().any(|known| known == kek) {
                return Ok(Err(KeyFault::Missing { kek, rows }));
            }
            let Some(row) = self.read(Get(newest)).await? else { continue };
            if let Err(UnwrapError::Altered { kek, .. }) = ring.unwrap(&row) {
                return Ok(Err(KeyFault::Wrong { kek }));
            }
        }
        Ok(Ok(()))
    }

    /// The key-encryption keys that rows of the shelf name, with how many.
    pub(crate) async fn wrappers(&self) -> Result<Vec<Wrapper>, Error> {
        let mut found = Vec::new();
        let mut after = String::new();
        // From name to name along the index, whatever the number of rows.
        while let Some(kek) = self.read(NextKek { after }).await? {
            let (rows, newest) = self.read(RowsOf { kek: &kek }).await?;
            after = kek.clone();
            found.extend(newest.map(|newest| Wrapper { kek, rows, newest }));
        }
        Ok(found)
    }

    /// Of these keys the ones that are not on the shelf and were not destroyed on purpose either.
    pub(crate) async fn lost(&self, keys: &[KeyId]) -> Result<Vec<KeyId>, Error> {
        self.read(Lost { keys }).await
    }

    /// Every key that is on the shelf or was destroyed on purpose.
    pub(crate) async fn all_known(&self) -> Result<HashSet<KeyId>, Error> {
        let (mut known, mut after) = (HashSet::new(), KeyId(Uuid::nil()));
        loop {
            let page = self.read(KnownAfter { after }).await?;
            let Some(last) = page.last() else { return Ok(known) };
            after = *last;
            known.extend(page);
        }
    }

    /// Puts keys that are lost on the list of destroyed ones.
    pub(crate) async fn give_up(&self, lost: &[KeyId], now: Timestamp) -> Result<(), Error> {
        self.write(GiveUp { lost, now }).await
    }

    /// How many keys were destroyed on purpose.
    pub(crate) async fn destroyed(&self) -> Result<u64, Error> {
        self.read(Destroyed).await
    }
}

/// A key-encryption key that the shelf names.
pub(crate) struct Wrapper {
    pub(crate) kek: String,
    pub(crate) rows: u64,
    newest: KeyId,
}

struct NextKek {
    after: String,
}

impl Errand for NextKek {
    type Out = Option<String>;

    async fn run(self, tx: &mut Tx<'_>) -> Result<Self::Out, Error> {
        let row = tx
            .opt(
                sql!(
                    "SELECT kek
                       FROM data_key
                      WHERE kek > $1
                      ORDER BY kek
                      LIMIT 1"
                ),
                params![self.after.as_str()],
            )
            .await?;
        row.map(|row| row.get(0)).transpose()
    }
}

struct RowsOf<'k> {
    kek: &'k str,
}

impl Errand for RowsOf<'_> {
    type Out = (u64, Option<KeyId>);

    async fn run(self, tx: &mut Tx<'_>) -> Result<Self::Out, Error> {
        let count = tx
            .one(
                sql!(
                    "SELECT COUNT(*)
                       FROM data_key
                      WHERE kek = $1"
                ),
                params![self.kek],
            )
            .await?;
        let newest = tx
            .opt(
                sql!(
                    "SELECT id
                       FROM data_key
                      WHERE kek = $1
                      ORDER BY id DESC
                      LIMIT 1"
                ),
                params![self.kek],
            )
            .await?;
        let rows: i64 = count.get(0)?;
        Ok((rows.unsigned_abs(), newest.map(|row| row.get(0)).transpose()?))
    }
}

struct Lost<'k> {
    keys: &'k [KeyId],
}

impl Errand for Lost<'_> {
    type Out = Vec<KeyId>;

    async fn run(self, tx: &mut Tx<'_>) -> Result<Self::Out, Error> {
        let mut lost = Vec::new();
        for key in self.keys {
            let known = tx
                .all(
                    sql!(
                        "SELECT id FROM data_key WHERE id = $1
                          UNION ALL
                         SELECT id FROM destroyed_key WHERE id = $1"
                    ),
                    params![*key],
                )
                .await?;
            if known.is_empty() {
                lost.push(*key);
            }
        }
        Ok(lost)
    }
}

/// One page of the keys that are on the shelf or on the list of destroyed ones.
struct KnownAfter {
    after: KeyId,
}

impl Errand for KnownAfter {
    type Out = Vec<KeyId>;

    async fn run(self, tx: &mut Tx<'_>) -> Result<Self::Out, Error> {
        let rows = tx
            .all(
                sql!(
                    "SELECT id
                       FROM (SELECT id FROM data_key UNION ALL SELECT id FROM destroyed_key) AS known
                      WHERE id > $1
                      ORDER BY id
                      LIMIT 5000"
                ),
                params![self.after],
            )
            .await?;
        rows.iter().map(|row| row.get(0)).collect()
    }
}

struct GiveUp<'k> {
    lost: &'k [KeyId],
    now: Timestamp,
}

impl Errand for GiveUp<'_> {
    type Out = ();

    async fn run(self, tx: &mut Tx<'_>) -> Result<(), Error> {
        for key in self.lost {
            tx.run_one(
                sql!("INSERT INTO destroyed_key (id, destroyed_at) VALUES ($1, $2)"),
                params![*key, self.now],
            )
            .await?;
        }
        tx.run_one(
            sql!(
                "UPDATE shelf_state
                    SET changes = changes + 1
                  WHERE one = 1"
            ),
            params![],
        )
        .await
    }
}

struct Destroyed;

impl Errand for Destroyed {
    type Out = u64;

    async fn run(self, tx: &mut Tx<'_>) -> Result<u64, Error> {
        let row = tx.one(sql!("SELECT COUNT(*) FROM destroyed_key"), params![]).await?;
        let count: i64 = row.get(0)?;
        Ok(count.unsigned_abs())
    }
}

/// One page of keys that a key-encryption key wrapped, in the order of their ids.
pub(super) struct Wrapped<'k> {
    pub(super) by: &'k str,
    pub(super) after: KeyId,
    pub(super) at_most: i64,
}

impl Errand for Wrapped<'_> {
    type Out = Vec<WrappedKey>;

    async fn run(self, tx: &mut Tx<'_>) -> Result<Self::Out, Error> {
        let rows = tx
            .all(
                sql!(
                    "SELECT id, wrapped
                       FROM data_key
                      WHERE kek = $1 AND id > $2
                      ORDER BY id
                      LIMIT $3"
                ),
                params![self.by, self.after, self.at_most],
            )
            .await?;
        rows.iter()
            .map(|row| Ok(WrappedKey { id: row.get(0)?, kek: self.by.to_owned(), bytes: row.get(1)? }))
            .collect()
    }
}
