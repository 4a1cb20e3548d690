//! What was typed in the form of an emergency, and what is wrong with it: at each field, all at once, before anything is
//! looked for.

use app::emergency::Form;
use domain::text_input::InputProblem;
use domain::{BirthDate, EmergencyLength, EmergencyReason, Sentence, SentenceError, fold};

use crate::entry::problem_key;
use crate::intake::typed_bsn;
use crate::page::StaffPage;
use crate::typed_date;
use crate::view::{FieldErrors, Typed};

/// The number may be used for what this function does here (BSN-01).
pub(super) fn bsn_allowed(page: &StaffPage) -> bool {
    let kind = page.post.controller_kind;
    page.post.function.allowed_domains().iter().any(|domain| kind.bsn_allowed(*domain))
}

/// The form, or what is wrong with it.
pub(super) fn filled(page: &StaffPage, typed: &Typed, errors: &mut FieldErrors) -> Option<Form> {
    let words = page.words();
    if let Err(problem) = domain::Input::optional_line("surname", typed.get("surname"), 200) {
        errors.put("surname", words.t(problem_key(problem.problem)));
    }
    let birth_date = typed_date::birth_date(typed, "birth-date", page.today(), words, errors);
    let bsn = if bsn_allowed(page) { typed_bsn(page, typed, errors) } else { None };
    let names_somebody =
        birth_date.is_some_and(|date| fold::name_and_birth(typed.get("surname"), &date).is_some());
    if bsn.is_none() && errors.is_empty() && !names_somebody {
        errors.put("surname", words.t("emergency-who-missing"));
    }
    let reason = typed.get("reason").parse::<EmergencyReason>();
    if reason.is_err() {
        errors.put("reason", words.t("emergency-reason-missing"));
    }
    let sentence = Sentence::new(typed.get("sentence"));
    if let Err(why) = sentence {
        errors.put(
            "sentence",
            match why {
                SentenceError::TooShort { min, .. } => words
                    .with("emergency-sentence-short", &[("min", i64::try_from(min).unwrap_or(20).into())]),
                SentenceError::Input(InputProblem::TooLong { max, .. }) => words
                    .with("emergency-sentence-long", &[("max", i64::try_from(max).unwrap_or(1000).into())]),
                SentenceError::Input(problem) => words.t(problem_key(problem)),
            },
        );
    }
    let length = typed.get("length").parse::<EmergencyLength>();
    if length.is_err() {
        errors.put("length", words.t("emergency-length-missing"));
    }
    if !errors.is_empty() {
        return None;
    }
    Some(Form {
        surname: typed.get("surname").to_owned(),
        birth_date: birth_date.unwrap_or(BirthDate::UNKNOWN),
        bsn,
        reason: reason.ok()?,
        sentence: sentence.ok()?,
        length: length.ok()?,
    })
}
