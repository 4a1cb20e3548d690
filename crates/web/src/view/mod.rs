//! What people see: one struct a page, one file a feature, rendered by the template of the same name.
//! Handlers fill these structs with finished text; nothing here decides, looks up or stores.

pub mod access;
pub mod account;
pub mod activation;
pub mod administration;
pub mod assets;
pub mod birth_date;
pub mod caseload;
pub mod changes;
pub mod contact;
pub mod document;
pub mod dossier;
pub mod drafts;
pub mod emergency;
pub mod entry;
pub mod escape;
pub mod explain;
pub mod family_plan;
pub mod family_visit;
pub mod field;
pub mod form;
pub mod frame;
pub mod handover;
pub mod inquiry;
pub mod intake;
pub mod involvement;
pub mod keys;
pub mod language;
pub mod log;
pub mod log_review;
pub mod model;
pub mod parts;
pub mod people;
pub mod plan;
pub mod pledge;
pub mod portal;
pub mod refusal;
pub mod review;
pub mod sample;
#[cfg(test)]
mod sample_check;
pub mod search;
pub mod sign_in;
pub mod stand_in;
pub mod standing;
pub mod start;
pub mod task;
pub mod today;
pub mod withhold;

pub use form::{FieldErrors, Form, Typed};
pub use frame::{Flash, Frame, House, Section, SessionEnd, SignedIn, Tone};
pub use sample::Sample;

/// One choice in a list, a select or a group of radio buttons.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// The value that is sent.
    pub value: String,
    /// What the reader sees.
    pub label: String,
    /// A line of explanation, or empty.
    pub hint: String,
    /// Hidden until the script finds that the browser can do it.
    pub needs_script: bool,
}

impl Choice {
    /// A choice without explanation.
    pub fn new(value: impl Into<String>, label: impl Into<String>) -> Self {
        Self { value: value.into(), label: label.into(), hint: String::new(), needs_script: false }
    }

    /// The same choice with a line of explanation.
    #[must_use]
    pub fn hint(self, hint: impl Into<String>) -> Self {
        Self { hint: hint.into(), ..self }
    }

    /// The same choice, offered only by the script: without it the others remain.
    #[must_use]
    pub fn with_script(self) -> Self {
        Self { needs_script: true, ..self }
    }
}

/// A worker or a team as the reader may reach them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    pub name: String,
    /// Function or role, in words.
    pub role: String,
    /// As written on a letter, "030 123 45 67"; empty when there is none.
    pub phone: String,
}

impl Contact {
    /// The number as a telephone link wants it: digits and a leading plus.
    pub fn dial(&self) -> String {
        dial(&self.phone)
    }
}

/// Keeps the digits and a leading plus of a telephone number.
pub fn dial(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

#[cfg(test)]
mod tests {
    use super::dial;

    #[test]
    fn a_written_number_can_be_dialled() {
        assert_eq!(dial("+31 (0)30 – 123 45 67"), "+310301234567");
    }
}
