//! The posts of one's own organisation, one of them, and the teams a post can be of.

use domain::StaffId;
use policy::actions::{AtDesk, ListAccounts, OfPostEver, ReadPost, ReadTeams};
use store::client::posts::{self, Post, PostLine, TeamLine, TeamName};
use store::{Undone, UseCase, Work};

/// Lists them by name, also those that begin later and those that are over.
#[derive(Clone, Copy, Debug)]
pub struct ListPosts;

impl UseCase for ListPosts {
    type Action = ListAccounts;
    type Out = Vec<PostLine>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListAccounts>) -> Result<Vec<PostLine>, Undone<Self::Refusal>> {
        Ok(posts::all(work).await?)
    }
}

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct ReadOne(pub StaffId);

/// A post, and the teams that another one could be of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WithTeams {
    pub post: Post,
    pub teams: Vec<TeamName>,
}

impl UseCase for ReadOne {
    type Action = ReadPost;
    type Out = WithTeams;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfPostEver {
        OfPostEver(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadPost>) -> Result<WithTeams, Undone<Self::Refusal>> {
        Ok(WithTeams { post: posts::one(work).await?, teams: posts::teams(work).await? })
    }
}

/// The teams, for whoever gives somebody new a post.
#[derive(Clone, Copy, Debug)]
pub struct ListTeams;

impl UseCase for ListTeams {
    type Action = ReadTeams;
    type Out = Vec<TeamName>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ReadTeams>) -> Result<Vec<TeamName>, Undone<Self::Refusal>> {
        Ok(posts::teams(work).await?)
    }
}

/// The same with how many work there, for whoever looks after the teams.
#[derive(Clone, Copy, Debug)]
pub struct CountTeams;

impl UseCase for CountTeams {
    type Action = ReadTeams;
    type Out = Vec<TeamLine>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ReadTeams>) -> Result<Vec<TeamLine>, Undone<Self::Refusal>> {
        Ok(posts::team_lines(work).await?)
    }
}
