//! Policies: each rule and each deed has a sentence for residents, in both languages, because the authorization model is
//! published (ACC-14); and no sentence speaks of a rule or a deed that is gone.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::report::{Failure, Finding};
use crate::tree::Tree;

const POLICIES: &str = "crates/policy/cedar";
const LOCALES: [&str; 2] = ["crates/text/locales/nl/model.ftl", "crates/text/locales/en/model.ftl"];

/// Compares the policies and the schema with the sentences about them.
pub fn check(tree: &Tree) -> Result<Vec<Finding>, Failure> {
    let mut wanted: BTreeMap<String, (PathBuf, usize)> = BTreeMap::new();
    for file in tree.files(POLICIES, "cedar")? {
        for (number, line) in tree.read(&file)?.lines().enumerate() {
            if let Some(id) = line.trim().strip_prefix("@id(\"").and_then(|rest| rest.strip_suffix("\")")) {
                wanted.insert(format!("rule-{id}"), (file.clone(), number + 1));
            }
        }
    }
    for file in tree.files(POLICIES, "cedarschema")? {
        for (number, line) in tree.read(&file)?.lines().enumerate() {
            let Some(deeds) = line.strip_prefix("action ") else { continue };
            for deed in deeds.split("appliesTo").next().unwrap_or_default().split(',') {
                wanted.insert(format!("deed-{}", kebab(deed.trim())), (file.clone(), number + 1));
            }
        }
    }
    let mut findings = Vec::new();
    for locale in LOCALES {
        let text = tree.read_if_there(locale)?.unwrap_or_default();
        let there: BTreeMap<&str, usize> = text
            .lines()
            .enumerate()
            .filter_map(|(number, line)| Some((line.split_once(" = ")?.0, number + 1)))
            .filter(|(key, _)| key.starts_with("rule-") || key.starts_with("deed-"))
            .collect();
        for (key, (file, line)) in &wanted {
            if !there.contains_key(key.as_str()) {
                let told =
                    format!("residents may read about this, and \"{key}\" has no sentence in {locale}");
                findings.push(Finding::at(file, *line, told));
            }
        }
        for (key, line) in there {
            if !wanted.contains_key(key) {
                findings.push(Finding::at(
                    Path::new(locale),
                    line,
                    format!("\"{key}\" is about nothing: delete it"),
                ));
            }
        }
    }
    Ok(findings)
}

/// "RevealBsn" as "reveal-bsn".
fn kebab(name: &str) -> String {
    let mut out = String::new();
    for sign in name.chars() {
        if sign.is_ascii_uppercase() && !out.is_empty() {
            out.push('-');
        }
        out.push(sign.to_ascii_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(policy: &str, dutch: &str, english: &str) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let tree = Tree::at(folder.path());
        tree.write("crates/policy/cedar/a.cedar", policy).expect("written");
        let schema = "action ReadEntry, RevealBsn\n  appliesTo { principal: [Staff] };\n";
        tree.write("crates/policy/cedar/schema.cedarschema", schema).expect("written");
        let deeds = "deed-read-entry = Lezen\ndeed-reveal-bsn = Zien\n";
        tree.write(LOCALES[0], &format!("{deeds}{dutch}")).expect("written");
        tree.write(LOCALES[1], &format!("{deeds}{english}")).expect("written");
        check(&tree).expect("the check runs").into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn a_rule_without_a_sentence_is_found_in_each_language() {
        let found = messages("// why\n@id(\"wall-night\")\nforbid ();\n", "rule-wall-night = Nooit.\n", "");

        assert_eq!(found.len(), 1, "{found:?}");
        assert!(
            found[0].contains("a.cedar:2") && found[0].contains("\"rule-wall-night\" has no sentence"),
            "{found:?}"
        );
    }

    #[test]
    fn a_sentence_about_nothing_is_found() {
        let found = messages("", "rule-gone = Weg.\n", "deed-fly = Fly\n");

        assert_eq!(found.len(), 2, "{found:?}");
        assert!(found.iter().all(|line| line.contains("is about nothing")), "{found:?}");
    }

    #[test]
    fn rules_and_deeds_with_sentences_are_fine() {
        assert!(messages("@id(\"a\")\n", "rule-a = A.\n", "rule-a = A.\n").is_empty());
    }
}
