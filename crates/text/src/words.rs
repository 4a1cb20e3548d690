//! `Words`: the language and form of address of one reader.
//! Two bytes, so it is copied into every page that is shown.

use fluent_bundle::FluentArgs;

use crate::{Arg, bundles};

/// The language of fixed texts. What people wrote is never translated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Lang {
    #[default]
    Nl,
    En,
}

impl Lang {
    /// The value for `<html lang>`.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Nl => "nl",
            Self::En => "en",
        }
    }
}

/// How the reader is spoken to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Address {
    /// *u*: adults, and everybody before signing in.
    #[default]
    Formal,
    /// *je*: young people, staff, and who chooses it.
    Informal,
}

/// Families of keys made from a code at run time, such as `domain-wmo`; see [`Words::code`].
///
/// A message of such a family counts as used.
pub const FAMILIES: [&str; 113] = [
    "action",
    "admin-todo",
    "agree-by",
    "agreed-how",
    "authority-bar",
    "authority-basis",
    "authority-kind",
    "authority-scope",
    "birth-now",
    "birth-seen",
    "breach-of",
    "breach-state",
    "browser",
    "capacity",
    "category",
    "closing",
    "conflict-with",
    "contact-done",
    "contact-kind",
    "contradiction",
    "controller",
    "court-scheme",
    "deed",
    "document",
    "document-seen",
    "documents-from",
    "doer",
    "doer-own",
    "domain",
    "due-kind",
    "emergency-ended-by",
    "emergency-length",
    "emergency-reason",
    "emergency-why",
    "end-reason",
    "fault",
    "field",
    "file-kind",
    "file-refused",
    "finding",
    "finding-about",
    "finding-state",
    "finding-times",
    "finding-verdict",
    "function",
    "gap",
    "ground",
    "handover-length",
    "informed-how",
    "interpreter",
    "investigation",
    "kept-for",
    "keys",
    "kind",
    "language",
    "life-area",
    "lift",
    "looked-judged",
    "matter",
    "origin",
    "outcome",
    "own-documents-from",
    "own-kept-for",
    "people-add",
    "people-due",
    "people-kind",
    "people-mend",
    "people-none",
    "plan-due",
    "plan-edit",
    "plan-edited",
    "plan-ended",
    "plan-new",
    "plan-own-state",
    "plan-state",
    "policy",
    "post-state",
    "preferred-worker",
    "progress",
    "protection-for",
    "reading",
    "reason",
    "refused",
    "relation",
    "representative",
    "review-choice",
    "review-turn",
    "review-was",
    "right",
    "right-about",
    "role",
    "rule",
    "safe",
    "security",
    "sign",
    "source",
    "subject",
    "supposed",
    "system",
    "told",
    "told-how",
    "told-later",
    "topic",
    "turn",
    "urgency",
    "users-lacks",
    "when",
    "who",
    "why",
    "withdrawn",
    "withhold-from",
    "withhold-says",
    "withhold-step",
];

/// Gives the wording for one reader.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Words {
    pub lang: Lang,
    pub address: Address,
}

impl Words {
    /// Words in this language and form of address.
    pub const fn new(lang: Lang, address: Address) -> Self {
        Self { lang, address }
    }

    /// Words for staff: informal, in the language they chose.
    pub const fn staff(lang: Lang) -> Self {
        Self::new(lang, Address::Informal)
    }

    /// The sentence for a key. An unknown key gives the key in brackets.
    pub fn t(&self, key: &str) -> String {
        self.with(key, &[])
    }

    /// The sentence for a key, with its placeholders filled in.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.find(self.lang, key, args)
            .or_else(|| self.find(Lang::Nl, key, args))
            .unwrap_or_else(|| format!("[{key}]"))
    }

    /// The label of an enum code: `code("domain", "YouthAccess")` is the text of `domain-youth-access`.
    ///
    /// Takes `YouthAccess`, `youth_access` and `youth-access` alike. The family is one of [`FAMILIES`].
    pub fn code(&self, family: &str, code: &str) -> String {
        let mut key = family.to_owned();
        for (at, c) in code.char_indices() {
            if at == 0
                || matches!(c, '_' | '-' | '.' | ' ')
                || (c.is_ascii_uppercase() && !key.ends_with('-'))
            {
                key.push('-');
            }
            if c.is_ascii_alphanumeric() {
                key.push(c.to_ascii_lowercase());
            }
        }
        self.t(&key)
    }

    fn find(&self, lang: Lang, key: &str, args: &[(&str, Arg)]) -> Option<String> {
        let bundle = bundles::of(lang);
        let message = bundle.get_message(key)?;
        let informal = match self.address {
            Address::Informal => message.get_attribute("je").map(|form| form.value()),
            Address::Formal => None,
        };
        let pattern = informal.or(message.value())?;
        let args: FluentArgs<'_> = args.iter().map(|(name, arg)| (*name, arg.to_fluent())).collect();
        Some(bundle.format_pattern(pattern, Some(&args), &mut Vec::new()).into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const U: Words = Words::new(Lang::Nl, Address::Formal);
    const JE: Words = Words::new(Lang::Nl, Address::Informal);

    #[test]
    fn the_reader_is_spoken_to_as_chosen() {
        let formal = U.t("portal-nothing-asked");
        let informal = JE.t("portal-nothing-asked");

        assert_eq!(formal, "U hoeft nu niets te doen.");
        assert_eq!(informal, "Je hoeft nu niets te doen.");
    }

    #[test]
    fn portal_texts_fall_back_to_dutch() {
        let english = Words::new(Lang::En, Address::Formal);

        assert_eq!(english.t("portal-nothing-asked"), U.t("portal-nothing-asked"));
    }

    #[test]
    fn an_unknown_key_is_shown_in_brackets() {
        assert_eq!(U.t("no-such-key"), "[no-such-key]");
    }

    #[test]
    fn codes_have_one_label_however_they_are_spelled() {
        let label = U.t("domain-youth-access");

        for code in ["YouthAccess", "youth_access", "youth-access"] {
            assert_eq!(U.code("domain", code), label);
        }
    }

    #[test]
    fn placeholders_are_filled_in() {
        let line = U.with("signed-in-as", &[("name", "Samira Bouzid".into())]);

        assert!(line.contains("Samira Bouzid"), "{line}");
    }
}
