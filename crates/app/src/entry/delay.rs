//! The second person of a delay (SHA-12): a colleague of the part or the coordinator agrees that the client reads an entry
//! later, or not. Nobody agrees to their own.

use domain::{DossierId, EntryId, TeamId};
use policy::actions::{DecideDelay, ListDelays, OfEntry, OfTeam};
use store::client::entries::{self, WaitingDelay};
use store::{Undone, UseCase, Work};

/// Decides about a delay.
#[derive(Clone, Copy, Debug)]
pub struct AgreeToDelay {
    pub entry: EntryId,
    /// False: the client reads it from now on. None: nothing was chosen, and nothing is decided.
    pub agreed: Option<bool>,
}

/// Why nothing was decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DelayRefused {
    /// Whoever wrote it is not the second person, from no post of theirs.
    #[error("the author is not the second person")]
    Own,
    /// Neither was chosen: an empty form must not let the client read it.
    #[error("nothing was chosen")]
    NotChosen,
    /// Somebody else decided, or its day has come.
    #[error("it does not wait for anybody")]
    NotWaiting,
}

impl UseCase for AgreeToDelay {
    type Action = DecideDelay;
    type Out = DossierId;
    type Refusal = DelayRefused;

    fn about(&self) -> OfEntry {
        OfEntry(self.entry)
    }

    async fn run(self, work: &mut Work<'_, DecideDelay>) -> Result<DossierId, Undone<DelayRefused>> {
        let (waits, author) = entries::to_decide(work).await?;
        if author == work.staff()?.person {
            return Err(Undone::Rejected(DelayRefused::Own));
        }
        if !waits {
            return Err(Undone::Rejected(DelayRefused::NotWaiting));
        }
        let Some(agreed) = self.agreed else { return Err(Undone::Rejected(DelayRefused::NotChosen)) };
        work.because(if agreed { "agreed" } else { "refused" });
        entries::decide_delay(work, agreed).await?;
        Ok(work.part()?.dossier)
    }
}

/// What waits for a second person in a team.
#[derive(Clone, Copy, Debug)]
pub struct ListWaiting(pub Option<TeamId>);

impl UseCase for ListWaiting {
    type Action = ListDelays;
    type Out = Vec<WaitingDelay>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.0)
    }

    async fn run(self, work: &mut Work<'_, ListDelays>) -> Result<Vec<WaitingDelay>, Undone<Self::Refusal>> {
        Ok(entries::waiting(work).await?)
    }
}
