//! What a deed is about, as facts for one decision each.

use domain::{
    ControllerId, DossierId, EmergencyId, EmergencyReason, FindingId, InquiryId, InvolvementId, LegalDomain,
    PartId, PersonId, StaffId, TeamId,
};
use jiff::Timestamp;
use uuid::Uuid;

/// One thing that is decided about.
#[derive(Clone, Debug)]
pub enum Thing {
    Part(PartFacts),
    Desk {
        controller: ControllerId,
    },
    /// The client whom the desk found for a way in, with what stands between them and the asker.
    Applicant {
        controller: ControllerId,
        person: PersonId,
        walls: Walls,
    },
    Desktop {
        owner: StaffId,
    },
    Team {
        team: TeamId,
        controller: ControllerId,
    },
    Post {
        staff: StaffId,
        controller: ControllerId,
        person: PersonId,
    },
    /// An emergency access, as something that is ended or judged.
    Emergency {
        emergency: EmergencyId,
        /// The team whose dossier it is.
        team: TeamId,
        controller: ControllerId,
        /// Who opened it.
        accessor: StaffId,
    },
    Portal {
        person: PersonId,
    },
    Inquiry(InquiryFacts),
    /// What stood out in what somebody did on a day.
    Finding {
        finding: FindingId,
        controller: ControllerId,
        /// Whom it is about.
        worker: PersonId,
        /// It is the asking worker's to judge.
        reviews: bool,
    },
    Review(ReviewFacts),
    Withholding(WithholdFacts),
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
    /// The asking worker's emergency access to the dossier now, if any (ACC-03).
    pub emergency: Option<Emergency>,
    /// The asking worker may open it in an emergency although it has extra protection: approved just now, or because
    /// somebody is in danger (ACC-03).
    pub cleared: bool,
    /// What stands between the asking worker and this part now.
    pub walls: Walls,
    /// The dossier needs more than the ordinary care (ACC-03).
    pub extra_protected: bool,
    /// Help under this domain has stopped.
    pub closed: bool,
}

/// An emergency access that has not ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Emergency {
    pub id: EmergencyId,
    pub reason: EmergencyReason,
    /// The first moment at which it is over.
    pub until: Timestamp,
}

/// A client's question about a look, as it stands to the asker. No words.
#[derive(Clone, Debug)]
pub struct InquiryFacts {
    pub inquiry: InquiryId,
    pub controller: ControllerId,
    /// Who looked.
    pub looker: PersonId,
    /// The client as a natural person.
    pub subject: PersonId,
    /// It is the asking worker's turn to answer.
    pub answers: bool,
    /// What stands between the asking worker and the client.
    pub walls: Walls,
    /// So late that the data protection officer sees it.
    pub long_overdue: bool,
}

/// An emergency access that is or was judged, as it stands to the asker. No words.
#[derive(Clone, Debug)]
pub struct ReviewFacts {
    pub emergency: EmergencyId,
    pub controller: ControllerId,
    /// The team whose dossier it is.
    pub team: TeamId,
    /// Who opened it.
    pub accessor: PersonId,
    /// Who approved that; none where nobody was asked.
    pub approver: Option<PersonId>,
    /// The client as a natural person; none when the dossier is gone.
    pub subject: Option<PersonId>,
    /// It is the asking worker's turn to judge.
    pub judges: bool,
    /// A verdict stands.
    pub judged: bool,
    /// What stands between the asking worker and the client.
    pub walls: Walls,
}

/// A notice that is told later, or what could become one, as it stands to the asker. No words.
#[derive(Clone, Debug)]
pub struct WithholdFacts {
    /// Of the notice, or of what could be withheld.
    pub id: Uuid,
    pub controller: ControllerId,
    /// The team whose dossier it is.
    pub team: TeamId,
    /// The client as a natural person; none when the dossier is gone.
    pub subject: Option<PersonId>,
    /// Whose look it is, and who proposed to tell it later.
    pub parties: Vec<PersonId>,
    /// The asking worker opened it, proposed it, or works with the dossier.
    pub proposes: bool,
    /// What stands between the asking worker and the client.
    pub walls: Walls,
    /// The data protection officer may decide (SHA-12).
    pub officers_turn: bool,
    /// Only the officer extends it.
    pub officer_only: bool,
}

/// What stands between a worker and a part, besides not being involved.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Walls {
    /// The worker declared a conflict of interest about this client (ACC-05).
    pub conflict: bool,
    /// The client does not want this worker.
    pub excluded: bool,
    /// The entry that the deed is about is hidden from this worker (RGT-R11).
    pub hidden: bool,
}
