//! The mark of a demo world in its folder: only what is marked is ever thrown away, and a world that was
//! not finished says so.

use std::io::Write;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// How far the demo world came.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Mark {
    /// The folder is the demo's own; nothing was put in the data yet.
    Begun,
    /// It is being made, or was when the process ended.
    Loading,
    Complete,
}

const BEGUN: &str = "begun\n";
const LOADING: &str = "loading\n";
const COMPLETE: &str = "complete\n";

impl Mark {
    /// Where the mark of this folder is.
    pub fn path(data: &Path) -> PathBuf {
        data.join("demo-world")
    }

    /// The mark of this folder. A mark that cannot be understood counts as unfinished.
    pub fn read(data: &Path) -> Option<Self> {
        let text = std::fs::read_to_string(Self::path(data)).ok()?;
        Some(match text.as_str() {
            BEGUN => Self::Begun,
            COMPLETE => Self::Complete,
            _ => Self::Loading,
        })
    }

    /// Takes the mark away: this is no demo.
    ///
    /// # Errors
    /// [`Failure::CannotRemove`].
    pub fn remove(data: &Path) -> Result<(), Failure> {
        let path = Self::path(data);
        match std::fs::remove_file(&path) {
            Err(why) if why.kind() != std::io::ErrorKind::NotFound => {
                Err(Failure::CannotRemove { path, why: why.kind().to_string() })
            }
            _ => Ok(()),
        }
    }

    /// Sets the mark, on disk when this returns.
    ///
    /// # Errors
    /// [`Failure::Unwritable`].
    pub fn write(self, data: &Path) -> Result<(), Failure> {
        let text = match self {
            Self::Begun => BEGUN,
            Self::Loading => LOADING,
            Self::Complete => COMPLETE,
        };
        let write = || {
            let mut file = std::fs::File::create(Self::path(data))?;
            file.write_all(text.as_bytes())?;
            file.sync_all()
        };
        write().map_err(|why: std::io::Error| Failure::Unwritable {
            folder: data.to_owned(),
            setting: "DATA",
            why: why.kind().to_string(),
        })
    }
}
