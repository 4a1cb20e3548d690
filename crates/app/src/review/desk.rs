//! What waits for a verdict and what was judged, one case, and that the board was told.

use domain::EmergencyId;
use jiff::civil::Date;
use policy::actions::{self, AtDesk, ListReviews, OfReview, ReadReview};
use store::client::reviews::{self, CaseRead, Listed};
use store::{Undone, UseCase, Work};

/// What waits, by its day, and below it what was judged.
#[derive(Clone, Copy, Debug)]
pub struct List;

impl UseCase for List {
    type Action = ListReviews;
    type Out = Vec<Listed>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListReviews>) -> Result<Vec<Listed>, Undone<Self::Refusal>> {
        Ok(reviews::listed(work).await?)
    }
}

/// What waits or waited longer than ten working days, for the board: no client is told of.
#[derive(Clone, Copy, Debug)]
pub struct Board;

impl UseCase for Board {
    type Action = ListReviews;
    type Out = Vec<Listed>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListReviews>) -> Result<Vec<Listed>, Undone<Self::Refusal>> {
        Ok(reviews::overdue(work).await?)
    }
}

/// How many wait for the reader's own verdict, and the first of their days.
#[derive(Clone, Copy, Debug)]
pub struct Count;

impl UseCase for Count {
    type Action = ListReviews;
    type Out = (usize, Option<Date>);
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListReviews>) -> Result<Self::Out, Undone<Self::Refusal>> {
        Ok(reviews::count(work).await?)
    }
}

/// One case.
#[derive(Clone, Copy, Debug)]
pub struct Read(pub EmergencyId);

impl UseCase for Read {
    type Action = ReadReview;
    type Out = CaseRead;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfReview {
        OfReview(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadReview>) -> Result<CaseRead, Undone<Self::Refusal>> {
        Ok(reviews::one(work).await?)
    }
}

/// Notes that the board was told of these; how many were not noted yet.
#[derive(Clone, Debug)]
pub struct TellBoard(pub Vec<EmergencyId>);

impl UseCase for TellBoard {
    type Action = actions::TellBoard;
    type Out = usize;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, actions::TellBoard>) -> Result<usize, Undone<Self::Refusal>> {
        Ok(reviews::tell_board(work, &self.0).await?)
    }
}
