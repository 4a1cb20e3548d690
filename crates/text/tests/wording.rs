//! Wording as a whole: nothing missing, nothing unused, every message formats, sentences stay short.
//! Reads the sources of the other crates as text, so a forgotten key fails here and not on a screen.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use fluent_syntax::{
    ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement},
    parser,
};
use text::{Address, FAMILIES, Lang, Words, locales};

/// Texts for handlers that are on their way. A line goes when its key is used; nothing is added.
const EXPECTED: &[&str] = &[];

/// One form of one message.
struct Form {
    key: String,
    /// `je`, or nothing for the value.
    attribute: Option<String>,
    variables: BTreeSet<String>,
}

fn forms(lang: Lang) -> Vec<Form> {
    let mut forms = Vec::new();
    for (feature, source) in locales(lang) {
        let resource =
            parser::parse(*source).unwrap_or_else(|(_, faults)| panic!("{feature}.ftl: {faults:?}"));
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name.to_owned();
            let value = message.value.as_ref().map(|pattern| (None, pattern));
            let attributes = message.attributes.iter().map(|a| (Some(a.id.name.to_owned()), &a.value));
            for (attribute, pattern) in value.into_iter().chain(attributes) {
                let mut variables = BTreeSet::new();
                collect(pattern, &mut variables);
                forms.push(Form { key: key.clone(), attribute, variables });
            }
        }
    }
    forms
}

fn collect(pattern: &Pattern<&str>, into: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            collect_expression(expression, into);
        }
    }
}

fn collect_expression(expression: &Expression<&str>, into: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => collect_inline(inline, into),
        Expression::Select { selector, variants } => {
            collect_inline(selector, into);
            for variant in variants {
                collect(&variant.value, into);
            }
        }
    }
}

fn collect_inline(inline: &InlineExpression<&str>, into: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            into.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => collect_expression(expression, into),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| collect_inline(argument, into));
        }
        _ => {}
    }
}

fn keys(lang: Lang) -> BTreeSet<String> {
    forms(lang).into_iter().map(|form| form.key).collect()
}

/// Every template and Rust source beside this crate, without the tests of this file.
fn sources() -> Vec<(PathBuf, String)> {
    fn walk(folder: &Path, into: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, into);
            } else if path.extension().is_some_and(|e| e == "rs" || e == "html") {
                into.push((path.clone(), fs::read_to_string(&path).unwrap_or_default()));
            }
        }
    }
    let crates = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("a crate stands in a folder");
    let mut files = Vec::new();
    for name in ["app", "mail", "text", "web", "samendossier"] {
        for folder in ["src", "templates"] {
            walk(&crates.join(name).join(folder), &mut files);
        }
    }
    files
}

/// What follows `start` up to the next quote, for each place.
fn quoted_after<'a>(source: &'a str, start: &str) -> Vec<&'a str> {
    source
        .match_indices(start)
        .filter_map(|(at, _)| source[at + start.len()..].trim_start().strip_prefix('"')?.split('"').next())
        .collect()
}

#[test]
fn every_key_that_is_asked_for_exists() {
    let dutch = keys(Lang::Nl);
    let mut missing = Vec::new();

    for (path, source) in sources() {
        // This crate's own examples and tests also ask for keys that do not exist.
        if path.components().any(|part| part.as_os_str() == "text") {
            continue;
        }
        for call in
            ["ords.t(", "rame.t(", "field.t(", "ords.with(", ".say(", ".say2(", "self.t(", "frame().t("]
        {
            for key in quoted_after(&source, call) {
                if !dutch.contains(key) {
                    missing.push(format!("{}: {key}", path.display()));
                }
            }
        }
    }

    assert!(missing.is_empty(), "no text for:\n{}", missing.join("\n"));
}

#[test]
fn every_policy_has_a_reason() {
    let dutch = keys(Lang::Nl);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../policy/cedar");
    let mut ids = Vec::new();
    for file in fs::read_dir(folder).expect("the policies are there").flatten() {
        let source = fs::read_to_string(file.path()).expect("a policy file is text");
        ids.extend(quoted_after(&source, "@id(").into_iter().map(str::to_owned));
    }

    let silent: Vec<_> = ids.iter().filter(|id| !dutch.contains(&format!("policy-{id}"))).collect();

    assert!(!ids.is_empty());
    assert!(silent.is_empty(), "no reason for {silent:?}");
}

#[test]
fn no_key_is_unused() {
    let sources = sources();
    let quoted: BTreeSet<&str> = sources.iter().flat_map(|(_, source)| source.split('"')).collect();

    let unused: Vec<_> = keys(Lang::Nl)
        .into_iter()
        .filter(|key| !quoted.contains(key.as_str()))
        .filter(|key| {
            !FAMILIES.iter().any(|family| key.strip_prefix(family).is_some_and(|rest| rest.starts_with('-')))
        })
        .filter(|key| !EXPECTED.contains(&key.as_str()))
        .collect();

    assert!(unused.is_empty(), "nobody uses {unused:#?}");
}

#[test]
fn english_says_everything_but_the_portal() {
    let portal: BTreeSet<String> = {
        let (_, source) =
            locales(Lang::Nl).iter().find(|(feature, _)| *feature == "portal").expect("the portal");
        let resource = parser::parse(*source).expect("it parses");
        resource
            .body
            .iter()
            .filter_map(|e| if let Entry::Message(m) = e { Some(m.id.name.to_owned()) } else { None })
            .collect()
    };
    let english = keys(Lang::En);
    let dutch = keys(Lang::Nl);

    let missing: Vec<_> = dutch.difference(&english).filter(|key| !portal.contains(*key)).collect();
    let extra: Vec<_> = english.difference(&dutch).collect();

    assert!(missing.is_empty(), "English lacks {missing:#?}");
    assert!(extra.is_empty(), "only English has {extra:#?}");
}

#[test]
fn both_languages_take_the_same_values() {
    let by_key = |lang| -> BTreeMap<(String, Option<String>), BTreeSet<String>> {
        forms(lang).into_iter().map(|form| ((form.key, form.attribute), form.variables)).collect()
    };
    let dutch = by_key(Lang::Nl);

    for (form, variables) in by_key(Lang::En) {
        assert_eq!(Some(&variables), dutch.get(&form), "{form:?}");
    }
    for ((key, attribute), variables) in &dutch {
        assert_eq!(Some(variables), dutch.get(&(key.clone(), None)), "{key}.{attribute:?}");
    }
}

/// Every message in one form of address, with every value filled in, once for each count.
fn formatted(words: Words) -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for form in forms(words.lang) {
        for count in [0_i64, 1, 12] {
            let counted = ["count", "found", "times", "days", "notes", "looks", "total", "minutes"];
            let args: Vec<(&str, text::Arg)> = form
                .variables
                .iter()
                .map(|name| {
                    (
                        name.as_str(),
                        if counted.contains(&name.as_str()) { count.into() } else { "Waarde".into() },
                    )
                })
                .collect();
            texts.push((form.key.clone(), words.with(&form.key, &args)));
        }
    }
    texts
}

#[test]
fn every_message_formats() {
    for words in [
        Words::new(Lang::Nl, Address::Formal),
        Words::new(Lang::Nl, Address::Informal),
        Words::new(Lang::En, Address::Informal),
    ] {
        for (key, text) in formatted(words) {
            assert!(!text.trim().is_empty(), "{key} is empty");
            assert!(!text.contains(['{', '}']), "{key}: {text}");
            assert_ne!(text, format!("[{key}]"), "{key} has no value");
        }
    }
}

#[test]
fn no_dutch_sentence_is_longer_than_fifteen_words() {
    for address in [Address::Formal, Address::Informal] {
        for (key, text) in formatted(Words::new(Lang::Nl, address)) {
            for sentence in text.split_inclusive(['.', '?', '!', ':', '\n']) {
                let words =
                    sentence.split_whitespace().filter(|w| w.chars().any(char::is_alphanumeric)).count();

                assert!(words <= 15, "{key}: {words} words in {sentence:?}");
            }
        }
    }
}

#[test]
fn u_and_je_are_never_mixed() {
    let says = |text: &str, words: &[&str]| {
        text.split(|c: char| !c.is_alphabetic()).any(|word| words.contains(&word.to_lowercase().as_str()))
    };
    let formal = ["u", "uw", "uzelf"];
    let informal = ["je", "jij", "jou", "jouw", "jezelf"];

    for (key, text) in formatted(Words::new(Lang::Nl, Address::Informal)) {
        assert!(!says(&text, &formal), "{key} says u to who is addressed with je: {text}");
    }
    for (key, text) in formatted(Words::new(Lang::Nl, Address::Formal)) {
        assert!(!(says(&text, &formal) && says(&text, &informal)), "{key} mixes both: {text}");
    }
}

#[test]
fn residents_are_never_addressed_with_je_unless_they_chose_it() {
    let client_texts = ["portal", "sign_in", "errors", "common"];
    let staff_only = ["training-", "today-", "refused-"];
    let informal = ["je", "jij", "jou", "jouw", "jezelf"];
    let formal = Words::new(Lang::Nl, Address::Formal);

    for (feature, source) in locales(Lang::Nl).iter().filter(|(feature, _)| client_texts.contains(feature)) {
        let resource = parser::parse(*source).expect("it parses");
        for entry in resource.body {
            let Entry::Message(message) = entry else { continue };
            let key = message.id.name;
            let text = formal
                .with(key, &[("count", 2.into()), ("notes", 2.into()), ("looks", 2.into())])
                .to_lowercase();
            let familiar = text.split(|c: char| !c.is_alphabetic()).any(|word| informal.contains(&word));

            assert!(
                !familiar || staff_only.iter().any(|start| key.starts_with(start)),
                "{feature}: {key}: {text}"
            );
        }
    }
}
