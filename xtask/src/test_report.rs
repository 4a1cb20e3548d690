//! What a test run looked like, read from its JUnit files: the slowest tests, the tests of each engine, one closing line.
//! `make test` prints all three; the closing line is the one a machine reads.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

use crate::report::{Failure, Finding};

struct Case {
    name: String,
    seconds: f64,
    outcome: Outcome,
}

#[derive(PartialEq)]
enum Outcome {
    Passed,
    Failed,
    Skipped,
}

/// The slowest tests of one file, one a line, slowest first.
pub fn slowest(file: &Path, count: usize) -> Result<String, Failure> {
    let mut cases = read(file)?;
    cases.sort_by(|a, b| b.seconds.total_cmp(&a.seconds));
    let mut text = format!("slowest {} tests:", count.min(cases.len()));
    for case in cases.iter().take(count) {
        write!(text, "\n  {:8.2} s  {}", case.seconds, case.name).unwrap_or_default();
    }
    Ok(text)
}

/// `N passed, N failed`, with `, N skipped` when there are any, over all files.
pub fn totals(files: &[&str]) -> Result<String, Failure> {
    let mut cases = Vec::new();
    for file in files {
        cases.extend(read(Path::new(file))?);
    }
    let count = |wanted: Outcome| cases.iter().filter(|case| case.outcome == wanted).count();
    let skipped = match count(Outcome::Skipped) {
        0 => String::new(),
        skipped => format!(", {skipped} skipped"),
    };
    Ok(format!("{} passed, {} failed{skipped}", count(Outcome::Passed), count(Outcome::Failed)))
}

/// How many tests ran on each engine, and those that ran on one only. A test of an engine has a segment `sqlite` or
/// `postgres` in its path (`gate::a_look_is_recorded::sqlite`); a name that merely speaks of one is not counted.
pub fn engines(file: &Path) -> Result<(String, Vec<Finding>), Failure> {
    let names: Vec<String> = read(file)?.into_iter().map(|case| case.name).collect();
    let sqlite = on_engine(&names, "sqlite");
    let postgres = on_engine(&names, "postgres");
    let mut findings = Vec::new();
    let lonely = |name: &String, only: &str| Finding::in_file(file, format!("{name} ran on {only} only"));
    findings.extend(sqlite.difference(&postgres).map(|name| lonely(name, "SQLite")));
    findings.extend(postgres.difference(&sqlite).map(|name| lonely(name, "PostgreSQL")));
    if sqlite.is_empty() && postgres.is_empty() {
        findings.push(Finding::in_file(file, "no test ran on either engine"));
    }
    let counts = format!("tests on SQLite: {}, on PostgreSQL: {}", sqlite.len(), postgres.len());
    Ok((counts, findings))
}

/// The names of the tests of one engine, without the segment that names it.
fn on_engine(names: &[String], engine: &str) -> BTreeSet<String> {
    let split = |name: &String| name.split("::").map(str::to_owned).collect::<Vec<_>>();
    names
        .iter()
        .map(split)
        .filter(|segments| segments.iter().any(|segment| segment == engine))
        .map(|segments| {
            segments.into_iter().filter(|segment| segment != engine).collect::<Vec<_>>().join("::")
        })
        .collect()
}

fn read(file: &Path) -> Result<Vec<Case>, Failure> {
    let text = std::fs::read_to_string(file).map_err(Failure::file(file))?;
    let cases = cases(&text);
    if cases.is_empty() { Err(Failure::NoTests(file.to_owned())) } else { Ok(cases) }
}

/// The `<testcase>` elements. JUnit files of nextest and node are plain: no comments, no CDATA with tags of this name.
fn cases(text: &str) -> Vec<Case> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find("<testcase ") {
        rest = &rest[start..];
        let head_end = rest.find('>').map_or(rest.len(), |at| at + 1);
        let (head, tail) = rest.split_at(head_end);
        let body_end = if head.ends_with("/>") { 0 } else { tail.find("</testcase>").unwrap_or(tail.len()) };
        let body = &tail[..body_end];
        found.push(Case { name: name(head), seconds: seconds(head), outcome: outcome(body) });
        rest = &tail[body_end..];
    }
    found
}

fn name(head: &str) -> String {
    match (attribute(head, "classname"), attribute(head, "name")) {
        (Some(class), Some(name)) => format!("{class} {name}"),
        (_, name) => name.unwrap_or_default().to_owned(),
    }
}

fn seconds(head: &str) -> f64 {
    attribute(head, "time").and_then(|time| time.parse().ok()).unwrap_or_default()
}

fn outcome(body: &str) -> Outcome {
    if body.contains("<failure") || body.contains("<error") {
        Outcome::Failed
    } else if body.contains("<skipped") {
        Outcome::Skipped
    } else {
        Outcome::Passed
    }
}

fn attribute<'a>(head: &'a str, name: &str) -> Option<&'a str> {
    let (_, after) = head.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = r#"<?xml version="1.0"?>
<testsuites><testsuite name="store">
  <testcase name="fast" classname="store" time="0.010"/>
  <testcase name="slow" classname="store" time="12.5"></testcase>
  <testcase name="broken" classname="web" time="1.0"><failure message="no">left: 1 > right</failure></testcase>
  <testcase name="later" classname="web" time="0"><skipped/></testcase>
</testsuite></testsuites>"#;

    fn file() -> tempfile::NamedTempFile {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        std::fs::write(file.path(), SAMPLE).expect("written");
        file
    }

    #[test]
    fn the_slowest_come_first() {
        let text = slowest(file().path(), 2).expect("read");

        assert_eq!(text, "slowest 2 tests:\n     12.50 s  store slow\n      1.00 s  web broken");
    }

    #[test]
    fn files_are_added_up() {
        let file = file();
        let path = file.path().to_str().expect("the path is text");

        assert_eq!(totals(&[path, path]).expect("read"), "4 passed, 2 failed, 2 skipped");
    }

    #[test]
    fn a_test_that_ran_on_one_engine_only_is_found() {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");
        let cases = ["a::sqlite", "a::postgres", "b::sqlite::c", "d_on_sqlite"];
        let text: String =
            cases.map(|name| format!("<testcase name=\"{name}\" classname=\"store\"/>")).concat();
        std::fs::write(file.path(), text).expect("written");

        let (counts, findings) = engines(file.path()).expect("read");

        assert_eq!(counts, "tests on SQLite: 2, on PostgreSQL: 1");
        assert_eq!(findings, [Finding::in_file(file.path(), "store b::c ran on SQLite only")]);
    }

    #[test]
    fn a_run_without_tests_of_an_engine_is_no_pass() {
        let (counts, findings) = engines(file().path()).expect("read");

        assert_eq!(counts, "tests on SQLite: 0, on PostgreSQL: 0");
        assert_eq!(findings.len(), 1);
    }

    #[test]
    fn a_file_without_tests_is_a_failure() {
        let file = tempfile::NamedTempFile::new().expect("a temporary file");

        assert!(matches!(slowest(file.path(), 1), Err(Failure::NoTests(_))));
    }
}
