//! What the reader judges: what waits, what was settled lately, and what stands out today so far.

use policy::actions::{AtDesk, ListFindings};
use store::client::log_review::{self, Line, SoFar};
use store::{Undone, UseCase, Work};

/// Lists the findings.
#[derive(Clone, Copy, Debug)]
pub struct List;

/// The newest day first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    pub waiting: Vec<Line>,
    /// The last that were settled.
    pub settled: Vec<Line>,
}

impl UseCase for List {
    type Action = ListFindings;
    type Out = Listed;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListFindings>) -> Result<Listed, Undone<Self::Refusal>> {
        let settled = log_review::list(work, log_review::Which::Settled).await?;
        let waiting = log_review::list(work, log_review::Which::Waiting).await?;
        Ok(Listed { waiting, settled })
    }
}

/// Counts the day that is not over.
#[derive(Clone, Copy, Debug)]
pub struct Today;

impl UseCase for Today {
    type Action = ListFindings;
    type Out = Vec<SoFar>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListFindings>) -> Result<Vec<SoFar>, Undone<Self::Refusal>> {
        Ok(log_review::so_far(work).await?)
    }
}
