//! The people around a client: who they are, who holds authority, who represents, what a judge arranged, what the client
//! decides alone. Each fact says since when it holds and since when we know it, so that a day in the past keeps its answer.

mod age_line;
mod authority;
mod birth_correction;
mod capacity;
mod contradiction;
mod due;
mod names;
mod person;
mod representative;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use age_line::{AGES, Turn, age_line, needs_second};
pub use authority::{
    Authority, AuthorityFault, AuthorityKind, Bar, Basis, Holder, ParentalAuthority, Scope,
    authority_holders, never_holds,
};
pub use birth_correction::{
    BirthFault, BirthSeen, Crossing, Reached, ages_crossed, judge_correction, too_young_for_portal,
};
pub use capacity::{Ability, CapacityAssessment, CapacityFault, Matter, Outcome, VALID_MONTHS, ability};
pub use contradiction::{Contradiction, contradictions};
pub use due::{Due, DueKind, birthdays, due, due_of};
pub use names::{Known, candidates, unknown_names};
pub use person::{
    Contact, HowInformed, Informed, KeptFor, KeptOn, PersonFault, RelatedPerson, Relation,
    SAFETY_RECHECK_DAYS, TypedPerson,
};
pub use representative::{Representative, RepresentativeKind, represents};

use crate::codes::coded;
use crate::{PeopleFactId, PeopleVersionId, Period};

coded! {
    /// What was seen when something about authority or representation was recorded (CON-08). Never its number.
    pub enum DocumentSeen, "document that was seen" {
        /// An extract of the authority register.
        AuthorityRegister = "authority-register",
        /// A decision of a judge.
        CourtDecision = "court-decision",
        /// A deed of marriage or registered partnership.
        MarriageDeed = "marriage-deed",
        /// A birth certificate.
        BirthCertificate = "birth-certificate",
        /// A deed of recognition.
        RecognitionDeed = "recognition-deed",
        /// An extract of the population register.
        PopulationRegister = "population-register",
        /// The register of curatele and bewind.
        CurateleRegister = "curatele-register",
        /// A mandate in writing.
        WrittenMandate = "written-mandate",
    }
}

coded! {
    /// Why something stopped holding.
    pub enum EndReason, "reason for an end" {
        /// It is over.
        Over = "over",
        /// A judge decided so.
        CourtDecision = "court-decision",
        /// The client came of age.
        CameOfAge = "came-of-age",
        /// Somebody died.
        Died = "died",
        /// The person does not agree any more to be kept (CON-27).
        AgreementWithdrawn = "agreement-withdrawn",
        /// It never was so.
        Mistake = "mistake",
    }
}

coded! {
    /// A rule that a judge set, beside authority (CON-08, CON-13).
    pub enum SchemeKind, "kind of court scheme" {
        /// What one parent is told by the other.
        InformationBetweenParents = "information-parents",
        /// What third parties tell a parent.
        InformationByThirdParties = "information-third-parties",
        /// When the child is with whom.
        Contact = "contact",
        /// Supervision: parents keep their authority (CON-13).
        Supervision = "supervision",
    }
}

/// Which document was seen, and on which day. Who saw it is who recorded the fact.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct Seen {
    /// What it was.
    pub document: DocumentSeen,
    /// The day on which it was looked at.
    pub on: Date,
}

/// A rule of a judge. It goes before what would hold without it.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub struct CourtScheme {
    /// Of what kind.
    pub kind: SchemeKind,
    /// What it says, in short.
    pub says: String,
    /// What was seen.
    pub seen: Seen,
}

/// One thing that is known of the people around a client.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fact {
    /// Somebody is there.
    Person(RelatedPerson),
    /// Somebody holds authority over the client, who is a child.
    Authority(ParentalAuthority),
    /// Somebody acts for the client.
    Representative(Representative),
    /// Whether the client can decide about a matter.
    Capacity(CapacityAssessment),
    /// A judge arranged something.
    Scheme(CourtScheme),
}

coded! {
    /// What a fact is about; also the last part of the address of its form.
    pub enum FactKind, "kind of fact about people" {
        /// Somebody is there.
        Person = "person",
        /// Authority over a child.
        Authority = "authority",
        /// Acting for the client.
        Representative = "representative",
        /// Deciding about a matter.
        Capacity = "capacity",
        /// What a judge arranged.
        Scheme = "scheme",
    }
}

impl Fact {
    /// Of which kind.
    pub const fn kind(&self) -> FactKind {
        match self {
            Self::Person(_) => FactKind::Person,
            Self::Authority(_) => FactKind::Authority,
            Self::Representative(_) => FactKind::Representative,
            Self::Capacity(_) => FactKind::Capacity,
            Self::Scheme(_) => FactKind::Scheme,
        }
    }

    /// The person it names, for authority and representation.
    pub const fn person(&self) -> Option<PeopleFactId> {
        match self {
            Self::Authority(it) => Some(it.person),
            Self::Representative(it) => Some(it.person),
            Self::Person(_) | Self::Capacity(_) | Self::Scheme(_) => None,
        }
    }

    /// The client reads it. Who is a danger may stand over the client's shoulder (MOD-07).
    pub fn is_for_client(&self) -> bool {
        !matches!(self, Self::Person(person) if person.hidden_from_client)
    }
}

/// A fact with both its times. `version` names this text, `fact` all its texts.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Held {
    /// The series.
    pub fact: PeopleFactId,
    /// This text of it.
    pub version: PeopleVersionId,
    /// What it says.
    pub says: Fact,
    /// When it holds.
    pub period: Period,
    /// Since when we say so.
    pub recorded_at: Timestamp,
    /// Since when we say something else; none while we say this.
    pub superseded_at: Option<Timestamp>,
}

impl Held {
    /// Whether this text is what was known at an instant.
    pub fn known(&self, known_at: Timestamp) -> bool {
        self.recorded_at <= known_at && self.superseded_at.is_none_or(|over| known_at < over)
    }

    /// Whether it held at an instant, by what was known at another.
    pub fn holds(&self, at: Timestamp, known_at: Timestamp) -> bool {
        self.known(known_at) && self.period.covers(at)
    }
}

/// Who a fact names, as known and held then.
pub fn person_of(
    facts: &[Held],
    person: PeopleFactId,
    at: Timestamp,
    known_at: Timestamp,
) -> Option<&RelatedPerson> {
    facts.iter().find_map(|held| match &held.says {
        Fact::Person(it) if held.fact == person && held.holds(at, known_at) => Some(it),
        _ => None,
    })
}

#[cfg(test)]
pub(crate) mod testing;
