//! Who asks, in which words, and what stands around the answer. No `Page` without an actor.

use std::sync::Arc;

use app::portal::OwnBirthDate;
use app::sign_in::{Caller, SessionNow};
use app::{App, Asker, Awaiting, NotDone, Post, Session, UseCase};
use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use axum::response::Response;
use domain::sign_in::{Device, Network};
use domain::{amsterdam, amsterdam_date};
use jiff::Timestamp;
use text::{Address, Lang, Words};
use uuid::Uuid;

use crate::answer;
use crate::device;
use crate::peer::Peer;
use crate::refused;
use crate::router::Web;
use crate::theme::Theme;
use crate::view::frame::Menu;
use crate::view::{Frame, House, Section, SessionEnd, SignedIn};
use crate::wording::address_of_born;

pub(crate) const SESSION_COOKIE: &str = "sessie";
pub(crate) const LANGUAGE_COOKIE: &str = "taal";

/// The id of one request: in the log, on the error page, and on every record it makes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct RequestId(pub(crate) Uuid);

/// Anybody's request.
#[derive(Clone)]
pub(crate) struct Visit {
    pub(crate) web: Web,
    pub(crate) request: Uuid,
    /// Where it comes from, past the proxies that the settings trust.
    pub(crate) peer: Peer,
    pub(crate) path: String,
    pub(crate) words: Words,
    /// The session cookie as it was sent.
    pub(crate) cookie: Option<String>,
    pub(crate) network: Network,
    pub(crate) device: Device,
    /// The form that was sent, when it may be given back: what was typed outlives an outage.
    pub(crate) sent: Option<Arc<crate::view::Typed>>,
}

/// The request of somebody who is signed in.
#[derive(Clone)]
pub(crate) struct Page {
    pub(crate) visit: Visit,
    pub(crate) session: Session,
    ends_at: Timestamp,
}

/// A signed-in member of staff whose preconditions are in order (ACC-13).
#[derive(Clone)]
pub(crate) struct StaffPage {
    pub(crate) page: Page,
    pub(crate) post: Post,
}

/// A signed-in resident.
#[derive(Clone)]
pub(crate) struct ResidentPage(pub(crate) Page);

/// The value of a cookie, when it was sent.
pub(crate) fn cookie(headers: &HeaderMap, name: &str) -> Option<String> {
    headers
        .get_all(header::COOKIE)
        .iter()
        // Byte for byte: one cookie that another site of the domain planted in strange letters must not hide ours.
        .flat_map(|line| line.as_bytes().split(|byte| *byte == b';'))
        .filter_map(|pair| std::str::from_utf8(pair).ok()?.trim().split_once('='))
        .find(|(found, _)| *found == name)
        .map(|(_, value)| value.to_owned())
}

impl Visit {
    pub(crate) fn of(parts: &Parts, web: &Web) -> Self {
        let request = parts.extensions.get::<RequestId>().map_or_else(Uuid::nil, |id| id.0);
        let lang = match cookie(&parts.headers, LANGUAGE_COOKIE).as_deref() {
            Some("en") => Lang::En,
            _ => Lang::Nl,
        };
        let peer = Peer::of(parts, &web.settings.trusted_proxies);
        Self {
            web: web.clone(),
            request,
            network: Network::of(peer.address),
            peer,
            path: parts.uri.path().to_owned(),
            words: Words::new(lang, Address::Formal),
            cookie: cookie(&parts.headers, SESSION_COOKIE),
            device: device::said(&parts.headers),
            sent: None,
        }
    }

    pub(crate) fn app(&self) -> &App {
        &self.web.app
    }

    /// Who tries to sign in.
    pub(crate) const fn caller(&self) -> Caller {
        Caller { correlation: self.request, network: self.network, device: self.device }
    }

    pub(crate) fn house(&self) -> House {
        let settings = &self.web.settings;
        House {
            name: settings.house_name.clone(),
            phone: settings.house_phone.clone(),
            visit: settings.house_visit.clone(),
            hours: settings.house_hours.clone(),
            theme: settings.theme.as_ref().map(Theme::link),
        }
    }

    /// The frame of a page for anybody.
    pub(crate) fn frame(&self) -> Frame {
        // The front door is Dutch: only the worker app has English.
        let words = Words::new(Lang::Nl, Address::Formal);
        Frame::public(words, self.path.clone(), self.house())
    }

    /// What the cookie leads to. A failing store is an answer of its own.
    pub(crate) async fn session_now(&self) -> Result<SessionNow, Response> {
        let Some(cookie) = &self.cookie else { return Ok(SessionNow::None) };
        self.app().session(cookie).await.map_err(|e| refused::failed(self, &e))
    }

    /// The page of the signed-in person, or none.
    pub(crate) async fn page(&self) -> Result<Option<Page>, Response> {
        match self.session_now().await? {
            SessionNow::Live { session, ends_at } => {
                let mut visit = self.clone();
                visit.words = match session.post {
                    Some(_) => Words::staff(self.words.lang),
                    // The portal is Dutch; one's own age decides on u or je where it is known.
                    None => Words::new(Lang::Nl, Address::Formal),
                };
                Ok(Some(Page { visit, session, ends_at }))
            }
            _ => Ok(None),
        }
    }
}

impl FromRequestParts<Web> for Visit {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        Ok(Self::of(parts, web))
    }
}

impl FromRequestParts<Web> for Page {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let visit = Visit::of(parts, web);
        let over = visit.cookie.is_some();
        match visit.page().await? {
            Some(page) => Ok(page),
            None => Err(answer::to_sign_in(&visit.path, over)),
        }
    }
}

impl OptionalFromRequestParts<Web> for Page {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Option<Self>, Response> {
        Visit::of(parts, web).page().await
    }
}

impl FromRequestParts<Web> for StaffPage {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        <Page as FromRequestParts<Web>>::from_request_parts(parts, web).await?.into_staff()
    }
}

impl FromRequestParts<Web> for ResidentPage {
    type Rejection = Response;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, Response> {
        let page = <Page as FromRequestParts<Web>>::from_request_parts(parts, web).await?;
        if page.session.post.is_some() { Err(refused::not_yours(&page)) } else { Ok(Self(page)) }
    }
}

impl Page {
    pub(crate) fn app(&self) -> &App {
        self.visit.app()
    }

    pub(crate) fn words(&self) -> Words {
        self.visit.words
    }

    pub(crate) fn t(&self, key: &str) -> String {
        self.words().t(key)
    }

    pub(crate) fn asker(&self) -> Asker {
        self.app().asker(self.session.id, self.visit.request)
    }

    pub(crate) fn csrf(&self) -> String {
        self.app().session_form_token(&self.session)
    }

    pub(crate) fn today(&self) -> jiff::civil::Date {
        amsterdam_date(self.app().now())
    }

    /// Signed in again shortly ago, so that a sensitive deed may be asked for (ACC-16).
    pub(crate) fn is_fresh(&self) -> bool {
        domain::session::confirmed_recently(Some(self.session.confirmed_at), self.app().now())
    }

    /// Only staff, and only when nothing is missing (ACC-13); otherwise to where it can be mended.
    pub(crate) fn into_staff(self) -> Result<StaffPage, Response> {
        match (self.session.post.clone(), self.session.ready) {
            (None, _) => Err(refused::not_yours(&self)),
            (Some(_), false) => Err(answer::see_other("/werk/niet-klaar")),
            (Some(post), true) => Ok(StaffPage { page: self, post }),
        }
    }

    /// The page in *u* or *je*, by the reader's own age, where no dossier is read that tells it (ux §3.5).
    pub(crate) async fn in_own_words(mut self) -> Result<Self, Response> {
        if self.session.post.is_some() {
            return Ok(self);
        }
        let born = match self.app().look(self.asker(), OwnBirthDate).await {
            Ok(awaiting) => awaiting.done().await.map_err(|e| refused::failed(&self.visit, &e))?,
            Err(NotDone::Failed(e)) => return Err(refused::failed(&self.visit, &e)),
            // Who acts for another has no portal of their own yet: u, as for everybody of no known age.
            Err(NotDone::Denied { .. } | NotDone::SignedOut) => return Ok(self),
            Err(NotDone::Rejected(never)) => match never {},
        };
        let address = address_of_born(&born, self.today());
        self.visit.words = Words::new(self.visit.words.lang, address);
        Ok(self)
    }

    /// The frame of a page for this person.
    pub(crate) fn frame(&self) -> Frame {
        let words = self.words();
        let (section, who) = match &self.session.post {
            Some(post) => {
                let menu = Menu {
                    cases: post.function.carries_cases(),
                    intake: post.function.takes_in(),
                    contacts: post.function.takes_in() && post.team.is_some(),
                    oversight: post.coordinates_now && post.team.is_some(),
                    team: post.function.coordinates() && post.team.is_some(),
                    inquiries: post.function.coordinates() || post.function.oversees(),
                    oversees: post.function.oversees(),
                    accounts: post.function.administers(),
                };
                let role = words.code("function", post.function.code());
                (Section::Worker(menu), SignedIn { name: post.name.clone(), role })
            }
            None => (Section::Portal, SignedIn { name: self.t("signed-in-self"), role: String::new() }),
        };
        let seconds = self.ends_at.duration_since(self.app().now()).as_secs().max(0);
        let end = SessionEnd {
            until: words.time(amsterdam(self.ends_at).time()),
            seconds: u32::try_from(seconds).unwrap_or(u32::MAX),
        };
        Frame {
            section,
            signed_in: Some(who),
            words,
            csrf: self.csrf(),
            session: Some(end),
            untold: self.session.untold,
            keys: self.session.post.is_some() && !self.session.keys_off,
            ..self.visit.frame()
        }
    }

    /// Looks; a refusal of the policies is the answer.
    pub(crate) async fn look<U>(&self, use_case: U) -> Result<Awaiting<U::Out>, Response>
    where
        U: UseCase<Refusal = std::convert::Infallible>,
    {
        self.app().look(self.asker(), use_case).await.map_err(|e| match e {
            NotDone::Rejected(never) => match never {},
            NotDone::Denied { policies } => refused::denied(self, &policies),
            NotDone::SignedOut => answer::to_sign_in(&self.visit.path, true),
            NotDone::Failed(e) => refused::failed(&self.visit, &e),
        })
    }

    /// Looks and shows: renders while the record is being written, and answers when it is durable.
    pub(crate) async fn show<U, C>(
        &self,
        use_case: U,
        context: &C,
        render: fn(&U::Out, &C) -> Response,
    ) -> Result<Response, Response>
    where
        U: UseCase<Refusal = std::convert::Infallible>,
    {
        let awaiting = self.look(use_case).await?;
        awaiting.show(context, render).await.map_err(|e| refused::failed(&self.visit, &e))
    }

    /// Looks and gives the result when its record is durable.
    pub(crate) async fn read<U>(&self, use_case: U) -> Result<U::Out, Response>
    where
        U: UseCase<Refusal = std::convert::Infallible>,
    {
        self.look(use_case).await?.done().await.map_err(|e| refused::failed(&self.visit, &e))
    }

    /// Performs; what the person can mend comes back as the inner error.
    pub(crate) async fn perform<U: UseCase>(
        &self,
        use_case: U,
    ) -> Result<Result<U::Out, U::Refusal>, Response> {
        match self.app().perform(self.asker(), use_case).await {
            Ok(out) => Ok(Ok(out)),
            Err(NotDone::Rejected(why)) => Ok(Err(why)),
            Err(NotDone::Denied { policies }) => Err(refused::denied(self, &policies)),
            Err(NotDone::SignedOut) => Err(answer::to_sign_in(&self.visit.path, true)),
            Err(NotDone::Failed(e)) => Err(refused::failed(&self.visit, &e)),
        }
    }
}

impl std::ops::Deref for StaffPage {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.page
    }
}

impl std::ops::Deref for ResidentPage {
    type Target = Page;

    fn deref(&self) -> &Page {
        &self.0
    }
}
