//! `backup DIR`: a copy of one moment while the product serves. The data and the key shelf go apart: each data
//! copy in a folder of its own, of the shelf only the latest (DESIGN, "The key shelf"). PostgreSQL has tools of
//! its own; a shelf in a file beside it is copied here.

mod manifest;
mod partial;
mod restore;

use std::fs::File;
use std::path::{Path, PathBuf};

use store::Place;

use crate::config::Config;
use crate::failure::Failure;
use crate::house::House;
use crate::{checkpoints, documents, ledger, say, surroundings};
use manifest::{Copied, DataManifest, FILE as MANIFEST, ShelfManifest};
use partial::Partial;

pub use restore::run as restore;

/// The data in a backup.
const DATA: &str = "samendossier.db";
/// The checkpoints in a backup of the data.
const CHECKPOINTS: &str = "checkpoints.txt";

/// Why a backup was not made, or not put back. One line, and nothing half is left.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    #[error(
        "data in PostgreSQL is backed up by pg_dump, and so is a key shelf there: docs/operating/backup-notes.md says how"
    )]
    Postgres,
    #[error(
        "{} cannot be written ({why}); nothing half was left there: make room, or choose another folder", .path.display()
    )]
    Unwritable { path: PathBuf, why: String },
    #[error("{} is there already; nothing was written: wait a second, or choose another folder", .path.display())]
    AlreadyThere { path: PathBuf },
    #[error("another backup is being made in {}: wait until it is done", .path.display())]
    Busy { path: PathBuf },
    #[error("{} is no backup ({why}): name the folder with {MANIFEST} in it", .path.display())]
    NoBackup { path: PathBuf, why: String },
    #[error("{} is not what it was when the backup was made: use another copy", .path.display())]
    Changed { path: PathBuf },
    #[error("{} and {} belong to two different installations: name the right shelf with --shelf", .data.display(), .shelf.display())]
    Strangers { data: PathBuf, shelf: PathBuf },
    #[error("{} is not empty: choose an empty folder with DATA=folder (only the keys may be there already)", .folder.display())]
    NotEmpty { folder: PathBuf },
}

/// Makes a backup of the data in `target/data`, and of the key shelf in `shelf` (else `target/shelf`).
///
/// # Errors
/// [`Failure::Backup`] with what stands in the way.
pub async fn run(config: &Config, target: &Path, shelf: Option<&Path>) -> Result<(), Failure> {
    if matches!(config.places.shelf, Place::Url(_)) {
        return Err(BackupFault::Postgres.into());
    }
    let house = ledger::open(config).await?;
    let made = copy_both(config, &house, target, shelf).await;
    house.store.close();
    for line in made? {
        say::line(&line);
    }
    Ok(())
}

async fn copy_both(
    config: &Config,
    house: &House,
    target: &Path,
    shelf: Option<&Path>,
) -> Result<Vec<String>, Failure> {
    house.store.note_each_other().await?;
    let note = ledger::sign(config, house).await?;
    let mut lines = Vec::new();
    // The data first: a key that is too much is harmless, one that is missing is not.
    match &config.places.data {
        Place::File(from) => {
            let made = copy_data(config, house, from, &target.join("data"), note).await?;
            lines.push(format!("data       {}", made.display()));
        }
        Place::Url(_) => lines.push("data       in PostgreSQL: use pg_dump".to_owned()),
    }
    if let Place::File(from) = &config.places.shelf {
        let folder = shelf.map_or_else(|| target.join("shelf"), Path::to_owned);
        copy_shelf(house, from, &folder).await?;
        lines.push(format!("key shelf  {}, in the place of the earlier copy", folder.display()));
        lines.push(
            "Bring the two to different places. The keys are in neither: keep them in a third.".to_owned(),
        );
    }
    Ok(lines)
}

/// One moment of the data, with the checkpoints and what to check it by. Gives its folder.
async fn copy_data(
    config: &Config,
    house: &House,
    from: &Path,
    above: &Path,
    checkpoint: Option<String>,
) -> Result<PathBuf, Failure> {
    let now = house.store.now();
    let stamp = now.strftime("%Y-%m-%dT%H%M%SZ").to_string();
    let _alone = alone_in(above)?;
    let partial = Partial::begin(above, &above.join(stamp))?;
    let copy = partial.file(DATA)?;
    store::copy_file(from, &copy).map_err(|why| unwritable(&copy, &why))?;
    let about = store::about_data(&Place::File(copy.clone())).await?;
    let notes = checkpoints::kept(&config.checkpoints)
        .map_err(|why| partial::unwritable(&config.checkpoints, &why))?;
    let kept = partial.path().join(CHECKPOINTS);
    for note in &notes {
        checkpoints::keep(&kept, note).map_err(|why| partial::unwritable(&kept, &why))?;
    }
    let mut files = vec![Copied::of(&copy)?];
    if kept.exists() {
        files.push(Copied::of(&kept)?);
    }
    // A file lies there before its document says so, so each that the copy of the data names is there by now.
    let folder = &config.files;
    for (name, file) in documents::kept(folder).map_err(|why| partial::unwritable(folder, &why))? {
        let copy = partial.path().join(&name);
        partial::make_folder(copy.parent().unwrap_or(above))?;
        match std::fs::copy(&file, &copy) {
            Ok(_) => files.push(Copied::of(&copy)?),
            // Taken away a moment ago, by whoever brought it and could not say where it belongs.
            Err(why) if why.kind() == std::io::ErrorKind::NotFound => {}
            Err(why) => return Err(partial::unwritable(&copy, &why)),
        }
        if let Some(copied) = files.last_mut().filter(|it| name.ends_with(&it.name)) {
            copied.name = name;
        }
    }
    let manifest = DataManifest {
        made_at: now.to_string(),
        program: env!("CARGO_PKG_VERSION").to_owned(),
        installation: about.installation.to_string(),
        schema: about.schema,
        checkpoint: checkpoint.unwrap_or_default(),
        file: files,
    };
    manifest::write(&partial.path().join(MANIFEST), &manifest.text())?;
    partial.keep()
}

/// The shelf as it is now, in the place of the copy before. The manifest names the copy that counts and is
/// replaced in one step, so that at any moment there is one whole copy.
async fn copy_shelf(house: &House, from: &Path, folder: &Path) -> Result<(), Failure> {
    let _alone = alone_in(folder)?;
    let now = house.store.now();
    let name = format!("keys-{}.db", now.strftime("%Y-%m-%dT%H%M%SZ"));
    let copy = folder.join(&name);
    if copy.exists() {
        return Err(BackupFault::AlreadyThere { path: copy }.into());
    }
    let guard = partial::Unfinished::at(&copy);
    partial::private(&copy)?;
    store::copy_file(from, &copy).map_err(|why| unwritable(&copy, &why))?;
    let about = store::about_shelf(&Place::File(copy.clone())).await?;
    let manifest = ShelfManifest {
        made_at: now.to_string(),
        installation: about.installation.to_string(),
        schema: about.schema,
        file: Copied::of(&copy)?,
    };
    manifest::write(&folder.join(MANIFEST), &manifest.text())?;
    guard.finished();
    // An old copy brings destroyed keys back: it goes as soon as it is not needed.
    partial::remove_others(folder, |other| other.starts_with("keys-") && other != name)
}

/// Makes the folder when it is not there, and holds it until dropped.
fn alone_in(folder: &Path) -> Result<File, Failure> {
    partial::make_folder(folder)?;
    let held = File::open(folder).map_err(|why| partial::unwritable(folder, &why))?;
    match held.try_lock() {
        Ok(()) => Ok(held),
        Err(_) => Err(BackupFault::Busy { path: folder.to_owned() }.into()),
    }
}

/// What the database says when a copy cannot be written.
fn unwritable(path: &Path, why: &store::Error) -> Failure {
    let said = why.to_string();
    let why = if said.contains("sqlite 13") { "the disk is full".to_owned() } else { said };
    BackupFault::Unwritable { path: path.to_owned(), why }.into()
}

/// The house of a restored copy, where it is tried before it gets its name.
async fn open_copy(config: &Config) -> Result<House, Failure> {
    House::open(config, surroundings::real(&config.node)).await
}
