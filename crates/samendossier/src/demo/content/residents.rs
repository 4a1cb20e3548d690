//! The residents of the demo world: twelve invented people, thirteen client dossiers, one file each.
//! Written as a good worker writes: short, concrete, facts apart from opinion, and fit to be read by the client.

pub mod agnieszka;
pub mod bhagwandin;
pub mod dmytro;
pub mod finn;
pub mod jaylano;
pub mod lotte;
pub mod maria;
pub mod marjolein;
pub mod naima;
pub mod noor;
pub mod sem;
pub mod yildiz;
pub mod yildiz_haven;

use super::world::Resident;

/// Version of the privacy notice that everybody in the demo world received.
pub const NOTICE: u32 = 1;

/// In the order in which they came.
pub static RESIDENTS: [&Resident; 13] = [
    &maria::MARIA,
    &yildiz::YILDIZ,
    &bhagwandin::BHAGWANDIN,
    &lotte::LOTTE,
    &noor::NOOR,
    &finn::FINN,
    &yildiz_haven::YILDIZ_HAVEN,
    &jaylano::JAYLANO,
    &dmytro::DMYTRO,
    &marjolein::MARJOLEIN,
    &sem::SEM,
    &naima::NAIMA,
    &agnieszka::AGNIESZKA,
];
