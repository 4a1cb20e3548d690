//! Another app, or another phone with the app. The new secret is shown, proved with a code, and only then
//! takes the place of the old one.

use store::Error;
use store::office::own_account::Change;
use store::office::sessions::Session;
use totp_rs::Secret;
use uuid::Uuid;

use crate::App;
use crate::sign_in::step_of;

/// Bytes of a secret, as RFC 4226 advises.
const SECRET_BYTES: usize = 20;

/// A secret to put into an app. Nothing is kept of it until it is proved: it is made from what this house
/// knows and from this one form, so the same form gives the same secret.
#[derive(Clone)]
pub struct NewApp {
    /// Base32, in groups of four.
    pub secret: String,
    /// What the picture for the camera says.
    pub uri: String,
}

/// Why an app is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AppRefused {
    #[error("the code does not fit")]
    WrongCode,
    #[error("not confirmed shortly ago")]
    NotConfirmed,
}

impl App {
    /// The secret of a form: `form` is of this form alone, `of` of whoever it was made for.
    pub fn new_app(&self, of: Uuid, form: &str) -> NewApp {
        let base32 = self.new_secret(of, form);
        let groups: Vec<&str> =
            base32.as_bytes().chunks(4).filter_map(|it| std::str::from_utf8(it).ok()).collect();
        NewApp {
            secret: groups.join(" "),
            uri: format!("otpauth://totp/Samendossier?secret={base32}&issuer=Samendossier"),
        }
    }

    pub(crate) fn new_secret(&self, of: Uuid, form: &str) -> String {
        let whole = format!("{}:{form}", of.simple());
        let secret = self.store.tag("secret of an app", whole.as_bytes());
        Secret::from(secret[..SECRET_BYTES].to_vec()).to_base32()
    }

    /// The step whose code was typed, when it is one of the new secret.
    pub(crate) fn proves(&self, secret: &str, code: &str) -> Option<i64> {
        step_of(secret, code, self.now())
    }

    /// Puts another app in the place of the old one; every other session ends.
    pub async fn change_app(
        &self,
        correlation: Uuid,
        session: &Session,
        form: &str,
        code: &str,
    ) -> Result<Result<(), AppRefused>, Error> {
        let secret = self.new_secret(session.id.uuid(), form);
        let Some(step) = self.proves(&secret, code) else { return Ok(Err(AppRefused::WrongCode)) };
        let owner = Self::owner(session, correlation);
        let changed = self.store.change_own_account(owner, Change::App { secret, step }).await?;
        Ok(if changed { Ok(()) } else { Err(AppRefused::NotConfirmed) })
    }
}
