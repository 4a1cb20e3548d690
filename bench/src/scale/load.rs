//! Makes a scale world: the house and two examples by the product itself, the rest after them by the million. What takes
//! time runs side by side (sealing and hashing, filling), in the order of the keys, with nothing made durable until
//! the end: a world that was not finished has no size mark and is thrown away.

use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::sync_channel;
use std::time::Instant;

use jiff::Timestamp;
use ledger::{Frontier, Signer};
use rusqlite::Connection;
use vault::Entropy;

use super::encode::{Batch, Encoded, Encoder, Measured};
use super::entropy::DrawnEntropy;
use super::fill::Fill;
use super::house::{self, House};
use super::plan::{Deed, Plan};
use super::{Size, example, folder, projections, said, schema};

/// Batches that wait for the filling.
const AHEAD: usize = 4;
/// Checkpoints in a world, about.
const CHECKPOINTS: u64 = 256;
/// A world ends this long ago, so that nothing in it is of the future when it is measured.
const AGO_MS: i64 = 3_600_000;

/// Makes a world of this size in a folder that is not there yet.
pub async fn load(world: &Path, size: Size) -> Result<(), String> {
    folder::make(world)?;
    let began = Instant::now();
    let now = today()? - AGO_MS;
    let entropy = Arc::new(DrawnEntropy::new()?);
    let house = house::make(world, size.dossiers, now, Arc::clone(&entropy) as Arc<dyn Entropy>).await?;
    crate::say(&format!("{size}: the house stands after {:.0} s", began.elapsed().as_secs_f64()));
    let data = open(&folder::data(world))?;
    let shelf = open(&folder::shelf(world))?;
    fill(world, &data, &shelf, size, &house, entropy, now, began)?;
    for conn in [&data, &shelf] {
        conn.execute_batch("PRAGMA journal_mode = DELETE").map_err(said)?;
    }
    drop((data, shelf));
    folder::is_whole(world, size)?;
    crate::say(&format!("{size}: made in {:.0} s", began.elapsed().as_secs_f64()));
    Ok(())
}

#[expect(clippy::disallowed_methods, reason = "a world ends today, so that its looks are of the last year")]
fn today() -> Result<i64, String> {
    Ok(Timestamp::now().as_millisecond())
}

/// A connection that makes nothing durable.
fn open(path: &Path) -> Result<Connection, String> {
    let conn = Connection::open(path).map_err(said)?;
    conn.execute_batch(
        "PRAGMA locking_mode = EXCLUSIVE;
         PRAGMA journal_mode = OFF;
         PRAGMA synchronous = OFF;
         PRAGMA foreign_keys = OFF;
         PRAGMA temp_store = FILE;
         PRAGMA cache_size = -1000000;",
    )
    .map_err(said)?;
    Ok(conn)
}

#[expect(clippy::too_many_arguments, reason = "one story in one place")]
fn fill(
    world: &Path,
    data: &Connection,
    shelf: &Connection,
    size: Size,
    house: &House,
    entropy: Arc<DrawnEntropy>,
    now: i64,
    began: Instant,
) -> Result<(), String> {
    let since = || began.elapsed().as_secs_f64();
    let (schema_before, shelf_before) = (schema::all(data)?, schema::all(shelf)?);
    let (data_indexes, shelf_indexes) = (schema::without_indexes(data)?, schema::without_indexes(shelf)?);
    let there = Size {
        dossiers: u32::try_from(count(data, "dossier")?).map_err(said)?,
        entries: count(data, "entry")?,
        records: count(data, "leaf")?,
    };
    let plan = Plan::new(size, there, now)?;
    let deeds = Deed::ALL.map(|deed| example::record(data, projections::event_of(deed)));
    let examples = deeds.into_iter().collect::<Result<Vec<_>, _>>()?;
    let secrets = house::secrets();
    let encoder = Encoder {
        house,
        signer: signer(house.installation)?,
        secrets,
        entropy,
        examples: examples.clone(),
        tree: tree(data)?,
        number: data.query_row("SELECT MAX(number) FROM dossier", [], |row| row.get(0)).map_err(said)?,
        sign_after: (size.records / CHECKPOINTS).max(1),
    };
    let encoded = run(encoder, plan, data, shelf, there.records)?;
    write_tree(data, shelf, &encoded.tree, size)?;
    crate::say(&format!("{size}: dossiers and record after {:.0} s", since()));
    projections::fill(data, house, &examples, &encoded.told, there.records)?;
    crate::say(&format!("{size}: projections after {:.0} s", since()));
    schema::with_indexes(data, &data_indexes)?;
    schema::with_indexes(shelf, &shelf_indexes)?;
    if schema::all(data)? != schema_before || schema::all(shelf)? != shelf_before {
        return Err("the schema is not as it was".into());
    }
    write_measured(world, &encoded.measured)
}

/// Encodes on one thread and fills on this one.
fn run(
    encoder: Encoder<'_>,
    plan: Plan,
    data: &Connection,
    shelf: &Connection,
    first: u64,
) -> Result<Encoded, String> {
    std::thread::scope(|scope| {
        let (to, from) = sync_channel::<Batch>(AHEAD);
        let encoding = scope.spawn(move || encoder.run(plan, &to));
        let mut fill = Fill::new(data, shelf, first)?;
        let mut filled = Ok(());
        for batch in &from {
            filled = fill.put(&batch);
            if filled.is_err() {
                break;
            }
        }
        // When filling stopped, the encoder hears it at its next batch.
        drop(from);
        let encoded = encoding.join().map_err(|_| "encoding panicked".to_owned())?;
        filled?;
        fill.finish()?;
        encoded
    })
}

/// What signs the checkpoints of a measured world.
pub fn signer(installation: uuid::Uuid) -> Result<Signer, String> {
    Signer::new(&format!("bench/{installation}"), *house::secrets().ledger_seed).map_err(said)
}

fn count(conn: &Connection, table: &str) -> Result<u64, String> {
    let count: i64 =
        conn.query_row(&format!("SELECT COUNT(*) FROM {table}"), [], |row| row.get(0)).map_err(said)?;
    Ok(count.unsigned_abs())
}

fn tree(data: &Connection) -> Result<Frontier, String> {
    let bytes: Vec<u8> = data.query_row("SELECT frontier FROM tree", [], |row| row.get(0)).map_err(said)?;
    Frontier::from_bytes(&bytes).map_err(said)
}

/// The tree as it is now, and how many keys the shelf was given meanwhile.
fn write_tree(data: &Connection, shelf: &Connection, tree: &Frontier, size: Size) -> Result<(), String> {
    if tree.size() != size.records {
        return Err(format!("{} records were made, not {}", tree.size(), size.records));
    }
    let lines = tree.size().cast_signed();
    data.execute("UPDATE tree SET size = ?1, frontier = ?2", (lines, tree.to_bytes())).map_err(said)?;
    shelf
        .execute("UPDATE shelf_state SET changes = (SELECT COUNT(*) FROM data_key)", [])
        .map(drop)
        .map_err(said)
}

fn write_measured(world: &Path, measured: &[Measured]) -> Result<(), String> {
    let mut lines = String::new();
    for Measured { worker, dossier, surname, birth, resident } in measured {
        let login = house::worker_login(*worker);
        let resident = resident.map_or_else(|| "-".to_owned(), house::resident_login);
        lines.push_str(&format!("{login} {dossier} {surname} {birth} {resident}\n"));
    }
    std::fs::write(folder::measured(world), lines).map_err(said)
}
