//! A resident asks why somebody looked, and somebody else than who looked answers.

use app::Asker;
use app::inquiry::{Answer, Ask, Name};
use app::portal::ReadLooks;
use app::sign_in::{Caller, SessionNow};
use uuid::Uuid;

use super::{Loader, Why, failed, refused};
use crate::demo::code::code_of;
use crate::demo::content::inquiries::Inquiry;
use crate::demo::plan::instant;

/// The one who numbers the record while the world is made; a line has a name only when it has its number.
const NODE: Uuid = Uuid::from_u128(1);

impl Loader<'_> {
    pub(super) async fn inquire(&mut self, it: &'static Inquiry) -> Result<(), Why> {
        while self.store.sequence(NODE).await.map_err(failed)?.unwrap_or_default() > 0 {}
        let dossier = self.opened(it.resident)?.dossier;
        let (staff, at) = (self.post(it.looker)?, instant(it.looked, self.story_day));
        let asker = self.resident(it.resident).await?;
        let read = self.app.look(asker, ReadLooks(dossier)).await.map_err(refused)?;
        let read = read.done().await.map_err(failed)?;
        let look = read.looks.iter().find(|look| look.staff == Some(staff) && look.at == at);
        let look = look.and_then(|look| look.id).ok_or("nobody looked then")?;
        let ask = Ask { dossier, look, words: it.words.to_owned(), wants_name: false };
        let inquiry = self.app.perform(asker, ask).await.map_err(refused)?;
        self.inquiries.insert((it.resident, it.looker), inquiry);
        Ok(())
    }

    pub(super) async fn answer(&mut self, it: &'static Inquiry) -> Result<(), Why> {
        let Some((by, _, text)) = it.answer else { return Ok(()) };
        let inquiry = *self.inquiries.get(&(it.resident, it.looker)).ok_or("nothing was asked")?;
        let asker = self.asker(by, super::sign_in::Wanted::Live).await?;
        self.app
            .perform(asker, Answer { inquiry, text: text.to_owned(), name: Name::Kept })
            .await
            .map_err(refused)
    }

    /// Who asks: this resident, signed in now.
    pub(super) async fn resident(&self, key: &str) -> Result<Asker, Why> {
        let person = self.world.residents.iter().find(|resident| resident.key == key).map(|it| it.person);
        let account = self.world.portal_accounts.iter().find(|account| Some(account.person) == person);
        let account = account.ok_or_else(|| format!("{key} cannot sign in"))?;
        let caller = Caller::house(self.store.random_id());
        let code = code_of(account.totp_secret, self.store.now());
        let signed_in =
            self.app.sign_in(&caller, account.login_name, account.password.to_owned(), code).await;
        let token =
            signed_in.map_err(|why| why.to_string())?.ok_or_else(|| format!("{key} could not sign in"))?;
        match self.app.session(&token.cookie).await.map_err(failed)? {
            SessionNow::Live { session, .. } => Ok(self.app.asker(session.id, self.store.random_id())),
            SessionNow::None | SessionNow::Over(_) => Err(format!("{key} was signed out at once")),
        }
    }
}
