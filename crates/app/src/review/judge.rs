//! The verdict, or the question before it; each with a sentence.

use domain::{EmergencyId, Outcome, Sentence};
use policy::actions::{JudgeEmergency, OfReview};
use store::client::reviews::{self, Judged, NotJudged};
use store::{Undone, UseCase, Work};

/// Judges an emergency access, or asks whoever opened the dossier.
#[derive(Clone, Debug)]
pub struct Judge {
    pub emergency: EmergencyId,
    pub outcome: Outcome,
    /// Why; or what is asked.
    pub sentence: Sentence,
}

/// Why nothing came of it. What stands is on the case.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JudgeRefused {
    #[error("it was judged already")]
    Already,
    #[error("an answer is waited for already")]
    AskedAlready,
    /// It is justified only when it is over and all of it can be looked at.
    #[error("the dossier is open still")]
    StillOpen,
}

impl UseCase for Judge {
    type Action = JudgeEmergency;
    type Out = Judged;
    type Refusal = JudgeRefused;

    fn about(&self) -> OfReview {
        OfReview(self.emergency)
    }

    async fn run(self, work: &mut Work<'_, JudgeEmergency>) -> Result<Judged, Undone<JudgeRefused>> {
        match reviews::judge(work, self.outcome, self.sentence.as_str()).await? {
            Ok(judged) => Ok(judged),
            Err(NotJudged::Already) => Err(Undone::Rejected(JudgeRefused::Already)),
            Err(NotJudged::AskedAlready) => Err(Undone::Rejected(JudgeRefused::AskedAlready)),
            Err(NotJudged::StillOpen) => Err(Undone::Rejected(JudgeRefused::StillOpen)),
        }
    }
}
