//! Somebody new: a person, an account that nobody can sign in with yet, and a post. The way in is given at a desk.

use domain::post::{NAME_MAX, PHONE_MAX, PostFault, first_moment, may_be_given};
use domain::{FieldProblem, Function, Input, StaffId, TeamId};
use jiff::civil::Date;
use policy::actions::{AppointStaff, AtDesk};
use store::client::posts::{self, Kept, NewColleague};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

/// Gives somebody new a post.
#[derive(Clone, Debug)]
pub struct Appoint {
    pub name: String,
    pub phone: String,
    pub function: Function,
    pub team: Option<TeamId>,
    /// The first day.
    pub from: Date,
    /// The form: sent twice, it gives one post.
    pub form: Uuid,
}

/// Why there is no post.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AppointRefused {
    #[error(transparent)]
    Field(#[from] FieldProblem),
    #[error(transparent)]
    Post(#[from] PostFault),
    #[error("there is no such team")]
    NoSuchTeam,
}

impl UseCase for Appoint {
    type Action = AppointStaff;
    type Out = StaffId;
    type Refusal = AppointRefused;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, AppointStaff>) -> Result<StaffId, Undone<AppointRefused>> {
        if let Some(staff) = work.done_before(self.form).await?.and_then(|known| known.parse().ok()) {
            return Ok(staff);
        }
        let field = |why: FieldProblem| Undone::Rejected(AppointRefused::Field(why));
        let post = |why: PostFault| Undone::Rejected(AppointRefused::Post(why));
        let name = Input::line("name", &self.name, NAME_MAX).map_err(field)?;
        let phone = Input::optional_line("phone", &self.phone, PHONE_MAX).map_err(field)?.unwrap_or_default();
        may_be_given(self.function, self.team.is_some()).map_err(post)?;
        let from = first_moment(self.from, work.now()).map_err(post)?;
        let new = NewColleague { name, phone, function: self.function, team: self.team, from };
        match posts::appoint(work, &new).await? {
            Kept::Done(staff) => {
                work.done_now(self.form, &staff.to_string()).await?;
                Ok(staff)
            }
            Kept::NoSuchTeam | Kept::Over | Kept::Overtaken => {
                Err(Undone::Rejected(AppointRefused::NoSuchTeam))
            }
        }
    }
}
