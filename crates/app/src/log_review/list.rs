//! What the reader judges: what waits, what was settled lately, and what stands out today so far.

use policy::actions::{AtDesk, ListFindings};
use store::client::log_review::{self, Line, SoFar};
use store::{Undone, UseCase, Work};

/// Findings on one page.
pub const PAGE: u32 = 25;
/// How many that were settled are listed.
const SETTLED: u32 = 50;

/// Lists the findings.
#[derive(Clone, Copy, Debug, Default)]
pub struct List {
    /// Of those that wait; 0 is the first page.
    pub page: u32,
}

/// The newest day first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    pub waiting: Vec<Line>,
    /// More wait than these: of earlier days.
    pub more: bool,
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
        let (settled, _) = log_review::list(work, log_review::Which::Settled, (0, SETTLED)).await?;
        let page = (self.page.saturating_mul(PAGE), PAGE);
        let (waiting, more) = log_review::list(work, log_review::Which::Waiting, page).await?;
        Ok(Listed { waiting, more, settled })
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
