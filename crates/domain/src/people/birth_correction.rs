//! A birth date that was wrong: what was seen, and the ages at which something changes that it moves to the other side of
//! today (CON-25, C41). It was always so: what rests on age is answered anew from the corrected date.

use jiff::civil::Date;

use super::{AGES, age_line};
use crate::codes::coded;
use crate::{AgeBand, BirthDate, bands_on};

coded! {
    /// What was seen of the right birth date.
    pub enum BirthSeen, "proof of a birth date" {
        /// A passport, identity card or residence document; neither its number nor a copy is kept.
        IdentityDocument = "identity-document",
        /// An extract of the population register.
        PopulationRegister = "population-register",
        /// A birth certificate.
        BirthCertificate = "birth-certificate",
        /// Nothing: somebody said so.
        Nothing = "nothing",
    }
}

/// Whether somebody has an age today, as far as their birth date is known.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reached {
    /// They have.
    Yes,
    /// They have not.
    No,
    /// Part of the birth date is unknown: it can be both (MOD-06).
    Maybe,
}

/// An age at which something changes, on the other side of today by a correction.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Crossing {
    /// 12, 16 or 18.
    pub age: i16,
    /// By the corrected date.
    pub now: Reached,
}

/// Why a birth date is not corrected.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum BirthFault {
    /// It says this already.
    #[error("this is the birth date that is known")]
    Same,
    /// Nothing is known: that corrects nothing, and nobody would be found by it.
    #[error("a correction says at least a year")]
    Nothing,
    /// It changes who decides, and nothing was seen (C41).
    #[error("a correction across an age needs a document that was seen")]
    NothingSeen(Vec<Crossing>),
}

/// The ages that a correction moves to the other side of today.
pub fn ages_crossed(before: &BirthDate, after: &BirthDate, today: Date) -> Vec<Crossing> {
    let sides = AGES.iter().map(|&age| (age, reached(before, age, today), reached(after, age, today)));
    sides.filter(|(_, was, now)| was != now).map(|(age, _, now)| Crossing { age, now }).collect()
}

/// Whether a birth date may be corrected so; the ages it crosses.
///
/// # Errors
/// [`BirthFault`] when nothing changes, or when who decides changes and nothing was seen.
pub fn judge_correction(
    before: &BirthDate,
    after: &BirthDate,
    seen: BirthSeen,
    today: Date,
) -> Result<Vec<Crossing>, BirthFault> {
    if *after == BirthDate::UNKNOWN {
        return Err(BirthFault::Nothing);
    }
    if before == after {
        return Err(BirthFault::Same);
    }
    let crossed = ages_crossed(before, after, today);
    match seen {
        BirthSeen::Nothing if !crossed.is_empty() => Err(BirthFault::NothingSeen(crossed)),
        _ => Ok(crossed),
    }
}

/// Whether somebody is surely too young for an account of their own: under twelve nobody has one (PST-08).
pub fn too_young_for_portal(born: &BirthDate, today: Date) -> bool {
    bands_on(born, today).1 == AgeBand::Under12
}

fn reached(born: &BirthDate, age: i16, today: Date) -> Reached {
    let turn = age_line(born).into_iter().find(|turn| turn.age == age);
    match turn {
        Some(turn) if turn.last <= today => Reached::Yes,
        Some(turn) if turn.first > today => Reached::No,
        _ => Reached::Maybe,
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const TODAY: Date = date(2026, 3, 2);

    fn crossed(before: &str, after: &str) -> Vec<(i16, Reached)> {
        let [before, after] = [before, after].map(|it| it.parse().expect("a birth date"));
        ages_crossed(&before, &after, TODAY).into_iter().map(|it| (it.age, it.now)).collect()
    }

    #[test]
    fn on_the_birthday_itself_the_age_is_reached() {
        assert_eq!(crossed("2014-03-03", "2014-03-02"), [(12, Reached::Yes)]);
        assert_eq!(crossed("2010-03-02", "2010-03-03"), [(16, Reached::No)]);
        assert_eq!(crossed("2014-05-10", "2014-05-11"), []);
    }

    #[test]
    fn a_wrong_century_crosses_all_three() {
        let back = [12, 16, 18].map(|age| (age, Reached::No));

        assert_eq!(crossed("1916-05-10", "2016-05-10"), back);
        assert_eq!(crossed("2016-05-10", "1916-05-10"), [12, 16, 18].map(|age| (age, Reached::Yes)));
    }

    #[test]
    fn what_becomes_known_or_unknown_counts_too() {
        assert_eq!(crossed("2010-00-00", "2010-01-05"), [(16, Reached::Yes)]);
        assert_eq!(crossed("2010-01-05", "2010-00-00"), [(16, Reached::Maybe)]);
        assert_eq!(crossed("1990-01-05", "1990-00-00"), []);
        assert_eq!(crossed("1990-01-05", "0000-00-00").len(), 3);
    }

    #[test]
    fn who_decides_does_not_change_on_a_word_alone() {
        let judge = |after: &str, seen| {
            let before = "2014-05-10".parse().expect("a birth date");
            judge_correction(&before, &after.parse().expect("a birth date"), seen, TODAY)
        };
        let older = vec![Crossing { age: 12, now: Reached::Yes }];

        assert_eq!(judge("2014-01-10", BirthSeen::Nothing), Err(BirthFault::NothingSeen(older.clone())));
        assert_eq!(judge("2014-01-10", BirthSeen::IdentityDocument), Ok(older));
        assert_eq!(judge("2014-05-11", BirthSeen::Nothing), Ok(Vec::new()));
        assert_eq!(judge("2014-05-10", BirthSeen::BirthCertificate), Err(BirthFault::Same));
        assert_eq!(judge("0000-00-00", BirthSeen::BirthCertificate), Err(BirthFault::Nothing));
    }

    #[test]
    fn who_may_be_twelve_keeps_a_portal() {
        let too_young = |born: &str| too_young_for_portal(&born.parse().expect("a birth date"), TODAY);

        assert!(too_young("2014-03-03") && too_young("2015-00-00"));
        assert!(!too_young("2014-03-02") && !too_young("2014-00-00") && !too_young("0000-00-00"));
    }
}
