//! What people wrote at length, as text of a page. askama says how a sign is escaped; here is only found where one
//! stands, many bytes at a time: a timeline is mostly plain text.

use std::fmt::{self, Display, Formatter};

use askama::filters::{Escaper, Html, HtmlSafe};

/// A text that is escaped when it is written, exactly as askama would.
#[derive(Clone, Copy, Debug)]
pub struct Written<'t>(pub &'t str);

impl HtmlSafe for Written<'_> {}

impl Display for Written<'_> {
    fn fmt(&self, page: &mut Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some(at) = first_sign(rest.as_bytes()) {
            page.write_str(&rest[..at])?;
            Html.write_escaped_str(&mut *page, &rest[at..=at])?;
            rest = &rest[at + 1..];
        }
        page.write_str(rest)
    }
}

const fn is_sign(byte: u8) -> bool {
    matches!(byte, b'&' | b'<' | b'>' | b'"' | b'\'')
}

/// Where the first byte stands that means something in HTML. All of them are ASCII, so a text may be cut there.
fn first_sign(bytes: &[u8]) -> Option<usize> {
    let (blocks, _) = bytes.as_chunks::<32>();
    let clean = blocks.iter().take_while(|block| !holds_a_sign(block)).count();
    let from = clean * 32;
    bytes[from..].iter().position(|byte| is_sign(*byte)).map(|at| from + at)
}

/// Without a way out in the middle and with nothing but comparisons, so that a block is looked at as a whole.
fn holds_a_sign(block: &[u8; 32]) -> bool {
    let mut met = 0;
    for byte in block {
        for sign in b"&<>\"'" {
            met |= u8::from(byte == sign);
        }
    }
    met != 0
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn by_askama(text: &str) -> String {
        let mut out = String::new();
        Html.write_escaped_str(&mut out, text).expect("a text takes everything");
        out
    }

    proptest! {
        #[test]
        fn every_text_comes_out_as_askama_writes_it(text in "([a-zé\u{202e} ]{0,40}|[&<>\"'a]){0,6}") {
            prop_assert_eq!(Written(&text).to_string(), by_askama(&text));
        }

        #[test]
        fn also_any_text_at_all(text in any::<String>()) {
            prop_assert_eq!(Written(&text).to_string(), by_askama(&text));
        }
    }
}
