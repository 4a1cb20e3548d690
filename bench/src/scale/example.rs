//! What the product wrote itself, taken as an example: rows and records of the world are like it in all that is not
//! changed on purpose, so that a new column or a new field is never forgotten here.

use ledger::Record;
use rusqlite::types::Value;
use rusqlite::{Connection, Statement, ToSql};

use super::said;

/// Puts rows into one table. The named columns are given with each row; the others are as in the example.
pub struct Rows<'c, const N: usize> {
    statement: Statement<'c>,
    at: [usize; N],
}

impl<'c, const N: usize> Rows<'c, N> {
    /// Rows like the one of `table` where `which` holds.
    ///
    /// # Errors
    /// When there is no such row, or it has no such column.
    pub fn like(conn: &'c Connection, table: &str, which: &str, columns: [&str; N]) -> Result<Self, String> {
        let (names, example) = {
            let mut found =
                conn.prepare(&format!("SELECT * FROM {table} WHERE {which} LIMIT 1")).map_err(said)?;
            let names: Vec<String> = found.column_names().map(str::to_owned).collect();
            let row = |row: &rusqlite::Row<'_>| {
                (0..names.len()).map(|column| row.get(column)).collect::<Result<Vec<Value>, _>>()
            };
            let example = found.query_row([], row).map_err(|why| format!("{table}: {why}"))?;
            (names, example)
        };
        let holes = (1..=names.len()).map(|n| format!("?{n}")).collect::<Vec<_>>().join(", ");
        let insert = format!("INSERT INTO {table} ({}) VALUES ({holes})", names.join(", "));
        let mut statement = conn.prepare(&insert).map_err(said)?;
        for (column, value) in (1..).zip(&example) {
            statement.raw_bind_parameter(column, value).map_err(said)?;
        }
        let mut at = [0; N];
        for (at, column) in at.iter_mut().zip(columns) {
            let known = names.iter().position(|name| name == column);
            *at = known.ok_or_else(|| format!("{table} has no {column}"))? + 1;
        }
        Ok(Self { statement, at })
    }

    /// Adds one row, with the values in the order of the columns.
    pub fn put(&mut self, values: [&dyn ToSql; N]) -> Result<(), String> {
        for (at, value) in self.at.iter().zip(values) {
            self.statement.raw_bind_parameter(*at, value).map_err(said)?;
        }
        self.statement.raw_execute().map(drop).map_err(said)
    }
}

/// The newest record of this event.
///
/// # Errors
/// When the product wrote none.
pub fn record(conn: &Connection, event: &str) -> Result<Record, String> {
    let mut found = conn.prepare("SELECT bytes FROM record ORDER BY row_no DESC").map_err(said)?;
    let rows = found.query_map([], |row| row.get::<_, Vec<u8>>(0)).map_err(said)?;
    for bytes in rows {
        let record = Record::decode(&bytes.map_err(said)?).map_err(said)?;
        if record.event == event {
            return Ok(record);
        }
    }
    Err(format!("the product wrote no record of {event}"))
}
