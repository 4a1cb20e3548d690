//! The two steps of signing in. The first says nothing about what it found; the answer comes after the
//! code, and is the same for a wrong name, a wrong password and a wrong code.

use domain::session::{SIGN_IN_ATTEMPTS, SIGN_IN_WINDOW};
use store::Error;
use store::office::accounts::Account;
use store::office::pending::Pending;
use store::office::sessions::{Begin, Session};
use uuid::Uuid;

use super::code::step_of;
use super::session::NewToken;
use crate::App;

/// The first step was taken; the token leads to the second.
pub struct Begun {
    pub token: NewToken,
}

/// How the second step ended.
pub enum SecondStep {
    /// Signed in: the token is for the session cookie.
    In { token: NewToken, is_staff: bool },
    /// Name, password or code did not fit; nobody hears which.
    Wrong,
    /// Five times wrong: wait a quarter of an hour.
    TooOften,
    /// The first step was too long ago, or never taken.
    StartAgain,
}

/// How signing in again ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Again {
    Confirmed,
    Wrong,
    TooOften,
}

impl App {
    /// Takes name and password. Takes as long for a name nobody has.
    pub async fn first_step(&self, login_name: &str, password: String) -> Result<Begun, Error> {
        let login_name = login_name.trim().to_lowercase();
        // No name holds NUL, and PostgreSQL takes no text with it (DESIGN §4): nobody has this name.
        let account = if login_name.contains('\0') { None } else { self.store.account(login_name).await? };
        let hash = account.as_ref().map(|account| account.password_hash.clone());
        let password_fits = self.passwords.fits(password, hash).await?;
        let token = self.new_token();
        let pending = Pending { account: account.map(|account| account.id), password_fits };
        self.store.keep_pending(token.kept, pending).await?;
        Ok(Begun { token })
    }

    /// Takes the code and, when everything fits, begins a session.
    pub async fn second_step(
        &self,
        correlation: Uuid,
        cookie: &str,
        code: &str,
    ) -> Result<SecondStep, Error> {
        let kept = self.kept(cookie);
        let Some(pending) = self.store.pending(kept).await? else { return Ok(SecondStep::StartAgain) };
        let account = match pending.account {
            Some(id) => self.store.account_by_id(id).await?,
            None => None,
        };
        if account.as_ref().is_some_and(|account| self.too_often(account)) {
            return Ok(SecondStep::TooOften);
        }
        let step = account.as_ref().and_then(|a| step_of(&a.second_factor, code, self.now()));
        let (Some(account), Some(code_step), true) = (account.as_ref(), step, pending.password_fits) else {
            let reason = if pending.password_fits { "code" } else { "password" };
            self.store.sign_in_failed(correlation, account.map(|a| a.id), reason).await?;
            return Ok(SecondStep::Wrong);
        };
        if !account.active {
            self.store.sign_in_failed(correlation, Some(account.id), "inactive").await?;
            return Ok(SecondStep::Wrong);
        }
        let ready = match account.post {
            Some(staff) => self.is_ready_to_work(staff).await?,
            None => true,
        };
        let token = self.new_token();
        let begin = Begin {
            correlation,
            token: token.kept,
            account: account.id,
            staff: account.post,
            ready,
            code_step,
        };
        if self.store.begin_session(begin).await?.is_none() {
            self.store.sign_in_failed(correlation, Some(account.id), "code-used").await?;
            return Ok(SecondStep::Wrong);
        }
        self.store.drop_pending(kept).await?;
        Ok(SecondStep::In { token, is_staff: account.post.is_some() })
    }

    /// Password and code once more, before a sensitive deed (ACC-16).
    pub async fn sign_in_again(
        &self,
        correlation: Uuid,
        session: &Session,
        password: String,
        code: &str,
    ) -> Result<Again, Error> {
        let Some(account) = self.store.account_by_id(session.account).await? else { return Ok(Again::Wrong) };
        if self.too_often(&account) {
            return Ok(Again::TooOften);
        }
        let fits = self.passwords.fits(password, Some(account.password_hash.clone())).await?;
        let step = step_of(&account.second_factor, code, self.now());
        let (true, Some(code_step)) = (fits, step) else {
            self.store.sign_in_failed(correlation, Some(account.id), "again").await?;
            return Ok(Again::Wrong);
        };
        if self.store.confirm_session(correlation, session.id, account.id, code_step).await? {
            Ok(Again::Confirmed)
        } else {
            Ok(Again::Wrong)
        }
    }

    fn too_often(&self, account: &Account) -> bool {
        account.failures >= i64::from(SIGN_IN_ATTEMPTS)
            && self.now().duration_since(account.failed_at) < SIGN_IN_WINDOW
    }
}
