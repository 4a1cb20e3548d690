//! The sentence in which words stand, cut where it is long, with the words apart.

use std::collections::BTreeSet;
use std::ops::Range;

use store::stems::{Stem, stems};

/// Letters before and after the first word, at most.
const REACH: usize = 120;

/// A piece of a sentence.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    pub text: String,
    /// It is a word that was looked for.
    pub found: bool,
}

/// The sentence around the first of these words in the text; none: none of them stands in it.
pub fn around(text: &str, wanted: &BTreeSet<String>) -> Option<Vec<Piece>> {
    let words: Vec<Stem> = stems(text).into_iter().filter(|word| wanted.contains(&word.stem)).collect();
    let first = words.first()?.at.clone();
    let whole = sentence(text, &first);
    let mut pieces = Vec::new();
    let mut at = whole.start;
    let mut say = |from: usize, to: usize, found: bool| {
        if let Some(piece) = text.get(from..to).filter(|piece| !piece.is_empty()) {
            pieces.push(Piece { text: piece.to_owned(), found });
        }
    };
    for word in words.iter().filter(|word| word.at.end <= whole.end) {
        say(at, word.at.start, false);
        say(word.at.start, word.at.end, true);
        at = word.at.end;
    }
    say(at, whole.end, false);
    let (cut_before, cut_after) = (is_cut(text, whole.start), is_cut_after(text, whole.end));
    if let Some(first) = pieces.first_mut().filter(|_| cut_before) {
        first.text.insert_str(0, "… ");
    }
    if let Some(last) = pieces.last_mut().filter(|_| cut_after) {
        last.text.push_str(" …");
    }
    Some(pieces)
}

/// From the end of the sentence before to the end of this one, no further than the reach.
fn sentence(text: &str, word: &Range<usize>) -> Range<usize> {
    let mut start = word.start;
    for (count, (at, letter)) in text[..word.start].char_indices().rev().enumerate() {
        if ends_a_sentence(letter) || count >= REACH {
            break;
        }
        start = at;
    }
    let mut end = word.end;
    for (count, (at, letter)) in text[word.end..].char_indices().enumerate() {
        if letter == '\n' || count >= REACH {
            break;
        }
        end = word.end + at + letter.len_utf8();
        if ends_a_sentence(letter) {
            break;
        }
    }
    let inside = &text[start..end];
    let start = start + (inside.len() - inside.trim_start().len());
    let end = end - (inside.len() - inside.trim_end().len());
    start..end.max(word.end)
}

const fn ends_a_sentence(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '\n')
}

/// The sentence goes on before this place.
fn is_cut(text: &str, at: usize) -> bool {
    text[..at].trim_end_matches(' ').chars().next_back().is_some_and(|before| !ends_a_sentence(before))
}

fn is_cut_after(text: &str, at: usize) -> bool {
    let closed = text[..at].chars().next_back().is_some_and(ends_a_sentence);
    let next = text[at..].trim_start_matches(' ').chars().next();
    !closed && next.is_some_and(|after| after != '\n')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, words: &str) -> Option<String> {
        let pieces = around(text, &store::stems::distinct(&[words]))?;
        let say = |piece: &Piece| if piece.found { format!("[{}]", piece.text) } else { piece.text.clone() };
        Some(pieces.iter().map(say).collect())
    }

    #[test]
    fn the_sentence_is_shown_with_its_words() {
        let text = "Hij belde. Zijn schulden en de brieven zijn geordend! Morgen verder.";

        let sentence = shown(text, "brief schuld");

        assert_eq!(sentence.as_deref(), Some("Zijn [schulden] en de [brieven] zijn geordend!"));
    }

    #[test]
    fn a_text_without_the_word_shows_nothing() {
        assert_eq!(shown("Alles gaat goed.", "schuld"), None);
        assert_eq!(shown("", "schuld"), None);
    }

    #[test]
    fn a_sentence_without_an_end_is_cut() {
        let text = format!("{} schuld {}", "lang ".repeat(100), "meer ".repeat(100));

        let sentence = shown(&text, "schuld").expect("it stands there");

        assert!(sentence.chars().count() < 2 * REACH + 30, "{sentence}");
        assert!(sentence.starts_with("… ") && sentence.ends_with(" …"), "{sentence}");
    }

    #[test]
    fn no_text_breaks_it() {
        for odd in ["", "é", "🙂🙂", "\u{200d}", "ي".repeat(300).as_str(), "\n", " . ! ? ", "e\u{301}\u{301}"]
        {
            let text = format!("{odd} schuld {odd}");

            assert!(shown(&text, "schulden").is_some_and(|it| it.contains("[schuld]")), "{text}");
        }
    }
}
