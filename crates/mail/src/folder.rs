//! Letters as files that a mail program opens: for the demo, which has no mail server, and for who wants to see what
//! would leave.

use std::fs::{DirBuilder, OpenOptions, rename};
use std::io::{Result, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;

use crate::letter::Letter;

/// Makes the folder, for its owner alone.
pub fn make(folder: &Path) -> Result<()> {
    DirBuilder::new().recursive(true).mode(0o700).create(folder)
}

/// Keeps a letter under its Message-ID: a repeat takes the place of the first.
pub fn keep(folder: &Path, letter: &Letter) -> Result<()> {
    make(folder)?;
    let name = letter.message_id.split('@').next().unwrap_or_default();
    let (half, whole) = (folder.join(format!("{name}.half")), folder.join(format!("{name}.eml")));
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&half)?;
    file.write_all(&letter.bytes)?;
    file.sync_data()?;
    rename(half, whole)
}
