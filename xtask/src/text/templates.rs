//! Templates: no words of their own, no inline script, no inline style.
//! A small reader of HTML that knows the template's `{{ }}`, `{% %}` and `{# #}`.

use std::path::Path;

use crate::report::{Failure, Finding};
use crate::tree::Tree;

use super::{TEMPLATES, sentences};

/// Stands for one character of template code.
const CODE: char = '\u{1}';
/// Attributes that a user reads or hears.
const READ_ALOUD: [&str; 6] = ["alt", "aria-label", "aria-description", "placeholder", "title", "label"];

/// A piece of code in a template, between its delimiters.
pub struct Code {
    /// The text between the delimiters; empty for a comment.
    pub text: String,
    /// Line on which it starts, counted from 1.
    pub line: usize,
}

/// Looks at every template.
pub fn check(tree: &Tree, allowed: &[String]) -> Result<Vec<Finding>, Failure> {
    let mut findings = Vec::new();
    for file in tree.files(TEMPLATES, "html")? {
        findings.extend(look(&file, &tree.read(&file)?, allowed));
    }
    Ok(findings)
}

fn look(file: &Path, text: &str, allowed: &[String]) -> Vec<Finding> {
    let (html, codes) = split(text);
    let mut findings: Vec<Finding> = Reader { file, html: &html, allowed, findings: Vec::new() }.read();
    for code in codes {
        for literal in literals(&code.text).iter().filter(|text| sentences::reads_as_dutch(text)) {
            findings.push(Finding::at(
                file,
                code.line,
                format!("words in a template: \"{literal}\" belongs in locales"),
            ));
        }
    }
    findings
}

/// The HTML with every character of code replaced, and the pieces of code.
pub fn split(text: &str) -> (String, Vec<Code>) {
    let mut html = String::with_capacity(text.len());
    let mut codes = Vec::new();
    let mut rest = text;
    let mut line = 1;
    loop {
        let next = [("{{", "}}"), ("{%", "%}"), ("{#", "#}")]
            .into_iter()
            .filter_map(|(open, close)| rest.find(open).map(|at| (at, open, close)))
            .min();
        let Some((at, open, close)) = next else { break };
        let (before, after) = rest.split_at(at);
        html.push_str(before);
        line += before.matches('\n').count();
        let end = after.find(close).map_or(after.len(), |end| end + close.len());
        let (code, tail) = after.split_at(end);
        html.extend(code.chars().map(|character| if character == '\n' { '\n' } else { CODE }));
        let inner = if open == "{#" { "" } else { code.trim_start_matches(open).trim_end_matches(close) };
        codes.push(Code { text: inner.to_owned(), line });
        line += code.matches('\n').count();
        rest = tail;
    }
    html.push_str(rest);
    (html, codes)
}

/// The `"…"` in a piece of code.
pub fn literals(code: &str) -> Vec<String> {
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

struct Reader<'a> {
    file: &'a Path,
    html: &'a str,
    allowed: &'a [String],
    findings: Vec<Finding>,
}

impl Reader<'_> {
    fn read(mut self) -> Vec<Finding> {
        let mut at = 0;
        while at < self.html.len() {
            let rest = &self.html[at..];
            at += if rest.starts_with("<!--") {
                rest.find("-->").map_or(rest.len(), |end| end + 3)
            } else if opens_tag(rest) {
                self.tag(at)
            } else {
                // A lone `<` is text: step over it, then on to the next one.
                let end =
                    rest.char_indices().skip(1).find(|(_, c)| *c == '<').map_or(rest.len(), |(end, _)| end);
                self.words(at, &rest[..end]);
                end
            };
        }
        self.findings
    }

    /// Reads one tag, and the raw text of a script or style with it; returns how long it was.
    fn tag(&mut self, at: usize) -> usize {
        let rest = &self.html[at..];
        let end = end_of_tag(rest);
        let tag = &rest[..end];
        let name = tag
            .trim_start_matches('<')
            .split(|c: char| !c.is_ascii_alphanumeric() && c != '-')
            .next()
            .unwrap_or("");
        let attributes = attributes(tag);
        for (key, value) in &attributes {
            self.attribute(at, name, key, value, &attributes);
        }
        match name.to_ascii_lowercase().as_str() {
            "style" => self.report(at, "inline style: the policy of the page forbids it, use a class"),
            "script" if !attributes.iter().any(|(key, _)| key == "src") => {
                self.report(at, "inline script: the policy of the page forbids it, put it in assets");
            }
            _ => {}
        }
        let raw = ["script", "style"].iter().find(|raw| name.eq_ignore_ascii_case(raw));
        raw.and_then(|raw| rest.find(&format!("</{raw}"))).unwrap_or(end).max(end)
    }

    fn attribute(&mut self, at: usize, tag: &str, key: &str, value: &str, all: &[(String, String)]) {
        if key == "style" {
            self.report(at, "inline style: the policy of the page forbids it, use a class");
        }
        if key.len() > 2 && key.starts_with("on") {
            self.report(
                at,
                &format!("inline script ({key}): the policy of the page forbids it, put it in assets"),
            );
        }
        if value.trim_start().to_ascii_lowercase().starts_with("javascript:") {
            self.report(at, "inline script in an address: the policy of the page forbids it");
        }
        let is_button =
            all.iter().any(|(key, value)| key == "type" && (value == "submit" || value == "button"));
        let is_description =
            tag == "meta" && key == "content" && all.iter().any(|(_, value)| value == "description");
        if READ_ALOUD.contains(&key) || (key == "value" && tag == "input" && is_button) || is_description {
            self.words(at, value);
        }
    }

    fn words(&mut self, at: usize, text: &str) {
        let shown = without_entities(&without_attributes(text)).replace(CODE, " ");
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        if shown.chars().any(char::is_alphabetic) && !is_class_names(&shown) && !self.allowed.contains(&shown)
        {
            let start =
                at + (text.len() - text.trim_start_matches(|c: char| c.is_whitespace() || c == CODE).len());
            self.report(start, &format!("words in a template: \"{shown}\" belongs in locales"));
        }
    }

    fn report(&mut self, at: usize, message: &str) {
        let line = self.html[..at.min(self.html.len())].matches('\n').count() + 1;
        self.findings.push(Finding::at(self.file, line, message));
    }
}

fn opens_tag(rest: &str) -> bool {
    let mut characters = rest.chars();
    characters.next() == Some('<')
        && characters.next().is_some_and(|next| next.is_ascii_alphabetic() || next == '/' || next == '!')
}

/// The length of a tag: to the `>` that is not in quotes.
fn end_of_tag(rest: &str) -> usize {
    let mut quote = None;
    for (at, character) in rest.char_indices() {
        match (quote, character) {
            (None, '>') => return at + 1,
            (None, '"' | '\'') => quote = Some(character),
            (Some(open), close) if open == close => quote = None,
            _ => {}
        }
    }
    rest.len()
}

/// The attributes of a tag, names in lower case.
fn attributes(tag: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let mut rest = inner.split_once(|c: char| c.is_whitespace()).map_or("", |(_, rest)| rest);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == CODE);
        let end = rest.find(|c: char| c == '=' || c.is_whitespace() || c == CODE).unwrap_or(rest.len());
        if end == 0 {
            return found;
        }
        let key = rest[..end].to_ascii_lowercase();
        rest = &rest[end..];
        let Some(after) = rest.strip_prefix('=') else {
            found.push((key, String::new()));
            continue;
        };
        let quote = after.chars().next().filter(|c| *c == '"' || *c == '\'');
        let (value, tail) = match quote {
            Some(quote) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
            None => after.split_once(char::is_whitespace).unwrap_or((after, "")),
        };
        found.push((key, value.to_owned()));
        rest = tail;
    }
}

/// Whether a text is only names of style classes, handed to the layout in a block.
fn is_class_names(text: &str) -> bool {
    text.split(' ').all(|word| word.starts_with("sd-") || word.starts_with("utrecht-"))
}

/// Leaves out `name="value"` outside a tag: a template may hold a piece of a tag.
fn without_attributes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("=\"") {
        out.push_str(before.trim_end_matches(|c: char| c.is_ascii_lowercase() || c == '-'));
        rest = after.split_once('"').map_or("", |(_, tail)| tail);
    }
    out.push_str(rest);
    out
}

/// Leaves out `&nbsp;` and the like.
fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after
            .find(';')
            .filter(|end| after[..*end].chars().all(|c| c.is_ascii_alphanumeric() || c == '#'));
        rest = match end {
            Some(end) => &after[end + 1..],
            None => after,
        };
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn messages(text: &str) -> Vec<String> {
        let allowed = ["Samendossier".to_owned()];
        look(Path::new("a.html"), text, &allowed).into_iter().map(|finding| finding.to_string()).collect()
    }

    #[test]
    fn a_template_without_words_of_its_own_passes() {
        let good = r#"{% extends "base.html" %}{# een opmerking #}
            – <!-- markup only --><h1 class="utrecht-heading-1" id="kop">{{ t("start-title") }}</h1>
            {% if count > 3 && count < 9 %}<p>{{ count }} · {{ t("start-count") }}&nbsp;…</p>{% endif %}
            <img src="/beeld/{{ name }}.svg" alt=""><a href="/" aria-label="{{ t("home") }}">Samendossier</a>
            {% block width %}sd-text{% endblock %}
            {% if wrong %} aria-invalid="true"{% endif %}
            <script src="/assets/app.js" defer></script>"#;

        assert_eq!(messages(good), [""; 0]);
    }

    #[test]
    fn words_between_tags_and_in_spoken_attributes_are_found() {
        let found = messages(
            "<p>\n  Welkom {{ name }}\n</p>\n<input type=\"submit\" value=\"Opslaan\"><a title='Terug'></a>",
        );

        assert_eq!(
            found,
            [
                "a.html:2: words in a template: \"Welkom\" belongs in locales",
                "a.html:4: words in a template: \"Opslaan\" belongs in locales",
                "a.html:4: words in a template: \"Terug\" belongs in locales",
            ]
        );
    }

    #[test]
    fn words_handed_to_a_macro_are_found() {
        let found = messages(r#"{% call field("naam", "Wat is uw naam?") %}"#);

        assert_eq!(found, ["a.html:1: words in a template: \"Wat is uw naam?\" belongs in locales"]);
    }

    #[test]
    fn inline_script_and_style_are_found() {
        let found = messages(
            "<p style=\"color:red\">.</p>\n<b onclick=\"x()\">.</b>\n<script>let a = '<p>Hoi</p>';</script>\n\
             <style>p { }</style>\n<a href=\"javascript:x()\">.</a>",
        );

        assert_eq!(found.len(), 5, "{found:?}");
        assert!(found.iter().all(|message| message.contains("inline")), "{found:?}");
    }
}
