//! What a worker says about a plan: that a version is agreed, and the answer to a question.

use domain::plan::{Answer, How, Side, Statement, TEXT_MAX};
use domain::{DossierId, FieldProblem, Input, PartId, PlanQuestionId, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{AgreePlan, AnswerPlan, OfPart};
use store::client::plans;
use store::{Undone, UseCase, Work};

use super::only;

/// A version is agreed with the client; in the portal: the client is asked.
#[derive(Clone, Copy, Debug)]
pub struct Agree {
    pub part: PartId,
    /// The version that was on the screen.
    pub version: i64,
    pub on: Date,
    pub how: How,
}

/// Why nothing was said.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TalkRefused {
    /// There is a newer version, or this one never was.
    #[error("it is not the newest version")]
    NotNewest,
    #[error("the day is in the future")]
    InFuture,
    /// Before the version was written.
    #[error("the day lies before the version")]
    BeforeVersion,
    #[error(transparent)]
    Words(#[from] FieldProblem),
    /// Somebody else answered, or there is no such question here.
    #[error("there is nothing to answer")]
    Answered,
}

impl UseCase for Agree {
    type Action = AgreePlan;
    type Out = DossierId;
    type Refusal = TalkRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, AgreePlan>) -> Result<DossierId, Undone<TalkRefused>> {
        let now = only(plans::now(work).await?)?;
        if self.version != now.version || now.version == 0 {
            return Err(Undone::Rejected(TalkRefused::NotNewest));
        }
        let today = amsterdam_date(work.now());
        let on = if self.how == How::Portal { today } else { self.on };
        if on > today {
            return Err(Undone::Rejected(TalkRefused::InFuture));
        }
        if now.changed_at.is_some_and(|at| on < amsterdam_date(at)) {
            return Err(Undone::Rejected(TalkRefused::BeforeVersion));
        }
        let version = now.version;
        let said = Statement { version, side: Side::Worker, answer: Answer::Agreed, how: self.how, on };
        plans::agree(work, &now, said).await?;
        Ok(now.dossier)
    }
}

/// Answers a question about the plan.
#[derive(Clone, Debug)]
pub struct AnswerQuestion {
    pub part: PartId,
    pub question: PlanQuestionId,
    pub text: String,
}

impl UseCase for AnswerQuestion {
    type Action = AnswerPlan;
    type Out = DossierId;
    type Refusal = TalkRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, AnswerPlan>) -> Result<DossierId, Undone<TalkRefused>> {
        let dossier = work.part()?.dossier;
        let text = Input::text("answer", &self.text, TEXT_MAX);
        let text = text.map_err(|why| Undone::Rejected(TalkRefused::Words(why)))?;
        if plans::answer(work, self.question, &text).await? {
            Ok(dossier)
        } else {
            Err(Undone::Rejected(TalkRefused::Answered))
        }
    }
}
