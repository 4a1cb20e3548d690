//! The client and the own plan: reading it, agreeing or talking first, "Klaar", and a question.

use domain::plan::{Answer, Doer, How, Side, Statement, TEXT_MAX};
use domain::{DossierId, FieldProblem, Input, LegalDomain, PartId, PlanItemId, amsterdam_date};
use policy::actions::{AnswerOwnPlan, AskAboutPlan, MarkOwnStep, OfDossier, OfPart, ReadOwnPlan};
use store::client::plans::{self, NewQuestion, PartPlan, Version};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::{VersionRead, only};

/// The own plans, one for each part.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnPlans(pub DossierId);

impl UseCase for ReadOwnPlans {
    type Action = ReadOwnPlan;
    type Out = Vec<PartPlan>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnPlan>) -> Result<Vec<PartPlan>, Undone<Self::Refusal>> {
        Ok(plans::own_now(work).await?)
    }
}

/// The versions of the own plan under a law, newest first.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnVersions {
    pub dossier: DossierId,
    pub domain: LegalDomain,
}

impl UseCase for ReadOwnVersions {
    type Action = ReadOwnPlan;
    type Out = Vec<Version>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnPlan>) -> Result<Vec<Version>, Undone<Self::Refusal>> {
        Ok(plans::own_versions(work, self.domain).await?)
    }
}

/// One version of the own plan, with the one before it.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnVersion {
    pub dossier: DossierId,
    pub domain: LegalDomain,
    pub number: i64,
}

impl UseCase for ReadOwnVersion {
    type Action = ReadOwnPlan;
    /// None: there is no such version.
    type Out = Option<VersionRead>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(
        self,
        work: &mut Work<'_, ReadOwnPlan>,
    ) -> Result<Option<VersionRead>, Undone<Self::Refusal>> {
        let versions = plans::own_versions(work, self.domain).await?;
        let Some(version) = versions.into_iter().find(|it| it.number == self.number) else { return Ok(None) };
        let before = plans::own_one(work, self.domain, self.number - 1).await?;
        let after = plans::own_one(work, self.domain, self.number).await?;
        Ok(before.zip(after).map(|(before, after)| VersionRead { version, before, after }))
    }
}

/// Why nothing was kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OwnRefused {
    /// Not part of the plan, or not theirs to do.
    #[error("it is not part of the plan")]
    Gone,
    #[error(transparent)]
    Words(#[from] FieldProblem),
}

/// "Ik ben het eens" or "Ik wil er eerst over praten".
#[derive(Clone, Debug)]
pub struct AnswerOwn {
    pub part: PartId,
    /// The version that was on the screen: that is what they agree with, also when there is a newer one by now.
    pub version: i64,
    pub answer: Answer,
    /// May be empty.
    pub words: String,
}

impl UseCase for AnswerOwn {
    type Action = AnswerOwnPlan;
    /// Whether a newer version came meanwhile, which is still a proposal.
    type Out = (DossierId, bool);
    type Refusal = OwnRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, AnswerOwnPlan>) -> Result<(DossierId, bool), Undone<OwnRefused>> {
        let words = Input::optional_text("words", &self.words, TEXT_MAX);
        let words = words.map_err(|why| Undone::Rejected(OwnRefused::Words(why)))?;
        let now = only(plans::own_now(work).await?)?;
        if !(1..=now.version).contains(&self.version) {
            return Err(Undone::Rejected(OwnRefused::Gone));
        }
        let said = Statement {
            version: self.version,
            side: Side::Client,
            answer: self.answer,
            how: How::Portal,
            on: amsterdam_date(work.now()),
        };
        plans::agree_own(work, &now, said, words.as_deref()).await?;
        Ok((now.dossier, self.version != now.version))
    }
}

/// "Klaar", of something the client does; or that it is not.
#[derive(Clone, Copy, Debug)]
pub struct MarkOwn {
    pub part: PartId,
    pub step: PlanItemId,
    pub done: bool,
}

impl UseCase for MarkOwn {
    type Action = MarkOwnStep;
    type Out = DossierId;
    type Refusal = OwnRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, MarkOwnStep>) -> Result<DossierId, Undone<OwnRefused>> {
        let now = only(plans::own_now(work).await?)?;
        let own = now.plan.open_step(self.step).filter(|step| step.who == Doer::Client);
        if own.is_none() {
            return Err(Undone::Rejected(OwnRefused::Gone));
        }
        plans::mark_own(work, &now, self.step, self.done).await?;
        Ok(now.dossier)
    }
}

/// "Vraag".
#[derive(Clone, Debug)]
pub struct AskOwn {
    pub part: PartId,
    /// None: about the plan as a whole.
    pub item: Option<PlanItemId>,
    pub words: String,
    /// The token of the form, so that sending it twice asks once.
    pub form: Uuid,
}

impl UseCase for AskOwn {
    type Action = AskAboutPlan;
    type Out = DossierId;
    type Refusal = OwnRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, AskAboutPlan>) -> Result<DossierId, Undone<OwnRefused>> {
        let dossier = work.part()?.dossier;
        if work.done_before(self.form).await?.is_some() {
            return Ok(dossier);
        }
        let words = Input::text("words", &self.words, TEXT_MAX);
        let words = words.map_err(|why| Undone::Rejected(OwnRefused::Words(why)))?;
        let now = only(plans::own_now(work).await?)?;
        if now.version == 0 || self.item.is_some_and(|item| now.plan.find(item).is_none()) {
            return Err(Undone::Rejected(OwnRefused::Gone));
        }
        let id = plans::ask_own(work, &now, NewQuestion { item: self.item, words: Some(&words) }).await?;
        work.done_now(self.form, &id.to_string()).await?;
        Ok(dossier)
    }
}
