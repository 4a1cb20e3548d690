//! The two engines: each test of the store and of the use cases runs on SQLite and on PostgreSQL.
//! PostgreSQL is the server in PG_TEST_URL; every world gets databases of its own there.

use std::future::Future;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use std::sync::atomic::{AtomicU32, Ordering};

use store::migrate::{DATA, SHELF};
use store::{Place, Places};
use tempfile::TempDir;

use crate::World;

/// Which database holds the data.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// Makes of each `async fn` two tests, `name::sqlite` and `name::postgres`. The runner counts both kinds and
/// fails when they differ.
#[macro_export]
macro_rules! both_engines {
    ($($(#[$meta:meta])* async fn $name:ident($w:ident: $world:ty) $body:block)+) => {$(
        $(#[$meta])*
        mod $name {
            #[allow(unused_imports, reason = "not every fact needs what its file imports")]
            use super::*;

            async fn fact($w: $world) $body

            #[test]
            fn sqlite() {
                $crate::run($crate::Engine::Sqlite, fact);
            }

            #[test]
            fn postgres() {
                $crate::run($crate::Engine::Postgres, fact);
            }
        }
    )+};
}

/// Runs a fact in a new world on this engine.
///
/// Without PG_TEST_URL a fact about PostgreSQL says that it did not run; with CI set it fails.
pub fn run<F: Future<Output = ()>>(engine: Engine, fact: impl FnOnce(World) -> F) {
    if engine == Engine::Postgres && !postgres_is_there() {
        return;
    }
    runtime().block_on(Box::pin(async { fact(World::on(engine).await).await }));
}

/// The runtime of a test.
pub fn runtime() -> tokio::runtime::Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().expect("a runtime")
}

#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn postgres_is_there() -> bool {
    let there = std::env::var_os("PG_TEST_URL").is_some();
    if !there {
        assert!(std::env::var_os("CI").is_none(), "PG_TEST_URL is not set: use scripts/with-postgres.sh");
        eprintln!("NOT RUN on PostgreSQL: PG_TEST_URL is not set, use scripts/with-postgres.sh");
    }
    there
}

/// The places of one world; gone when it is dropped.
pub(crate) struct Databases {
    pub(crate) places: Places,
    pub(crate) dir: TempDir,
    /// What to drop on the server.
    on_server: Vec<String>,
}

impl Databases {
    pub(crate) async fn make(engine: Engine) -> Self {
        let dir = tempfile::tempdir().expect("a temporary folder");
        match engine {
            Engine::Sqlite => {
                let places = Places {
                    data: Place::File(dir.path().join("data.db")),
                    shelf: Place::File(dir.path().join("shelf.db")),
                };
                Self { places, dir, on_server: Vec::new() }
            }
            Engine::Postgres => {
                let template = template().await;
                let name = unused_name();
                let shelf = format!("{name}_shelf");
                for (database, like) in [(&name, template.clone()), (&shelf, format!("{template}_shelf"))] {
                    on_server(format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)")).await;
                    on_server(format!("CREATE DATABASE {database} TEMPLATE {like}")).await;
                }
                let places = Places { data: Place::Url(url(&name)), shelf: Place::Url(url(&shelf)) };
                Self { places, dir, on_server: vec![name, shelf] }
            }
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.dir.path()
    }
}

impl Drop for Databases {
    fn drop(&mut self) {
        let names = std::mem::take(&mut self.on_server);
        if names.is_empty() {
            return;
        }
        // A thread of its own: dropping happens inside a runtime, also while a failed test unwinds.
        let dropped = std::thread::spawn(move || {
            runtime().block_on(async {
                for name in names {
                    on_server(format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await;
                }
            });
        })
        .join();
        assert!(dropped.is_ok() || std::thread::panicking(), "a test database could not be dropped");
    }
}

/// Two databases as a world first opens them, made once for a server and these migrations, and copied for each world:
/// that takes a fraction of migrating. The ids of a world are the same in each, so a copy is what it would have made.
async fn template() -> String {
    let mut migrations = DefaultHasher::new();
    (DATA, SHELF).hash(&mut migrations);
    let name = format!("t_template_{:016x}", migrations.finish());
    let server = connect(&std::env::var("PG_TEST_URL").expect("PG_TEST_URL is set")).await;
    let there = format!("SELECT 1 FROM pg_database WHERE datname = '{name}'");
    let is_there = async || !server.query(&there, &[]).await.expect("the server answers").is_empty();
    if is_there().await {
        return name;
    }
    // One process makes them, the others wait; the lock goes with the connection.
    server.batch_execute("SELECT pg_advisory_lock(1606)").await.expect("the server answers");
    if is_there().await {
        return name;
    }
    let making = format!("{name}_making");
    let shelf = format!("{name}_shelf");
    for database in [&making, &shelf] {
        on_server(format!("DROP DATABASE IF EXISTS {database} WITH (FORCE)")).await;
        on_server(format!("CREATE DATABASE {database} TEMPLATE template0")).await;
    }
    let places = Places { data: Place::Url(url(&making)), shelf: Place::Url(url(&shelf)) };
    crate::world::opens_once(&places).await;
    // What still lingers of the connections would stand in the way of copying.
    let lingers = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN";
    on_server(format!("{lingers} ('{making}', '{shelf}')")).await;
    // The name comes last: by it the others see that both are whole.
    on_server(format!("ALTER DATABASE {making} RENAME TO {name}")).await;
    name
}

/// Of this process and this world: a name needs no chance, and what an earlier run left behind is dropped.
fn unused_name() -> String {
    static WORLDS: AtomicU32 = AtomicU32::new(0);
    format!("t_{}_{}", std::process::id(), WORLDS.fetch_add(1, Ordering::Relaxed))
}

/// PG_TEST_URL with another database.
fn url(database: &str) -> String {
    let server = std::env::var("PG_TEST_URL").expect("PG_TEST_URL is set");
    let (address, settings) = server.split_once('?').unwrap_or((&server, ""));
    let (address, _) = address.rsplit_once('/').expect("postgres://…/database");
    format!("{address}/{database}?{settings}")
}

async fn on_server(statement: String) {
    let client = connect(&std::env::var("PG_TEST_URL").expect("PG_TEST_URL is set")).await;
    client.batch_execute(&statement).await.expect("the server does it");
}

pub(crate) async fn connect(url: &str) -> tokio_postgres::Client {
    let (client, connection) =
        tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("the server answers");
    tokio::spawn(connection);
    client
}
