//! Where somebody is signed in, and ending it there. Ended is ended at once: each request asks again.

use domain::SessionId;
use domain::session::{SessionKind, SessionState};
use domain::sign_in::Device;
use jiff::Timestamp;
use store::Error;
use store::office::sessions::Session;
use uuid::Uuid;

use crate::App;

/// A live session of one's own.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnSession {
    pub id: SessionId,
    pub began_at: Timestamp,
    pub seen_at: Timestamp,
    pub device: Device,
    /// The one that asks.
    pub is_this: bool,
}

impl App {
    /// The live sessions of one's own account, the one that asks first, then those used last.
    pub async fn own_sessions(&self, session: &Session) -> Result<Vec<OwnSession>, Error> {
        let lines = self.store.sessions_of(session.account).await?;
        let mut live: Vec<OwnSession> = lines
            .into_iter()
            .filter(|line| {
                let kind = if line.is_staff { SessionKind::Staff } else { SessionKind::Portal };
                let state = SessionState::judge(line.created_at, line.seen_at, self.now(), kind);
                matches!(state, SessionState::Live { .. })
            })
            .map(|line| OwnSession {
                id: line.id,
                began_at: line.created_at,
                seen_at: line.seen_at,
                device: line.device,
                is_this: line.id == session.id,
            })
            .collect();
        live.sort_by_key(|line| !line.is_this);
        Ok(live)
    }

    /// Ends one session of one's own. False: there is no such one.
    pub async fn end_own_session(
        &self,
        correlation: Uuid,
        session: &Session,
        which: SessionId,
    ) -> Result<bool, Error> {
        self.store.end_own_session(Self::owner(session, correlation), which).await
    }

    /// Ends all sessions of one's own but this one; says how many.
    pub async fn end_other_sessions(&self, correlation: Uuid, session: &Session) -> Result<u64, Error> {
        self.store.end_other_sessions(Self::owner(session, correlation)).await
    }
}
