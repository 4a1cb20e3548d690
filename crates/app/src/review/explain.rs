//! The side of whoever opened the dossier: what is asked, and the explanation.

use domain::{EmergencyId, Sentence};
use policy::actions::{ExplainEmergency, OfEmergency, ReadExplanation};
use store::client::reviews::{self, Explanation};
use store::{Undone, UseCase, Work};

/// What a reviewer asks about the own emergency access, and what came of it.
#[derive(Clone, Copy, Debug)]
pub struct ReadQuestion(pub EmergencyId);

impl UseCase for ReadQuestion {
    type Action = ReadExplanation;
    type Out = Explanation;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfEmergency {
        OfEmergency(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadExplanation>) -> Result<Explanation, Undone<Self::Refusal>> {
        Ok(reviews::explanation(work).await?)
    }
}

/// The explanation.
#[derive(Clone, Debug)]
pub struct Explain {
    pub emergency: EmergencyId,
    pub text: Sentence,
}

/// Why it was not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ExplainRefused {
    #[error("nothing is asked, or it was judged meanwhile")]
    NotAsked,
}

impl UseCase for Explain {
    type Action = ExplainEmergency;
    type Out = ();
    type Refusal = ExplainRefused;

    fn about(&self) -> OfEmergency {
        OfEmergency(self.emergency)
    }

    async fn run(self, work: &mut Work<'_, ExplainEmergency>) -> Result<(), Undone<ExplainRefused>> {
        match reviews::explain(work, self.text.as_str()).await? {
            true => Ok(()),
            false => Err(Undone::Rejected(ExplainRefused::NotAsked)),
        }
    }
}
