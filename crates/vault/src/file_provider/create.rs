//! Makes the key files of a new installation.
//! Run once, by hand or by the demo; a file that is there is never overwritten.

use std::fs::{DirBuilder, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use zeroize::Zeroizing;

use super::{FileProvider, INDEX, LEDGER, ORDER, SESSION, is_kek_file, is_kek_id};
use crate::{Entropy, ProviderError};

/// Why the files cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The name cannot be part of an id.
    #[error(
        "{name:?} cannot name a key-encryption key: at most 40 small letters, digits or hyphens, \
         and without the leading \"kek-\""
    )]
    BadName {
        /// The name.
        name: String,
    },
    /// Keys are there already. Overwriting one would destroy all it opens.
    #[error("{} already holds {}; nothing was written", .dir.display(), .files.join(", "))]
    AlreadyThere {
        /// The directory.
        dir: PathBuf,
        /// The files found.
        files: Vec<String>,
    },
    /// The directory was there and is not fit for keys.
    #[error(transparent)]
    Unfit(ProviderError),
    /// The operating system refused.
    #[error("{} cannot be written", .path.display())]
    Unwritable {
        /// The file or directory.
        path: PathBuf,
        /// What the operating system said.
        #[source]
        source: io::Error,
    },
}

impl FileProvider {
    /// Makes the directory (0700) and fresh keys (0600) for a new installation, on disk when this returns.
    /// `kek_name` is what follows "kek-": "2026-11" gives the id "kek-2026-11".
    ///
    /// # Errors
    /// [`CreateError`]; a key file that is there is never overwritten, and the error names it.
    pub fn create(
        dir: impl Into<PathBuf>,
        entropy: &dyn Entropy,
        kek_name: &str,
    ) -> Result<Self, CreateError> {
        let kek_id = format!("kek-{kek_name}");
        if !is_kek_id(&kek_id) || kek_name.starts_with("kek-") {
            let name = kek_name.to_owned();
            return Err(CreateError::BadName { name });
        }
        let provider = Self::new(dir);
        let made = provider.make_directory()?;
        provider.refuse_existing_keys()?;
        let kek_file = format!("{kek_id}.key");
        for name in [kek_file.as_str(), INDEX, LEDGER, SESSION] {
            provider.write_key(name, entropy)?;
        }
        for dir in made.iter().chain([&provider.dir]) {
            sync_directory(dir)?;
        }
        Ok(provider)
    }

    /// Makes the directory and what is missing above it. Gives the directories that got a new entry.
    fn make_directory(&self) -> Result<Vec<PathBuf>, CreateError> {
        let above = |dir: &Path| match dir.parent() {
            Some(parent) if parent.as_os_str().is_empty() => Some(PathBuf::from(".")),
            Some(parent) => Some(parent.to_owned()),
            None => None,
        };
        let mut changed = Vec::new();
        let mut missing = self.dir.clone();
        while !missing.exists() {
            let Some(parent) = above(&missing) else { break };
            changed.push(parent.clone());
            missing = parent;
        }
        DirBuilder::new().recursive(true).mode(0o700).create(&self.dir).map_err(unwritable(&self.dir))?;
        self.check_directory().map_err(CreateError::Unfit)?;
        Ok(changed)
    }

    fn refuse_existing_keys(&self) -> Result<(), CreateError> {
        let mut files = self.names().map_err(unwritable(&self.dir))?;
        files.retain(|name| is_kek_file(name) || [ORDER, INDEX, LEDGER, SESSION].contains(&&**name));
        if files.is_empty() {
            return Ok(());
        }
        let dir = self.dir.clone();
        Err(CreateError::AlreadyThere { dir, files })
    }

    pub(super) fn write_key(&self, name: &str, entropy: &dyn Entropy) -> Result<(), CreateError> {
        let path = self.dir.join(name);
        let mut key = Zeroizing::new([0; 32]);
        entropy.fill(&mut *key);
        let line = Zeroizing::new(BASE64_STANDARD.encode(key.as_slice()));
        // Not pushed onto the line: growing it would leave a copy behind.
        let write = || {
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path)?;
            file.write_all(line.as_bytes())?;
            file.write_all(b"\n")?;
            file.sync_all()
        };
        write().map_err(unwritable(&path))
    }
}

/// A new file outlives a power cut only when its directory is on disk as well.
pub(super) fn sync_directory(dir: &Path) -> Result<(), CreateError> {
    File::open(dir).and_then(|opened| opened.sync_all()).map_err(unwritable(dir))
}

pub(super) fn unwritable(path: &Path) -> impl FnOnce(io::Error) -> CreateError {
    let path = path.to_owned();
    |source| CreateError::Unwritable { path, source }
}
