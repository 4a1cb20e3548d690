//! `/activeren`: who has a slip chooses a password and a second factor of their own.

use app::activation::{ActivateRefused, Activated, Choice as Second, Codes, Opened};
use axum::extract::{Query, Request, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::amsterdam_date;
use text::{Lang, Words};

use crate::account::password;
use crate::answer::{html, see_other, session_cookie, to_mend};
use crate::page::{Visit, cookie};
use crate::passkey::json;
use crate::qr::picture;
use crate::refused::{self, problem};
use crate::router::Web;
use crate::sent::{anybodys_form, once};
use crate::sign_in::{PENDING_COOKIE, too_often};
use crate::start::Back;
use crate::view::account::CodesPage;
use crate::view::activation::{ActivatePage, ChoosePage};
use crate::view::refusal::Problem;
use crate::view::{Choice, FieldErrors, Form, Frame, Typed};
use crate::wording::address_of_born;

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

/// Whoever gave name and code of a slip.
struct Owner {
    visit: Visit,
    /// What the browser holds since.
    secret: String,
    /// *u*, or *je* to a young person (ux §3.5).
    words: Words,
}

impl Owner {
    async fn of(visit: Visit, secret: String) -> Result<Self, Response> {
        let born = visit.app().born_of_opened(visit.request, &secret).await;
        let born = born.map_err(|e| refused::failed(&visit, &e))?;
        let today = amsterdam_date(visit.app().now());
        let words = Words::new(Lang::Nl, address_of_born(&born, today));
        Ok(Self { visit, secret, words })
    }

    /// The form that was sent, when it belongs to this browser.
    async fn sent(request: Request, web: &Web) -> Result<(Self, Typed), Response> {
        let secret = cookie(request.headers(), PENDING_COOKIE).unwrap_or_default();
        let (visit, typed) = anybodys_form(request, web).await?;
        if !visit.app().form_token_fits(&secret, typed.get("csrf")) {
            return Err(problem(&visit, visit.frame(), Problem::PageTooOld));
        }
        Ok((Self::of(visit, secret).await?, typed))
    }

    fn frame(&self) -> Frame {
        Frame { words: self.words, ..self.visit.frame() }
    }

    fn form(&self, once: &str) -> Form {
        Form::new(self.words, self.visit.app().form_token(&self.secret), once)
    }

    async fn opened(&self, form: &str) -> Result<Opened, Response> {
        let opened = self.visit.app().opened(&self.secret, form).await;
        opened.map_err(|e| refused::failed(&self.visit, &e))?.ok_or_else(over)
    }

    fn page(&self, form: Form, opened: Opened) -> ChoosePage {
        let (words, passkeys) = (self.words, self.visit.app().offers_passkeys());
        let mut ways = vec![Choice::new("app", words.t("choose-way-app"))];
        if opened.has_list {
            ways.push(Choice::new("lijst", words.t("choose-way-list")));
        }
        if passkeys {
            let passkey = Choice::new("passkey", words.t("choose-way-passkey"));
            ways.push(passkey.hint(words.t("choose-way-passkey-about")).with_script());
        }
        let picture = picture(&opened.new_app.uri);
        let (has_list, secret) = (opened.has_list, opened.new_app.secret);
        ChoosePage { frame: self.frame(), form, has_list, passkeys, ways, picture, secret }
    }
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
    let owner = Owner::of(visit, secret).await?;
    let form = owner.form(&owner.visit.app().random_id().simple().to_string());
    let opened = owner.opened(&form.once).await?;
    // Where there is one way without script, nobody has to choose it.
    let form = if opened.has_list { form } else { form.with([("met", "app")]) };
    Ok(html(&owner.page(form, opened)))
}

fn over() -> Response {
    see_other("/activeren?waarom=voorbij")
}

/// The question that makes a passkey, for the script. The password is judged first: a device keeps a passkey also when
/// the form that it was made for comes back.
pub(crate) async fn question(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let (owner, typed) = Owner::sent(request, &web).await?;
    if !password::mistakes(owner.words, &typed).is_empty() {
        return Ok(StatusCode::UNPROCESSABLE_ENTITY.into_response());
    }
    let asked = owner.visit.app().ask_passkey_to_activate(&owner.secret).await;
    let asked = asked.map_err(|e| refused::failed(&owner.visit, &e))?;
    asked.map(json).ok_or_else(|| problem(&owner.visit, owner.frame(), Problem::NotFound))
}

/// Takes both; what is wrong is told at once.
pub(crate) async fn choose(State(web): State<Web>, request: Request) -> Result<Response, Response> {
    let (owner, typed) = Owner::sent(request, &web).await?;
    let once = once(&typed).unwrap_or_else(|| owner.visit.app().random_id()).simple().to_string();
    let opened = owner.opened(&once).await?;
    let words = owner.words;
    let mut errors = password::mistakes(words, &typed);
    let (field, wrong, second) = match typed.get("met") {
        "app" => {
            let code = typed.get("code").to_owned();
            ("code", "account-app-wrong", Some(Second::App { form: once.clone(), code }))
        }
        "lijst" => {
            let code = typed.get("list-code").to_owned();
            ("list-code", "choose-list-wrong", Some(Second::List { code }))
        }
        "passkey" => {
            let (answer, device) = (typed.get("antwoord").to_owned(), owner.visit.device);
            ("met", "choose-passkey-wrong", Some(Second::Passkey { answer, device }))
        }
        _ => ("met", "choose-way-missing", None),
    };
    match second {
        None => errors.put(field, words.t(wrong)),
        Some(second) if errors.is_empty() => {
            let password = typed.get("password").to_owned();
            let (app, caller) = (owner.visit.app(), owner.visit.caller());
            let done = app.activate(&caller, &owner.secret, password, second).await;
            match done.map_err(|e| refused::failed(&owner.visit, &e))? {
                Ok(activated) => return Ok(done_with(&owner, activated)),
                Err(ActivateRefused::Over) => return Ok(over()),
                Err(ActivateRefused::DoesNotFit) => errors.put(field, words.t(wrong)),
            }
        }
        Some(_) => {}
    }
    let form = owner.form(&once).with(typed).but(errors);
    Ok(to_mend(&owner.page(form, opened)))
}

/// To signing in; past the recovery codes, where there are any. They are the answer itself: nothing that could be asked
/// for again keeps them.
fn done_with(owner: &Owner, activated: Activated) -> Response {
    const SIGN_IN: &str = "/inloggen?waarom=klaar";
    let mut response = if activated.recovery.is_empty() {
        see_other(SIGN_IN)
    } else {
        html(&CodesPage { frame: owner.frame(), base: SIGN_IN, codes: activated.recovery, activated: true })
    };
    let line = session_cookie(&owner.visit, PENDING_COOKIE, "");
    response.headers_mut().append(header::SET_COOKIE, line);
    response
}
