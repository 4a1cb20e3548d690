//! Where the two engines meet: one SQL text, `$1` parameters, rows as values.
//! Everything above this file is the same on SQLite and PostgreSQL.

use bytes::BytesMut;
use futures_util::future::try_join_all;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};
use uuid::Uuid;

use crate::error::Error;
use crate::value::{Row, Value};

/// One statement: static text, so that nothing a person typed can become SQL.
///
/// `$1` binds by order of appearance on SQLite but by number on PostgreSQL; `?1` means the number, so each engine
/// has a text of its own, written at compile time.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Sql {
    postgres: &'static str,
    sqlite: &'static str,
}

impl Sql {
    #[doc(hidden)]
    pub const fn new(postgres: &'static str, sqlite: &'static str) -> Self {
        Self { postgres, sqlite }
    }
}

/// The bytes of a statement as SQLite wants them: `?1` where PostgreSQL has `$1`.
#[doc(hidden)]
pub const fn for_sqlite<const LENGTH: usize>(text: &str) -> [u8; LENGTH] {
    let mut bytes = [0; LENGTH];
    let mut at = 0;
    while at < LENGTH {
        let byte = text.as_bytes()[at];
        bytes[at] = if byte == b'$' { b'?' } else { byte };
        at += 1;
    }
    bytes
}

/// Bytes of [`for_sqlite`], which stay UTF-8: one ASCII sign takes the place of another.
#[doc(hidden)]
pub const fn as_text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(_) => panic!("a statement is UTF-8"),
    }
}

/// Marks a statement; `cargo xtask check-sql` prepares each one on both engines.
#[macro_export]
macro_rules! sql {
    ($text:literal) => {{
        const SQLITE: &[u8] = &$crate::db::for_sqlite::<{ $text.len() }>($text);
        const SQL: $crate::db::Sql = $crate::db::Sql::new($text, $crate::db::as_text(SQLITE));
        SQL
    }};
}

/// A statement of which the engines want a different text.
#[macro_export]
macro_rules! pair {
    (sqlite: $sqlite:literal, postgres: $postgres:literal $(,)?) => {{
        const SQLITE: &[u8] = &$crate::db::for_sqlite::<{ $sqlite.len() }>($sqlite);
        const SQL: $crate::db::Sql = $crate::db::Sql::new($postgres, $crate::db::as_text(SQLITE));
        SQL
    }};
}

/// A connection inside a transaction. The first error poisons it: PostgreSQL would refuse what
/// follows, SQLite would go on, and a deed must fail the same way on both.
pub struct Tx<'c> {
    conn: Conn<'c>,
    poison: Option<Error>,
}

enum Conn<'c> {
    Sqlite(&'c mut rusqlite::Connection),
    Postgres(&'c deadpool_postgres::ClientWrapper),
}

impl<'c> Tx<'c> {
    pub(crate) fn sqlite(conn: &'c mut rusqlite::Connection) -> Self {
        Self { conn: Conn::Sqlite(conn), poison: None }
    }

    pub(crate) fn postgres(conn: &'c deadpool_postgres::ClientWrapper) -> Self {
        Self { conn: Conn::Postgres(conn), poison: None }
    }

    /// All rows.
    pub async fn all(&mut self, sql: Sql, params: &[Value]) -> Result<Vec<Row>, Error> {
        self.sound()?;
        crate::tally::statement();
        let done = match &mut self.conn {
            Conn::Sqlite(conn) => sqlite_rows(conn, sql, params),
            Conn::Postgres(conn) => postgres_rows(conn, sql, params).await,
        };
        self.keep(done)
    }

    /// The one row there is, or none. More than one is an error.
    pub async fn opt(&mut self, sql: Sql, params: &[Value]) -> Result<Option<Row>, Error> {
        let mut rows = self.all(sql, params).await?;
        match rows.len() {
            0 => Ok(None),
            1 => Ok(rows.pop()),
            met => self.keep(Err(Error::Rows { expected: 1, met: met as u64 })),
        }
    }

    /// Exactly one row.
    pub async fn one(&mut self, sql: Sql, params: &[Value]) -> Result<Row, Error> {
        match self.opt(sql, params).await? {
            Some(row) => Ok(row),
            None => self.keep(Err(Error::Rows { expected: 1, met: 0 })),
        }
    }

    /// Changes rows and says how many.
    pub async fn run(&mut self, sql: Sql, params: &[Value]) -> Result<u64, Error> {
        self.sound()?;
        crate::tally::statement();
        let done = match &mut self.conn {
            Conn::Sqlite(conn) => sqlite_run(conn, sql, params),
            Conn::Postgres(conn) => postgres_run(conn, sql, params).await,
        };
        self.keep(done)
    }

    /// Changes exactly one row; anything else is an error.
    pub async fn run_one(&mut self, sql: Sql, params: &[Value]) -> Result<(), Error> {
        match self.run(sql, params).await? {
            1 => Ok(()),
            met => self.keep(Err(Error::Rows { expected: 1, met })),
        }
    }

    /// The same change with each of these parameters, one row each. PostgreSQL is asked all of them before it has
    /// answered the first.
    pub async fn run_each(&mut self, sql: Sql, each: &[Vec<Value>]) -> Result<(), Error> {
        self.sound()?;
        let done = match &mut self.conn {
            Conn::Sqlite(conn) => sqlite_run_each(conn, sql, each),
            Conn::Postgres(conn) => postgres_run_each(conn, sql, each).await,
        };
        self.keep(done)
    }

    /// As [`Tx::run_each`], of an insert into a table that numbers its rows: those numbers, in the same order.
    /// SQLite knows the number without being asked; PostgreSQL returns it.
    pub async fn insert_each(&mut self, sql: Sql, each: &[Vec<Value>]) -> Result<Vec<i64>, Error> {
        self.sound()?;
        let done = match &mut self.conn {
            Conn::Sqlite(conn) => each
                .iter()
                .map(|params| {
                    one_row(sqlite_run(conn, sql, params)?)?;
                    Ok(conn.last_insert_rowid())
                })
                .collect(),
            Conn::Postgres(conn) => postgres_insert_each(conn, sql, each).await,
        };
        self.keep(done)
    }

    /// `BEGIN`, `SAVEPOINT` and their ends. Works on a poisoned connection: that is what they are for.
    pub(crate) async fn control(&mut self, text: &'static str) -> Result<(), Error> {
        match &mut self.conn {
            Conn::Sqlite(conn) => sqlite_control(conn, text),
            Conn::Postgres(conn) => conn.batch_execute(text).await.map_err(Error::from),
        }
    }

    /// A migration: several statements, no parameters.
    pub(crate) async fn script(&mut self, text: &str) -> Result<(), Error> {
        match &mut self.conn {
            Conn::Sqlite(conn) => conn.execute_batch(text).map_err(Error::from),
            Conn::Postgres(conn) => conn.batch_execute(text).await.map_err(Error::from),
        }
    }

    /// The same connection for a shorter while, with a poison of its own: that of one deed.
    pub(crate) fn for_one_deed(&mut self) -> Tx<'_> {
        let conn = match &mut self.conn {
            Conn::Sqlite(conn) => Conn::Sqlite(conn),
            Conn::Postgres(conn) => Conn::Postgres(conn),
        };
        Tx { conn, poison: None }
    }

    /// The first error, if there was one.
    pub(crate) fn poison(&self) -> Option<Error> {
        self.poison.clone()
    }

    fn sound(&self) -> Result<(), Error> {
        if self.poison.is_some() { Err(Error::Poisoned) } else { Ok(()) }
    }

    fn keep<T>(&mut self, done: Result<T, Error>) -> Result<T, Error> {
        if let Err(e) = &done {
            self.poison.get_or_insert_with(|| e.clone());
        }
        done
    }
}

fn one_row(changed: u64) -> Result<(), Error> {
    if changed == 1 { Ok(()) } else { Err(Error::Rows { expected: 1, met: changed }) }
}

/// Kept prepared like any statement: each look and each deed has some of them.
pub(crate) fn sqlite_control(conn: &rusqlite::Connection, text: &'static str) -> Result<(), Error> {
    conn.prepare_cached(text)?.execute([])?;
    Ok(())
}

fn sqlite_rows(conn: &rusqlite::Connection, sql: Sql, params: &[Value]) -> Result<Vec<Row>, Error> {
    let mut statement = conn.prepare_cached(sql.sqlite)?;
    let width = statement.column_count();
    let mut rows = statement.query(rusqlite::params_from_iter(params))?;
    let mut out = Vec::new();
    while let Some(row) = rows.next()? {
        let mut values = Vec::with_capacity(width);
        for column in 0..width {
            values.push(from_sqlite(row.get_ref(column)?));
        }
        out.push(Row(values));
    }
    Ok(out)
}

fn sqlite_run(conn: &rusqlite::Connection, sql: Sql, params: &[Value]) -> Result<u64, Error> {
    let mut statement = conn.prepare_cached(sql.sqlite)?;
    Ok(statement.execute(rusqlite::params_from_iter(params))? as u64)
}

fn sqlite_run_each(conn: &rusqlite::Connection, sql: Sql, each: &[Vec<Value>]) -> Result<(), Error> {
    if each.is_empty() {
        return Ok(());
    }
    let mut statement = conn.prepare_cached(sql.sqlite)?;
    each.iter().try_for_each(|params| one_row(statement.execute(rusqlite::params_from_iter(params))? as u64))
}

fn from_sqlite(value: rusqlite::types::ValueRef<'_>) -> Value {
    use rusqlite::types::ValueRef;
    match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(x) => Value::Int(x),
        // No column of ours is a float; a sum that overflowed would be one.
        ValueRef::Real(x) => Value::Text(x.to_string()),
        ValueRef::Text(x) => Value::Text(String::from_utf8_lossy(x).into_owned()),
        // Sixteen bytes are an id; whoever asks for bytes gets them from an id as well.
        ValueRef::Blob(x) => Uuid::from_slice(x).map_or_else(|_| Value::Bytes(x.to_vec()), Value::Id),
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<rusqlite::types::ToSqlOutput<'_>> {
        use rusqlite::types::{ToSqlOutput, ValueRef};
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Int(x) => ValueRef::Integer(*x),
            Self::Bool(x) => ValueRef::Integer(i64::from(*x)),
            Self::Text(x) => ValueRef::Text(x.as_bytes()),
            Self::Bytes(x) => ValueRef::Blob(x),
            Self::Id(x) => ValueRef::Blob(x.as_bytes()),
        }))
    }
}

async fn postgres_rows(
    conn: &deadpool_postgres::ClientWrapper,
    sql: Sql,
    params: &[Value],
) -> Result<Vec<Row>, Error> {
    let statement = conn.prepare_cached(sql.postgres).await?;
    let rows = conn.query(&statement, &as_params(params)).await?;
    rows.iter().map(from_postgres).collect()
}

async fn postgres_run(
    conn: &deadpool_postgres::ClientWrapper,
    sql: Sql,
    params: &[Value],
) -> Result<u64, Error> {
    let statement = conn.prepare_cached(sql.postgres).await?;
    Ok(conn.execute(&statement, &as_params(params)).await?)
}

/// How many statements are sent before their answers are read. The answers of some three hundred fill the socket of
/// a process that froze; a server that cannot get rid of them forgets its patience with silence and holds the locks.
const AHEAD: usize = 64;

/// Asks [`AHEAD`] before the first has answered: one way to the server and back for so many.
async fn postgres_run_each(
    conn: &deadpool_postgres::ClientWrapper,
    sql: Sql,
    each: &[Vec<Value>],
) -> Result<(), Error> {
    let statement = &conn.prepare_cached(sql.postgres).await?;
    for some in each.chunks(AHEAD) {
        let some = some
            .iter()
            .map(|params| async move { one_row(conn.execute(statement, &as_params(params)).await?) });
        try_join_all(some).await?;
    }
    Ok(())
}

async fn postgres_insert_each(
    conn: &deadpool_postgres::ClientWrapper,
    sql: Sql,
    each: &[Vec<Value>],
) -> Result<Vec<i64>, Error> {
    let statement = &conn.prepare_cached(sql.postgres).await?;
    let mut numbers = Vec::with_capacity(each.len());
    for some in each.chunks(AHEAD) {
        let some = some.iter().map(|params| async move {
            let row = conn.query_one(statement, &as_params(params)).await?;
            from_postgres(&row)?.get::<i64>(0)
        });
        numbers.extend(try_join_all(some).await?);
    }
    Ok(numbers)
}

fn as_params(params: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    params.iter().map(|x| x as &(dyn ToSql + Sync)).collect()
}

fn from_postgres(row: &tokio_postgres::Row) -> Result<Row, Error> {
    let mut values = Vec::with_capacity(row.len());
    for (column, described) in row.columns().iter().enumerate() {
        let value = match *described.type_() {
            Type::INT8 => row.try_get::<_, Option<i64>>(column)?.map(Value::Int),
            Type::BOOL => row.try_get::<_, Option<bool>>(column)?.map(Value::Bool),
            Type::TEXT => row.try_get::<_, Option<String>>(column)?.map(Value::Text),
            Type::BYTEA => row.try_get::<_, Option<Vec<u8>>>(column)?.map(Value::Bytes),
            Type::UUID => row.try_get::<_, Option<Uuid>>(column)?.map(Value::Id),
            _ => return Err(Error::Column { column }),
        };
        values.push(value.unwrap_or(Value::Null));
    }
    Ok(Row(values))
}

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(x) => x.to_sql_checked(kind, out),
            Self::Bool(x) => x.to_sql_checked(kind, out),
            Self::Text(x) => x.to_sql_checked(kind, out),
            Self::Bytes(x) => x.to_sql_checked(kind, out),
            Self::Id(x) => x.to_sql_checked(kind, out),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}
