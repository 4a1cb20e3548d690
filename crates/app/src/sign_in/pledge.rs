//! What staff need before they see anything of a client (ACC-13), asked at every sign-in.

use domain::{NotReady, Readiness, StaffId, amsterdam_date};
use store::Error;
use store::office::sessions::Session;
use uuid::Uuid;

use crate::App;

/// The version of the pledge that is to be signed. A new text has a new number, and is signed again.
pub const PLEDGE_TEXT: u32 = 1;

/// What a post may do now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReadyState {
    /// Everything is in order; perhaps something expires soon.
    Ready(Option<domain::Warning>),
    /// Something is missing.
    NotReady(Vec<NotReady>),
}

impl App {
    /// What a post lacks, if anything.
    pub async fn ready_state(&self, staff: StaffId) -> Result<ReadyState, Error> {
        let facts = self.store.readiness(staff).await?;
        Ok(match Readiness::judge(&facts, amsterdam_date(self.now()), PLEDGE_TEXT) {
            Ok(readiness) => ReadyState::Ready(readiness.warning),
            Err(missing) => ReadyState::NotReady(missing),
        })
    }

    /// When the present text of the pledge was signed, if it was.
    pub async fn pledge_signed_at(&self, staff: StaffId) -> Result<Option<jiff::Timestamp>, Error> {
        self.store.pledge_signed_at(staff, PLEDGE_TEXT).await
    }

    pub(super) async fn is_ready_to_work(&self, staff: StaffId) -> Result<bool, Error> {
        Ok(matches!(self.ready_state(staff).await?, ReadyState::Ready(_)))
    }

    /// Signs the pledge; the session may open client data when nothing else is missing.
    pub async fn sign_pledge(&self, correlation: Uuid, session: &Session) -> Result<(), Error> {
        let Some(post) = &session.post else { return Ok(()) };
        self.store.sign_pledge(correlation, post.staff, PLEDGE_TEXT).await?;
        let ready = self.is_ready_to_work(post.staff).await?;
        self.store.session_ready(session.id, ready).await
    }
}
