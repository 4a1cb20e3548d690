//! The clock on the wall, which is not to be trusted blindly: lines of the record follow each other in time. A
//! small step back is stood out, a large one ends serving, and a start before the newest line is refused.

use std::sync::atomic::{AtomicI64, Ordering};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use store::{Clock, Store};

use crate::failure::Failure;
use crate::surroundings::WallClock;

/// A step back up to this is stood out: the clock of a house stands still until the wall has caught up.
pub const STOOD_OUT: SignedDuration = SignedDuration::from_mins(5);
/// A jump from here on stands in the log.
const TOLD: SignedDuration = SignedDuration::from_mins(1);
/// How often the clock is looked at while serving.
const LOOK_EVERY: Duration = Duration::from_secs(1);

/// The clock of a house: that on the wall, except that it never goes back.
#[derive(Default)]
pub struct SteadyClock {
    /// The latest instant it told, in microseconds.
    latest: AtomicI64,
}

impl Clock for SteadyClock {
    fn now(&self) -> Timestamp {
        self.not_before(WallClock.now())
    }
}

impl SteadyClock {
    fn not_before(&self, wall: Timestamp) -> Timestamp {
        let micros = wall.as_microsecond();
        let latest = self.latest.fetch_max(micros, Ordering::Relaxed).max(micros);
        Timestamp::from_microsecond(latest).unwrap_or(wall)
    }
}

/// Refuses to begin before the newest line of the record: what follows would stand before it in time.
///
/// # Errors
/// [`Failure::ClockBehind`], unless the person who starts it says that the clock is right.
pub async fn check(store: &Store, clock_is_right: bool) -> Result<(), Failure> {
    let Some(newest) = store.newest_record_at().await? else { return Ok(()) };
    let now = WallClock.now();
    let behind = newest.duration_since(now);
    if behind <= STOOD_OUT {
        return Ok(());
    }
    if clock_is_right {
        tracing::warn!(
            seconds = behind.as_secs(),
            "the newest line of the record is in the future, and the clock was said to be right"
        );
        return Ok(());
    }
    let now = now.strftime("%Y-%m-%d %H:%M:%S UTC").to_string();
    Err(Failure::ClockBehind { now, minutes: behind.as_mins() })
}

/// What the clock did between two looks.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Did {
    /// It went as clocks go.
    Run,
    /// It jumped, by so much; negative is back.
    Jump(SignedDuration),
    /// It is so far behind what it said before that serving cannot go on.
    FellBehind(SignedDuration),
}

/// Holds the clock against one that only counts.
struct Watch {
    seen: Timestamp,
    latest: Timestamp,
}

impl Watch {
    const fn from(wall: Timestamp) -> Self {
        Self { seen: wall, latest: wall }
    }

    /// Looks again, after so much real time.
    fn look(&mut self, wall: Timestamp, elapsed: Duration) -> Did {
        let elapsed = SignedDuration::try_from(elapsed).unwrap_or(SignedDuration::ZERO);
        let jump = wall.duration_since(self.seen) - elapsed;
        self.seen = wall;
        self.latest = self.latest.max(wall);
        let behind = self.latest.duration_since(wall);
        if behind > STOOD_OUT {
            Did::FellBehind(behind)
        } else if jump.abs() >= TOLD {
            Did::Jump(jump)
        } else {
            Did::Run
        }
    }
}

/// Watches the clock while the product serves; ends when it fell too far behind, with by how much.
pub async fn watched() -> SignedDuration {
    let mut watch = Watch::from(WallClock.now());
    let mut looked = Instant::now();
    loop {
        tokio::time::sleep(LOOK_EVERY).await;
        let elapsed = looked.elapsed();
        looked = Instant::now();
        match watch.look(WallClock.now(), elapsed) {
            Did::Run => {}
            Did::Jump(by) => {
                tracing::warn!(
                    seconds = by.as_secs(),
                    "the clock of this machine jumped: look at its time service"
                );
            }
            Did::FellBehind(by) => return by,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + second).expect("an instant")
    }

    #[test]
    fn the_clock_of_a_house_stands_still_until_the_wall_has_caught_up() {
        let clock = SteadyClock::default();

        let told = [100, 101, 40, 60, 101, 102].map(|second| clock.not_before(at(second)));

        assert_eq!(told, [100, 101, 101, 101, 101, 102].map(at));
    }

    #[test]
    fn a_jump_is_seen_and_a_correction_is_not() {
        let second = Duration::from_secs(1);
        let mut watch = Watch::from(at(0));

        let did = [(1, second), (2, second), (3600, second), (3601, second), (3480, second), (3481, second)]
            .map(|(wall, elapsed)| watch.look(at(wall), elapsed));

        assert_eq!(did[0], Did::Run);
        assert_eq!(did[2], Did::Jump(SignedDuration::from_secs(3597)));
        assert_eq!(did[3], Did::Run);
        assert_eq!(did[4], Did::Jump(SignedDuration::from_secs(-122)));
        assert_eq!(did[5], Did::Run);
    }

    #[test]
    fn a_machine_that_was_asleep_jumps_forward_only() {
        let mut watch = Watch::from(at(0));

        assert_eq!(watch.look(at(7200), Duration::from_secs(7200)), Did::Run);
        assert!(matches!(watch.look(at(90_000), Duration::from_secs(1)), Did::Jump(by) if by.is_positive()));
    }

    #[test]
    fn many_small_steps_back_are_together_a_large_one() {
        let mut watch = Watch::from(at(1000));
        let second = Duration::from_secs(1);

        let did: Vec<Did> = (1..=8).map(|step| watch.look(at(1000 - 50 * step), second)).collect();

        assert_eq!(did[..6], [Did::Run; 6]);
        assert_eq!(did[6], Did::FellBehind(SignedDuration::from_secs(350)));
    }

    #[test]
    fn five_minutes_back_is_stood_out_and_a_second_more_is_not() {
        let second = Duration::from_secs(1);

        let just = Watch::from(at(300)).look(at(0), second);
        let over = Watch::from(at(301)).look(at(0), second);

        assert!(matches!(just, Did::Jump(_)));
        assert_eq!(over, Did::FellBehind(SignedDuration::from_secs(301)));
    }
}
