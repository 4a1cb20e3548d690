//! The folder of an installation: made for its owner only, and tried before anything is put in it.

use std::fs::{DirBuilder, OpenOptions};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use crate::failure::Failure;

/// Makes a folder and what is missing above it, for its owner only, and tries to write in it.
///
/// # Errors
/// [`Failure::Unwritable`] with the setting that chooses the folder.
pub fn make_writable(folder: &Path, setting: &'static str) -> Result<(), Failure> {
    let unwritable = |why: std::io::Error| Failure::Unwritable {
        folder: folder.to_owned(),
        setting,
        why: why.kind().to_string(),
    };
    DirBuilder::new().recursive(true).mode(0o700).create(folder).map_err(unwritable)?;
    let trial = folder.join(".writable");
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(true)
        .mode(0o600)
        .open(&trial)
        .map_err(unwritable)?;
    std::fs::remove_file(&trial).map_err(unwritable)
}

/// Makes a file for its owner only, when it is not there: a database that is opened later keeps this mode.
///
/// # Errors
/// What the operating system said.
pub fn make_private(file: &Path) -> std::io::Result<()> {
    OpenOptions::new().append(true).create(true).mode(0o600).open(file).map(drop)
}
