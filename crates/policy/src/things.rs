//! What a deed is about, as facts for one decision each.

use domain::{ControllerId, DossierId, InvolvementId, LegalDomain, PartId, PersonId, StaffId, TeamId};

/// One thing that is decided about.
#[derive(Clone, Debug)]
pub enum Thing {
    Part(PartFacts),
    Desk { controller: ControllerId },
    Desktop { owner: StaffId },
    Queue { team: TeamId, controller: ControllerId },
    Portal { person: PersonId },
    House,
}

/// A dossier part, as far as a decision needs it. No content.
#[derive(Clone, Debug)]
pub struct PartFacts {
    pub part: PartId,
    pub dossier: DossierId,
    pub controller: ControllerId,
    pub team: TeamId,
    pub domain: LegalDomain,
    /// The client as a natural person.
    pub subject: PersonId,
    /// The asking worker's involvement with this domain now, if any (ACC-01).
    pub involvement: Option<InvolvementId>,
}
