//! `keys add`, `keys rotate` and `keys accept-loss`: another key-encryption key while the product serves, and
//! the way on when the newest key shelf is gone for good.

use vault::AddError;

use super::{folder_of_our_own, load};
use crate::config::Config;
use crate::failure::Failure;
use crate::house::House;
use crate::surroundings::OsEntropy;
use crate::{say, surroundings};

/// A line about how far it is, after so many keys.
const TELL_EVERY: u64 = 50_000;

/// `keys add NAME`: makes a key-encryption key and puts it first in the list. It wraps nothing yet.
///
/// # Errors
/// When the keys that are there are not right, or the name is taken.
pub fn add(config: &Config, name: &str) -> Result<(), Failure> {
    let folder = folder_of_our_own(config)?;
    // Of the keys that are there the first refusal counts, with its cure.
    load(config)?;
    let kek = folder.add_kek(&OsEntropy, name).map_err(|why| match why {
        AddError::Unfit(why) => Failure::Keys(why),
        AddError::Create(why) => Failure::AddKey(why),
    })?;
    say::line(&format!(
        "{kek} is in {} and first in kek-order. Keep a copy where the other keys are kept, and put both files\n\
         on every other node.\n\
         Next: samendossier keys rotate",
        config.keys.display()
    ));
    Ok(())
}

/// `keys rotate`: wraps every key of the shelf by the first key-encryption key of the list. Servers that run
/// read the list again when they meet the new wrapping.
///
/// # Errors
/// What the shelf said, or that some keys do not open.
pub async fn rotate(config: &Config) -> Result<(), Failure> {
    let house = House::open(config, surroundings::real(&config.node)).await?;
    let mut next = TELL_EVERY;
    let mut told = |done: u64| {
        if done >= next {
            next += TELL_EVERY;
            say::line(&format!("{done} keys..."));
        }
    };
    let rotated = house.store.rotate_keys(&mut told).await?;
    house.store.note_each_other().await?;
    let left = house.store.wrapped_by().await?;
    house.store.close();

    say::line(&format!("{} keys were wrapped anew by {}.", rotated.keys, rotated.kek));
    if let Some(first) = rotated.stuck.first() {
        return Err(Failure::Stuck { keys: rotated.stuck.len(), first: first.clone() });
    }
    let keks = super::provider(config).load().map_err(Failure::Keys)?.keks;
    let unused: Vec<&str> =
        keks.ids().filter(|kek| *kek != rotated.kek && left.iter().all(|(by, _)| by != kek)).collect();
    if !unused.is_empty() {
        say::line(&format!(
            "Renew the backup of the key shelf. After that nothing needs {} any more:\n\
             take it out of kek-order and put its file away.",
            unused.join(" and ")
        ));
    }
    Ok(())
}

/// `keys accept-loss`: gives up the keys that are on no copy of the shelf, so that the rest can be used.
///
/// # Errors
/// When data and shelf do not belong together for another reason.
pub async fn accept_loss(config: &Config) -> Result<(), Failure> {
    let house = House::open_after_loss(config, surroundings::real(&config.node)).await?;
    let lost = house.store.give_up_lost_keys().await?;
    house.store.close();
    if lost == 0 {
        say::line("No key is lost.");
    } else {
        say::line(&format!(
            "{lost} keys are given up: what they sealed cannot be read any more, by anybody.\n\
             This is a loss of personal data: tell the data protection officer."
        ));
    }
    say::line(
        "Keys that were destroyed after this copy of the shelf was made open again: destroy them anew.",
    );
    Ok(())
}
