//! The design tokens of a theme: custom properties in the rules of its class, and what they come to when one
//! names another. What the theme leaves out is taken from the theme that is built in.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::css::quoted;

/// Tokens may name each other this deep; a circle is not followed for ever.
const DEEPEST: usize = 24;

/// Custom properties by name, `--` included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Tokens(BTreeMap<String, String>);

static BUILT_IN: LazyLock<Tokens> = LazyLock::new(|| {
    let css = String::from_utf8_lossy(crate::view::assets::CSS);
    // The bundle begins with one comment, about its licence, and has no other.
    let rules = css.split_once("*/").map_or(&*css, |(_, rules)| rules);
    of_class(rules, "voorbeeld-theme").unwrap_or_default()
});

/// The tokens in the rules of this class that hold everywhere; none when it has no rule at all. The text has no
/// comments and its brackets match.
pub(super) fn of_class(css: &str, class: &str) -> Option<Tokens> {
    let mut found = false;
    let mut tokens = BTreeMap::new();
    let mut rest = css;
    while let Some(open) = outside_quotes(rest, '{') {
        let head = &rest[..open];
        // What ends in ; before the rule is a @charset or a @layer.
        let selectors = head.rsplit(';').next().unwrap_or_default().trim();
        let body_and_rest = &rest[open + 1..];
        let close = closing(body_and_rest);
        let body = &body_and_rest[..close];
        if selectors.starts_with('@') {
            // What holds in some windows only: the class counts, its tokens do not.
            found |= of_class(body, class).is_some();
        } else if selectors.split(',').any(|selector| is_of(selector, class)) {
            found = true;
            tokens.extend(declarations(body));
        }
        rest = body_and_rest.get(close + 1..).unwrap_or_default();
    }
    found.then_some(Tokens(tokens))
}

/// Whether a selector is this class, on whatever element, and not something within it.
fn is_of(selector: &str, class: &str) -> bool {
    let selector = selector.trim();
    let ends =
        |rest: &str| !rest.starts_with(|sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '_'));
    let dotted = format!(".{class}");
    let within = selector.contains([' ', '>', '+', '~', '\n', '\t']);
    !within && selector.match_indices(&dotted).any(|(at, _)| ends(&selector[at + dotted.len()..]))
}

/// The custom properties of a rule, the last of a name.
fn declarations(body: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = body;
    while !rest.is_empty() {
        let end = outside_quotes(rest, ';').unwrap_or(rest.len());
        if let Some((name, value)) = rest[..end].split_once(':') {
            let (name, value) = (name.trim(), value.trim().trim_end_matches("!important").trim_end());
            if name.starts_with("--") && !value.is_empty() {
                found.push((name.to_owned(), value.to_owned()));
            }
        }
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    found
}

/// Where the } of an opened rule is; the end of the text when there is none.
fn closing(body: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(sign) = body[at..].chars().next() {
        match sign {
            '"' | '\'' => {
                at += quoted(&body[at..]).unwrap_or(body.len() - at);
                continue;
            }
            '{' => depth += 1,
            '}' if depth == 0 => return at,
            '}' => depth -= 1,
            _ => {}
        }
        at += sign.len_utf8();
    }
    body.len()
}

/// Where a sign stands for the first time outside quotes.
fn outside_quotes(text: &str, wanted: char) -> Option<usize> {
    let mut at = 0;
    while let Some(sign) = text[at..].chars().next() {
        if sign == wanted {
            return Some(at);
        }
        at += match sign {
            '"' | '\'' => quoted(&text[at..])?,
            _ => sign.len_utf8(),
        };
    }
    None
}

impl Tokens {
    /// What a token comes to, over the built-in theme; none when it names what is nowhere, or itself.
    pub(super) fn value(&self, name: &str) -> Option<String> {
        self.follow(name, DEEPEST)
    }

    fn follow(&self, name: &str, left: usize) -> Option<String> {
        let left = left.checked_sub(1)?;
        let value = self.0.get(name).or_else(|| BUILT_IN.0.get(name))?;
        let Some(inner) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) else {
            return (!value.contains("var(")).then(|| value.clone());
        };
        let (named, otherwise) = match inner.split_once(',') {
            Some((named, otherwise)) => (named.trim(), Some(otherwise.trim())),
            None => (inner.trim(), None),
        };
        self.follow(named, left).or_else(|| {
            let plain = otherwise.filter(|text| !text.contains("var("));
            plain.map(str::to_owned)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(css: &str, name: &str) -> Option<String> {
        of_class(css, "t").expect("a rule").value(name)
    }

    #[test]
    fn a_token_that_names_another_comes_to_what_that_is() {
        let css = ":root.t, .x { --a: var(--b); --b: var( --c , red ); --d: var(--a) } .t{--a:var(--b)}";

        assert_eq!(value(css, "--d").as_deref(), Some("red"));
        assert_eq!(value(".t{--a:var(--a)}", "--a"), None, "a circle");
        assert_eq!(value(".t{--a:calc(var(--b) * 2)}", "--a"), None, "not computed");
    }

    #[test]
    fn what_the_theme_leaves_out_is_built_in() {
        let built_in = value(".t{}", "--basis-color-default-bg-document").expect("built in");

        assert!(built_in.starts_with('#'), "{built_in}");
        assert_eq!(
            value(".t{--basis-color-default-bg-document:#123}", "--utrecht-root-background-color").as_deref(),
            Some("#123")
        );
    }

    #[test]
    fn only_rules_of_the_class_itself_count_and_everywhere() {
        let css = "@charset \"x;{\"; .t .u{--a:1} .t-2{--a:2} @media print{.t{--a:3}} .t{--b:\";}\";--a:4;}";

        assert_eq!(value(css, "--a").as_deref(), Some("4"));
        assert_eq!(value(css, "--b").as_deref(), Some("\";}\""));
        assert_eq!(of_class(".t .u{} .tt{}", "t"), None);
        assert!(of_class("@media screen{.t{--a:b}}", "t").is_some());
    }
}
