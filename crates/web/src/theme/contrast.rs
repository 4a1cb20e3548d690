//! Which texts of the product stand on which ground, and whether a theme keeps them apart far enough to read
//! (WCAG 2.2, 1.4.3: 4.5 to 1).

use super::colour::Colour;
use super::tokens::Tokens;

/// From here on text can be read by people with poor sight.
const ENOUGH: f64 = 4.5;
/// What is behind everything.
const DOCUMENT: &str = "--basis-color-default-bg-document";

/// Text and ground as the stylesheet combines them.
const PAIRS: [(&str, &str); 21] = [
    ("--basis-color-default-color-document", DOCUMENT),
    ("--basis-color-default-color-document", "--basis-color-default-bg-subtle"),
    ("--basis-color-default-color-document", "--basis-color-default-bg-default"),
    ("--basis-color-default-color-document", "--basis-color-accent-1-bg-subtle"),
    ("--basis-color-default-color-document", "--basis-color-positive-bg-subtle"),
    ("--basis-color-default-color-document", "--basis-color-info-bg-subtle"),
    ("--basis-color-default-color-document", "--basis-color-warning-bg-subtle"),
    ("--basis-color-default-color-subtle", DOCUMENT),
    ("--basis-color-default-color-subtle", "--basis-color-default-bg-subtle"),
    ("--basis-color-action-1-color-default", DOCUMENT),
    ("--basis-color-action-2-color-default", DOCUMENT),
    ("--basis-color-warning-color-document", "--basis-color-warning-bg-default"),
    ("--basis-color-negative-color-default", DOCUMENT),
    ("--basis-color-negative-color-default", "--basis-color-negative-bg-subtle"),
    ("--basis-focus-color", "--basis-focus-background-color"),
    ("--utrecht-link-color", DOCUMENT),
    ("--utrecht-link-color", "--basis-color-accent-1-bg-subtle"),
    ("--utrecht-button-primary-action-color", "--utrecht-button-primary-action-background-color"),
    ("--utrecht-button-secondary-action-color", "--utrecht-button-secondary-action-background-color"),
    ("--utrecht-skip-link-color", "--utrecht-skip-link-background-color"),
    ("--utrecht-textbox-color", "--utrecht-textbox-background-color"),
];

/// Text on a ground.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The token of the text.
    pub text: &'static str,
    /// The token of what is behind it.
    pub ground: &'static str,
    /// How far they stand apart; none when that cannot be computed.
    pub ratio: Option<f64>,
}

/// What was found about all pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Contrast(Vec<Pair>);

impl Contrast {
    /// Those that stand too close together, in the order of the page.
    pub fn too_low(&self) -> impl Iterator<Item = &Pair> {
        self.0.iter().filter(|pair| pair.ratio.is_some_and(|ratio| ratio < ENOUGH))
    }

    /// Those of which it is not known.
    pub fn unknown(&self) -> impl Iterator<Item = &Pair> {
        self.0.iter().filter(|pair| pair.ratio.is_none())
    }

    /// How many were looked at.
    pub fn pairs(&self) -> usize {
        self.0.len()
    }
}

pub(super) fn judge(own: &Tokens) -> Contrast {
    let colour = |token: &str| own.value(token).and_then(|text| Colour::read(&text));
    let white = Colour { rgb: [1.0; 3], alpha: 1.0 };
    let ratio = |text: &str, ground: &str| {
        let behind = colour(DOCUMENT)?.over(white);
        let ground = colour(ground)?.over(behind);
        Some(colour(text)?.over(ground).contrast(ground))
    };
    Contrast(PAIRS.iter().map(|(text, ground)| Pair { text, ground, ratio: ratio(text, ground) }).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{Theme, built_in_contrast};
    use super::*;

    fn of(css: &str) -> Contrast {
        Theme::new("t", ("t.css", css.as_bytes()), Vec::new()).expect("a theme").contrast()
    }

    #[test]
    fn the_built_in_theme_can_be_read_everywhere() {
        let found = built_in_contrast();

        assert_eq!(found.unknown().count(), 0, "{:?}", found.unknown().collect::<Vec<_>>());
        assert_eq!(found.too_low().count(), 0, "{:?}", found.too_low().collect::<Vec<_>>());
    }

    #[test]
    fn grey_on_white_is_named_with_its_tokens() {
        let found = of(".t{--basis-color-default-color-document:#777777}");

        let low: Vec<_> = found.too_low().collect();
        assert_eq!((low[0].text, low[0].ground), (PAIRS[0].0, DOCUMENT));
        assert!(low[0].ratio.is_some_and(|ratio| (ratio - 4.48).abs() < 0.01));
    }

    #[test]
    fn what_cannot_be_computed_is_not_called_fine() {
        let found = of(".t{--utrecht-link-color:oklch(0.4 0.1 200)}");

        assert_eq!(found.unknown().count(), 2);
    }

    #[test]
    fn a_dark_document_is_behind_what_covers_nothing() {
        let found =
            of(".t{--basis-color-default-bg-document:#000;--utrecht-button-secondary-action-color:#111}");

        assert!(found.too_low().any(|pair| pair.text == "--utrecht-button-secondary-action-color"));
    }
}
