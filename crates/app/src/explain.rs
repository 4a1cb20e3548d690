//! "Wie kan dit dossier nu zien, en waarom" and "wat verandert er als …", for the data protection officer (ACC-14). For
//! a reason that is recorded; the client sees the asking among the looks.

use domain::InvestigationGround;
use policy::actions::{AtDesk, ExplainAccess};
pub use policy::suppose::{Change, Effect};
pub use store::client::explained::{Colleague, Explained, Facts, Question, Seer, Supposed};
use store::client::explained::{colleagues, explained};
use store::{Undone, UseCase, Work};

use crate::sign_in::PLEDGE_TEXT;

/// Stands at the desk of the question: whom something can be supposed about.
#[derive(Clone, Copy, Debug)]
pub struct Begin;

impl UseCase for Begin {
    type Action = ExplainAccess;
    type Out = Vec<Colleague>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ExplainAccess>) -> Result<Self::Out, Undone<Self::Refusal>> {
        Ok(colleagues(work).await?)
    }
}

/// Asks about one dossier. `None` in the answer: there is none with this number, or it is not for this officer.
#[derive(Clone, Copy, Debug)]
pub struct Explain {
    pub question: Question,
    pub ground: InvestigationGround,
}

impl UseCase for Explain {
    type Action = ExplainAccess;
    type Out = (Vec<Colleague>, Option<Explained>);
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ExplainAccess>) -> Result<Self::Out, Undone<Self::Refusal>> {
        work.because(self.ground.code());
        let colleagues = colleagues(work).await?;
        Ok((colleagues, explained(work, self.question, PLEDGE_TEXT).await?))
    }
}
