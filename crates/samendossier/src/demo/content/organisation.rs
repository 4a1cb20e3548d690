//! The three controllers of the demo world and their four teams.
//! The town, the foundation, the numbers and the addresses do not exist.

use super::world::{Controller, Team};

/// A municipality, a welfare foundation and a provider of youth care: three sides of controller borders (CTL-03).
pub static CONTROLLERS: [Controller; 3] = [
    Controller { key: "gemeente", name: "Gemeente Waterrijk", kind: "municipality" },
    Controller { key: "welzijn", name: "Stichting Welzijn Waterrijk", kind: "welfare-foundation" },
    Controller { key: "oever", name: "Jeugdhulp De Oever", kind: "youth-care-provider" },
];

/// Two teams of the municipality, one of the foundation, one of the provider.
pub static TEAMS: [Team; 4] = [
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
    Team {
        key: "gezin",
        controller: "oever",
        name: "Gezinsteam De Oever",
        phone: "088-0000301",
        email: "gezinsteam@example.nl",
    },
];

/// Who takes questions in for a team, and who divides them.
#[derive(Debug)]
pub struct Front {
    /// Key of the team.
    pub team: &'static str,
    /// Key of its controller.
    pub controller: &'static str,
    /// Key of the member of staff at the desk.
    pub desk: &'static str,
    /// Key of the coordinator.
    pub coordinator: &'static str,
}

static FRONTS: [Front; 4] = [
    Front { team: "noord", controller: "gemeente", desk: "marlies", coordinator: "joost" },
    Front { team: "zuid", controller: "gemeente", desk: "dirk", coordinator: "karin" },
    Front { team: "haven", controller: "welzijn", desk: "truus", coordinator: "hennie" },
    Front { team: "gezin", controller: "oever", desk: "petra", coordinator: "youssef" },
];

/// The front of this team; of the first for a team that is not there, which a test excludes.
pub fn front(team: &str) -> &'static Front {
    FRONTS.iter().find(|front| front.team == team).unwrap_or(&FRONTS[0])
}
