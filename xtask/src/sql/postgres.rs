//! The PostgreSQL half of check-sql: one transaction with a schema of its own, rolled back at the end.
//! Nothing is left behind on the server.

use std::path::PathBuf;

use tokio_postgres::{Client, NoTls};

use super::Statement;
use crate::report::Failure;

/// Prepares every statement; returns the place in the list of each refused one, with the server's words.
pub fn prepare(
    url: &str,
    migrations: Vec<(PathBuf, String)>,
    statements: &[Statement],
) -> Result<Vec<(usize, String)>, Failure> {
    in_scratch(url, migrations, async |client| {
        let mut refused = Vec::new();
        for (at, statement) in statements.iter().enumerate() {
            client
                .batch_execute("SAVEPOINT one")
                .await
                .map_err(|source| failure("marking a savepoint", &source))?;
            if let Err(source) = client.prepare(&statement.text).await {
                refused.push((at, words(&source)));
                client
                    .batch_execute("ROLLBACK TO one")
                    .await
                    .map_err(|source| failure("going back", &source))?;
            }
        }
        Ok(refused)
    })
}

/// Runs a deed in a scratch schema that holds the tables of these migrations.
pub fn in_scratch<T>(
    url: &str,
    migrations: Vec<(PathBuf, String)>,
    deed: impl AsyncFnOnce(&Client) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Failure::file(std::path::Path::new("tokio")))?;
    runtime.block_on(async {
        let (client, connection) = tokio_postgres::connect(url, NoTls)
            .await
            .map_err(|source| failure("connecting to PG_TEST_URL", &source))?;
        tokio::spawn(connection);
        let begin = "BEGIN; CREATE SCHEMA check_sql; SET LOCAL search_path = check_sql";
        client.batch_execute(begin).await.map_err(|source| failure("making a scratch schema", &source))?;
        for (file, text) in migrations {
            let what = file.display().to_string();
            client.batch_execute(&text).await.map_err(|source| failure(&what, &source))?;
        }
        let outcome = deed(&client).await;
        client.batch_execute("ROLLBACK").await.map_err(|source| failure("rolling back", &source))?;
        outcome
    })
}

/// A failure with the server's own words.
pub fn failure(what: &str, source: &tokio_postgres::Error) -> Failure {
    Failure::Postgres { what: what.to_owned(), message: words(source) }
}

fn words(source: &tokio_postgres::Error) -> String {
    match source.as_db_error() {
        Some(db) => db.message().to_owned(),
        None => source.to_string(),
    }
}
