//! Signing in as the people of the demo do: name, password, code. A session that is still live is used on.

use app::sign_in::{Caller, SessionNow};
use app::{Asker, Session};
use domain::session::confirmed_recently;

use super::{Loader, Why, failed};
use crate::demo::code::code_of;

/// What a deed wants of a session.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::demo) enum Wanted {
    Live,
    /// Password and code were given minutes ago (ACC-16).
    Fresh,
}

impl Loader<'_> {
    /// Who asks: this member of staff, signed in now.
    pub(super) async fn asker(&mut self, key: &str, wanted: Wanted) -> Result<Asker, Why> {
        let session = self.session(key, wanted).await?;
        Ok(self.app.asker(session.id, self.store.random_id()))
    }

    /// The session of this member of staff, signing in when there is none.
    pub(super) async fn session(&mut self, key: &str, wanted: Wanted) -> Result<Session, Why> {
        let staff = self.world.staff.iter().find(|staff| staff.key == key);
        let staff = staff.ok_or_else(|| format!("nobody is called {key}"))?;
        if let Some(cookie) = self.cookies.get(staff.key) {
            let fresh = |session: &Session| confirmed_recently(Some(session.confirmed_at), self.store.now());
            match self.app.session(cookie).await.map_err(failed)? {
                SessionNow::Live { session, .. } if wanted == Wanted::Live || fresh(&session) => {
                    return Ok(session);
                }
                _ => {}
            }
        }
        let caller = Caller::house(self.store.random_id());
        let code = code_of(staff.totp_secret, self.store.now());
        // Comparing a password is slow on purpose; once for each account is enough.
        let password = &self.posts.get(key).ok_or_else(|| format!("{key} has no account yet"))?.password;
        let signed_in = self.app.sign_in_proven(&caller, staff.login_name, password, code);
        let token = signed_in.await.map_err(failed)?.ok_or_else(|| format!("{key} could not sign in"))?;
        let cookie = token.cookie;
        let session = self.app.session(&cookie).await.map_err(failed)?;
        self.cookies.insert(staff.key, cookie);
        match session {
            SessionNow::Live { session, .. } => Ok(session),
            SessionNow::None | SessionNow::Over(_) => Err(format!("{key} was signed out at once")),
        }
    }
}
