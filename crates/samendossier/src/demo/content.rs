//! The demo world as plain data: who works in Waterrijk, who is helped there, what was written and who looked.
//! Nothing here touches the product; the loader performs it through the same use cases people use.
//!
//! Everything is invented. Passwords and TOTP secrets are printed by the demo and are worth nothing elsewhere.
//! Citizen service numbers belong to nobody: `111222333`, `123456782`, `999990019` and `012345672` are the published
//! test numbers; the others start with `99999` and were computed so that they pass the eleven test (BSN-02).

#[cfg(test)]
mod checks;
pub mod closings;
pub mod contacts;
pub mod course;
mod courses;
mod dice;
pub mod documents;
pub mod drafts;
mod filling;
pub mod household;
mod households;
pub mod inquiries;
pub mod log_review;
pub mod looks;
pub mod organisation;
pub mod people;
pub mod plans;
pub mod portal;
pub mod residents;
pub mod spoken;
pub mod staff;
pub mod standing;
pub mod tasks;
mod telling;
pub mod wishes;
pub mod world;

use std::sync::LazyLock;

use world::{Resident, World};

/// The whole demo world, in the order in which a loader wants it: what is written out, then what is filled.
pub static WORLD: LazyLock<World> = LazyLock::new(|| {
    let filled: &'static [Resident] = filling::residents(&households::HOUSEHOLDS).collect::<Vec<_>>().leak();
    let residents: Vec<_> = residents::RESIDENTS.into_iter().chain(filled).collect();
    let mut looks = looks::LOOKS.to_vec();
    looks.extend(filling::looks(filled));
    looks.sort_by_key(|look| (std::cmp::Reverse(look.at.days_ago), look.at.time));
    World {
        controllers: &organisation::CONTROLLERS,
        teams: &organisation::TEAMS,
        staff: staff::staff().leak(),
        residents: residents.leak(),
        portal_accounts: &portal::ACCOUNTS,
        looks: looks.leak(),
        drafts: &drafts::DRAFTS,
        standing: &standing::STANDING,
        tellings: &people::TELLINGS,
        closings: &closings::CLOSINGS,
        reopenings: &closings::REOPENINGS,
        spoken: &spoken::SPOKEN,
        wishes: &wishes::WISHES,
        contacts: &contacts::CONTACTS,
        inquiries: &inquiries::INQUIRIES,
        plans: &plans::PLANS,
        tasks: &tasks::TASKS,
        documents: &documents::LETTERS,
        reviews: &log_review::REVIEWS,
    }
});
