//! `ledger verify` and `ledger checkpoint`: for whoever wants to know whether the record is what it was.

use std::sync::Arc;

use store::{Behind, Place};

use crate::clockwork::catch_up;
use crate::config::Config;
use crate::failure::Failure;
use crate::house::House;
use crate::{checkpoints, say, surroundings};

/// Findings printed at most; the first is the one that counts.
const SHOWN: usize = 20;

/// `ledger verify`: tree, signatures, records against leaves, growth against every kept checkpoint, and what
/// is told of the record against the record itself.
///
/// # Errors
/// [`Failure::Unsound`] with the first wrong line.
pub async fn verify(config: &Config) -> Result<(), Failure> {
    let house = open(config).await?;
    let sound = check(config, &house).await;
    let behind = house.store.behind().await;
    house.store.close();
    sound?;
    say::line(&match behind? {
        None => "The ledger is sound.".to_owned(),
        Some(Behind { lines, .. }) => format!(
            "The ledger is sound as far as it is there, but the key shelf saw {lines} lines more. When a backup was put \
             back, that is what it lacks; otherwise somebody cut them off."
        ),
    });
    Ok(())
}

/// The same of a house that is open.
///
/// # Errors
/// [`Failure::Unsound`] with the first wrong line.
pub async fn check(config: &Config, house: &House) -> Result<(), Failure> {
    let kept = checkpoints::kept(&config.checkpoints).map_err(|why| unusable(config, &why))?;
    say::line(&format!("{} checkpoints are kept in {}", kept.len(), config.checkpoints.display()));
    number_what_waits(config, house).await;

    let verifier = house.verifier()?;
    let verdict = house.store.verify(&verifier, house.signer.name(), kept).await?;
    let projections = house.store.check_projections().await?;

    let report = match verdict {
        Ok(report) => report,
        Err(failure) => {
            for finding in failure.findings().iter().take(SHOWN) {
                say::line(&format!("wrong: {finding}"));
            }
            return Err(Failure::Unsound(failure.to_string()));
        }
    };
    say::line(&report.to_string());
    if let Some(first) = projections.wrong.first() {
        let many = projections.wrong.len();
        return Err(Failure::Unsound(format!(
            "line {first} is told otherwise in \"who looked\" than on the record ({many} such lines)"
        )));
    }
    if projections.too_many > 0 {
        let many = projections.too_many;
        return Err(Failure::Unsound(format!("\"who looked\" tells {many} looks that are on no record")));
    }
    Ok(())
}

/// `ledger checkpoint`: numbers what waits, signs, keeps the note outside the database and prints it.
///
/// # Errors
/// When the store or the file does not work.
pub async fn checkpoint(config: &Config) -> Result<(), Failure> {
    let house = open(config).await?;
    let note = sign(config, &house).await;
    house.store.close();
    match note? {
        Some(note) => say::line(note.trim_end()),
        None => say::line("The record is empty: there is nothing to sign."),
    }
    Ok(())
}

/// Numbers what waits, signs, and keeps the note outside the database. None: the record is empty.
///
/// # Errors
/// When the store or the file does not work.
pub async fn sign(config: &Config, house: &House) -> Result<Option<String>, Failure> {
    number_what_waits(config, house).await;
    let note = house.store.checkpoint(Arc::clone(&house.signer)).await?;
    if let Some(note) = &note {
        checkpoints::keep(&config.checkpoints, note).map_err(|why| unusable(config, &why))?;
    }
    Ok(note)
}

/// Opens an installation that is there: where there is no data, it makes nothing and says so.
///
/// # Errors
/// [`Failure::NoInstallation`], or what stands in the way.
pub async fn open(config: &Config) -> Result<House, Failure> {
    let missing = |place: &Place| matches!(place, Place::File(file) if !file.exists());
    if missing(&config.places.data) {
        return Err(Failure::NoInstallation { data: config.data.clone() });
    }
    House::open(config, surroundings::real(&config.node)).await
}

/// A record that waits for its number is checked too; one that cannot be numbered does not stop the rest.
async fn number_what_waits(config: &Config, house: &House) {
    match catch_up(&house.store, house.node(config)).await {
        Ok(true) => {}
        Ok(false) => say::line("another process is numbering the newest records"),
        Err(why) => say::line(&format!("the newest records could not be numbered: {why}")),
    }
}

fn unusable(config: &Config, why: &std::io::Error) -> Failure {
    Failure::Checkpoints { file: config.checkpoints.clone(), why: why.kind().to_string() }
}
