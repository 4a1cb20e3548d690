//! What changed between two versions of a text, word by word, to be shown with `<ins>` and `<del>` and said in words.
//! How much is compared is bounded by counting, not by a clock: the same two texts always give the same page.

use similar::{Algorithm, DiffOp, capture_diff_slices};

/// How many steps all comparisons of one page may take together; a page of 50 long versions stays within a blink.
pub const EFFORT: usize = 60_000_000;

/// A stretch of text that was kept, taken away or added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Piece {
    /// In both.
    Kept(String),
    /// Only in the older text.
    Removed(String),
    /// Only in the newer text.
    Added(String),
}

/// What changed in both fields of a note, from one version to the next. A field that stayed as it was is not repeated.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Since {
    /// What changed in what was seen or said.
    pub facts: Vec<Piece>,
    /// What changed in the opinion.
    pub opinion: Vec<Piece>,
}

impl Since {
    /// From the older texts to the newer ones; each is facts and opinion.
    pub fn between(old: (&str, &str), new: (&str, &str), effort: &mut Effort) -> Self {
        let mut told = |old: &str, new: &str| match old == new {
            true => Vec::new(),
            false => between(old, new, effort),
        };
        Self { facts: told(old.0, new.0), opinion: told(old.1, new.1) }
    }
}

/// What is left of the effort of one page.
#[derive(Debug)]
pub struct Effort(usize);

impl Default for Effort {
    fn default() -> Self {
        Self(EFFORT)
    }
}

impl Effort {
    /// Whether two runs of this length can still be compared; counts it when so. The worst case is every part of the
    /// one against every part of the other.
    fn takes(&mut self, old: usize, new: usize) -> bool {
        let cost = old.saturating_mul(new);
        let enough = cost <= self.0;
        if enough {
            self.0 -= cost;
        }
        enough
    }
}

/// What changed from the older text to the newer. Word by word; where that would take too long line by line, and where
/// that would too, all of it is said to be replaced. Equal texts are one piece; two empty ones are none.
pub fn between(old: &str, new: &str, effort: &mut Effort) -> Vec<Piece> {
    let (start, old_end, new_end) = changed_middle(old, new);
    let mut pieces = Vec::new();
    push(&mut pieces, Piece::Kept(old[..start].to_owned()));
    let (old_middle, new_middle) = (&old[start..old_end], &new[start..new_end]);
    let (old_words, new_words) = (words(old_middle), words(new_middle));
    if effort.takes(old_words.len(), new_words.len()) {
        compare(&old_words, &new_words, &mut pieces);
    } else {
        let old_lines: Vec<&str> = old_middle.split_inclusive('\n').collect();
        let new_lines: Vec<&str> = new_middle.split_inclusive('\n').collect();
        if effort.takes(old_lines.len(), new_lines.len()) {
            compare(&old_lines, &new_lines, &mut pieces);
        } else {
            push(&mut pieces, Piece::Removed(old_middle.to_owned()));
            push(&mut pieces, Piece::Added(new_middle.to_owned()));
        }
    }
    push(&mut pieces, Piece::Kept(old[old_end..].to_owned()));
    together(pieces)
}

/// Where the texts begin to differ, and where in each they are the same again; always between two words.
fn changed_middle(old: &str, new: &str) -> (usize, usize, usize) {
    let mut start = 0;
    for (a, b) in words(old).iter().zip(words(new)) {
        if *a != b {
            break;
        }
        start += a.len();
    }
    let mut same = 0;
    for (a, b) in words(&old[start..]).iter().rev().zip(words(&new[start..]).iter().rev()) {
        if a != b {
            break;
        }
        same += a.len();
    }
    (start, old.len() - same, new.len() - same)
}

/// A text as runs of words, runs of spaces, and single signs. Put together they are the text.
fn words(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut from = 0;
    let mut last = None;
    for (at, sign) in text.char_indices() {
        let kind = Kind::of(sign);
        if last.is_some_and(|last| last != kind || kind == Kind::Sign) {
            found.push(&text[from..at]);
            from = at;
        }
        last = Some(kind);
    }
    if from < text.len() {
        found.push(&text[from..]);
    }
    found
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Letters, digits, and whatever belongs to one: accents, parts of an emoji.
    Word,
    Space,
    Sign,
}

impl Kind {
    fn of(sign: char) -> Self {
        if sign.is_whitespace() {
            Self::Space
        } else if sign.is_ascii_punctuation() {
            Self::Sign
        } else {
            Self::Word
        }
    }
}

fn compare(old: &[&str], new: &[&str], pieces: &mut Vec<Piece>) {
    for op in capture_diff_slices(Algorithm::Myers, old, new) {
        let (was, is) = (old[op.old_range()].concat(), new[op.new_range()].concat());
        match op {
            DiffOp::Equal { .. } => push(pieces, Piece::Kept(was)),
            DiffOp::Delete { .. } => push(pieces, Piece::Removed(was)),
            DiffOp::Insert { .. } => push(pieces, Piece::Added(is)),
            DiffOp::Replace { .. } => {
                push(pieces, Piece::Removed(was));
                push(pieces, Piece::Added(is));
            }
        }
    }
}

fn push(pieces: &mut Vec<Piece>, piece: Piece) {
    let (Piece::Kept(text) | Piece::Removed(text) | Piece::Added(text)) = &piece;
    if !text.is_empty() {
        pieces.push(piece);
    }
}

/// A sentence that was rewritten reads as one thing away and one thing new, not as one for each word: changes with
/// nothing but spaces between them belong together.
fn together(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut told = Vec::new();
    let (mut removed, mut added, mut spaces) = (String::new(), String::new(), String::new());
    for piece in pieces {
        match piece {
            Piece::Removed(text) => {
                settle(&mut spaces, &mut removed, &mut added);
                removed.push_str(&text);
            }
            Piece::Added(text) => {
                settle(&mut spaces, &mut removed, &mut added);
                added.push_str(&text);
            }
            Piece::Kept(text)
                if text.chars().all(|sign| sign == ' ') && !(removed.is_empty() && added.is_empty()) =>
            {
                spaces.push_str(&text);
            }
            Piece::Kept(text) => {
                push(&mut told, Piece::Removed(std::mem::take(&mut removed)));
                push(&mut told, Piece::Added(std::mem::take(&mut added)));
                let kept = std::mem::take(&mut spaces) + &text;
                match told.last_mut() {
                    Some(Piece::Kept(before)) => before.push_str(&kept),
                    _ => push(&mut told, Piece::Kept(kept)),
                }
            }
        }
    }
    push(&mut told, Piece::Removed(removed));
    push(&mut told, Piece::Added(added));
    push(&mut told, Piece::Kept(spaces));
    told
}

/// Spaces between two changes turn out to stand in both.
fn settle(spaces: &mut String, removed: &mut String, added: &mut String) {
    removed.push_str(spaces);
    added.push_str(spaces);
    spaces.clear();
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::Piece::{Added, Kept, Removed};
    use super::*;

    fn told(old: &str, new: &str) -> Vec<Piece> {
        between(old, new, &mut Effort::default())
    }

    fn older(pieces: &[Piece]) -> String {
        let text = |piece: &Piece| match piece {
            Kept(text) | Removed(text) => text.clone(),
            Added(_) => String::new(),
        };
        pieces.iter().map(text).collect()
    }

    fn newer(pieces: &[Piece]) -> String {
        let text = |piece: &Piece| match piece {
            Kept(text) | Added(text) => text.clone(),
            Removed(_) => String::new(),
        };
        pieces.iter().map(text).collect()
    }

    #[test]
    fn two_texts_of_100_000_signs_without_a_word_in_common_are_compared_at_once() {
        let old: String = (0..20_000).map(|word| format!("a{word:03} ")).collect();
        let new: String = (0..20_000).map(|word| format!("b{word:03} ")).collect();
        assert!(old.len() >= 100_000);
        let began = std::time::Instant::now();

        let pieces = told(&old, &new);

        assert_eq!(pieces.len(), 3, "one thing away, one new, and the last space");
        assert!(began.elapsed().as_secs() < 5, "{:?}", began.elapsed());
    }

    #[test]
    fn a_page_with_many_long_versions_stops_comparing_words_but_loses_no_text() {
        let version = |n: usize| (0..3_000).map(|word| format!("w{} ", word * n)).collect::<String>();
        let mut effort = Effort::default();

        for n in 1..50 {
            let pieces = between(&version(n), &version(n + 1), &mut effort);

            assert_eq!((older(&pieces), newer(&pieces)), (version(n), version(n + 1)));
        }
    }

    #[test]
    fn one_changed_amount_is_one_thing_away_and_one_new() {
        let pieces = told("De huur is 600 euro per maand.", "De huur is 650 euro per maand.");

        assert_eq!(
            pieces,
            [
                Kept("De huur is ".into()),
                Removed("600".into()),
                Added("650".into()),
                Kept(" euro per maand.".into()),
            ]
        );
    }

    #[test]
    fn a_rewritten_sentence_is_told_as_one_change() {
        let pieces = told("Zij gaat morgen bellen.", "Zij heeft gisteren gebeld.");

        assert_eq!(
            pieces,
            [
                Kept("Zij ".into()),
                Removed("gaat morgen bellen".into()),
                Added("heeft gisteren gebeld".into()),
                Kept(".".into()),
            ]
        );
    }

    #[test]
    fn nothing_changed_is_one_piece_and_nothing_at_all_is_none() {
        assert_eq!(told("Hoi.", "Hoi."), [Kept("Hoi.".into())]);
        assert!(told("", "").is_empty());
        assert_eq!(told("", "Hoi."), [Added("Hoi.".into())]);
        assert_eq!(told("Hoi.", ""), [Removed("Hoi.".into())]);
    }

    #[test]
    fn an_accent_stays_with_its_letter() {
        let pieces = told("cafe\u{301} dicht", "cafe dicht");

        assert_eq!(pieces, [Removed("cafe\u{301}".into()), Added("cafe".into()), Kept(" dicht".into())]);
    }

    proptest! {
        #[test]
        fn what_is_told_gives_both_texts_back(old in "[ab c.\n]{0,60}", new in "[ab c.\n]{0,60}") {
            let pieces = told(&old, &new);

            prop_assert_eq!(older(&pieces), old);
            prop_assert_eq!(newer(&pieces), new);
        }
    }
}
