//! What a resident sees: the own dossiers, what was written, who looked.

use domain::{BirthDate, DossierId, EntryId, LegalDomain, amsterdam_date};
use jiff::{SignedDuration, Timestamp};
use policy::actions::{
    OfDossier, OfEntry, OwnPortal, ReadOwnAccess, ReadOwnDossier, ReadOwnEntry, ReadOwnHome,
};
use store::client::entries::{self, Announced, Entry, Version};
use store::client::fields::{self, Fields};
use store::client::informed::Informed;
use store::client::involvements::{self, Involved};
use store::client::masthead::{self, Head};
pub use store::client::portal::{Look, OwnDossier};
use store::client::shields::{self, Shield};
use store::{Undone, UseCase, Work};

/// Entries on one page.
pub const PAGE: u32 = 50;
/// "Wie heeft gekeken" goes back this far on the screen; the whole list is a copy away (RGT).
const LOOKS_SINCE: SignedDuration = SignedDuration::from_hours(366 * 24);

/// Which dossiers somebody has, at every controller that helps them.
#[derive(Clone, Copy, Debug)]
pub struct Home;

impl UseCase for Home {
    type Action = ReadOwnHome;
    type Out = Vec<OwnDossier>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnPortal {
        OwnPortal
    }

    async fn run(self, work: &mut Work<'_, ReadOwnHome>) -> Result<Vec<OwnDossier>, Undone<Self::Refusal>> {
        Ok(store::client::portal::own_dossiers(work).await?)
    }
}

/// When the resident was born, for *u* or *je* on pages without a dossier (ux §3.5).
#[derive(Clone, Copy, Debug)]
pub struct OwnBirthDate;

impl UseCase for OwnBirthDate {
    type Action = ReadOwnHome;
    type Out = BirthDate;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnPortal {
        OwnPortal
    }

    async fn run(self, work: &mut Work<'_, ReadOwnHome>) -> Result<BirthDate, Undone<Self::Refusal>> {
        Ok(store::client::owner::own_birth_date(work).await?)
    }
}

/// The own dossier.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwn {
    pub dossier: DossierId,
    /// 0 is the first page.
    pub page: u32,
}

/// What a resident reads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnRead {
    pub head: Head,
    pub fields: Fields,
    /// Involved now.
    pub involved: Vec<Involved>,
    pub entries: Vec<Entry>,
    pub announced: Vec<Announced>,
    pub informed: Informed,
    pub more: bool,
}

impl UseCase for ReadOwn {
    type Action = ReadOwnDossier;
    type Out = OwnRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnDossier>) -> Result<OwnRead, Undone<Self::Refusal>> {
        let (now, today) = (work.now(), amsterdam_date(work.now()));
        let mut involved = involvements::own(work).await?;
        involved.retain(|worker| worker.is_now(now));
        let page = entries::Page { skip: self.page * PAGE, take: PAGE + 1 };
        let mut entries = entries::own_timeline(work, today, page).await?;
        let more = entries.len() > PAGE as usize;
        entries.truncate(PAGE as usize);
        Ok(OwnRead {
            head: masthead::own(work).await?,
            fields: fields::own(work).await?,
            involved,
            entries,
            announced: entries::announced(work, today).await?,
            informed: store::client::informed::own(work).await?,
            more,
        })
    }
}

/// One own entry with its versions.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnOne(pub EntryId);

/// What a resident reads of one entry.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnEntry {
    pub dossier: DossierId,
    pub entry: Entry,
    /// Newest first.
    pub versions: Vec<Version>,
    /// Who is involved with its part now.
    pub involved: Vec<Involved>,
    /// From whom it is hidden, now (RGT-R11).
    pub shields: Vec<Shield>,
}

/// Why an entry is not shown; the page says the same as for one that does not exist.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotThere {
    #[error("there is no such entry for this reader")]
    NotForYou,
}

impl UseCase for ReadOwnOne {
    type Action = ReadOwnEntry;
    type Out = OwnEntry;
    type Refusal = NotThere;

    fn about(&self) -> OfEntry {
        OfEntry(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnEntry>) -> Result<OwnEntry, Undone<NotThere>> {
        let (now, dossier) = (work.now(), work.part()?.dossier);
        let found = entries::own_one(work, amsterdam_date(now)).await?;
        let (entry, versions) = found.ok_or(Undone::Rejected(NotThere::NotForYou))?;
        let mut involved = involvements::of_own_entry(work).await?;
        involved.retain(|worker| worker.is_now(now));
        let shields = shields::of_own_entry(work).await?;
        Ok(OwnEntry { dossier, entry, versions, involved, shields })
    }
}

/// Who looked at the own dossier.
#[derive(Clone, Copy, Debug)]
pub struct ReadLooks(pub DossierId);

/// The looks, and who is or was involved when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LooksRead {
    pub looks: Vec<Look>,
    pub involved: Vec<Involved>,
    pub since: Timestamp,
    pub domains: Vec<LegalDomain>,
}

impl UseCase for ReadLooks {
    type Action = ReadOwnAccess;
    type Out = LooksRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnAccess>) -> Result<LooksRead, Undone<Self::Refusal>> {
        let since = work.now() - LOOKS_SINCE;
        Ok(LooksRead {
            looks: store::client::portal::looks(work, since).await?,
            involved: involvements::of_looks(work).await?,
            since,
            domains: work.parts().iter().map(|part| part.domain).collect(),
        })
    }
}
