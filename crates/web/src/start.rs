//! The front door: who we are, what we do with data, the fixed files, and whether we are well.

use axum::extract::{Path, Query, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;

use crate::answer::{self, html, own_path};
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

/// The process can do its work: its database answers.
pub(crate) async fn ready(State(web): State<Web>) -> Response {
    if web.app.is_ready().await {
        "ok".into_response()
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer").into_response()
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

/// Chooses a language; one cookie remembers it.
pub(crate) async fn language(visit: Visit, Path(code): Path<String>, Query(back): Query<Back>) -> Response {
    let code = if code == "en" { "en" } else { "nl" };
    let mut response = answer::see_other(own_path(&back.terug).unwrap_or("/"));
    let secure = if visit.web.settings.secure_cookies { "; Secure" } else { "" };
    let line = format!("{LANGUAGE_COOKIE}={code}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000{secure}");
    if let Ok(line) = HeaderValue::from_str(&line) {
        response.headers_mut().append(header::SET_COOKIE, line);
    }
    response
}

/// Everything else.
pub(crate) async fn not_found(visit: Visit) -> Response {
    problem(&visit, visit.frame(), Problem::NotFound)
}
