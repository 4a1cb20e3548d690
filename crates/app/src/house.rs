//! The running product: the store, and the limits that hold over all requests.

use std::sync::{Arc, OnceLock};

use domain::SessionId;
use jiff::Timestamp;
use store::{Asker, Awaiting, Error, NoneDone, NotDone, Store, UseCase, Who};
use uuid::Uuid;

use crate::model::Model;
use crate::sign_in::{Passkeys, Passwords};

/// The product. Cheap to clone.
#[derive(Clone)]
pub struct App {
    pub(crate) store: Store,
    pub(crate) passwords: Arc<Passwords>,
    pub(crate) passkeys: Option<Passkeys>,
    pub(crate) documents: Option<crate::document::Desk>,
    /// Made when it is first asked for; the policies do not change while the product runs.
    pub(crate) model: Arc<OnceLock<Model>>,
}

impl App {
    /// The product over an open store. Prepares the hash that unknown names are compared with, which
    /// takes as long as one sign-in.
    pub fn new(store: Store) -> Self {
        let passwords = Arc::new(Passwords::new(store.random32(), store.random32()));
        Self { store, passwords, passkeys: None, documents: None, model: Arc::default() }
    }

    /// Performs a use case that only reads.
    pub async fn look<U: UseCase>(
        &self,
        asker: Asker,
        use_case: U,
    ) -> Result<Awaiting<U::Out>, NotDone<U::Refusal>> {
        self.store.look(asker, use_case).await
    }

    /// Performs a use case that changes something.
    pub async fn perform<U: UseCase>(
        &self,
        asker: Asker,
        use_case: U,
    ) -> Result<U::Out, NotDone<U::Refusal>> {
        self.store.perform(asker, use_case).await
    }

    /// Performs the same use case for several things: all of them, or none.
    pub async fn perform_all<U: UseCase>(
        &self,
        asker: Asker,
        use_cases: Vec<U>,
    ) -> Result<Vec<U::Out>, Vec<NoneDone<U::Refusal>>> {
        self.store.perform_all(asker, use_cases).await
    }

    /// Who asks, for one request.
    pub fn asker(&self, session: SessionId, correlation: Uuid) -> Asker {
        Asker { who: Who::Session(session), correlation }
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.store.now()
    }

    /// A fresh random id: of a request, of a form.
    pub fn random_id(&self) -> Uuid {
        self.store.random_id()
    }

    /// The teams, for whoever needs to call one.
    pub async fn teams(&self) -> Result<Vec<crate::Team>, Error> {
        self.store.teams().await
    }

    /// True when the database answers.
    pub async fn is_ready(&self) -> bool {
        self.store.takes_writes() && self.store.is_empty().await.is_ok()
    }

    /// The running policies by id, for the printed matrix.
    pub fn policies(&self) -> &policy::Policies {
        self.store.policies()
    }
}
