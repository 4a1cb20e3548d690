//! A small browser: keeps cookies, reads form tokens, sends forms. It knows nothing of the product but its pages.

use std::collections::BTreeMap;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

use app::sign_in::Passkeys;
use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Request, header};
use http_body_util::BodyExt;
use jiff::SignedDuration;
use scraper::{Html, Selector};
use testkit::{PASSWORD, World};
use tower::ServiceExt;
use web::Settings;

/// Where the house is, for passkeys.
pub(crate) const ORIGIN: &str = "https://dossier.example";
pub(crate) const FORM: &str = "application/x-www-form-urlencoded";
/// One code is valid this long.
const STEP: i64 = 30;

/// One browser of one person.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    pub(crate) cookies: BTreeMap<String, String>,
    /// The form token of the page that was read last.
    pub(crate) csrf: String,
    /// Where its requests come from.
    pub(crate) address: IpAddr,
    /// What it says that it is.
    pub(crate) agent: String,
}

/// What came back.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) body: Vec<u8>,
}

impl std::fmt::Debug for Answer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {:?}\n{}", self.status, self.headers, self.text())
    }
}

/// The router of a world.
pub(crate) fn router(w: &World) -> Router {
    router_with(w, false)
}

pub(crate) fn router_with(w: &World, secure_cookies: bool) -> Router {
    router_of(w, Settings { secure_cookies, ..Settings::default() })
}

/// The router of a world with these settings and the name of the house.
pub(crate) fn router_of(w: &World, settings: Settings) -> Router {
    let settings =
        Settings { house_name: "Wijkteam Noord".to_owned(), house_phone: "0800 0002".to_owned(), ..settings };
    let passkeys = Passkeys::at(ORIGIN).expect("an address");
    web::router(w.app.clone().with_passkeys(passkeys), settings)
}

impl Browser {
    /// A browser that was never here.
    pub(crate) fn new(w: &World) -> Self {
        Self::at(router(w))
    }

    pub(crate) fn at(router: Router) -> Self {
        let address = IpAddr::V4(Ipv4Addr::new(192, 0, 2, 10));
        Self { router, cookies: BTreeMap::new(), csrf: String::new(), address, agent: String::new() }
    }

    /// The same browser in another network.
    pub(crate) fn from(self, address: &str) -> Self {
        Self { address: address.parse().expect("an address"), ..self }
    }

    /// A browser in which this person has just signed in.
    pub(crate) async fn of(w: &World, who: &'static str) -> Self {
        let mut browser = Self::new(w);
        browser.signs_in(w, who).await;
        browser
    }

    /// Signs in with name, password and code, from the page they begin at.
    pub(crate) async fn signs_in(&mut self, w: &World, who: &'static str) -> Answer {
        self.signs_in_from(w, who, "/inloggen").await
    }

    pub(crate) async fn signs_in_from(&mut self, w: &World, who: &'static str, page: &str) -> Answer {
        let asked = self.get(page).await;
        assert_eq!(asked.status, 200, "{asked:?}");
        let back = asked.field("terug");
        let sent = self.post("/inloggen", &[("name", who), ("password", PASSWORD), ("terug", &back)]).await;
        assert_eq!(sent.status, 303, "{sent:?}");
        let asked = self.get(&sent.location()).await;
        let back = asked.field("terug");
        let code = fresh_code(w, who);
        let done = self.post("/inloggen/code", &[("code", &code), ("terug", &back)]).await;
        assert_eq!(done.status, 303, "{who} signs in: {done:?}");
        self.get("/").await;
        done
    }

    /// Password and code once more.
    pub(crate) async fn signs_in_again(&mut self, w: &World, who: &'static str) {
        self.get("/opnieuw").await;
        let code = fresh_code(w, who);
        let done = self.post("/opnieuw", &[("password", PASSWORD), ("code", &code)]).await;
        assert_eq!(done.status, 303, "{done:?}");
    }

    /// Whether there is a session cookie that leads to a live session.
    pub(crate) async fn is_signed_in(&mut self) -> bool {
        self.get("/").await.text().contains("action=\"/uitloggen\"")
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send("GET", path, None, Vec::new()).await
    }

    /// Sends a form with the token of the last page, unless the fields bring one.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut body = encoded(fields);
        if !fields.iter().any(|(name, _)| *name == "csrf") {
            let token = encoded(&[("csrf", &self.csrf)]);
            body = if body.is_empty() { token } else { format!("{token}&{body}") };
        }
        self.send("POST", path, Some(FORM), body.into_bytes()).await
    }

    pub(crate) async fn send(
        &mut self,
        method: &str,
        path: &str,
        kind: Option<&str>,
        body: Vec<u8>,
    ) -> Answer {
        let kind: Vec<_> = kind.map(|kind| (header::CONTENT_TYPE.as_str(), kind)).into_iter().collect();
        self.send_with(method, path, &kind, body).await
    }

    /// Sends a form with files, with the token of the last page, unless the fields bring one.
    pub(crate) async fn uploads(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &[u8])],
    ) -> Answer {
        let mut body = Vec::new();
        let mut part = |about: &str, bytes: &[u8]| {
            body.extend(format!("--grens\r\nContent-Disposition: form-data; {about}\r\n\r\n").bytes());
            body.extend_from_slice(bytes);
            body.extend(b"\r\n");
        };
        if !fields.iter().any(|(name, _)| *name == "csrf") {
            part("name=\"csrf\"", self.csrf.as_bytes());
        }
        for (name, value) in fields {
            part(&format!("name=\"{name}\""), value.as_bytes());
        }
        for (name, bytes) in files {
            part(&format!("name=\"bestand\"; filename=\"{name}\""), bytes);
        }
        body.extend(b"--grens--\r\n");
        self.send("POST", path, Some("multipart/form-data; boundary=grens"), body).await
    }

    /// Sends anything at all, with the person's cookies.
    pub(crate) async fn send_with(
        &mut self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Vec<u8>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        if !cookies.is_empty() {
            request = request.header(header::COOKIE, cookies.join("; "));
        }
        if !self.agent.is_empty() {
            request = request.header(header::USER_AGENT, &self.agent);
        }
        let mut request = request.body(Body::from(body)).expect("a request");
        request.extensions_mut().insert(ConnectInfo(SocketAddr::new(self.address, 40_000)));
        let response = self.router.clone().oneshot(request).await.expect("the router never fails");
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("the body is there").to_bytes().to_vec();
        let answer = Answer { status: parts.status.as_u16(), headers: parts.headers, body };
        self.keep(&answer);
        answer
    }

    fn keep(&mut self, answer: &Answer) {
        for line in answer.headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().expect("ascii");
            let (pair, flags) = line.split_once(';').unwrap_or((line, ""));
            let (name, value) = pair.split_once('=').expect("a cookie");
            if flags.contains("Max-Age=0") {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let token = answer.field("csrf");
        if !token.is_empty() {
            self.csrf = token;
        }
    }
}

impl Answer {
    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn location(&self) -> String {
        assert_eq!(self.status, 303, "a redirect, not {self:?}");
        self.header("location").to_owned()
    }

    pub(crate) fn set_cookies(&self) -> Vec<String> {
        let lines = self.headers.get_all(header::SET_COOKIE).iter();
        lines.map(|line| line.to_str().expect("ascii").to_owned()).collect()
    }

    /// The id of the request, which stands on every record it made.
    pub(crate) fn request_id(&self) -> uuid::Uuid {
        self.header("x-request-id").parse().expect("every answer names its request")
    }

    /// The value of a form field as a browser reads it; empty when there is none.
    pub(crate) fn field(&self, name: &str) -> String {
        // Most pages are asked for the token alone; a parser would be most of the time of these tests.
        if name == "csrf" {
            let text = self.text();
            let found = text.split_once("name=\"csrf\" value=\"").and_then(|(_, rest)| rest.split_once('"'));
            return found.map_or_else(String::new, |(value, _)| value.to_owned());
        }
        field_of(&self.page(), name)
    }

    /// The page as a browser reads it.
    pub(crate) fn page(&self) -> Html {
        Html::parse_document(&self.text())
    }

    /// Everything but what is different for every request.
    pub(crate) fn but_for_its_id(mut self) -> Self {
        self.headers.remove("x-request-id");
        self.headers.remove("date");
        self
    }
}

/// The value of a form field on a page; empty when there is none.
pub(crate) fn field_of(page: &Html, name: &str) -> String {
    let selector = Selector::parse(&format!("[name=\"{name}\"]")).expect("a selector");
    let Some(element) = page.select(&selector).next() else { return String::new() };
    match element.value().name() {
        "textarea" => element.text().collect(),
        "select" => {
            let chosen = Selector::parse("option[selected]").expect("a selector");
            element.select(&chosen).next().and_then(|o| o.attr("value")).unwrap_or_default().to_owned()
        }
        _ => element.attr("value").unwrap_or_default().to_owned(),
    }
}

/// A code that was not used. The clock goes on before and after, so that no code is used twice.
pub(crate) fn fresh_code(w: &World, who: &'static str) -> String {
    w.clock.advance(SignedDuration::from_secs(STEP));
    let code = w.person(who).code(w.now().as_second() / STEP);
    w.clock.advance(SignedDuration::from_secs(STEP));
    code
}

/// Fields as a browser sends them.
pub(crate) fn encoded(fields: &[(&str, &str)]) -> String {
    let one = |text: &str| {
        let mut out = String::with_capacity(text.len());
        for byte in text.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'*' => out.push(byte.into()),
                b' ' => out.push('+'),
                _ => out.push_str(&format!("%{byte:02X}")),
            }
        }
        out
    };
    fields.iter().map(|(name, value)| format!("{}={}", one(name), one(value))).collect::<Vec<_>>().join("&")
}
