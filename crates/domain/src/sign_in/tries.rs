//! How often one may try to sign in (ACC-16, decision 0012). A network that guesses waits; a name is never
//! shut. A name that many guess at asks its owner for more, which guessing cannot give.

use jiff::SignedDuration;

/// Wrong tries of one network at one name within [`TRIES_WINDOW`], before that network waits with that name.
pub const TRIES_HERE: u64 = 5;
/// Sign-ins that one network began and did not finish within [`TRIES_WINDOW`], before it waits with every
/// name. High, for a whole office may stand behind one address; what is finished does not count.
pub const TRIES_NETWORK: u64 = 100;
/// The window of a network; also the longest that it waits.
pub const TRIES_WINDOW: SignedDuration = SignedDuration::from_mins(15);
/// Wrong tries at one name from all networks together within [`TRIES_NAME_WINDOW`], before its codes of
/// six digits come in pairs.
pub const TRIES_NAME: u64 = 20;
/// The window of a name.
pub const TRIES_NAME_WINDOW: SignedDuration = SignedDuration::from_hours(24);

/// What is asked at a name, after so many wrong tries from everywhere.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Pace {
    /// One code.
    Usual,
    /// Two codes of the app that follow each other: a guess is right once in a million million. Other
    /// second factors cannot be guessed and stay as they are.
    TwoCodes,
}

impl Pace {
    /// The pace of a name after this many wrong tries, whoever has it, and also if nobody has.
    pub const fn after(tries: u64) -> Self {
        if tries < TRIES_NAME { Self::Usual } else { Self::TwoCodes }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_never_shut_and_asks_for_more_from_the_twentieth_wrong_try() {
        assert_eq!(Pace::after(0), Pace::Usual);
        assert_eq!(Pace::after(19), Pace::Usual);
        assert_eq!(Pace::after(20), Pace::TwoCodes);
        assert_eq!(Pace::after(u64::MAX), Pace::TwoCodes);
    }

    // Three steps of the clock are accepted; 20 tries are single, whoever guesses has all the networks of
    // the world for the rest.
    #[test]
    fn who_knows_the_password_and_has_all_networks_still_does_not_guess_the_code_in_a_year() {
        let single = 20.0 * 365.0 * 3.0 / 1e6;
        let pairs = 1e6 * 365.0 * 3.0 / 1e12;

        assert!(single < 0.03, "{single}");
        assert!(pairs < 0.002, "{pairs}: a million tries a day");
    }
}
