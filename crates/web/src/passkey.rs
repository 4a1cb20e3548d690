//! Signing in with a passkey, and proving with one again who one is: the question for the script, and the answer as a form.

use app::sign_in::{Again, SecondStep};
use axum::extract::{Request, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};

use crate::answer::to_mend;
use crate::page::{Visit, cookie};
use crate::refused::{self, problem};
use crate::router::Web;
use crate::sent::{Sent, anybodys_form};
use crate::sign_in::{PENDING_COOKIE, again_page, confirmed, own_back, sign_in_page, signed_in};
use crate::view::refusal::Problem;
use crate::view::sign_in::Because;
use crate::view::{FieldErrors, Form, Typed};

/// A question, as the browser wants it.
pub(crate) fn json(question: String) -> Response {
    ([(header::CONTENT_TYPE, "application/json")], question).into_response()
}

/// The form of the sign-in page, and the secret of the browser it was made for.
async fn form(request: Request, web: &Web) -> Result<(Visit, Typed, String), Response> {
    let secret = cookie(request.headers(), PENDING_COOKIE).unwrap_or_default();
    let (visit, typed) = anybodys_form(request, web).await?;
    if !visit.app().form_token_fits(&secret, typed.get("csrf")) {
        return Err(problem(&visit, visit.frame(), Problem::PageTooOld));
    }
    Ok((visit, typed, secret))
}

/// The question to any passkey.
pub(crate) async fn question(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let (visit, _, secret) = form(request, &web).await?;
    let asked = visit.app().ask_passkey(&secret).await.map_err(|e| refused::failed(&visit, &e))?;
    asked.map(json).ok_or_else(|| problem(&visit, visit.frame(), Problem::NotFound))
}

/// The answer; and then, when it fits, the session.
pub(crate) async fn sign_in(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let (visit, typed, secret) = form(request, &web).await?;
    let back = own_back(&typed);
    let step = visit.app().sign_in_with_passkey(&visit.caller(), &secret, typed.get("antwoord")).await;
    match step.map_err(|e| refused::failed(&visit, &e))? {
        SecondStep::In { token, is_staff } => Ok(signed_in(&visit, &token, is_staff, &back)),
        _ => {
            let mut errors = FieldErrors::default();
            errors.put("", visit.frame().t("passkey-wrong"));
            let form = Form::new(visit.frame().words, visit.app().form_token(&secret), "").but(errors);
            Ok(to_mend(&sign_in_page(&visit, form, Because::Asked, back)))
        }
    }
}

/// The question to the owner of the session, before a sensitive deed.
pub(crate) async fn question_again(sent: Sent) -> Result<Response, Response> {
    let page = &sent.page;
    let asked = page.app().ask_passkey_again(&page.session).await;
    let asked = asked.map_err(|e| refused::failed(&page.visit, &e))?;
    asked.map(json).ok_or_else(|| refused::absent(page))
}

/// The answer; and then, when it is of the same owner, back to the deed.
pub(crate) async fn confirm(sent: Sent) -> Result<Response, Response> {
    let Sent { page, typed, .. } = sent;
    let page = page.in_own_words().await?;
    let back = own_back(&typed);
    let done =
        page.app().confirm_with_passkey(page.visit.request, &page.session, typed.get("antwoord")).await;
    match done.map_err(|e| refused::failed(&page.visit, &e))? {
        Again::Confirmed(token) => Ok(confirmed(&page, &token, &back)),
        Again::Wrong | Again::TooOften => {
            let mut errors = FieldErrors::default();
            errors.put("", page.t("passkey-wrong"));
            Ok(to_mend(&again_page(&page, page.form().but(errors), "", back).await?))
        }
    }
}
