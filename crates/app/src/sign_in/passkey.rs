//! Passkeys: a key in a device, unlocked by its owner, answers a question that is asked once. One step, two
//! factors, and nothing to guess or to fish for. All of the standard is webauthn-rs; it stays in this file and
//! the next one to it (decision 0014).

use std::sync::Arc;

use domain::sign_in::Device;
use domain::{AccountId, PasskeyId};
use store::Error;
use store::office::activations::Activating;
use store::office::factors::Factor;
use store::office::own_account::{Change, Owner, Removed};
use store::office::passkeys::{NewPasskey, PasskeyLine};
use store::office::sessions::Session;
use uuid::Uuid;
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential,
    RegisterPublicKeyCredential, Url,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};

use super::caller::Caller;
use super::steps::{Again, SecondStep};
use crate::App;

/// The name that a device shows beside a passkey.
const SHOWN_AS: &str = "Samendossier";

/// Why passkeys cannot be offered at an address.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("passkeys need an address such as https://dossier.example: https and a name, no path")]
pub struct NoSuchOrigin;

/// Why a passkey was not added.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PasskeyRefused {
    /// The answer does not fit the question, or the question is too old.
    #[error("the answer does not fit")]
    DoesNotFit,
    #[error("not confirmed shortly ago")]
    NotConfirmed,
}

/// What answers to questions about passkeys at one address.
#[derive(Clone)]
pub struct Passkeys(Arc<Webauthn>);

impl Passkeys {
    /// Passkeys of this address, as people type it: `https://dossier.example`. `http` only for `localhost`.
    pub fn at(origin: &str) -> Result<Self, NoSuchOrigin> {
        let url: Url = origin.parse().map_err(|_| NoSuchOrigin)?;
        let name = url.domain().ok_or(NoSuchOrigin)?;
        let plain = url.path() == "/" && url.query().is_none() && url.username().is_empty();
        let safe = url.scheme() == "https" || (url.scheme() == "http" && name == "localhost");
        if !plain || !safe {
            return Err(NoSuchOrigin);
        }
        let built = WebauthnBuilder::new(name, &url).and_then(|it| it.rp_name(SHOWN_AS).build());
        built.map(|it| Self(Arc::new(it))).map_err(|_| NoSuchOrigin)
    }
}

impl App {
    /// The same product, offering passkeys at its address.
    #[must_use]
    pub fn with_passkeys(self, passkeys: Passkeys) -> Self {
        Self { passkeys: Some(passkeys), ..self }
    }

    /// Passkeys are offered.
    pub const fn offers_passkeys(&self) -> bool {
        self.passkeys.is_some()
    }

    /// One's own passkeys.
    pub async fn own_passkeys(&self, session: &Session) -> Result<Vec<PasskeyLine>, Error> {
        self.store.passkeys(session.account).await
    }

    /// The question that makes a new passkey, for the browser. None: they are not offered.
    pub async fn ask_new_passkey(&self, session: &Session) -> Result<Option<String>, Error> {
        self.ask_first(session.account, self.of_new_passkey(session)).await
    }

    /// The same, of who holds a code from the desk. None: they are not offered, or the activation is over.
    pub async fn ask_passkey_to_activate(&self, cookie: &str) -> Result<Option<String>, Error> {
        match self.store.activating(self.kept(cookie)).await? {
            Some(now) => self.ask_first(now.account, self.of_activation(now.activation)).await,
            None => Ok(None),
        }
    }

    async fn ask_first(&self, account: AccountId, token: [u8; 32]) -> Result<Option<String>, Error> {
        let Some(Passkeys(passkeys)) = &self.passkeys else { return Ok(None) };
        // The device shows no name of a person: it may be shared.
        let begun = passkeys.start_passkey_registration(account.uuid(), SHOWN_AS, SHOWN_AS, None);
        let (question, state) = begun.map_err(broken)?;
        let mut question = serde_json::to_value(&question).map_err(broken)?;
        // Kept in the device with whose it is, so that signing in needs no name.
        let wanted = &mut question["publicKey"]["authenticatorSelection"];
        wanted["residentKey"] = "required".into();
        wanted["requireResidentKey"] = true.into();
        let state = serde_json::to_string(&state).map_err(broken)?;
        self.store.keep_question(token, Some(account), state).await?;
        Ok(Some(question.to_string()))
    }

    /// The new passkey that answered, when it fits the question that waits under this token.
    async fn registered(
        &self,
        account: AccountId,
        token: [u8; 32],
        answer: &str,
        device: Device,
    ) -> Result<Option<NewPasskey>, Error> {
        let Some(Passkeys(passkeys)) = &self.passkeys else { return Ok(None) };
        let state = self.store.take_question(token, Some(account)).await?;
        let state = state.and_then(|it| serde_json::from_str::<PasskeyRegistration>(&it).ok());
        let answer = serde_json::from_str::<RegisterPublicKeyCredential>(answer).ok();
        let (Some(state), Some(answer)) = (state, answer) else { return Ok(None) };
        let Ok(passkey) = passkeys.finish_passkey_registration(&answer, &state) else { return Ok(None) };
        let credential = self.credential(passkey.cred_id().as_ref());
        if self.store.passkey(credential).await?.is_some() {
            return Ok(None);
        }
        let body = serde_json::to_string(&passkey).map_err(broken)?;
        Ok(Some(NewPasskey { credential, body, device }))
    }

    /// The passkey that answered in an activation.
    pub(crate) async fn passkey_to_activate(
        &self,
        now: Activating,
        answer: &str,
        device: Device,
    ) -> Result<Option<NewPasskey>, Error> {
        self.registered(now.account, self.of_activation(now.activation), answer, device).await
    }

    /// Adds the passkey that answered.
    pub async fn add_passkey(
        &self,
        correlation: Uuid,
        session: &Session,
        answer: &str,
        device: Device,
    ) -> Result<Result<(), PasskeyRefused>, Error> {
        let token = self.of_new_passkey(session);
        let Some(new) = self.registered(session.account, token, answer, device).await? else {
            return Ok(Err(PasskeyRefused::DoesNotFit));
        };
        let owner = Owner::of(session, correlation);
        let added = self.store.change_own_account(owner, Change::AddPasskey(new)).await?;
        Ok(if added { Ok(()) } else { Err(PasskeyRefused::NotConfirmed) })
    }

    /// Takes one of one's own passkeys away.
    pub async fn remove_passkey(
        &self,
        correlation: Uuid,
        session: &Session,
        id: PasskeyId,
    ) -> Result<Removed, Error> {
        self.store.remove_passkey(Owner::of(session, correlation), id).await
    }

    /// The question to any passkey, for the browser; the same for everybody.
    pub async fn ask_passkey(&self, secret: &str) -> Result<Option<String>, Error> {
        self.ask_any(self.kept(secret)).await
    }

    /// The question to the owner of a session, before a sensitive deed.
    pub async fn ask_passkey_again(&self, session: &Session) -> Result<Option<String>, Error> {
        self.ask_any(self.of_confirming(session)).await
    }

    async fn ask_any(&self, token: [u8; 32]) -> Result<Option<String>, Error> {
        let Some(Passkeys(passkeys)) = &self.passkeys else { return Ok(None) };
        let (question, state) = passkeys.start_discoverable_authentication().map_err(broken)?;
        let mut question = serde_json::to_value(&question).map_err(broken)?;
        if let Some(question) = question.as_object_mut() {
            // Asked with a button, not beside a field.
            question.remove("mediation");
        }
        let state = serde_json::to_string(&state).map_err(broken)?;
        self.store.keep_question(token, None, state).await?;
        Ok(Some(question.to_string()))
    }

    /// Signs in with the passkey that answered. Not counted as a try: a signature cannot be guessed, and so the
    /// owner gets in whatever others try with their name.
    pub async fn sign_in_with_passkey(
        &self,
        caller: &Caller,
        secret: &str,
        answer: &str,
    ) -> Result<SecondStep, Error> {
        let state = self.store.take_question(self.kept(secret), None).await?;
        let Some((account, factor)) = self.answering(state, answer).await? else {
            self.store.sign_in_failed(caller.correlation, None, "passkey").await?;
            return Ok(SecondStep::Wrong);
        };
        let token = self.new_token();
        match self.store.account_by_id(account).await? {
            Some(account) if account.active => {
                let is_staff = account.post.is_some();
                if self.begin_as(caller, &account, factor, &token).await? {
                    return Ok(SecondStep::In { token, is_staff });
                }
            }
            _ => self.store.sign_in_failed(caller.correlation, Some(account), "inactive").await?,
        }
        Ok(SecondStep::Wrong)
    }

    /// Confirms a session with the passkey that answered, when it is its owner's (ACC-16). Not counted, as signing in
    /// with one is not.
    pub async fn confirm_with_passkey(
        &self,
        correlation: Uuid,
        session: &Session,
        answer: &str,
    ) -> Result<Again, Error> {
        let state = self.store.take_question(self.of_confirming(session), None).await?;
        match self.answering(state, answer).await? {
            Some((account, factor)) if account == session.account => {
                self.confirm_as(correlation, session, factor).await
            }
            _ => {
                self.store.sign_in_failed(correlation, Some(session.account), "again").await?;
                Ok(Again::Wrong)
            }
        }
    }

    /// Whose passkey answered the question, and what is to be kept of it.
    async fn answering(
        &self,
        state: Option<String>,
        answer: &str,
    ) -> Result<Option<(AccountId, Factor)>, Error> {
        let Some(Passkeys(passkeys)) = &self.passkeys else { return Ok(None) };
        let state = state.and_then(|it| serde_json::from_str::<DiscoverableAuthentication>(&it).ok());
        let answer = serde_json::from_str::<PublicKeyCredential>(answer).ok();
        let (Some(state), Some(answer)) = (state, answer) else { return Ok(None) };
        let credential = self.credential(answer.get_credential_id());
        let Some(known) = self.store.passkey(credential).await? else { return Ok(None) };
        // The device says whose it is; it must be who we know it of.
        if answer.get_user_unique_id().is_none_or(|whose| whose != known.account.uuid().as_bytes()) {
            return Ok(None);
        }
        let mut passkey: Passkey = serde_json::from_str(&known.body).map_err(broken)?;
        let Ok(result) = passkeys.finish_discoverable_authentication_v2(&answer, state, &passkey) else {
            return Ok(None);
        };
        passkey.update_credential(&result);
        let body = serde_json::to_string(&passkey).map_err(broken)?;
        Ok(Some((known.account, Factor::Passkey { id: known.id, body })))
    }

    fn credential(&self, id: &[u8]) -> [u8; 32] {
        self.store.tag("passkey", id)
    }

    fn of_new_passkey(&self, session: &Session) -> [u8; 32] {
        self.store.tag("new passkey", session.id.uuid().as_bytes())
    }

    fn of_activation(&self, activation: Uuid) -> [u8; 32] {
        self.store.tag("passkey of an activation", activation.as_bytes())
    }

    fn of_confirming(&self, session: &Session) -> [u8; 32] {
        self.store.tag("passkey of a confirmation", session.id.uuid().as_bytes())
    }
}

/// Something of ours did not hold; what was sent by a browser never gets here.
fn broken(_: impl std::error::Error) -> Error {
    Error::Record("a passkey could not be read or written".into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passkeys_belong_to_a_name_over_tls() {
        for good in ["https://dossier.example", "https://dossier.example:8443/", "http://localhost:8080"] {
            assert!(Passkeys::at(good).is_ok(), "{good}");
        }
        for bad in [
            "",
            "dossier.example",
            "http://dossier.example",
            "https://127.0.0.1",
            "https://a.example/pad",
            "https://u@a.example",
        ] {
            assert!(Passkeys::at(bad).is_err(), "{bad}");
        }
    }
}
