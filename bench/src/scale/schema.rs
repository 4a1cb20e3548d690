//! The schema while a world is filled: indexes that need not be there meanwhile are dropped, and made again from their
//! own text, so that the world ends with the schema of any store.

use rusqlite::Connection;

use super::said;

/// Everything in the schema, as SQLite tells it.
pub fn all(conn: &Connection) -> Result<Vec<(String, String, Option<String>)>, String> {
    let mut found =
        conn.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").map_err(said)?;
    let rows = found.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).map_err(said)?;
    rows.collect::<Result<_, _>>().map_err(said)
}

/// Drops every index that has a text of its own; gives the texts.
pub fn without_indexes(conn: &Connection) -> Result<Vec<String>, String> {
    let mut texts = Vec::new();
    for (kind, name, text) in all(conn)? {
        if let ("index", Some(text)) = (kind.as_str(), text) {
            conn.execute_batch(&format!("DROP INDEX {name}")).map_err(said)?;
            texts.push(text);
        }
    }
    Ok(texts)
}

/// Makes them again.
pub fn with_indexes(conn: &Connection, texts: &[String]) -> Result<(), String> {
    texts.iter().try_for_each(|text| conn.execute_batch(text).map_err(said))
}
