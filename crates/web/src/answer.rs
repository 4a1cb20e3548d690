//! Answers that several features give: a page, a redirect, a cookie.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::page::{LANGUAGE_COOKIE, SESSION_COOKIE, Visit};

/// Bytes of a page with some text on it, so that it seldom moves while it grows.
const USUAL_PAGE: usize = 32 * 1024;

/// A rendered page. A template that fails is a bug; its answer holds nothing of it.
pub(crate) fn html(page: &impl Template) -> Response {
    with_status(StatusCode::OK, page)
}

/// The same with a status of its own.
pub(crate) fn with_status(status: StatusCode, page: &impl Template) -> Response {
    let mut body = String::with_capacity(USUAL_PAGE);
    match page.render_into(&mut body) {
        Ok(()) => (status, Html(body)).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// A form with something wrong in it, to be mended.
pub(crate) fn to_mend(page: &impl Template) -> Response {
    with_status(StatusCode::UNPROCESSABLE_ENTITY, page)
}

/// After a deed: to the page that says what happened. What is no address leads to the beginning.
pub(crate) fn see_other(to: &str) -> Response {
    let to = HeaderValue::from_str(to).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, to)]).into_response()
}

/// To signing in, and back afterwards. `over`: there was a session and it ended.
pub(crate) fn to_sign_in(back: &str, over: bool) -> Response {
    let why = if over { "&waarom=voorbij" } else { "" };
    see_other(&format!("/inloggen?terug={back}{why}"))
}

/// Where to go back to: a path of our own, or nothing. Ids in our paths are hex, so anything else that
/// could lead elsewhere is left out.
pub(crate) fn own_path(typed: &str) -> Option<&str> {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-?=&".contains(c);
    let own = typed.starts_with('/') && !typed.starts_with("//") && typed.len() <= 200;
    (own && typed.chars().all(plain)).then_some(typed)
}

/// A cookie of the session: for this site only, out of reach of scripts, gone with the browser.
pub(crate) fn session_cookie(visit: &Visit, name: &str, value: &str) -> HeaderValue {
    let secure = if visit.web.settings.secure_cookies { "; Secure" } else { "" };
    let end = if value.is_empty() { "; Max-Age=0" } else { "" };
    let line = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{end}");
    HeaderValue::from_str(&line).unwrap_or_else(|_| HeaderValue::from_static(""))
}

/// Ends the session in the browser, and forgets its language: the next person there begins as anybody.
pub(crate) fn without_session(visit: &Visit, mut response: Response) -> Response {
    for name in [SESSION_COOKIE, LANGUAGE_COOKIE] {
        response.headers_mut().append(header::SET_COOKIE, session_cookie(visit, name, ""));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::own_path;

    #[test]
    fn only_a_path_of_our_own_is_gone_back_to() {
        for good in ["/werk", "/werk/dossier/8f3a/tijdlijn", "/werk/notitie/8f?bewaard=1"] {
            assert_eq!(own_path(good), Some(good));
        }
        for bad in [
            "",
            "werk",
            "//elders.example",
            "/\\elders.example",
            "https://elders.example",
            "/a\r\nX: y",
            "/a%0d",
        ] {
            assert_eq!(own_path(bad), None, "{bad:?}");
        }
    }
}
