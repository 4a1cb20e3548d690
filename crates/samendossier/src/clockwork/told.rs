//! What the clocks put in the log: the first failure of a row at once, then now and then, and that it works again. A
//! database that is away for an hour is a few lines, not ten thousand.

use std::collections::HashMap;

use jiff::{SignedDuration, Timestamp};
use store::Error;

/// A failure that lasts is told again after this.
const AGAIN: SignedDuration = SignedDuration::from_mins(5);

/// When the present failure of each clock was told.
#[derive(Default)]
pub struct Told(HashMap<&'static str, Timestamp>);

/// What is told.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Tells {
    Nothing,
    Fails,
    WorksAgain,
}

impl Told {
    /// Hears how a clock did, and tells what is worth telling.
    pub fn hears(&mut self, clock: &'static str, done: Result<(), Error>, now: Timestamp) {
        // Two nodes met; the other one did the work.
        if matches!(done, Err(Error::Conflict)) {
            tracing::debug!(clock, "another node was first");
            return;
        }
        match (self.tells(clock, done.is_ok(), now), done) {
            (Tells::Fails, Err(error)) => {
                tracing::warn!(clock, %error, "a clock could not do its work and will try again");
            }
            (Tells::WorksAgain, _) => tracing::info!(clock, "a clock does its work again"),
            _ => {}
        }
    }

    fn tells(&mut self, clock: &'static str, fine: bool, now: Timestamp) -> Tells {
        match (fine, self.0.get(clock)) {
            (true, None) => Tells::Nothing,
            (true, Some(_)) => {
                self.0.remove(clock);
                Tells::WorksAgain
            }
            (false, Some(at)) if now.duration_since(*at).abs() < AGAIN => Tells::Nothing,
            (false, _) => {
                self.0.insert(clock, now);
                Tells::Fails
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_is_told_at_once_then_now_and_then_and_so_is_its_end() {
        let mut told = Told::default();
        let at = |second: i64| Timestamp::from_second(1_700_000_000 + second).expect("an instant");

        let tells: Vec<Tells> =
            [(true, 0), (false, 1), (false, 2), (false, 300), (false, 301), (true, 302), (true, 303)]
                .map(|(fine, second)| told.tells("sequencer", fine, at(second)))
                .to_vec();

        use Tells::{Fails, Nothing, WorksAgain};
        assert_eq!(tells, [Nothing, Fails, Nothing, Nothing, Fails, WorksAgain, Nothing]);
        assert_eq!(told.tells("checkpoint", false, at(304)), Fails, "each clock has its own");
    }
}
