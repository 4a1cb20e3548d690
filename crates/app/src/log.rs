//! Reading the record: per client, per member of staff, per team and day (NHG reference model). Each reading is itself
//! on the record, with its reason, and asks for password and code first (ACC-16).

use domain::log::LogReason;
use domain::{StaffId, TeamId};
use policy::actions::{self, AtDesk, ChooseLog, OfPostEver, OfTeam};
pub use store::client::log::{Choosable, LogLine, Window};
use store::{Undone, UseCase, Work};

/// Lines on one page.
pub const PAGE: u32 = 50;

/// One page of lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Lines {
    /// Newest first.
    pub lines: Vec<LogLine>,
    /// There are older ones.
    pub more: bool,
}

impl Lines {
    /// One more than fits tells whether there is more.
    fn of(mut lines: Vec<LogLine>, take: u32) -> Self {
        let more = lines.len() > take as usize;
        lines.truncate(take as usize);
        Self { lines, more }
    }
}

/// One more than is shown.
const fn one_more(window: Window) -> Window {
    Window { take: window.take.saturating_add(1), ..window }
}

/// Whose lines can be read: the posts and teams of the own organisation.
#[derive(Clone, Copy, Debug)]
pub struct Choose;

impl UseCase for Choose {
    type Action = ChooseLog;
    type Out = Choosable;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ChooseLog>) -> Result<Choosable, Undone<Self::Refusal>> {
        Ok(store::client::log::choosable(work).await?)
    }
}

/// The lines about a client, by number. A number that nobody has gives none.
#[derive(Clone, Copy, Debug)]
pub struct ReadClientLog {
    pub number: i64,
    pub reason: LogReason,
    pub window: Window,
}

impl UseCase for ReadClientLog {
    type Action = actions::ReadClientLog;
    type Out = Lines;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, actions::ReadClientLog>) -> Result<Lines, Undone<Self::Refusal>> {
        work.because(self.reason.code());
        let lines = store::client::log::of_client(work, self.number, one_more(self.window)).await?;
        Ok(Lines::of(lines, self.window.take))
    }
}

/// The lines of a member of staff.
#[derive(Clone, Copy, Debug)]
pub struct ReadWorkerLog {
    pub staff: StaffId,
    pub reason: LogReason,
    pub window: Window,
}

impl UseCase for ReadWorkerLog {
    type Action = actions::ReadWorkerLog;
    type Out = Lines;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfPostEver {
        OfPostEver(self.staff)
    }

    async fn run(self, work: &mut Work<'_, actions::ReadWorkerLog>) -> Result<Lines, Undone<Self::Refusal>> {
        work.because(self.reason.code());
        let lines = store::client::log::of_worker(work, one_more(self.window)).await?;
        Ok(Lines::of(lines, self.window.take))
    }
}

/// The lines of a team on a day.
#[derive(Clone, Copy, Debug)]
pub struct ReadTeamLog {
    pub team: Option<TeamId>,
    pub reason: LogReason,
    /// One day; a longer one is read just as well.
    pub window: Window,
}

impl UseCase for ReadTeamLog {
    type Action = actions::ReadTeamLog;
    type Out = Lines;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfTeam {
        OfTeam(self.team)
    }

    async fn run(self, work: &mut Work<'_, actions::ReadTeamLog>) -> Result<Lines, Undone<Self::Refusal>> {
        work.because(self.reason.code());
        let lines = store::client::log::of_team(work, one_more(self.window)).await?;
        Ok(Lines::of(lines, self.window.take))
    }
}
