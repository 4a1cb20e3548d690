//! "Iemand anders keek in uw dossier": one emergency access as the client reads it, from its line in the list.

use domain::{DossierId, LookId};
use policy::actions::{OfDossier, ReadOwnAccess};
pub use store::client::emergency::Told;
use store::client::withhold::ToldLater;
use store::{Undone, UseCase, Work};

use super::{Look, looks_read};

/// Reads about the emergency access of a line.
#[derive(Clone, Copy, Debug)]
pub struct ReadEmergency {
    pub dossier: DossierId,
    /// The line at which it was opened.
    pub look: LookId,
}

/// What the client reads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct EmergencyRead {
    pub look: Look,
    pub told: Told,
    /// That the list left it out before.
    pub later: Option<ToldLater>,
}

impl UseCase for ReadEmergency {
    type Action = ReadOwnAccess;
    /// None: the list has no such line; whether the record has it makes no difference.
    type Out = Option<EmergencyRead>;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.dossier)
    }

    async fn run(
        self,
        work: &mut Work<'_, ReadOwnAccess>,
    ) -> Result<Option<EmergencyRead>, Undone<Self::Refusal>> {
        let read = looks_read(work).await?;
        let opening = |look: &Look| look.id == Some(self.look) && look.event == "OpenEmergency";
        let Some(look) = read.looks.into_iter().find(opening) else { return Ok(None) };
        let Some(staff) = look.staff else { return Ok(None) };
        let told = store::client::emergency::told(work, staff, look.at).await?;
        let later = read.told_later.into_iter().rfind(|it| it.opened_at == look.at && it.staff == staff);
        Ok(told.map(|told| EmergencyRead { look, told, later }))
    }
}
