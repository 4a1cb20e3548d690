//! The front door: who we are, what we do with data, the fixed files, and whether we are well.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::answer::{self, html, own_path, session_cookie};
use crate::page::{LANGUAGE_COOKIE, Page, Visit};
use crate::refused::problem;
use crate::router::Web;
use crate::view::refusal::Problem;
use crate::view::start::{NoticePage, StartPage};
use crate::view::{Frame, assets};

/// `/`
pub(crate) async fn home(visit: Visit, page: Option<Page>) -> Response {
    html(&StartPage { frame: page.map_or_else(|| visit.frame(), |page| page.frame()) })
}

/// `/privacy`
pub(crate) async fn notice(visit: Visit, page: Option<Page>) -> Response {
    let frame: Frame = page.map_or_else(|| visit.frame(), |page| page.frame());
    let dpo = frame.t("notice-dpo-by-phone");
    html(&NoticePage { frame, version: app::intake::NOTICE_TEXT.to_string(), dpo })
}

/// The fixed files; their names change with their content.
pub(crate) async fn asset(visit: Visit) -> Response {
    let file = |kind: &'static str, bytes: Response| {
        ([(header::CONTENT_TYPE, HeaderValue::from_static(kind))], bytes).into_response()
    };
    let theme = visit.web.settings.theme.as_ref();
    match (assets::find(&visit.path), theme.and_then(|theme| theme.find(&visit.path))) {
        (Some(asset), _) => file(asset.content_type, asset.bytes.into_response()),
        (None, Some(asset)) => file(asset.content_type, asset.bytes.clone().into_response()),
        (None, None) => problem(&visit, visit.frame(), Problem::NotFound),
    }
}

/// The process runs.
pub(crate) async fn alive() -> &'static str {
    "ok"
}

/// The process can do its work: its database answers, and the last thing that was written to it held.
pub(crate) async fn ready(State(web): State<Web>) -> Response {
    if web.app.is_ready().await {
        "ok".into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer, or takes no writes").into_response()
    }
}

/// Where to go back to.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Back {
    pub(crate) terug: String,
    pub(crate) waarom: String,
    /// With which second factor.
    pub(crate) met: String,
}

/// Chooses a language; a cookie remembers it until the browser closes or somebody signs out. Dutch needs none.
pub(crate) async fn language(visit: Visit, Path(code): Path<String>, Query(back): Query<Back>) -> Response {
    let mut response = answer::see_other(own_path(&back.terug).unwrap_or("/"));
    let line = session_cookie(&visit, LANGUAGE_COOKIE, if code == "en" { "en" } else { "" });
    response.headers_mut().append(header::SET_COOKIE, line);
    response
}

/// Everything else.
pub(crate) async fn not_found(visit: Visit) -> Response {
    problem(&visit, visit.frame(), Problem::NotFound)
}
