//! What workers still have to do in the demo: something that is late, something of this week, something that was done,
//! and something that is nobody's yet.

use super::world::{At, at};

/// A task, and when it was done.
#[derive(Debug)]
pub struct Task {
    /// Key of who wrote it down.
    pub by: &'static str,
    /// Key of the resident.
    pub resident: &'static str,
    /// Domain code of the part.
    pub domain: &'static str,
    /// When it was written down.
    pub at: At,
    pub what: &'static str,
    /// In how many days from the real today; none: no day.
    pub due: Option<i64>,
    /// For whoever is involved and has time; otherwise for who wrote it down.
    pub team: bool,
    /// When it was done, by who wrote it down.
    pub done: Option<At>,
}

/// Oldest first.
pub static TASKS: [Task; 6] = [
    Task {
        by: "samira",
        resident: "bhagwandin",
        domain: "wmo",
        at: at(12, "11:20"),
        what: "Rolstoel lenen voor het weekend",
        due: None,
        team: false,
        done: Some(at(9, "15:05")),
    },
    Task {
        by: "samira",
        resident: "bhagwandin",
        domain: "wmo",
        at: at(6, "10:15"),
        what: "De huisarts bellen over de nachten van meneer",
        due: Some(-2),
        team: false,
        done: None,
    },
    Task {
        by: "samira",
        resident: "bhagwandin",
        domain: "wmo",
        at: at(4, "16:30"),
        what: "Dagbesteding voor meneer uitzoeken",
        due: Some(0),
        team: false,
        done: None,
    },
    Task {
        by: "samira",
        resident: "bhagwandin",
        domain: "wmo",
        at: at(4, "16:40"),
        what: "Folder over mantelzorg meenemen",
        due: None,
        team: false,
        done: None,
    },
    Task {
        by: "wouter",
        resident: "bhagwandin",
        domain: "debt-counselling",
        at: at(4, "14:10"),
        what: "Brief van de verhuurder beantwoorden",
        due: Some(1),
        team: false,
        done: None,
    },
    Task {
        by: "samira",
        resident: "celik",
        domain: "wmo",
        at: at(2, "16:20"),
        what: "Navragen wanneer de traplift komt",
        due: Some(3),
        team: true,
        done: None,
    },
];
