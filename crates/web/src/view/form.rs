//! What somebody typed and what is wrong with it.
//! `Form` goes into every page with a form; its fields are echoed byte for byte.

use text::Words;

use super::{
    Choice,
    field::{
        Checks, DateField, ErrorSummary, FileField, HiddenFields, Radios, Select, TextArea, TextField, Tick,
    },
};

/// Every field of a form as it arrived, in order; a name may return.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Typed(Vec<(String, String)>);

impl Typed {
    /// The first value of a field; empty when it was not sent.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field, such as the ticked boxes of a group.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    /// A field was sent with this value.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.all(name).any(|sent| sent == value)
    }

    /// A tick box was ticked.
    pub fn ticked(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// Adds a value to a field.
    pub fn put(&mut self, name: impl Into<String>, value: impl Into<String>) {
        self.0.push((name.into(), value.into()));
    }

    /// Chooses for a field that has no value yet: where there is only one answer.
    pub fn put_if_empty(&mut self, name: &str, value: &str) {
        if self.get(name).is_empty() {
            self.put(name, value);
        }
    }

    /// Every pair, as the form sent it.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

impl From<Vec<(String, String)>> for Typed {
    fn from(pairs: Vec<(String, String)>) -> Self {
        Self(pairs)
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Typed {
    fn from(pairs: [(&str, &str); N]) -> Self {
        Self(pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect())
    }
}

/// What is wrong, in the order of the form. A message without a field stands only in the summary.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FieldErrors(Vec<(String, String)>);

impl FieldErrors {
    /// Adds a message to a field; `""` is about the form as a whole.
    pub fn put(&mut self, field: impl Into<String>, message: impl Into<String>) {
        self.0.push((field.into(), message.into()));
    }

    /// The message at a field.
    pub fn of(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str())
    }

    /// Nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Field and message, in order.
    pub fn pairs(&self) -> &[(String, String)] {
        &self.0
    }
}

impl<const N: usize> From<[(&str, String); N]> for FieldErrors {
    fn from(pairs: [(&str, String); N]) -> Self {
        Self(pairs.into_iter().map(|(field, message)| (field.to_owned(), message)).collect())
    }
}

/// One form on a page.
#[derive(Clone, Debug)]
pub struct Form {
    pub words: Words,
    /// Goes as hidden `csrf`.
    pub csrf: String,
    /// Goes as hidden `once`: sending the form twice does its deed once. Empty where nothing is made.
    pub once: String,
    /// Prefix of the ids, for a page with several forms; empty for one.
    pub id: String,
    pub values: Typed,
    pub errors: FieldErrors,
}

impl Form {
    /// An empty form.
    pub fn new(words: Words, csrf: impl Into<String>, once: impl Into<String>) -> Self {
        Self {
            words,
            csrf: csrf.into(),
            once: once.into(),
            id: String::new(),
            values: Typed::default(),
            errors: FieldErrors::default(),
        }
    }

    /// The same form with what was typed.
    #[must_use]
    pub fn with(self, values: impl Into<Typed>) -> Self {
        Self { values: values.into(), ..self }
    }

    /// The same form with what is wrong.
    #[must_use]
    pub fn but(self, errors: impl Into<FieldErrors>) -> Self {
        Self { errors: errors.into(), ..self }
    }

    /// The same form with a prefix for its ids.
    #[must_use]
    pub fn called(self, id: impl Into<String>) -> Self {
        Self { id: id.into(), ..self }
    }

    /// "Fout: " before the title of the page when something is wrong, so that it is heard first.
    pub fn mark(&self) -> String {
        if self.errors.is_empty() { String::new() } else { format!("{} ", self.words.t("error-mark")) }
    }

    /// The hidden fields. Stand first in every form that is sent with POST.
    pub fn hidden(&self) -> HiddenFields {
        HiddenFields { csrf: self.csrf.clone(), once: self.once.clone() }
    }

    /// The list of what is wrong, with links; renders nothing when all is well.
    pub fn summary(&self) -> ErrorSummary {
        ErrorSummary::of(self)
    }

    /// A line of text.
    pub fn text(&self, name: &str, label: String) -> TextField {
        TextField::of(self, name, label)
    }

    /// A longer text.
    pub fn area(&self, name: &str, label: String) -> TextArea {
        TextArea::of(self, name, label)
    }

    /// Day, month and year as three fields: `name`, `name-month`, `name-year`.
    pub fn date(&self, name: &str, label: String) -> DateField {
        DateField::of(self, name, label)
    }

    /// One of several, all visible.
    pub fn radios(&self, name: &str, label: String, choices: &[Choice]) -> Radios {
        Radios::of(self, name, label, choices)
    }

    /// Any of several.
    pub fn checks(&self, name: &str, label: String, choices: &[Choice]) -> Checks {
        Checks::of(self, name, label, choices)
    }

    /// One of many, folded.
    pub fn select(&self, name: &str, label: String, choices: &[Choice]) -> Select {
        Select::of(self, name, label, choices)
    }

    /// Files, one or several.
    pub fn files(&self, name: &str, label: String, accept: &'static str) -> FileField {
        FileField::of(self, name, label, accept)
    }

    /// A single tick box.
    pub fn tick(&self, name: &str, label: String) -> Tick {
        Tick::of(self, name, label)
    }

    /// The id of a field.
    pub(super) fn id_of(&self, name: &str) -> String {
        if self.id.is_empty() { name.to_owned() } else { format!("{}-{name}", self.id) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        let typed = Typed::from([
            ("facts", " twee  spaties\n<b>&\u{202e} "),
            ("domain", "wmo"),
            ("domain", "voluntary"),
        ]);

        assert_eq!(typed.get("facts"), " twee  spaties\n<b>&\u{202e} ");
        assert!(typed.has("domain", "voluntary"));
        assert_eq!(typed.get("nothing"), "");
    }
}
