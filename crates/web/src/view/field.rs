//! Form fields as small templates: label, explanation, message and input belong together.
//! Made by `Form::text` and the like; options are set in the template: `form.text(…).required()`.

use askama::{Template, filters::HtmlSafe};
use text::Words;

use super::{Choice, Form};

/// What every field has.
#[derive(Clone, Debug)]
pub struct Field {
    pub words: Words,
    pub id: String,
    pub name: String,
    pub label: String,
    pub hint: Option<String>,
    pub error: Option<String>,
    pub required: bool,
    /// Folded answer to "Waarom vragen wij dit?" (BAS-03).
    pub why: Option<String>,
    /// The hint is shown; false leaves out the words "niet verplicht" too, where they would be noise.
    pub mark_optional: bool,
}

impl Field {
    fn of(form: &Form, name: &str, label: String) -> Self {
        Self {
            words: form.words,
            id: form.id_of(name),
            name: name.to_owned(),
            label,
            hint: None,
            error: form.errors.of(name).map(str::to_owned),
            required: false,
            why: None,
            mark_optional: true,
        }
    }

    /// The ids of hint and message, for `aria-describedby`; none when there is neither.
    pub fn described_by(&self) -> Option<String> {
        let ids: Vec<String> = [(self.hint.is_some(), "hint"), (self.error.is_some(), "error")]
            .into_iter()
            .filter(|(there, _)| *there)
            .map(|(_, part)| format!("{}-{part}", self.id))
            .collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// The text of a key.
    pub fn t(&self, key: &str) -> String {
        self.words.t(key)
    }
}

/// Gives a field struct the options all fields share, and marks its output as HTML.
macro_rules! field {
    ($($name:ident),+) => {$(
        impl HtmlSafe for $name {}

        impl $name {
            /// Must be filled in. Other fields say that they need not be.
            #[must_use]
            pub fn required(mut self) -> Self {
                self.field.required = true;
                self
            }

            /// A line of explanation under the label.
            #[must_use]
            pub fn hint(mut self, hint: String) -> Self {
                self.field.hint = (!hint.is_empty()).then_some(hint);
                self
            }

            /// The answer to "Waarom vragen wij dit?".
            #[must_use]
            pub fn why(mut self, why: String) -> Self {
                self.field.why = (!why.is_empty()).then_some(why);
                self
            }

            /// Does not say "niet verplicht", as with filters.
            #[must_use]
            pub fn plain(mut self) -> Self {
                self.field.mark_optional = false;
                self
            }
        }
    )+};
}

/// One line of text.
#[derive(Template)]
#[template(path = "common/text_field.html")]
pub struct TextField {
    pub field: Field,
    pub value: String,
    pub kind: &'static str,
    pub autocomplete: &'static str,
    pub inputmode: &'static str,
    pub width: &'static str,
    /// About somebody: no spelling service, direction by its own letters, not translated.
    pub dossier: bool,
}

/// Several lines of text.
#[derive(Template)]
#[template(path = "common/text_area.html")]
pub struct TextArea {
    pub field: Field,
    pub value: String,
    pub rows: u8,
    /// Longest text in characters, for the counter; 0 shows none. Never cuts off what is typed.
    pub at_most: u32,
}

/// Day, month and year.
#[derive(Template)]
#[template(path = "common/date_field.html")]
pub struct DateField {
    pub field: Field,
    pub day: String,
    pub month: String,
    pub year: String,
    /// Somebody's own birth date: the browser may offer it.
    pub birthday: bool,
}

/// Files from the reader's own device. What was chosen cannot be given back, so a page with a mistake asks again.
#[derive(Template)]
#[template(path = "common/file_field.html")]
pub struct FileField {
    pub field: Field,
    /// What the chooser offers first, as `accept` has it. The bytes decide what comes in.
    pub accept: &'static str,
}

/// One of several.
#[derive(Template)]
#[template(path = "common/radios.html")]
pub struct Radios {
    pub field: Field,
    pub choices: Vec<(String, Choice, bool)>,
    /// Short choices stand beside each other where there is room.
    pub in_a_row: bool,
}

/// Any of several.
#[derive(Template)]
#[template(path = "common/checks.html")]
pub struct Checks {
    pub field: Field,
    pub choices: Vec<(String, Choice, bool)>,
}

/// One of many.
#[derive(Template)]
#[template(path = "common/select.html")]
pub struct Select {
    pub field: Field,
    pub choices: Vec<(Choice, bool)>,
    /// The first, empty line; empty leaves it out.
    pub empty: String,
}

/// A single tick box.
#[derive(Template)]
#[template(path = "common/tick.html")]
pub struct Tick {
    pub field: Field,
    pub ticked: bool,
}

field!(TextField, TextArea, DateField, FileField, Radios, Checks, Select, Tick);

/// `csrf` and `once`.
#[derive(Template)]
#[template(path = "common/hidden.html")]
pub struct HiddenFields {
    pub csrf: String,
    pub once: String,
}

impl HtmlSafe for HiddenFields {}

/// What is wrong with a form, with links to the fields.
#[derive(Template)]
#[template(path = "common/error_summary.html")]
pub struct ErrorSummary {
    pub words: Words,
    pub id: String,
    /// Where to and what; an empty place is no link.
    pub lines: Vec<(String, String)>,
}

impl HtmlSafe for ErrorSummary {}

impl ErrorSummary {
    pub(super) fn of(form: &Form) -> Self {
        let lines = form
            .errors
            .pairs()
            .iter()
            .map(|(field, message)| {
                let place = if field.is_empty() { String::new() } else { form.id_of(field) };
                (place, message.clone())
            })
            .collect();
        Self { words: form.words, id: form.id_of("errors"), lines }
    }
}

impl TextField {
    pub(super) fn of(form: &Form, name: &str, label: String) -> Self {
        Self {
            field: Field::of(form, name, label),
            value: form.values.get(name).to_owned(),
            kind: "text",
            autocomplete: "off",
            inputmode: "",
            width: "",
            dossier: false,
        }
    }

    /// A password: never echoed.
    #[must_use]
    pub fn password(self) -> Self {
        Self { kind: "password", autocomplete: "current-password", value: String::new(), ..self }
    }

    /// A password that is being chosen: never echoed.
    #[must_use]
    pub fn new_password(self) -> Self {
        Self { kind: "password", autocomplete: "new-password", value: String::new(), ..self }
    }

    /// A code of digits from the own telephone; may be pasted.
    #[must_use]
    pub fn one_time_code(self) -> Self {
        Self {
            autocomplete: "one-time-code",
            inputmode: "numeric",
            width: "sd-input--short",
            value: String::new(),
            ..self
        }
    }

    /// A code read from paper: letters and digits, not remembered by the browser, never shown again.
    #[must_use]
    pub fn written_code(self) -> Self {
        Self { autocomplete: "off", width: "sd-input--medium", value: String::new(), ..self }
    }

    /// A number read by people, such as a BSN or a time.
    #[must_use]
    pub fn digits(self) -> Self {
        Self { inputmode: "numeric", width: "sd-input--short", ..self }
    }

    /// A telephone number.
    #[must_use]
    pub fn phone(self) -> Self {
        Self { kind: "tel", width: "sd-input--medium", ..self }
    }

    /// An e-mail address.
    #[must_use]
    pub fn email(self) -> Self {
        Self { kind: "email", ..self }
    }

    /// What the browser may fill in, for somebody's own data.
    #[must_use]
    pub fn autocomplete(self, what: &'static str) -> Self {
        Self { autocomplete: what, ..self }
    }

    /// About somebody: no spelling service, no translation, own direction.
    #[must_use]
    pub fn dossier(self) -> Self {
        Self { dossier: true, ..self }
    }
}

impl TextArea {
    pub(super) fn of(form: &Form, name: &str, label: String) -> Self {
        Self {
            field: Field::of(form, name, label),
            value: form.values.get(name).to_owned(),
            rows: 6,
            at_most: 0,
        }
    }

    /// Height in lines.
    #[must_use]
    pub fn rows(self, rows: u8) -> Self {
        Self { rows, ..self }
    }

    /// Longest text in characters; shows a counter.
    #[must_use]
    pub fn at_most(self, characters: u32) -> Self {
        Self { at_most: characters, ..self }
    }

    /// "Nog {n} tekens", with `{n}` for the script to fill in.
    pub fn counter(&self) -> String {
        self.field.words.with("characters-left", &[("n", "{n}".into())])
    }

    /// The same when there are too many.
    pub fn counter_over(&self) -> String {
        self.field.words.with("characters-over", &[("n", "{n}".into())])
    }
}

impl DateField {
    pub(super) fn of(form: &Form, name: &str, label: String) -> Self {
        Self {
            field: Field::of(form, name, label),
            day: form.values.get(name).to_owned(),
            month: form.values.get(&format!("{name}-month")).to_owned(),
            year: form.values.get(&format!("{name}-year")).to_owned(),
            birthday: false,
        }
    }

    /// The three inputs: id, name, label and value.
    pub fn inputs(&self) -> [(String, String, String, &str); 3] {
        let Field { id, name, .. } = &self.field;
        [
            (id.clone(), name.clone(), self.field.t("date-day"), self.day.as_str()),
            (format!("{id}-month"), format!("{name}-month"), self.field.t("date-month"), self.month.as_str()),
            (format!("{id}-year"), format!("{name}-year"), self.field.t("date-year"), self.year.as_str()),
        ]
    }
}

/// Gives the first choice the id of the field, so that the error summary leads to it.
fn numbered(form: &Form, name: &str, choices: &[Choice]) -> Vec<(String, Choice, bool)> {
    let id = form.id_of(name);
    choices
        .iter()
        .enumerate()
        .map(|(at, choice)| {
            let id = if at == 0 { id.clone() } else { format!("{id}-{at}") };
            (id, choice.clone(), form.values.has(name, &choice.value))
        })
        .collect()
}

impl Radios {
    pub(super) fn of(form: &Form, name: &str, label: String, choices: &[Choice]) -> Self {
        Self { field: Field::of(form, name, label), choices: numbered(form, name, choices), in_a_row: false }
    }

    /// Short choices beside each other.
    #[must_use]
    pub fn in_a_row(self) -> Self {
        Self { in_a_row: true, ..self }
    }
}

impl Checks {
    pub(super) fn of(form: &Form, name: &str, label: String, choices: &[Choice]) -> Self {
        Self { field: Field::of(form, name, label), choices: numbered(form, name, choices) }
    }
}

impl Select {
    pub(super) fn of(form: &Form, name: &str, label: String, choices: &[Choice]) -> Self {
        let choices =
            choices.iter().map(|choice| (choice.clone(), form.values.has(name, &choice.value))).collect();
        Self { field: Field::of(form, name, label), choices, empty: String::new() }
    }

    /// The first line, which stands for no choice.
    #[must_use]
    pub fn empty(self, empty: String) -> Self {
        Self { empty, ..self }
    }
}

impl FileField {
    pub(super) fn of(form: &Form, name: &str, label: String, accept: &'static str) -> Self {
        Self { field: Field::of(form, name, label), accept }
    }
}

impl Tick {
    pub(super) fn of(form: &Form, name: &str, label: String) -> Self {
        Self { field: Field::of(form, name, label), ticked: form.values.ticked(name) }
    }
}
