//! How much room there is on the disk of an installation: told in the log before it is full, and by `doctor`.

use std::path::Path;

use jiff::{SignedDuration, Timestamp};

/// With less than this the log and `doctor` warn: time to make room in peace, in bytes.
pub const LOW: u64 = 1 << 30;
/// With less than this it is nearly over, in bytes.
pub const NEARLY_FULL: u64 = 100 << 20;
/// The same warning stands in the log this often.
const AGAIN: SignedDuration = SignedDuration::from_hours(1);

/// How it is with the room on a disk.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Room {
    Enough,
    Low,
    NearlyFull,
}

impl Room {
    /// What so many free bytes mean.
    pub const fn with(free: u64) -> Self {
        if free < NEARLY_FULL {
            Self::NearlyFull
        } else if free < LOW {
            Self::Low
        } else {
            Self::Enough
        }
    }
}

/// Free bytes for this user on the disk of this folder.
///
/// # Errors
/// What the operating system said.
pub fn free(folder: &Path) -> std::io::Result<u64> {
    let found = rustix::fs::statvfs(folder)?;
    Ok(found.f_bavail.saturating_mul(found.f_frsize))
}

/// Free bytes in words.
pub fn in_words(free: u64) -> String {
    if free < 10 << 30 { format!("{} MiB free", free >> 20) } else { format!("{} GiB free", free >> 30) }
}

/// Remembers what was told, so that the log is not filled as well.
#[derive(Default)]
pub struct Watch {
    told: Option<(Room, Timestamp)>,
}

impl Watch {
    /// Whether something is to be told now: it changed, or it was told long ago and is still so.
    pub fn tells(&mut self, room: Room, now: Timestamp) -> bool {
        let tells = match self.told {
            None => room != Room::Enough,
            Some((before, at)) => {
                before != room || (room != Room::Enough && now.duration_since(at).abs() >= AGAIN)
            }
        };
        if tells {
            self.told = Some((room, now));
        }
        tells
    }
}

/// Puts a line in the log when the room on the disk of this folder gets low, is low, or is there again.
pub fn look(watch: &mut Watch, folder: &Path, now: Timestamp) {
    let Ok(free) = free(folder) else { return };
    let room = Room::with(free);
    if !watch.tells(room, now) {
        return;
    }
    let free = in_words(free);
    match room {
        Room::Enough => tracing::info!(free, "there is room on the disk of DATA again"),
        Room::Low => tracing::warn!(free, "the disk of DATA is filling up: make room"),
        Room::NearlyFull => {
            tracing::error!(
                free,
                "the disk of DATA is nearly full: soon nothing can be written; make room now"
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> Timestamp {
        Timestamp::from_second(1_700_000_000 + 60 * minute).expect("an instant")
    }

    #[test]
    fn room_gets_low_before_it_is_over() {
        assert_eq!(Room::with(0), Room::NearlyFull);
        assert_eq!(Room::with(NEARLY_FULL - 1), Room::NearlyFull);
        assert_eq!(Room::with(NEARLY_FULL), Room::Low);
        assert_eq!(Room::with(LOW - 1), Room::Low);
        assert_eq!(Room::with(LOW), Room::Enough);
    }

    #[test]
    fn a_change_is_told_at_once_and_what_stays_once_an_hour() {
        let mut watch = Watch::default();

        let told = [
            (Room::Enough, 0),
            (Room::Low, 1),
            (Room::Low, 2),
            (Room::NearlyFull, 3),
            (Room::NearlyFull, 62),
            (Room::NearlyFull, 63),
            (Room::Enough, 64),
            (Room::Enough, 600),
        ]
        .map(|(room, minute)| watch.tells(room, at(minute)));

        assert_eq!(told, [false, true, false, true, false, true, true, false]);
    }

    #[test]
    fn the_room_of_a_folder_is_known() {
        let folder = tempfile::tempdir().expect("a folder");

        assert!(free(folder.path()).expect("known") > 0);
        assert!(free(&folder.path().join("nowhere")).is_err());
    }
}
