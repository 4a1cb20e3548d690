//! The client and a plan of the family: reading the sections that are theirs to read, and whether the others may.

use domain::family_plan::{who_says, yes_until};
use domain::plan::How;
use domain::{AgeBand, DossierId, FamilySectionId, PartId, amsterdam_date};
use policy::actions::{AnswerOwnPlan, OfDossier, OfPart, ReadOwnPlan};
use store::client::family_plans::{self, Noted, OwnSection};
use store::{Undone, UseCase, Work};

/// The sections that the client reads.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnFamily(pub DossierId);

impl UseCase for ReadOwnFamily {
    type Action = ReadOwnPlan;
    type Out = Vec<OwnSection>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnPlan>) -> Result<Vec<OwnSection>, Undone<Self::Refusal>> {
        Ok(family_plans::own(work).await?)
    }
}

/// "De anderen mogen dit lezen", or not any more.
#[derive(Clone, Copy, Debug)]
pub struct AnswerOwn {
    pub part: PartId,
    pub section: FamilySectionId,
    /// The version that was on the screen.
    pub version: i64,
    pub yes: bool,
}

/// Why nothing was kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum OwnAnswerRefused {
    /// Not a section that this client reads.
    #[error("there is no such section")]
    Gone,
    /// Under sixteen a yes is said together with a parent, in a talk; a no is theirs to say.
    #[error("somebody else says yes with them")]
    WithParent,
}

impl UseCase for AnswerOwn {
    type Action = AnswerOwnPlan;
    type Out = DossierId;
    type Refusal = OwnAnswerRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, AnswerOwnPlan>) -> Result<DossierId, Undone<OwnAnswerRefused>> {
        let own = family_plans::own(work).await?;
        let own = own.into_iter().find(|it| it.section == self.section && it.version == self.version);
        let own = own.ok_or(Undone::Rejected(OwnAnswerRefused::Gone))?;
        let on = amsterdam_date(work.now());
        if self.yes && who_says(&own.born, on) < AgeBand::From16To17 {
            return Err(Undone::Rejected(OwnAnswerRefused::WithParent));
        }
        let Self { section, version, yes, .. } = self;
        let said = family_plans::Answer { section, version, yes, how: How::Portal, on };
        match family_plans::answer_own(work, said, |born| yes_until(born, on)).await? {
            Noted::Done => Ok(own.dossier),
            Noted::Gone | Noted::BeforeVersion => Err(Undone::Rejected(OwnAnswerRefused::Gone)),
        }
    }
}
