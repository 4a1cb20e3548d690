//! A form that was sent by somebody who is signed in: session, form token and fields together. When the
//! session is over, what was typed is kept for its owner, and given back after signing in (UX §3.3).

use std::sync::Arc;

use axum::body::Bytes;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

use app::Session;
use app::sign_in::SessionNow;

use crate::answer;
use crate::page::{Page, StaffPage, Visit};
use crate::refused::{self, problem};
use crate::router::Web;
use crate::view::refusal::Problem;
use crate::view::{Form, Typed};

/// What is typed again rather than shown again.
const SECRET: [&str; 6] = ["password", "password-again", "code", "code-next", "list-code", "antwoord"];

/// A form from a signed-in person.
pub(crate) struct Sent {
    pub(crate) page: Page,
    pub(crate) typed: Typed,
    /// As it was sent, byte for byte.
    pub(crate) body: String,
}

/// A form from a member of staff whose preconditions are in order.
pub(crate) struct StaffSent {
    pub(crate) page: StaffPage,
    pub(crate) typed: Typed,
    pub(crate) body: String,
}

/// The fields of an urlencoded body. `None`: it cannot be read as one, or holds what no field may hold.
pub(crate) fn fields(body: &[u8]) -> Option<Typed> {
    let pairs: Vec<(String, String)> = serde_urlencoded::from_bytes(body).ok()?;
    Some(Typed::from(pairs))
}

/// A body within bounds, as text.
pub(crate) async fn body_of(request: Request, visit: &Visit) -> Result<String, Response> {
    let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or_default();
    if !kind.starts_with("application/x-www-form-urlencoded") {
        return Err(problem(visit, visit.frame(), Problem::Unreadable));
    }
    let bytes = Bytes::from_request(request, &()).await.map_err(|e| {
        let what = match e.into_response().status().as_u16() {
            413 => Problem::TooLarge,
            _ => Problem::Unreadable,
        };
        problem(visit, visit.frame(), what)
    })?;
    String::from_utf8(bytes.into()).map_err(|_| problem(visit, visit.frame(), Problem::Unreadable))
}

impl FromRequest<Web> for Sent {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Response> {
        let (parts, body) = request.into_parts();
        let mut visit = Visit::of(&parts, web);
        let body = body_of(Request::from_parts(parts, body), &visit).await?;
        let typed =
            fields(body.as_bytes()).ok_or_else(|| problem(&visit, visit.frame(), Problem::Unreadable))?;
        // No form of elsewhere brings the cookie along (SameSite), so this came from a page of ours.
        if visit.cookie.is_some() && SECRET.iter().all(|name| typed.get(name).is_empty()) {
            visit.sent = Some(Arc::new(typed.clone()));
        }
        let fits = |session: &Session| visit.app().session_form_token_fits(session, typed.get("csrf"));
        // Only now: when the store fails here, what was typed is given back.
        match visit.session_now().await? {
            SessionNow::None => Err(answer::to_sign_in(&visit.path, false)),
            // A password is typed again; it is not kept for anybody, not even sealed.
            SessionNow::Over(session) if fits(&session) && typed.get("password").is_empty() => {
                let path = visit.path.clone();
                visit.app().keep_form(&session, path, body).await.map_err(|e| refused::failed(&visit, &e))?;
                Err(answer::see_other(&format!("/inloggen?terug={}&waarom=bewaard", visit.path)))
            }
            SessionNow::Over(_) => Err(answer::to_sign_in(&visit.path, true)),
            SessionNow::Live { session, .. } if !fits(&session) => {
                Err(problem(&visit, visit.frame(), Problem::PageTooOld))
            }
            SessionNow::Live { .. } => match visit.page().await? {
                Some(page) => Ok(Self { page, typed, body }),
                None => Err(answer::to_sign_in(&visit.path, true)),
            },
        }
    }
}

impl FromRequest<Web> for StaffSent {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Response> {
        let Sent { page, typed, body } = Sent::from_request(request, web).await?;
        Ok(Self { page: page.into_staff()?, typed, body })
    }
}

impl Page {
    /// An empty form of this session.
    pub(crate) fn form(&self) -> Form {
        Form::new(self.words(), self.csrf(), "")
    }

    /// An empty form whose deed is done once, however often it is sent.
    pub(crate) fn form_once(&self) -> Form {
        Form::new(self.words(), self.csrf(), self.app().random_id().simple().to_string())
    }

    /// The form as it came back: same token, same fields.
    pub(crate) fn form_again(&self, typed: Typed) -> Form {
        let once = once(&typed).unwrap_or_else(|| self.app().random_id()).simple().to_string();
        Form::new(self.words(), self.csrf(), once).with(typed)
    }

    /// Keeps what was typed and asks for password and code first; the form comes back filled in.
    pub(crate) async fn confirm_first(&self, body: String) -> Response {
        let path = self.visit.path.clone();
        match self.app().keep_form(&self.session, path, body).await {
            Ok(()) => answer::see_other(&format!("/opnieuw?terug={}", self.visit.path)),
            Err(e) => refused::failed(&self.visit, &e),
        }
    }

    /// What was typed for this page when the session was over, if anything. Its old tokens are left out.
    pub(crate) async fn given_back(&self) -> Result<Option<Typed>, Response> {
        let path = self.visit.path.clone();
        let kept = self.app().take_form(&self.session, path).await;
        let kept = kept.map_err(|e| refused::failed(&self.visit, &e))?;
        Ok(kept.and_then(|kept| fields(kept.body.as_bytes())))
    }
}

/// The token that makes sending twice do once.
pub(crate) fn once(typed: &Typed) -> Option<Uuid> {
    Uuid::parse_str(typed.get("once")).ok()
}

/// The parts of a request that anybody may send a form with.
pub(crate) async fn anybodys_form(request: Request, web: &Web) -> Result<(Visit, Typed), Response> {
    let (mut parts, body) = request.into_parts();
    let visit = <Visit as FromRequestParts<Web>>::from_request_parts(&mut parts, web).await?;
    let body = body_of(Request::from_parts(parts, body), &visit).await?;
    match fields(body.as_bytes()) {
        Some(typed) => Ok((visit, typed)),
        None => Err(problem(&visit, visit.frame(), Problem::Unreadable)),
    }
}
