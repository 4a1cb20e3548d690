//! Where the secrets of the product come from, and what can be wrong with them.
//! The binary asks one provider at start; [`crate::FileProvider`] is the one that ships.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use zeroize::Zeroizing;

use crate::{BlindIndex, Entropy, Kek, KeyRing, RingError, SessionKey};

/// Loads the secrets, from files, a vault or an HSM.
pub trait KeyProvider: Send + Sync {
    /// Loads every secret the product needs.
    ///
    /// # Errors
    /// [`ProviderError`], whose text names what is wrong and the command that repairs it.
    fn load(&self) -> Result<Secrets, ProviderError>;
}

/// Every secret the product needs.
pub struct Secrets {
    /// Wraps the data keys of the key shelf.
    pub keks: KeyRing,
    /// Finds equal values without opening them.
    pub index: BlindIndex,
    /// Seed of the Ed25519 key that signs the checkpoints of the ledger.
    pub ledger_seed: Zeroizing<[u8; 32]>,
    /// Hashes session tokens and makes CSRF tags.
    pub session_key: SessionKey,
}

/// Why the secrets cannot be loaded. The texts are for the person who installs the product, so they say what to
/// run. BACKUP in them stands for wherever the copies of the keys are.
#[derive(Debug, thiserror::Error)]
pub enum ProviderError {
    /// No such directory.
    #[error(
        "key directory {} does not exist; put back the keys of this installation: \
         install -d -m 700 {dir} && install -m 600 BACKUP/* {dir}", .dir.display(), dir = word(.dir)
    )]
    DirectoryMissing {
        /// The directory.
        dir: PathBuf,
    },
    /// Somebody else could put other keys there.
    #[error(
        "key directory {} can be written by others (mode {mode:04o}); run: chmod 700 {}",
        .dir.display(), word(.dir)
    )]
    DirectoryWritable {
        /// The directory.
        dir: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// A key file is not there.
    #[error(
        "key file {} is missing; put it back: install -m 600 BACKUP/{} {}",
        .file.display(), name(.file), word(.file)
    )]
    Missing {
        /// The file.
        file: PathBuf,
    },
    /// Group or others can read or write a key file.
    #[error(
        "key file {} can be read or written by others (mode {mode:04o}); run: chmod 600 {}",
        .file.display(), word(.file)
    )]
    OpenToOthers {
        /// The file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// A file of a secret mount that more than this service can read or write.
    #[error(
        "key file {} can be read by everybody or written by others (mode {mode:04o}); give the secret mode 0400 \
         where it is defined (Kubernetes: defaultMode; Docker: mode)", .file.display()
    )]
    MountOpenToOthers {
        /// The file.
        file: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// A variable of the environment is not there, or empty.
    #[error(
        "the variable {name} is not set; KEYS_FROM=environment needs KEY_ENCRYPTION_KEYS, KEY_BLIND_INDEX, \
         KEY_LEDGER and KEY_SESSION"
    )]
    VariableMissing {
        /// The variable.
        name: &'static str,
    },
    /// The value of a variable is no key; it is not repeated.
    #[error("the variable {name} is damaged: {what}; put back the value that was kept")]
    VariableDamaged {
        /// The variable.
        name: &'static str,
        /// What is wrong with it.
        what: String,
    },
    /// The operating system refused.
    #[error("{} cannot be read by this user; look at: ls -ld {}", .file.display(), word(.file))]
    Unreadable {
        /// The file or directory.
        file: PathBuf,
        /// What the operating system said.
        #[source]
        source: io::Error,
    },
    /// The contents are no base64: cut off, or something else.
    #[error(
        "key file {} is damaged: it is not base64; put it back: install -m 600 BACKUP/{} {}",
        .file.display(), name(.file), word(.file)
    )]
    NotBase64 {
        /// The file.
        file: PathBuf,
    },
    /// The contents are base64 of something else than 32 bytes.
    #[error(
        "key file {} is damaged: it holds {length} bytes, not 32; \
         put it back: install -m 600 BACKUP/{} {}", .file.display(), name(.file), word(.file)
    )]
    WrongLength {
        /// The file.
        file: PathBuf,
        /// The bytes it holds.
        length: usize,
    },
    /// There is no `kek-*.key`.
    #[error(
        "key directory {} holds no key-encryption key (kek-NAME.key); \
         put it back: install -m 600 BACKUP/kek-* {}", .dir.display(), word(.dir)
    )]
    NoKek {
        /// The directory.
        dir: PathBuf,
    },
    /// A file name that is no id.
    #[error(
        "key file {} has a name that is no key id: \"kek-\", then at most 40 small letters, digits or \
         hyphens; rename it: mv {} kek-NAME.key", .file.display(), word(.file)
    )]
    BadKekName {
        /// The file.
        file: PathBuf,
    },
    /// Several key-encryption keys, and nothing says which one seals.
    #[error(
        "there are several key-encryption keys and {} is missing; list them, the one that seals first: \
         (umask 077; printf '%s\\n' {} > {})", .order.display(), .keks.join(" "), word(.order)
    )]
    OrderMissing {
        /// The file that should be there.
        order: PathBuf,
        /// The ids there are.
        keks: Vec<String>,
    },
    /// A key-encryption key is there and would not be used.
    #[error(
        "key-encryption key {kek} is not listed in {}; add it, to open with it: echo {kek} >> {}",
        .order.display(), word(.order)
    )]
    NotListed {
        /// The list.
        order: PathBuf,
        /// The id it lacks.
        kek: String,
    },
    /// A line of the list is no id.
    #[error(
        "line {line} of {} is no key id such as kek-2026-11; take it out: sed -i {line}d {}",
        .order.display(), word(.order)
    )]
    BadLine {
        /// The list.
        order: PathBuf,
        /// The line, counted from 1.
        line: usize,
    },
    /// A key-encryption key is listed twice.
    #[error(
        "{} names {kek} twice; take the second out: sed -i {line}d {}", .order.display(), word(.order)
    )]
    ListedTwice {
        /// The list.
        order: PathBuf,
        /// The id.
        kek: String,
        /// The second line, counted from 1.
        line: usize,
    },
    /// The keys make no ring, for a provider that does not keep files.
    #[error("the key-encryption keys cannot be used together")]
    Ring(#[source] RingError),
}

impl Secrets {
    /// Fresh secrets that are kept nowhere: what they seal is lost with them. For tests and a passing demo.
    pub fn generate(kek_id: &str, entropy: &dyn Entropy) -> Self {
        let mut ledger_seed = Zeroizing::default();
        entropy.fill(&mut *ledger_seed as &mut [u8; 32]);
        Self {
            keks: KeyRing::new(vec![Kek::generate(kek_id, entropy)]).expect("one key makes a ring"),
            index: BlindIndex::generate(entropy),
            ledger_seed,
            session_key: SessionKey::generate(entropy),
        }
    }
}

impl fmt::Debug for Secrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Secrets").field("keks", &self.keks).finish_non_exhaustive()
    }
}

/// A path as one word of a shell command.
fn word(path: &Path) -> String {
    let path = path.display().to_string();
    let plain = |sign: char| sign.is_ascii_alphanumeric() || "/._-".contains(sign);
    if !path.is_empty() && path.chars().all(plain) {
        path
    } else {
        format!("'{}'", path.replace('\'', r"'\''"))
    }
}

/// The last part of a path, as a word.
fn name(path: &Path) -> String {
    word(Path::new(path.file_name().unwrap_or_default()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::secret::planted;

    #[test]
    fn secrets_are_never_shown() {
        let secrets = Secrets {
            keks: KeyRing::new(vec![Kek::new("kek-2026-11", &planted::BYTES)]).expect("one key makes a ring"),
            index: BlindIndex::new(&planted::BYTES),
            ledger_seed: Zeroizing::new(planted::BYTES),
            session_key: SessionKey::new(&planted::BYTES),
        };

        let shown = format!("{secrets:?} {secrets:#?}");

        planted::assert_absent(&shown);
        assert!(shown.contains("kek-2026-11"));
    }

    #[test]
    fn a_path_with_a_space_or_a_quote_stays_one_word() {
        let paths = ["/srv/keys", "/srv/our keys", "/srv/bilal's", ""];

        let words = paths.map(|path| word(Path::new(path)));

        assert_eq!(words, ["/srv/keys", "'/srv/our keys'", r"'/srv/bilal'\''s'", "''"]);
    }
}
