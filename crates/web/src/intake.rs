//! `/werk/nieuw`: search first, then only what is needed (BAS-03), then a dossier.

use app::intake::{Begin, Created, Known, NOTICE_TEXT, Open, Search, SearchRefused};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::intake::{Field, IntakeNeeds, Need};
use domain::{BirthDate, ControllerKind, LegalDomain, LifeArea, PreferredWorker, RoleInCase, Safe};
use text::Words;

use crate::answer::{html, see_other, to_mend, with_status};
use crate::entry::{head_of, problem_key};
use crate::language;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date;
use crate::view::intake::{
    DomainChoice, FieldKind, Found, IntakeDonePage, IntakeField, IntakePage, SearchPage, SearchResultPage,
};
use crate::view::{Choice, Contact, FieldErrors, Form, Typed};
use crate::wording::{domain, part_names};
pub(crate) use typed::bsn as typed_bsn;
pub(crate) use typed::chosen;
use typed::{as_typed, bsn, in_order, say_why};

mod typed;

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
    SearchPage {
        frame: page.frame(),
        form,
        bsn_allowed: bsn_allowed(page.post.controller_kind),
        voluntary: domains(page).any(|domain| domain == LegalDomain::Voluntary),
    }
}

/// The legal domains in which whoever asks may open a dossier.
fn domains(page: &StaffPage) -> impl Iterator<Item = LegalDomain> {
    let post = &page.post;
    post.controller_kind.domains().iter().copied().filter(|domain| post.function.opens_parts_in(*domain))
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
    let voluntary = domains(&page).any(|domain| domain == LegalDomain::Voluntary);
    if errors.is_empty() && !birth_known && bsn.is_none() && !voluntary {
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

fn result(page: &StaffPage, typed: &Typed, known: Known) -> Response {
    let mut handed: Vec<(String, String)> =
        HANDED_ON.iter().map(|name| ((*name).to_owned(), typed.get(name).to_owned())).collect();
    let found = match known {
        Known::NoMatch(_) => Found::Nobody,
        Known::NothingToMatch(_) => Found::NothingToMatch,
        Known::Possibly => Found::Perhaps,
    };
    if let Known::NoMatch(proof) | Known::NothingToMatch(proof) = known {
        handed.push(("searched".to_owned(), proof.to_string()));
    }
    html(&result_page(page, page.form().with(Typed::from(handed)), found))
}

fn result_page(page: &StaffPage, form: Form, found: Found) -> SearchResultPage {
    let coordinator = Contact {
        name: page.post.team_name.clone(),
        role: page.t("coordinator-of-duty"),
        phone: page.post.team_phone.clone(),
    };
    SearchResultPage { frame: page.frame(), form, found, from_form: false, coordinator }
}

/// Step 2, with what was typed in step 1, or in this form before a search for somebody else.
pub(crate) async fn form(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    page.read(Begin).await?;
    Ok(html(&intake_page(&page, page.form_again(typed))))
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

fn intake_page(page: &StaffPage, mut form: Form) -> IntakePage {
    let words = page.words();
    let post = &page.post;
    // Who carries no cases has one answer.
    if !post.function.carries_cases() {
        form.values.put_if_empty("role", "none");
    }
    let kind = post.controller_kind;
    let domains: Vec<LegalDomain> = domains(page).collect();
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
        language: language::fields(words),
        wishes: wishes(words),
        life_areas: life_areas(words),
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

/// Whom a client would rather be helped by, or no matter whom.
fn wishes(words: Words) -> Vec<Choice> {
    let wish = |it: &PreferredWorker| Choice::new(it.code(), words.code("preferred-worker", it.code()));
    let mut wishes: Vec<Choice> = PreferredWorker::ALL.iter().map(wish).collect();
    wishes.push(Choice::new("", words.t("preferred-worker-none")));
    wishes
}

/// What a question can be mostly about.
pub(crate) fn life_areas(words: Words) -> Vec<Choice> {
    LifeArea::ALL.iter().map(|it| Choice::new(it.code(), words.code("life-area", it.code()))).collect()
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

/// Opens the dossier, after a search for exactly this person.
pub(crate) async fn save(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    page.read(Begin).await?;
    let mut errors = FieldErrors::default();
    if let Some(open) = as_typed(&page, &typed, &mut errors) {
        if !errors.is_empty() {
            // Everything that is wrong is told at once.
            say_why(page.words(), &open.faults(page.post.function), &mut errors);
        } else {
            match page.perform(open.clone()).await? {
                Ok(created) => return Ok(opened(&created)),
                Err(refused) if refused.not_searched => return search_and_open(&page, open, typed).await,
                Err(refused) => say_why(page.words(), &refused, &mut errors),
            }
        }
    }
    Ok(to_mend(&intake_page(&page, page.form_again(typed).but(in_order(&errors)))))
}

fn opened(created: &Created) -> Response {
    see_other(&format!("/werk/nieuw/klaar/{}", created.dossier))
}

/// Who is typed here is not who was looked for, or that was too long ago: the search comes first (ACC-02).
async fn search_and_open(page: &StaffPage, open: Open, typed: Typed) -> Result<Response, Response> {
    let words = page.words();
    let mut errors = FieldErrors::default();
    let (open, possibly) = match page.perform(open.search()).await? {
        Ok(Known::NoMatch(proof) | Known::NothingToMatch(proof)) => {
            (Open { searched: Some(proof), ..open }, false)
        }
        // Perhaps the same form, sent twice, made the dossier that was found: asked again, the deed knows.
        Ok(Known::Possibly) => (open, true),
        Err(SearchRefused::Nothing) => {
            errors.put("surname", words.t("intake-surname-missing"));
            return Ok(to_mend(&intake_page(page, page.form_again(typed).but(errors))));
        }
        Err(SearchRefused::TooMany) => {
            errors.put("", words.t("intake-search-too-many"));
            let form = page.form_again(typed).but(errors);
            return Ok(with_status(StatusCode::TOO_MANY_REQUESTS, &intake_page(page, form)));
        }
    };
    match page.perform(open).await? {
        Ok(created) => Ok(opened(&created)),
        Err(_) if possibly => Ok(known_after_all(page, typed)),
        Err(refused) => {
            say_why(words, &refused, &mut errors);
            Ok(to_mend(&intake_page(page, page.form_again(typed).but(in_order(&errors)))))
        }
    }
}

/// The answer to a search from step 2: what was typed travels along, so that the way back loses nothing.
fn known_after_all(page: &StaffPage, typed: Typed) -> Response {
    let form = page.form_again(typed.clone());
    let mut kept = Typed::default();
    for (name, value) in typed.pairs().iter().filter(|(name, _)| !["csrf", "once"].contains(&name.as_str())) {
        kept.put(name, value);
    }
    html(&SearchResultPage { from_form: true, ..result_page(page, form.with(kept), Found::Perhaps) })
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
