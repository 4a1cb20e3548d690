//! What the machine can do: how fast a disk really writes, and how much room it has.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use super::findings::Findings;
use crate::config::Config;
use crate::disk::{self, Room};

/// Writes that are tried.
const TRIALS: usize = 20;
/// A commit that takes longer than this is felt by whoever waits for it.
const SLOW: Duration = Duration::from_millis(20);
/// Faster than this no disk is: it says that it wrote what it did not.
const TOO_FAST: Duration = Duration::from_micros(20);

/// Tries the disk of DATA.
pub fn look(config: &Config, found: &mut Findings) {
    let folder = &config.data;
    if !folder.is_dir() {
        found.wrong(
            "disk",
            format!("the folder {} is not there: choose it with DATA=folder", folder.display()),
        );
        return;
    }
    match disk::free(folder) {
        Ok(free) => {
            let told = format!("{} on the disk of {}", disk::in_words(free), folder.display());
            match Room::with(free) {
                Room::Enough => found.fine("disk", told),
                Room::Low => found.warning("disk", format!("{told}: make room")),
                Room::NearlyFull => {
                    found.wrong("disk", format!("{told}: soon nothing can be written; make room"))
                }
            }
        }
        Err(why) => found.warning("disk", format!("its room is not known ({})", why.kind())),
    }
    match median_sync(folder) {
        Ok(median) => {
            let told = format!("a write is on disk after {:.1} ms", median.as_secs_f64() * 1000.0);
            if median > SLOW {
                found.warning("disk", format!("{told}: each commit waits for it; use a faster disk"));
            } else if median < TOO_FAST {
                found.warning("disk", format!("{told}: too fast to be true; does it survive a power cut?"));
            } else {
                found.fine("disk", told);
            }
        }
        Err(why) => {
            let folder = folder.display();
            let cure = match why.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make room",
                _ => "make it yours",
            };
            found.wrong("disk", format!("{folder} cannot be written ({}): {cure}", why.kind()));
        }
    }
}

/// How long a small write takes until it is really there: the middle of some.
fn median_sync(folder: &Path) -> std::io::Result<Duration> {
    let path = folder.join(".sync-trial");
    let tried = try_sync(&path);
    // Nothing of it stays, whatever happened.
    let _ = std::fs::remove_file(&path);
    let mut times = tried?;
    times.sort();
    Ok(times[times.len() / 2])
}

fn try_sync(path: &Path) -> std::io::Result<Vec<Duration>> {
    let mut file = OpenOptions::new().write(true).create(true).truncate(true).mode(0o600).open(path)?;
    let mut times = Vec::with_capacity(TRIALS);
    for _ in 0..TRIALS {
        let began = Instant::now();
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        times.push(began.elapsed());
    }
    Ok(times)
}
