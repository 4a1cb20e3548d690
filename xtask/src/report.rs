//! What a check says: findings (the project is wrong somewhere) and failures (the check itself could not run).
//! Used by every command of this tool.

use std::fmt;
use std::path::{Path, PathBuf};

/// One thing to mend, with the place where it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// Path relative to the workspace root.
    pub file: PathBuf,
    /// Line, counted from 1; 0 when the finding is about the whole file.
    pub line: usize,
    /// What is wrong and what to do, one sentence.
    pub message: String,
}

impl Finding {
    /// A finding at a line of a file.
    pub fn at(file: &Path, line: usize, message: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line, message: message.into() }
    }

    /// A finding about a whole file.
    pub fn in_file(file: &Path, message: impl Into<String>) -> Self {
        Self::at(file, 0, message)
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.file.display(), self.message),
            line => write!(f, "{}:{line}: {}", self.file.display(), self.message),
        }
    }
}

/// Why a check could not be carried out.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The command line was not understood; holds the help text.
    #[error("{0}")]
    Usage(String),
    /// A file could not be read or written.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// A Rust file did not split into tokens.
    #[error("{}: not Rust: {message}", path.display())]
    NotRust {
        /// The file.
        path: PathBuf,
        /// What the lexer said.
        message: String,
    },
    /// A Cargo.toml did not parse.
    #[error("{}: not a manifest: {source}", path.display())]
    Manifest {
        /// The file.
        path: PathBuf,
        /// What the parser said.
        source: toml::de::Error,
    },
    /// A migration uses a placeholder that no engine knows.
    #[error("{}: unknown placeholder {{{word}}}", path.display())]
    Placeholder {
        /// The migration.
        path: PathBuf,
        /// The word between braces.
        word: String,
    },
    /// SQLite refused a migration.
    #[error("{}: SQLite: {source}", path.display())]
    Sqlite {
        /// The migration.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
    /// PostgreSQL could not be reached, or refused a migration.
    #[error("PostgreSQL, {what}: {message}")]
    Postgres {
        /// What was tried.
        what: String,
        /// What the server said.
        message: String,
    },
    /// A JUnit file has no test in it.
    #[error("{}: no test in it", .0.display())]
    NoTests(PathBuf),
}

impl Failure {
    /// Ties an I/O error to the file it is about.
    pub fn file(path: &Path) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.to_owned();
        move |source| Self::File { path, source }
    }
}
