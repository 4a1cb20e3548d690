//! What stands out in the record of the demo: a worked case of each of the six findings, thresholds with a history, and
//! what people said of some of them (ACC-22). The rest waits for whoever signs in.

use super::world::{At, at};

/// One thing that was done, by whom and when.
#[derive(Debug)]
pub struct Reviewing {
    /// Key of who did it; nobody for the clock.
    pub by: &'static str,
    /// When.
    pub at: At,
    /// What.
    pub what: Reviews,
}

/// What was done.
#[derive(Debug)]
pub enum Reviews {
    /// From this day on, other numbers are ordinary.
    Thresholds {
        dossiers: u32,
        emergencies: u32,
        /// Why, in the officer's words.
        reason: &'static str,
    },
    /// A dossier is opened; `refused`: it does not open.
    Look {
        /// Key of the resident.
        resident: &'static str,
        refused: bool,
    },
    /// A search that finds nobody.
    Search {
        surname: &'static str,
        /// As ISO text.
        born: &'static str,
    },
    /// Somebody says what it was.
    Judge {
        /// Key of the member of staff whom it is about.
        of: &'static str,
        /// A code of `domain::log_review::Finding`.
        finding: &'static str,
        /// A code of `domain::log_review::Verdict`.
        verdict: &'static str,
        sentence: &'static str,
    },
    /// The clock looks through the days that are over; it does so before each verdict as well.
    Count,
}

const fn late(time: &'static str) -> Reviewing {
    Reviewing { by: "anouk", at: at(13, time), what: Reviews::Look { resident: "sem", refused: false } }
}

const fn sought(time: &'static str, surname: &'static str, born: &'static str) -> Reviewing {
    Reviewing { by: "marlies", at: at(9, time), what: Reviews::Search { surname, born } }
}

/// Oldest first.
pub static REVIEWS: [Reviewing; 23] = [
    Reviewing {
        by: "ineke",
        at: at(27, "10:05"),
        what: Reviews::Thresholds {
            dossiers: 60,
            emergencies: 1,
            reason: "Wij beginnen net met noodtoegang. Elke tweede keer wil ik zien.",
        },
    },
    // The part was closed two months before.
    Reviewing {
        by: "wouter",
        at: at(17, "16:10"),
        what: Reviews::Look { resident: "baidjoe", refused: true },
    },
    // A boy was missing that night.
    late("21:50"),
    late("22:15"),
    late("22:40"),
    late("23:20"),
    Reviewing {
        by: "joost",
        at: at(11, "09:10"),
        what: Reviews::Judge {
            of: "anouk",
            finding: "out-of-hours",
            verdict: "explained",
            sentence: "Sem was die avond weggelopen. Anouk belde mij om tien uur. Dit hoorde bij haar werk.",
        },
    },
    // She is a client in another team, and reads her own dossier in the portal only.
    Reviewing {
        by: "naima",
        at: at(10, "12:15"),
        what: Reviews::Look { resident: "el-idrissi", refused: true },
    },
    Reviewing {
        by: "joost",
        at: at(9, "09:30"),
        what: Reviews::Judge {
            of: "naima",
            finding: "namesake",
            verdict: "asked",
            sentence: "Ik vraag Naima wat zij hier zocht.",
        },
    },
    sought("10:02", "Verhoevn", "1951-04-12"),
    sought("10:03", "Verhoefen", "1951-04-12"),
    sought("10:04", "Verhoeve", "1951-12-04"),
    sought("10:06", "Ferhoeven", "1951-04-12"),
    sought("10:07", "Verhoeven-Smit", "1951-04-12"),
    sought("10:09", "Smitt", "1951-04-12"),
    sought("10:10", "Schmit", "1951-04-12"),
    sought("10:12", "Schmidt", "1951-12-04"),
    sought("10:13", "Smid", "1951-04-21"),
    sought("10:15", "Smidt", "1951-04-12"),
    sought("10:16", "Smits-Verhoef", "1951-04-12"),
    Reviewing {
        by: "ineke",
        at: at(6, "09:00"),
        what: Reviews::Thresholds {
            dossiers: 5,
            emergencies: 1,
            reason: "Niemand heeft hier meer dan vijf dossiers op een dag nodig. Wij proberen dit een maand.",
        },
    },
    Reviewing {
        by: "ineke",
        at: at(5, "10:00"),
        what: Reviews::Judge {
            of: "naima",
            finding: "namesake",
            verdict: "wrong",
            sentence: "Naima wilde haar eigen dossier zien. Dat mag, maar alleen als klant. Zij zag niets.",
        },
    },
    Reviewing { by: "", at: at(1, "22:00"), what: Reviews::Count },
];
