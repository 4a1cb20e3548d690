//! Tasks: what somebody is to do about a client, by when, and what may follow on what. A task stands in one part of a dossier;
//! what follows from a date is computed from that date and never stored.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::codes::coded;
use crate::{RoleInCase, StaffId};

/// The longest text of a task, in characters: one line that says what to do.
pub const TASK_MAX: usize = 300;

/// How long a task that was done stays in sight in the dossier.
pub const DONE_IN_SIGHT: jiff::SignedDuration = jiff::SignedDuration::from_hours(30 * 24);

/// After how many days without contact with the client a worker is asked to look (ACC-01, `involvement_stale`).
pub const SILENT_DAYS: i64 = 90;

coded! {
    /// What was done to a task.
    pub enum TaskDeed, "deed of a task" {
        /// Somebody wrote it down.
        Made = "made",
        /// Somebody took it from the team.
        PickedUp = "picked-up",
        /// It went to another involved worker.
        PassedOn = "passed-on",
        /// It went back to whoever is involved.
        ToTeam = "to-team",
        /// The day was changed, with a reason.
        Postponed = "postponed",
        /// It was done.
        Done = "done",
        /// It was not done after all.
        Undone = "undone",
        /// It ended because help has stopped.
        Dropped = "dropped",
    }
}

coded! {
    /// Where something to do comes from. Only the first is stored.
    pub enum Origin, "origin of a task" {
        /// Somebody wrote it down.
        Written = "written",
        /// An explanation that is asked about one's own emergency access (ACC-04).
        Explanation = "explanation",
        /// Nobody had contact with the client for a long time (ACC-01).
        Silent = "silent",
        /// The client will be able to read an entry (SHA-12).
        Readable = "readable",
        /// The privacy notice was not given yet (CON-03).
        Notice = "notice",
        /// A draft that goes by itself (ACC-23).
        Draft = "draft",
        /// A day of the plan: something was to be done, or you look back together (GOV-10).
        Plan = "plan",
        /// A day about the people around the client: authority, an assessment, a birthday (CON-08, CON-10, CON-25).
        People = "people",
    }
}

coded! {
    /// How soon something is to be done, in the order in which it stands on a page.
    pub enum Urgency, "urgency" {
        /// Its day is over.
        Late = "late",
        /// Today.
        Today = "today",
        /// Until the end of this week, which is Sunday.
        Week = "week",
        /// After this week.
        Later = "later",
        /// Whenever there is time.
        Undated = "undated",
    }
}

impl Urgency {
    /// How soon a day is.
    pub fn of(due: Option<Date>, today: Date) -> Self {
        let Some(due) = due else { return Self::Undated };
        let sunday = today.saturating_add((7 - i64::from(today.weekday().to_monday_one_offset())).days());
        if due < today {
            Self::Late
        } else if due == today {
            Self::Today
        } else if due <= sunday {
            Self::Week
        } else {
            Self::Later
        }
    }

    /// Whether it belongs on the page a day begins with.
    pub const fn is_soon(self) -> bool {
        matches!(self, Self::Late | Self::Today | Self::Week)
    }
}

/// From when on silence is something to do: the day after the last that may pass without contact.
pub fn silent_from(last_contact: Date) -> Date {
    last_contact.saturating_add(SILENT_DAYS.days())
}

/// Whose a task is to one worker who is involved with its part.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Whose {
    /// Their own.
    Mine,
    /// That of somebody who is away, for whom they stand in.
    StandingIn,
    /// Nobody's: whoever is involved may pick it up.
    Team,
    /// Somebody else's, who works on it.
    Another,
}

/// What is known of the owner of a task.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Owner {
    /// Who.
    pub staff: StaffId,
    /// Still involved with the part.
    pub works_here: bool,
    /// Absent now.
    pub is_away: bool,
}

/// Whose a task is to `reader`, who is involved with its part as `role` now (ACC-01). Who no longer works with the client
/// leaves it to the team; who is away leaves it to the replacement, for as long as that lasts.
pub fn whose(owner: Option<Owner>, reader: StaffId, role: RoleInCase) -> Whose {
    match owner {
        Some(owner) if owner.staff == reader => Whose::Mine,
        Some(owner) if !owner.works_here => Whose::Team,
        Some(owner) if owner.is_away && role == RoleInCase::Replacement => Whose::StandingIn,
        Some(_) => Whose::Another,
        None => Whose::Team,
    }
}

/// A task as it stands.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Standing {
    /// Counts what was done to it; 1 when it was made.
    pub step: i64,
    /// What was done last.
    pub last: TaskDeed,
    /// By whom.
    pub by: StaffId,
    /// Still to do.
    pub open: bool,
    /// Who does it; none: the team, or somebody who no longer works with the client.
    pub owner: Option<StaffId>,
}

/// What may be done with it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Verdict {
    /// Go on.
    Go,
    /// The same person did the same a moment ago: sent twice, and done once.
    Already,
    /// Somebody was first, or it is not there to be done.
    Changed,
}

impl Standing {
    /// Whether `deed` by `who` may follow, who saw the task at `known`.
    pub fn may(&self, deed: TaskDeed, who: StaffId, known: i64) -> Verdict {
        if self.step == known.saturating_add(1) && self.last == deed && self.by == who {
            return Verdict::Already;
        }
        let fits = match deed {
            TaskDeed::PickedUp => self.open && self.owner.is_none(),
            TaskDeed::ToTeam => self.open && self.owner.is_some(),
            TaskDeed::PassedOn | TaskDeed::Postponed | TaskDeed::Done | TaskDeed::Dropped => self.open,
            TaskDeed::Undone => self.last == TaskDeed::Done && self.by == who,
            TaskDeed::Made => false,
        };
        if fits && self.step == known { Verdict::Go } else { Verdict::Changed }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use uuid::Uuid;

    use super::*;

    fn staff(n: u128) -> StaffId {
        StaffId(Uuid::from_u128(n))
    }

    fn standing(last: TaskDeed, owner: Option<StaffId>) -> Standing {
        let open = !matches!(last, TaskDeed::Done | TaskDeed::Dropped);
        Standing { step: 4, last, by: staff(1), open, owner }
    }

    #[test]
    fn two_who_pick_up_the_same_task_are_not_both_first() {
        let free = standing(TaskDeed::Made, None);
        let taken = Standing { step: 5, last: TaskDeed::PickedUp, owner: Some(staff(1)), ..free };

        assert_eq!(free.may(TaskDeed::PickedUp, staff(1), 4), Verdict::Go);
        assert_eq!(taken.may(TaskDeed::PickedUp, staff(2), 4), Verdict::Changed);
        assert_eq!(taken.may(TaskDeed::PickedUp, staff(2), 5), Verdict::Changed);
        assert_eq!(taken.may(TaskDeed::PickedUp, staff(1), 4), Verdict::Already);
    }

    #[test]
    fn done_twice_by_the_same_hand_is_done_once_and_by_another_it_is_said() {
        let done = standing(TaskDeed::Done, Some(staff(1)));

        assert_eq!(done.may(TaskDeed::Done, staff(1), 3), Verdict::Already);
        assert_eq!(done.may(TaskDeed::Done, staff(2), 3), Verdict::Changed);
        assert_eq!(done.may(TaskDeed::Done, staff(1), 4), Verdict::Changed);
    }

    #[test]
    fn only_who_did_it_undoes_it_and_only_while_nothing_followed() {
        let done = standing(TaskDeed::Done, Some(staff(1)));
        let changed = standing(TaskDeed::Postponed, Some(staff(1)));

        assert_eq!(done.may(TaskDeed::Undone, staff(1), 4), Verdict::Go);
        assert_eq!(done.may(TaskDeed::Undone, staff(2), 4), Verdict::Changed);
        assert_eq!(changed.may(TaskDeed::Undone, staff(1), 3), Verdict::Changed);
    }

    #[test]
    fn what_is_done_is_neither_postponed_nor_passed_on_nor_picked_up() {
        let done = standing(TaskDeed::Done, None);

        for deed in
            [TaskDeed::Postponed, TaskDeed::PassedOn, TaskDeed::PickedUp, TaskDeed::ToTeam, TaskDeed::Dropped]
        {
            assert_eq!(done.may(deed, staff(1), 4), Verdict::Changed, "{deed}");
        }
    }

    #[test]
    fn a_task_of_who_is_away_is_the_replacements_and_nobody_elses() {
        let here = Owner { staff: staff(1), works_here: true, is_away: false };
        let away = Owner { is_away: true, ..here };
        let gone = Owner { works_here: false, ..away };

        assert_eq!(whose(Some(away), staff(2), RoleInCase::Replacement), Whose::StandingIn);
        assert_eq!(whose(Some(away), staff(2), RoleInCase::Support), Whose::Another);
        assert_eq!(whose(Some(here), staff(2), RoleInCase::Replacement), Whose::Another);
        assert_eq!(whose(Some(away), staff(1), RoleInCase::Lead), Whose::Mine);
        assert_eq!(whose(Some(gone), staff(2), RoleInCase::Support), Whose::Team);
        assert_eq!(whose(None, staff(2), RoleInCase::Support), Whose::Team);
    }

    #[test]
    fn a_week_ends_on_sunday() {
        let wednesday = date(2026, 3, 4);
        let urgency = |due| Urgency::of(Some(due), wednesday);

        assert_eq!(urgency(date(2026, 3, 3)), Urgency::Late);
        assert_eq!(urgency(wednesday), Urgency::Today);
        assert_eq!(urgency(date(2026, 3, 5)), Urgency::Week);
        assert_eq!(urgency(date(2026, 3, 8)), Urgency::Week);
        assert_eq!(urgency(date(2026, 3, 9)), Urgency::Later);
        assert_eq!(Urgency::of(None, wednesday), Urgency::Undated);
        let sunday = date(2026, 3, 8);
        assert_eq!(Urgency::of(Some(date(2026, 3, 9)), sunday), Urgency::Later);
    }

    #[test]
    fn silence_counts_from_the_ninetieth_day() {
        assert_eq!(silent_from(date(2026, 1, 1)), date(2026, 4, 1));
    }
}
