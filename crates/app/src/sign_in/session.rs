//! The session behind a cookie. The cookie holds a random token; the store only its keyed hash.

use domain::session::{SessionKind, SessionState};
use jiff::Timestamp;
use store::Error;
use store::office::sessions::Session;
use uuid::Uuid;

use crate::App;

/// Tokens are tagged apart from everything else.
const CONTEXT: &str = "session";
/// Forms of browsers that are not signed in, and of sessions: no token of the one is one of the other.
const FORM: &str = "form";
const SESSION_FORM: &str = "form of a session";

/// A token for the cookie, and what the store keeps of it.
pub struct NewToken {
    /// Goes into the cookie: 64 hex digits.
    pub cookie: String,
    pub(crate) kept: [u8; 32],
}

/// What a cookie leads to now.
pub enum SessionNow {
    /// No cookie of ours, or a session that nobody remembers.
    None,
    /// Over: what was typed in it can still be kept for its owner.
    Over(Session),
    /// Live until `ends_at` if nothing is done.
    Live { session: Session, ends_at: Timestamp },
}

impl App {
    /// A fresh token.
    pub fn new_token(&self) -> NewToken {
        let random = self.store.random32();
        let cookie: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let kept = self.kept(&cookie);
        NewToken { cookie, kept }
    }

    pub(crate) fn kept(&self, cookie: &str) -> [u8; 32] {
        self.store.tag(CONTEXT, cookie.as_bytes())
    }

    /// The session behind a cookie, as it is at this moment (ACC-17).
    pub async fn session(&self, cookie: &str) -> Result<SessionNow, Error> {
        if cookie.len() != 64 {
            return Ok(SessionNow::None);
        }
        let Some(session) = self.store.session(self.kept(cookie)).await? else { return Ok(SessionNow::None) };
        let kind = if session.post.is_some() { SessionKind::Staff } else { SessionKind::Portal };
        let state = SessionState::judge(session.created_at, session.seen_at, self.now(), kind);
        match (session.ended_at, state) {
            (None, SessionState::Live { .. }) => {
                // The idle end moves with what is written down, which is at most twice a minute.
                let seen_at = self.store.session_seen(&session).await?;
                match SessionState::judge(session.created_at, seen_at, self.now(), kind) {
                    SessionState::Live { ends_at } => Ok(SessionNow::Live { session, ends_at }),
                    _ => Ok(SessionNow::Over(session)),
                }
            }
            _ => Ok(SessionNow::Over(session)),
        }
    }

    /// When the same account was last here before this session; none at the first visit.
    pub async fn previous_visit(&self, session: &Session) -> Result<Option<Timestamp>, Error> {
        self.store.previous_visit(session).await
    }

    /// Ends a session.
    pub async fn sign_out(&self, correlation: Uuid, session: &Session) -> Result<(), Error> {
        self.store.end_session(correlation, session.id).await
    }

    /// The form token of a browser that is not signed in: only pages made for its cookie hold it.
    pub fn form_token(&self, cookie: &str) -> String {
        hex(self.store.tag(FORM, cookie.as_bytes()))
    }

    /// Whether a form came from a page made for this cookie; in constant time.
    pub fn form_token_fits(&self, cookie: &str, typed: &str) -> bool {
        self.tag_typed_fits(FORM, cookie.as_bytes(), typed)
    }

    /// The form token of a session. Of the session and not of its cookie: that one changes when the owner signs in
    /// again, and a form in another tab must not be lost by it.
    pub fn session_form_token(&self, session: &Session) -> String {
        hex(self.store.tag(SESSION_FORM, session.id.uuid().as_bytes()))
    }

    /// Whether a form came from a page made for this session; in constant time.
    pub fn session_form_token_fits(&self, session: &Session, typed: &str) -> bool {
        self.tag_typed_fits(SESSION_FORM, session.id.uuid().as_bytes(), typed)
    }

    fn tag_typed_fits(&self, context: &str, data: &[u8], typed: &str) -> bool {
        let mut tag = [0_u8; 32];
        if typed.len() != 64 || !typed.is_ascii() {
            return false;
        }
        for (byte, pair) in tag.iter_mut().zip(typed.as_bytes().chunks(2)) {
            let Ok(pair) = std::str::from_utf8(pair) else { return false };
            let Ok(value) = u8::from_str_radix(pair, 16) else { return false };
            *byte = value;
        }
        self.store.tag_fits(context, data, &tag)
    }

    /// Keeps a form that was sent when the session was already over.
    pub async fn keep_form(&self, session: &Session, path: String, body: String) -> Result<(), Error> {
        self.store.keep_form(session.account, path, body).await
    }

    /// Gives back what was sent to `path`, once.
    pub async fn take_form(&self, session: &Session, path: String) -> Result<Option<crate::KeptForm>, Error> {
        self.store.take_form(session.account, path).await
    }
}

fn hex(tag: [u8; 32]) -> String {
    tag.iter().map(|byte| format!("{byte:02x}")).collect()
}
