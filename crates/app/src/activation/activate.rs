//! Taking the way in: name and code from the slip, then a password and a second factor of one's own.

use domain::sign_in::{CodeKind, Device};
use store::Error;
use store::office::activations::{Activate, Activating, Chosen};
use store::office::factors::Factor;

use crate::App;
use crate::account::NewApp;
use crate::sign_in::{Caller, NewToken, folded_name};

/// How name and code were taken.
pub enum Codes {
    /// The token leads to the choice of password and second factor.
    Right(NewToken),
    /// Name or code is wrong, or the slip was used, or is too old; nobody hears which.
    Wrong,
    TooOften,
}

/// What the page of the choice shows.
#[derive(Clone)]
pub struct Opened {
    pub new_app: NewApp,
    /// There is a printed list.
    pub has_list: bool,
}

/// The second factor that was chosen.
#[derive(Clone)]
pub enum Choice {
    /// A code of the app with the secret of this form.
    App { form: String, code: String },
    /// The first code of the list.
    List { code: String },
    /// What the new passkey answered, and where it was made.
    Passkey { answer: String, device: Device },
}

/// What came of it, to be shown once.
#[derive(Clone, Default)]
pub struct Activated {
    /// Ten, to who chose a passkey; others have none yet.
    pub recovery: Vec<String>,
}

/// Why it did not end.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ActivateRefused {
    #[error("the second factor does not fit")]
    DoesNotFit,
    #[error("the activation is over")]
    Over,
}

impl App {
    /// Takes name and code of a slip. Counted like signing in, with the same name.
    pub async fn open_activation(
        &self,
        caller: &Caller,
        login_name: &str,
        code: &str,
    ) -> Result<Codes, Error> {
        let login_name = folded_name(login_name);
        let name = self.name_token(&login_name);
        let limits = vec![self.of_name_here(name, caller.network), self.of_network(caller.network)];
        let tokens: Vec<[u8; 32]> = limits.iter().map(|limit| limit.token).collect();
        if self.store.take_try(limits).await?.is_none() {
            return Ok(Codes::TooOften);
        }
        let found = match login_name.contains('\0') {
            true => None,
            false => self.store.activation(login_name, self.activation_hash(code)).await?,
        };
        let Some(Activating { activation, .. }) = found else {
            self.store.activation_failed(caller.correlation).await?;
            return Ok(Codes::Wrong);
        };
        let token = self.new_token();
        self.store.keep_activating(token.kept, activation).await?;
        self.store.try_succeeded(tokens[0], tokens[1..].to_vec()).await?;
        Ok(Codes::Right(token))
    }

    /// What there is to choose from; none when the activation is over. `form` is of the form that is shown.
    pub async fn opened(&self, cookie: &str, form: &str) -> Result<Option<Opened>, Error> {
        let Some(now) = self.store.activating(self.kept(cookie)).await? else { return Ok(None) };
        let codes = self.store.codes_left(now.account).await?;
        Ok(Some(Opened { new_app: self.new_app(now.activation, form), has_list: codes.list > 0 }))
    }

    /// Ends the activation with a password and a second factor, both already judged for their form.
    pub async fn activate(
        &self,
        caller: &Caller,
        cookie: &str,
        password: String,
        choice: Choice,
    ) -> Result<Result<Activated, ActivateRefused>, Error> {
        let token = self.kept(cookie);
        let Some(now) = self.store.activating(token).await? else { return Ok(Err(ActivateRefused::Over)) };
        let mut activated = Activated::default();
        let chosen = match choice {
            Choice::App { form, code } => {
                let secret = self.new_secret(now.activation, &form);
                match self.proves(&secret, &code) {
                    Some(step) => Chosen::App { secret, step },
                    None => return Ok(Err(ActivateRefused::DoesNotFit)),
                }
            }
            Choice::List { code } => Chosen::List(Factor::Code {
                kind: CodeKind::List,
                hash: self.code_hash(CodeKind::List, &code),
                number: Some(1),
            }),
            Choice::Passkey { answer, device } => {
                let Some(new) = self.passkey_to_activate(now, &answer, device).await? else {
                    return Ok(Err(ActivateRefused::DoesNotFit));
                };
                let recovery = self.new_codes(CodeKind::Recovery);
                activated.recovery = recovery.codes;
                Chosen::Passkey { new, recovery: recovery.hashes }
            }
        };
        let is_list = matches!(chosen, Chosen::List(_));
        let password_hash = self.hash_password(password).await?;
        let activate = Activate { correlation: caller.correlation, token, password_hash, chosen };
        Ok(match self.store.activate(activate).await? {
            true => Ok(activated),
            false if is_list => Err(ActivateRefused::DoesNotFit),
            false => Err(ActivateRefused::Over),
        })
    }
}
