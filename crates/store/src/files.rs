//! Files of documents: sealed, beside the database, each under a random name. What the database holds says which file it
//! is and keeps its key; a file without its row is noise that nobody can open.

mod sweep;

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tokio::task::spawn_blocking;
use uuid::Uuid;
use vault::{FileKey, Zeroizing};

use crate::error::Error;
use crate::store::Store;

pub use sweep::UNNAMED_TERM;

/// Where files lie. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Files {
    folder: Arc<PathBuf>,
}

/// A file that lies there and that no document names yet. Left unnamed it is never opened again.
#[derive(Clone, Debug)]
pub struct SealedFile {
    pub(crate) id: Uuid,
    pub(crate) key: Arc<FileKey>,
}

/// The file of a document that somebody may read.
#[derive(Clone, Debug)]
pub struct KeptFile {
    pub(crate) id: Uuid,
    pub(crate) key: Arc<FileKey>,
}

impl PartialEq for KeptFile {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for KeptFile {}

impl Files {
    /// Files in this folder, which is there and can be written to.
    pub fn in_folder(folder: PathBuf) -> Self {
        Self { folder: Arc::new(folder) }
    }

    /// The folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Two letters of the name are a folder, so that none grows beyond what a file system likes.
    fn path(&self, id: Uuid) -> PathBuf {
        let name = id.simple().to_string();
        self.folder.join(&name[..2]).join(&name)
    }

    /// The bytes of a file that may be read.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the folder cannot be read, [`Error::Sealed`] when the file is not what it was.
    pub async fn open(&self, file: &KeptFile) -> Result<Zeroizing<Vec<u8>>, Error> {
        let path = self.path(file.id);
        let (id, key) = (file.id, Arc::clone(&file.key));
        apart(move || {
            let sealed = match fs::read(path) {
                Ok(sealed) => sealed,
                Err(why) if why.kind() == io::ErrorKind::NotFound => {
                    return Err(Error::Sealed("file is gone"));
                }
                Err(why) => return Err(unavailable(&why)),
            };
            key.open(id, &sealed).ok_or(Error::Sealed("file does not open"))
        })
        .await
    }

    /// Takes a file away, when it is there.
    ///
    /// # Errors
    /// [`Error::Unavailable`].
    pub async fn remove(&self, file: &SealedFile) -> Result<(), Error> {
        let path = self.path(file.id);
        apart(move || match fs::remove_file(path) {
            Err(why) if why.kind() != io::ErrorKind::NotFound => Err(unavailable(&why)),
            _ => Ok(()),
        })
        .await
    }
}

impl Store {
    /// Seals bytes under a key of their own and keeps them where files lie, on disk before this returns.
    ///
    /// # Errors
    /// [`Error::Unavailable`] when the disk is full or the folder cannot be written to. Nothing is left then.
    pub async fn keep_file(&self, files: &Files, bytes: Vec<u8>) -> Result<SealedFile, Error> {
        let core = Arc::clone(&self.core);
        let (files, bytes) = (files.clone(), Zeroizing::new(bytes));
        apart(move || {
            let entropy = &*core.surroundings.entropy;
            let file = SealedFile { id: entropy.uuid_random(), key: Arc::new(FileKey::generate(entropy)) };
            let sealed = file.key.seal(file.id, &bytes, entropy);
            let path = files.path(file.id);
            let unfinished = path.with_extension("part");
            write(&unfinished, &path, &sealed).map_err(|why| {
                // What was half written would only take room.
                let _ = fs::remove_file(&unfinished);
                unavailable(&why)
            })?;
            Ok(file)
        })
        .await
    }
}

fn write(unfinished: &Path, path: &Path, sealed: &[u8]) -> io::Result<()> {
    let above = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(above)?;
    let mut file = File::options().write(true).create_new(true).open(unfinished)?;
    file.write_all(sealed)?;
    file.sync_all()?;
    fs::rename(unfinished, path)?;
    File::open(above)?.sync_all()
}

/// Reading and writing files waits for the disk, so not where requests run.
async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, Error> + Send + 'static,
) -> Result<T, Error> {
    spawn_blocking(work).await.unwrap_or(Err(Error::Panicked))
}

fn unavailable(why: &io::Error) -> Error {
    Error::Unavailable(format!("files: {}", why.kind()))
}
