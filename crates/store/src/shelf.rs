//! The key shelf: wrapped data keys, in a place of their own. A key is on the shelf before the deed
//! that uses it commits; taking it off destroys what it sealed (DESIGN §4, "The key shelf").

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};
use vault::{DataKey, KeyId, KeyRing, WrappedKey};

use crate::clock::Surroundings;
use crate::db::Tx;
use crate::error::Error;
use crate::once::once;
use crate::{params, sql};

/// An unwrapped key is kept this long, so that a key destroyed by another node is soon gone here.
const REMEMBER: SignedDuration = SignedDuration::from_secs(60);
/// More keys than this are never remembered.
const AT_MOST: usize = 10_000;

/// The shelf and the keys taken from it lately.
pub(crate) struct Shelf {
    place: Place,
    ring: KeyRing,
    surroundings: Surroundings,
    lately: Mutex<HashMap<KeyId, (Arc<DataKey>, Timestamp)>>,
}

enum Place {
    Sqlite(Mutex<rusqlite::Connection>),
    Postgres(deadpool_postgres::Pool),
}

impl Shelf {
    pub(crate) fn sqlite(path: &Path, ring: KeyRing, surroundings: Surroundings) -> Result<Self, Error> {
        let conn = crate::sqlite::open_writer(path)?;
        Ok(Self::at(Place::Sqlite(Mutex::new(conn)), ring, surroundings))
    }

    pub(crate) fn postgres(pool: deadpool_postgres::Pool, ring: KeyRing, surroundings: Surroundings) -> Self {
        Self::at(Place::Postgres(pool), ring, surroundings)
    }

    fn at(place: Place, ring: KeyRing, surroundings: Surroundings) -> Self {
        Self { place, ring, surroundings, lately: Mutex::new(HashMap::new()) }
    }

    /// Makes a key and puts it on the shelf, durably, before this returns.
    pub(crate) async fn make(&self, covers: &'static str) -> Result<Arc<DataKey>, Error> {
        let now = self.surroundings.clock.now();
        let entropy = &*self.surroundings.entropy;
        let id = KeyId(entropy.uuid_v7(now.as_millisecond()));
        let key = DataKey::generate(id, entropy);
        let wrapped = self.ring.wrap(&key, entropy);
        match &self.place {
            Place::Sqlite(conn) => {
                let mut conn = conn.lock().unwrap_or_else(PoisonError::into_inner);
                let mut tx = Tx::sqlite(&mut conn);
                once(put(&mut tx, &wrapped, covers, now))?;
            }
            Place::Postgres(pool) => {
                let conn = pool.get().await.map_err(|e| Error::Shelf(e.to_string()))?;
                put(&mut Tx::postgres(&conn), &wrapped, covers, now).await?;
            }
        }
        let key = Arc::new(key);
        self.remember(&key, now);
        Ok(key)
    }

    /// Takes a key from the shelf. A key that is gone is an error: what it sealed is gone too.
    pub(crate) async fn take(&self, id: KeyId) -> Result<Arc<DataKey>, Error> {
        let now = self.surroundings.clock.now();
        if let Some(key) = self.remembered(id, now) {
            return Ok(key);
        }
        let wrapped = match &self.place {
            Place::Sqlite(conn) => {
                let mut conn = conn.lock().unwrap_or_else(PoisonError::into_inner);
                let mut tx = Tx::sqlite(&mut conn);
                once(get(&mut tx, id))?
            }
            Place::Postgres(pool) => {
                let conn = pool.get().await.map_err(|e| Error::Shelf(e.to_string()))?;
                get(&mut Tx::postgres(&conn), id).await?
            }
        };
        let wrapped = wrapped.ok_or(Error::Sealed("the key is not on the shelf"))?;
        let key = Arc::new(self.ring.unwrap(&wrapped).map_err(|e| Error::Shelf(e.to_string()))?);
        self.remember(&key, now);
        Ok(key)
    }

    fn remembered(&self, id: KeyId, now: Timestamp) -> Option<Arc<DataKey>> {
        let lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        let (key, since) = lately.get(&id)?;
        (now.duration_since(*since).abs() < REMEMBER).then(|| Arc::clone(key))
    }

    fn remember(&self, key: &Arc<DataKey>, now: Timestamp) {
        let mut lately = self.lately.lock().unwrap_or_else(PoisonError::into_inner);
        if lately.len() >= AT_MOST {
            lately.clear();
        }
        lately.insert(key.id(), (Arc::clone(key), now));
    }
}

async fn put(tx: &mut Tx<'_>, key: &WrappedKey, covers: &'static str, now: Timestamp) -> Result<(), Error> {
    tx.run_one(
        sql!(
            "INSERT INTO data_key (id, kek, wrapped, covers, recorded_at)
             VALUES ($1, $2, $3, $4, $5)"
        ),
        params![key.id, key.kek.as_str(), key.bytes.as_slice(), covers, now],
    )
    .await
}

async fn get(tx: &mut Tx<'_>, id: KeyId) -> Result<Option<WrappedKey>, Error> {
    let row = tx
        .opt(
            sql!(
                "SELECT kek, wrapped
                   FROM data_key
                  WHERE id = $1"
            ),
            params![id],
        )
        .await?;
    row.map(|row| Ok(WrappedKey { id, kek: row.get(0)?, bytes: row.get(1)? })).transpose()
}
