//! One's own way of signing in: where one is signed in, the password, the app, codes that work once.

mod codes;
mod keys;
mod mail;
mod password;
mod second_factor;
mod sessions;

pub use codes::NewCodes;
pub use password::{PasswordRefused, check_password};
pub use second_factor::{AppRefused, NewApp};
pub use sessions::OwnSession;
pub use store::office::factors::CodesLeft;
pub use store::office::mail_address::Told;
pub use store::office::own_account::{Notice, Removed};
pub use store::office::passkeys::PasskeyLine;

use store::Error;
use store::office::own_account::Owner;
use store::office::sessions::Session;
use uuid::Uuid;

use crate::App;

/// The deed asks for password and second factor of a few minutes ago (ACC-16).
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotConfirmed;

/// What an account has to sign in with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Means {
    pub app: bool,
    pub codes: CodesLeft,
}

impl App {
    /// What the account of a session has to sign in with.
    pub async fn means(&self, session: &Session) -> Result<Means, Error> {
        let account = self.store.account_by_id(session.account).await?;
        let codes = self.store.codes_left(session.account).await?;
        Ok(Means { app: account.is_some_and(|account| account.app_secret.is_some()), codes })
    }

    /// What changed about signing in, newest first; from now on it counts as seen.
    pub async fn notices(&self, session: &Session) -> Result<Vec<Notice>, Error> {
        let notices = self.store.notices(session.account).await?;
        if notices.iter().any(|notice| !notice.seen) {
            self.store.notices_seen(session.account).await?;
        }
        Ok(notices)
    }

    fn owner(session: &Session, correlation: Uuid) -> Owner {
        Owner::of(session, correlation)
    }
}
