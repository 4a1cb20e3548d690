//! Ending it before its time: the worker who opened it, the coordinator, or the deputy.

use domain::EmergencyId;
use policy::actions::{EndEmergency, OfEmergency};
use store::{Undone, UseCase, Work};

/// Ends an emergency access now.
#[derive(Clone, Copy, Debug)]
pub struct End(pub EmergencyId);

/// Why nothing ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum EndRefused {
    #[error("it had ended")]
    Ended,
}

impl UseCase for End {
    type Action = EndEmergency;
    type Out = ();
    type Refusal = EndRefused;

    fn about(&self) -> OfEmergency {
        OfEmergency(self.0)
    }

    async fn run(self, work: &mut Work<'_, EndEmergency>) -> Result<(), Undone<EndRefused>> {
        match store::client::emergency::end(work).await? {
            true => Ok(()),
            false => Err(Undone::Rejected(EndRefused::Ended)),
        }
    }
}
