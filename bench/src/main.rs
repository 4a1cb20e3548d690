//! What the record costs, as ratios measured in one run (never an absolute time, never a test):
//! a build that records every look against the floor build that does not, on the same machine, in turns.

mod busy;
mod load;
mod scale;
mod server;
mod world;
mod writes;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// As the product.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

use load::{Load, Measured};

/// Rounds; the median counts.
const ROUNDS: usize = 5;
const SECONDS: u64 = 2;

const USAGE: &str = "usage:
  bench run FULL FLOOR               the product against the floor build
  bench server FOLDER                a server over one dossier
  bench writes                       group commit, pauses, signing in beside opening
  bench busy DOSSIERS ENTRIES        the pages of a worker with so many dossiers of so many entries
  bench scale FOLDER SMALL LARGE     a large world against a small one, both kept in FOLDER
  bench scale-load WORLD SIZE        makes a world in the folder WORLD
  bench scale-serve WORLD            a server over it
  bench scale-verify WORLD           verifies its ledger
  bench scale-projections WORLD      holds its projections against its records
  SIZE is DOSSIERS/ENTRIES/RECORDS, such as 10000/200000/500000";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = match tokio::runtime::Builder::new_multi_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(e) => return failed(&e.to_string()),
    };
    let done = match arguments.as_slice() {
        [_, "server", folder] => runtime.block_on(server::serve(Path::new(folder))),
        [_, "run", full, floor] => runtime.block_on(compare(Path::new(full), Path::new(floor))),
        [_, "writes"] => runtime.block_on(compare_writes()),
        [_, "busy", dossiers, entries] => runtime.block_on(busy(dossiers, entries)),
        [_, "scale", place, small, large] => runtime.block_on(scale(Path::new(place), small, large)),
        [_, "scale-load", world, size] => runtime.block_on(scale_load(Path::new(world), size)),
        [_, "scale-serve", world] => runtime.block_on(scale::serve(Path::new(world))),
        [_, "scale-verify", world] => runtime.block_on(scale::verify(Path::new(world))),
        [_, "scale-projections", world] => runtime.block_on(scale::projections(Path::new(world))),
        _ => Err(USAGE.into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => failed(&why),
    }
}

async fn busy(dossiers: &str, entries: &str) -> Result<(), String> {
    let number = |text: &str| text.parse().map_err(|_| format!("{text} is no number"));
    busy::compare(busy::Size { dossiers: number(dossiers)?, entries: number(entries)? }).await
}

async fn scale(place: &Path, small: &str, large: &str) -> Result<(), String> {
    scale::compare(place, small.parse()?, large.parse()?).await
}

async fn scale_load(world: &Path, size: &str) -> Result<(), String> {
    scale::load(world, size.parse()?).await
}

/// Runs both builds in turns and prints the ratios.
async fn compare(full: &Path, floor: &Path) -> Result<(), String> {
    let full = server::Running::start(full).await?;
    let floor = server::Running::start(floor).await?;
    say(&format!("{ROUNDS} rounds of {SECONDS} s each, in turns; the median of each ratio"));
    for connections in [64, 8, 1] {
        let mut ratios = Vec::new();
        let mut statics = Vec::new();
        let mut tails = Vec::new();
        for _ in 0..ROUNDS {
            let recorded = measure(&full, "dossier", connections).await?;
            let bare = measure(&floor, "dossier", connections).await?;
            let page = measure(&full, "static", connections).await?;
            ratios.push(recorded.per_second / bare.per_second);
            statics.push(recorded.per_second / page.per_second);
            tails.push(recorded.p99 / recorded.p50);
        }
        say(&format!("open a dossier / floor build, {connections:>2} connections:  {:.2}", median(ratios)));
        say(&format!("open a dossier / static page, {connections:>2} connections:  {:.3}", median(statics)));
        say(&format!("p99 / p50 of opening,         {connections:>2} connections:  {:.1}", median(tails)));
    }
    compare_writes().await?;
    busy::compare(busy::FULL).await
}

async fn compare_writes() -> Result<(), String> {
    let server = std::env::var("PG_TEST_URL").ok();
    writes::compare(server.as_deref()).await
}

async fn measure(server: &server::Running, what: &str, connections: usize) -> Result<Measured, String> {
    Load {
        port: server.port,
        cookie: server.cookie.clone(),
        path: server.path(what),
        connections,
        seconds: SECONDS,
    }
    .run()
    .await
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// A fresh folder, marked for measuring.
fn folder() -> Result<PathBuf, String> {
    let folder = Path::new("target/bench").join(std::process::id().to_string());
    std::fs::create_dir_all(&folder).map_err(|e| e.to_string())?;
    std::fs::write(folder.join("MEASURING"), "").map_err(|e| e.to_string())?;
    Ok(folder)
}

#[expect(clippy::print_stdout, reason = "the one place where figures are printed")]
fn say(line: &str) {
    println!("{line}");
}

#[expect(clippy::print_stderr, reason = "the one place where a failure is told")]
fn failed(why: &str) -> ExitCode {
    eprintln!("bench: {why}");
    ExitCode::FAILURE
}
