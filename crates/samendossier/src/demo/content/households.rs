//! The households that are filled with courses: people who live together, each client with a dossier of their
//! own. The twelve people of the written-out stories are in `residents`.

mod haven;
mod noord;
mod oever;
mod two_addresses;
mod zuid_alone;
mod zuid_families;
mod zuid_long;
mod zuid_new;
mod zuid_own_words;

use super::household::Household;

/// All of them.
pub static HOUSEHOLDS: [&[Household]; 9] = [
    &two_addresses::HOUSEHOLDS,
    &zuid_families::HOUSEHOLDS,
    &zuid_alone::HOUSEHOLDS,
    &zuid_own_words::HOUSEHOLDS,
    &zuid_long::HOUSEHOLDS,
    &noord::HOUSEHOLDS,
    &haven::HOUSEHOLDS,
    &oever::HOUSEHOLDS,
    // Last, so that nobody else's story changes.
    &zuid_new::HOUSEHOLDS,
];
