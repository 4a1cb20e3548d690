//! Values that go into a sentence, such as a name or a number.
//! Built in the call: `words.with("key", &[("name", name.into()), ("count", 3.into())])`.

use fluent_bundle::FluentValue;

/// One value for a placeholder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text, put in as it is.
    Text(String),
    /// A whole number; chooses singular or plural and is written without separators.
    Number(i64),
}

impl Arg {
    pub(crate) fn to_fluent(&self) -> FluentValue<'static> {
        match self {
            Self::Text(text) => FluentValue::from(isolated(text)),
            Self::Number(number) => FluentValue::from(*number),
        }
    }
}

/// Wraps right-to-left text in isolation marks, and leaves all other text alone.
///
/// Fluent would mark every placeholder. In HTML that puts invisible signs in names people copy and
/// search for, so the marks stay off except where a sentence would otherwise change its order.
fn isolated(text: &str) -> String {
    if text.chars().any(is_right_to_left) { format!("\u{2068}{text}\u{2069}") } else { text.to_owned() }
}

/// Hebrew, Arabic, Syriac, Thaana, NKo and their presentation forms.
fn is_right_to_left(c: char) -> bool {
    matches!(c, '\u{0590}'..='\u{08FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}'
        | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}')
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Arg {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<&u32> for Arg {
    fn from(number: &u32) -> Self {
        Self::from(*number)
    }
}

impl From<i32> for Arg {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<usize> for Arg {
    fn from(number: usize) -> Self {
        Self::Number(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

impl From<&usize> for Arg {
    fn from(number: &usize) -> Self {
        Self::from(*number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_left_to_right_name_is_left_alone() {
        assert_eq!(isolated("Zoë Ağca"), "Zoë Ağca");
    }

    #[test]
    fn a_right_to_left_name_keeps_its_sentence_in_order() {
        assert_eq!(isolated("سميرة"), "\u{2068}سميرة\u{2069}");
    }
}
