//! check-sql: every statement of the store prepares on both engines, against the tables of the migrations, and none
//! reads all of a table that grows.
//! Statements are found as `sql!("…")`; where the engines must differ, as `pair! { sqlite: "…", postgres: "…" }`.

mod plan;
pub mod postgres;

use std::path::{Path, PathBuf};

use proc_macro2::TokenTree;

use crate::arch::looks_like_sql;
use crate::migrations::{DATA, SHELF};
use crate::report::{Failure, Finding};
use crate::schema::{self, Engine};
use crate::source::{self, Text};
use crate::tree::Tree;

const FOLDER: &str = "crates/store/src";
/// Where the engines must differ is counted: each pair is a place where they can drift apart.
const PAIRS_ALLOWED: usize = 5;

/// One statement, where it stands, and who runs it.
#[derive(Clone, Debug)]
pub struct Statement {
    file: PathBuf,
    line: usize,
    text: String,
    /// The one engine that runs it; both when absent.
    only: Option<Engine>,
}

/// What was prepared and what went wrong.
#[derive(Debug)]
pub struct Outcome {
    /// To mend.
    pub findings: Vec<Finding>,
    on_sqlite: usize,
    on_postgres: Option<usize>,
}

impl Outcome {
    /// One line that says how many statements were prepared where.
    pub fn summary(&self) -> String {
        let postgres = match self.on_postgres {
            Some(count) => format!("{count} on PostgreSQL"),
            None => "none on PostgreSQL (PG_TEST_URL is not set)".to_owned(),
        };
        format!("check-sql: {} statements prepared on SQLite, {postgres}", self.on_sqlite)
    }
}

/// Prepares every statement.
pub fn check(tree: &Tree, pg_url: Option<&str>) -> Result<Outcome, Failure> {
    let (statements, mut findings) = collect(tree)?;
    let on_sqlite = for_engine(&statements, Engine::Sqlite);
    findings.extend(prepare_on_sqlite(tree, &on_sqlite)?);
    let on_postgres = match pg_url {
        None => None,
        Some(url) => {
            let wanted = for_engine(&statements, Engine::Postgres);
            findings.extend(prepare_on_postgres(tree, url, &wanted)?);
            Some(wanted.len())
        }
    };
    findings.sort();
    Ok(Outcome { findings, on_sqlite: on_sqlite.len(), on_postgres })
}

fn for_engine(statements: &[Statement], engine: Engine) -> Vec<Statement> {
    statements.iter().filter(|statement| statement.only.is_none_or(|only| only == engine)).cloned().collect()
}

/// All statements of the store, and the SQL that hides from this check.
fn collect(tree: &Tree) -> Result<(Vec<Statement>, Vec<Finding>), Failure> {
    let mut statements = Vec::new();
    let mut findings = Vec::new();
    let mut pairs = Vec::new();
    for file in tree.files(FOLDER, "rs")? {
        let tokens = source::tokens(&file, &tree.read(&file)?)?;
        let before = statements.len();
        for (line, inside) in source::macro_calls(&tokens, "sql") {
            match inside.first().and_then(source::string) {
                Some(text) => statements.push(Statement {
                    file: file.clone(),
                    line: text.line,
                    text: text.value,
                    only: None,
                }),
                // The macro's own definition and its uses with `$text` are no statements.
                None if matches!(inside.first(), Some(TokenTree::Punct(dollar)) if dollar.as_char() == '$') =>
                    {}
                None => findings.push(Finding::at(
                    &file,
                    line,
                    "sql! takes one string literal: SQL is static text",
                )),
            }
        }
        for (line, inside) in source::macro_calls(&tokens, "pair") {
            pairs.push(Finding::at(
                &file,
                line,
                format!("more than {PAIRS_ALLOWED} pairs: the engines would drift apart"),
            ));
            statements.extend(pair(&file, &inside));
        }
        let known: Vec<(usize, &str)> =
            statements[before..].iter().map(|one| (one.line, one.text.as_str())).collect();
        let strings = source::strings(&tokens);
        let control = source::first_string_argument(&tokens, &["control"]);
        let shown =
            |text: &&Text| !known.contains(&(text.line, text.value.as_str())) && !control.contains(text);
        findings.extend(strings.iter().filter(shown).filter_map(|text| hidden(&file, text)));
    }
    if pairs.len() > PAIRS_ALLOWED {
        findings.extend(pairs.split_off(PAIRS_ALLOWED));
    }
    Ok((statements, findings))
}

/// The statements of `sqlite: "…", postgres: "…"` (`=>` for `:` reads the same).
fn pair(file: &Path, inside: &[TokenTree]) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut engine = None;
    for token in inside {
        match token {
            TokenTree::Ident(ident) if ident == "sqlite" => engine = Some(Engine::Sqlite),
            TokenTree::Ident(ident) if ident == "postgres" => engine = Some(Engine::Postgres),
            _ => {
                if let Some(text) = source::string(token) {
                    found.push(Statement {
                        file: file.to_owned(),
                        line: text.line,
                        text: text.value,
                        only: engine.take(),
                    });
                }
            }
        }
    }
    found
}

/// A string that reads as SQL but is given to neither macro, so that nothing is prepared unseen. Tables that the store
/// makes before any migration are no statements; what `control` takes is for one engine.
fn hidden(file: &Path, text: &Text) -> Option<Finding> {
    let unseen = looks_like_sql(&text.value) && !text.value.trim_start().starts_with("CREATE TABLE");
    unseen.then(|| {
        Finding::at(file, text.line, "SQL outside sql!(…): wrap it, so that it is checked on both engines")
    })
}

/// A statement is good when the data or the key shelf has its tables; a refusal speaks about the data.
fn prepare_on_sqlite(tree: &Tree, statements: &[Statement]) -> Result<Vec<Finding>, Failure> {
    let data = schema::sqlite(tree, DATA)?;
    let shelf = schema::sqlite(tree, SHELF)?;
    let whole = statements.iter().flat_map(|statement| {
        let file = statement.file.to_string_lossy();
        let tables = plan::read_whole(&data, &file, &numbered(&statement.text));
        tables.into_iter().map(|table| {
            let what =
                format!("reads all of {table}, which grows with the years: it needs an index (plan.rs)");
            Finding::at(&statement.file, statement.line, what)
        })
    });
    let whole: Vec<Finding> = whole.collect();
    let refusal = |statement: &Statement| {
        let text = numbered(&statement.text);
        let refused = data.prepare(&text).err()?;
        shelf.prepare(&text).err()?;
        Some(Finding::at(&statement.file, statement.line, format!("SQLite: {refused}")))
    };
    Ok(statements.iter().filter_map(refusal).chain(whole).collect())
}

/// The same on PostgreSQL: what the data refuses is tried on the shelf.
fn prepare_on_postgres(tree: &Tree, url: &str, statements: &[Statement]) -> Result<Vec<Finding>, Failure> {
    let tables = |folder| schema::rendered(tree, Engine::Postgres, folder);
    let refused = postgres::prepare(url, tables(DATA)?, statements)?;
    let again: Vec<Statement> = refused.iter().map(|(at, _)| statements[*at].clone()).collect();
    let refused_again = postgres::prepare(url, tables(SHELF)?, &again)?;
    let finding = |(at, _): &(usize, String)| {
        let statement = &again[*at];
        Finding::at(&statement.file, statement.line, format!("PostgreSQL: {}", refused[*at].1))
    };
    Ok(refused_again.iter().map(finding).collect())
}

/// `$1` becomes `?1`: SQLite binds `$`-names by order of appearance, PostgreSQL by number.
fn numbered(sql: &str) -> String {
    let mut out = String::with_capacity(sql.len());
    let mut quoted = false;
    let mut characters = sql.chars().peekable();
    while let Some(character) = characters.next() {
        quoted ^= character == '\'';
        let is_parameter = character == '$' && !quoted && characters.peek().is_some_and(char::is_ascii_digit);
        out.push(if is_parameter { '?' } else { character });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(source: &str) -> (tempfile::TempDir, Tree) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let tree = Tree::at(folder.path());
        let table = "CREATE TABLE client (id {id} NOT NULL PRIMARY KEY, n {int}) {table};";
        tree.write("crates/store/migrations/0001_client.sql", table).expect("written");
        tree.write("crates/store/src/client.rs", source).expect("written");
        (folder, tree)
    }

    fn messages(tree: &Tree) -> Vec<String> {
        check(tree, None)
            .expect("the check runs")
            .findings
            .into_iter()
            .map(|finding| finding.to_string())
            .collect()
    }

    #[test]
    fn good_statements_pass_and_are_counted() {
        let (_folder, tree) =
            with(r#"fn a() { db.all(sql!("SELECT n FROM client WHERE id = $1"), &[id]); }"#);

        let outcome = check(&tree, None).expect("the check runs");

        assert_eq!(outcome.findings, []);
        assert!(outcome.summary().starts_with("check-sql: 1 statements prepared on SQLite"));
    }

    #[test]
    fn a_column_that_does_not_exist_is_found_at_its_line() {
        let (_folder, tree) = with("fn a() {\n  b(sql!(\"SELECT name\n FROM client\"));\n}");

        let found = messages(&tree);

        assert_eq!(found.len(), 1);
        assert!(
            found[0].starts_with("crates/store/src/client.rs:2: SQLite: no such column: name"),
            "{}",
            found[0]
        );
    }

    #[test]
    fn a_statement_that_reads_all_of_a_growing_table_is_found() {
        let (_folder, tree) = with("fn a() {\n  b(sql!(\"SELECT id FROM client WHERE n = $1\"));\n}");

        assert_eq!(
            messages(&tree),
            [
                "crates/store/src/client.rs:2: reads all of client, which grows with the years: it needs an index (plan.rs)"
            ]
        );
    }

    #[test]
    fn sql_that_hides_from_the_check_is_found() {
        let (_folder, tree) = with(r#"fn a() { b("SELECT n FROM client"); c(sql!(text)); }"#);

        assert_eq!(
            messages(&tree),
            [
                "crates/store/src/client.rs:1: SQL outside sql!(…): wrap it, so that it is checked on both engines",
                "crates/store/src/client.rs:1: sql! takes one string literal: SQL is static text",
            ]
        );
    }

    #[test]
    fn a_table_made_before_any_migration_is_there_for_statements() {
        let (_folder, tree) = with(
            r#"fn a() { tx.script("CREATE TABLE IF NOT EXISTS version (n {int}){table}"); b(sql!("SELECT n FROM version")); }"#,
        );

        assert_eq!(messages(&tree), [""; 0]);
    }

    #[test]
    fn each_half_of_a_pair_goes_to_its_own_engine() {
        let (_folder, tree) = with(
            r#"fn a() { b(pair! { sqlite: "SELECT rowid FROM client WHERE id = $1", postgres: "SELECT ctid FROM client WHERE id = $1" }); }"#,
        );

        assert_eq!(messages(&tree), [""; 0]);
    }

    #[test]
    fn statements_of_the_key_shelf_are_prepared_on_its_own_tables() {
        let (_folder, tree) = with(r#"fn a() { b(sql!("SELECT wrapped FROM data_key")); }"#);
        tree.write("crates/store/shelf/0001_shelf.sql", "CREATE TABLE data_key (wrapped {bytes}){table};")
            .expect("written");

        assert_eq!(messages(&tree), [""; 0]);
    }

    #[test]
    fn a_sixth_pair_is_too_many() {
        let one = r#"b(pair! { sqlite: "SELECT 1", postgres: "SELECT 2" });"#;
        let (_folder, tree) = with(&format!("fn a() {{ {} }}", [one; 6].join("\n")));

        assert_eq!(
            messages(&tree),
            ["crates/store/src/client.rs:6: more than 5 pairs: the engines would drift apart"]
        );
    }

    #[test]
    fn parameters_keep_their_number() {
        assert_eq!(
            numbered("SELECT $2, $1, '$3' FROM a WHERE b = $12"),
            "SELECT ?2, ?1, '$3' FROM a WHERE b = ?12"
        );
    }
}
