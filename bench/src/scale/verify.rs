//! How fast the ledger of a world is verified, by the product's own code.

use std::path::Path;
use std::time::Instant;

use ledger::Verifier;

use super::serve::open;
use super::{load, said};

/// Verifies tree and records, and says how many a second.
pub async fn verify(world: &Path) -> Result<(), String> {
    let store = open(world).await?;
    let signer = load::signer(store.installation())?;
    let verifier = Verifier::from_vkey(&signer.vkey()).map_err(said)?;
    let node = store.random_id();
    while !matches!(store.sequence(node).await.map_err(said)?, Some(0)) {}
    let began = Instant::now();
    let verdict = store.verify(&verifier, signer.name(), Vec::new()).await.map_err(said)?;
    let seconds = began.elapsed().as_secs_f64();
    let report = verdict.map_err(|failure| format!("the ledger is wrong: {failure}"))?;
    crate::say(&format!(
        "verifying {} records and {} checkpoints: {:.0} a second",
        report.lines,
        report.checkpoints,
        report.lines as f64 / seconds
    ));
    store.close();
    Ok(())
}

/// Verifies what is told of the record in the projections, and says how many a second.
pub async fn projections(world: &Path) -> Result<(), String> {
    let store = open(world).await?;
    let began = Instant::now();
    let found = store.check_projections().await.map_err(said)?;
    if found != store::Projections::default() {
        return Err(format!("the projections are wrong: {found:?}"));
    }
    crate::say(&format!("checking the projections: {:.1} s", began.elapsed().as_secs_f64()));
    store.close();
    Ok(())
}
