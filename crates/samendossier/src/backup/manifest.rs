//! What stands beside a copy: when it was made, of which installation, and by what it is checked. TOML, so that
//! a person can read it too.

use std::fs::{self, File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};

use super::BackupFault;
use super::partial::{sync_folder, unwritable};
use crate::failure::Failure;

/// Its name.
pub const FILE: &str = "manifest.toml";

/// One file of a backup.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct Copied {
    pub name: String,
    pub bytes: u64,
    /// In hex.
    pub sha256: String,
}

/// Beside a copy of the data.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct DataManifest {
    pub made_at: String,
    pub program: String,
    pub installation: String,
    pub schema: i64,
    /// The signed note about the record at that moment; empty when the record was.
    pub checkpoint: String,
    pub file: Vec<Copied>,
}

/// Beside the copy of the key shelf.
#[derive(Clone, PartialEq, Eq, Debug, Deserialize)]
pub struct ShelfManifest {
    pub made_at: String,
    pub installation: String,
    pub schema: i64,
    pub file: Copied,
}

impl DataManifest {
    /// As it stands in the file.
    pub fn text(&self) -> String {
        let files: Vec<String> =
            self.file.iter().map(|file| format!("\n[[file]]\n{}", file.text())).collect();
        format!(
            "made_at = \"{}\"\nprogram = \"{}\"\ninstallation = \"{}\"\nschema = {}\ncheckpoint = '''\n{}'''\n{}",
            self.made_at,
            self.program,
            self.installation,
            self.schema,
            self.checkpoint,
            files.concat()
        )
    }
}

impl ShelfManifest {
    /// As it stands in the file.
    pub fn text(&self) -> String {
        format!(
            "made_at = \"{}\"\ninstallation = \"{}\"\nschema = {}\n\n[file]\n{}",
            self.made_at,
            self.installation,
            self.schema,
            self.file.text()
        )
    }
}

impl Copied {
    /// What a file holds now.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn of(path: &Path) -> Result<Self, Failure> {
        let read = || -> std::io::Result<(u64, String)> {
            let mut file = File::open(path)?;
            file.sync_all()?;
            let (mut hash, mut bytes, mut page) = (Sha256::new(), 0, vec![0; 1 << 16]);
            loop {
                match file.read(&mut page)? {
                    0 => break,
                    some => {
                        hash.update(&page[..some]);
                        bytes += some as u64;
                    }
                }
            }
            Ok((bytes, hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()))
        };
        let (bytes, sha256) = read().map_err(|why| unwritable(path, &why))?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self { name, bytes, sha256 })
    }

    /// The name of a file in the same folder: a path that leads elsewhere is none.
    pub fn is_plain(&self) -> bool {
        !self.name.is_empty() && !self.name.starts_with('.') && !self.name.contains('/')
    }

    fn text(&self) -> String {
        format!("name = \"{}\"\nbytes = {}\nsha256 = \"{}\"\n", self.name, self.bytes, self.sha256)
    }
}

/// Reads the manifest of a folder.
///
/// # Errors
/// [`BackupFault::NoBackup`] with what is wrong with it.
pub fn read<M: DeserializeOwned>(folder: &Path) -> Result<M, BackupFault> {
    let no_backup = |why: String| BackupFault::NoBackup { path: folder.to_owned(), why };
    let text =
        fs::read_to_string(folder.join(FILE)).map_err(|why| no_backup(format!("{FILE}: {}", why.kind())))?;
    toml::from_str(&text).map_err(|why| no_backup(format!("{FILE}: {}", why.message())))
}

/// Writes a manifest in one step: before it there is the earlier one, after it this one, on disk.
///
/// # Errors
/// When the folder cannot be written.
pub fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let new = path.with_extension("new");
    let write = || -> std::io::Result<()> {
        let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(&new)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        fs::rename(&new, path)
    };
    if let Err(why) = write() {
        let _ = fs::remove_file(&new);
        return Err(unwritable(path, &why));
    }
    sync_folder(path.parent().unwrap_or(Path::new(".")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copied(name: &str) -> Copied {
        Copied { name: name.to_owned(), bytes: 7, sha256: "00ff".to_owned() }
    }

    #[test]
    fn what_is_written_comes_back() {
        let data = DataManifest {
            made_at: "2026-11-22T06:40:42Z".to_owned(),
            program: "0.1.0".to_owned(),
            installation: "id".to_owned(),
            schema: 4,
            checkpoint: "samendossier.example/1\n12\nroot=\n\n— key sig=\n".to_owned(),
            file: vec![copied("samendossier.db"), copied("checkpoints.txt")],
        };
        let shelf = ShelfManifest {
            made_at: "2026-11-22T06:40:42Z".to_owned(),
            installation: "id".to_owned(),
            schema: 2,
            file: copied("keys-1.db"),
        };

        assert_eq!(toml::from_str::<DataManifest>(&data.text()).as_ref(), Ok(&data));
        assert_eq!(toml::from_str::<ShelfManifest>(&shelf.text()).as_ref(), Ok(&shelf));
    }

    #[test]
    fn a_name_that_leads_elsewhere_is_none() {
        assert!(copied("samendossier.db").is_plain());
        for name in ["", "../x", "/etc/passwd", ".x", "a/b"] {
            assert!(!copied(name).is_plain(), "{name}");
        }
    }
}
