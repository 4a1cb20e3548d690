//! What was typed as an intake, and what is wrong with it: at each field, in the order of the form, all at once.

use app::intake::{AgreementManner, NewQuestion, NoticeManner, Open, OpenRefused, Typed as About};
use domain::intake::{Field, FieldGap, IntakeRefused};
use domain::text_input::InputProblem;
use domain::{BirthDate, Bsn, BsnError, LegalDomain, RoleInCase, Safe, SafeContact, TeamId};
use text::Words;

use super::bsn_allowed;
use crate::entry::problem_key;
use crate::language;
use crate::page::StaffPage;
use crate::sent::once;
use crate::typed_date;
use crate::view::{FieldErrors, Typed};

/// The number as it was typed, when this controller may use it (BSN-01).
pub(crate) fn bsn(page: &StaffPage, typed: &Typed, errors: &mut FieldErrors) -> Option<Bsn> {
    let words = page.words();
    match typed.get("bsn") {
        "" => None,
        _ if !bsn_allowed(page.post.controller_kind) => {
            errors.put("bsn", words.t("refused-bsn-not-allowed"));
            None
        }
        digits => Bsn::parse(digits).map_err(|e| errors.put("bsn", words.t(bsn_key(&e)))).ok(),
    }
}

const fn bsn_key(error: &BsnError) -> &'static str {
    match error {
        BsnError::NotDigits => "fault-not-digits",
        BsnError::NotNineDigits { .. } => "fault-not-nine-digits",
        BsnError::FailsElevenTest => "fault-fails-eleven-test",
    }
}

/// One of a closed list, or nothing. What was not offered is an error at its field.
pub(crate) fn chosen<T: std::str::FromStr>(
    words: Words,
    typed: &Typed,
    field: &str,
    errors: &mut FieldErrors,
) -> Option<T> {
    match typed.get(field) {
        "" => None,
        code => code.parse().map_err(|_| errors.put(field, words.t("fault-unknown-choice"))).ok(),
    }
}

/// Mistakes in the order of the form, one for each field: the list on top is walked from top to bottom.
pub(super) fn in_order(errors: &FieldErrors) -> FieldErrors {
    const FORM: [&str; 17] = [
        "",
        "notice",
        "surname",
        "given-names",
        "birth-date",
        "bsn",
        "phone",
        "email",
        "address",
        "language",
        "language-other",
        "interpreter",
        "letter-language",
        "preferred-worker",
        "safe-note",
        "domain",
        "question",
    ];
    let place = |field: &str| FORM.iter().position(|name| *name == field);
    let place = |field: &str| match field {
        field if field.starts_with("question-") || field.starts_with("life-area-") => place("question"),
        field => place(field),
    };
    let mut pairs: Vec<&(String, String)> = Vec::new();
    for pair in errors.pairs() {
        if pairs.iter().all(|(field, _)| *field != pair.0) {
            pairs.push(pair);
        }
    }
    // What stands below the questions, agreement and role, comes last.
    pairs.sort_by_key(|(field, _)| place(field).unwrap_or(FORM.len()));
    let mut sorted = FieldErrors::default();
    for (field, message) in pairs {
        sorted.put(field.clone(), message.clone());
    }
    sorted
}

pub(super) fn as_typed(page: &StaffPage, typed: &Typed, errors: &mut FieldErrors) -> Option<Open> {
    let words = page.words();
    let get = |name: &str| typed.get(name).to_owned();
    if domain::text_input::is_blank(typed.get("surname")) {
        errors.put("surname", words.t("intake-surname-missing"));
    }
    let birth_date = typed_date::birth_date(typed, "birth-date", page.today(), words, errors);
    let safe = |name: &str| typed.get(name).parse::<Safe>().unwrap_or(Safe::Unknown);
    let contact = SafeContact {
        phone: safe("safe-phone"),
        mail: safe("safe-mail"),
        post: safe("safe-post"),
        note: String::new(),
        secret_address: typed.ticked("secret-address"),
    };
    let contact = contact
        .clone()
        .with_note(typed.get("safe-note"))
        .map_err(|e| errors.put("safe-note", words.t(problem_key(e.problem))))
        .unwrap_or(contact);
    let language = language::needs(typed, words, errors);
    let mut questions = Vec::new();
    for domain in typed.all("domain").filter_map(|code| code.parse::<LegalDomain>().ok()) {
        let field = format!("life-area-{domain}");
        let life_area = chosen(words, typed, &field, errors);
        questions.push(NewQuestion { domain, question: get(&format!("question-{domain}")), life_area });
    }
    if typed.all("domain").count() != questions.len() {
        errors.put("domain", words.t("fault-unknown-choice"));
    }
    let Some(team) = page.post.team else {
        errors.put("", words.t("intake-no-team"));
        return None;
    };
    let my_role = match typed.get("role") {
        "none" => None,
        code => match code.parse::<RoleInCase>() {
            Ok(role) => Some(role),
            Err(_) => {
                errors.put("role", words.t("intake-role-missing"));
                None
            }
        },
    };
    let prefers = chosen(words, typed, "preferred-worker", errors);
    // What could not be read stands in `errors`; the rest is judged all the same.
    Some(Open {
        kind: page.post.controller_kind,
        team: TeamId(team.uuid()),
        typed: About {
            surname: get("surname"),
            given_names: get("given-names"),
            salutation: get("salutation"),
            phone: get("phone"),
            email: get("email"),
            address: get("address"),
            bsn: get("bsn"),
        },
        birth_date: birth_date.unwrap_or(BirthDate::UNKNOWN),
        safe_contact: contact,
        language,
        prefers,
        questions,
        notice: match typed.get("notice") {
            "told" => Some(NoticeManner::Told),
            "paper" => Some(NoticeManner::Paper),
            _ => None,
        },
        agreement: match typed.get("agreement") {
            "oral" => Some(AgreementManner::Oral),
            "written" => Some(AgreementManner::Written),
            _ => None,
        },
        searched: typed.get("searched").parse().ok(),
        my_role,
        form: once(typed).unwrap_or_else(|| page.app().random_id()),
    })
}

pub(super) fn say_why(words: Words, refused: &OpenRefused, errors: &mut FieldErrors) {
    for rule in &refused.rules {
        let (field, key) = match rule {
            IntakeRefused::NoDomain => ("domain", "refused-no-domain"),
            IntakeRefused::FunctionTakesNobodyIn => ("", "refused-function-takes-nobody-in"),
            IntakeRefused::DomainNotForController(_) => ("domain", "refused-domain-not-for-controller"),
            IntakeRefused::DomainNotForFunction(_) => ("domain", "refused-domain-not-for-function"),
            IntakeRefused::BsnNotAllowed => ("bsn", "refused-bsn-not-allowed"),
            IntakeRefused::RoleNotForFunction => ("role", "refused-role-not-for-function"),
            IntakeRefused::NoticeMissing => ("notice", "refused-notice-missing"),
            IntakeRefused::AgreementMissing => ("agreement", "refused-agreement-missing"),
        };
        errors.put(field, words.t(key));
    }
    for gap in &refused.gaps {
        match gap {
            FieldGap::Missing(Field::Surname) => errors.put("surname", words.t("intake-surname-missing")),
            FieldGap::Missing(field) => {
                let label = words.code("field", field.code());
                errors.put(name_of(*field), words.with("intake-field-missing", &[("field", label.into())]));
            }
            FieldGap::NoWayToReach => errors.put("phone", words.t("gap-no-way-to-reach")),
            FieldGap::NotAsked(field) => errors.put(name_of(*field), words.t("gap-not-asked")),
        }
    }
    for problem in &refused.fields {
        let key = match problem.problem {
            InputProblem::Empty => "fault-empty",
            other => problem_key(other),
        };
        errors.put(problem.field, words.t(key));
    }
    if let Some(bsn) = &refused.bsn {
        errors.put("bsn", words.t(bsn_key(bsn)));
    }
    for domain in &refused.no_question {
        errors.put(format!("question-{domain}"), words.t("intake-question-missing"));
    }
}

/// The form's name of a field.
const fn name_of(field: Field) -> &'static str {
    match field {
        Field::GivenName => "given-names",
        other => other.code(),
    }
}
