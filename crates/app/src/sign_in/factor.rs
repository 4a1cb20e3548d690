//! Whether a second factor fits an account. Nothing is used up here: that happens in the transaction of
//! what it is used for.

use domain::AccountId;
use domain::sign_in::{CodeKind, Given, LIST_LENGTH, Pace, code};
use jiff::Timestamp;
use store::Error;
use store::office::accounts::Account;
use store::office::factors::Factor;

use super::code::{pair_of, step_of};
use crate::App;

/// What the page of the code asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Asked {
    /// One code of the app, or two that follow each other.
    pub pace: Pace,
    /// The number on the list of codes. A name without a list has one too, that moves on as others do: the page
    /// tells nobody who has a list.
    pub number: u32,
}

impl App {
    /// The factor to use up, when what was given fits.
    pub(super) async fn fitting(
        &self,
        account: &Account,
        given: &Given,
        asked: Asked,
    ) -> Result<Option<Factor>, Error> {
        Ok(match given {
            Given::App { code, next } => {
                let secret = account.app_secret.as_deref().unwrap_or_default();
                let steps = match asked.pace {
                    Pace::Usual => step_of(secret, code, self.now()).map(|step| (step, step)),
                    Pace::TwoCodes => pair_of(secret, code, next, self.now()),
                };
                steps.map(|(first, last)| Factor::App { first, last })
            }
            Given::List { code } => Some(self.one_time(CodeKind::List, code, Some(asked.number))),
            Given::Recovery { code } => Some(self.one_time(CodeKind::Recovery, code, None)),
        })
    }

    /// Whether it fits is found when it is used up: by its keyed hash.
    fn one_time(&self, kind: CodeKind, typed: &str, number: Option<u32>) -> Factor {
        Factor::Code { kind, hash: self.code_hash(kind, typed), number }
    }

    /// What is kept of a code that works once. It stands in a row of its account, and is looked for there alone.
    pub(crate) fn code_hash(&self, kind: CodeKind, typed: &str) -> [u8; 32] {
        let whole = format!("{}:{}", kind.code(), code::folded(typed));
        self.store.tag("one-time code", whole.as_bytes())
    }

    /// The number that the list page asks for.
    pub(super) async fn number_asked(
        &self,
        account: Option<AccountId>,
        name: [u8; 32],
    ) -> Result<u32, Error> {
        let next = match account {
            Some(account) => self.store.codes_left(account).await?.next_on_list,
            None => None,
        };
        Ok(next.unwrap_or_else(|| decoy(name, self.now())))
    }
}

/// A number for a name without a list. It moves on every one to eight days, as it does for somebody who uses
/// a list, and only the key of this house tells when.
fn decoy(name: [u8; 32], now: Timestamp) -> u32 {
    let seed = |at: usize| i64::from(u16::from_be_bytes([name[at], name[at + 1]]));
    let minutes_a_number = 24 * 60 + seed(0) % (7 * 24 * 60);
    let minutes = now.as_second() / 60 + seed(2);
    let number = (minutes / minutes_a_number).rem_euclid(i64::from(LIST_LENGTH));
    1 + u32::try_from(number).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_a_list_is_asked_for_a_number_that_stays_for_a_day_and_moves_on_in_the_end() {
        for byte in [0, 1, 99, 200, 255] {
            let name = [byte; 32];
            let at = |hours: i64| {
                decoy(name, Timestamp::from_second(1_770_000_000 + hours * 3600).expect("an instant"))
            };

            let numbers: Vec<u32> = (0..24 * 60).map(at).collect();

            assert!(numbers.iter().all(|number| (1..=LIST_LENGTH).contains(number)), "{numbers:?}");
            assert!(numbers.windows(2).all(|two| two[1] == two[0] || two[1] == two[0] % LIST_LENGTH + 1));
            let moves = numbers.windows(2).filter(|two| two[0] != two[1]).count();
            assert!((7..=60).contains(&moves), "{moves} in sixty days");
        }
    }
}
