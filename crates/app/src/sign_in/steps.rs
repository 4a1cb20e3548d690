//! The two steps of signing in. The first says nothing about what it found; the answer comes after the
//! second factor, and is the same for a wrong name, a wrong password and a wrong code. How often one may try
//! depends on what was typed and where from, never on whether somebody has that name.

use domain::sign_in::{Given, Pace};
use store::Error;
use store::office::accounts::Account;
use store::office::factors::Factor;
use store::office::pending::Pending;
use store::office::sessions::{Begin, Confirm, Session};
use uuid::Uuid;

use super::caller::{Caller, folded_name};
use super::factor::Asked;
use super::password::Proven;
use super::session::NewToken;
use crate::App;

/// The first step was taken; the token leads to the second.
pub struct Begun {
    pub token: NewToken,
}

/// How the first step ended.
pub enum FirstStep {
    On(Begun),
    /// This network tried too often, at this name or at all.
    TooOften,
}

/// How the second step ended.
pub enum SecondStep {
    /// Signed in: the token is for the session cookie.
    In { token: NewToken, is_staff: bool },
    /// Name, password or second factor did not fit; nobody hears which.
    Wrong,
    /// Many tried this name: it takes two codes that follow each other. Asked of names that nobody has too.
    TwoCodesPlease,
    /// This network tried too often: wait a quarter of an hour.
    TooOften,
    /// The first step was too long ago, or never taken.
    StartAgain,
}

/// How a password is shown.
enum Shown<'p> {
    Typed(String),
    /// It was found to fit this hash before.
    Before(&'p Proven),
}

/// How signing in again ended.
pub enum Again {
    /// The token takes the place of the one in the session cookie.
    Confirmed(NewToken),
    Wrong,
    TooOften,
}

impl App {
    /// Takes name and password. Takes as long for a name nobody has.
    pub async fn first_step(
        &self,
        caller: &Caller,
        login_name: &str,
        password: String,
    ) -> Result<FirstStep, Error> {
        self.first_step_with(caller, login_name, Shown::Typed(password)).await
    }

    async fn first_step_with(
        &self,
        caller: &Caller,
        login_name: &str,
        password: Shown<'_>,
    ) -> Result<FirstStep, Error> {
        let login_name = folded_name(login_name);
        let name = self.name_token(&login_name);
        if self.is_spent(&[self.of_name_here(name, caller.network)]).await?
            || self.store.take_try(vec![self.of_network(caller.network)]).await?.is_none()
        {
            return Ok(FirstStep::TooOften);
        }
        // No name holds NUL, and PostgreSQL takes no text with it (DESIGN §4): nobody has this name.
        let account = if login_name.contains('\0') { None } else { self.store.account(login_name).await? };
        let hash = account.as_ref().and_then(|account| account.password_hash.clone());
        let password_fits = match password {
            Shown::Typed(password) => self.passwords.fits(password, hash).await?,
            Shown::Before(proven) => hash.is_some_and(|hash| hash == proven.hash()),
        };
        let token = self.new_token();
        let pending = Pending { name, account: account.map(|account| account.id), password_fits };
        self.store.keep_pending(token.kept, pending).await?;
        Ok(FirstStep::On(Begun { token }))
    }

    /// What the page of the second step asks for; the same page for every name.
    pub async fn asked(&self, cookie: &str) -> Result<Asked, Error> {
        let kept = self.kept(cookie);
        match self.store.pending(kept).await? {
            Some(pending) => self.asked_of(&pending).await,
            // Nothing was begun. The form will say so; the page looks like any other.
            None => Ok(Asked { pace: Pace::Usual, number: self.number_asked(None, kept).await? }),
        }
    }

    async fn asked_of(&self, pending: &Pending) -> Result<Asked, Error> {
        let number = self.number_asked(pending.account, pending.name).await?;
        Ok(Asked { pace: self.pace(pending.name).await?, number })
    }

    /// Takes the second factor and, when everything fits, begins a session.
    pub async fn second_step(
        &self,
        caller: &Caller,
        cookie: &str,
        given: &Given,
    ) -> Result<SecondStep, Error> {
        let kept = self.kept(cookie);
        let Some(pending) = self.store.pending(kept).await? else { return Ok(SecondStep::StartAgain) };
        let asked = self.asked_of(&pending).await?;
        if matches!((asked.pace, given), (Pace::TwoCodes, Given::App { next, .. }) if next.trim().is_empty())
        {
            return Ok(SecondStep::TwoCodesPlease);
        }
        // Taken before anything is compared: tries at the same moment are all counted.
        let here = self.of_name_here(pending.name, caller.network);
        if self.store.take_try(vec![here, Self::of_name(pending.name)]).await?.is_none() {
            return Ok(SecondStep::TooOften);
        }
        let token = self.new_token();
        let Some(is_staff) = self.begin(caller, &pending, given, asked, &token).await? else {
            return Ok(SecondStep::Wrong);
        };
        let finished = vec![self.of_network(caller.network).token, pending.name];
        self.store.try_succeeded(here.token, finished).await?;
        self.store.drop_pending(kept).await?;
        Ok(SecondStep::In { token, is_staff })
    }

    /// Begins a session when everything fits, and says whether it is one of staff. What does not fit is on the
    /// record with the reason, which nobody else hears (ACC-19).
    async fn begin(
        &self,
        caller: &Caller,
        pending: &Pending,
        given: &Given,
        asked: Asked,
        token: &NewToken,
    ) -> Result<Option<bool>, Error> {
        let account = match pending.account {
            Some(id) => self.store.account_by_id(id).await?,
            None => None,
        };
        let Some(account) = account else {
            self.store.sign_in_failed(caller.correlation, None, "password").await?;
            return Ok(None);
        };
        let factor = self.fitting(&account, given, asked).await?;
        let reason = match (&factor, pending.password_fits, account.active) {
            (_, false, _) => Some("password"),
            (None, ..) => Some("code"),
            (.., false) => Some("inactive"),
            _ => None,
        };
        let (Some(factor), None) = (factor, reason) else {
            let reason = reason.unwrap_or("code");
            self.store.sign_in_failed(caller.correlation, Some(account.id), reason).await?;
            return Ok(None);
        };
        let begun = self.begin_as(caller, &account, factor, token).await?;
        Ok(begun.then_some(account.post.is_some()))
    }

    /// Begins a session of an account with a factor that fits; false when it was used already.
    pub(super) async fn begin_as(
        &self,
        caller: &Caller,
        account: &Account,
        factor: Factor,
        token: &NewToken,
    ) -> Result<bool, Error> {
        let ready = match account.post {
            Some(staff) => self.is_ready_to_work(staff).await?,
            None => true,
        };
        let begin = Begin {
            correlation: caller.correlation,
            token: token.kept,
            account: account.id,
            staff: account.post,
            ready,
            factor,
            device: caller.device,
        };
        if self.store.begin_session(begin).await?.is_none() {
            self.store.sign_in_failed(caller.correlation, Some(account.id), "code-used").await?;
            return Ok(false);
        }
        Ok(true)
    }

    /// Password and code once more, before a sensitive deed (ACC-16).
    pub async fn sign_in_again(
        &self,
        correlation: Uuid,
        session: &Session,
        password: String,
        given: &Given,
    ) -> Result<Again, Error> {
        let Some(account) = self.store.account_by_id(session.account).await? else { return Ok(Again::Wrong) };
        // Counted for this session: who guesses at an unlocked screen does not slow its owner elsewhere.
        let limit = self.of_session(session.id);
        if self.store.take_try(vec![limit]).await?.is_none() {
            return Ok(Again::TooOften);
        }
        let fits = self.passwords.fits(password, account.password_hash.clone()).await?;
        let asked = self.asked_in(session).await?;
        let (true, Some(factor)) = (fits, self.fitting(&account, given, asked).await?) else {
            self.store.sign_in_failed(correlation, Some(account.id), "again").await?;
            return Ok(Again::Wrong);
        };
        let again = self.confirm_as(correlation, session, factor).await?;
        if matches!(again, Again::Confirmed(_)) {
            self.store.try_succeeded(limit.token, Vec::new()).await?;
        }
        Ok(again)
    }

    /// Confirms a session with a factor that fits its account, under a new token.
    pub(super) async fn confirm_as(
        &self,
        correlation: Uuid,
        session: &Session,
        factor: Factor,
    ) -> Result<Again, Error> {
        let token = self.new_token();
        let (id, account) = (session.id, session.account);
        let confirm = Confirm { correlation, session: id, account, token: token.kept, factor };
        if self.store.confirm_session(confirm).await? {
            return Ok(Again::Confirmed(token));
        }
        self.store.sign_in_failed(correlation, Some(account), "again").await?;
        Ok(Again::Wrong)
    }

    /// What signing in again asks for: who is signed in gave two codes already, if they were needed.
    pub async fn asked_in(&self, session: &Session) -> Result<Asked, Error> {
        let left = self.store.codes_left(session.account).await?;
        Ok(Asked { pace: Pace::Usual, number: left.next_on_list.unwrap_or_default() })
    }

    /// Both steps at once, for tools that sign in as somebody: `None` when something does not fit.
    pub async fn sign_in(
        &self,
        caller: &Caller,
        login_name: &str,
        password: String,
        code: String,
    ) -> Result<Option<NewToken>, Error> {
        self.both_steps(caller, login_name, Shown::Typed(password), code).await
    }

    /// The same with a password that was proven before: `None` as well when the account has another one by now.
    /// Comparing is slow on purpose, and a demo world takes five hundred sign-ins.
    pub async fn sign_in_proven(
        &self,
        caller: &Caller,
        login_name: &str,
        password: &Proven,
        code: String,
    ) -> Result<Option<NewToken>, Error> {
        self.both_steps(caller, login_name, Shown::Before(password), code).await
    }

    async fn both_steps(
        &self,
        caller: &Caller,
        login_name: &str,
        password: Shown<'_>,
        code: String,
    ) -> Result<Option<NewToken>, Error> {
        let FirstStep::On(begun) = self.first_step_with(caller, login_name, password).await? else {
            return Ok(None);
        };
        let given = Given::App { code, next: String::new() };
        match self.second_step(caller, &begun.token.cookie, &given).await? {
            SecondStep::In { token, .. } => Ok(Some(token)),
            _ => Ok(None),
        }
    }
}
