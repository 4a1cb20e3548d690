//! The project's own tools: checks that a compiler cannot make, and small reports about a test run.
//! `make check` and `make test` call them; run `cargo run -p xtask -- help` for the list.
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a command-line tool talks to its terminal")]

mod arch;
mod bench;
mod migrations;
mod report;
mod schema;
mod source;
mod sql;
mod test_report;
mod text;
mod tree;

use std::path::PathBuf;
use std::process::ExitCode;

use report::{Failure, Finding};
use tree::Tree;

const HELP: &str = "\
usage: cargo run -p xtask -- COMMAND

  bench                        what the record costs, as ratios measured in one run
  bench-scale [SMALL LARGE]    what a large world costs more than a small one; sizes are DOSSIERS/ENTRIES/RECORDS
  check-arch                   each crate imports only what its room allows
  check-text                   every word a user reads is in crates/text/locales
  check-migrations [--accept]  migrations are only ever added
  check-sql                    every statement prepares on SQLite, and on PostgreSQL when PG_TEST_URL is set
  schema [--accept]            docs/schema/ shows the tables as the migrations make them
  print-slowest FILE [N]       the N slowest tests of a JUnit file (default 10)
  count-tests FILE...          one line with the totals of JUnit files
  count-engines FILE           each test named …::sqlite ran as …::postgres too, and the other way round";

/// What DESIGN §6 compares: dossiers, entries and records of a small world and of a city's.
const SMALL: &str = "10000/200000/500000";
const LARGE: &str = "1000000/20000000/50000000";

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = args.iter().map(String::as_str).collect();
    match run(&words) {
        Ok(findings) if findings.is_empty() => ExitCode::SUCCESS,
        Ok(findings) => {
            for finding in &findings {
                eprintln!("{finding}");
            }
            eprintln!("{}: {} to mend", words.join(" "), findings.len());
            ExitCode::FAILURE
        }
        Err(failure) => {
            eprintln!("{failure}");
            ExitCode::from(2)
        }
    }
}

fn run(words: &[&str]) -> Result<Vec<Finding>, Failure> {
    let tree = Tree::of_this_workspace()?;
    match words {
        ["bench"] => bench::run(),
        ["bench-scale"] => bench::scale(SMALL, LARGE),
        ["bench-scale", small, large] => bench::scale(small, large),
        ["check-arch"] => arch::check(&tree),
        ["check-text"] => text::check(&tree),
        ["check-migrations"] => migrations::check(&tree),
        ["check-migrations", "--accept"] => migrations::accept(&tree),
        ["check-sql"] => sql::check(&tree, pg_test_url().as_deref()).map(tell),
        ["schema"] => schema::check(&tree, pg_test_url().as_deref()),
        ["schema", "--accept"] => schema::accept(&tree, pg_test_url().as_deref()),
        ["print-slowest", file] => print(test_report::slowest(&PathBuf::from(file), 10)?),
        ["print-slowest", file, n] => {
            let n = n.parse().map_err(|_| Failure::Usage(HELP.to_owned()))?;
            print(test_report::slowest(&PathBuf::from(file), n)?)
        }
        ["count-tests", files @ ..] if !files.is_empty() => print(test_report::totals(files)?),
        ["count-engines", file] => test_report::engines(&PathBuf::from(file)).map(|(counts, findings)| {
            println!("{counts}");
            findings
        }),
        ["help"] => print(HELP.to_owned()),
        _ => Err(Failure::Usage(HELP.to_owned())),
    }
}

fn pg_test_url() -> Option<String> {
    std::env::var("PG_TEST_URL").ok().filter(|url| !url.is_empty())
}

/// Prints what check-sql prepared, and passes on what it found.
fn tell(outcome: sql::Outcome) -> Vec<Finding> {
    println!("{}", outcome.summary());
    outcome.findings
}

#[expect(clippy::unnecessary_wraps, reason = "reads as one arm of the command table")]
fn print(text: String) -> Result<Vec<Finding>, Failure> {
    println!("{text}");
    Ok(Vec::new())
}
