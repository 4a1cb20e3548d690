//! The asker's side: what was asked, the answer, and going on with it.

use domain::{InquiryId, Pursuit, amsterdam_date};
use policy::actions::{self, OfInquiry, PursueInquiry};
use store::client::inquiries::{self, Doors, Inquiry, Received};
use store::{Undone, UseCase, Work};

/// The question with its answer. Reading the answer is noted, so this is performed and not only looked at.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnInquiry(pub InquiryId);

/// What the asker reads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnInquiry {
    pub inquiry: Inquiry,
    pub doors: Doors,
    /// The complaint and the request that came of it.
    pub received: Vec<Received>,
}

impl UseCase for ReadOwnInquiry {
    type Action = actions::ReadOwnInquiry;
    type Out = OwnInquiry;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfInquiry {
        OfInquiry(self.0)
    }

    async fn run(
        self,
        work: &mut Work<'_, actions::ReadOwnInquiry>,
    ) -> Result<OwnInquiry, Undone<Self::Refusal>> {
        let (inquiry, doors, received) = inquiries::own(work).await?;
        inquiries::seen(work).await?;
        Ok(OwnInquiry { inquiry, doors, received })
    }
}

/// Makes a complaint or a request of the question, answered or not. Done twice is done once.
#[derive(Clone, Copy, Debug)]
pub struct Pursue {
    pub inquiry: InquiryId,
    pub pursuit: Pursuit,
}

impl UseCase for Pursue {
    type Action = PursueInquiry;
    /// False: there was one already.
    type Out = bool;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfInquiry {
        OfInquiry(self.inquiry)
    }

    async fn run(self, work: &mut Work<'_, PursueInquiry>) -> Result<bool, Undone<Self::Refusal>> {
        let due = self.pursuit.due(amsterdam_date(work.now()));
        Ok(inquiries::pursue(work, self.pursuit, due).await?)
    }
}
