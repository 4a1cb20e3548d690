//! Agreed by both: a version counts when the worker said so and the client did, in the portal or as the worker noted.
//! What somebody said about a version stays; a later version is a proposal until it is agreed again.

use jiff::civil::Date;

use crate::codes::coded;

coded! {
    /// Who says it.
    pub enum Side, "side" {
        Worker = "worker",
        Client = "client",
    }
}

coded! {
    /// What is said about a version.
    pub enum Answer, "answer to a plan" {
        /// "Ik ben het eens".
        Agreed = "agreed",
        /// "Ik wil er eerst over praten".
        TalkFirst = "talk-first",
    }
}

coded! {
    /// How the client agreed, or will.
    pub enum How, "way of agreeing" {
        /// In a talk; the worker noted it.
        Talk = "talk",
        /// On paper; the worker noted it.
        Writing = "writing",
        /// In the portal, by the client.
        Portal = "portal",
    }
}

/// One thing that was said about a version, in the order it was recorded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Statement {
    pub version: i64,
    pub side: Side,
    pub answer: Answer,
    pub how: How,
    /// The day it holds from.
    pub on: Date,
}

/// A version that both agreed with.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Agreed {
    pub version: i64,
    pub on: Date,
    pub how: How,
}

/// How it stands with the newest version.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nobody said anything of it yet.
    Proposal,
    /// The worker asks the client in the portal.
    WaitsForClient,
    /// The client agrees; the worker has not said so.
    WaitsForWorker,
    /// The client wants to talk about it first.
    TalkFirst,
    Agreed,
}

/// How it stands with a plan.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// The newest version that both agreed with, if any.
    pub agreed: Option<Agreed>,
    pub state: State,
}

/// How it stands, by all that was said. `newest` is 0 where there is no plan yet.
pub fn standing(newest: i64, said: &[Statement]) -> Standing {
    let mut versions: Vec<i64> = said.iter().map(|it| it.version).collect();
    versions.sort_unstable();
    let agreed = versions.into_iter().rev().find_map(|version| agreed_on(version, said));
    let state = match agreed {
        Some(it) if it.version == newest => State::Agreed,
        _ => state_of(newest, said),
    };
    Standing { agreed, state }
}

fn agreed_on(version: i64, said: &[Statement]) -> Option<Agreed> {
    let yes = |side| {
        let of = move |it: &&Statement| it.version == version && it.side == side;
        said.iter().filter(of).filter(|it| it.answer == Answer::Agreed)
    };
    if let Some(noted) = yes(Side::Worker).find(|it| it.how != How::Portal) {
        return Some(Agreed { version, on: noted.on, how: noted.how });
    }
    let (worker, client) = (yes(Side::Worker).next()?, yes(Side::Client).next()?);
    Some(Agreed { version, on: worker.on.max(client.on), how: How::Portal })
}

fn state_of(version: i64, said: &[Statement]) -> State {
    let last = |side| said.iter().rfind(|it| it.version == version && it.side == side).map(|it| it.answer);
    match (last(Side::Worker), last(Side::Client)) {
        (_, Some(Answer::TalkFirst)) => State::TalkFirst,
        (None, Some(Answer::Agreed)) => State::WaitsForWorker,
        (Some(_), _) => State::WaitsForClient,
        (None, None) => State::Proposal,
    }
}
