//! Who acts: an account in a capacity (DESIGN §4, "Actor"). The facts are read in the transaction
//! of the deed, never carried over from sign-in.

use domain::{
    AccountId, ControllerId, Function, LegalDomain, PersonId, ProxyId, ProxyKind, SessionId, StaffId, TeamId,
};

/// The facts of an actor at this moment.
#[derive(Clone, Debug)]
pub struct ActorFacts {
    /// The account that signed in; none for a system job.
    pub account: Option<AccountId>,
    /// The session; none for a system job.
    pub session: Option<SessionId>,
    /// In which capacity.
    pub capacity: Capacity,
    /// Signed in again shortly ago (ACC-17), for sensitive deeds.
    pub fresh: bool,
}

/// In which capacity an account acts.
#[derive(Clone, Debug)]
pub enum Capacity {
    /// A resident, for themselves.
    Own { person: PersonId },
    /// For another person: by authority, representation or mandate (ACC-11).
    Proxy(ProxyFacts),
    /// A post at a controller.
    Staff(StaffFacts),
    /// A clock.
    System(Job),
}

/// The right to act for another person.
#[derive(Clone, Debug)]
pub struct ProxyFacts {
    pub proxy: ProxyId,
    /// Who acts.
    pub person: PersonId,
    /// For whom.
    pub on_behalf_of: PersonId,
    pub kind: ProxyKind,
    /// The legal domains it reaches.
    pub domains: Vec<LegalDomain>,
}

/// A post at a controller.
#[derive(Clone, Debug)]
pub struct StaffFacts {
    pub staff: StaffId,
    pub person: PersonId,
    pub controller: ControllerId,
    /// The own team; functions for the whole organisation have none.
    pub team: Option<TeamId>,
    pub function: Function,
    /// The coordinator of the own team is absent now, so that a deputy acts in their place (ACC-09).
    pub coordinator_absent: bool,
    /// ACC-13: pledge, training and account were in order at sign-in.
    pub ready: bool,
}

impl StaffFacts {
    /// Has the rights of a coordinator now: a deputy only while the coordinator is absent (ACC-09).
    pub fn coordinates_now(&self) -> bool {
        self.function.coordinates() && (self.function != Function::Deputy || self.coordinator_absent)
    }
}

/// The clocks that perform.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Job {
    PurgeContacts,
    PurgeDrafts,
    PurgeEmergencies,
    /// Makes findable what was written before there was a search.
    IndexSearch,
    /// Looks through the accesses of each day (ACC-22).
    ReviewLog,
    /// The house itself, to whoever holds a code from the desk.
    Activation,
}

impl Job {
    /// Each of them.
    pub const ALL: [Self; 6] = [
        Self::PurgeContacts,
        Self::PurgeDrafts,
        Self::PurgeEmergencies,
        Self::IndexSearch,
        Self::ReviewLog,
        Self::Activation,
    ];

    /// The name in Cedar and in the record.
    pub const fn name(self) -> &'static str {
        match self {
            Self::PurgeContacts => "purge-contacts",
            Self::PurgeDrafts => "purge-drafts",
            Self::PurgeEmergencies => "purge-emergencies",
            Self::IndexSearch => "index-search",
            Self::ReviewLog => "review-log",
            Self::Activation => "activation",
        }
    }
}

impl ActorFacts {
    /// The post, when acting as staff.
    pub fn staff(&self) -> Option<&StaffFacts> {
        match &self.capacity {
            Capacity::Staff(staff) => Some(staff),
            Capacity::Own { .. } | Capacity::Proxy(_) | Capacity::System(_) => None,
        }
    }

    /// The proxy, when acting for another.
    pub fn proxy(&self) -> Option<&ProxyFacts> {
        match &self.capacity {
            Capacity::Proxy(proxy) => Some(proxy),
            Capacity::Own { .. } | Capacity::Staff(_) | Capacity::System(_) => None,
        }
    }

    /// The person, when acting for themselves.
    pub fn own_person(&self) -> Option<PersonId> {
        match self.capacity {
            Capacity::Own { person } => Some(person),
            Capacity::Proxy(_) | Capacity::Staff(_) | Capacity::System(_) => None,
        }
    }
}
