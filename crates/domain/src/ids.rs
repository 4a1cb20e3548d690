//! Identifiers are types: a `DossierId` never fits where a `ClientId` is asked.
//! All are UUIDs; new ones come from an injected source, never from here.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);

        impl $name {
            /// The bare UUID, for storage and for the record.
            pub const fn uuid(self) -> Uuid { self.0 }
        }

        impl From<Uuid> for $name {
            fn from(id: Uuid) -> Self { Self(id) }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, "{}", self.0.simple())
            }
        }

        impl std::str::FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A natural person, whatever their role: resident, worker, or both.
    PersonId,
    /// How somebody signs in. A person may have one as resident and one as staff.
    AccountId,
    /// A person's post at one controller.
    StaffId,
    /// A municipality or an organisation responsible for its own dossiers (CTL-01).
    ControllerId,
    /// A team of one controller.
    TeamId,
    /// A resident helped by one controller.
    ClientId,
    /// What a record calls a client; the mapping goes when the dossier goes (ACC-20).
    Pseudonym,
    /// A dossier belongs to exactly one client (MOD-03).
    DossierId,
    /// The part of a dossier under one legal domain (MOD-02).
    PartId,
    /// Something written in a dossier part.
    EntryId,
    /// A file in a dossier part.
    DocumentId,
    /// A worker directly involved with one domain of one dossier (ACC-01).
    InvolvementId,
    /// A client's question about a look.
    InquiryId,
    /// A look as the client's own list names it: an opaque code, no number.
    LookId,
    /// A question of somebody who stays anonymous (BAS-10).
    ContactId,
    /// An emergency access: somebody who is not involved opened a dossier (ACC-03).
    EmergencyId,
    /// A question to the coordinator to open a dossier in an emergency.
    EmergencyRequestId,
    /// What stood out in what somebody did on a day (ACC-22).
    FindingId,
    /// A personal data breach that was received (BRE-01).
    BreachId,
    /// Text not yet filed; only its author sees it (ACC-23).
    DraftId,
    /// One line in the record.
    RecordId,
    /// A worker's declared conflict of interest (ACC-05).
    ConflictId,
    /// A time in which a member of staff is absent.
    AbsenceId,
    /// A worker whom a client does not want.
    ExclusionId,
    /// An entry hidden from an audience (RGT-R11).
    ShieldId,
    /// A dossier with extra protection (ACC-03).
    ProtectionId,
    /// The right of one person to act for another (ACC-11).
    ProxyId,
    /// A signed-in session.
    SessionId,
    /// Something that leaves by the network, in the outbox.
    OutboxId,
    /// A passkey of an account.
    PasskeyId,
    /// A notice that is told later (SHA-12).
    WithholdId,
    /// Something known of the people around a client, over all its versions.
    PeopleFactId,
    /// One version of it.
    PeopleVersionId,
    /// Something in a plan: a goal, an agreement, a provision, an evaluation.
    PlanItemId,
    /// What a client asks about the own plan.
    PlanQuestionId,
    /// The plan of a family: what its sections have in common.
    FamilyPlanId,
    /// One section of it.
    FamilySectionId,
    /// Something to do about a client.
    TaskId,
}
