//! `/werk/nieuw`: search first, then only what is needed (BAS-03), then a dossier.

use app::intake::{
    AgreementManner, Begin, Known, NOTICE_TEXT, NoticeManner, Open, OpenRefused, Search, SearchRefused,
    Typed as About,
};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::intake::{Field, FieldGap, IntakeNeeds, IntakeRefused, Need};
use domain::text_input::InputProblem;
use domain::{BirthDate, Bsn, BsnError, ControllerKind, LegalDomain, RoleInCase, Safe, SafeContact, TeamId};
use text::Words;

use crate::answer::{html, see_other, to_mend, with_status};
use crate::entry::{head_of, problem_key};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::typed_date;
use crate::view::intake::{
    DomainChoice, FieldKind, IntakeDonePage, IntakeField, IntakePage, SearchPage, SearchResultPage,
};
use crate::view::{Choice, Contact, FieldErrors, Form, Typed};
use crate::wording::{domain, part_names};

/// What the search hands on to the form.
const HANDED_ON: [&str; 5] = ["surname", "birth-date", "birth-date-month", "birth-date-year", "bsn"];

/// `/werk/nieuw`
pub(crate) async fn start(page: StaffPage) -> Result<Response, Response> {
    page.read(Begin).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&search_page(&page, form)))
}

fn search_page(page: &StaffPage, form: Form) -> SearchPage {
    SearchPage { frame: page.frame(), form, bsn_allowed: bsn_allowed(page.post.controller_kind) }
}

fn bsn_allowed(kind: ControllerKind) -> bool {
    kind.domains().iter().any(|domain| kind.bsn_allowed(*domain))
}

/// Looks whether the person may be known. The answer is yes or no (ACC-02).
pub(crate) async fn search(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    page.read(Begin).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    if domain::text_input::is_blank(typed.get("surname")) {
        errors.put("surname", words.t("intake-surname-missing"));
    }
    if let Err(problem) = domain::Input::optional_line("surname", typed.get("surname"), 200) {
        errors.put("surname", words.t(problem_key(problem.problem)));
    }
    let birth_date = typed_date::birth_date(&typed, "birth-date", page.today(), words, &mut errors);
    let bsn = bsn(&page, &typed, &mut errors);
    let birth_known = birth_date.is_some_and(|date| date != BirthDate::UNKNOWN);
    if errors.is_empty() && !birth_known && bsn.is_none() {
        errors.put("birth-date", words.t("fault-missing"));
    }
    if errors.is_empty() {
        let surname = typed.get("surname").to_owned();
        let search = Search { surname, birth_date: birth_date.unwrap_or(BirthDate::UNKNOWN), bsn };
        match page.perform(search).await? {
            Ok(known) => return Ok(result(&page, &typed, known)),
            Err(SearchRefused::Nothing) => errors.put("surname", words.t("intake-surname-missing")),
            Err(SearchRefused::TooMany) => {
                errors.put("", words.t("intake-search-too-many"));
                let form = page.form_again(typed).but(errors);
                return Ok(with_status(StatusCode::TOO_MANY_REQUESTS, &search_page(&page, form)));
            }
        }
    }
    Ok(to_mend(&search_page(&page, page.form_again(typed).but(errors))))
}

fn bsn(page: &StaffPage, typed: &Typed, errors: &mut FieldErrors) -> Option<Bsn> {
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

fn result(page: &StaffPage, typed: &Typed, known: Known) -> Response {
    let handed: Vec<(String, String)> =
        HANDED_ON.iter().map(|name| ((*name).to_owned(), typed.get(name).to_owned())).collect();
    let coordinator = Contact {
        name: page.post.team_name.clone(),
        role: page.t("coordinator-of-duty"),
        phone: page.post.team_phone.clone(),
    };
    html(&SearchResultPage {
        frame: page.frame(),
        form: page.form().with(Typed::from(handed)),
        perhaps_known: known == Known::Possibly,
        coordinator,
    })
}

/// Step 2, with what was typed in step 1.
pub(crate) async fn form(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    page.read(Begin).await?;
    let mut handed = Typed::default();
    for name in HANDED_ON {
        handed.put(name, typed.get(name));
    }
    Ok(html(&intake_page(&page, page.form_once().with(handed))))
}

/// Somebody reloaded step 2: there is nothing to show without step 1.
pub(crate) async fn back_to_start(_: StaffPage) -> Response {
    see_other("/werk/nieuw")
}

/// What was typed when the session was over comes back; otherwise to the beginning.
pub(crate) async fn given_back(page: StaffPage) -> Result<Response, Response> {
    page.read(Begin).await?;
    match page.given_back().await? {
        Some(typed) => Ok(html(&intake_page(&page, page.form_again(typed)))),
        None => Ok(see_other("/werk/nieuw")),
    }
}

fn intake_page(page: &StaffPage, form: Form) -> IntakePage {
    let words = page.words();
    let post = &page.post;
    let kind = post.controller_kind;
    let domains: Vec<LegalDomain> =
        kind.domains().iter().copied().filter(|d| post.function.opens_parts_in(*d)).collect();
    let choice = |code: &str, key: &str| Choice::new(code, words.t(key));
    let domain_choice = |d: &LegalDomain| DomainChoice {
        choice: Choice::new(d.code(), domain(words, *d)).hint(words.t(&format!("domain-{}-about", d.code()))),
        voluntary: *d == LegalDomain::Voluntary,
    };
    let roles = RoleInCase::ALL.iter().filter(|role| **role != RoleInCase::Replacement);
    let roles = roles.map(|r| Choice::new(r.code(), words.code("role", r.code())));
    IntakePage {
        frame: page.frame(),
        form,
        fields: fields(words, kind, &domains),
        domains: domains.iter().map(domain_choice).collect(),
        notice_manners: vec![choice("told", "notice-manner-told"), choice("paper", "notice-manner-paper")],
        notice_version: NOTICE_TEXT.to_string(),
        agreement_manners: vec![
            choice("oral", "agreement-manner-oral"),
            choice("written", "agreement-manner-written"),
        ],
        safeties: Safe::ALL.iter().map(|s| Choice::new(s.code(), words.code("safe", s.code()))).collect(),
        roles: if post.function.carries_cases() { roles.collect() } else { Vec::new() },
    }
}

/// The fields about the person that this controller may ask for any of its domains, each with why.
/// Which of them must be filled in depends on the chosen domains and is said when it is sent.
fn fields(words: Words, kind: ControllerKind, domains: &[LegalDomain]) -> Vec<IntakeField> {
    let needs = IntakeNeeds::new(kind, domains);
    let shown = [
        (Field::Surname, "surname", FieldKind::Text),
        (Field::GivenName, "given-names", FieldKind::Text),
        (Field::BirthDate, "birth-date", FieldKind::Date),
        (Field::Bsn, "bsn", FieldKind::Digits),
        (Field::Phone, "phone", FieldKind::Phone),
        (Field::Email, "email", FieldKind::Email),
        (Field::Address, "address", FieldKind::Area),
    ];
    let mut fields = Vec::new();
    for (field, name, asked) in shown {
        if needs.need(field) == Need::Absent {
            continue;
        }
        fields.push(IntakeField {
            name: name.to_owned(),
            label: words.code("field", field.code()),
            hint: match field {
                Field::GivenName | Field::BirthDate if needs.need(field) == Need::Required => {
                    words.t("intake-needed-hint")
                }
                Field::Phone => words.t("intake-reach-hint"),
                _ => String::new(),
            },
            why: needs.why(field).map_or_else(String::new, |why| words.code("why", why.code())),
            required: field == Field::Surname,
            kind: asked,
        });
    }
    let salutation = IntakeField {
        name: "salutation".to_owned(),
        label: words.code("field", "salutation"),
        hint: String::new(),
        why: words.t("why-salutation"),
        required: false,
        kind: FieldKind::Choice(vec![
            Choice::new("mevrouw", words.t("salutation-mevrouw")),
            Choice::new("meneer", words.t("salutation-meneer")),
            Choice::new("", words.t("salutation-none")),
        ]),
    };
    fields.insert(0, salutation);
    fields
}

/// Opens the dossier.
pub(crate) async fn save(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    page.read(Begin).await?;
    let mut errors = FieldErrors::default();
    if let Some(open) = as_typed(&page, &typed, &mut errors) {
        if !errors.is_empty() {
            // Everything that is wrong is told at once.
            say_why(page.words(), &open.faults(page.post.function), &mut errors);
        } else {
            match page.perform(open).await? {
                Ok(created) => return Ok(see_other(&format!("/werk/nieuw/klaar/{}", created.dossier))),
                Err(refused) => say_why(page.words(), &refused, &mut errors),
            }
        }
    }
    Ok(to_mend(&intake_page(&page, page.form_again(typed).but(in_order(&errors)))))
}

/// Mistakes in the order of the form, one for each field: the list on top is walked from top to bottom.
fn in_order(errors: &FieldErrors) -> FieldErrors {
    const FORM: [&str; 12] = [
        "",
        "notice",
        "surname",
        "given-names",
        "birth-date",
        "bsn",
        "phone",
        "email",
        "address",
        "safe-note",
        "domain",
        "question",
    ];
    let place = |field: &str| FORM.iter().position(|name| *name == field);
    let place = |field: &str| match field {
        field if field.starts_with("question-") => place("question"),
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

fn as_typed(page: &StaffPage, typed: &Typed, errors: &mut FieldErrors) -> Option<Open> {
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
    let questions: Vec<(LegalDomain, String)> = typed
        .all("domain")
        .filter_map(|code| code.parse::<LegalDomain>().ok())
        .map(|domain| (domain, get(&format!("question-{domain}"))))
        .collect();
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
        my_role,
        form: once(typed).unwrap_or_else(|| page.app().random_id()),
    })
}

fn say_why(words: Words, refused: &OpenRefused, errors: &mut FieldErrors) {
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

/// `/werk/nieuw/klaar/{dossier}`: what was made, for as far as the reader may see it.
pub(crate) async fn done(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    page.read(Begin).await?;
    let read = match dossier.parse() {
        Ok(dossier) => app_read(&page, dossier).await?,
        Err(_) => None,
    };
    let (name, domains) = match &read {
        Some(read) => (read.client.full_name(), part_names(page.words(), &read.head)),
        None => (String::new(), Vec::new()),
    };
    let mut frame = page.frame();
    if read.is_none() {
        // As with a refusal: the page is the same for every dossier, so the address is not on it.
        frame.path = "/werk/nieuw".to_owned();
    }
    Ok(html(&IntakeDonePage {
        frame,
        name,
        domains,
        dossier: read.as_ref().map(|read| format!("/werk/dossier/{}", read.head.dossier)),
        note: read.as_ref().map(|read| format!("/werk/notitie/{}", read.head.dossier)),
    }))
}

/// The dossier, or none for who took it in and left it to the coordinator. Both are on the record.
async fn app_read(
    page: &StaffPage,
    dossier: domain::DossierId,
) -> Result<Option<app::dossier::DossierRead>, Response> {
    match page.app().look(page.asker(), head_of(dossier)).await {
        Ok(awaiting) => {
            let read = awaiting.done().await.map_err(|e| refused::failed(&page.visit, &e))?;
            Ok(Some(read))
        }
        Err(app::NotDone::Denied { .. }) => Ok(None),
        Err(app::NotDone::Rejected(never)) => match never {},
        Err(app::NotDone::SignedOut) => Err(crate::answer::to_sign_in(&page.visit.path, true)),
        Err(app::NotDone::Failed(e)) => Err(refused::failed(&page.visit, &e)),
    }
}
