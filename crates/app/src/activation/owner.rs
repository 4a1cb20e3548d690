//! How to address whoever holds a code from the desk: *u*, or *je* to a young person (ux §3.5). They are not signed in, so
//! the house asks for them, by a policy of its own.

use domain::{AccountId, BirthDate};
use policy::Job;
use policy::actions::{AddressOwner, OfAccount};
use store::{Asker, Error, NotDone, Undone, UseCase, Who, Work};
use uuid::Uuid;

use crate::App;

/// When the owner of an account was born.
#[derive(Clone, Copy, Debug)]
struct BornWhen(AccountId);

impl UseCase for BornWhen {
    type Action = AddressOwner;
    type Out = BirthDate;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfAccount {
        OfAccount(self.0)
    }

    async fn run(self, work: &mut Work<'_, AddressOwner>) -> Result<BirthDate, Undone<Self::Refusal>> {
        Ok(store::client::owner::birth_date_of_owner(work).await?)
    }
}

impl App {
    /// When the owner of the activation behind a cookie was born; unknown when it is over, or of staff.
    pub async fn born_of_opened(&self, correlation: Uuid, cookie: &str) -> Result<BirthDate, Error> {
        let Some(now) = self.store.activating(self.kept(cookie)).await? else {
            return Ok(BirthDate::UNKNOWN);
        };
        // A worker may be a client too; that is none of their work account's business (ACC-05).
        let account = self.store.account_by_id(now.account).await?;
        if account.is_none_or(|account| account.post.is_some()) {
            return Ok(BirthDate::UNKNOWN);
        }
        let asker = Asker { who: Who::System(Job::Activation), correlation };
        match self.look(asker, BornWhen(now.account)).await {
            Ok(awaiting) => awaiting.done().await,
            Err(NotDone::Failed(e)) => Err(e),
            Err(NotDone::Denied { .. } | NotDone::SignedOut) => Ok(BirthDate::UNKNOWN),
            Err(NotDone::Rejected(never)) => match never {},
        }
    }
}
