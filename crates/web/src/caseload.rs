//! "Mijn dossiers": the own list, filtered and sorted.

use app::caseload::{Case, Caseload, Filter, ListOwn, Order, PAGE};
use axum::extract::Query;
use axum::response::Response;
use domain::{LegalDomain, RoleInCase};
use serde::Deserialize;
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::sent::StaffSent;
use crate::view::caseload::{CaseRow, CaseloadPage, Pages};
use crate::view::{Choice, Flash, Tone, Typed};
use crate::wording::{age, birth_date, day, domain, flags};

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    overgedragen: String,
}

/// `/werk/dossiers`
pub(crate) async fn first_page(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    list(&page, Typed::default(), !asked.overgedragen.is_empty()).await
}

/// The same with a filter; it travels in the body, for a name in an address ends up in history and logs.
pub(crate) async fn filtered(sent: StaffSent) -> Result<Response, Response> {
    list(&sent.page, sent.typed, false).await
}

async fn list(page: &StaffPage, typed: Typed, handed_over: bool) -> Result<Response, Response> {
    let filter = Filter {
        name: typed.get("text").chars().take(200).collect(),
        domain: typed.get("domain").parse().ok(),
        role: typed.get("role").parse::<RoleInCase>().ok().map(|role| role.code().to_owned()),
        order: match typed.get("order") {
            "contact" => Order::LastContact,
            "changed" => Order::Changed,
            _ => Order::Name,
        },
        page: typed.get("page").parse().unwrap_or(1),
    };
    page.show(ListOwn(filter), &(page, typed, handed_over), |found, (page, typed, handed_over)| {
        show(found, page, typed, *handed_over)
    })
    .await
}

fn show(found: &Caseload, page: &StaffPage, typed: &Typed, handed_over: bool) -> Response {
    let words = page.words();
    let today = page.today();
    let mut frame = page.frame();
    if handed_over {
        frame.flash = Some(Flash { tone: Tone::Done, text: words.t("handover-done") });
    }
    html(&CaseloadPage {
        frame,
        form: page.form().with(typed.clone()),
        domains: domains(words, page),
        roles: RoleInCase::ALL.iter().map(|r| Choice::new(r.code(), words.code("role", r.code()))).collect(),
        orders: ["name", "contact", "changed"]
            .iter()
            .map(|order| Choice::new(*order, words.t(&format!("caseload-order-{order}"))))
            .collect(),
        rows: found.cases.iter().map(|case| row(words, case, today)).collect(),
        found: found.found,
        total: found.total,
        pages: Pages { current: found.page, last: found.found.div_ceil(PAGE).max(1) },
    })
}

fn domains(words: Words, page: &StaffPage) -> Vec<Choice> {
    let known: &[LegalDomain] = page.post.function.allowed_domains();
    known.iter().map(|d| Choice::new(d.code(), domain(words, *d))).collect()
}

fn row(words: Words, case: &Case, today: jiff::civil::Date) -> CaseRow {
    let mut roles: Vec<String> = case.domains.iter().map(|(_, role)| words.code("role", role)).collect();
    roles.dedup();
    CaseRow {
        href: format!("/werk/dossier/{}", case.dossier),
        name: case.fields.full_name(),
        age: age(words, &birth_date(&case.fields), today),
        domains: case.domains.iter().map(|(d, _)| domain(words, *d)).collect(),
        since: day(words, case.since),
        last_contact: day(words, case.last_client_contact),
        role: roles.join(", "),
        flags: flags(words, &case.fields, today),
    }
}
