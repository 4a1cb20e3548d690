//! Keys: each one that is asked for exists in the Dutch locale, each one there is asked for, and has English when staff read it.
//! A family of keys made from a code (`FAMILIES` in crates/text) counts as asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use proc_macro2::TokenTree;

use crate::report::{Failure, Finding};
use crate::source;
use crate::tree::Tree;

use super::{TEMPLATES, templates};

const LOCALE: &str = "crates/text/locales/nl";
const ENGLISH: &str = "crates/text/locales/en";
/// What residents read has no English.
const PORTAL: &str = "portal";
/// Functions and methods whose first argument is a key.
const ASKING: [&str; 3] = ["t", "say", "with"];

struct Place {
    file: PathBuf,
    line: usize,
}

/// Every key asked for, and every string that could be one.
#[derive(Default)]
struct Uses {
    asked: Vec<(String, Place)>,
    mentioned: BTreeSet<String>,
}

/// Compares the keys of the locale with the keys that templates and Rust ask for.
pub fn check(tree: &Tree) -> Result<Vec<Finding>, Failure> {
    let mut findings = Vec::new();
    let keys = keys_of_the_locale(tree, LOCALE, &mut findings)?;
    let english = keys_of_the_locale(tree, ENGLISH, &mut findings)?;
    findings.extend(untranslated(&keys, &english));
    let uses = uses(tree)?;
    let families = families(tree)?;
    for (key, place) in &uses.asked {
        if !keys.contains_key(message_of(key)) && !is_beginning(key) {
            findings.push(Finding::at(&place.file, place.line, format!("no text for \"{key}\" in {LOCALE}")));
        }
        let lacks_english = keys.contains_key(message_of(key)) && !english.contains_key(message_of(key));
        let is_portal = is_of_the_portal(&place.file);
        if lacks_english && !is_portal && place.file.starts_with("crates/web") {
            let told = format!("staff may read \"{key}\", and it has no text in {ENGLISH}");
            findings.push(Finding::at(&place.file, place.line, told));
        }
    }
    for (key, place) in &keys {
        let begins =
            |family: &String| key.strip_prefix(family.as_str()).is_some_and(|rest| rest.starts_with('-'));
        let of_a_family = families.iter().any(begins);
        if !of_a_family && !uses.mentioned.iter().any(|text| mentions(text, key)) {
            findings.push(Finding::at(
                &place.file,
                place.line,
                format!("\"{key}\" is asked for nowhere: delete it"),
            ));
        }
    }
    Ok(findings)
}

/// Keys that one language has and the other lacks.
fn untranslated(dutch: &BTreeMap<String, Place>, english: &BTreeMap<String, Place>) -> Vec<Finding> {
    let lacking = dutch.iter().filter(|(key, place)| {
        !english.contains_key(*key) && !is_of_the_portal(&place.file) && !key.starts_with('-')
    });
    let lacking = lacking
        .map(|(key, place)| Finding::at(&place.file, place.line, format!("\"{key}\" is not in {ENGLISH}")));
    let extra = english.iter().filter(|(key, _)| !dutch.contains_key(*key));
    let extra = extra
        .map(|(key, place)| Finding::at(&place.file, place.line, format!("\"{key}\" is not in {LOCALE}")));
    lacking.chain(extra).collect()
}

/// Whether a file is about the pages of residents: `portal.ftl`, `templates/portal/`, `view/portal.rs`.
fn is_of_the_portal(file: &std::path::Path) -> bool {
    file.iter().filter_map(std::ffi::OsStr::to_str).any(|part| part.split('.').next() == Some(PORTAL))
}

fn keys_of_the_locale(
    tree: &Tree,
    locale: &str,
    findings: &mut Vec<Finding>,
) -> Result<BTreeMap<String, Place>, Failure> {
    let mut keys: BTreeMap<String, Place> = BTreeMap::new();
    for file in tree.files(locale, "ftl")? {
        for (number, line) in tree.read(&file)?.lines().enumerate() {
            if let Some(key) = defined_by(line) {
                let place = Place { file: file.clone(), line: number + 1 };
                if let Some(first) = keys.insert(key.to_owned(), place) {
                    // One of the two would silently win.
                    let also = format!("\"{key}\" is also in {}", first.file.display());
                    findings.push(Finding::at(&file, number + 1, also));
                }
            }
        }
    }
    Ok(keys)
}

/// The families of keys that are made from a code at run time: the constant `FAMILIES` of the text crate.
fn families(tree: &Tree) -> Result<Vec<String>, Failure> {
    let mut found = Vec::new();
    for file in tree.files("crates/text/src", "rs")? {
        let tokens = source::tokens(&file, &tree.read(&file)?)?;
        let constant = tokens
            .iter()
            .skip_while(|token| !matches!(token, TokenTree::Ident(name) if name == "FAMILIES"))
            .take_while(|token| !matches!(token, TokenTree::Punct(end) if end.as_char() == ';'));
        let constant: Vec<TokenTree> = constant.cloned().collect();
        found.extend(source::strings(&constant).into_iter().map(|text| text.value));
    }
    Ok(found)
}

/// The message or term that a line of Fluent begins.
fn defined_by(line: &str) -> Option<&str> {
    let (key, _) = line.split_once('=')?;
    let key = key.trim_end();
    let is_key = key.trim_start_matches('-').starts_with(|c: char| c.is_ascii_alphabetic())
        && key.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    is_key.then_some(key)
}

fn uses(tree: &Tree) -> Result<Uses, Failure> {
    let mut uses = Uses::default();
    for file in tree.files(TEMPLATES, "html")? {
        for code in templates::split(&tree.read(&file)?).1 {
            for key in asked_in(&code.text) {
                uses.asked.push((key, Place { file: file.clone(), line: code.line }));
            }
            uses.mentioned.extend(templates::literals(&code.text));
        }
    }
    for file in tree.files("crates", "rs")? {
        if file.components().any(|part| part.as_os_str() == "tests" || part.as_os_str() == "target") {
            continue;
        }
        let tokens = source::tokens(&file, &tree.read(&file)?)?;
        let is_words = file.starts_with("crates/web")
            || file.starts_with("crates/app")
            || file.starts_with("crates/text");
        if is_words {
            for text in source::first_string_argument(&tokens, &ASKING) {
                uses.asked.push((text.value, Place { file: file.clone(), line: text.line }));
            }
        }
        uses.mentioned.extend(source::strings(&tokens).into_iter().map(|text| text.value));
    }
    for file in tree.files(LOCALE, "ftl")? {
        uses.mentioned.extend(references(&tree.read(&file)?));
    }
    Ok(uses)
}

/// Keys in `t("…")` and `with("…"`, in template code.
fn asked_in(code: &str) -> Vec<String> {
    let mut found = Vec::new();
    for name in ASKING {
        for (at, opening) in code.match_indices(&format!("{name}(\"")) {
            let stands_alone = !code[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_');
            if stands_alone && let Some((key, _)) = code[at + opening.len()..].split_once('"') {
                found.push(key.to_owned());
            }
        }
    }
    found.extend(code.split("code(\"").skip(1).filter_map(label_of_a_code));
    found
}

/// `field", "birth-date")…` asks for `field-birth-date`; a code that is not written out is known only at run time.
fn label_of_a_code(arguments: &str) -> Option<String> {
    let (family, rest) = arguments.split_once('"')?;
    let (code, _) = rest.trim_start_matches([',', ' ']).strip_prefix('"')?.split_once('"')?;
    Some(format!("{family}-{code}"))
}

/// Messages and terms that other messages name: `{ key }`, `{ -term }`.
fn references(text: &str) -> Vec<String> {
    let inside = text.split('{').skip(1).filter_map(|part| part.split_once('}'));
    inside
        .map(|(reference, _)| reference.trim().split(['(', '.']).next().unwrap_or("").trim().to_owned())
        .filter(|reference| defined_by(&format!("{reference} =")).is_some())
        .collect()
}

/// `start-title.label` asks for an attribute of `start-title`.
fn message_of(key: &str) -> &str {
    key.split('.').next().unwrap_or(key)
}

/// A key that is still to be completed, such as `kind-`.
fn is_beginning(key: &str) -> bool {
    key.ends_with('-')
}

/// Whether a string names a key: as it is, as an attribute of it, as its beginning (`kind-`), or with a hole (`kind-{}`).
fn mentions(text: &str, key: &str) -> bool {
    if message_of(text) == key {
        return true;
    }
    if text.contains(char::is_whitespace) {
        return false;
    }
    if text.len() > 2 && is_beginning(text) {
        return key.starts_with(text);
    }
    let Some((start, rest)) = text.split_once('{') else { return false };
    let end = rest.rsplit_once('}').map_or("", |(_, end)| end);
    start.len() > 2 && start.ends_with('-') && key.starts_with(start) && key.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(files: &[(&str, &str)]) -> Vec<String> {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let tree = Tree::at(folder.path());
        for (name, text) in files {
            tree.write(name, text).expect("written");
        }
        // English beside Dutch, unless the test is about that.
        let has_english = files.iter().any(|(name, _)| name.starts_with(ENGLISH));
        for (name, text) in files.iter().filter(|(name, _)| name.starts_with(LOCALE) && !has_english) {
            tree.write(name.replace("/nl/", "/en/"), text).expect("written");
        }
        check(&tree).expect("the check runs").into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn a_key_without_a_text_is_found_in_templates_and_in_rust() {
        let found = messages(&[
            ("crates/text/locales/nl/start.ftl", "start-title = Start\n"),
            (
                "crates/web/templates/start.html",
                "<h1>{{ t(\"start-title\") }}</h1>\n{{ w.with(\"start-lost\", n) }}",
            ),
            ("crates/web/templates/z.html", "{{ w.code(\"field\", \"age\") }}{{ w.code(\"field\", it) }}"),
            ("crates/web/src/a.rs", "fn a() { words.t(\"start-gone\"); list.with(number); }"),
        ]);

        assert_eq!(
            found,
            [
                "crates/web/templates/start.html:2: no text for \"start-lost\" in crates/text/locales/nl",
                "crates/web/templates/z.html:1: no text for \"field-age\" in crates/text/locales/nl",
                "crates/web/src/a.rs:1: no text for \"start-gone\" in crates/text/locales/nl",
            ]
        );
    }

    #[test]
    fn a_text_that_nobody_asks_for_is_found() {
        let found = messages(&[
            (
                "crates/text/locales/nl/start.ftl",
                "# kop\nstart-title = { -brand } {\"x\"}\n-brand = Samen\nold = Oud\n",
            ),
            ("crates/web/templates/start.html", "{{ t(\"start-title.label\") }}"),
        ]);

        assert_eq!(found, ["crates/text/locales/nl/start.ftl:4: \"old\" is asked for nowhere: delete it"]);
    }

    #[test]
    fn what_staff_read_has_english() {
        let found = messages(&[
            ("crates/text/locales/nl/start.ftl", "start-title = Start\nstart-new = Nieuw\n"),
            ("crates/text/locales/nl/portal.ftl", "portal-title = Uw dossier\n"),
            ("crates/text/locales/en/start.ftl", "start-title = Start\nstart-old = Old\n"),
            ("crates/web/templates/portal/home.html", "{{ t(\"portal-title\") }}"),
            (
                "crates/web/templates/start.html",
                "{{ t(\"start-title\") }}{{ t(\"start-new\") }}{{ t(\"portal-title\") }}",
            ),
        ]);

        assert_eq!(
            found,
            [
                "crates/text/locales/nl/start.ftl:2: \"start-new\" is not in crates/text/locales/en",
                "crates/text/locales/en/start.ftl:2: \"start-old\" is not in crates/text/locales/nl",
                "crates/web/templates/start.html:1: staff may read \"start-new\", and it has no text in crates/text/locales/en",
                "crates/web/templates/start.html:1: staff may read \"portal-title\", and it has no text in crates/text/locales/en",
            ]
        );
    }

    #[test]
    fn a_key_made_of_parts_counts_as_asked_for() {
        let found = messages(&[
            (
                "crates/text/locales/nl/kind.ftl",
                "step-one = Stap 1\nway-call = Telefoon\nbox-lead-name = Naam\nbox-lead-hint = Tip\n",
            ),
            ("crates/web/templates/a.html", "{{ t(\"way-\") }}"),
            ("crates/text/src/words.rs", "pub const FAMILIES: [&str; 1] = [\"step\"];"),
            ("crates/web/src/a.rs", "fn a() { format!(\"box-{}-name\", b); }"),
        ]);

        assert_eq!(
            found,
            ["crates/text/locales/nl/kind.ftl:4: \"box-lead-hint\" is asked for nowhere: delete it"]
        );
    }
}
