//! What must be true of a staff member before they may work at all (ACC-13), asked at each sign-in.
//! Every missing thing is named at once, so that nobody solves one to meet the next.

use jiff::ToSpan;
use jiff::civil::Date;

/// Months a privacy training is valid (ACC-13).
pub const TRAINING_VALID_MONTHS: i32 = 12;
/// Days after that during which work goes on, with a warning (ACC-13).
pub const TRAINING_GRACE_DAYS: i32 = 30;
/// Days before the end from which a warning is shown.
pub const TRAINING_WARNING_DAYS: i32 = 30;

/// What is known of a staff member.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct ReadinessFacts {
    /// Employment and account are both active.
    pub account_active: bool,
    /// The version of the pledge text last signed.
    pub pledge_signed: Option<u32>,
    /// The day the last privacy training was passed.
    pub trained_on: Option<Date>,
}

/// May work, possibly with something to be told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Readiness {
    /// What to show on the first page.
    pub warning: Option<Warning>,
}

/// Work goes on, but not for long.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Warning {
    /// The training is valid through this day.
    TrainingExpiresSoon {
        /// The last valid day.
        on: Date,
    },
    /// The training has expired; work stops after this day.
    TrainingInGrace {
        /// The last day of grace.
        until: Date,
    },
}

/// Something that must be put right first.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum NotReady {
    /// The account or the employment has ended.
    #[error("the account is not active")]
    AccountInactive,
    /// The pledge was never signed, or for another version than today's text (GOV-01).
    #[error("the pledge is not signed for the current text")]
    PledgeMissing {
        /// The version that was signed.
        signed: Option<u32>,
    },
    /// No training was passed.
    #[error("no privacy training was passed")]
    TrainingMissing,
    /// The training expired and the grace is over.
    #[error("the privacy training expired on {since}")]
    TrainingExpired {
        /// The last day it was valid.
        since: Date,
    },
}

impl Readiness {
    /// Judges whether somebody may work today, given the version of the pledge text in force.
    ///
    /// # Errors
    /// Everything that is missing, in the order in which it is best solved.
    pub fn judge(
        facts: &ReadinessFacts,
        today: Date,
        pledge_text_version: u32,
    ) -> Result<Self, Vec<NotReady>> {
        let mut missing = Vec::new();
        if !facts.account_active {
            missing.push(NotReady::AccountInactive);
        }
        if facts.pledge_signed != Some(pledge_text_version) {
            missing.push(NotReady::PledgeMissing { signed: facts.pledge_signed });
        }
        match judge_training(facts.trained_on, today) {
            Ok(warning) if missing.is_empty() => Ok(Self { warning }),
            Ok(_) => Err(missing),
            Err(training) => {
                missing.push(training);
                Err(missing)
            }
        }
    }
}

fn judge_training(trained_on: Option<Date>, today: Date) -> Result<Option<Warning>, NotReady> {
    // A training dated after today is a mistake in the data; it proves nothing.
    let trained_on = trained_on.filter(|&day| day <= today).ok_or(NotReady::TrainingMissing)?;
    let last_day = trained_on.saturating_add(TRAINING_VALID_MONTHS.months());
    let end_of_grace = last_day.saturating_add(TRAINING_GRACE_DAYS.days());
    if today > end_of_grace {
        Err(NotReady::TrainingExpired { since: last_day })
    } else if today > last_day {
        Ok(Some(Warning::TrainingInGrace { until: end_of_grace }))
    } else if today >= last_day.saturating_sub(TRAINING_WARNING_DAYS.days()) {
        Ok(Some(Warning::TrainingExpiresSoon { on: last_day }))
    } else {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TRAINED: Date = date(2025, 3, 2);
    const READY: ReadinessFacts =
        ReadinessFacts { account_active: true, pledge_signed: Some(3), trained_on: Some(TRAINED) };

    #[test]
    fn pledge_and_training_open_the_door() {
        let ready = Readiness::judge(&READY, date(2025, 9, 1), 3);

        assert_eq!(ready, Ok(Readiness { warning: None }));
    }

    #[test]
    fn a_training_is_warned_about_then_tolerated_then_over() {
        let on = |today| Readiness::judge(&READY, today, 3).map(|ready| ready.warning);
        let last_day = date(2026, 3, 2);
        let end_of_grace = date(2026, 4, 1);

        assert_eq!(on(date(2026, 1, 30)), Ok(None));
        assert_eq!(on(date(2026, 1, 31)), Ok(Some(Warning::TrainingExpiresSoon { on: last_day })));
        assert_eq!(on(last_day), Ok(Some(Warning::TrainingExpiresSoon { on: last_day })));
        assert_eq!(on(date(2026, 3, 3)), Ok(Some(Warning::TrainingInGrace { until: end_of_grace })));
        assert_eq!(on(end_of_grace), Ok(Some(Warning::TrainingInGrace { until: end_of_grace })));
        assert_eq!(on(date(2026, 4, 2)), Err(vec![NotReady::TrainingExpired { since: last_day }]));
    }

    #[test]
    fn a_pledge_for_another_text_does_not_count() {
        let today = date(2025, 9, 1);

        for signed in [None, Some(2), Some(4)] {
            let facts = ReadinessFacts { pledge_signed: signed, ..READY };
            assert_eq!(Readiness::judge(&facts, today, 3), Err(vec![NotReady::PledgeMissing { signed }]));
        }
    }

    #[test]
    fn a_training_in_the_future_proves_nothing() {
        let refused = Readiness::judge(&READY, date(2025, 3, 1), 3);

        assert_eq!(refused, Err(vec![NotReady::TrainingMissing]));
    }

    #[test]
    fn everything_missing_is_named_at_once() {
        let stranger = ReadinessFacts { account_active: false, pledge_signed: None, trained_on: None };

        let refused = Readiness::judge(&stranger, date(2026, 3, 2), 3);

        assert_eq!(
            refused,
            Err(vec![
                NotReady::AccountInactive,
                NotReady::PledgeMissing { signed: None },
                NotReady::TrainingMissing,
            ])
        );
    }
}
