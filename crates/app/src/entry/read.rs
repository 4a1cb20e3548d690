//! One entry with all its versions.

use domain::EntryId;
use policy::actions::{OfEntry, ReadEntry};
use store::client::entries::{self, Entry, Version};
use store::client::shields::{self, Shield};
use store::{Undone, UseCase, Work};

/// Opens an entry.
#[derive(Clone, Copy, Debug)]
pub struct ReadOne(pub EntryId);

/// An entry and how it came to be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EntryRead {
    pub dossier: domain::DossierId,
    pub entry: Entry,
    /// Newest first.
    pub versions: Vec<Version>,
    /// From whom it is hidden, now.
    pub shields: Vec<Shield>,
    /// The emergency access that the entry tells of; none for every other kind of entry.
    pub emergency: Option<domain::EmergencyId>,
}

impl UseCase for ReadOne {
    type Action = ReadEntry;
    type Out = EntryRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfEntry {
        OfEntry(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadEntry>) -> Result<EntryRead, Undone<Self::Refusal>> {
        let dossier = work.part()?.dossier;
        let entry = entries::one(work).await?;
        let versions = entries::versions(work).await?;
        let shields = shields::of_entry(work).await?;
        let emergency = match entry.kind == domain::EntryKind::Emergency.code() {
            true => store::client::emergency::of_entry(work, &entry).await?,
            false => None,
        };
        Ok(EntryRead { dossier, entry, versions, shields, emergency })
    }
}
