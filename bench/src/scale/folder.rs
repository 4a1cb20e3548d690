//! The folder of a scale world: made here and nowhere else, marked as a place for measuring from its first moment.
//! A folder that was there already is never filled, and only one of ours is ever thrown away.

use std::fs;
use std::path::{Path, PathBuf};

use store::{Place, Places};

use super::{Size, said};

/// As the floor build asks: nothing in such a folder is about anybody.
const MEASURING: &str = "MEASURING";
/// Written last: what has it is whole.
const WHOLE: &str = "SIZE";

/// Makes an empty folder for a world.
///
/// # Errors
/// When anything is there already, even an empty folder.
pub fn make(folder: &Path) -> Result<(), String> {
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent).map_err(said)?;
    }
    fs::create_dir(folder).map_err(|why| {
        format!("{}: {why}; a world is made only in a folder that was not there", folder.display())
    })?;
    fs::create_dir(folder.join("shelf")).map_err(said)?;
    fs::write(folder.join(MEASURING), "").map_err(said)
}

/// Says that the world in it is whole.
pub fn is_whole(folder: &Path, size: Size) -> Result<(), String> {
    fs::write(folder.join(WHOLE), size.mark()).map_err(said)
}

/// Whether it holds a whole world of this size.
pub fn holds(folder: &Path, size: Size) -> bool {
    fs::read_to_string(folder.join(WHOLE)).is_ok_and(|mark| mark == size.mark())
}

/// Throws away what `make` made.
///
/// # Errors
/// When the folder is not marked for measuring.
pub fn throw_away(folder: &Path) -> Result<(), String> {
    if !folder.exists() {
        return Ok(());
    }
    if !folder.join(MEASURING).is_file() {
        return Err(format!("{} is no folder for measuring: it stays as it is", folder.display()));
    }
    fs::remove_dir_all(folder).map_err(said)
}

pub fn data(folder: &Path) -> PathBuf {
    folder.join("bench.db")
}

pub fn shelf(folder: &Path) -> PathBuf {
    folder.join("shelf/keys.db")
}

pub fn places(folder: &Path) -> Places {
    Places { data: Place::File(data(folder)), shelf: Place::File(shelf(folder)) }
}

/// Who and what is measured: a line per worker, and one per resident.
pub fn measured(folder: &Path) -> PathBuf {
    folder.join("measured.txt")
}
