//! The key files: read at start, made by a command of their own and never in passing. Fresh keys beside
//! old data would only hide that the right ones are lost.

use vault::{FileProvider, KeyProvider, ProviderError, Secrets};

use crate::config::Config;
use crate::failure::Failure;
use crate::say;
use crate::surroundings::OsEntropy;

/// What the first key-encryption key is called, behind "kek-".
const FIRST: &str = "1";

/// Reads the secrets of this installation.
///
/// # Errors
/// [`Failure::NoKeys`] when there are none, or what is wrong with them.
pub fn load(config: &Config) -> Result<Secrets, Failure> {
    FileProvider::new(&config.keys).load().map_err(|why| match why {
        ProviderError::DirectoryMissing { .. } if !config.has_data() => {
            Failure::NoKeys { folder: config.keys.clone() }
        }
        other => Failure::Keys(other),
    })
}

/// `keys create`: makes the keys of a new installation and says what to do with them.
///
/// # Errors
/// When there are keys already, or data that other keys opened.
pub fn create(config: &Config) -> Result<(), Failure> {
    if config.has_data() {
        return Err(Failure::KeysForOldData { data: config.data.clone() });
    }
    make(config)?;
    say::line(&format!(
        "New keys are in {}.\n\
         Keep a copy in a safe place, apart from every backup of the data: without these files nothing\n\
         that was written can be read again, by anybody.\n\
         Next: samendossier serve",
        config.keys.display()
    ));
    Ok(())
}

/// Makes fresh keys.
///
/// # Errors
/// When there are keys already or the folder cannot be written.
pub fn make(config: &Config) -> Result<(), Failure> {
    FileProvider::create(&config.keys, &OsEntropy, FIRST).map(drop).map_err(Failure::CreateKeys)
}
