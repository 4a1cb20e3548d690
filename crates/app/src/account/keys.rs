//! Whether keys on the keyboard do something for the owner of an account (WCAG 2.1.4).

use store::Error;
use store::office::sessions::Session;

use crate::App;

impl App {
    /// Puts them on or off, from the next page on.
    pub async fn put_keys(&self, session: &Session, off: bool) -> Result<(), Error> {
        self.store.put_keys(session.account, off).await
    }
}
