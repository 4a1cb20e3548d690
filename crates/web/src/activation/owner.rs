//! `/activeren`: who has a slip chooses a password and a second factor of their own.

use app::activation::{ActivateRefused, Choice as Second, Codes, Opened};
use axum::extract::{Query, Request, State};
use axum::http::header;
use axum::response::Response;

use crate::account::password;
use crate::answer::{html, see_other, session_cookie, to_mend};
use crate::page::{Visit, cookie};
use crate::qr::picture;
use crate::refused::{self, problem};
use crate::router::Web;
use crate::sent::{anybodys_form, once};
use crate::sign_in::{PENDING_COOKIE, too_often};
use crate::start::Back;
use crate::view::activation::{ActivatePage, ChoosePage};
use crate::view::refusal::Problem;
use crate::view::{Choice, FieldErrors, Form};

/// Asks for name and code.
pub(crate) async fn ask(visit: Visit, Query(asked): Query<Back>, request: Request) -> Response {
    let known = cookie(request.headers(), PENDING_COOKIE).filter(|value| value.len() == 64);
    let secret = known.unwrap_or_else(|| visit.app().new_token().cookie);
    let form = form_of(&visit, &secret, "");
    let over = asked.waarom == "voorbij";
    let mut response = html(&ActivatePage { frame: visit.frame(), form, over });
    response.headers_mut().append(header::SET_COOKIE, session_cookie(&visit, PENDING_COOKIE, &secret));
    response
}

fn form_of(visit: &Visit, secret: &str, once: &str) -> Form {
    Form::new(visit.frame().words, visit.app().form_token(secret), once)
}

/// Takes name and code.
pub(crate) async fn open(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let secret = cookie(request.headers(), PENDING_COOKIE).unwrap_or_default();
    let (visit, typed) = anybodys_form(request, &web).await?;
    if !visit.app().form_token_fits(&secret, typed.get("csrf")) {
        return Err(problem(&visit, visit.frame(), Problem::PageTooOld));
    }
    let mut errors = FieldErrors::default();
    for (field, key) in [("name", "sign-in-name-missing"), ("code", "activate-code-missing")] {
        if typed.get(field).trim().is_empty() {
            errors.put(field, visit.frame().t(key));
        }
    }
    if errors.is_empty() {
        let opened = visit.app().open_activation(&visit.caller(), typed.get("name"), typed.get("code")).await;
        match opened.map_err(|e| refused::failed(&visit, &e))? {
            Codes::TooOften => return Ok(too_often(&visit)),
            Codes::Wrong => errors.put("code", visit.frame().t("activate-wrong")),
            Codes::Right(token) => {
                let mut response = see_other("/activeren/kies");
                let line = session_cookie(&visit, PENDING_COOKIE, &token.cookie);
                response.headers_mut().append(header::SET_COOKIE, line);
                return Ok(response);
            }
        }
    }
    let form = form_of(&visit, &secret, "").with(typed).but(errors);
    Ok(to_mend(&ActivatePage { frame: visit.frame(), form, over: false }))
}

/// Asks for a password and a second factor.
pub(crate) async fn ask_choice(visit: Visit, request: Request) -> Result<Response, Response> {
    let secret = cookie(request.headers(), PENDING_COOKIE).unwrap_or_default();
    let form = form_of(&visit, &secret, &visit.app().random_id().simple().to_string());
    let opened = opened(&visit, &secret, &form.once).await?;
    Ok(html(&choose_page(&visit, form, opened)))
}

async fn opened(visit: &Visit, secret: &str, form: &str) -> Result<Opened, Response> {
    let opened = visit.app().opened(secret, form).await.map_err(|e| refused::failed(visit, &e))?;
    opened.ok_or_else(over)
}

fn over() -> Response {
    see_other("/activeren?waarom=voorbij")
}

fn choose_page(visit: &Visit, form: Form, opened: Opened) -> ChoosePage {
    let frame = visit.frame();
    let ways =
        vec![Choice::new("app", frame.t("choose-way-app")), Choice::new("lijst", frame.t("choose-way-list"))];
    let picture = picture(&opened.new_app.uri);
    ChoosePage { frame, form, has_list: opened.has_list, ways, picture, secret: opened.new_app.secret }
}

/// Takes both; what is wrong is told at once.
pub(crate) async fn choose(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let secret = cookie(request.headers(), PENDING_COOKIE).unwrap_or_default();
    let (visit, typed) = anybodys_form(request, &web).await?;
    if !visit.app().form_token_fits(&secret, typed.get("csrf")) {
        return Err(problem(&visit, visit.frame(), Problem::PageTooOld));
    }
    let once = once(&typed).unwrap_or_else(|| visit.app().random_id()).simple().to_string();
    let opened = opened(&visit, &secret, &once).await?;
    let frame = visit.frame();
    let mut errors = password::mistakes(frame.words, &typed);
    let (field, wrong, second) = match typed.get("met") {
        "app" => {
            let code = typed.get("code").to_owned();
            ("code", "account-app-wrong", Some(Second::App { form: once.clone(), code }))
        }
        "lijst" => {
            let code = typed.get("list-code").to_owned();
            ("list-code", "choose-list-wrong", Some(Second::List { code }))
        }
        _ => ("met", "choose-way-missing", None),
    };
    match second {
        None => errors.put(field, frame.t(wrong)),
        Some(second) if errors.is_empty() => {
            let password = typed.get("password").to_owned();
            let done = visit.app().activate(&visit.caller(), &secret, password, second).await;
            match done.map_err(|e| refused::failed(&visit, &e))? {
                Ok(()) => {
                    let mut response = see_other("/inloggen?waarom=klaar");
                    let line = session_cookie(&visit, PENDING_COOKIE, "");
                    response.headers_mut().append(header::SET_COOKIE, line);
                    return Ok(response);
                }
                Err(ActivateRefused::Over) => return Ok(over()),
                Err(ActivateRefused::WrongCode) => errors.put(field, frame.t(wrong)),
            }
        }
        Some(_) => {}
    }
    let form = form_of(&visit, &secret, &once).with(typed).but(errors);
    Ok(to_mend(&choose_page(&visit, form, opened)))
}
