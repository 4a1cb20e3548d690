//! The shape of a household: people at one address, and for each what they are helped with.
//! Everything that is the same for everybody is derived in `filling`.

use super::course::Course;
use super::world::{Address, Entry, SafeContact};

/// People who live together.
#[derive(Debug)]
pub struct Household {
    /// Where.
    pub address: Address,
    /// Whether involved workers only may know where (PST-06).
    pub secret_address: bool,
    /// Those of them who are clients.
    pub members: &'static [Member],
}

/// How the notes speak of somebody.
#[derive(Clone, Copy, Debug)]
pub enum Speaks {
    /// "zij", "haar".
    OfHer,
    /// "hij", "hem", "zijn".
    OfHim,
}

/// A client.
#[derive(Clone, Copy, Debug)]
pub struct Member {
    /// Key of the client and of the person; unique.
    pub key: &'static str,
    /// Key of the team where the question landed; the controller and the desk come with it.
    pub team: &'static str,
    /// As in a resident.
    pub surname: &'static str,
    /// As in a resident.
    pub given_names: &'static str,
    /// As in a resident.
    pub address_form: &'static str,
    /// How the notes speak of this client.
    pub speaks: Speaks,
    /// As in a resident.
    pub birth_date: &'static str,
    /// As in a resident.
    pub bsn: Option<&'static str>,
    /// As in a resident.
    pub phone: Option<&'static str>,
    /// As in a resident.
    pub email: Option<&'static str>,
    /// As in a resident.
    pub safe_contact: SafeContact,
    /// As in a resident.
    pub help_question: &'static str,
    /// The other person in the story, as the notes name them: "haar man", "zijn moeder".
    pub other: &'static str,
    /// Who helps with what; one for each legal domain.
    pub help: &'static [Help],
    /// Notes of this client alone.
    pub own_notes: &'static [Entry],
}

/// Help under one legal domain.
#[derive(Clone, Copy, Debug)]
pub struct Help {
    /// Key of the worker who has it now; none while the question waits (ACC-01).
    pub worker: Option<&'static str>,
    /// Why this worker, in a sentence that the client may read.
    pub reason: &'static str,
    /// What was told; the courses of one help have the same domain.
    pub told: &'static [Told],
    /// Who had it before.
    pub before: Option<Before>,
    /// Who took over for a while.
    pub stand_in: Option<StandIn>,
}

/// Some notes of a course, spread over a time.
#[derive(Clone, Copy, Debug)]
pub struct Told {
    /// Which.
    pub course: &'static Course,
    /// From this many days before the demo day...
    pub from: u32,
    /// ...until this many.
    pub to: u32,
    /// How many.
    pub notes: usize,
}

/// A worker who handed over.
#[derive(Clone, Copy, Debug)]
pub struct Before {
    /// Key of the worker.
    pub worker: &'static str,
    /// Days before the demo day of the last day.
    pub until: u32,
    /// Why it ended.
    pub because: &'static str,
}

/// A worker who took over for a while.
#[derive(Clone, Copy, Debug)]
pub struct StandIn {
    /// Key of the worker.
    pub worker: &'static str,
    /// Days before the demo day of the first day.
    pub from: u32,
    /// Days before the demo day of the last day.
    pub until: u32,
}

/// An address in the town that does not exist.
pub const fn address(street: &'static str, postcode: &'static str) -> Address {
    Address { street, postcode, town: "Waterrijk" }
}

/// Some notes of a course, spread over a time.
pub const fn told(course: &'static Course, from: u32, to: u32, notes: usize) -> Told {
    Told { course, from, to, notes }
}

/// Help by one worker.
pub const fn by(worker: &'static str, reason: &'static str, told: &'static [Told]) -> Help {
    Help { worker: Some(worker), reason, told, before: None, stand_in: None }
}

/// A question that waits for a worker.
pub const fn waits(told: &'static [Told]) -> Help {
    Help { worker: None, reason: "", told, before: None, stand_in: None }
}

impl Help {
    /// Somebody had it before.
    pub const fn taken_over(mut self, before: Before) -> Self {
        self.before = Some(before);
        self
    }

    /// Somebody took over for a while.
    pub const fn stood_in(mut self, worker: &'static str, from: u32, until: u32) -> Self {
        self.stand_in = Some(StandIn { worker, from, until });
        self
    }
}

impl Member {
    /// What most clients have in common.
    pub const PLAIN: Member = Member {
        key: "",
        team: "zuid",
        surname: "",
        given_names: "",
        address_form: "none",
        speaks: Speaks::OfHer,
        birth_date: "",
        bsn: None,
        phone: None,
        email: None,
        safe_contact: SafeContact { phone: "safe", mail: "unknown", post: "safe", note: None },
        help_question: "",
        other: "",
        help: &[],
        own_notes: &[],
    };
}
