//! `/mijn/inloggen` and `/werk/inloggen`: one's own way of signing in. The same pages for residents and staff;
//! each has them at the own place, and the other place does not exist for them.

pub(crate) mod codes;
pub(crate) mod mail;
pub(crate) mod passkey;
pub(crate) mod password;
pub(crate) mod second_factor;
pub(crate) mod sessions;

use axum::extract::{FromRequest, FromRequestParts, Query, Request};
use axum::http::request::Parts;
use axum::response::Response;
use domain::sign_in::Device;
use serde::Deserialize;
use text::Words;

use crate::answer::{html, see_other};
use crate::page::Page;
use crate::refused;
use crate::router::Web;
use crate::sent::Sent;
use crate::view::account::{AccountPage, MailCard, PasskeyLine, SessionLine};
use crate::view::{Flash, Tone, Typed};
use crate::wording::moment;

/// Somebody at their own account.
pub(crate) struct OwnPage {
    pub(crate) page: Page,
    /// `/mijn/inloggen` or `/werk/inloggen`.
    pub(crate) base: &'static str,
}

/// A form about one's own account.
pub(crate) struct OwnSent {
    pub(crate) own: OwnPage,
    pub(crate) typed: Typed,
}

impl OwnPage {
    async fn of(page: Page) -> Result<Self, Response> {
        let base = if page.session.post.is_some() { "/werk/inloggen" } else { "/mijn/inloggen" };
        if page.visit.path.starts_with(base) {
            Ok(Self { page: page.in_own_words().await?, base })
        } else {
            Err(refused::not_yours(&page))
        }
    }

    /// Only who gave password and second factor minutes ago (ACC-16); otherwise they are asked first.
    fn confirmed(&self) -> Result<(), Response> {
        if self.page.is_fresh() { Ok(()) } else { Err(self.to_confirm()) }
    }

    fn to_confirm(&self) -> Response {
        see_other(&format!("/opnieuw?terug={}", self.page.visit.path))
    }

    fn failed(&self, error: &app::Error) -> Response {
        refused::failed(&self.page.visit, error)
    }

    /// Back to the overview, which says that it is done.
    fn done(&self, what: &str) -> Response {
        see_other(&format!("{}?klaar={what}", self.base))
    }
}

impl std::ops::Deref for OwnPage {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl FromRequestParts<Web> for OwnPage {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        Self::of(<Page as FromRequestParts<Web>>::from_request_parts(parts, web).await?).await
    }
}

impl FromRequest<Web> for OwnSent {
    type Rejection = Response;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Response> {
        let Sent { page, typed, .. } = Sent::from_request(request, web).await?;
        Ok(Self { own: OwnPage::of(page).await?, typed })
    }
}

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    klaar: String,
}

/// The overview.
pub(crate) async fn overview(own: OwnPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let (app, words) = (own.app(), own.words());
    let means = app.means(&own.session).await.map_err(|e| own.failed(&e))?;
    let sessions = app.own_sessions(&own.session).await.map_err(|e| own.failed(&e))?;
    let notices = app.notices(&own.session).await.map_err(|e| own.failed(&e))?;
    let mail = match own.session.post {
        Some(_) => Some(mail_card(&own).await?),
        // A resident is told in the portal only.
        None => None,
    };
    let passkeys = app.own_passkeys(&own.session).await.map_err(|e| own.failed(&e))?;
    // Nobody takes away the last thing they have to sign in with (decision 0019).
    let only_way = passkeys.len() == 1 && !means.app && means.codes.list == 0;
    let passkeys = passkeys.into_iter().enumerate().map(|(at, key)| PasskeyLine {
        id: key.id.to_string(),
        device: device(words, key.device),
        made: moment(words, key.made_at),
        used: key.used_at.map(|at| moment(words, at)),
        remove: (!only_way).then(|| own.form().called(format!("passkey-{at}"))),
    });
    let sessions = sessions.into_iter().enumerate().map(|(at, line)| SessionLine {
        id: line.id.to_string(),
        device: device(words, line.device),
        began: moment(words, line.began_at),
        seen: moment(words, line.seen_at),
        end: (!line.is_this).then(|| own.form().called(format!("session-{at}"))),
    });
    let changes = notices
        .iter()
        .map(|notice| (moment(words, notice.happened_at), words.code("security", &notice.event)));
    let mut frame = own.frame();
    // They see it here.
    frame.untold = false;
    let flash = match asked.klaar.as_str() {
        "sessie" => Some("account-session-ended"),
        "anders" => Some("account-changed"),
        _ => None,
    };
    frame.flash = flash.map(|key| Flash { tone: Tone::Done, text: words.t(key) });
    Ok(html(&AccountPage {
        frame,
        form: own.form().called("all"),
        base: own.base,
        has_app: means.app,
        list_left: means.codes.list,
        recovery_left: means.codes.recovery,
        mail,
        passkeys: passkeys.collect(),
        offers_passkeys: app.offers_passkeys(),
        sessions: sessions.collect(),
        changes: changes.collect(),
    }))
}

async fn mail_card(own: &OwnPage) -> Result<MailCard, Response> {
    let told = own.app().mail_address(&own.session).await.map_err(|e| own.failed(&e))?;
    let sends = own.visit.web.settings.sends_mail;
    Ok(match told {
        None => MailCard { sends, ..MailCard::default() },
        Some(told) => MailCard { sends, address: Some(told.address.as_str().to_owned()), fails: told.fails },
    })
}

/// "Firefox op Windows"
fn device(words: Words, device: Device) -> String {
    let browser = words.code("browser", device.browser.code());
    let system = words.code("system", device.system.code());
    words.with("account-device", &[("browser", browser.into()), ("system", system.into())])
}
