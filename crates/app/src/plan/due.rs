//! The days of the own plans that ask for work: for a list of tasks.

use jiff::civil::Date;
use policy::actions::{ListCaseload, OwnDesktop};
use store::client::caseload;
use store::client::plans::{self, DueDate};
use store::{Undone, UseCase, Work};

/// The days through `last`, those that passed included.
#[derive(Clone, Copy, Debug)]
pub struct ReadDueDates {
    pub last: Date,
}

impl UseCase for ReadDueDates {
    type Action = ListCaseload;
    type Out = Vec<DueDate>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ListCaseload>) -> Result<Vec<DueDate>, Undone<Self::Refusal>> {
        let cases = caseload::own(work).await?;
        Ok(plans::due_dates(work, &cases, self.last).await?)
    }
}
