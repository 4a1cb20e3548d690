//! The desk's side: what waits, by its day, and the answer. Whose turn it is, is a rule of `domain::inquiry`.

use domain::inquiry::ANSWER_MAX;
use domain::{FieldProblem, Input, InquiryId};
use policy::actions::{AnswerInquiry, AtDesk, ListInquiries, OfInquiry, ReadInquiry};
use store::client::inquiries::{self, Inquiry, Name, Waiting};
use store::{Undone, UseCase, Work};

/// What waits for the reader.
#[derive(Clone, Copy, Debug)]
pub struct ListWaiting;

impl UseCase for ListWaiting {
    type Action = ListInquiries;
    /// The earliest due first.
    type Out = Vec<Waiting>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, ListInquiries>) -> Result<Vec<Waiting>, Undone<Self::Refusal>> {
        Ok(inquiries::waiting(work).await?)
    }
}

/// One question.
#[derive(Clone, Copy, Debug)]
pub struct ReadWaiting(pub InquiryId);

impl UseCase for ReadWaiting {
    type Action = ReadInquiry;
    type Out = Inquiry;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfInquiry {
        OfInquiry(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadInquiry>) -> Result<Inquiry, Undone<Self::Refusal>> {
        Ok(inquiries::one(work).await?)
    }
}

/// An answer in plain words.
#[derive(Clone, Debug)]
pub struct Answer {
    pub inquiry: InquiryId,
    pub text: String,
    /// Whether the client is told who it was. Where that is dangerous for the worker, the text says why not.
    pub name: Name,
}

/// Why an answer was not kept.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AnswerRefused {
    #[error(transparent)]
    Text(#[from] FieldProblem),
    #[error("it was answered already")]
    Already,
}

impl UseCase for Answer {
    type Action = AnswerInquiry;
    type Out = ();
    type Refusal = AnswerRefused;

    fn about(&self) -> OfInquiry {
        OfInquiry(self.inquiry)
    }

    async fn run(self, work: &mut Work<'_, AnswerInquiry>) -> Result<(), Undone<AnswerRefused>> {
        let text = Input::text("answer", &self.text, ANSWER_MAX)
            .map_err(|why| Undone::Rejected(AnswerRefused::Text(why)))?;
        match inquiries::answer(work, &text, self.name).await? {
            true => Ok(()),
            false => Err(Undone::Rejected(AnswerRefused::Already)),
        }
    }
}
