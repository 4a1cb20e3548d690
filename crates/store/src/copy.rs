//! A whole copy of a SQLite file that is in use, for a backup; and what a database says about itself,
//! without changing anything in it.

use std::path::Path;
use std::sync::Arc;

use rusqlite::{Connection, OpenFlags};
use uuid::Uuid;

use crate::db::Tx;
use crate::error::Error;
use crate::migrate::{DATA, SHELF};
use crate::once::once;
use crate::postgres::Postgres;
use crate::store::Place;
use crate::{params, sql};

/// What a database says about itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct AboutPlace {
    /// The id that data and shelf of one installation share.
    pub installation: Uuid,
    /// The number of the last migration.
    pub schema: i64,
    /// The number of the last migration that this program knows for such a database.
    pub known_schema: i64,
}

/// Copies one moment of a SQLite file that others are reading and writing. Free pages are left behind, so
/// nothing that was thrown away travels along. `to` does not exist, or is empty.
///
/// # Errors
/// [`Error::Unavailable`] when the disk is full or fails.
pub fn copy_file(from: &Path, to: &Path) -> Result<(), Error> {
    let conn = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA temp_store = MEMORY;")?;
    let to = to.to_str().ok_or_else(|| Error::Unavailable("the path is no text".to_owned()))?;
    conn.execute("VACUUM INTO ?1", [to])?;
    Ok(())
}

/// What a place with data says about itself; it is not changed, nor migrated.
///
/// # Errors
/// When it is no such place, or is damaged.
pub async fn about_data(place: &Place) -> Result<AboutPlace, Error> {
    about(place, DATA.len()).await
}

/// What a place with a key shelf says about itself; it is not changed, nor migrated.
///
/// # Errors
/// When it is no such place, or is damaged.
pub async fn about_shelf(place: &Place) -> Result<AboutPlace, Error> {
    about(place, SHELF.len()).await
}

/// Looks through a whole file for damage; slow, for it reads all of it. None: it is sound.
///
/// # Errors
/// When it cannot be read at all.
pub fn damage_in(path: &Path) -> Result<Option<String>, Error> {
    let conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    conn.execute_batch("PRAGMA busy_timeout = 5000")?;
    let found: String = conn.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
    Ok((found != "ok").then_some(found))
}

async fn about(place: &Place, known: usize) -> Result<AboutPlace, Error> {
    match place {
        Place::File(path) => {
            // Not read-only: a file whose write-ahead log waits can only be opened by who may empty it.
            let mut conn = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
            conn.execute_batch("PRAGMA busy_timeout = 5000; PRAGMA query_only = ON;")?;
            once(read(&mut Tx::sqlite(&mut conn), known))
        }
        Place::Url(url) => {
            let db = Postgres::connect(url, 1, Arc::default()).await?;
            let conn = db.conn().await?;
            let about = read(&mut Tx::postgres(&conn), known).await;
            drop(conn);
            db.close();
            about
        }
    }
}

async fn read(tx: &mut Tx<'_>, known: usize) -> Result<AboutPlace, Error> {
    let id = tx
        .one(
            sql!(
                "SELECT value
                   FROM installation
                  WHERE name = 'id'"
            ),
            params![],
        )
        .await?;
    let id: String = id.get(0)?;
    let schema = tx.one(sql!("SELECT MAX(number) FROM schema_version"), params![]).await?;
    Ok(AboutPlace {
        installation: Uuid::parse_str(&id).map_err(|_| Error::Column { column: 0 })?,
        schema: schema.get(0)?,
        known_schema: known as i64,
    })
}
