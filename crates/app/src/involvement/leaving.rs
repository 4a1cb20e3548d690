//! Somebody leaves: the coordinator lets others go on with every dossier of theirs, by number and without a name (ACC-09).

use domain::text_input::FieldProblem;
use domain::{PartId, Reason, StaffId, TeamId};
use jiff::Timestamp;
use policy::actions::{ListQueue, OfPart, OfTeam, ReassignInvolvement};
use store::client::candidates::{self, Candidate};
use store::client::handovers;
use store::client::involvements::{self, Assignment};
use store::client::loads;
pub use store::client::loads::LeftPart;
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::StoodIn;
use super::hand_over::role;
use crate::sign_in::PLEDGE_TEXT;

/// What a colleague of the team works on, and who could go on with it.
#[derive(Clone, Copy, Debug)]
pub struct ReadLeaver {
    pub team: Option<TeamId>,
    pub staff: StaffId,
}

/// What is told.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Leaver {
    pub name: String,
    /// The first moment of being gone; none: no last day is known.
    pub until: Option<Timestamp>,
    /// By number.
    pub parts: Vec<LeftPart>,
    /// By name. Who cannot take one of these stands there too: leaving a name out would tell (ACC-05).
    pub colleagues: Vec<Candidate>,
}

impl UseCase for ReadLeaver {
    type Action = ListQueue;
    /// None: nobody of this team.
    type Out = Option<Leaver>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, ListQueue>) -> Result<Option<Leaver>, Undone<Self::Refusal>> {
        let Some((name, until)) = loads::colleague(work, self.staff).await? else { return Ok(None) };
        let parts = loads::left_by(work, self.staff).await?;
        let mut colleagues = candidates::successors(work, PLEDGE_TEXT).await?;
        colleagues.retain(|it| it.staff != self.staff);
        Ok(Some(Leaver { name, until, parts, colleagues }))
    }
}

/// Another worker goes on with one part that a colleague leaves. Performed for all of them in one transaction.
#[derive(Clone, Debug)]
pub struct PassOn {
    pub part: PartId,
    /// Who leaves it.
    pub from: StaffId,
    pub to: StaffId,
    /// At once when none.
    pub starts: Option<Timestamp>,
    /// Why there is another worker, in the language of the office: the client reads it.
    pub reason: String,
    /// The token of the form, the same for all; each part makes its own of it.
    pub form: Uuid,
}

impl UseCase for PassOn {
    type Action = ReassignInvolvement;
    type Out = StoodIn;
    type Refusal = FieldProblem;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, ReassignInvolvement>) -> Result<StoodIn, Undone<FieldProblem>> {
        let form = Uuid::from_u128(self.form.as_u128() ^ self.part.uuid().as_u128());
        if work.done_before(form).await?.is_some() {
            return Ok(StoodIn::Taken);
        }
        let reason = Reason::new(&self.reason).map_err(Undone::Rejected)?;
        let from = self.starts.unwrap_or_else(|| work.now()).max(work.now());
        // Somebody else arranged it meanwhile.
        let Some((held, own_role)) = handovers::held_by(work, self.from, from).await? else {
            return Ok(StoodIn::Already);
        };
        if self.to == self.from || !candidates::fits(work, self.to, PLEDGE_TEXT).await? {
            work.because("not-taken-over");
            return Ok(StoodIn::NotPossible);
        }
        if involvements::overlaps(work, self.to, from, None).await? {
            // Who works on it already goes on; only without an end, or it would stop by itself.
            if !handovers::goes_on(work, self.to).await? {
                work.because("taken-over-already");
                return Ok(StoodIn::Already);
            }
        } else {
            let reason = reason.as_str().to_owned();
            let next = Assignment { staff: self.to, role: role(&own_role), reason, from, until: None };
            involvements::assign(work, &next).await?;
        }
        handovers::relieve(work, held, from, reason.as_str()).await?;
        handovers::pass_tasks_on(work, self.from, self.to).await?;
        work.done_now(form, "").await?;
        Ok(StoodIn::Taken)
    }
}
