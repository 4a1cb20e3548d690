//! The secrets as files: one file a secret, refused when anybody but its owner can read or write it.
//! Unix only, as the promise of these files is in their permission bits.

mod add;
mod create;

use std::fs::{self, File};
use std::io::{self, ErrorKind, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use base64::prelude::{BASE64_STANDARD, Engine};
use zeroize::Zeroizing;

use crate::provider::{KeyProvider, ProviderError, Secrets};
use crate::{BlindIndex, Kek, KeyRing, SessionKey};

pub use add::AddError;
pub use create::CreateError;

const ORDER: &str = "kek-order";
const INDEX: &str = "blind-index.key";
const LEDGER: &str = "ledger.key";
const SESSION: &str = "session.key";

/// No file of ours is longer. A key takes 45 bytes.
const LONGEST: u64 = 4096;

/// Reads the secrets from a directory.
///
/// ```text
/// kek-2026-11.key   a key-encryption key; its id is the name without ".key"
/// kek-order         the ids, one a line, the one that seals first; needed from the second kek on
/// blind-index.key   ledger.key   session.key
/// ```
///
/// Each `.key` file holds 32 bytes in base64 and a newline. A new key-encryption key is made by
/// [`FileProvider::add_kek`] and put first in `kek-order`. The old one stays until every row of the shelf is
/// wrapped anew.
#[derive(Debug, Clone)]
pub struct FileProvider {
    dir: PathBuf,
    whose: Whose,
}

/// Who made the directory, and with that what its permission bits can promise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    /// The user who runs the product.
    Ours,
    /// The system: a secret mount or credentials of a service. Such a directory may be anybody's to write by its
    /// bits while the mount is read-only, and a group of this service's own may read the files.
    TheSystems,
}

impl FileProvider {
    /// Reads from this directory; nothing is touched before [`KeyProvider::load`].
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), whose: Whose::Ours }
    }

    /// Reads from a directory that the system made for this service: a secret mount of a container, or
    /// `$CREDENTIALS_DIRECTORY` of systemd. The names of the files are the same.
    pub fn mounted(dir: impl Into<PathBuf>) -> Self {
        Self { dir: dir.into(), whose: Whose::TheSystems }
    }

    fn check_directory(&self) -> Result<(), ProviderError> {
        let dir = self.dir.clone();
        match fs::metadata(&dir) {
            Ok(found) if found.is_dir() => match found.permissions().mode() & 0o7777 {
                mode if mode & 0o022 != 0 && self.whose == Whose::Ours => {
                    Err(ProviderError::DirectoryWritable { dir, mode })
                }
                _ => Ok(()),
            },
            Ok(_) => Err(ProviderError::DirectoryMissing { dir }),
            Err(source) if source.kind() == ErrorKind::NotFound => {
                Err(ProviderError::DirectoryMissing { dir })
            }
            Err(source) => Err(ProviderError::Unreadable { file: dir, source }),
        }
    }

    /// The names in the directory, sorted. A name that is not UTF-8 is none of ours.
    fn names(&self) -> io::Result<Vec<String>> {
        let mut names = Vec::new();
        for entry in fs::read_dir(&self.dir)? {
            names.extend(entry?.file_name().into_string());
        }
        names.sort();
        Ok(names)
    }

    fn read_ring(&self) -> Result<KeyRing, ProviderError> {
        let mut keks = Vec::new();
        for id in self.kek_ids_in_order()? {
            keks.push(Kek::new(&*id, &*self.read_key(&format!("{id}.key"))?));
        }
        KeyRing::new(keks).map_err(ProviderError::Ring)
    }

    fn kek_ids_in_order(&self) -> Result<Vec<String>, ProviderError> {
        let present = self.kek_ids_present()?;
        let order = self.dir.join(ORDER);
        let listed = match self.read_private(&order) {
            Ok(list) => listed_ids(&order, &list)?,
            Err(ProviderError::Missing { .. }) if present.len() == 1 => return Ok(present),
            Err(ProviderError::Missing { .. }) if present.is_empty() => {
                let dir = self.dir.clone();
                return Err(ProviderError::NoKek { dir });
            }
            Err(ProviderError::Missing { .. }) => {
                let keks = present;
                return Err(ProviderError::OrderMissing { order, keks });
            }
            Err(other) => return Err(other),
        };
        if let Some(kek) = present.into_iter().find(|id| !listed.contains(id)) {
            return Err(ProviderError::NotListed { order, kek });
        }
        if listed.is_empty() {
            let dir = self.dir.clone();
            return Err(ProviderError::NoKek { dir });
        }
        Ok(listed)
    }

    fn kek_ids_present(&self) -> Result<Vec<String>, ProviderError> {
        let mut ids =
            self.names().map_err(|source| ProviderError::Unreadable { file: self.dir.clone(), source })?;
        ids.retain(|name| is_kek_file(name));
        for name in &mut ids {
            let file = self.dir.join(&*name);
            name.truncate(name.len() - ".key".len());
            if !is_kek_id(name) {
                return Err(ProviderError::BadKekName { file });
            }
        }
        Ok(ids)
    }

    fn read_key(&self, name: &str) -> Result<Zeroizing<[u8; 32]>, ProviderError> {
        let file = self.dir.join(name);
        let text = self.read_private(&file)?;
        key_in(&text).map_err(|why| match why {
            NoKey::NotBase64 => ProviderError::NotBase64 { file },
            NoKey::Holds(length) => ProviderError::WrongLength { file, length },
        })
    }

    /// Reads a file that nobody else may read or write. The bits are those of the file that was opened, so
    /// swapping the name in between changes nothing.
    fn read_private(&self, path: &Path) -> Result<Zeroizing<Vec<u8>>, ProviderError> {
        let file = path.to_owned();
        let unreadable = |source: io::Error| match source.kind() {
            ErrorKind::NotFound => ProviderError::Missing { file: file.clone() },
            _ => ProviderError::Unreadable { file: file.clone(), source },
        };
        let opened = File::open(path).map_err(unreadable)?;
        let mode = opened.metadata().map_err(unreadable)?.permissions().mode() & 0o7777;
        match self.whose {
            Whose::Ours if mode & 0o077 != 0 => return Err(ProviderError::OpenToOthers { file, mode }),
            Whose::TheSystems if mode & 0o027 != 0 => {
                return Err(ProviderError::MountOpenToOthers { file, mode });
            }
            _ => {}
        }
        // Room for more than is read: a buffer that grows would leave a copy behind.
        let mut text = Zeroizing::new(Vec::with_capacity(2 * LONGEST as usize));
        opened.take(LONGEST).read_to_end(&mut text).map_err(unreadable)?;
        Ok(text)
    }
}

impl KeyProvider for FileProvider {
    fn load(&self) -> Result<Secrets, ProviderError> {
        self.check_directory()?;
        Ok(Secrets {
            keks: self.read_ring()?,
            index: BlindIndex::new(&*self.read_key(INDEX)?),
            ledger_seed: self.read_key(LEDGER)?,
            session_key: SessionKey::new(&*self.read_key(SESSION)?),
        })
    }
}

/// Why a text holds no key.
pub(crate) enum NoKey {
    NotBase64,
    /// Another number of bytes than 32.
    Holds(usize),
}

/// The key in a text: 32 bytes in base64.
pub(crate) fn key_in(text: &[u8]) -> Result<Zeroizing<[u8; 32]>, NoKey> {
    let bytes = Zeroizing::new(BASE64_STANDARD.decode(text.trim_ascii()).map_err(|_| NoKey::NotBase64)?);
    let key: Result<[u8; 32], _> = bytes.as_slice().try_into();
    key.map(Zeroizing::new).map_err(|_| NoKey::Holds(bytes.len()))
}

fn listed_ids(order: &Path, list: &[u8]) -> Result<Vec<String>, ProviderError> {
    let mut ids: Vec<String> = Vec::new();
    for (line, text) in (1..).zip(list.split(|byte| *byte == b'\n')) {
        let order = order.to_owned();
        match std::str::from_utf8(text.trim_ascii()) {
            Ok("") => {}
            Ok(id) if ids.iter().any(|earlier| earlier == id) => {
                let kek = id.to_owned();
                return Err(ProviderError::ListedTwice { order, kek, line });
            }
            Ok(id) if is_kek_id(id) => ids.push(id.to_owned()),
            _ => return Err(ProviderError::BadLine { order, line }),
        }
    }
    Ok(ids)
}

fn is_kek_file(name: &str) -> bool {
    name.starts_with("kek-") && name.ends_with(".key")
}

/// Ids go into file names and into what a wrapped key is bound to, so they are plain.
pub(crate) fn is_kek_id(id: &str) -> bool {
    id.strip_prefix("kek-").is_some_and(|name| {
        (1..=40).contains(&name.len())
            && name.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-')
    })
}
