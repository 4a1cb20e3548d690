//! Withholding a notice (SHA-12): on which ground, by which two people, until which review, and what is then hidden.
//! Hidden is as if never written (MOD-07); it never lasts by silence of everybody, and never without somebody's list.

use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};

use crate::codes::coded;
use crate::emergency::{APPROVAL_HOLDS, REQUEST_HOLDS};
use crate::inquiry::late_by;
use crate::working_days::working_days_after;
use crate::{LegalDomain, StaffId, amsterdam_date, amsterdam_midnight};

coded! {
    /// Why somebody is told later (UAVG art. 41 (1) d and i).
    pub enum WithholdGround, "ground for withholding" {
        /// Danger to the client.
        DangerToClient = "danger-to-client",
        /// Danger to somebody else, such as a child.
        DangerToOther = "danger-to-other",
        /// Danger to a worker.
        DangerToWorker = "danger-to-worker",
        /// An investigation by Veilig Thuis.
        InvestigationVeiligThuis = "investigation-veilig-thuis",
        /// A criminal investigation.
        CriminalInvestigation = "criminal-investigation",
    }
}

coded! {
    /// From whom it is hidden.
    pub enum HiddenFrom, "audience of a withheld notice" {
        /// The client's own account, which somebody else may read along with, and everybody who acts for the client.
        ClientAndProxies = "client-and-proxies",
        /// Only who acts for the client.
        ProxiesOnly = "proxies-only",
    }
}

coded! {
    /// What is withheld. A share record and a track of the reporting code come with their own issues.
    pub enum WithheldKind, "kind of what is withheld" {
        /// An emergency access (ACC-03), with all that came of it.
        Emergency = "emergency",
    }
}

coded! {
    /// What was done about a withheld notice, one line each.
    pub enum WithholdStep, "step about a withheld notice" {
        /// A worker proposed it; hidden from then on, for a few days.
        Proposed = "proposed",
        /// A second person agreed.
        Confirmed = "confirmed",
        /// A second person did not agree: visible at once.
        Refused = "refused",
        /// A later review date.
        Extended = "extended",
        /// Visible again.
        Released = "released",
    }
}

/// `withhold_review`: at most this many days until the next review.
pub const REVIEW_DAYS: i64 = 30;
/// `withhold_max_without_fg`: at most this many days without the data protection officer, counted from the proposal.
pub const DAYS_WITHOUT_OFFICER: i64 = 90;
/// Working days that a proposal hides while it waits for a second person: the term of SHA-11 for telling at all.
pub const PROPOSAL_HOLDS: u32 = 5;
/// After this many working days without a second person the officer may be that person.
pub const OFFICER_JOINS_AFTER: u32 = 1;
/// Working days after the review day from which an overdue review is the officer's as well.
pub const OFFICER_SEES_AFTER: u32 = 5;
/// Working days after the review day from which the officer is asked to tell the board.
pub const BOARD_HEARS_AFTER: u32 = 10;
/// So many days before the last day without the officer it is the officer's to extend.
pub const OFFICER_AHEAD: i64 = 14;

/// The first moment at which a proposal without a second person hides nothing any more.
pub fn lapses(proposed: Timestamp) -> Timestamp {
    let last = working_days_after(amsterdam_date(proposed), PROPOSAL_HOLDS);
    last.tomorrow().ok().and_then(amsterdam_midnight).unwrap_or(Timestamp::MAX)
}

/// The last review day that team and worker can set without the data protection officer. The days count from the first
/// time that it was hidden: telling and hiding again does not begin them anew.
pub fn last_day_without_officer(first_on: Date) -> Date {
    first_on.checked_add(DAYS_WITHOUT_OFFICER.days()).unwrap_or(Date::MAX)
}

/// Who sets a review day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Decider {
    /// The coordinator of the team, or the deputy.
    Team,
    /// The data protection officer.
    Officer,
}

/// Why a day is no review day.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum ReviewDayError {
    /// Today, or before.
    #[error("a review lies after today")]
    NotLater,
    /// Too far away.
    #[error("a review is on {max} at the latest")]
    TooLate {
        /// The last day that fits.
        max: Date,
    },
    /// The days without the officer are used up.
    #[error("only the data protection officer extends it now")]
    OfficerOnly,
}

/// The last review day that somebody can set today; none when only the officer can.
pub fn latest_review(first_on: Date, today: Date, by: Decider) -> Option<Date> {
    let month = today.checked_add(REVIEW_DAYS.days()).unwrap_or(Date::MAX);
    match by {
        Decider::Officer => Some(month),
        Decider::Team => Some(month.min(last_day_without_officer(first_on))).filter(|day| *day > today),
    }
}

/// Whether the day can be set.
///
/// # Errors
/// [`ReviewDayError`]: not after today, too far, or for the officer alone.
pub fn review_day(wanted: Date, first_on: Date, today: Date, by: Decider) -> Result<Date, ReviewDayError> {
    let Some(max) = latest_review(first_on, today, by) else { return Err(ReviewDayError::OfficerOnly) };
    match wanted {
        _ if wanted <= today => Err(ReviewDayError::NotLater),
        _ if wanted > max => Err(ReviewDayError::TooLate { max }),
        _ => Ok(wanted),
    }
}

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Running {
    /// The first day on which it was hidden, by this proposal or an earlier one about the same.
    pub first_on: Date,
    /// From this day on it was hidden.
    pub proposed_on: Date,
    /// By when it is looked at again; none while it waits for a second person.
    pub review_on: Option<Date>,
    /// Somebody of the team can decide: a coordinator or deputy who had no part in it and stands behind no wall.
    pub team_can: bool,
}

impl Running {
    /// Whether the data protection officer may decide about it today.
    pub fn officers_turn(&self, today: Date) -> bool {
        let late = match self.review_on {
            None => today > working_days_after(self.proposed_on, OFFICER_JOINS_AFTER),
            Some(review) => late_by(review, today) >= OFFICER_SEES_AFTER,
        };
        let last = last_day_without_officer(self.first_on);
        let ahead = last.checked_sub(OFFICER_AHEAD.days()).unwrap_or(Date::MIN);
        !self.team_can || late || today >= last || (self.officer_only(today) && today >= ahead)
    }

    /// Whether the days without the officer are used up: by the calendar, or by the review day that was set.
    pub fn officer_only(&self, today: Date) -> bool {
        let last = last_day_without_officer(self.first_on);
        today >= last || self.review_on.is_some_and(|review| review >= last)
    }
}

/// Working days that a review is late.
pub fn overdue_by(review_on: Date, today: Date) -> u32 {
    late_by(review_on, today)
}

/// Whether the officer is asked to tell the board.
pub fn board_hears(review_on: Date, today: Date) -> bool {
    late_by(review_on, today) >= BOARD_HEARS_AFTER
}

/// Deeds about withholding itself. They are no looks at the dossier and stand in nobody's list of looks, also not when
/// nothing was withheld in the end: that somebody thought of it is told by people.
pub const NO_LOOKS: [&str; 3] = ["PrepareWithhold", "ListWithheld", "ReadWithheld"];

/// Looks of oversight that come of an emergency access, or list it among others: as long as it is hidden, so are they.
pub const OVERSIGHT: [&str; 11] = [
    "ListBreaches",
    "ListEmergencies",
    "ListFindings",
    "ListReviews",
    "ReadBreach",
    "ReadClientLog",
    "ReadExplanation",
    "ReadFinding",
    "ReadReview",
    "ReadTeamLog",
    "ReadWorkerLog",
];

/// The look of who was asked beforehand: it is made before the dossier opens.
const ASKED_BEFORE: &str = "ListEmergencies";
/// A look that was on its way when the access ended stands this much after it at most; nodes' clocks differ by less.
const ON_ITS_WAY: SignedDuration = SignedDuration::from_secs(10);

/// The earliest moment of a look that came of an access: where somebody approved it, they looked at the question before.
/// `asked_at`: none when the question is not kept any more.
pub fn looked_from(opened_at: Timestamp, approved: bool, asked_at: Option<Timestamp>) -> Timestamp {
    match (approved, asked_at) {
        (false, _) => opened_at,
        (true, Some(asked)) => asked,
        (true, None) => opened_at - (REQUEST_HOLDS + APPROVAL_HOLDS),
    }
}

/// An emergency access that is hidden from the reader now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct HiddenAccess {
    /// Who opened the dossier.
    pub staff: StaffId,
    /// From when it was open.
    pub opened_at: Timestamp,
    /// From when somebody could look at the question to open it; see [`looked_from`].
    pub asked_from: Timestamp,
    /// Until when.
    pub ended_at: Timestamp,
    /// What it opened.
    pub domains: Vec<LegalDomain>,
}

impl HiddenAccess {
    /// Whether an entry came of it: the one that the product wrote, or one that its maker added.
    pub fn hides_entry(&self, author: StaffId, recorded_at: Timestamp, domain: LegalDomain) -> bool {
        let within = self.opened_at <= recorded_at && recorded_at <= self.ended_at;
        author == self.staff && within && self.domains.contains(&domain)
    }

    /// Whether a look came of it: made by it, or about it.
    pub fn hides(&self, event: &str, staff: Option<StaffId>, at: Timestamp, emergency: bool) -> bool {
        let within = self.opened_at <= at && at <= self.ended_at + ON_ITS_WAY;
        let from = if event == ASKED_BEFORE { self.asked_from } else { self.opened_at };
        (emergency && staff == Some(self.staff) && within) || (from <= at && OVERSIGHT.contains(&event))
    }
}

#[cfg(test)]
#[path = "withhold_tests.rs"]
mod tests;
