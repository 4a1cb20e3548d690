//! Everybody who works in the demo world and signs in with a local account, one file a team.
//! A secret reads as what it is: the product, "demo", the login name.

mod gezin;
mod haven;
mod house;
mod noord;
mod zuid;

use super::world::Staff;

/// All of them.
pub fn staff() -> Vec<Staff> {
    [&noord::NOORD[..], &zuid::ZUID, &haven::HAVEN, &gezin::GEZIN, &house::HOUSE].concat()
}
