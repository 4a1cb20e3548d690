//! Reads the stylesheet of a theme sign by sign: what it may not hold is refused with its line, and the address of
//! a font becomes ours. Strict where a browser is lenient, because what is refused here is never fetched.

/// Rules that may begin with @.
const AT_RULES: [&str; 5] = ["font-face", "media", "supports", "layer", "charset"];
/// Functions that make a browser fetch or run something.
const FETCHING: [&str; 8] =
    ["src", "image", "image-set", "-webkit-image-set", "cross-fade", "element", "expression", "paint"];

/// What a theme may not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CssFault {
    #[error("@{0} is not for a theme: put everything in this one file")]
    AtRule(String),
    #[error("url({0}) leads elsewhere: only a .woff2 font in the same folder may be named")]
    Elsewhere(String),
    #[error("{0}() fetches something: a theme has colours, sizes and fonts only")]
    Fetching(String),
    #[error("a backslash outside quotes: write the sign itself")]
    Escape,
    #[error("something that began here does not end: is the file whole?")]
    Unfinished,
    #[error("a }} too many: is the file whole?")]
    Unbalanced,
}

/// A stylesheet that may be served.
pub(super) struct Sound {
    /// With our addresses of its fonts.
    pub(super) served: String,
    /// The same without comments.
    pub(super) plain: String,
}

/// Reads it. `font` gives our address of a font in the folder.
///
/// # Errors
/// The line, from 1, and what is wrong there.
pub(super) fn read(css: &str, font: impl Fn(&str) -> Option<String>) -> Result<Sound, (usize, CssFault)> {
    let mut reader =
        Reader { rest: css, line: 1, served: String::with_capacity(css.len()), open: Vec::new() };
    while let Some(sign) = reader.rest.chars().next() {
        let line = reader.line;
        match sign {
            '/' if reader.rest.starts_with("/*") => {
                // A comment takes no part in anything and is not served.
                let end = reader.rest[2..].find("*/").ok_or((line, CssFault::Unfinished))?;
                reader.skip(2 + end + 2);
                reader.served.push(' ');
            }
            '"' | '\'' => {
                let length = quoted(reader.rest).ok_or((line, CssFault::Unfinished))?;
                reader.take(length);
            }
            '\\' => return Err((line, CssFault::Escape)),
            '@' => {
                let name = name_in(&reader.rest[1..]).to_ascii_lowercase();
                if !AT_RULES.contains(&name.as_str()) {
                    return Err((line, CssFault::AtRule(name)));
                }
                reader.take(1 + name.len());
            }
            '{' | '(' | '[' => {
                reader.open.push((sign, line));
                reader.take(1);
            }
            '}' | ')' | ']' => {
                let opened = reader.open.pop().map(|(sign, _)| sign);
                if !matches!((opened, sign), (Some('{'), '}') | (Some('('), ')') | (Some('['), ']')) {
                    return Err((line, CssFault::Unbalanced));
                }
                reader.take(1);
            }
            _ if is_name(sign) => word(&mut reader, &font).map_err(|why| (line, why))?,
            _ => reader.take(sign.len_utf8()),
        }
    }
    match reader.open.first() {
        Some((_, line)) => Err((*line, CssFault::Unfinished)),
        None => Ok(Sound { plain: reader.served.clone(), served: reader.served }),
    }
}

struct Reader<'c> {
    rest: &'c str,
    line: usize,
    served: String,
    /// Brackets that are open, with their lines.
    open: Vec<(char, usize)>,
}

impl Reader<'_> {
    /// Goes on by so many bytes, and serves them.
    fn take(&mut self, bytes: usize) {
        self.served.push_str(&self.rest[..bytes]);
        self.skip(bytes);
    }

    fn skip(&mut self, bytes: usize) {
        let (past, rest) = self.rest.split_at(bytes);
        self.line += past.bytes().filter(|byte| *byte == b'\n').count();
        self.rest = rest;
    }
}

/// A word, and what stands between brackets behind `url`.
fn word(reader: &mut Reader<'_>, font: &impl Fn(&str) -> Option<String>) -> Result<(), CssFault> {
    let name = name_in(reader.rest);
    let behind = &reader.rest[name.len()..];
    if !behind.starts_with('(') {
        reader.take(name.len());
        return Ok(());
    }
    let lower = name.to_ascii_lowercase();
    if FETCHING.contains(&lower.as_str()) {
        return Err(CssFault::Fetching(lower));
    }
    if lower != "url" {
        reader.take(name.len());
        return Ok(());
    }
    let end = behind.find(')').ok_or(CssFault::Unfinished)?;
    let named = behind[1..end].trim().trim_matches(['"', '\'']).trim_start_matches("./");
    let address = font(named).ok_or_else(|| CssFault::Elsewhere(named.chars().take(80).collect()))?;
    reader.served.push_str(&format!("url({address})"));
    reader.skip(name.len() + end + 1);
    Ok(())
}

fn is_name(sign: char) -> bool {
    sign.is_alphanumeric() || matches!(sign, '-' | '_')
}

/// The name at the beginning of a text; empty when there is none.
fn name_in(text: &str) -> &str {
    &text[..text.find(|sign: char| !is_name(sign)).unwrap_or(text.len())]
}

/// The length of the text between quotes that it begins with, the quotes included. None: it does not end.
pub(super) fn quoted(text: &str) -> Option<usize> {
    let mut signs = text.char_indices();
    let (_, quote) = signs.next()?;
    while let Some((at, sign)) = signs.next() {
        match sign {
            '\\' => drop(signs.next()?),
            '\n' => return None,
            _ if sign == quote => return Some(at + sign.len_utf8()),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(css: &str) -> Option<(usize, CssFault)> {
        read(css, |name| (name == "ons.woff2").then(|| "/static/x.woff2".to_owned())).err()
    }

    #[test]
    fn what_leads_elsewhere_is_refused_however_it_is_written() {
        for css in [
            ".a{background:url(https://x.example/a.png)}",
            ".a{background:URL( '//x.example/a.png' )}",
            ".a{background:url(../a.woff2)}",
            ".a{background:url(a.svg)}",
            ".a{background:url(data:image/png;base64,AAAA)}",
            ".a{background:url(\"ons.woff2?x\")}",
        ] {
            assert!(matches!(fault(css), Some((1, CssFault::Elsewhere(_)))), "{css}: {:?}", fault(css));
        }
        for css in [
            "@import 'a.css';",
            "@IMPORT url(a.css);",
            "@namespace x 'y';",
            "@ import 'x';",
            "@\\69mport 'x';",
        ] {
            assert!(matches!(fault(css), Some((1, CssFault::AtRule(_)))), "{css}");
        }
        for css in [
            ".a{background:image-set('a.png' 1x)}",
            ".a{x:-webkit-image-set('a' 1x)}",
            ".a{w:expression(1)}",
            ".a{src:SRC('a')}",
        ] {
            assert!(matches!(fault(css), Some((1, CssFault::Fetching(_)))), "{css}");
        }
        assert_eq!(fault(".a{background:u\\72l(a)}"), Some((1, CssFault::Escape)));
    }

    #[test]
    fn a_half_copied_file_is_named_by_where_it_began() {
        assert_eq!(fault(".a{\n--b: c"), Some((1, CssFault::Unfinished)));
        assert_eq!(fault("\n/* no end"), Some((2, CssFault::Unfinished)));
        assert_eq!(fault("/*/ no end"), Some((1, CssFault::Unfinished)));
        assert_eq!(fault(".a{content:'x\n'}"), Some((1, CssFault::Unfinished)));
        assert_eq!(fault(".a{}\n}"), Some((2, CssFault::Unbalanced)));
        assert_eq!(fault(".a{b:c(}"), Some((1, CssFault::Unbalanced)));
    }

    #[test]
    fn what_only_looks_like_something_wrong_is_served() {
        for css in [
            "@charset \"utf-8\"; .a{content:\"@import url(x) \\\" }\"}",
            "/* @import url(http://x.example) */ .a{--url: b; --image: c}",
            "@media (min-width: 40rem) { .a { --b: calc(1rem * (2 + 1)) } }",
            ".a{--x: 'https://example.nl'}",
            "@font-face{src:url(./ons.woff2)}",
            "/*//// kleuren ////*/ .a{}",
            "",
        ] {
            assert_eq!(fault(css), None, "{css}");
        }
    }
}
