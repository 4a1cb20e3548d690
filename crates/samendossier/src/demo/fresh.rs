//! `demo --fresh`: throws the old demo world away, and nothing else. A folder without the mark of a demo
//! is left alone, and so is a database that is not called demo.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use store::Place;

use super::MAIL;
use super::mark::Mark;
use crate::config::Config;
use crate::failure::Failure;

/// Throws the demo world of these settings away.
///
/// # Errors
/// [`Failure::NotOurs`] or [`Failure::StartOver`], before anything is gone.
pub async fn throw_away(config: &Config) -> Result<(), Failure> {
    if Mark::read(&config.data).is_none() && !is_empty(&config.data) {
        return Err(Failure::NotOurs { data: config.data.clone() });
    }
    for place in [&config.places.data, &config.places.shelf] {
        if let Place::Url(url) = place {
            store::start_over(url).await.map_err(Failure::StartOver)?;
        }
    }
    for file in ours(config)? {
        remove(&file)?;
    }
    for folder in [config.data.join("shelf"), config.data.join("keys"), config.data.join(MAIL)] {
        // What somebody else put there stays, and with it the folder.
        let _ = std::fs::remove_dir(folder);
    }
    // Last: until here a second try still knows that this is a demo.
    Mark::remove(&config.data)
}

/// The files that a demo makes in its folder. Keys, shelf or checkpoints elsewhere are not ours to remove.
fn ours(config: &Config) -> Result<Vec<PathBuf>, Failure> {
    let mut files = Vec::new();
    for place in [&config.places.data, &config.places.shelf] {
        if let Place::File(file) = place {
            files.extend(["", "-wal", "-shm"].map(|end| {
                let mut name = file.clone().into_os_string();
                name.push(end);
                PathBuf::from(name)
            }));
        }
    }
    files.push(config.checkpoints.clone());
    let is_key = |name: &Path| {
        name.extension().is_some_and(|end| end == "key") || name.file_name().is_some_and(|n| n == "kek-order")
    };
    match std::fs::read_dir(&config.keys) {
        Ok(found) => files.extend(found.flatten().map(|file| file.path()).filter(|file| is_key(file))),
        Err(why) if why.kind() == ErrorKind::NotFound => {}
        Err(why) => {
            return Err(Failure::CannotRemove { path: config.keys.clone(), why: why.kind().to_string() });
        }
    }
    files.extend(letters(&config.data.join(MAIL)));
    files.retain(|file| file.starts_with(&config.data));
    Ok(files)
}

/// What would have left by e-mail. No folder: nothing would have.
fn letters(folder: &Path) -> Vec<PathBuf> {
    let found = std::fs::read_dir(folder).map(|found| found.flatten().map(|file| file.path()).collect());
    let mut files: Vec<PathBuf> = found.unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|end| end == "eml" || end == "half"));
    files
}

fn remove(file: &Path) -> Result<(), Failure> {
    match std::fs::remove_file(file) {
        Err(why) if why.kind() != ErrorKind::NotFound => {
            Err(Failure::CannotRemove { path: file.to_owned(), why: why.kind().to_string() })
        }
        _ => Ok(()),
    }
}

/// No folder is an empty folder; one that cannot be looked into is not.
pub(super) fn is_empty(folder: &Path) -> bool {
    match std::fs::read_dir(folder) {
        Ok(mut found) => found.next().is_none(),
        Err(why) => why.kind() == ErrorKind::NotFound,
    }
}
