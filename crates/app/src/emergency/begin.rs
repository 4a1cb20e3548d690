//! The pages before it, and what one opened and asked oneself.

use policy::actions::{AtDesk, BeginEmergency};
use store::client::emergency::{self, Own};
use store::{Undone, UseCase, Work};

/// Stands before the form.
#[derive(Clone, Copy, Debug)]
pub struct Begin;

impl UseCase for Begin {
    type Action = BeginEmergency;
    type Out = Own;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> AtDesk {
        AtDesk
    }

    async fn run(self, work: &mut Work<'_, BeginEmergency>) -> Result<Own, Undone<Self::Refusal>> {
        Ok(emergency::own(work).await?)
    }
}
