//! The database as somebody sees it who goes around the product: plain SQL, for tests that tamper or look.
//! Never used to arrange what a use case can arrange.

use std::path::PathBuf;

use store::Place;
use uuid::Uuid;

use crate::engine::connect;

/// A way around the store, into one of its places.
#[derive(Clone)]
pub struct Raw(Place);

/// One column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Cell {
    Null,
    Int(i64),
    Text(String),
    /// Also ids.
    Bytes(Vec<u8>),
}

impl Cell {
    /// The number in it.
    pub fn int(&self) -> i64 {
        let Self::Int(x) = self else { panic!("{self:?} is no number") };
        *x
    }

    /// The text in it.
    pub fn text(&self) -> &str {
        let Self::Text(x) = self else { panic!("{self:?} is no text") };
        x
    }

    /// The bytes in it.
    pub fn bytes(&self) -> &[u8] {
        let Self::Bytes(x) = self else { panic!("{self:?} is no bytes") };
        x
    }
}

impl Raw {
    pub(crate) fn new(place: Place) -> Self {
        Self(place)
    }

    /// The file, on SQLite.
    pub fn file(&self) -> Option<&PathBuf> {
        match &self.0 {
            Place::File(path) => Some(path),
            Place::Url(_) => None,
        }
    }

    /// A connection of one's own, on PostgreSQL.
    pub async fn postgres(&self) -> Option<tokio_postgres::Client> {
        match &self.0 {
            Place::File(_) => None,
            Place::Url(url) => Some(connect(url).await),
        }
    }

    /// Runs statements; answers nothing.
    pub async fn run(&self, statements: &str) {
        match &self.0 {
            Place::File(_) => self.sqlite().execute_batch(statements).expect("SQLite does it"),
            Place::Url(url) => {
                connect(url).await.batch_execute(statements).await.expect("PostgreSQL does it");
            }
        }
    }

    /// Rows of `BIGINT`, `BOOLEAN`, `TEXT`, `BYTEA` and `UUID` columns.
    pub async fn rows(&self, query: &str) -> Vec<Vec<Cell>> {
        match &self.0 {
            Place::File(_) => self.sqlite_rows(query),
            Place::Url(url) => {
                let rows = connect(url).await.query(query, &[]).await.expect("PostgreSQL answers");
                rows.iter().map(postgres_row).collect()
            }
        }
    }

    /// The first column of the first row.
    pub async fn one(&self, query: &str) -> Cell {
        let rows = self.rows(query).await;
        rows.first().and_then(|row| row.first()).cloned().unwrap_or_else(|| panic!("no row: {query}"))
    }

    /// Bytes as they are written in SQL.
    pub fn bytes(&self, bytes: &[u8]) -> String {
        match &self.0 {
            Place::File(_) => format!("X'{}'", hex(bytes)),
            Place::Url(_) => format!("'\\x{}'::bytea", hex(bytes)),
        }
    }

    /// An id as it is written in SQL.
    pub fn id(&self, id: Uuid) -> String {
        match &self.0 {
            Place::File(_) => format!("X'{}'", id.simple()),
            Place::Url(_) => format!("'{id}'::uuid"),
        }
    }

    fn sqlite(&self) -> rusqlite::Connection {
        let conn = rusqlite::Connection::open(self.file().expect("a file")).expect("it opens");
        conn.busy_timeout(std::time::Duration::from_secs(5)).expect("it waits");
        conn
    }

    fn sqlite_rows(&self, query: &str) -> Vec<Vec<Cell>> {
        use rusqlite::types::ValueRef;
        let conn = self.sqlite();
        let mut statement = conn.prepare(query).expect("the query is right");
        let width = statement.column_count();
        let mut rows = statement.query([]).expect("SQLite answers");
        let mut out = Vec::new();
        while let Some(row) = rows.next().expect("a row") {
            let cell = |column| match row.get_ref(column).expect("a column") {
                ValueRef::Null => Cell::Null,
                ValueRef::Integer(x) => Cell::Int(x),
                ValueRef::Text(x) => Cell::Text(String::from_utf8_lossy(x).into_owned()),
                ValueRef::Blob(x) => Cell::Bytes(x.to_vec()),
                ValueRef::Real(x) => panic!("no column of ours is a float: {x}"),
            };
            out.push((0..width).map(cell).collect());
        }
        out
    }
}

fn postgres_row(row: &tokio_postgres::Row) -> Vec<Cell> {
    use tokio_postgres::types::Type;
    let cell = |(column, described): (usize, &tokio_postgres::Column)| {
        let found = match *described.type_() {
            Type::INT8 => row.get::<_, Option<i64>>(column).map(Cell::Int),
            Type::BOOL => row.get::<_, Option<bool>>(column).map(|x| Cell::Int(x.into())),
            Type::TEXT => row.get::<_, Option<String>>(column).map(Cell::Text),
            Type::BYTEA => row.get::<_, Option<Vec<u8>>>(column).map(Cell::Bytes),
            Type::UUID => row.get::<_, Option<Uuid>>(column).map(|id| Cell::Bytes(id.into_bytes().to_vec())),
            ref other => panic!("a column of type {other}"),
        };
        found.unwrap_or(Cell::Null)
    };
    row.columns().iter().enumerate().map(cell).collect()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}
