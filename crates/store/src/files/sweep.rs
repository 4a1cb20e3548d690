//! Files that no document names: they came in and their deed never did, or its row went with an older backup. Nobody can
//! open them, so they only take room. They go after a term long enough to find a newer backup in.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use super::{Files, apart, unavailable};
use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::store::Store;
use crate::{params, sql};

/// How long a file lies without a document before it goes.
pub const UNNAMED_TERM: SignedDuration = SignedDuration::from_hours(30 * 24);

/// With more files than twice the documents and these, none is taken away.
const STRANGERS: u64 = 20;

impl Store {
    /// Takes away the files of one folder of the 256 that lay there for [`UNNAMED_TERM`] without a document, also those that
    /// were half written. Says how many went.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the folder cannot be read or a file not be taken away, and when most files in it belong to
    /// no document of this database. Then nothing is taken away.
    pub async fn sweep_files(&self, files: &Files, folder: u8) -> Result<usize, Error> {
        let folder_path = files.folder().join(format!("{folder:02x}"));
        let before = self.now() - UNNAMED_TERM;
        let old = apart(move || older(&folder_path, before).map_err(|why| unavailable(&why))).await?;
        if old.is_empty() {
            return Ok(0);
        }
        let (documents, named) = self.chore(Named { folder }).await?;
        let all = files.folder().to_owned();
        let lying = apart(move || count(&all).map_err(|why| unavailable(&why))).await?;
        // So many strangers: this is the folder of another database, or this is not the database of this folder.
        if lying > 2 * documents + STRANGERS {
            return Err(Error::Unavailable("files: most of them belong to no document here".to_owned()));
        }
        let unnamed: Vec<_> =
            old.into_iter().filter(|(id, _)| id.is_none_or(|id| !named.contains(&id))).collect();
        let found = unnamed.len();
        apart(move || {
            for (_, path) in unnamed {
                fs::remove_file(path).map_err(|why| unavailable(&why))?;
            }
            Ok(())
        })
        .await?;
        Ok(found)
    }
}

/// A file that we wrote and who it is; none: it was never finished.
type Lying = (Option<Uuid>, PathBuf);

/// How many files lie in all folders.
fn count(all: &Path) -> std::io::Result<u64> {
    let mut lying = 0;
    for folder in fs::read_dir(all)? {
        let folder = folder?.path();
        if folder.is_dir() {
            lying += fs::read_dir(folder)?.count() as u64;
        }
    }
    Ok(lying)
}

/// What we wrote in a folder before this instant. What somebody else put there stays.
fn older(folder: &Path, before: Timestamp) -> std::io::Result<Vec<Lying>> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(why) => return Err(why),
    };
    let mut found = Vec::new();
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let (id, is_half) = match name.strip_suffix(".part") {
            Some(half) => (half, true),
            None => (name, false),
        };
        let Ok(id) = id.parse::<Uuid>() else { continue };
        if fs::metadata(&path)?.modified()? < SystemTime::from(before) {
            found.push(((!is_half).then_some(id), path));
        }
    }
    Ok(found)
}

/// The files of one folder that a document names, also one that was withdrawn: its file goes by that deed.
#[derive(Clone)]
struct Named {
    folder: u8,
}

impl Chore for Named {
    /// How many documents there are, and the files of those in the folder.
    type Out = (u64, Vec<Uuid>);

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let documents = desk.tx.one(sql!("SELECT COUNT(*) FROM document"), params![]).await?.get(0)?;
        let (mut first, mut last) = ([0; 16], [0xff; 16]);
        (first[0], last[0]) = (self.folder, self.folder);
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT file
                       FROM document
                      WHERE file BETWEEN $1 AND $2"
                ),
                params![Uuid::from_bytes(first), Uuid::from_bytes(last)],
            )
            .await?;
        Ok((documents, rows.iter().map(|row| row.get(0)).collect::<Result<_, _>>()?))
    }
}
