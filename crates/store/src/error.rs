//! What can go wrong below a use case. No variant carries a value from a row or a parameter.

/// A failure of the store.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The database refused a statement; the code is the engine's own.
    #[error("the database refused a statement ({0})")]
    Statement(String),
    /// An earlier error in the same deed: whatever follows is void.
    #[error("an earlier statement of this deed failed")]
    Poisoned,
    #[error("column {column} is not of the expected type")]
    Column { column: usize },
    #[error("expected {expected} rows, met {met}")]
    Rows { expected: u64, met: u64 },
    /// The database cannot be reached or takes no work; the request may be repeated.
    #[error("the database is not available ({0})")]
    Unavailable(String),
    /// Somebody else changed the same thing at the same time.
    #[error("somebody else changed the same thing")]
    Conflict,
    /// The connection went while committing: the deed may or may not have happened.
    #[error("it is unknown whether the deed was committed")]
    OutcomeUnknown,
    /// A deed waited for something inside its transaction. A bug, never the user's doing.
    #[error("a deed was not ready when polled")]
    NotReady,
    #[error("a deed panicked")]
    Panicked,
    /// The key of a value is gone or does not open it.
    #[error("a sealed value does not open ({0})")]
    Sealed(&'static str),
    #[error("the key shelf: {0}")]
    Shelf(String),
    #[error("the record cannot be read: {0}")]
    Record(String),
}

impl From<rusqlite::Error> for Error {
    fn from(e: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match e.sqlite_error_code() {
            Some(
                Code::DiskFull
                | Code::SystemIoFailure
                | Code::CannotOpen
                | Code::DatabaseBusy
                | Code::DatabaseLocked
                | Code::ReadOnly
                | Code::OutOfMemory,
            ) => Self::Unavailable(code(&e)),
            _ => Self::Statement(code(&e)),
        }
    }
}

/// The engine's code only: messages of constraint errors can name columns, never values, but a code is enough.
fn code(e: &rusqlite::Error) -> String {
    match e {
        rusqlite::Error::SqliteFailure(inner, _) => format!("sqlite {}", inner.extended_code),
        rusqlite::Error::SqlInputError { error, msg, .. } => format!("sqlite {}: {msg}", error.extended_code),
        other => format!("sqlite: {other}"),
    }
}

impl From<tokio_postgres::Error> for Error {
    fn from(e: tokio_postgres::Error) -> Self {
        match e.code() {
            Some(state) => match state.code() {
                // A unique value that was taken a moment ago (23505): the next attempt sees it.
                "40001" | "40P01" | "23505" => Self::Conflict,
                // Waited too long for a lock; waited too long inside a transaction; on a server that only reads.
                "55P03" | "25P03" | "25006" => Self::Unavailable(format!("postgresql {}", state.code())),
                class if ["08", "53", "57", "58"].iter().any(|it| class.starts_with(it)) => {
                    Self::Unavailable(format!("postgresql {class}"))
                }
                other => Self::Statement(format!("postgresql {other}")),
            },
            None if e.is_closed() => Self::Unavailable("postgresql connection closed".into()),
            None => Self::Unavailable(format!("postgresql: {}", kind_of(&e))),
        }
    }
}

/// Errors without a code are about the connection or about types; their text holds no values.
fn kind_of(e: &tokio_postgres::Error) -> String {
    e.to_string()
}

impl From<vault::OpenError> for Error {
    fn from(_: vault::OpenError) -> Self {
        Self::Sealed("does not open")
    }
}
