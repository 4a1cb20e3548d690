//! A worker opens a dossier: head, client, the parts the policies allow, the timeline.

use domain::{DossierId, LegalDomain};
use policy::actions::{OfDossier, ReadDossier};
use store::client::informed::{self, Informed};
use store::client::{bsn, entries, fields, involvements, masthead};
use store::{Undone, UseCase, Work};

use super::{Entry, Fields, Head, Involved};

/// Entries on one page of the timeline.
pub const PAGE: u32 = 50;

/// Opens a dossier.
#[derive(Clone, Copy, Debug)]
pub struct ReadIt {
    pub dossier: DossierId,
    /// Which page of the timeline; 0 is the first.
    pub page: u32,
    /// How many entries to show.
    pub take: u32,
}

/// What an involved worker sees of a dossier.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct DossierRead {
    pub head: Head,
    pub client: Fields,
    /// "•••••6782"; none without a number, or where its use is not allowed.
    pub bsn: Option<String>,
    pub involved: Vec<Involved>,
    pub informed: Informed,
    pub entries: Vec<Entry>,
    /// It has extra protection (ACC-03).
    pub extra_protected: bool,
    /// The emergency access by which the reader sees at least one part (ACC-03).
    pub emergency: Option<policy::Emergency>,
    /// The laws of the parts the reader works with; of what is open in an emergency only, nothing is theirs to change.
    pub works_with: Vec<LegalDomain>,
    /// There are older entries than these.
    pub more: bool,
}

impl DossierRead {
    /// The reader is here in an emergency only.
    pub fn is_only_emergency(&self) -> bool {
        self.works_with.is_empty()
    }

    /// The open parts that the reader works with: what is closed is frozen, and of what an emergency opened nothing is theirs.
    pub fn own_open_parts(&self) -> impl Iterator<Item = &super::Part> {
        self.head
            .parts
            .iter()
            .filter(|part| part.closed_at.is_none() && self.works_with.contains(&part.domain))
    }
}

impl UseCase for ReadIt {
    type Action = ReadDossier;
    type Out = DossierRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ReadDossier>) -> Result<DossierRead, Undone<Self::Refusal>> {
        let head = masthead::of_dossier(work).await?;
        let client = fields::of_dossier(work).await?;
        // BSN-01: the number is shown, masked, only to whom reads a part whose domain may use it.
        let may_use = head.parts.iter().any(|part| part.domain != LegalDomain::Voluntary);
        let bsn = if may_use { bsn::masked(work).await? } else { None };
        let involved = involvements::of_dossier(work).await?;
        let informed = informed::of_dossier(work).await?;
        // One more than fits tells whether there is more.
        let page = entries::Page { skip: self.page * self.take, take: self.take + 1 };
        let mut entries = entries::timeline(work, page).await?;
        let more = entries.len() > self.take as usize;
        entries.truncate(self.take as usize);
        let extra_protected = work.parts().iter().any(|part| part.extra_protected);
        let mut opened = work.parts().iter().filter(|part| part.involvement.is_none());
        let emergency = opened.find_map(|part| part.emergency);
        let own = work.parts().iter().filter(|part| part.involvement.is_some());
        let works_with = own.map(|part| part.domain).collect();
        Ok(DossierRead {
            head,
            client,
            bsn,
            involved,
            informed,
            entries,
            extra_protected,
            emergency,
            works_with,
            more,
        })
    }
}
