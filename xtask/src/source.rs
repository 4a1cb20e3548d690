//! A Rust file as tokens: string literals, macro calls and the crates that its paths start with.
//! Comments, doc comments and test modules are left out, so a check never trips over prose.

use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};

use crate::report::Failure;

/// A string literal and the line it starts on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// The value, with escapes resolved.
    pub value: String,
    /// Line, counted from 1.
    pub line: usize,
}

/// Splits a file into tokens, without test modules.
pub fn tokens(file: &Path, text: &str) -> Result<Vec<TokenTree>, Failure> {
    let stream: TokenStream = text.parse().map_err(|source: proc_macro2::LexError| Failure::NotRust {
        path: file.to_owned(),
        message: source.to_string(),
    })?;
    Ok(without_tests_and_docs(stream))
}

/// Drops `#[cfg(test)]` items and doc attributes, at every depth.
fn without_tests_and_docs(stream: TokenStream) -> Vec<TokenTree> {
    let all: Vec<TokenTree> = stream.into_iter().collect();
    let mut kept = Vec::new();
    let mut at = 0;
    while at < all.len() {
        match attribute(&all[at..]) {
            Some(Attribute { text, len }) if is_for_tests(&text) => {
                at = end_of_item(&all, at + len);
            }
            Some(Attribute { text, len }) if text.starts_with("doc") => at += len,
            _ => {
                kept.push(inside(&all[at]));
                at += 1;
            }
        }
    }
    kept
}

/// `test`, `cfg(test)`, `cfg(any(test, …))`; not `cfg(not(test))`.
fn is_for_tests(attribute: &str) -> bool {
    let words: Vec<&str> = attribute.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    words == ["test"] || (words[0] == "cfg" && words.contains(&"test") && !words.contains(&"not"))
}

fn inside(token: &TokenTree) -> TokenTree {
    let TokenTree::Group(group) = token else { return token.clone() };
    let stream = without_tests_and_docs(group.stream()).into_iter().collect();
    let mut cleaned = proc_macro2::Group::new(group.delimiter(), stream);
    cleaned.set_span(group.span());
    TokenTree::Group(cleaned)
}

struct Attribute {
    text: String,
    len: usize,
}

/// The attribute these tokens start with, if any: `#[…]` or `#![…]`.
fn attribute(tokens: &[TokenTree]) -> Option<Attribute> {
    let TokenTree::Punct(hash) = tokens.first()? else { return None };
    if hash.as_char() != '#' {
        return None;
    }
    let inner = matches!(tokens.get(1), Some(TokenTree::Punct(bang)) if bang.as_char() == '!');
    let at = if inner { 2 } else { 1 };
    match tokens.get(at)? {
        TokenTree::Group(group) if group.delimiter() == Delimiter::Bracket => {
            Some(Attribute { text: group.stream().to_string(), len: at + 1 })
        }
        _ => None,
    }
}

/// Where the item that starts here ends: after its braces or its semicolon.
fn end_of_item(all: &[TokenTree], from: usize) -> usize {
    for (at, token) in all.iter().enumerate().skip(from) {
        match token {
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => return at + 1,
            TokenTree::Punct(punct) if punct.as_char() == ';' => return at + 1,
            _ => {}
        }
    }
    all.len()
}

/// All string literals, at every depth.
pub fn strings(tokens: &[TokenTree]) -> Vec<Text> {
    let mut found = Vec::new();
    each_level(tokens, &mut |level| found.extend(level.iter().filter_map(string)));
    found
}

/// The token as a string literal.
pub fn string(token: &TokenTree) -> Option<Text> {
    let TokenTree::Literal(literal) = token else { return None };
    match syn::Lit::new(literal.clone()) {
        syn::Lit::Str(text) => Some(Text { value: text.value(), line: literal.span().start().line }),
        _ => None,
    }
}

/// What stands between the brackets of each call of a macro, with the line of its name.
pub fn macro_calls(tokens: &[TokenTree], name: &str) -> Vec<(usize, Vec<TokenTree>)> {
    let mut found = Vec::new();
    each_level(tokens, &mut |level| {
        for window in level.windows(3) {
            if let [TokenTree::Ident(ident), TokenTree::Punct(bang), TokenTree::Group(group)] = window
                && ident == name
                && bang.as_char() == '!'
            {
                found.push((ident.span().start().line, group.stream().into_iter().collect()));
            }
        }
    });
    found
}

/// The first argument of each call of a function or method with one of these names, when it is a string literal.
pub fn first_string_argument(tokens: &[TokenTree], names: &[&str]) -> Vec<Text> {
    let mut found = Vec::new();
    each_level(tokens, &mut |level| {
        for window in level.windows(2) {
            if let [TokenTree::Ident(ident), TokenTree::Group(group)] = window
                && group.delimiter() == Delimiter::Parenthesis
                && names.iter().any(|name| ident == name)
                && let Some(text) = group.stream().into_iter().next().as_ref().and_then(string)
            {
                found.push(text);
            }
        }
    });
    found
}

/// The first two segments of all paths (`serde` and `Serialize` in `serde::Serialize`, also inside `use` lists), with
/// their line. A segment behind `::` or `.` begins no path.
pub fn paths(tokens: &[TokenTree]) -> Vec<(Vec<String>, usize)> {
    let mut found = Vec::new();
    each_level(tokens, &mut |level| {
        for (at, token) in level.iter().enumerate() {
            let TokenTree::Ident(ident) = token else { continue };
            let follows_colon =
                at > 0 && is_punct(&level[at - 1], ':') && at > 1 && is_punct(&level[at - 2], ':');
            let follows_dot = at > 0 && is_punct(&level[at - 1], '.');
            let leads_on = is_colons(level, at + 1);
            if leads_on && !follows_colon && !follows_dot {
                let mut path = vec![ident.to_string()];
                if let Some(TokenTree::Ident(second)) = level.get(at + 3) {
                    path.push(second.to_string());
                }
                found.push((path, ident.span().start().line));
            }
        }
    });
    found
}

fn is_colons(level: &[TokenTree], at: usize) -> bool {
    level.get(at).is_some_and(|token| is_punct(token, ':'))
        && level.get(at + 1).is_some_and(|token| is_punct(token, ':'))
}

fn is_punct(token: &TokenTree, wanted: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == wanted)
}

/// Shows each run of neighbouring tokens, outermost first.
fn each_level(tokens: &[TokenTree], see: &mut dyn FnMut(&[TokenTree])) {
    see(tokens);
    for token in tokens {
        if let TokenTree::Group(group) = token {
            let inner: Vec<TokenTree> = group.stream().into_iter().collect();
            each_level(&inner, see);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<TokenTree> {
        tokens(Path::new("sample.rs"), text).expect("the sample is Rust")
    }

    fn heads(tokens: &[TokenTree]) -> Vec<String> {
        paths(tokens).into_iter().map(|(path, _)| path[0].clone()).collect()
    }

    #[test]
    fn comments_docs_and_test_modules_are_not_read() {
        let sample = "
            //! rusqlite::Connection in prose
            /// axum::Router in a doc
            fn a() { b::c(\"kept\"); } // tokio::spawn
            #[cfg(test)]
            mod tests { fn d() { rusqlite::open(\"gone\"); } }
            #[cfg(any(test, feature = \"samples\"))]
            mod samples { fn h() { rusqlite::open(\"gone\"); } }
            #[cfg(not(test))]
            fn e() { f::g(); }";

        let heads = heads(&of(sample));
        let texts = strings(&of(sample));

        assert_eq!(heads, ["b", "f"]);
        assert_eq!(texts, [Text { value: "kept".into(), line: 4 }]);
    }

    #[test]
    fn only_the_head_of_a_path_counts() {
        let found = heads(&of("use crate::store::Db; use store::{gate, Db}; fn a() { self.store::<u8>(); }"));

        assert_eq!(found, ["crate", "store"]);
    }

    #[test]
    fn macro_calls_are_found_inside_other_macros() {
        let calls =
            macro_calls(&of(r##"fn a() { assert!(db.all(sql!(r#"SELECT "x""#)).is_ok()); }"##), "sql");

        assert_eq!(calls.len(), 1);
        assert_eq!(string(&calls[0].1[0]).map(|text| text.value), Some("SELECT \"x\"".to_owned()));
    }

    #[test]
    fn first_arguments_are_read_from_functions_and_methods() {
        let found =
            first_string_argument(&of(r#"fn a() { words.t("start-title"); t(key); other("no"); }"#), &["t"]);

        assert_eq!(found, [Text { value: "start-title".into(), line: 1 }]);
    }
}
