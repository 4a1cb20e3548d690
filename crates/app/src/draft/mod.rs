//! Drafts: kept on the server while somebody types, their author's alone, seven days (ACC-23).

use domain::days::DRAFT_TTL;
use domain::{DossierId, DraftId};
use policy::actions::{DiscardDraft, KeepDraft, OwnDesktop, PurgeDrafts, ReadDrafts, TheHouse};
use store::client::drafts;
pub use store::client::drafts::{Draft, Kept, Known};
use store::{Undone, UseCase, Work};

/// A draft holds one form; its longest fields together, and some room.
pub const BODY_MAX: usize = 200_000;

/// All own drafts.
#[derive(Clone, Copy, Debug)]
pub struct ListOwn;

/// One own draft.
#[derive(Clone, Copy, Debug)]
pub struct ReadOne(pub DraftId);

/// Keeps what is typed so far.
#[derive(Clone, Debug)]
pub struct Keep {
    /// The draft that the form knows, as new as it saw it.
    pub draft: Option<Known>,
    pub form: &'static str,
    pub dossier: Option<DossierId>,
    /// The form's fields as they were sent.
    pub body: String,
}

/// Throws an own draft away.
#[derive(Clone, Copy, Debug)]
pub struct Discard(pub DraftId);

/// Throws away what is older than its term.
#[derive(Clone, Copy, Debug)]
pub struct PurgeOld;

/// Why a draft is not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum KeepRefused {
    #[error("a draft of {got} bytes is too long, at most {BODY_MAX}")]
    TooLong { got: usize },
}

impl UseCase for ListOwn {
    type Action = ReadDrafts;
    type Out = Vec<Draft>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ReadDrafts>) -> Result<Vec<Draft>, Undone<Self::Refusal>> {
        Ok(drafts::own(work).await?)
    }
}

impl UseCase for ReadOne {
    type Action = ReadDrafts;
    type Out = Option<Draft>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ReadDrafts>) -> Result<Option<Draft>, Undone<Self::Refusal>> {
        Ok(drafts::one(work, self.0).await?)
    }
}

impl UseCase for Keep {
    type Action = KeepDraft;
    type Out = Kept;
    type Refusal = KeepRefused;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, KeepDraft>) -> Result<Kept, Undone<KeepRefused>> {
        if self.body.len() > BODY_MAX {
            return Err(Undone::Rejected(KeepRefused::TooLong { got: self.body.len() }));
        }
        Ok(drafts::keep(work, self.draft, self.form, self.dossier, &self.body).await?)
    }
}

impl UseCase for Discard {
    type Action = DiscardDraft;
    type Out = bool;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, DiscardDraft>) -> Result<bool, Undone<Self::Refusal>> {
        Ok(drafts::discard(work, self.0).await?)
    }
}

impl UseCase for PurgeOld {
    type Action = PurgeDrafts;
    type Out = u64;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> TheHouse {
        TheHouse
    }

    async fn run(self, work: &mut Work<'_, PurgeDrafts>) -> Result<u64, Undone<Self::Refusal>> {
        let before = work.now() - DRAFT_TTL;
        Ok(drafts::purge(work, before).await?)
    }
}
