//! The second person and the reviews. Each step has a sentence; who may take it is the policies' to say.

use domain::withhold::{ReviewDayError, review_day};
use domain::{Sentence, WithholdId, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{DecideWithheld, ExtendWithheld, OfWithheld, ReleaseWithheld};
use store::client::withhold::{self, Decision};
use store::{Undone, UseCase, Work};

/// What the second person says of a proposal.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Says {
    /// Tell later; looked at again on that day, within 30 days.
    Later { review_on: Date },
    /// Tell now.
    Now,
}

/// Decides as the second person.
#[derive(Clone, Debug)]
pub struct Decide {
    pub notice: WithholdId,
    pub says: Says,
    pub sentence: Sentence,
}

/// Why nothing was decided.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum DecideRefused {
    /// Somebody else did, or it lapsed.
    #[error("there is nothing to decide any more")]
    Over,
    #[error(transparent)]
    Review(#[from] ReviewDayError),
}

fn over<T>(done: bool, out: T) -> Result<T, Undone<DecideRefused>> {
    if done { Ok(out) } else { Err(Undone::Rejected(DecideRefused::Over)) }
}

impl UseCase for Decide {
    type Action = DecideWithheld;
    type Out = ();
    type Refusal = DecideRefused;

    fn about(&self) -> OfWithheld {
        OfWithheld(self.notice)
    }

    async fn run(self, work: &mut Work<'_, DecideWithheld>) -> Result<(), Undone<DecideRefused>> {
        let decision = match self.says {
            Says::Now => Decision::Tell,
            Says::Later { review_on } => {
                let (first_on, by) = withhold::term(work).await?;
                let review_on = review_day(review_on, first_on, amsterdam_date(work.now()), by)
                    .map_err(|why| Undone::Rejected(DecideRefused::Review(why)))?;
                Decision::Withhold { review_on }
            }
        };
        over(withhold::decide(work, decision, self.sentence.as_str()).await?, ())
    }
}

/// Sets a later review day.
#[derive(Clone, Debug)]
pub struct Extend {
    pub notice: WithholdId,
    /// The review day that was on the page: another that was set meanwhile stands.
    pub known: Date,
    pub review_on: Date,
    pub sentence: Sentence,
}

impl UseCase for Extend {
    type Action = ExtendWithheld;
    type Out = ();
    type Refusal = DecideRefused;

    fn about(&self) -> OfWithheld {
        OfWithheld(self.notice)
    }

    async fn run(self, work: &mut Work<'_, ExtendWithheld>) -> Result<(), Undone<DecideRefused>> {
        let (first_on, by) = withhold::term(work).await?;
        let review_on = review_day(self.review_on, first_on, amsterdam_date(work.now()), by)
            .map_err(|why| Undone::Rejected(DecideRefused::Review(why)))?;
        over(withhold::extend(work, self.known, review_on, self.sentence.as_str()).await?, ())
    }
}

/// Tells the client from now on.
#[derive(Clone, Debug)]
pub struct Release {
    pub notice: WithholdId,
    /// Whether the client is told the ground as well.
    pub tell_ground: bool,
    pub sentence: Sentence,
}

impl UseCase for Release {
    type Action = ReleaseWithheld;
    type Out = ();
    type Refusal = DecideRefused;

    fn about(&self) -> OfWithheld {
        OfWithheld(self.notice)
    }

    async fn run(self, work: &mut Work<'_, ReleaseWithheld>) -> Result<(), Undone<DecideRefused>> {
        over(withhold::release(work, self.tell_ground, self.sentence.as_str()).await?, ())
    }
}
