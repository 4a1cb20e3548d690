//! check-text: every word a user reads lives in crates/text/locales, and every key there is used.
//! Four looks: the templates, the keys, sentences that slipped into Rust, and a sentence for each rule.

mod keys;
mod policies;
mod sentences;
mod templates;

use crate::report::{Failure, Finding};
use crate::tree::Tree;

/// Where the templates live.
const TEMPLATES: &str = "crates/web/templates";
/// Texts that may stand in a template as they are: names and signs that no language changes.
const ALLOWED: &str = "xtask/allowed-text.txt";

/// All four looks.
pub fn check(tree: &Tree) -> Result<Vec<Finding>, Failure> {
    let allowed = allowed(tree)?;
    let mut findings = templates::check(tree, &allowed)?;
    findings.extend(keys::check(tree)?);
    findings.extend(sentences::check(tree, &allowed)?);
    findings.extend(policies::check(tree)?);
    findings.sort();
    findings.dedup();
    Ok(findings)
}

fn allowed(tree: &Tree) -> Result<Vec<String>, Failure> {
    let text = tree.read_if_there(ALLOWED)?.unwrap_or_default();
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    Ok(lines.map(str::to_owned).collect())
}
