//! Where somebody at work wants to be told by e-mail that there is something; in the product they are told anyway (PST-13).

use domain::MailAddress;
use store::Error;
use store::office::mail_address::Told;
use store::office::own_account::Change;
use store::office::sessions::Session;
use uuid::Uuid;

use super::NotConfirmed;
use crate::App;

impl App {
    /// The own address; none: no e-mail.
    pub async fn mail_address(&self, session: &Session) -> Result<Option<Told>, Error> {
        self.store.mail_address(session.account).await
    }

    /// Another address for e-mail, or none.
    pub async fn change_mail_address(
        &self,
        correlation: Uuid,
        session: &Session,
        address: Option<MailAddress>,
    ) -> Result<Result<(), NotConfirmed>, Error> {
        let owner = Self::owner(session, correlation);
        let changed = self.store.change_own_account(owner, Change::Mail { address }).await?;
        Ok(if changed { Ok(()) } else { Err(NotConfirmed) })
    }
}
