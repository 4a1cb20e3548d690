//! "Vandaag": the own dossiers, and what waits in them. One look, and on the record one line for all of it, as with the
//! list of own dossiers (DESIGN §4, "The record").

use std::cmp::Reverse;

use domain::days::{ASSIGNED_LATELY, EMERGENCY_TOLD, ENDS_SOON, READABLE_SOON};
use domain::{DossierId, EntryId, LegalDomain, amsterdam_date};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{ListCaseload, OwnDesktop};
use store::client::caseload::{self, Case};
pub use store::client::reviews::Wanted;
use store::client::{plans, reviews, today};
use store::{Undone, UseCase, Work};

use crate::task::{self, Counts, Line};

/// What a day begins with.
#[derive(Clone, Copy, Debug)]
pub struct ReadToday;

/// The own dossiers and what waits in them.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Today {
    /// Changed last, first.
    pub cases: Vec<Case>,
    /// What is new to the worker first, then by day.
    pub waits: Vec<Wait>,
    /// What the worker is asked to explain (ACC-04), oldest first.
    pub explains: Vec<Wanted>,
    /// What is late, for today and for this week, by day; of each the first few.
    pub tasks: Vec<Line>,
    /// How many there are of each urgency.
    pub counts: Counts,
    /// How many nobody works on.
    pub team_tasks: usize,
}

/// Something that waits.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Wait {
    pub dossier: DossierId,
    /// Whose dossier it is.
    pub name: String,
    pub domain: LegalDomain,
    pub what: What,
}

/// What it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum What {
    /// Somebody gave it to the worker, who wrote nothing in it yet. `role` is a `domain::RoleInCase` code.
    Assigned { since: Timestamp, role: String },
    /// From this day the client reads an entry that was delayed. `kind` is a `domain::EntryKind` code.
    Readable { from: Date, entry: EntryId, kind: String },
    /// Somebody who is not involved opened it in an emergency (ACC-03).
    Emergency { by: String, team: String, at: Timestamp },
    /// The client asks something about the plan, or wants to talk about it before agreeing.
    Plan { at: Timestamp, talk_first: bool },
    /// The worker opened it in an emergency, and it is open still.
    Opened,
    /// The involvement ends: help has stopped, or somebody else goes on.
    Ends { until: Timestamp, closed: bool },
}

impl What {
    /// What has no day yet comes first.
    fn day(&self) -> Option<Date> {
        match self {
            Self::Assigned { .. } | Self::Emergency { .. } | Self::Plan { .. } | Self::Opened => None,
            Self::Readable { from, .. } => Some(*from),
            Self::Ends { until, .. } => Some(amsterdam_date(*until)),
        }
    }
}

impl UseCase for ReadToday {
    type Action = ListCaseload;
    type Out = Today;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OwnDesktop {
        OwnDesktop
    }

    async fn run(self, work: &mut Work<'_, ListCaseload>) -> Result<Today, Undone<Self::Refusal>> {
        let (now, today) = (work.now(), amsterdam_date(work.now()));
        let mut cases = caseload::own(work).await?;
        let name = |dossier: DossierId| {
            let case = cases.iter().find(|case| case.dossier == dossier);
            case.map(|case| case.fields.full_name()).unwrap_or_default()
        };
        let mut waits = Vec::new();
        for case in &cases {
            if let Some((domain, _)) = case.domains.iter().find(|(_, role)| role == "emergency") {
                let name = case.fields.full_name();
                waits.push(Wait { dossier: case.dossier, name, domain: *domain, what: What::Opened });
            }
        }
        for it in today::emergencies(work, &cases, now - EMERGENCY_TOLD).await? {
            let what = What::Emergency { by: it.by, team: it.team, at: it.at };
            waits.push(Wait { dossier: it.dossier, name: name(it.dossier), domain: it.domain, what });
        }
        for it in plans::asked(work, &cases).await? {
            let what = What::Plan { at: it.at, talk_first: it.talk_first };
            waits.push(Wait { dossier: it.dossier, name: name(it.dossier), domain: it.domain, what });
        }
        for it in today::assigned(work, &cases, now - ASSIGNED_LATELY).await? {
            let what = What::Assigned { since: it.since, role: it.role };
            waits.push(Wait { dossier: it.dossier, name: name(it.dossier), domain: it.domain, what });
        }
        let last = today.saturating_add(READABLE_SOON);
        for it in today::readable(work, &cases, today, last).await? {
            let what = What::Readable { from: it.from, entry: it.entry, kind: it.kind };
            waits.push(Wait { dossier: it.dossier, name: name(it.dossier), domain: it.domain, what });
        }
        for it in today::ending(work, &cases, now + ENDS_SOON).await? {
            let what = What::Ends { until: it.until, closed: it.closed };
            waits.push(Wait { dossier: it.dossier, name: name(it.dossier), domain: it.domain, what });
        }
        // Stable: what was assigned first waits longest, and stands first.
        waits.sort_by_key(|wait| wait.what.day());
        let explains = reviews::wanted(work).await?;
        let (tasks, counts, team_tasks) = task::soon(work, &cases).await?;
        cases.sort_by_key(|case| Reverse((case.last_content_change, case.number)));
        Ok(Today { cases, waits, explains, tasks, counts, team_tasks })
    }
}
