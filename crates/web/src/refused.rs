//! Refusals and failures as pages. A refusal about a dossier is the same whether it exists or not.

use app::Error;
use axum::http::StatusCode;
use axum::response::Response;

use crate::answer::{self, with_status};
use crate::page::{Page, Visit};
use crate::view::refusal::{Again, NotInvolvedPage, NotYoursPage, Problem, ProblemPage, RefusedPage};
use crate::view::{Contact, Frame};

/// The policies said no. For a resident it is the page of what does not exist; for staff, about a
/// dossier, the one page that is the same for every reason (ACC-01).
pub(crate) fn denied(page: &Page, policies: &[String]) -> Response {
    let Some(post) = &page.session.post else { return not_yours(page) };
    if policies.iter().any(|id| id == "wall-not-ready") {
        return answer::see_other("/werk/niet-klaar");
    }
    if is_about_a_dossier(&page.visit.path) {
        let coordinator = Contact {
            name: post.team_name.clone(),
            role: page.t("coordinator-of-duty"),
            phone: post.team_phone.clone(),
        };
        let mut frame = page.frame();
        // The address itself would differ per dossier; the page must not.
        frame.path = "/werk".to_owned();
        return with_status(StatusCode::FORBIDDEN, &NotInvolvedPage { frame, coordinator });
    }
    let mut frame = page.frame();
    // As for a dossier: the address differs, the page must not.
    for list in ["/toezicht/vragen", "/toezicht/noodtoegang", "/werk/noodtoegang", "/beheer/gebruikers"] {
        if page.visit.path.strip_prefix(list).is_some_and(|rest| rest.starts_with('/')) {
            frame.path = list.to_owned();
        }
    }
    for desk in ["/toezicht/opvallend", "/fg/opvallend"] {
        if page.visit.path.strip_prefix(desk).is_some_and(|rest| rest.starts_with('/')) {
            frame.path = desk.to_owned();
        }
    }
    if let Some(list) = ["/werk", "/toezicht", "/fg"]
        .iter()
        .find(|desk| page.visit.path.starts_with(&format!("{desk}/achterhouden/")))
    {
        frame.path = format!("{list}/achterhouden");
    }
    if page.visit.path.starts_with("/werk/noodtoegang/") {
        frame.path = "/werk/noodtoegang".to_owned();
    }
    let reason = match policies.first() {
        Some(id) => page.words().code("policy", id),
        None => page.words().code("policy", "default-deny"),
    };
    with_status(StatusCode::FORBIDDEN, &RefusedPage { frame, reason, way_on: String::new() })
}

/// A dossier's id stands in these paths.
fn is_about_a_dossier(path: &str) -> bool {
    [
        "/werk/dossier/",
        "/werk/notitie/",
        "/werk/nieuw/klaar/",
        "/toezicht/toewijzen/",
        "/toezicht/uitsluiten/",
    ]
    .iter()
    .any(|prefix| path.starts_with(prefix))
}

/// The same for what is not theirs and for what does not exist.
pub(crate) fn not_yours(page: &Page) -> Response {
    let mut frame = page.frame();
    frame.path = frame.home().to_owned();
    with_status(StatusCode::NOT_FOUND, &NotYoursPage { frame })
}

/// Something that is not there, for the reader that it is.
pub(crate) fn absent(page: &Page) -> Response {
    if page.session.post.is_some() {
        problem(&page.visit, page.frame(), Problem::NotFound)
    } else {
        not_yours(page)
    }
}

/// The store failed: a calm page, and the chain of causes once in the log.
pub(crate) fn failed(visit: &Visit, error: &Error) -> Response {
    let what = match error {
        Error::Unavailable(_) | Error::Conflict | Error::OutcomeUnknown | Error::Shelf(_) => Problem::Outage,
        _ => Problem::Broken,
    };
    tracing::error!(request = %visit.request.simple(), error = %error, "a request failed");
    let again = visit.sent.as_deref().map(|typed| Again::of(&visit.path, typed));
    problem_page(visit, visit.frame(), what, again)
}

/// A page that says what went wrong.
pub(crate) fn problem(visit: &Visit, frame: Frame, problem: Problem) -> Response {
    problem_page(visit, frame, problem, None)
}

fn problem_page(visit: &Visit, frame: Frame, problem: Problem, again: Option<Again>) -> Response {
    let status = StatusCode::from_u16(problem.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let shows_id = matches!(problem, Problem::Broken | Problem::Outage);
    let request_id = if shows_id { visit.request.simple().to_string() } else { String::new() };
    with_status(status, &ProblemPage { frame, problem, request_id, again })
}
