//! What stands between a worker and a dossier: the neighbour, the colleague, an entry for one pair of eyes;
//! and who was or is away. Said by whoever may say it, when they said it.

use super::world::{Standing, Stands, at};

/// Oldest first.
pub static STANDING: [Standing; 9] = [
    Standing {
        by: "naima",
        at: at(320, "10:00"),
        what: Stands::Conflict { kind: "neighbour", address: "Watermunt 10\n1234 BC Waterrijk" },
    },
    Standing {
        by: "naima",
        at: at(320, "10:04"),
        what: Stands::Conflict { kind: "household", address: "Watermunt 8\n1234 BC Waterrijk" },
    },
    Standing {
        by: "joost",
        at: at(199, "11:00"),
        what: Stands::Unwanted { resident: "hofstra", staff: "naima" },
    },
    Standing {
        by: "johan",
        at: at(163, "16:20"),
        what: Stands::Hidden { resident: "de-vries", happened: at(163, "10:45") },
    },
    Standing {
        by: "johan",
        at: at(163, "16:25"),
        what: Stands::Absent { staff: "johan", from: at(151, "08:00"), days: 10 },
    },
    // The deputy says it, because the coordinator fell ill; until he is back she divides the questions.
    Standing {
        by: "derya",
        at: at(51, "08:30"),
        what: Stands::Absent { staff: "joost", from: at(51, "08:30"), days: 1 },
    },
    Standing {
        by: "karin",
        at: at(44, "09:00"),
        what: Stands::Protected { resident: "el-idrissi", ground: "employee" },
    },
    Standing {
        by: "samira",
        at: at(24, "16:00"),
        what: Stands::Absent { staff: "samira", from: at(20, "08:00"), days: 5 },
    },
    Standing {
        by: "hennie",
        at: at(3, "09:00"),
        what: Stands::Absent { staff: "romy", from: at(2, "08:00"), days: 14 },
    },
];
