//! The keys: read at start, made by a command of their own and never in passing. Fresh keys beside old data
//! would only hide that the right ones are lost.

mod renew;

use std::sync::Arc;

use vault::{EnvironmentProvider, FileProvider, KeyProvider, ProviderError, Secrets};

use crate::config::{Config, KeysFrom};
use crate::failure::Failure;
use crate::say;
use crate::surroundings::OsEntropy;

pub use renew::{accept_loss, add, rotate};

/// What the first key-encryption key is called, behind "kek-".
const FIRST: &str = "1";

/// Where the keys of this installation come from.
pub fn provider(config: &Config) -> Arc<dyn KeyProvider> {
    match config.keys_from {
        KeysFrom::Folder => Arc::new(FileProvider::new(&config.keys)),
        KeysFrom::Mount => Arc::new(FileProvider::mounted(&config.keys)),
        KeysFrom::Environment => Arc::new(EnvironmentProvider::new(|name: &str| std::env::var(name).ok())),
    }
}

/// Reads the secrets of this installation.
///
/// # Errors
/// [`Failure::NoKeys`] when there are none, or what is wrong with them.
pub fn load(config: &Config) -> Result<Secrets, Failure> {
    provider(config).load().map_err(|why| match why {
        ProviderError::DirectoryMissing { .. }
            if !config.has_data() && config.keys_from == KeysFrom::Folder =>
        {
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

/// Makes fresh keys, in a folder of our own.
///
/// # Errors
/// When there are keys already or the folder cannot be written.
pub fn make(config: &Config) -> Result<(), Failure> {
    folder_of_our_own(config)?;
    FileProvider::create(&config.keys, &OsEntropy, FIRST).map(drop).map_err(Failure::CreateKeys)
}

/// Keys are only ever made in a folder; what the system hands out is made where the system keeps it.
fn folder_of_our_own(config: &Config) -> Result<FileProvider, Failure> {
    match config.keys_from {
        KeysFrom::Folder => Ok(FileProvider::new(&config.keys)),
        KeysFrom::Mount | KeysFrom::Environment => Err(Failure::KeysMadeElsewhere),
    }
}
