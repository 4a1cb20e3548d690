//! Plans in the demo: one that both agreed, one that waits for the client's answer, one whose moment to look back has
//! passed. Made piece by piece, as people make them.

use super::world::{At, at};

/// A change of a plan, or something that is said about it.
#[derive(Debug)]
pub struct Planned {
    /// Key of the resident.
    pub resident: &'static str,
    /// Domain code of the part.
    pub domain: &'static str,
    /// Key of the member of staff; none: the resident, who has a portal account.
    pub by: Option<&'static str>,
    /// When.
    pub at: At,
    /// What.
    pub what: Plans,
}

/// What changes or is said.
#[derive(Debug)]
pub enum Plans {
    Goal {
        own: &'static str,
        worker: &'static str,
    },
    /// An agreement under the newest goal; to be done this many days after it was made.
    Step {
        what: &'static str,
        /// `client`, `worker`, `network` or `provider`.
        who: &'static str,
        who_words: &'static str,
        purpose: &'static str,
        within: u32,
    },
    Provision {
        what: &'static str,
        provider: &'static str,
    },
    /// Looking back, this many days later.
    Evaluation {
        within: u32,
    },
    /// `talk`, `writing` or `portal`.
    Agreed {
        how: &'static str,
    },
    /// The resident agrees.
    Yes,
    /// The resident did the first agreement that is theirs.
    Done,
    /// The resident asks about the whole plan.
    Asks {
        words: &'static str,
    },
}

const fn said(resident: &'static str, by: Option<&'static str>, at: At, what: Plans) -> Planned {
    Planned { resident, domain: "wmo", by, at, what }
}

/// Oldest first.
pub static PLANS: [Planned; 18] = [
    said(
        "bhagwandin",
        Some("samira"),
        at(48, "10:05"),
        Plans::Goal {
            own: "Ik wil weer zelf naar de markt kunnen, zonder bang te zijn dat ik val.",
            worker: "Stap voor stap: eerst samen, dan alleen.",
        },
    ),
    said(
        "bhagwandin",
        Some("samira"),
        at(48, "10:12"),
        Plans::Step {
            what: "Een afspraak maken met de fysiotherapeut.",
            who: "client",
            who_words: "",
            purpose: "Weten welke oefeningen helpen om steviger te lopen.",
            within: 21,
        },
    ),
    said(
        "bhagwandin",
        Some("samira"),
        at(48, "10:16"),
        Plans::Step {
            what: "Op zaterdag samen naar de markt lopen.",
            who: "network",
            who_words: "buurvrouw",
            purpose: "Oefenen met iemand erbij.",
            within: 90,
        },
    ),
    said(
        "bhagwandin",
        Some("samira"),
        at(48, "10:20"),
        Plans::Provision {
            what: "Huishoudelijke hulp, drie uur per week",
            provider: "Thuiszorg De Waterlelie",
        },
    ),
    said("bhagwandin", Some("samira"), at(48, "10:22"), Plans::Evaluation { within: 90 }),
    said("bhagwandin", Some("samira"), at(48, "10:25"), Plans::Agreed { how: "portal" }),
    said("bhagwandin", None, at(47, "19:10"), Plans::Yes),
    said("bhagwandin", None, at(38, "19:45"), Plans::Done),
    said(
        "marjolein",
        Some("samira"),
        at(45, "11:05"),
        Plans::Goal { own: "Ik wil mijn post weer open durven maken.", worker: "" },
    ),
    said(
        "marjolein",
        Some("samira"),
        at(45, "11:10"),
        Plans::Step {
            what: "Elke donderdag samen de post openen.",
            who: "worker",
            who_words: "",
            purpose: "Geen brief meer missen.",
            within: 60,
        },
    ),
    said("marjolein", Some("samira"), at(45, "11:15"), Plans::Evaluation { within: 33 }),
    said("marjolein", Some("samira"), at(45, "11:20"), Plans::Agreed { how: "talk" }),
    said(
        "yildiz",
        Some("johan"),
        at(9, "14:05"),
        Plans::Goal {
            own: "Ik wil dat thuis weer rustig is en dat ik zelf ook slaap.",
            worker: "Wij kijken ook wie er nog meer kan helpen.",
        },
    ),
    said(
        "yildiz",
        Some("johan"),
        at(9, "14:10"),
        Plans::Step {
            what: "Opschrijven wat er op een dag gebeurt.",
            who: "client",
            who_words: "",
            purpose: "Samen zien wanneer het te veel wordt.",
            within: 14,
        },
    ),
    said(
        "yildiz",
        Some("johan"),
        at(9, "14:14"),
        Plans::Step {
            what: "Vragen wat dagbesteding kost.",
            who: "worker",
            who_words: "",
            purpose: "Weten of dat kan.",
            within: 30,
        },
    ),
    said(
        "yildiz",
        Some("johan"),
        at(9, "14:20"),
        Plans::Goal { own: "Ik wil een keer per maand iets voor mijzelf doen.", worker: "" },
    ),
    said("yildiz", Some("johan"), at(9, "14:25"), Plans::Agreed { how: "portal" }),
    said(
        "yildiz",
        None,
        at(6, "20:15"),
        Plans::Asks { words: "Moet ik elke dag iets opschrijven? Ook als er niets gebeurt?" },
    ),
];
