//! Dutch that slipped into Rust: a string of three words or more with a word that only Dutch has.
//! Codes, keys and English error messages pass; a sentence for a user does not.

use crate::report::{Failure, Finding};
use crate::source;
use crate::tree::Tree;

/// The crates whose users read Dutch. The demo's invented residents live elsewhere and may speak for themselves.
const FOLDERS: [&str; 3] = ["crates/app/src", "crates/store/src", "crates/web/src"];
/// Common words that English does not have.
const ONLY_DUTCH: [&str; 28] = [
    "aan", "alleen", "bent", "bij", "deze", "dit", "een", "geen", "graag", "heeft", "het", "hebt", "ik",
    "jouw", "kunt", "maar", "naar", "niet", "ook", "uit", "uw", "van", "voor", "wij", "wordt", "zijn",
    "zoals", "zodra",
];

/// Looks at the Rust sources.
pub fn check(tree: &Tree, allowed: &[String]) -> Result<Vec<Finding>, Failure> {
    let mut findings = Vec::new();
    for folder in FOLDERS {
        for file in tree.files(folder, "rs")? {
            // What an invented person wrote, compiled for tests only.
            if file.ends_with("samples.rs") {
                continue;
            }
            let tokens = source::tokens(&file, &tree.read(&file)?)?;
            for text in source::strings(&tokens) {
                if reads_as_dutch(&text.value) && !allowed.contains(&text.value) {
                    let message =
                        format!("a sentence in Rust: \"{}\" belongs in locales", short(&text.value));
                    findings.push(Finding::at(&file, text.line, message));
                }
            }
        }
    }
    Ok(findings)
}

/// Three words or more, one of which only Dutch has.
pub fn reads_as_dutch(text: &str) -> bool {
    let words: Vec<String> = text
        .split(|c: char| !c.is_alphabetic() && c != '\'')
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
        .collect();
    text.contains(' ') && words.len() >= 3 && words.iter().any(|word| ONLY_DUTCH.contains(&word.as_str()))
}

fn short(text: &str) -> String {
    let start: String = text.chars().take(50).collect();
    if start.len() < text.len() { start + "…" } else { start }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dutch_sentence_is_told_from_english_and_from_codes() {
        for dutch in ["U bent niet betrokken bij dit dossier.", "Vul een datum in", "Dit klopt niet"] {
            assert!(reads_as_dutch(dutch), "{dutch}");
        }
        for other in [
            "could not read the consent",
            "expected {expected} rows, met {met}",
            "consent was already withdrawn on {on}",
            "dossier-title",
            "/werk/dossier/{d}/notitie",
            "SELECT id FROM client WHERE id = $1",
            "Mijn dossiers",
        ] {
            assert!(!reads_as_dutch(other), "{other}");
        }
    }
}
