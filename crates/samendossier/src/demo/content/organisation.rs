//! The two controllers of the demo world and their three teams.
//! The town, the foundation, the numbers and the addresses do not exist.

use super::world::{Controller, Team};

/// A municipality and a welfare foundation: two sides of a controller border (CTL-03).
pub static CONTROLLERS: [Controller; 2] = [
    Controller { key: "gemeente", name: "Gemeente Waterrijk", kind: "municipality" },
    Controller { key: "welzijn", name: "Stichting Welzijn Waterrijk", kind: "welfare-foundation" },
];

/// Two teams of the municipality, one of the foundation.
pub static TEAMS: [Team; 3] = [
    Team {
        key: "noord",
        controller: "gemeente",
        name: "Buurtteam Noord",
        phone: "088-0000101",
        email: "buurtteam-noord@example.nl",
    },
    Team {
        key: "zuid",
        controller: "gemeente",
        name: "Buurtteam Zuid",
        phone: "088-0000102",
        email: "buurtteam-zuid@example.nl",
    },
    Team {
        key: "haven",
        controller: "welzijn",
        name: "Welzijnsteam Haven",
        phone: "088-0000201",
        email: "welzijnsteam-haven@example.nl",
    },
];
