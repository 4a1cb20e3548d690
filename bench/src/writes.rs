//! What is written: records in groups against one by one, on both engines; the longest pause of a writer; and what
//! signing in leaves of opening.

use std::net::{IpAddr, Ipv6Addr};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use app::UseCase;
use app::sign_in::Caller;
use domain::sign_in::{Device, Network};
use store::{Fault, Place, Places};
use tokio::task::JoinHandle;
use tokio_postgres::NoTls;

use crate::world::{DATA, World, note, said, undone};

/// How long the pauses of a writer are looked for.
const SUSTAINED: Duration = Duration::from_secs(10);

/// The figures about writing; `server` is a PostgreSQL to make two databases on.
pub async fn compare(server: Option<&str>) -> Result<(), String> {
    let folder = crate::folder()?.join("writes");
    std::fs::create_dir_all(&folder).map_err(said)?;
    std::fs::write(folder.join("MEASURING"), "").map_err(said)?;
    let world = Arc::new(World::make(&folder).await?);
    let numbering = numbering(&world);

    let mut of_records = Vec::new();
    let mut of_looks = Vec::new();
    for _ in 0..crate::ROUNDS {
        world.store.faults().set(None);
        let records = together(&world, 64, What::Record).await?;
        let looks = together(&world, 64, What::Look).await?;
        world.store.faults().set(Some(Fault::OneByOne));
        of_records.push(records / together(&world, 64, What::Record).await?);
        of_looks.push(looks / together(&world, 64, What::Look).await?);
    }
    world.store.faults().set(None);
    crate::say(&format!(
        "records in groups / one per commit, 64 callers:     {:.1}",
        crate::median(of_records)
    ));
    crate::say(&format!(
        "looks in groups / one per commit, 64 callers:       {:.1}",
        crate::median(of_looks)
    ));
    sign_in_beside_opening(&world).await?;
    pauses(&world, &folder.join(DATA)).await?;
    numbering.abort();
    match server {
        Some(server) => on_postgres(server).await,
        None => {
            crate::say("PostgreSQL: not measured, for PG_TEST_URL is not set");
            Ok(())
        }
    }
}

/// Numbers what is recorded and fills the projections, as the product's clockwork does.
pub fn numbering(world: &World) -> JoinHandle<()> {
    let (store, node) = (world.store.clone(), world.store.random_id());
    store.numbers_in_each_commit(node);
    tokio::spawn(async move {
        loop {
            store.recorded().await;
            while matches!(store.sequence(node).await, Ok(Some(n)) if n > 0) {}
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    })
}

/// What callers do, again and again.
#[derive(Clone, Copy)]
enum What {
    /// One record, and nothing looked at.
    Record,
    /// The lightest look there is: the own drafts, of which there are none.
    Look,
    /// A dossier of 50 entries.
    Open,
}

impl What {
    async fn once(self, world: &World) -> Result<(), String> {
        match self {
            Self::Record => world.store.record_for_measuring(world.asker).await.map_err(said),
            Self::Look => look(world, app::draft::ListOwn).await,
            Self::Open => {
                look(world, app::dossier::ReadIt { dossier: world.dossier, page: 0, take: 50 }).await
            }
        }
    }
}

async fn look<U: UseCase>(world: &World, use_case: U) -> Result<(), String> {
    let awaiting = world.app.look(world.asker, use_case).await.map_err(undone)?;
    awaiting.done().await.map(drop).map_err(said)
}

/// How many a second, of so many callers that each wait for their own.
async fn together(world: &Arc<World>, callers: usize, what: What) -> Result<f64, String> {
    let began = Instant::now();
    let until = began + Duration::from_secs(crate::SECONDS);
    let mut tasks = Vec::new();
    for _ in 0..callers {
        let world = Arc::clone(world);
        tasks.push(tokio::spawn(async move {
            let mut count = 0_u64;
            while Instant::now() < until {
                what.once(&world).await?;
                count += 1;
            }
            Ok::<_, String>(count)
        }));
    }
    let mut count = 0;
    for task in tasks {
        count += task.await.map_err(said)??;
    }
    Ok(count as f64 / began.elapsed().as_secs_f64())
}

/// Opening while as many as can try to sign in, against opening alone.
async fn sign_in_beside_opening(world: &Arc<World>) -> Result<(), String> {
    let mut ratios = Vec::new();
    let before = world.app.slow_hashes();
    for round in 0..crate::ROUNDS {
        let alone = together(world, 8, What::Open).await?;
        let guests: Vec<_> =
            (0..16).map(|guest| tokio::spawn(tries(Arc::clone(world), round, guest))).collect();
        let beside = together(world, 8, What::Open).await;
        for guest in guests {
            guest.abort();
        }
        ratios.push(beside? / alone);
    }
    let hashes = world.app.slow_hashes() - before;
    if hashes == 0 {
        return Err("nobody came as far as a password".into());
    }
    crate::say(&format!("opening while 16 sign in / opening alone, 8 callers: {:.2}", crate::median(ratios)));
    Ok(())
}

/// Somebody who tries to sign in without end, each time from another network and by a name that nobody has.
async fn tries(world: Arc<World>, round: usize, guest: u16) {
    for at in 0..u16::MAX {
        let address = Ipv6Addr::new(0x2001, 0xdb8, round as u16, guest, at, 0, 0, 1);
        // The first half is the network, so the number of the try stands there.
        let [a, b, c, d, e, ..] = address.segments();
        let network = Network::of(IpAddr::V6(Ipv6Addr::new(a, b, c * 16 + d, e, 0, 0, 0, 1)));
        let caller = Caller { correlation: world.store.random_id(), network, device: Device::UNKNOWN };
        let name = format!("niemand{guest}x{at}");
        let _ = world.app.sign_in(&caller, &name, "meten-is-weten-2".into(), "123456".into()).await;
    }
}

/// The longest that a writer waited while others write without end and somebody looks at one moment for long.
async fn pauses(world: &Arc<World>, file: &Path) -> Result<(), String> {
    let log = file.with_extension("db-wal");
    let longest_log = Arc::new(AtomicU64::new(0));
    let mut waits = Vec::new();
    let until = Instant::now() + SUSTAINED;
    let long_look = rusqlite::Connection::open(file).map_err(said)?;
    long_look.execute_batch("BEGIN; SELECT count(*) FROM record;").map_err(said)?;
    let mut tasks = Vec::new();
    for _ in 0..8 {
        let (world, log, longest_log) = (Arc::clone(world), log.clone(), Arc::clone(&longest_log));
        tasks.push(tokio::spawn(async move {
            let mut waits = Vec::new();
            while Instant::now() < until {
                let began = Instant::now();
                let write = note(&world.store, world.part, waits.len());
                world.app.perform(world.asker, write).await.map_err(undone)?;
                waits.push(began.elapsed().as_secs_f64());
                let bytes = std::fs::metadata(&log).map(|file| file.len()).unwrap_or_default();
                longest_log.fetch_max(bytes, Ordering::Relaxed);
            }
            Ok::<_, String>(waits)
        }));
    }
    // It lets go half way: the log that it kept is given back while the others go on.
    tokio::time::sleep(SUSTAINED / 2).await;
    drop(long_look);
    for task in tasks {
        waits.extend(task.await.map_err(said)??);
    }
    waits.sort_by(f64::total_cmp);
    let (Some(longest), middle) = (waits.last(), waits.get(waits.len() / 2).copied().unwrap_or_default())
    else {
        return Err("nothing was written".into());
    };
    crate::say(&format!(
        "a writer among 8 for {} s: half within {:.1} ms, the longest {:.0} ms; {} entries, log at most {} MB",
        SUSTAINED.as_secs(),
        middle * 1000.0,
        longest * 1000.0,
        waits.len(),
        longest_log.load(Ordering::Relaxed) >> 20
    ));
    Ok(())
}

/// Looks at 64 callers against 8, on a PostgreSQL of its own.
async fn on_postgres(server: &str) -> Result<(), String> {
    let (address, settings) = server.split_once('?').unwrap_or((server, ""));
    let (address, _) = address.rsplit_once('/').ok_or("PG_TEST_URL is postgres://…/database")?;
    let name = format!("bench_{}", std::process::id());
    let shelf = format!("{name}_shelf");
    let (client, connection) = tokio_postgres::connect(server, NoTls).await.map_err(said)?;
    let talking = tokio::spawn(connection);
    for database in [&name, &shelf] {
        client
            .batch_execute(&format!("CREATE DATABASE {database} TEMPLATE template0"))
            .await
            .map_err(said)?;
    }
    let url = |database: &str| Place::Url(format!("{address}/{database}?{settings}"));
    let world = Arc::new(World::at(Places { data: url(&name), shelf: url(&shelf) }).await?);
    let numbering = numbering(&world);
    for (what, called) in [(What::Record, "records"), (What::Look, "looks")] {
        let mut ratios = Vec::new();
        for _ in 0..crate::ROUNDS {
            let few = together(&world, 8, what).await?;
            ratios.push(together(&world, 64, what).await? / few);
        }
        crate::say(&format!("PostgreSQL: {called} at 64 callers / at 8:   {:.1}", crate::median(ratios)));
    }
    numbering.abort();
    world.store.close();
    drop(world);
    for database in [&name, &shelf] {
        client.batch_execute(&format!("DROP DATABASE {database} WITH (FORCE)")).await.map_err(said)?;
    }
    talking.abort();
    Ok(())
}
