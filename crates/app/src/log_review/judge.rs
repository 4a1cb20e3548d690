//! One finding, and saying what it was. Only a person does.

use domain::log_review::{SENTENCE_MAX, Verdict};
use domain::{FieldProblem, FindingId, Input};
use policy::actions::{JudgeFinding, OfFinding, ReadFinding};
use store::client::log_review::{self, Judged, NewVerdict, One};
use store::{Undone, UseCase, Work};

/// One finding.
#[derive(Clone, Copy, Debug)]
pub struct ReadOne(pub FindingId);

impl UseCase for ReadOne {
    type Action = ReadFinding;
    type Out = One;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfFinding {
        OfFinding(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadFinding>) -> Result<One, Undone<Self::Refusal>> {
        Ok(log_review::one(work).await?)
    }
}

/// A verdict with a sentence.
#[derive(Clone, Debug)]
pub struct Judge {
    pub finding: FindingId,
    pub verdict: Verdict,
    pub sentence: String,
    /// How many verdicts the judge had read.
    pub read: u32,
}

/// Why nothing was said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum JudgeRefused {
    #[error(transparent)]
    Sentence(#[from] FieldProblem),
    #[error("somebody else said something since")]
    Overtaken,
}

impl UseCase for Judge {
    type Action = JudgeFinding;
    type Out = ();
    type Refusal = JudgeRefused;

    fn about(&self) -> OfFinding {
        OfFinding(self.finding)
    }

    async fn run(self, work: &mut Work<'_, JudgeFinding>) -> Result<(), Undone<JudgeRefused>> {
        let sentence = Input::text("sentence", &self.sentence, SENTENCE_MAX)
            .map_err(|why| Undone::Rejected(JudgeRefused::Sentence(why)))?;
        let new = NewVerdict { verdict: self.verdict, sentence, read: self.read };
        match log_review::judge(work, &new).await? {
            Judged::Kept => Ok(()),
            Judged::Overtaken => Err(Undone::Rejected(JudgeRefused::Overtaken)),
        }
    }
}
