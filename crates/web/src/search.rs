//! `/werk/zoeken`: words in the own dossiers. They travel in the body and are kept sealed, so none stands in an address;
//! the page with what was found has an address of its own, which reload and back come to.

use app::search::{Ask, AskRefused, Find, Found, LONGEST, Line, WORDS_MAX, What, around};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use domain::DraftId;
use serde::Deserialize;

use crate::answer::{html, see_other, to_mend, with_status};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::caseload::Pages;
use crate::view::search::{ClientLine, HitLine, Outcome, Results, SearchPage};
use crate::view::{FieldErrors, Form, Typed};
use crate::wording::domain;

/// Sentences of one text that are shown.
const SENTENCES: usize = 2;

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    pagina: String,
}

/// `/werk/zoeken`
pub(crate) async fn ask(page: StaffPage) -> Result<Response, Response> {
    // Nothing is asked yet; who may not search hears so now.
    page.read(Find { asked: DraftId(uuid::Uuid::nil()), page: 1 }).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&search_page(&page, form, Outcome::NotAsked)))
}

/// Keeps what is asked and leads to what was found.
pub(crate) async fn keep(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let why = match page.perform(Ask(typed.get("words").to_owned())).await? {
        Ok(asked) => return Ok(see_other(&format!("/werk/zoeken/{asked}"))),
        Err(why) => why,
    };
    let words = page.words();
    let mut errors = FieldErrors::default();
    errors.put(
        "words",
        match why {
            AskRefused::Nothing => words.t("search-nothing"),
            AskRefused::OnlySmallWords => words.t("search-small-words"),
            AskRefused::TooLong => words.with("search-too-long", &[("most", LONGEST.into())]),
            AskRefused::TooMany => words.with("search-too-many", &[("most", WORDS_MAX.into())]),
        },
    );
    Ok(to_mend(&search_page(&page, page.form_again(typed).but(errors), Outcome::NotAsked)))
}

/// `/werk/zoeken/{draft}`
pub(crate) async fn show(
    page: StaffPage,
    Path(asked): Path<String>,
    Query(at): Query<Asked>,
) -> Result<Response, Response> {
    let Ok(id) = asked.parse::<DraftId>() else { return Err(refused::absent(&page)) };
    let find = Find { asked: id, page: at.pagina.parse().unwrap_or(1) };
    page.show(find, &(&page, id), |found, (page, id)| match found {
        Some(found) => {
            let form = page.form().with(Typed::from(vec![("words".to_owned(), found.asked.clone())]));
            html(&search_page(page, form, Outcome::Found(results(page, found, *id))))
        }
        None => with_status(StatusCode::NOT_FOUND, &search_page(page, page.form(), Outcome::Gone)),
    })
    .await
}

fn search_page(page: &StaffPage, form: Form, outcome: Outcome) -> SearchPage {
    SearchPage { frame: page.frame(), form, outcome }
}

fn results(page: &StaffPage, found: &Found, id: DraftId) -> Results {
    let words = page.words();
    let clients = found.clients.iter().map(|case| ClientLine {
        href: format!("/werk/dossier/{}", case.dossier),
        name: case.fields.full_name(),
        domains: case.domains.iter().map(|(of, _)| domain(words, *of)).collect::<Vec<_>>().join(", "),
    });
    Results {
        clients: clients.collect(),
        hits: found.lines.iter().map(|line| hit(page, found, line)).collect(),
        total: found.total,
        pages: Pages { current: found.page, last: found.last_page },
        here: format!("/werk/zoeken/{id}"),
    }
}

fn hit(page: &StaffPage, found: &Found, line: &Line) -> HitLine {
    let words = page.words();
    let dossier = format!("/werk/dossier/{}", line.dossier);
    let (href, what) = match &line.what {
        What::Entry { id, kind, domain: of } => (
            format!("{dossier}/notitie/{id}"),
            format!("{} · {}", words.code("kind", kind), domain(words, *of)),
        ),
        What::Plan { domain: of } => {
            (format!("{dossier}/plan"), format!("{} · {}", words.t("search-plan"), domain(words, *of)))
        }
        What::Person => (format!("{dossier}/mensen"), words.t("search-person")),
        What::Document { id, domain: of } => (
            format!("{dossier}/documenten/{id}"),
            format!("{} · {}", words.t("search-document"), domain(words, *of)),
        ),
    };
    let sentences = line.texts.iter().filter_map(|text| around(text, &found.stems));
    HitLine {
        href,
        name: line.name.clone(),
        what,
        when: words.date(line.day),
        by: words.with("search-by", &[("who", line.by.as_str().into())]),
        sentences: sentences.take(SENTENCES).collect(),
    }
}
