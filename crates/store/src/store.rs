//! Opening a store: the data on one of two engines, the key shelf apart from it, the policies, the clock.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use policy::Policies;
use uuid::Uuid;
use vault::{BlindIndex, Secrets};

use crate::clock::Surroundings;
use crate::db::Tx;
use crate::error::Error;
use crate::faults::Faults;
use crate::fit::Unfit;
use crate::migrate::{DATA, Dialect, MigrateError, SHELF, migrate};
use crate::once::once;
use crate::postgres::Postgres;
use crate::shelf::Shelf;
use crate::sqlite::{self, Sqlite};
use crate::{params, sql};

/// Readers beside the one writer; reads last microseconds, so a few are enough.
const READERS: usize = 4;
/// Connections to PostgreSQL per node.
const CONNECTIONS: usize = 16;

/// Where a database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// A SQLite file.
    File(PathBuf),
    /// `postgres://…`; may hold a password.
    Url(String),
}

impl std::fmt::Debug for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(f, "{}", path.display()),
            Self::Url(_) => f.write_str("postgres://…"),
        }
    }
}

/// The two places, which are never one.
#[derive(Clone, Debug)]
pub struct Places {
    pub data: Place,
    pub shelf: Place,
}

/// Why a store does not open.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("{what}: {why}")]
    Database { what: &'static str, why: MigrateError },
    #[error("the key shelf must not be in the same place as the data")]
    SamePlace,
    #[error("data in a SQLite file needs its key shelf in a SQLite file")]
    MixedPlaces,
    #[error("the data and the key shelf belong to two different installations")]
    Strangers,
    #[error("{0}")]
    Unfit(#[from] Unfit),
    #[error("the policies: {0}")]
    Policies(#[from] policy::PolicySetError),
}

/// The open store. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    pub(crate) core: Arc<Core>,
    pub(crate) engine: Engine,
}

#[derive(Clone)]
pub(crate) enum Engine {
    Sqlite(Arc<Sqlite>),
    Postgres(Arc<Postgres>),
}

/// What every deed shares.
pub(crate) struct Core {
    pub(crate) surroundings: Surroundings,
    pub(crate) policies: Policies,
    pub(crate) shelf: Shelf,
    pub(crate) index: BlindIndex,
    pub(crate) faults: Arc<Faults>,
    pub(crate) session_key: vault::SessionKey,
    pub(crate) sequencer: tokio::sync::Notify,
    pub(crate) installation: Uuid,
}

impl Store {
    /// Opens both places, migrating them when this build is newer. Files are made when absent.
    ///
    /// # Errors
    /// [`OpenError`], also when data, key shelf and keys do not belong together.
    pub async fn open(
        places: &Places,
        secrets: Secrets,
        policies: Policies,
        surroundings: Surroundings,
    ) -> Result<Self, OpenError> {
        let store = Self::open_places(places, secrets, policies, surroundings).await?;
        match store.fits().await {
            Ok(Ok(())) => Ok(store),
            Ok(Err(unfit)) => Err(unfit.into()),
            Err(why) => Err(OpenError::Database { what: "the key shelf", why: why.into() }),
        }
    }

    /// Opens a store whose newest key shelf was lost, for [`Store::give_up_lost_keys`] and nothing else.
    ///
    /// # Errors
    /// [`OpenError`], except that the shelf may be an old copy.
    pub async fn open_after_loss(
        places: &Places,
        secrets: Secrets,
        policies: Policies,
        surroundings: Surroundings,
    ) -> Result<Self, OpenError> {
        let store = Self::open_places(places, secrets, policies, surroundings).await?;
        match store.fits().await {
            Ok(Ok(()) | Err(Unfit::OldShelf { .. } | Unfit::LostKeys { .. })) => Ok(store),
            Ok(Err(unfit)) => Err(unfit.into()),
            Err(why) => Err(OpenError::Database { what: "the key shelf", why: why.into() }),
        }
    }

    async fn open_places(
        places: &Places,
        secrets: Secrets,
        policies: Policies,
        surroundings: Surroundings,
    ) -> Result<Self, OpenError> {
        if places.data == places.shelf {
            return Err(OpenError::SamePlace);
        }
        let faults = Arc::new(Faults::default());
        let (engine, data_id, nothing_sealed) = open_data(&places.data, &surroundings, Arc::clone(&faults))
            .await
            .map_err(|why| OpenError::Database { what: "the data", why })?;
        if matches!((&places.data, &places.shelf), (Place::File(_), Place::Url(_))) {
            return Err(OpenError::MixedPlaces);
        }
        // Also when another process made this data a moment ago, or was killed before it made the shelf.
        let new = nothing_sealed.then_some(data_id);
        let (shelf, shelf_id) = open_shelf(&places.shelf, secrets.keks, &surroundings, new)
            .await
            .map_err(|why| OpenError::Database { what: "the key shelf", why })?;
        if data_id != shelf_id {
            return Err(OpenError::Strangers);
        }
        let core = Core {
            surroundings,
            policies,
            shelf,
            index: secrets.index,
            faults,
            session_key: secrets.session_key,
            sequencer: tokio::sync::Notify::new(),
            installation: data_id,
        };
        Ok(Self { core: Arc::new(core), engine })
    }

    /// When the shelf names a key-encryption key that was not loaded, the keys are read again from here.
    pub fn reads_keys_again_from(&self, provider: Arc<dyn vault::KeyProvider>) {
        self.core.shelf.reads_again_from(provider);
    }

    /// Wraps every key of the shelf by the first key-encryption key, also while other processes use it. `told`
    /// hears how many are done.
    ///
    /// # Errors
    /// What the shelf said; what was wrapped anew stays so, and calling this again goes on.
    pub async fn rotate_keys(&self, told: &mut (dyn FnMut(u64) + Send)) -> Result<crate::Rotated, Error> {
        self.core.shelf.rotate(told).await
    }

    /// The key-encryption keys that the shelf names, each with how many data keys it wraps.
    ///
    /// # Errors
    /// What the shelf said.
    pub async fn wrapped_by(&self) -> Result<Vec<(String, u64)>, Error> {
        let wrappers = self.core.shelf.wrappers().await?;
        Ok(wrappers.into_iter().map(|wrapper| (wrapper.kek, wrapper.rows)).collect())
    }

    /// The running policies, for the matrix and the pages that explain.
    pub fn policies(&self) -> &Policies {
        &self.core.policies
    }

    /// The id that data and key shelf share from the day they were made; it names the ledger.
    pub fn installation(&self) -> Uuid {
        self.core.installation
    }

    /// The clock of this store.
    pub fn now(&self) -> jiff::Timestamp {
        self.core.surroundings.clock.now()
    }

    /// 32 random bytes.
    pub fn random32(&self) -> [u8; 32] {
        self.core.surroundings.entropy.bytes32()
    }

    /// A random id.
    pub fn random_id(&self) -> Uuid {
        self.core.surroundings.entropy.uuid_random()
    }

    /// The keyed hash of something that must not be forged or kept as it is: session tokens, form tokens.
    pub fn tag(&self, context: &str, data: &[u8]) -> [u8; 32] {
        self.core.session_key.tag(context, data)
    }

    /// Whether a tag fits, in constant time.
    pub fn tag_fits(&self, context: &str, data: &[u8], tag: &[u8]) -> bool {
        self.core.session_key.verify(context, data, tag)
    }

    /// The failures that tests switch on.
    #[cfg(feature = "faults")]
    pub fn faults(&self) -> &Faults {
        &self.core.faults
    }

    /// Finishes what waits and takes no more.
    pub fn close(&self) {
        match &self.engine {
            Engine::Sqlite(db) => db.close(),
            Engine::Postgres(db) => db.close(),
        }
    }
}

async fn open_data(
    place: &Place,
    surroundings: &Surroundings,
    faults: Arc<Faults>,
) -> Result<(Engine, Uuid, bool), MigrateError> {
    let fresh = surroundings.entropy.uuid_random();
    match place {
        Place::File(path) => {
            #[cfg(bench_floor)]
            crate::floor::only_where_marked(path)?;
            let id = prepare_file(path, DATA, surroundings, Some(fresh))?;
            let db = Sqlite::open(path, READERS, faults)?;
            let nothing_sealed = db.read(|conn| once(names_no_key(&mut Tx::sqlite(conn))))??;
            Ok((Engine::Sqlite(Arc::new(db)), id, nothing_sealed))
        }
        Place::Url(url) => {
            let db = Postgres::connect(url, CONNECTIONS, faults).await?;
            let conn = db.conn().await?;
            let id = prepare_server(&conn, DATA, surroundings, Some(fresh)).await?;
            let nothing_sealed = names_no_key(&mut Tx::postgres(&conn)).await?;
            drop(conn);
            Ok((Engine::Postgres(Arc::new(db)), id, nothing_sealed))
        }
    }
}

/// Whether nothing in the data is sealed yet: then an empty shelf is the right one.
async fn names_no_key(tx: &mut Tx<'_>) -> Result<bool, Error> {
    let row = tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1 FROM client)
                     OR EXISTS (SELECT 1 FROM part_key)
                     OR EXISTS (SELECT 1 FROM owner_key)"
            ),
            params![],
        )
        .await?;
    Ok(!row.get::<bool>(0)?)
}

async fn open_shelf(
    place: &Place,
    ring: vault::KeyRing,
    surroundings: &Surroundings,
    new: Option<Uuid>,
) -> Result<(Shelf, Uuid), MigrateError> {
    match place {
        Place::File(path) => {
            let id = prepare_file(path, SHELF, surroundings, new)?;
            Ok((Shelf::sqlite(path, ring, surroundings.clone())?, id))
        }
        Place::Url(url) => {
            let db = Postgres::connect(url, 4, Arc::new(Faults::default())).await?;
            let conn = db.conn().await?;
            let id = prepare_server(&conn, SHELF, surroundings, new).await?;
            drop(conn);
            Ok((Shelf::postgres(db.pool(), ring, surroundings.clone()), id))
        }
    }
}

type Migrations = &'static [(&'static str, &'static str)];

fn prepare_file(
    path: &Path,
    migrations: Migrations,
    surroundings: &Surroundings,
    new: Option<Uuid>,
) -> Result<Uuid, MigrateError> {
    let mut conn = sqlite::open_writer(path)?;
    let mut out = Err(MigrateError::Store(Error::NotReady));
    let mut tx = Tx::sqlite(&mut conn);
    once(async {
        tx.control("BEGIN IMMEDIATE").await?;
        out = prepare(&mut tx, Dialect::Sqlite, migrations, surroundings, new).await;
        tx.control(if out.is_ok() { "COMMIT" } else { "ROLLBACK" }).await
    })?;
    out
}

async fn prepare_server(
    conn: &deadpool_postgres::ClientWrapper,
    migrations: Migrations,
    surroundings: &Surroundings,
    new: Option<Uuid>,
) -> Result<Uuid, MigrateError> {
    let mut tx = Tx::postgres(conn);
    tx.control("BEGIN").await?;
    // Two nodes may start at once; one migrates, the other waits as long as that takes and finds it done.
    tx.control("SET LOCAL lock_timeout = 0; SELECT pg_advisory_xact_lock(7301)").await?;
    let out = prepare(&mut tx, Dialect::Postgres, migrations, surroundings, new).await;
    tx.control(if out.is_ok() { "COMMIT" } else { "ROLLBACK" }).await?;
    out
}

/// Migrates, and gives the place the id of its installation when it may be new. An empty shelf beside
/// data that is not new is a lost shelf: making another would only hide that.
async fn prepare(
    tx: &mut Tx<'_>,
    dialect: Dialect,
    migrations: Migrations,
    surroundings: &Surroundings,
    new: Option<Uuid>,
) -> Result<Uuid, MigrateError> {
    migrate(tx, dialect, migrations, surroundings.clock.now()).await?;
    let found = tx
        .opt(
            sql!(
                "SELECT value
                   FROM installation
                  WHERE name = 'id'"
            ),
            params![],
        )
        .await?;
    if let Some(row) = found {
        let id: String = row.get(0)?;
        return Uuid::parse_str(&id).map_err(|_| MigrateError::Store(Error::Column { column: 0 }));
    }
    let fresh = new.ok_or(MigrateError::Missing)?;
    tx.run_one(sql!("INSERT INTO installation (name, value) VALUES ('id', $1)"), params![fresh.to_string()])
        .await?;
    Ok(fresh)
}
