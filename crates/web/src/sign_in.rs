//! Signing in and out, the pledge, and signing in again before a sensitive deed.

use app::sign_in::{Again, Asked, FirstStep, NewToken, PLEDGE_TEXT, ReadyState, SecondStep};
use axum::extract::{Query, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::sign_in::{Given, Pace};
use domain::{NotReady, amsterdam};

use crate::answer::{self, html, own_path, session_cookie, to_mend, with_status};
use crate::page::{Page, SESSION_COOKIE, Visit, cookie};
use crate::refused::{self, problem};
use crate::router::Web;
use crate::sent::{Sent, anybodys_form};
use crate::start::Back;
use crate::view::pledge::{Missing, NotReadyPage, PledgePage};
use crate::view::refusal::Problem;
use crate::view::sign_in::{AgainPage, Because, CodePage, SignInPage, SignedOutPage, TooManyTriesPage, Way};
use crate::view::{Contact, FieldErrors, Form, Frame, Typed};

/// Between password and code; also the secret that the form token of these two pages is made from.
pub(crate) const PENDING_COOKIE: &str = "aanmelden";
const WAIT_MINUTES: u32 = 15;

pub(crate) fn own_back(typed: &Typed) -> String {
    own_path(typed.get("terug")).unwrap_or_default().to_owned()
}

/// `/inloggen`
pub(crate) async fn ask(visit: Visit, Query(back): Query<Back>, request: Request) -> Response {
    let because = match back.waarom.as_str() {
        "bewaard" => Because::TypedTextKept,
        "voorbij" => Because::SessionOver,
        "klaar" => Because::Activated,
        _ => Because::Asked,
    };
    let because_kept = because == Because::TypedTextKept;
    let back = own_path(&back.terug).unwrap_or_default().to_owned();
    // What was kept is found again by the page it was typed in.
    let back = if because_kept { format!("{back}?bewaard=1") } else { back };
    // A form token needs something that only this browser has: a fresh cookie, before there is a session.
    let known = cookie(request.headers(), PENDING_COOKIE).filter(|value| value.len() == 64);
    let secret = known.unwrap_or_else(|| visit.app().new_token().cookie);
    let form = Form::new(visit.frame().words, visit.app().form_token(&secret), "");
    let mut response = html(&sign_in_page(&visit, form, because, back));
    response.headers_mut().append(header::SET_COOKIE, session_cookie(&visit, PENDING_COOKIE, &secret));
    response
}

pub(crate) fn sign_in_page(visit: &Visit, form: Form, because: Because, back: String) -> SignInPage {
    SignInPage { frame: visit.frame(), form, because, passkeys: visit.app().offers_passkeys(), back }
}

/// Name and password. Says nothing about what it found.
pub(crate) async fn first(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let secret = cookie(request.headers(), PENDING_COOKIE).unwrap_or_default();
    let (visit, typed) = anybodys_form(request, &web).await?;
    let back = own_back(&typed);
    if !visit.app().form_token_fits(&secret, typed.get("csrf")) {
        return Err(problem(&visit, visit.frame(), Problem::PageTooOld));
    }
    let mut errors = FieldErrors::default();
    for (field, key) in [("name", "sign-in-name-missing"), ("password", "sign-in-password-missing")] {
        if typed.get(field).is_empty() {
            errors.put(field, visit.frame().t(key));
        }
    }
    if !errors.is_empty() {
        let form =
            Form::new(visit.frame().words, visit.app().form_token(&secret), "").with(typed).but(errors);
        return Ok(to_mend(&sign_in_page(&visit, form, Because::Asked, back)));
    }
    let password = typed.get("password").to_owned();
    let begun = visit.app().first_step(&visit.caller(), typed.get("name"), password).await;
    let begun = match begun.map_err(|e| refused::failed(&visit, &e))? {
        FirstStep::On(begun) => begun,
        FirstStep::TooOften => return Ok(too_often(&visit)),
    };
    let to =
        if back.is_empty() { "/inloggen/code".to_owned() } else { format!("/inloggen/code?terug={back}") };
    let mut response = answer::see_other(&to);
    let line = session_cookie(&visit, PENDING_COOKIE, &begun.token.cookie);
    response.headers_mut().append(header::SET_COOKIE, line);
    Ok(response)
}

/// `/inloggen/code`
pub(crate) async fn ask_code(
    visit: Visit,
    Query(asked): Query<Back>,
    request: Request,
) -> Result<Response, Response> {
    let Some(secret) = cookie(request.headers(), PENDING_COOKIE) else {
        return Ok(answer::see_other("/inloggen"));
    };
    let form = Form::new(visit.frame().words, visit.app().form_token(&secret), "");
    // The rest of the address after `terug=` may hold `?bewaard=1`, which is part of it.
    let back = own_path(&asked.terug).unwrap_or_default().to_owned();
    let way = way_of(&asked.met, pending_asks(&visit, &secret).await?);
    Ok(html(&CodePage { frame: visit.frame(), form, way, back }))
}

async fn pending_asks(visit: &Visit, secret: &str) -> Result<Asked, Response> {
    visit.app().asked(secret).await.map_err(|e| refused::failed(visit, &e))
}

/// Which second factor the page asks for; the app when nothing else was chosen.
fn way_of(chosen: &str, asked: Asked) -> Way {
    match (chosen, asked.pace) {
        ("lijst", _) => Way::List { number: asked.number },
        ("herstel", _) => Way::Recovery,
        (_, Pace::TwoCodes) => Way::AppTwice,
        (_, Pace::Usual) => Way::App,
    }
}

/// The second factor as it was sent.
fn given(typed: &Typed) -> Given {
    let code = typed.get("code").to_owned();
    match typed.get("met") {
        "lijst" => Given::List { code },
        "herstel" => Given::Recovery { code },
        _ => Given::App { code, next: typed.get("code-next").to_owned() },
    }
}

/// The code; and then, when everything fits, the session.
pub(crate) async fn second(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let secret = cookie(request.headers(), PENDING_COOKIE).unwrap_or_default();
    let (visit, typed) = anybodys_form(request, &web).await?;
    let back = own_back(&typed);
    if !visit.app().form_token_fits(&secret, typed.get("csrf")) {
        return Err(problem(&visit, visit.frame(), Problem::PageTooOld));
    }
    let step = visit.app().second_step(&visit.caller(), &secret, &given(&typed)).await;
    match step.map_err(|e| refused::failed(&visit, &e))? {
        SecondStep::StartAgain => Ok(answer::see_other("/inloggen?waarom=voorbij")),
        SecondStep::TooOften => Ok(too_often(&visit)),
        SecondStep::Wrong => {
            let mut errors = FieldErrors::default();
            errors.put("code", visit.frame().t("sign-in-wrong"));
            let form = Form::new(visit.frame().words, visit.app().form_token(&secret), "").but(errors);
            let way = way_of(typed.get("met"), pending_asks(&visit, &secret).await?);
            Ok(to_mend(&CodePage { frame: visit.frame(), form, way, back }))
        }
        SecondStep::TwoCodesPlease => {
            let mut errors = FieldErrors::default();
            errors.put("code-next", visit.frame().t("code-next-missing"));
            let form = Form::new(visit.frame().words, visit.app().form_token(&secret), "");
            let form = form.with(typed).but(errors);
            Ok(to_mend(&CodePage { frame: visit.frame(), form, way: Way::AppTwice, back }))
        }
        SecondStep::In { token, is_staff } => Ok(signed_in(&visit, &token, is_staff, &back)),
    }
}

/// To where somebody was going, with the session cookie.
pub(crate) fn signed_in(visit: &Visit, token: &NewToken, is_staff: bool, back: &str) -> Response {
    let home = if is_staff { "/werk" } else { "/mijn" };
    let mut response = answer::see_other(if back.is_empty() { home } else { back });
    let headers = response.headers_mut();
    headers.append(header::SET_COOKIE, session_cookie(visit, SESSION_COOKIE, &token.cookie));
    headers.append(header::SET_COOKIE, session_cookie(visit, PENDING_COOKIE, ""));
    response
}

pub(crate) fn too_often(visit: &Visit) -> Response {
    waits(visit.frame())
}

fn waits(frame: Frame) -> Response {
    with_status(StatusCode::TOO_MANY_REQUESTS, &TooManyTriesPage { frame, minutes: WAIT_MINUTES })
}

/// Signs out.
pub(crate) async fn leave(sent: Sent) -> Result<Response, Response> {
    let page = &sent.page;
    let done = page.app().sign_out(page.visit.request, &page.session).await;
    done.map_err(|e| refused::failed(&page.visit, &e))?;
    Ok(answer::without_session(&page.visit, answer::see_other("/uitloggen")))
}

/// `/uitloggen`: signed out. Also where somebody lands who has no session any more.
pub(crate) async fn gone(visit: Visit) -> Response {
    html(&SignedOutPage { frame: visit.frame(), quick: false })
}

/// "Snel weg": one click, no question. A link, so that it works when nothing else does; being signed
/// out by a stranger's page costs nobody anything but a new sign-in.
pub(crate) async fn leave_quickly(visit: Visit) -> Result<Response, Response> {
    if let Some(page) = visit.page().await? {
        let done = page.app().sign_out(visit.request, &page.session).await;
        done.map_err(|e| refused::failed(&visit, &e))?;
    }
    let response = html(&SignedOutPage { frame: visit.frame(), quick: true });
    Ok(answer::without_session(&visit, response))
}

/// Stays signed in: asked for by the script, answered with the seconds that are left.
pub(crate) async fn extend(sent: Sent) -> Response {
    (StatusCode::NO_CONTENT, lengthened(&sent.page)).into_response()
}

/// Two headers that tell the script when the session ends now.
pub(crate) fn lengthened(page: &Page) -> [(&'static str, String); 2] {
    let end = page.frame().session.unwrap_or_default();
    [("session-seconds", end.seconds.to_string()), ("session-until", ascii(&end.until))]
}

/// A header holds no other letters than these.
fn ascii(text: &str) -> String {
    text.chars().filter(char::is_ascii).collect()
}

/// `/opnieuw`
pub(crate) async fn ask_again(page: Page, Query(asked): Query<Back>) -> Result<Response, Response> {
    let page = page.in_own_words().await?;
    let back = own_path(&asked.terug).unwrap_or_default().to_owned();
    Ok(html(&again_page(&page, page.form(), &asked.met, back).await?))
}

/// Asks for the second factor that was chosen, or for one that this person has.
pub(crate) async fn again_page(
    page: &Page,
    form: Form,
    chosen: &str,
    back: String,
) -> Result<AgainPage, Response> {
    let failed = |e: app::Error| refused::failed(&page.visit, &e);
    let app = page.app();
    let asked = app.asked_in(&page.session).await.map_err(failed)?;
    let means = app.means(&page.session).await.map_err(failed)?;
    let passkeys =
        app.offers_passkeys() && !app.own_passkeys(&page.session).await.map_err(failed)?.is_empty();
    let chosen = match (chosen, means.app, means.codes.list) {
        ("", false, 0) => "herstel",
        ("", false, _) => "lijst",
        (chosen, ..) => chosen,
    };
    Ok(AgainPage { frame: page.frame(), form, way: way_of(chosen, asked), passkeys, back })
}

/// Password and code once more.
pub(crate) async fn again(sent: Sent) -> Result<Response, Response> {
    let Sent { page, typed, .. } = sent;
    let page = page.in_own_words().await?;
    let back = own_back(&typed);
    let password = typed.get("password").to_owned();
    let done = page.app().sign_in_again(page.visit.request, &page.session, password, &given(&typed)).await;
    match done.map_err(|e| refused::failed(&page.visit, &e))? {
        Again::Confirmed(token) => Ok(confirmed(&page, &token, &back)),
        Again::TooOften => Ok(waits(page.frame())),
        Again::Wrong => {
            let mut errors = FieldErrors::default();
            errors.put("password", page.t("sign-in-wrong"));
            let form = page.form().but(errors);
            Ok(to_mend(&again_page(&page, form, typed.get("met"), back).await?))
        }
    }
}

/// Back to the deed that asked, under the new token.
pub(crate) fn confirmed(page: &Page, token: &NewToken, back: &str) -> Response {
    let mut response = answer::see_other(if back.is_empty() { "/" } else { back });
    let line = session_cookie(&page.visit, SESSION_COOKIE, &token.cookie);
    response.headers_mut().append(header::SET_COOKIE, line);
    response
}

/// `/werk/geheimhouding`
pub(crate) async fn pledge(page: Page) -> Result<Response, Response> {
    let Some(post) = page.session.post.clone() else { return Err(refused::not_yours(&page)) };
    let signed =
        page.app().pledge_signed_at(post.staff).await.map_err(|e| refused::failed(&page.visit, &e))?;
    let words = page.words();
    Ok(html(&PledgePage {
        frame: page.frame(),
        form: page.form(),
        version: PLEDGE_TEXT.to_string(),
        name: post.name,
        function: words.code("function", post.function.code()),
        team: post.team_name,
        today: words.date(page.today()),
        signed_on: signed.map(|at| words.date(amsterdam(at).date())),
    }))
}

/// Signs the pledge.
pub(crate) async fn promise(sent: Sent) -> Result<Response, Response> {
    let page = &sent.page;
    if page.session.post.is_none() {
        return Err(refused::not_yours(page));
    }
    // The text may have changed between reading and promising.
    if sent.typed.get("version") != PLEDGE_TEXT.to_string() {
        return Ok(answer::see_other("/werk/geheimhouding"));
    }
    let done = page.app().sign_pledge(page.visit.request, &page.session).await;
    done.map_err(|e| refused::failed(&page.visit, &e))?;
    Ok(answer::see_other("/werk"))
}

/// `/werk/niet-klaar`: what is missing, and where to mend it.
pub(crate) async fn not_ready(page: Page) -> Result<Response, Response> {
    let Some(post) = page.session.post.clone() else { return Err(refused::not_yours(&page)) };
    let state = page.app().ready_state(post.staff).await.map_err(|e| refused::failed(&page.visit, &e))?;
    let ReadyState::NotReady(missing) = state else {
        if !page.session.ready {
            // Mended since this session began; a new sign-in asks again (ACC-13).
            return Ok(answer::see_other("/inloggen"));
        }
        return Ok(answer::see_other("/werk"));
    };
    let words = page.words();
    if matches!(missing.as_slice(), [NotReady::PledgeMissing { .. }]) {
        return Ok(answer::see_other("/werk/geheimhouding"));
    }
    let missing = missing
        .into_iter()
        .map(|what| match what {
            NotReady::AccountInactive => Missing::Post,
            NotReady::PledgeMissing { .. } => Missing::Pledge,
            NotReady::TrainingMissing => Missing::Training,
            NotReady::TrainingExpired { since } => Missing::TrainingExpired { on: words.date(since) },
        })
        .collect();
    let call = Contact { name: post.team_name, role: page.t("coordinator-of-duty"), phone: post.team_phone };
    let frame = page.frame();
    Ok(with_status(StatusCode::FORBIDDEN, &NotReadyPage { frame, missing, call }))
}

/// "14.47 uur", for a flash.
pub(crate) fn clock(page: &Page) -> String {
    page.words().time(amsterdam(page.app().now()).time())
}
