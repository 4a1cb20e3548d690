//! Another post, the end of one, a training that was passed, and signing a colleague out at once. Whoever ends a post with
//! dossiers says that the coordinator knows: access stops in any case, for the law does not wait (ACC-15).

use domain::post::{PostFault, first_moment, may_be_given, moment_after};
use domain::{Function, StaffId, TeamId, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{ChangePost, OfPostEver, StopSessions};
use store::client::posts::{self, Kept, Moving};
use store::{Undone, UseCase, Work};

/// When a post ends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum When {
    Now,
    /// At midnight after this last day.
    After(Date),
}

/// Ends a post.
#[derive(Clone, Copy, Debug)]
pub struct End {
    pub staff: StaffId,
    pub when: When,
    /// The coordinator knows of the dossiers that need another worker.
    pub told: bool,
    /// How many changes of the post were read.
    pub read: u32,
}

/// Gives a colleague another function or team, which is another post.
#[derive(Clone, Copy, Debug)]
pub struct Move {
    pub staff: StaffId,
    pub function: Function,
    pub team: Option<TeamId>,
    /// The first day.
    pub from: Date,
    /// The coordinator knows of the dossiers that need another worker.
    pub told: bool,
    /// How many changes of the post were read.
    pub read: u32,
}

/// Why nothing changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ChangeRefused {
    #[error(transparent)]
    Post(#[from] PostFault),
    #[error("{0} dossiers need another worker")]
    Dossiers(u32),
    #[error("somebody else changed it meanwhile")]
    Overtaken,
    #[error("the post is over")]
    Over,
    #[error("there is no such team")]
    NoSuchTeam,
    #[error("it is this function and this team already")]
    Same,
}

fn outcome<T>(kept: Kept<T>) -> Result<T, Undone<ChangeRefused>> {
    Err(Undone::Rejected(match kept {
        Kept::Done(out) => return Ok(out),
        Kept::Overtaken => ChangeRefused::Overtaken,
        Kept::Over => ChangeRefused::Over,
        Kept::NoSuchTeam => ChangeRefused::NoSuchTeam,
    }))
}

fn fault(why: PostFault) -> Undone<ChangeRefused> {
    Undone::Rejected(ChangeRefused::Post(why))
}

impl UseCase for End {
    type Action = ChangePost;
    type Out = ();
    type Refusal = ChangeRefused;

    fn about(&self) -> OfPostEver {
        OfPostEver(self.staff)
    }

    async fn run(self, work: &mut Work<'_, ChangePost>) -> Result<(), Undone<ChangeRefused>> {
        let until = match self.when {
            When::Now => work.now(),
            When::After(day) => moment_after(day, work.now()).map_err(fault)?,
        };
        let post = posts::one(work).await?;
        // Who watches is not sent away by whom they watch, nor one administrator by another (ACC-07).
        if !post.line.function.is_given_by_administrators() {
            return Err(fault(PostFault::Privileged));
        }
        if post.dossiers > 0 && !self.told {
            return Err(Undone::Rejected(ChangeRefused::Dossiers(post.dossiers)));
        }
        outcome(posts::end(work, self.read, until).await?)
    }
}

impl UseCase for Move {
    type Action = ChangePost;
    type Out = StaffId;
    type Refusal = ChangeRefused;

    fn about(&self) -> OfPostEver {
        OfPostEver(self.staff)
    }

    async fn run(self, work: &mut Work<'_, ChangePost>) -> Result<StaffId, Undone<ChangeRefused>> {
        let post = posts::one(work).await?;
        let privileged = !post.line.function.is_given_by_administrators();
        if privileged {
            return Err(fault(PostFault::Privileged));
        }
        may_be_given(self.function, self.team.is_some()).map_err(fault)?;
        // Somebody moved it on meanwhile: that it would be the same as before is no answer to that.
        if post.goes_on {
            return Err(Undone::Rejected(ChangeRefused::Over));
        }
        if (post.line.function, post.team) == (self.function, self.team) {
            return Err(Undone::Rejected(ChangeRefused::Same));
        }
        let from = first_moment(self.from, work.now()).map_err(fault)?;
        if post.dossiers > 0 && !self.told {
            return Err(Undone::Rejected(ChangeRefused::Dossiers(post.dossiers)));
        }
        let to = Moving { read: self.read, function: self.function, team: self.team, from };
        outcome(posts::move_to(work, &to).await?)
    }
}

/// Notes that a colleague passed a training (ACC-13).
#[derive(Clone, Copy, Debug)]
pub struct NoteTraining {
    pub staff: StaffId,
    pub passed_on: Date,
}

/// Why it was not noted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum TrainingRefused {
    #[error("the day has not been")]
    Future,
}

impl UseCase for NoteTraining {
    type Action = ChangePost;
    type Out = ();
    type Refusal = TrainingRefused;

    fn about(&self) -> OfPostEver {
        OfPostEver(self.staff)
    }

    async fn run(self, work: &mut Work<'_, ChangePost>) -> Result<(), Undone<TrainingRefused>> {
        if self.passed_on > amsterdam_date(work.now()) {
            return Err(Undone::Rejected(TrainingRefused::Future));
        }
        Ok(posts::trained(work, self.passed_on).await?)
    }
}

/// Signs a colleague out, everywhere and at once. How many browsers that were.
#[derive(Clone, Copy, Debug)]
pub struct StopAll(pub StaffId);

impl UseCase for StopAll {
    type Action = StopSessions;
    type Out = usize;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfPostEver {
        OfPostEver(self.0)
    }

    async fn run(self, work: &mut Work<'_, StopSessions>) -> Result<usize, Undone<Self::Refusal>> {
        Ok(posts::stop_sessions(work).await?)
    }
}
