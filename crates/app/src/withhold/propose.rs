//! The worker's side: what could be told later, and proposing it.

use domain::{EmergencyId, HiddenFrom, Sentence, WithholdGround, WithholdId};
use policy::actions::{OfWithholdable, PrepareWithhold, ProposeWithhold};
use store::client::withhold::{self, New, Proposed, Withholdable};
use store::{Undone, UseCase, Work};

/// Stands before the form.
#[derive(Clone, Copy, Debug)]
pub struct Prepare(pub EmergencyId);

impl UseCase for Prepare {
    type Action = PrepareWithhold;
    type Out = Withholdable;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfWithholdable {
        OfWithholdable(self.0)
    }

    async fn run(self, work: &mut Work<'_, PrepareWithhold>) -> Result<Withholdable, Undone<Self::Refusal>> {
        Ok(withhold::withholdable(work).await?)
    }
}

/// Proposes to tell the client later. It is hidden from then on, until a second person decided or the days for that
/// are over.
#[derive(Clone, Debug)]
pub struct Propose {
    pub emergency: EmergencyId,
    pub ground: WithholdGround,
    pub hidden_from: HiddenFrom,
    pub sentence: Sentence,
}

/// Why nothing was hidden.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ProposeRefused {
    /// Hiding it now would make a gap that somebody notices, and is no secret any more.
    #[error("it was seen already")]
    Seen,
    /// Nobody agreed when the same worker proposed it before.
    #[error("they proposed it before")]
    Before,
}

impl UseCase for Propose {
    type Action = ProposeWithhold;
    /// The notice, also when another window was first.
    type Out = WithholdId;
    type Refusal = ProposeRefused;

    fn about(&self) -> OfWithholdable {
        OfWithholdable(self.emergency)
    }

    async fn run(self, work: &mut Work<'_, ProposeWithhold>) -> Result<WithholdId, Undone<ProposeRefused>> {
        work.because(self.ground.code());
        let new = New {
            ground: self.ground,
            hidden_from: self.hidden_from,
            sentence: self.sentence.as_str().to_owned(),
        };
        match withhold::propose(work, &new).await? {
            Proposed::Now(id) | Proposed::Already(id) => Ok(id),
            Proposed::Seen => Err(Undone::Rejected(ProposeRefused::Seen)),
            Proposed::Before => Err(Undone::Rejected(ProposeRefused::Before)),
        }
    }
}
