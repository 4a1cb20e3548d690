//! Which words of a note look like somebody's name and are nobody's who is known here (CON-27). A hint and never a block:
//! it knows capitals inside a sentence and nothing else, and keeps no list of what it finds.

use std::collections::BTreeSet;

use crate::fold_name;

/// Words with a capital that are no names: days, places, institutions. One file, because it will grow.
const NOT_NAMES: &str = include_str!("not_names.txt");

/// After these a full stop ends no sentence.
const SHORTENED: [&str; 10] = ["dhr", "mw", "mevr", "mej", "dr", "drs", "ir", "mr", "prof", "fam"];

/// The names that may stand in a note: of the client, of workers, of whoever agreed or is kept on a ground.
#[derive(Clone, Debug, Default)]
pub struct Known(BTreeSet<String>);

impl Known {
    /// Adds each word of a name.
    pub fn add(&mut self, name: &str) {
        self.0.extend(words(name).map(|(_, word)| fold_name(word)).filter(|word| !word.is_empty()));
    }

    fn has(&self, word: &str) -> bool {
        let folded = fold_name(word);
        // "Riets" and "Riet's" are Riet's.
        let owner = folded.strip_suffix('s').is_some_and(|name| self.0.contains(name));
        owner || self.0.contains(&folded)
    }
}

/// The words of a text, each with where it begins.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_part = |c: char| c.is_alphabetic() || matches!(c, '-' | '\'' | '’' | '\u{300}'..='\u{36f}');
    let mut rest = text;
    let mut begin = 0;
    std::iter::from_fn(move || {
        let start = rest.find(is_part)?;
        let length = rest[start..].find(|c| !is_part(c)).unwrap_or(rest.len() - start);
        let found = (begin + start, &rest[start..start + length]);
        begin += start + length;
        rest = &rest[start + length..];
        Some(found)
    })
}

/// The words that look like a name: a capital and then small letters, not the first of a sentence, no day, place or
/// institution. Words that stand together are one name.
pub fn candidates(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    // The end of the word before, and whether it belonged to a name.
    let (mut before, mut in_name) = (0, false);
    for (at, word) in words(text) {
        let between = &text[before..at];
        let last = text[..before].split_whitespace().next_back().unwrap_or_default();
        let shortened = between.starts_with('.') && SHORTENED.contains(&last.to_lowercase().as_str());
        let first = before == 0
            || (!shortened && between.contains(['.', '!', '?', ':', '\n', '"', '“', '”', '„', '•']));
        let word_is_name = !first && looks_like_a_name(word);
        match found.last_mut() {
            Some(name) if word_is_name && in_name && between == " " => {
                name.push(' ');
                name.push_str(word);
            }
            _ if word_is_name => found.push(word.to_owned()),
            _ => {}
        }
        (before, in_name) = (at + word.len(), word_is_name);
    }
    found
}

fn looks_like_a_name(word: &str) -> bool {
    let mut letters = word.chars().filter(|c| c.is_alphabetic());
    let capital = letters.next().is_some_and(char::is_uppercase);
    let small = letters.next().is_some_and(char::is_lowercase);
    capital && small && !NOT_NAMES.split_whitespace().any(|it| it == word.to_lowercase())
}

/// The names in a text of which a word is not known, each once, in the order of the text: a colleague's surname does not make
/// everybody of that name a colleague.
pub fn unknown_names(text: &str, known: &Known) -> Vec<String> {
    let mut unknown: Vec<String> = Vec::new();
    for name in candidates(text) {
        if !name.split(' ').all(|word| known.has(word)) && !unknown.contains(&name) {
            unknown.push(name);
        }
    }
    unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unknown(text: &str, names: &[&str]) -> Vec<String> {
        let mut known = Known::default();
        names.iter().for_each(|name| known.add(name));
        unknown_names(text, &known)
    }

    #[test]
    fn a_neighbour_by_name_is_found_and_a_known_one_is_not() {
        let note = "Gebeld. De buurvrouw Riet zegt dat zij niet slaapt.";

        assert_eq!(unknown(note, &["Bilal Amrani"]), ["Riet"]);
        assert!(unknown(note, &["Riet Jansen"]).is_empty());
        assert_eq!(unknown("Met Ton Jansen erbij.", &["Riet Jansen"]), ["Ton Jansen"]);
        assert!(unknown("Zij zit in Riets tuin.", &["Riet"]).is_empty());
    }

    #[test]
    fn the_first_word_of_a_sentence_a_day_and_a_place_are_no_names() {
        for note in [
            "Mevrouw belt. Zij komt dinsdag.",
            "Afspraak op Dinsdag in Utrecht bij de Voedselbank.",
            "Kosten: Huur en gas.\nMorgen weer.",
            "De WMO en het UWV.",
            "",
        ] {
            assert!(unknown(note, &[]).is_empty(), "{note}");
        }
    }

    #[test]
    fn a_shortened_title_ends_no_sentence() {
        assert_eq!(unknown("Gesproken met dhr. Jansen over geld.", &[]), ["Jansen"]);
    }

    #[test]
    fn words_together_are_one_name_and_accents_do_not_matter() {
        assert_eq!(unknown("Met Anna Bakker en met Fatıma.", &[]), ["Anna Bakker", "Fatıma"]);
        assert!(unknown("Met Zoë en met zoë's zus.", &["zoe"]).is_empty());
        assert!(unknown("Met Özdemir gesproken.", &["Ozdemir"]).is_empty());
        assert_eq!(unknown("Met Riet, toen weer met Riet.", &[]), ["Riet"]);
    }

    #[test]
    fn any_script_comes_through() {
        for note in ["مرحبا Riet", "👩‍👧 met Riet", "e\u{301}én met Riet", "met\u{202e} Riet"] {
            assert_eq!(unknown(note, &[]), ["Riet"], "{note:?}");
        }
    }
}
