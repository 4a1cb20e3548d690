//! What stands out in what one worker did on one day (ACC-22): six findings over all accesses, refused ones included,
//! by thresholds that have a history. A finding is a question to somebody, never a verdict.

mod thresholds;
mod turn;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;

use crate::codes::coded;
use crate::working_days::is_working_day;
use crate::{Pseudonym, amsterdam, amsterdam_date};

pub use thresholds::{Change, MOST, Thresholds, ThresholdsError, TypedThresholds};
pub use turn::{About, Reader, reviews};

coded! {
    /// What stands out.
    pub enum Finding, "log finding" {
        /// More different dossiers in a day than the work needs.
        ManyDossiers = "many-dossiers",
        /// Looking after help had stopped, and after the days that an involvement outlives it (ACC-01).
        AfterClosing = "after-closing",
        /// Looking at somebody of one's own surname or address.
        Namesake = "namesake",
        /// Many searches that found nobody.
        EmptySearches = "empty-searches",
        /// Looking at night, in the weekend or on a holiday.
        OutOfHours = "out-of-hours",
        /// Emergency access, again.
        RepeatedEmergency = "repeated-emergency",
        /// Nothing stood out; the day was drawn (`log_sample`).
        Sample = "sample",
    }
}

coded! {
    /// What a person says of a finding.
    pub enum Verdict, "verdict on a finding" {
        /// There is an ordinary explanation.
        Explained = "explained",
        /// The worker is asked to explain; somebody judges again.
        Asked = "asked",
        /// The looking was not right.
        Wrong = "wrong",
    }
}

impl Finding {
    /// Whether something was seen, so that looking wrongly is a breach (BRE-01): not by searches that found nobody, nor
    /// where everything was refused.
    pub fn showed(self, times: u32, refused: u32) -> bool {
        self != Self::EmptySearches && times > refused
    }
}

impl Verdict {
    /// Nothing is judged after it.
    pub const fn is_final(self) -> bool {
        matches!(self, Self::Explained | Self::Wrong)
    }
}

/// The longest sentence beside a verdict or a change of thresholds, in characters.
pub const SENTENCE_MAX: usize = 500;
/// Of a hundred days on which somebody did something, so many are drawn (§14, `log_sample`).
const SAMPLE_PERCENT: u64 = 2;
/// Days over which emergency accesses are counted, the day itself included.
pub const EMERGENCY_DAYS: i32 = 30;

/// One access, allowed or refused, as the record tells it. What one request did to one client is one access.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// A dossier, or something in it; or that there is one.
    Look {
        /// When.
        at: Timestamp,
        /// Whose; the pseudonym stays when the dossier goes.
        of: Pseudonym,
        /// It was not allowed.
        refused: bool,
        /// Help had stopped, longer ago than an involvement outlives it (ACC-01).
        long_closed: bool,
        /// The client has the worker's surname or address.
        namesake: bool,
        /// Met by a search or an attempt only: of whom it was counts, and not that it was one dossier more.
        sought: bool,
    },
    /// A search.
    Search {
        /// When.
        at: Timestamp,
        /// Somebody was found.
        found: bool,
    },
    /// An attempt to open a dossier in an emergency, or a question to the coordinator to do so.
    Emergency {
        /// When.
        at: Timestamp,
        /// Nothing was opened by it.
        refused: bool,
    },
}

impl Access {
    /// When it was.
    pub const fn at(&self) -> Timestamp {
        match self {
            Self::Look { at, .. } | Self::Search { at, .. } | Self::Emergency { at, .. } => *at,
        }
    }

    /// A dossier was asked for.
    const fn is_of_a_dossier(&self) -> bool {
        matches!(self, Self::Look { sought: false, .. })
    }

    const fn was_refused(&self) -> bool {
        matches!(self, Self::Look { refused: true, .. } | Self::Emergency { refused: true, .. })
    }
}

/// One finding about one worker on one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Found {
    pub finding: Finding,
    /// How often: dossiers, looks, searches or emergencies.
    pub times: u32,
    /// How many of these were refused; a dossier, when every look at it was.
    pub refused: u32,
    /// How many would have been ordinary that day.
    pub ordinary: u32,
}

/// The findings about one worker on one day in Amsterdam, in the order of [`Finding::ALL`]. `accesses` may hold more
/// than that day, in any order; emergencies are needed of the [`EMERGENCY_DAYS`] up to it.
pub fn findings(day: Date, accesses: &[Access], by: &Thresholds) -> Vec<Found> {
    let today: Vec<&Access> = accesses.iter().filter(|it| amsterdam_date(it.at()) == day).collect();
    let all = Finding::ALL.iter().filter_map(|&finding| {
        let found = of_kind(finding, day, &today, accesses, by);
        (found.times > found.ordinary).then_some(found)
    });
    all.collect()
}

/// The day as a random check, when it is drawn: what stands out is found anyhow, and a check looks at the rest as well.
/// `dice`: any number, each as likely.
pub fn sample(day: Date, accesses: &[Access], dice: u64) -> Option<Found> {
    let of_day = |it: &&Access| amsterdam_date(it.at()) == day && it.is_of_a_dossier();
    let looks: Vec<&Access> = accesses.iter().filter(of_day).collect();
    let refused = count(looks.iter().filter(|it| it.was_refused()).count());
    let drawn = !looks.is_empty() && dice % 100 < SAMPLE_PERCENT;
    drawn.then(|| Found { finding: Finding::Sample, times: count(looks.len()), refused, ordinary: 0 })
}

fn of_kind(finding: Finding, day: Date, today: &[&Access], all: &[Access], by: &Thresholds) -> Found {
    let holds = |holds: &dyn Fn(&Access) -> bool| -> Vec<&Access> {
        today.iter().copied().filter(|it| holds(it)).collect()
    };
    let (them, ordinary): (Vec<&Access>, u32) = match finding {
        Finding::ManyDossiers => (holds(&Access::is_of_a_dossier), by.dossiers),
        Finding::AfterClosing => (holds(&|it| matches!(it, Access::Look { long_closed: true, .. })), 0),
        Finding::Namesake => (holds(&|it| matches!(it, Access::Look { namesake: true, .. })), 0),
        Finding::EmptySearches => {
            (holds(&|it| matches!(it, Access::Search { found: false, .. })), by.empty_searches)
        }
        Finding::OutOfHours => {
            let late = |it: &Access| it.is_of_a_dossier() && is_out_of_hours(it.at(), by);
            (holds(&late), by.out_of_hours)
        }
        // Told on a day with an emergency only, so that one is told once.
        Finding::RepeatedEmergency => match today.iter().any(|it| matches!(it, Access::Emergency { .. })) {
            true => (emergencies(day, all), by.emergencies),
            false => (Vec::new(), by.emergencies),
        },
        // Drawn, not found.
        Finding::Sample => (Vec::new(), 0),
    };
    let refused = them.iter().filter(|it| it.was_refused()).count();
    let (times, refused) = match finding {
        Finding::ManyDossiers => dossiers(&them),
        _ => (count(them.len()), count(refused)),
    };
    Found { finding, times, refused, ordinary }
}

fn count(many: usize) -> u32 {
    u32::try_from(many).unwrap_or(u32::MAX)
}

/// How many different dossiers, and of how many of them every look was refused: one that was refused and asked for
/// again is still one, or it would make up for another that was seen.
fn dossiers(looks: &[&Access]) -> (u32, u32) {
    let mut seen: BTreeMap<Pseudonym, bool> = BTreeMap::new();
    for look in looks {
        if let Access::Look { of, refused, .. } = look {
            *seen.entry(*of).or_default() |= !refused;
        }
    }
    (count(seen.len()), count(seen.values().filter(|seen| !**seen).count()))
}

/// Emergencies of this day and of the days before it that are counted with it.
fn emergencies(day: Date, all: &[Access]) -> Vec<&Access> {
    let within = |it: &&Access| {
        let on = amsterdam_date(it.at());
        matches!(it, Access::Emergency { .. }) && on <= day && (day - on).get_days() < EMERGENCY_DAYS
    };
    all.iter().filter(within).collect()
}

/// Whether most people are not at work at this moment.
fn is_out_of_hours(at: Timestamp, by: &Thresholds) -> bool {
    let here = amsterdam(at);
    let ordinary = (by.begins..by.ends).contains(&here.time());
    !ordinary || !is_working_day(here.date())
}

#[cfg(test)]
mod tests;
