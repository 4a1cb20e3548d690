//! A post: from a first day to a last, with a function and a team (ACC-07, ACC-15). Who sets one up, and from when it
//! holds. A post of another function is another post: rights do not move along with a person.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::codes::coded;
use crate::{Function, amsterdam_date, amsterdam_midnight};

/// The longest name of a post, in characters.
pub const NAME_MAX: usize = 100;
/// The longest telephone number, in characters.
pub const PHONE_MAX: usize = 30;

coded! {
    /// What was changed about a post.
    pub enum PostChange, "post change" {
        /// It was given.
        Begun = "begun",
        /// Its last day was set.
        Ended = "ended",
        /// It ends because the colleague has another post from then on.
        Moved = "moved",
    }
}

/// Where a post is in its time.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PostState {
    NotYet,
    Now,
    Over,
}

impl PostState {
    /// The state at an instant. The end is the first moment at which it is over.
    pub fn at(now: Timestamp, from: Timestamp, until: Option<Timestamp>) -> Self {
        match until {
            Some(until) if now >= until => Self::Over,
            _ if now < from => Self::NotYet,
            _ => Self::Now,
        }
    }
}

/// Why a post cannot be as was asked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum PostFault {
    /// What was, cannot be changed afterwards.
    #[error("the day has been")]
    Past,
    /// An administrator appoints no administrator and no officer (ACC-07, GOV-06).
    #[error("this function is not given here")]
    Privileged,
    #[error("this function is of a team")]
    NoTeam,
}

/// The first moment of a post whose first day this is. Today: from now on, for what was today stays as it was.
///
/// # Errors
/// [`PostFault::Past`] for a day that has been.
pub fn first_moment(day: Date, now: Timestamp) -> Result<Timestamp, PostFault> {
    let today = amsterdam_date(now);
    if day < today {
        return Err(PostFault::Past);
    }
    let midnight = amsterdam_midnight(day).ok_or(PostFault::Past)?;
    Ok(midnight.max(now))
}

/// The first moment after a last day: midnight in Amsterdam.
///
/// # Errors
/// [`PostFault::Past`] for a day that has been.
pub fn moment_after(day: Date, now: Timestamp) -> Result<Timestamp, PostFault> {
    if day < amsterdam_date(now) {
        return Err(PostFault::Past);
    }
    day.tomorrow().ok().and_then(amsterdam_midnight).ok_or(PostFault::Past)
}

/// Whether an administrator may give this function, and with this team or none.
///
/// # Errors
/// What is in the way.
pub fn may_be_given(function: Function, has_team: bool) -> Result<(), PostFault> {
    if !function.is_given_by_administrators() {
        return Err(PostFault::Privileged);
    }
    if function.is_of_a_team() && !has_team {
        return Err(PostFault::NoTeam);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn at(instant: &str) -> Timestamp {
        instant.parse().expect("an instant")
    }

    #[test]
    fn a_day_that_has_been_is_refused() {
        let now = at("2026-03-02T10:00:00Z");

        assert_eq!(first_moment(date(2026, 3, 1), now), Err(PostFault::Past));
        assert_eq!(moment_after(date(2026, 3, 1), now), Err(PostFault::Past));
    }

    #[test]
    fn the_day_is_the_day_in_amsterdam() {
        // Half past midnight on the third, in Amsterdam.
        let now = at("2026-03-02T23:30:00Z");

        assert_eq!(first_moment(date(2026, 3, 2), now), Err(PostFault::Past));
        assert_eq!(first_moment(date(2026, 3, 3), now), Ok(now));
    }

    #[test]
    fn a_post_from_today_begins_now_and_from_another_day_at_midnight() {
        let now = at("2026-03-02T10:00:00Z");

        assert_eq!(first_moment(date(2026, 3, 2), now), Ok(now));
        assert_eq!(first_moment(date(2026, 3, 3), now), Ok(at("2026-03-02T23:00:00Z")));
        // Summer time begins on the 29th.
        assert_eq!(moment_after(date(2026, 3, 29), now), Ok(at("2026-03-29T22:00:00Z")));
    }

    #[test]
    fn a_post_is_over_at_its_end_and_not_a_moment_later() {
        let (from, until) = (at("2026-03-02T00:00:00Z"), at("2026-03-03T00:00:00Z"));
        let state = |now| PostState::at(at(now), from, Some(until));

        assert_eq!(state("2026-03-01T23:59:59.999Z"), PostState::NotYet);
        assert_eq!(state("2026-03-02T00:00:00Z"), PostState::Now);
        assert_eq!(state("2026-03-02T23:59:59.999Z"), PostState::Now);
        assert_eq!(state("2026-03-03T00:00:00Z"), PostState::Over);
        assert_eq!(PostState::at(at("2099-01-01T00:00:00Z"), from, None), PostState::Now);
    }

    #[test]
    fn nobody_is_made_administrator_or_officer_from_a_page() {
        let refused: Vec<_> = Function::ALL
            .iter()
            .filter(|&&function| may_be_given(function, true) == Err(PostFault::Privileged))
            .map(|function| function.code())
            .collect();

        assert_eq!(refused, ["functional-admin", "data-protection-officer"]);
    }

    #[test]
    fn whoever_helps_people_or_takes_them_in_is_of_a_team() {
        let without: Vec<_> = Function::ALL
            .iter()
            .filter(|&&function| may_be_given(function, false).is_ok())
            .map(|function| function.code())
            .collect();

        assert_eq!(without, ["decision-officer"]);
    }
}
