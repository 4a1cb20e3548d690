//! A made set of key files in a directory that is gone after the test.
//! Shared by the tests that make keys and the tests that read them; not every one uses all of it.
#![allow(dead_code, reason = "each test binary uses a part")]

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use vault::{FileProvider, KeyProvider, SeededEntropy};

/// The files of a new installation, in alphabetical order.
pub const FILES: [&str; 4] = ["blind-index.key", "kek-2026-11.key", "ledger.key", "session.key"];

/// A made installation.
pub struct Keys {
    above: tempfile::TempDir,
}

impl Keys {
    /// Makes the keys of seed 1.
    pub fn made() -> Self {
        let above = tempfile::tempdir().expect("a temporary directory");
        let keys = Self { above };
        let entropy = SeededEntropy::new(1);
        FileProvider::create(keys.dir(), &entropy, "2026-11").expect("the keys are made");
        keys
    }

    /// The key directory.
    pub fn dir(&self) -> PathBuf {
        self.above.path().join("keys")
    }

    /// A file in the key directory.
    pub fn file(&self, name: &str) -> PathBuf {
        self.dir().join(name)
    }

    /// Reads the key directory.
    pub fn provider(&self) -> FileProvider {
        FileProvider::new(self.dir())
    }

    /// Writes a private file.
    pub fn write(&self, name: &str, contents: &str) {
        fs::write(self.file(name), contents).expect("the file is written");
        set_mode(&self.file(name), 0o600);
    }

    /// What the person who starts the product reads.
    pub fn refusal(&self) -> String {
        let refused = self.provider().load();
        refused.expect_err("the keys must be refused").to_string()
    }
}

/// Sets permission bits.
pub fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("the mode is set");
}

/// Reads permission bits.
pub fn mode(path: &Path) -> u32 {
    let found = fs::metadata(path).expect("the file is there");
    found.permissions().mode() & 0o777
}
