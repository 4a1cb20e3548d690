//! The coordinator or the deputy approves, as it happens, that somebody opens a dossier (ACC-03).

use domain::EmergencyRequestId;
use policy::actions::{ApproveEmergency, OfEmergencyRequest};
use store::{Undone, UseCase, Work};

/// Approves a question; the worker opens the dossier within the hour.
#[derive(Clone, Copy, Debug)]
pub struct Approve(pub EmergencyRequestId);

/// Why it was not approved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ApproveRefused {
    /// It lapsed, or somebody else approved it first.
    #[error("it waits no longer")]
    NotWaiting,
}

impl UseCase for Approve {
    type Action = ApproveEmergency;
    type Out = ();
    type Refusal = ApproveRefused;

    fn about(&self) -> OfEmergencyRequest {
        OfEmergencyRequest(self.0)
    }

    async fn run(self, work: &mut Work<'_, ApproveEmergency>) -> Result<(), Undone<ApproveRefused>> {
        match store::client::emergency::approve(work).await? {
            true => Ok(()),
            false => Err(Undone::Rejected(ApproveRefused::NotWaiting)),
        }
    }
}
