//! What is being made gets its name when it is whole; what was not finished is taken away.

use std::fs::{self, DirBuilder, File};
use std::io;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};

use super::BackupFault;
use crate::failure::Failure;
use crate::folder;

/// How a folder that is not whole ends.
const ENDING: &str = ".partial";

/// A folder that gets its name when it is whole, and goes when it is not.
pub struct Partial {
    path: PathBuf,
    name: PathBuf,
}

impl Partial {
    /// Begins `name`, which is in `above`. What an attempt that was killed left behind goes first.
    ///
    /// # Errors
    /// When the name is taken, or the folder cannot be written.
    pub fn begin(above: &Path, name: &Path) -> Result<Self, Failure> {
        if name.exists() {
            return Err(BackupFault::AlreadyThere { path: name.to_owned() }.into());
        }
        remove_others(above, |other| other.starts_with('.') && other.ends_with(ENDING))?;
        let last = name.file_name().unwrap_or_default().to_string_lossy();
        let path = above.join(format!(".{last}{ENDING}"));
        make_folder(&path)?;
        Ok(Self { path, name: name.to_owned() })
    }

    /// Where it is for now.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// An empty file in it, for its owner only.
    ///
    /// # Errors
    /// When it cannot be made.
    pub fn file(&self, name: &str) -> Result<PathBuf, Failure> {
        let path = self.path.join(name);
        private(&path)?;
        Ok(path)
    }

    /// It is whole: it gets its name, on disk when this returns.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn keep(self) -> Result<PathBuf, Failure> {
        sync_folder(&self.path)?;
        fs::rename(&self.path, &self.name).map_err(|why| unwritable(&self.name, &why))?;
        sync_folder(self.name.parent().unwrap_or(Path::new(".")))?;
        Ok(self.name.clone())
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // After `keep` there is nothing by this name.
        let _ = fs::remove_dir_all(&self.path);
    }
}

/// A file that goes unless it was finished.
pub struct Unfinished(Option<PathBuf>);

impl Unfinished {
    /// Watches over this file.
    pub fn at(path: &Path) -> Self {
        Self(Some(path.to_owned()))
    }

    /// It is whole.
    pub fn finished(mut self) {
        self.0 = None;
    }
}

impl Drop for Unfinished {
    fn drop(&mut self) {
        if let Some(path) = &self.0 {
            for ending in ["", "-journal", "-wal", "-shm"] {
                let _ = fs::remove_file(format!("{}{ending}", path.display()));
            }
        }
    }
}

/// Makes a folder and what is missing above it, for its owner only.
///
/// # Errors
/// [`BackupFault::Unwritable`].
pub fn make_folder(path: &Path) -> Result<(), Failure> {
    DirBuilder::new().recursive(true).mode(0o700).create(path).map_err(|why| unwritable(path, &why))
}

/// Makes an empty file for its owner only.
///
/// # Errors
/// [`BackupFault::Unwritable`].
pub fn private(path: &Path) -> Result<(), Failure> {
    folder::make_private(path).map_err(|why| unwritable(path, &why))
}

/// Removes what is in a folder by these names.
///
/// # Errors
/// [`BackupFault::Unwritable`] for what does not go.
pub fn remove_others(folder: &Path, goes: impl Fn(&str) -> bool) -> Result<(), Failure> {
    for entry in fs::read_dir(folder).map_err(|why| unwritable(folder, &why))? {
        let entry = entry.map_err(|why| unwritable(folder, &why))?;
        if !entry.file_name().to_str().is_some_and(&goes) {
            continue;
        }
        let path = entry.path();
        let gone = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        gone.map_err(|why| unwritable(&path, &why))?;
    }
    sync_folder(folder)
}

/// What is in a folder outlives a power cut.
///
/// # Errors
/// [`BackupFault::Unwritable`].
pub fn sync_folder(folder: &Path) -> Result<(), Failure> {
    File::open(folder).and_then(|opened| opened.sync_all()).map_err(|why| unwritable(folder, &why))
}

/// What the operating system said about a path.
pub fn unwritable(path: &Path, why: &io::Error) -> Failure {
    let why = match why.kind() {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "the disk is full".to_owned(),
        kind => kind.to_string(),
    };
    BackupFault::Unwritable { path: path.to_owned(), why }.into()
}
