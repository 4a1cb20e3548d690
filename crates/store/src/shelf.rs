//! The key shelf: wrapped data keys, in a place of their own. A key is on the shelf before the deed
//! that uses it commits; taking it off destroys what it sealed (DESIGN §4, "The key shelf").

mod check;
mod rotate;
mod state;

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use vault::{DataKey, KeyId, KeyProvider, KeyRing, UnwrapError, WrappedKey};

use crate::clock::Surroundings;
use crate::db::Tx;
use crate::error::Error;
use crate::once::once;
use crate::{params, sql};

pub use check::KeyFault;
pub use rotate::Rotated;

/// An unwrapped key is kept this long, so that a key destroyed by another node is soon gone here.
const REMEMBER: SignedDuration = SignedDuration::from_secs(60);
/// More keys than this are never remembered.
const AT_MOST: usize = 10_000;

/// The shelf and the keys taken from it lately.
pub(crate) struct Shelf {
    place: Place,
    ring: RwLock<Arc<KeyRing>>,
    /// Where the ring is read again when the shelf names a key that is not in it.
    provider: OnceLock<Arc<dyn KeyProvider>>,
    /// The key-encryption key that wraps new keys, as the shelf said last.
    sealing: RwLock<String>,
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
        let sealing = RwLock::new(ring.sealing_kek().to_owned());
        Self {
            place,
            ring: RwLock::new(Arc::new(ring)),
            provider: OnceLock::new(),
            sealing,
            surroundings,
            lately: Mutex::default(),
        }
    }

    /// From now on the ring is read again here, when the shelf names a key that is not in it.
    pub(crate) fn reads_again_from(&self, provider: Arc<dyn KeyProvider>) {
        // Told once, after opening; a second provider would be of the same keys.
        let _ = self.provider.set(provider);
    }

    /// Makes a key and puts it on the shelf, durably, before this returns.
    pub(crate) async fn make(&self, covers: &'static str) -> Result<Arc<DataKey>, Error> {
        let now = self.surroundings.clock.now();
        let entropy = &*self.surroundings.entropy;
        let key = DataKey::generate(KeyId(entropy.uuid_v7(now.as_millisecond())), entropy);
        // The shelf was wrapped anew meanwhile: it says by which key, and that one may have to be read first.
        for _ in 0..2 {
            let kek = self.sealing.read().unwrap_or_else(PoisonError::into_inner).clone();
            let wrapped = match self.ring().wrap_by(&kek, &key, entropy) {
                Some(wrapped) => Some(wrapped),
                None => self.ring_again()?.wrap_by(&kek, &key, entropy),
            };
            let wrapped = wrapped.ok_or_else(|| {
                Error::Shelf(format!("it is wrapped by {kek}, and this process has no such key"))
            })?;
            match self.write(Put { wrapped: &wrapped, covers, now }).await? {
                Ok(()) => {
                    let key = Arc::new(key);
                    self.remember(&key, now);
                    return Ok(key);
                }
                Err(sealing) => {
                    *self.sealing.write().unwrap_or_else(PoisonError::into_inner) = sealing;
                }
            }
        }
        Err(Error::Shelf("it is being wrapped anew".to_owned()))
    }

    /// Takes a key from the shelf. A key that is gone is an error: what it sealed is gone too.
    pub(crate) async fn take(&self, id: KeyId) -> Result<Arc<DataKey>, Error> {
        self.find(id).await?.ok_or(Error::Sealed("the key is not on the shelf"))
    }

    /// Takes a key from the shelf; none when it is gone.
    pub(crate) async fn find(&self, id: KeyId) -> Result<Option<Arc<DataKey>>, Error> {
        let now = self.surroundings.clock.now();
        if let Some(key) = self.remembered(id, now) {
            return Ok(Some(key));
        }
        let Some(wrapped) = self.read(Get(id)).await? else { return Ok(None) };
        let opened = match self.ring().unwrap(&wrapped) {
            Err(UnwrapError::UnknownKek { .. }) => self.ring_again()?.unwrap(&wrapped),
            other => other,
        };
        let key = Arc::new(opened.map_err(|e| Error::Shelf(e.to_string()))?);
        self.remember(&key, now);
        Ok(Some(key))
    }

    fn ring(&self) -> Arc<KeyRing> {
        Arc::clone(&self.ring.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Reads the keys again: somebody added one since this process started.
    fn ring_again(&self) -> Result<Arc<KeyRing>, Error> {
        let Some(provider) = self.provider.get() else { return Ok(self.ring()) };
        let secrets = provider.load().map_err(|why| Error::Shelf(why.to_string()))?;
        let ring = Arc::new(secrets.keks);
        tracing::info!(
            keys = ring.ids().collect::<Vec<_>>().join(" "),
            "the key-encryption keys were read again"
        );
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = Arc::clone(&ring);
        Ok(ring)
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

    /// Reads in one statement, or a few that need no common moment.
    async fn read<T: Send>(&self, errand: impl Errand<Out = T>) -> Result<T, Error> {
        match &self.place {
            Place::Sqlite(conn) => once(errand.run(&mut Tx::sqlite(&mut lock(conn)))),
            Place::Postgres(pool) => {
                let conn = pool.get().await.map_err(|e| Error::Shelf(e.to_string()))?;
                errand.run(&mut Tx::postgres(&conn)).await
            }
        }
    }

    /// Writes in a transaction of its own, durable when this returns.
    async fn write<T: Send>(&self, errand: impl Errand<Out = T>) -> Result<T, Error> {
        match &self.place {
            Place::Sqlite(conn) => {
                let mut conn = lock(conn);
                let mut tx = Tx::sqlite(&mut conn);
                once(in_transaction(&mut tx, "BEGIN IMMEDIATE", errand))
            }
            Place::Postgres(pool) => {
                let conn = pool.get().await.map_err(|e| Error::Shelf(e.to_string()))?;
                let done = in_transaction(&mut Tx::postgres(&conn), "BEGIN", errand).await;
                if done.is_err() {
                    // Whatever state it is in: a connection goes back to the pool only when it is clean.
                    drop(deadpool_postgres::Object::take(conn));
                }
                done
            }
        }
    }
}

/// Something that is done at the shelf.
trait Errand: Send {
    type Out: Send;
    fn run(self, tx: &mut Tx<'_>) -> impl Future<Output = Result<Self::Out, Error>> + Send;
}

async fn in_transaction<E: Errand>(tx: &mut Tx<'_>, begin: &'static str, errand: E) -> Result<E::Out, Error> {
    tx.control(begin).await?;
    match errand.run(tx).await {
        Ok(out) => tx.control("COMMIT").await.map(|()| out),
        Err(why) => {
            // When this fails too there is nothing left to undo.
            let _ = tx.control("ROLLBACK").await;
            Err(why)
        }
    }
}

fn lock(conn: &Mutex<rusqlite::Connection>) -> MutexGuard<'_, rusqlite::Connection> {
    conn.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts a key on the shelf, if it is wrapped by the key that wraps now. Otherwise says which one does.
struct Put<'k> {
    wrapped: &'k WrappedKey,
    covers: &'static str,
    now: Timestamp,
}

impl Errand for Put<'_> {
    type Out = Result<(), String>;

    async fn run(self, tx: &mut Tx<'_>) -> Result<Self::Out, Error> {
        // The row is locked until the end: wrapping anew begins before this key, or meets it.
        let fits = tx
            .run(
                sql!(
                    "UPDATE shelf_state
                        SET changes = changes + 1
                      WHERE one = 1 AND sealing_kek = $1"
                ),
                params![self.wrapped.kek.as_str()],
            )
            .await?;
        if fits == 0 {
            let state = state::read(tx).await?;
            return Ok(Err(state.sealing_kek));
        }
        tx.run_one(
            sql!(
                "INSERT INTO data_key (id, kek, wrapped, covers, recorded_at)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![
                self.wrapped.id,
                self.wrapped.kek.as_str(),
                self.wrapped.bytes.as_slice(),
                self.covers,
                self.now
            ],
        )
        .await?;
        Ok(Ok(()))
    }
}

struct Get(KeyId);

impl Errand for Get {
    type Out = Option<WrappedKey>;

    async fn run(self, tx: &mut Tx<'_>) -> Result<Self::Out, Error> {
        let row = tx
            .opt(
                sql!(
                    "SELECT kek, wrapped
                       FROM data_key
                      WHERE id = $1"
                ),
                params![self.0],
            )
            .await?;
        row.map(|row| Ok(WrappedKey { id: self.0, kek: row.get(0)?, bytes: row.get(1)? })).transpose()
    }
}
