//! A visitor with a browser of the simplest kind: cookies, forms with their token, and what came back.

use std::collections::BTreeMap;

use crate::house::{House, Running};

/// A dossier for drafts: nobody looks whether it is there before somebody files one.
pub const DOSSIER: &str = "01890000-0000-7000-8000-000000000001";

/// Somebody at a running house.
pub struct Visitor<'r> {
    running: &'r Running,
    cookies: BTreeMap<String, String>,
    csrf: String,
}

impl<'r> Visitor<'r> {
    /// Somebody who was never here.
    pub fn at(running: &'r Running) -> Self {
        Self { running, cookies: BTreeMap::new(), csrf: String::new() }
    }

    /// Signs in as somebody who was set up, once in half a minute. Gives the answer to the last form.
    pub fn signs_in(&mut self, house: &House, name: &str) -> String {
        self.get("/inloggen");
        self.post("/inloggen", &[("name", name), ("password", house.told(name, "password"))]);
        self.get("/inloggen/code");
        self.post("/inloggen/code", &[("code", &code(house.told(name, "second factor")))])
    }

    /// The same browser, at another house.
    pub fn goes_to<'o>(&self, running: &'o Running) -> Visitor<'o> {
        Visitor { running, cookies: self.cookies.clone(), csrf: self.csrf.clone() }
    }

    /// Signed in, with the pledge given.
    pub fn at_work(house: &House, running: &'r Running, name: &str) -> Self {
        let mut this = Self::at(running);
        let answer = this.signs_in(house, name);
        assert_eq!(status(&answer), "303", "{answer}");
        let pledge = this.get("/werk/geheimhouding");
        let (_, version) = pledge.split_once("name=\"version\" value=\"").expect("which text is promised");
        let version = version.split('"').next().unwrap_or_default().to_owned();
        let promised = this.post("/werk/geheimhouding", &[("version", &version)]);
        assert_eq!(status(&promised), "303", "{promised}");
        let page = this.get("/werk");
        assert!(is_in(&page), "{page}");
        this
    }

    /// Keeps a draft while they type; gives its id.
    pub fn keeps(&mut self, draft: &str, facts: &str) -> Option<String> {
        let fields = [("draft", draft), ("facts", facts)];
        let answer = self.post(&format!("/werk/notitie/{DOSSIER}/concept"), &fields);
        assert_eq!(status(&answer), "200", "{answer}");
        header(&answer, "draft").map(str::to_owned)
    }

    /// The whole answer; its cookies and form token are kept.
    pub fn get(&mut self, path: &str) -> String {
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}Connection: close\r\n\r\n",
            self.cookie()
        ))
    }

    /// Sends a form with the token of the last page.
    pub fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> String {
        let csrf = self.csrf.clone();
        let pairs: Vec<String> = fields
            .iter()
            .chain(&[("csrf", csrf.as_str())])
            .map(|(name, value)| format!("{name}={}", percent(value)))
            .collect();
        let body = pairs.join("&");
        self.send(&format!(
            "POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{}Content-Type: application/x-www-form-urlencoded\r\n\
             Content-Length: {}\r\nConnection: close\r\n\r\n{body}",
            self.cookie(),
            body.len()
        ))
    }

    fn send(&mut self, request: &str) -> String {
        let answer = self.running.send(request).expect("an answer");
        for line in answer.lines().filter_map(|line| line.strip_prefix("set-cookie: ")) {
            let (name, value) =
                line.split(';').next().and_then(|pair| pair.split_once('=')).expect("a cookie");
            self.cookies.insert(name.to_owned(), value.to_owned());
        }
        if let Some((_, rest)) = answer.split_once("name=\"csrf\" value=\"") {
            self.csrf = rest.split('"').next().unwrap_or_default().to_owned();
        }
        answer
    }

    /// The form token of the last page.
    pub fn csrf(&self) -> &str {
        &self.csrf
    }

    /// The header with its cookies, or nothing.
    pub fn cookie(&self) -> String {
        let pairs: Vec<String> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        if pairs.is_empty() { String::new() } else { format!("Cookie: {}\r\n", pairs.join("; ")) }
    }
}

/// The status of a whole answer.
pub fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

/// Whether it is a page for somebody who is signed in.
pub fn is_in(answer: &str) -> bool {
    status(answer) == "200" && !answer.contains("location: /inloggen")
}

/// A header of a whole answer.
pub fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    answer.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

/// The code of this second factor, now.
#[expect(clippy::disallowed_methods, reason = "somebody with a phone has the time of the real world")]
pub fn code(secret: &str) -> String {
    let secret = totp_rs::Secret::try_from_base32(secret).expect("a secret");
    let totp = totp_rs::Builder::new().with_secret(secret).build().expect("a second factor");
    totp.generate(jiff::Timestamp::now().as_second().unsigned_abs()).to_string()
}

/// As it is written in a form.
pub fn percent(value: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._".contains(byte);
    value.bytes().map(|b| if plain(&b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}
