//! Correcting a birth date: what was seen, what it changes of who decides, and who looked along (C41, CON-25).

use domain::people::{BirthFault, BirthSeen, Crossing, judge_correction, too_young_for_portal};
use domain::{BirthDate, DossierId, Source, StaffId, amsterdam_date};
use policy::actions::{CorrectBirthDate as Correct, OfDossier, ReadPeople};
use store::client::absences::Colleague;
pub use store::client::birth_date::Version as BirthVersion;
use store::client::birth_date::{self, Correction};
use store::client::people;
use store::{Undone, UseCase, Work};

/// What is known of a client's birth date.
#[derive(Clone, Copy, Debug)]
pub struct ReadBirthDate(pub DossierId);

/// What the page of a correction shows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Birth {
    /// Every date that was known, the newest first.
    pub versions: Vec<BirthVersion>,
    /// Who can look along.
    pub colleagues: Vec<Colleague>,
}

impl Birth {
    /// What is known now.
    pub fn known(&self) -> BirthDate {
        let now = self.versions.iter().find(|it| it.superseded_at.is_none());
        now.map_or(BirthDate::UNKNOWN, |it| it.born)
    }
}

impl UseCase for ReadBirthDate {
    type Action = ReadPeople;
    type Out = Birth;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadPeople>) -> Result<Birth, Undone<Self::Refusal>> {
        let versions = birth_date::versions(work).await?;
        Ok(Birth { versions, colleagues: people::colleagues(work).await? })
    }
}

/// Corrects it.
#[derive(Clone, Debug)]
pub struct CorrectBirthDate {
    pub dossier: DossierId,
    /// What stood on the screen as known.
    pub known: BirthDate,
    pub born: BirthDate,
    pub source: Source,
    pub seen: BirthSeen,
    /// The worker read what changes and goes on.
    pub agreed: bool,
    pub second: Option<StaffId>,
}

/// Why nothing was corrected.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CorrectRefused {
    #[error(transparent)]
    Fault(#[from] BirthFault),
    /// Somebody else corrected it meanwhile; this is what is known now.
    #[error("somebody else corrected it")]
    Stale(BirthDate),
    /// It changes who decides: that is read first.
    #[error("what changes was not read yet")]
    ReadFirst(Vec<Crossing>),
    /// It changes who decides, and nobody looked along.
    #[error("a second professional is needed")]
    SecondMissing(Vec<Crossing>),
    /// Who acts cannot be the second, nor anybody who does not work here.
    #[error("the second professional is a colleague")]
    NoSuchSecond(Vec<Crossing>),
}

impl CorrectRefused {
    /// The ages it would cross, where that is why.
    pub fn crossed(&self) -> &[Crossing] {
        match self {
            Self::Fault(BirthFault::NothingSeen(crossed))
            | Self::ReadFirst(crossed)
            | Self::SecondMissing(crossed)
            | Self::NoSuchSecond(crossed) => crossed,
            Self::Fault(BirthFault::Same | BirthFault::Nothing) | Self::Stale(_) => &[],
        }
    }
}

impl UseCase for CorrectBirthDate {
    type Action = Correct;
    type Out = ();
    type Refusal = CorrectRefused;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, Correct>) -> Result<(), Undone<CorrectRefused>> {
        work.because(self.seen.code());
        let rejected = |why| Err(Undone::Rejected(why));
        let known = people::born(work).await?;
        if known != self.known {
            // Sent twice, it is what is known already.
            return if known == self.born { Ok(()) } else { rejected(CorrectRefused::Stale(known)) };
        }
        let today = amsterdam_date(work.now());
        let crossed = judge_correction(&known, &self.born, self.seen, today)
            .map_err(|why| Undone::Rejected(why.into()))?;
        if !crossed.is_empty() && !self.agreed {
            return rejected(CorrectRefused::ReadFirst(crossed));
        }
        let second = match self.second {
            _ if crossed.is_empty() => None,
            None => return rejected(CorrectRefused::SecondMissing(crossed)),
            Some(second) if people::colleagues(work).await?.iter().any(|it| it.staff == second) => {
                Some(second)
            }
            Some(_) => return rejected(CorrectRefused::NoSuchSecond(crossed)),
        };
        let Self { born, source, seen, .. } = self;
        let closes_portal = too_young_for_portal(&born, today);
        let new = Correction { born, source, seen, second, closes_portal };
        Ok(birth_date::correct(work, &new).await?)
    }
}
