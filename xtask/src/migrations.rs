//! check-migrations: migrations of the data and of the key shelf are never changed, only added to.
//! SUMS in each folder holds the SHA-256 of each migration; a database in use has run exactly those bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use crate::report::{Failure, Finding};
use crate::tree::Tree;

/// Where the migrations of the data live.
pub const DATA: &str = "crates/store/migrations";
/// Where the migrations of the key shelf live.
pub const SHELF: &str = "crates/store/shelf";

/// Finds changed, missing, unlisted and badly numbered migrations.
pub fn check(tree: &Tree) -> Result<Vec<Finding>, Failure> {
    let mut findings = Vec::new();
    for folder in [DATA, SHELF] {
        findings.extend(check_folder(tree, folder)?);
    }
    Ok(findings)
}

/// Adds new migrations to SUMS. What is known stays as it is: a changed or removed one is still reported.
pub fn accept(tree: &Tree) -> Result<Vec<Finding>, Failure> {
    for folder in [DATA, SHELF] {
        let mut known = known(tree, folder)?;
        for (name, sum) in present(tree, folder)? {
            known.entry(name).or_insert(sum);
        }
        if !known.is_empty() {
            let lines: String = known.iter().map(|(name, sum)| format!("{sum}  {name}\n")).collect();
            tree.write(sums(folder), &lines)?;
        }
    }
    check(tree)
}

fn check_folder(tree: &Tree, folder: &str) -> Result<Vec<Finding>, Failure> {
    let known = known(tree, folder)?;
    let present = present(tree, folder)?;
    let finding = |name: &str, message: String| Finding::in_file(&Path::new(folder).join(name), message);
    let mut findings: Vec<Finding> =
        misnumbered(&present).into_iter().map(|(name, message)| finding(&name, message)).collect();
    for (name, sum) in &known {
        match present.get(name) {
            None => findings.push(finding(name, "was removed: a migration stays for ever".to_owned())),
            Some(now) if now != sum => {
                findings.push(finding(name, "was changed: undo that and write a new migration".to_owned()));
            }
            Some(_) => {}
        }
    }
    for name in present.keys().filter(|name| !known.contains_key(*name)) {
        let how = "is not in SUMS yet: run `cargo run -p xtask -- check-migrations --accept`";
        findings.push(finding(name, how.to_owned()));
    }
    findings.sort();
    Ok(findings)
}

fn sums(folder: &str) -> PathBuf {
    Path::new(folder).join("SUMS")
}

/// The SUMS file: file name and sum.
fn known(tree: &Tree, folder: &str) -> Result<BTreeMap<String, String>, Failure> {
    let text = tree.read_if_there(sums(folder))?.unwrap_or_default();
    let lines = text.lines().filter_map(|line| line.split_once("  "));
    Ok(lines.map(|(sum, name)| (name.to_owned(), sum.to_owned())).collect())
}

fn present(tree: &Tree, folder: &str) -> Result<BTreeMap<String, String>, Failure> {
    let mut found = BTreeMap::new();
    for file in tree.files(folder, "sql")? {
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
        found.insert(name, sum_of(&tree.read(&file)?));
    }
    Ok(found)
}

fn sum_of(text: &str) -> String {
    Sha256::digest(text.as_bytes()).iter().fold(String::new(), |mut hex, byte| {
        write!(hex, "{byte:02x}").unwrap_or_default();
        hex
    })
}

/// Numbers run 0001, 0002, … without a gap; the files that break this, and what was expected.
fn misnumbered(present: &BTreeMap<String, String>) -> Vec<(String, String)> {
    let mut next = 1;
    let mut found = Vec::new();
    for name in present.keys() {
        let digits = name.split_once('_').map(|(digits, _)| digits).filter(|digits| digits.len() == 4);
        let number: Option<u32> = digits.and_then(|digits| digits.parse().ok());
        if number != Some(next) {
            found.push((
                name.clone(),
                format!("is expected to be called {next:04}_….sql: numbers run on without a gap"),
            ));
        }
        next = number.unwrap_or(next) + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(name: &str) -> PathBuf {
        Path::new(if name.contains("keys") { SHELF } else { DATA }).join(name)
    }

    fn with(files: &[(&str, &str)]) -> (tempfile::TempDir, Tree) {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let tree = Tree::at(folder.path());
        for (name, text) in files {
            tree.write(place(name), text).expect("written");
        }
        (folder, tree)
    }

    fn messages(findings: Result<Vec<Finding>, Failure>) -> Vec<String> {
        findings.expect("the check runs").into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn accepted_migrations_pass_and_a_changed_one_never_does() {
        let (_folder, tree) =
            with(&[("0001_first.sql", "a"), ("0002_second.sql", "b"), ("0001_keys.sql", "c")]);
        assert_eq!(check(&tree).expect("runs").len(), 3);

        assert_eq!(messages(accept(&tree)), [""; 0]);
        tree.write(place("0001_first.sql"), "changed").expect("written");

        let changed =
            "crates/store/migrations/0001_first.sql: was changed: undo that and write a new migration";
        assert_eq!(messages(check(&tree)), [changed]);
        assert_eq!(messages(accept(&tree)), [changed]);
    }

    #[test]
    fn a_removed_migration_is_reported() {
        let (folder, tree) = with(&[("0001_first.sql", "a")]);
        accept(&tree).expect("accepted");

        std::fs::remove_file(folder.path().join(place("0001_first.sql"))).expect("removed");

        let expected = "crates/store/migrations/0001_first.sql: was removed: a migration stays for ever";
        assert_eq!(messages(check(&tree)), [expected]);
    }

    #[test]
    fn a_gap_and_a_double_number_are_reported_once() {
        let (_folder, tree) =
            with(&[("0001_a.sql", ""), ("0003_b.sql", ""), ("0003_c.sql", ""), ("0004_d.sql", "")]);

        let found = messages(accept(&tree));

        assert_eq!(
            found,
            [
                "crates/store/migrations/0003_b.sql: is expected to be called 0002_….sql: numbers run on without a gap",
                "crates/store/migrations/0003_c.sql: is expected to be called 0004_….sql: numbers run on without a gap",
            ]
        );
    }
}
