//! Empties a demo database on PostgreSQL, for `demo --fresh`. A database that is not called demo is not
//! touched: what is thrown away here comes back from nowhere.

use std::sync::Arc;

use crate::db::Tx;
use crate::error::Error;
use crate::faults::Faults;
use crate::postgres::Postgres;

/// Only databases whose name begins with this are emptied.
const PREFIX: &str = "demo";

/// Why a database was not emptied.
#[derive(Debug, thiserror::Error)]
pub enum StartOverRefused {
    #[error("the database is called {name:?}, and only one whose name begins with \"{PREFIX}\" is emptied")]
    NotADemo { name: String },
    #[error(transparent)]
    Store(#[from] Error),
}

/// Throws away everything in the database of this URL, when its name begins with "demo".
///
/// # Errors
/// [`StartOverRefused`]; nothing was thrown away then.
pub async fn start_over(url: &str) -> Result<(), StartOverRefused> {
    let name = name_in(url)?;
    if !name.starts_with(PREFIX) {
        return Err(StartOverRefused::NotADemo { name });
    }
    let db = Postgres::connect(url, 1, Arc::new(Faults::default())).await?;
    let conn = db.conn().await?;
    Tx::postgres(&conn).script("DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public").await?;
    drop(conn);
    db.close();
    Ok(())
}

/// The database that the URL leads to; without one PostgreSQL takes the name of the user.
fn name_in(url: &str) -> Result<String, Error> {
    let config: tokio_postgres::Config =
        url.parse().map_err(|_| Error::Unavailable("the database URL does not parse".into()))?;
    Ok(config.get_dbname().or(config.get_user()).unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_database_that_is_not_called_demo_is_left_alone() {
        for (url, name) in [
            ("postgres://ria@127.0.0.1:1/klanten", "klanten"),
            ("postgres://127.0.0.1:1/", ""),
            ("postgres://samendossier@127.0.0.1:1", "samendossier"),
        ] {
            let refused = start_over(url).await;

            assert!(
                matches!(&refused, Err(StartOverRefused::NotADemo { name: found }) if found == name),
                "{refused:?}"
            );
        }
    }

    #[tokio::test]
    async fn a_demo_that_cannot_be_reached_is_an_error() {
        let refused = start_over("postgres://127.0.0.1:1/demo_waterrijk?connect_timeout=1").await;

        assert!(matches!(refused, Err(StartOverRefused::Store(_))), "{refused:?}");
    }
}
