//! `restore FROM`: puts a backup of the data and the latest key shelf in an empty folder. Copied beside their
//! place, checked against their manifests, opened with the keys, verified; and only then given their names.

use std::fs;
use std::path::{Path, PathBuf};

use store::{Behind, Place, Places};

use super::manifest::{self, Copied, DataManifest, ShelfManifest};
use super::partial::{Partial, make_folder, private, sync_folder, unwritable};
use super::{BackupFault, CHECKPOINTS, DATA, open_copy, unwritable as unwritable_by_store};
use crate::config::Config;
use crate::failure::Failure;
use crate::{documents, keys, ledger, say};

/// Where the key shelf comes from.
enum Shelf {
    /// The copy that `backup` made.
    Copy { folder: PathBuf, about: ShelfManifest },
    /// The shelf itself, which survived its data: newer than any copy.
    Survived(PathBuf),
}

/// Puts the backup in `from` into DATA, with the shelf in `shelf` (else beside the data, as `backup` makes it).
/// `shelf` may also be the file of a shelf that survived.
///
/// # Errors
/// What stands in the way; nothing was put in DATA then.
pub async fn run(config: &Config, from: &Path, shelf: Option<&Path>) -> Result<(), Failure> {
    let (Place::File(data), Place::File(keys_db)) = (&config.places.data, &config.places.shelf) else {
        return Err(BackupFault::Postgres.into());
    };
    let shelf = shelf.map_or_else(|| from.join("..").join("..").join("shelf"), Path::to_owned);
    let about: DataManifest = manifest::read(from)?;
    let source = if shelf.is_file() {
        Shelf::Survived(shelf.clone())
    } else {
        Shelf::Copy { folder: shelf.clone(), about: manifest::read(&shelf)? }
    };
    let belongs_to = match &source {
        Shelf::Copy { about, .. } => about.installation.clone(),
        Shelf::Survived(file) => match store::about_shelf(&Place::File(file.clone())).await {
            Ok(about) => about.installation.to_string(),
            Err(why) => {
                return Err(BackupFault::NoBackup { path: shelf, why: why.to_string() }.into());
            }
        },
    };
    if about.installation != belongs_to {
        return Err(BackupFault::Strangers { data: from.to_owned(), shelf }.into());
    }
    // Without the keys nothing can be tried; what is wrong with them is said before anything is copied.
    keys::load(config)?;
    refuse_other_things(config)?;

    make_folder(&config.data)?;
    let partial = Partial::begin(&config.data, &config.data.join("restored"))?;
    let copy = copied(config, &partial, from, &about, &source)?;
    let house = open_copy(&copy).await?;
    let sound = ledger::check(&copy, &house).await;
    let behind = house.store.behind().await;
    house.store.close();
    // The files are closed when nothing holds them: only then they are whole without their logs.
    drop(house);
    sound?;
    let behind = behind?;

    put_in_place(config, &copy, data, keys_db)?;
    drop(partial);
    say::line(&told(config, &about, behind));
    Ok(())
}

/// DATA holds nothing but the keys, which are put there first.
fn refuse_other_things(config: &Config) -> Result<(), Failure> {
    let folder = &config.data;
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(why) => return Err(unwritable(folder, &why)),
    };
    for entry in entries {
        let path = entry.map_err(|why| unwritable(folder, &why))?.path();
        let is_keys = path.canonicalize().ok() == config.keys.canonicalize().ok();
        // Left behind by a restore that was killed: begun anew.
        let is_partial = path.file_name().is_some_and(|name| name == ".restored.partial");
        if !is_keys && !is_partial {
            return Err(BackupFault::NotEmpty { folder: folder.clone() }.into());
        }
    }
    Ok(())
}

/// Copies all files beside their place; gives the settings of the house they make.
fn copied(
    config: &Config,
    partial: &Partial,
    from: &Path,
    about: &DataManifest,
    shelf: &Shelf,
) -> Result<Config, Failure> {
    let place = partial.path().to_owned();
    let into = |name: &str| place.join(name);
    for file in &about.file {
        if ![DATA, CHECKPOINTS].contains(&file.name.as_str()) && !documents::is_kept(&file.name) {
            let why = format!("it names {:?}", file.name);
            return Err(BackupFault::NoBackup { path: from.to_owned(), why }.into());
        }
        let to = into(&file.name);
        make_folder(to.parent().unwrap_or(&place))?;
        copy(&from.join(&file.name), &to, file)?;
    }
    make_folder(&into("shelf"))?;
    let keys_db = place.join("shelf").join("keys.db");
    match shelf {
        Shelf::Copy { folder, about } if about.file.is_plain() => {
            copy(&folder.join(&about.file.name), &keys_db, &about.file)?;
        }
        Shelf::Copy { folder, .. } => {
            let why = "it names a file elsewhere".to_owned();
            return Err(BackupFault::NoBackup { path: folder.clone(), why }.into());
        }
        Shelf::Survived(file) => {
            private(&keys_db)?;
            store::copy_file(file, &keys_db).map_err(|why| unwritable_by_store(&keys_db, &why))?;
        }
    }
    let places = Places { data: Place::File(into(DATA)), shelf: Place::File(keys_db) };
    Ok(Config {
        data: place.clone(),
        places,
        checkpoints: into(CHECKPOINTS),
        files: into("files"),
        ..config.clone()
    })
}

/// Copies one file and holds it against its manifest.
fn copy(from: &Path, to: &Path, expected: &Copied) -> Result<(), Failure> {
    private(to)?;
    let copied = fs::File::open(from).and_then(|mut source| {
        let mut target = fs::OpenOptions::new().write(true).truncate(true).open(to)?;
        std::io::copy(&mut source, &mut target)?;
        target.sync_all()
    });
    copied.map_err(|why| match why.kind() {
        std::io::ErrorKind::NotFound => BackupFault::Changed { path: from.to_owned() }.into(),
        _ => unwritable(to, &why),
    })?;
    let found = Copied::of(to)?;
    if (found.bytes, &found.sha256) != (expected.bytes, &expected.sha256) {
        return Err(BackupFault::Changed { path: from.to_owned() }.into());
    }
    Ok(())
}

/// Every file gets its name, the data last: without it there is no installation yet.
fn put_in_place(config: &Config, copy: &Config, data: &Path, keys_db: &Path) -> Result<(), Failure> {
    let (Place::File(from_data), Place::File(from_keys)) = (&copy.places.data, &copy.places.shelf) else {
        return Ok(());
    };
    for file in [from_data, from_keys] {
        let log = PathBuf::from(format!("{}-wal", file.display()));
        if fs::metadata(&log).is_ok_and(|found| found.len() > 0) {
            let why = "the database was not closed".to_owned();
            return Err(BackupFault::Unwritable { path: log, why }.into());
        }
    }
    let mut moves: Vec<(PathBuf, PathBuf)> = vec![(from_keys.clone(), keys_db.to_owned())];
    if copy.checkpoints.exists() {
        put_aside(&config.checkpoints)?;
        moves.push((copy.checkpoints.clone(), config.checkpoints.clone()));
    }
    for (name, from) in documents::kept(&copy.files).map_err(|why| unwritable(&copy.files, &why))? {
        let inside = name.strip_prefix("files/").unwrap_or(&name);
        moves.push((from, config.files.join(inside)));
    }
    moves.push((from_data.clone(), data.to_owned()));
    for (from, to) in moves {
        let above = to.parent().unwrap_or(Path::new(".")).to_owned();
        make_folder(&above)?;
        // CHECKPOINTS may be on another disk, where a file cannot simply get another name.
        let moved = fs::rename(&from, &to).or_else(|_| fs::copy(&from, &to).map(drop));
        moved.map_err(|why| unwritable(&to, &why))?;
        sync_folder(&above)?;
    }
    Ok(())
}

/// Checkpoints that are there already tell of more than the backup knows: they are kept, under another name.
fn put_aside(file: &Path) -> Result<(), Failure> {
    if !file.exists() {
        return Ok(());
    }
    let aside = file.with_extension("before-restore.txt");
    fs::rename(file, &aside).map_err(|why| unwritable(&aside, &why))?;
    say::line(&format!("{} tells of more than this backup: kept as {}", file.display(), aside.display()));
    Ok(())
}

fn told(config: &Config, about: &DataManifest, behind: Option<Behind>) -> String {
    let missing = match behind {
        None => "Nothing is missing, as far as the key shelf knows.".to_owned(),
        Some(Behind { lines, destroyed }) => format!(
            "{lines} lines of the record were written after it and are missing. Keys destroyed on purpose: \
             {destroyed}; what they sealed stays destroyed."
        ),
    };
    format!(
        "The backup of {} is in {}, and its record is sound.\n{missing}\n\
         Compare with the checkpoints that somebody else keeps, and tell the data protection officer what was put\n\
         back. Next: samendossier serve",
        about.made_at,
        config.data.display()
    )
}
