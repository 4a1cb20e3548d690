//! `make bench`: builds the measuring program twice, once as the floor build that hands no record over, and lets the
//! recording one compare the two in one run. `make bench-scale`: builds it once, and lets it compare a large world.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::report::{Failure, Finding};

/// Read by the build script of `store`.
const FLOOR: &str = "SAMENDOSSIER_BENCH_FLOOR";

/// Builds both and runs the comparison; its figures go to the terminal.
pub fn run() -> Result<Vec<Finding>, Failure> {
    let folder = Path::new("target/bench");
    std::fs::create_dir_all(folder).map_err(|why| Failure::Usage(format!("target/bench: {why}")))?;
    let floor = build(folder, "floor", true)?;
    let full = build(folder, "full", false)?;
    succeed(Command::new(&full).arg("run").arg(&full).arg(&floor), "bench run")?;
    Ok(Vec::new())
}

/// Builds it and compares a large world with a small one; each size is DOSSIERS/ENTRIES/RECORDS. Worlds that are made
/// stay in target/bench-scale for the next time.
pub fn scale(small: &str, large: &str) -> Result<Vec<Finding>, Failure> {
    let place = Path::new("target/bench-scale");
    std::fs::create_dir_all(place).map_err(|why| Failure::Usage(format!("target/bench-scale: {why}")))?;
    let binary = build(place, "bench", false)?;
    succeed(Command::new(&binary).arg("scale").arg(place).args([small, large]), "bench scale")?;
    Ok(Vec::new())
}

/// Only our own crates are built again between the two: the switch is read by one build script.
fn build(folder: &Path, name: &str, floor: bool) -> Result<PathBuf, Failure> {
    let mut cargo = Command::new("cargo");
    cargo.args(["build", "--quiet", "--release", "--package", "bench"]).env_remove(FLOOR);
    if floor {
        cargo.env(FLOOR, "1");
    }
    succeed(&mut cargo, "cargo build")?;
    let binary = folder.join(name);
    std::fs::copy("target/release/bench", &binary)
        .map_err(|why| Failure::Usage(format!("target/release/bench: {why}")))?;
    Ok(binary)
}

fn succeed(command: &mut Command, what: &str) -> Result<(), Failure> {
    match command.status() {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Failure::Usage(format!("{what} failed: {status}"))),
        Err(why) => Err(Failure::Usage(format!("{what} does not start: {why}"))),
    }
}
