//! What is told later, for those who decide about it.

use domain::WithholdId;
use jiff::civil::Date;
use policy::actions::{AtDesk, ListWithheld, OfWithheld, ReadWithheld};
use store::client::withhold::{self, Notice, Row};
use store::{Undone, UseCase, Work};

/// What is the reader's to decide, by the day on which something has to be done.
#[derive(Clone, Copy, Debug)]
pub struct List;

impl UseCase for List {
    type Action = ListWithheld;
    type Out = Vec<Row>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListWithheld>) -> Result<Vec<Row>, Undone<Self::Refusal>> {
        Ok(withhold::list(work).await?)
    }
}

/// How many wait for the reader to decide, and the first of their days.
#[derive(Clone, Copy, Debug)]
pub struct Count;

impl UseCase for Count {
    type Action = ListWithheld;
    type Out = (usize, Option<Date>);
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListWithheld>) -> Result<Self::Out, Undone<Self::Refusal>> {
        Ok(withhold::count(work).await?)
    }
}

/// One of them with its steps.
#[derive(Clone, Copy, Debug)]
pub struct Read(pub WithholdId);

impl UseCase for Read {
    type Action = ReadWithheld;
    type Out = Notice;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfWithheld {
        OfWithheld(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadWithheld>) -> Result<Notice, Undone<Self::Refusal>> {
        Ok(withhold::one(work).await?)
    }
}
