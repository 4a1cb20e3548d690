//! What a resident sees: the own dossiers, what was written, who looked.

mod emergency;
mod tasks;
mod together;

pub use emergency::{EmergencyRead, ReadEmergency, Told};
pub use tasks::ReadOwnTasks;
pub use together::Together;

use domain::access_summary::on_one_line;
use domain::{BirthDate, DossierId, EntryId, Function, LegalDomain, LookId, Standing, amsterdam_date};
use jiff::{SignedDuration, Timestamp};
use policy::May;
use policy::actions::{
    OfDossier, OfEntry, OwnPortal, ReadOwnAccess, ReadOwnDossier, ReadOwnEntry, ReadOwnHome,
};
use store::client::entries::{self, Announced, Entry, Version};
use store::client::fields::{self, Fields};
use store::client::informed::Informed;
use store::client::inquiries::{self, Asked};
use store::client::involvements::{self, Involved};
use store::client::masthead::{self, Head};
pub use store::client::portal::{Look, OwnDossier};
use store::client::reviews::{self, OwnOutcome};
use store::client::shields::{self, Shield};
use store::client::withhold::{self, ToldLater};
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
    /// Who will be, soonest first (ACC-25).
    pub coming: Vec<Involved>,
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
        Ok(own_read(work, self.page).await?)
    }
}

/// What the client sees of the own dossier; the same for whoever looks along.
async fn own_read<A>(work: &mut Work<'_, A>, page: u32) -> Result<OwnRead, store::Error>
where
    A: May<ReadOwnDossier>,
{
    let (now, today) = (work.now(), amsterdam_date(work.now()));
    let mut involved = involvements::own(work).await?;
    let mut coming: Vec<Involved> = involved.iter().filter(|worker| worker.from > now).cloned().collect();
    coming.reverse();
    involved.retain(|worker| worker.is_now(now));
    let page = entries::Page { skip: page * PAGE, take: PAGE + 1 };
    let mut entries = entries::own_timeline(work, today, page).await?;
    let more = entries.len() > PAGE as usize;
    entries.truncate(PAGE as usize);
    Ok(OwnRead {
        head: masthead::own(work).await?,
        fields: fields::own(work).await?,
        involved,
        coming,
        entries,
        announced: entries::announced(work, today).await?,
        informed: store::client::informed::own(work).await?,
        more,
    })
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

/// The looks, who is or was involved when, and what was asked about them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LooksRead {
    pub looks: Vec<Look>,
    pub involved: Vec<Involved>,
    pub asked: Vec<Asked>,
    /// How the judging of each emergency access stands (ACC-04).
    pub judging: Vec<OwnOutcome>,
    /// Emergency accesses that this list left out before (SHA-12).
    pub told_later: Vec<ToldLater>,
    pub since: Timestamp,
    pub domains: Vec<LegalDomain>,
}

impl LooksRead {
    /// Each look with what its maker is to the client: involved at that moment, or not (ACC-21).
    pub fn lines(&self) -> Vec<domain::Look> {
        self.looks.iter().filter_map(|look| self.line(look)).collect()
    }

    fn line(&self, look: &Look) -> Option<domain::Look> {
        let role = |lead: bool| {
            self.involved.iter().any(|worker| {
                Some(worker.staff) == look.staff && worker.is_now(look.at) && (worker.role == "lead") == lead
            })
        };
        let standing = match (look.emergency, role(true), role(false)) {
            (false, true, _) => Standing::Own,
            (false, false, true) => Standing::Involved,
            _ => Standing::NotInvolved,
        };
        Some(domain::Look {
            id: look.id,
            at: look.at,
            staff: look.staff?,
            standing,
            name: look.staff_name.clone(),
            function: look.function.parse::<Function>().ok()?,
            team: look.team_name.clone(),
            action: look.event.clone(),
            reason: Some(look.reason.clone()).filter(|reason| !reason.is_empty()),
            emergency: look.emergency,
        })
    }

    /// The looks that stand on one line with this one, the newest first. Empty: the list has no such line.
    pub fn on_line(&self, id: LookId) -> Vec<&Look> {
        let lines = self.lines();
        let together = on_one_line(&lines, id);
        let stands = |look: &&Look| together.iter().any(|it| it.id.is_some() && it.id == look.id);
        self.looks.iter().filter(stands).collect()
    }

    /// The judging of the emergency access that began at this moment; none: it is no such line.
    pub fn judging_of(&self, opened_at: Timestamp) -> Option<&OwnOutcome> {
        self.judging.iter().find(|it| it.opened_at == opened_at)
    }

    /// The question that was asked at this line.
    pub fn asked_at(&self, line: &[&Look]) -> Option<&Asked> {
        self.asked.iter().find(|asked| line.iter().any(|look| look.number == Some(asked.number)))
    }

    /// The same, by the names of the looks on a line.
    pub fn asked_of(&self, ids: &[LookId]) -> Option<&Asked> {
        let line: Vec<&Look> =
            self.looks.iter().filter(|look| look.id.is_some_and(|id| ids.contains(&id))).collect();
        self.asked_at(&line)
    }
}

impl UseCase for ReadLooks {
    type Action = ReadOwnAccess;
    type Out = LooksRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnAccess>) -> Result<LooksRead, Undone<Self::Refusal>> {
        Ok(looks_read(work).await?)
    }
}

/// What the list shows; a question is asked about nothing else.
pub(crate) async fn looks_read<A: May<ReadOwnAccess>>(
    work: &mut Work<'_, A>,
) -> Result<LooksRead, store::Error> {
    let since = work.now() - LOOKS_SINCE;
    Ok(LooksRead {
        looks: store::client::portal::looks(work, since).await?,
        involved: involvements::of_looks(work).await?,
        asked: inquiries::of_looks(work).await?,
        judging: reviews::of_own(work).await?,
        told_later: withhold::told_later(work).await?,
        since,
        domains: work.parts().iter().map(|part| part.domain).collect(),
    })
}
