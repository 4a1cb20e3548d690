//! The demo world as plain data: who works in Waterrijk, who is helped there, what was written and who looked.
//! Nothing here touches the product; the loader performs it through the same use cases people use.
//!
//! Everything is invented. Passwords and TOTP secrets are printed by the demo and are worth nothing elsewhere.
//! Citizen service numbers belong to nobody: `111222333`, `123456782`, `999990019` and `012345672` are the published
//! test numbers; the others start with `99999` and were computed so that they pass the eleven test (BSN-02).

#[cfg(test)]
mod checks;
pub mod looks;
pub mod organisation;
pub mod portal;
pub mod residents;
pub mod staff;
pub mod world;

use world::World;

/// The whole demo world, in the order in which a loader wants it.
pub static WORLD: World = World {
    controllers: &organisation::CONTROLLERS,
    teams: &organisation::TEAMS,
    staff: &staff::STAFF,
    residents: &residents::RESIDENTS,
    portal_accounts: &portal::ACCOUNTS,
    looks: &looks::LOOKS,
};
