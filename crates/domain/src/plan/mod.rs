//! The plan that a client and a worker make together (BAS-04, GOV-10): one for each part of a dossier (MOD-02).
//! A plan is one document; every save is a new version of it (decision 0028).

mod agreed;
mod change;
mod compare;
mod due;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::PlanItemId;
use crate::codes::coded;

pub use agreed::{Agreed, Answer, How, Side, Standing, State, Statement, standing};
pub use change::{Change, Place, PlanRefused, change};
pub use compare::{Difference, Shown, differences};
pub use due::{Due, DueKind, due};

/// The longest text of one field, in characters.
pub const TEXT_MAX: usize = 4_000;
/// The longest line, such as the name of a provider, in characters.
pub const LINE_MAX: usize = 200;
/// Goals that can be open in one plan: more than that nobody keeps in mind.
pub const GOALS_MAX: usize = 60;
/// Agreements that can be open under one goal; provisions and evaluations in one plan.
pub const ITEMS_MAX: usize = 40;

coded! {
    /// How it goes with a goal, in words decided together; never a percentage.
    pub enum Progress, "progress" {
        /// Nothing was done yet.
        NotStarted = "not-started",
        /// It goes forward.
        Forward = "forward",
        /// It does not go forward.
        Stuck = "stuck",
        /// The goal is reached.
        Reached = "reached",
    }
}

coded! {
    /// Who does what was agreed (GOV-10).
    pub enum Doer, "doer" {
        /// The client.
        Client = "client",
        /// The worker.
        Worker = "worker",
        /// Somebody from the client's own network.
        Network = "network",
        /// An organisation that gives help.
        Provider = "provider",
    }
}

coded! {
    /// For what a worker prints a plan or a document (ACC-24).
    pub enum PrintPurpose, "purpose of a print" {
        /// A talk with the client or about the client's help.
        Meeting = "print-meeting",
        /// Sent to the client.
        Post = "print-post",
        /// The client asks for a copy under a right.
        RightsRequest = "print-rights-request",
        /// The client goes on elsewhere.
        Transfer = "print-transfer",
        /// A court asks for it.
        Court = "print-court",
    }
}

/// What stays of something that is no longer part of the plan: a trace, with the reason.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stopped {
    pub on: Date,
    pub why: String,
}

/// One goal with what is agreed to reach it.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Goal {
    pub id: PlanItemId,
    /// What the client wants, in the client's own words.
    pub own_words: String,
    /// What the worker adds; may be empty.
    pub worker_words: String,
    pub progress: Progress,
    pub steps: Vec<Step>,
    pub stopped: Option<Stopped>,
}

/// An agreement under a goal: what, who, with what purpose, by when (GOV-10).
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    pub id: PlanItemId,
    pub what: String,
    pub who: Doer,
    /// For somebody of the network a role word, for a provider its name; may be empty.
    pub who_words: String,
    pub purpose: String,
    pub by: Option<Date>,
    pub stopped: Option<Stopped>,
}

/// Help that the client gets. Noted, not decided.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provision {
    pub id: PlanItemId,
    pub what: String,
    pub provider: String,
    pub from: Option<Date>,
    /// The last day.
    pub until: Option<Date>,
    pub stopped: Option<Stopped>,
}

/// A moment to look back together.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evaluation {
    pub id: PlanItemId,
    pub planned: Date,
    pub held: Option<Held>,
    pub stopped: Option<Stopped>,
}

/// What came of an evaluation.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Held {
    pub on: Date,
    /// What the client says.
    pub own_words: String,
    /// What the worker says; may be empty.
    pub worker_words: String,
    /// How it goes with each goal, as was decided together.
    pub progress: Vec<(PlanItemId, Progress)>,
}

/// A plan as one version has it.
#[derive(Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Plan {
    pub goals: Vec<Goal>,
    pub provisions: Vec<Provision>,
    pub evaluations: Vec<Evaluation>,
}

impl Plan {
    /// The goals that count now.
    pub fn open_goals(&self) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(|goal| goal.stopped.is_none())
    }

    /// A goal by its id.
    pub fn goal(&self, id: PlanItemId) -> Option<&Goal> {
        self.goals.iter().find(|goal| goal.id == id)
    }

    /// An agreement by its id, with its goal.
    pub fn step(&self, id: PlanItemId) -> Option<(&Goal, &Step)> {
        let mut all = self.goals.iter().flat_map(|goal| goal.steps.iter().map(move |step| (goal, step)));
        all.find(|(_, step)| step.id == id)
    }

    /// An agreement that counts now: neither it nor its goal was stopped.
    pub fn open_step(&self, id: PlanItemId) -> Option<&Step> {
        let (goal, step) = self.step(id)?;
        (goal.stopped.is_none() && step.stopped.is_none()).then_some(step)
    }

    /// A provision by its id.
    pub fn provision(&self, id: PlanItemId) -> Option<&Provision> {
        self.provisions.iter().find(|it| it.id == id)
    }

    /// What is written in it and counts now: by these words it is found.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for goal in self.open_goals() {
            texts.extend([goal.own_words.as_str(), &goal.worker_words]);
            for step in goal.steps.iter().filter(|step| step.stopped.is_none()) {
                texts.extend([step.what.as_str(), &step.who_words, &step.purpose]);
            }
        }
        for it in self.provisions.iter().filter(|it| it.stopped.is_none()) {
            texts.extend([it.what.as_str(), &it.provider]);
        }
        for held in
            self.evaluations.iter().filter(|it| it.stopped.is_none()).filter_map(|it| it.held.as_ref())
        {
            texts.extend([held.own_words.as_str(), &held.worker_words]);
        }
        texts.retain(|text| !text.is_empty());
        texts
    }

    /// An evaluation by its id.
    pub fn evaluation(&self, id: PlanItemId) -> Option<&Evaluation> {
        self.evaluations.iter().find(|it| it.id == id)
    }
}

impl std::fmt::Debug for Plan {
    /// Counts only: a log line must not hold what was written.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let (goals, provisions, evaluations) =
            (self.goals.len(), self.provisions.len(), self.evaluations.len());
        write!(f, "Plan({goals} goals, {provisions} provisions, {evaluations} evaluations)")
    }
}

#[cfg(test)]
mod tests;
