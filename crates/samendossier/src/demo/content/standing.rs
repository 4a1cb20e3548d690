//! What stands between a worker and a dossier: the neighbour, the colleague, an entry for one pair of eyes;
//! and who was or is away. Said by whoever may say it, when they said it.

use super::world::{At, at};

/// Something that stands from when somebody said so.
#[derive(Debug)]
pub struct Standing {
    /// Key of who said it.
    pub by: &'static str,
    /// When.
    pub at: At,
    /// What.
    pub what: Stands,
}

/// What stands.
#[derive(Debug)]
pub enum Stands {
    /// They may not help who lives here (ACC-05).
    Conflict {
        /// `relative`, `household`, `neighbour`, `acquaintance` or `other`.
        kind: &'static str,
        /// As an address is typed.
        address: &'static str,
    },
    /// Somebody is absent; it may be who said it.
    Absent {
        /// Key of the member of staff.
        staff: &'static str,
        /// From when.
        from: At,
        /// For how many times 24 hours.
        days: u32,
    },
    /// A dossier has extra protection (ACC-03).
    Protected {
        /// Key of the resident.
        resident: &'static str,
        /// `employee`, `relative-of-employee`, `well-known`, `secret-address` or `safety`.
        ground: &'static str,
    },
    /// A client does not want a worker.
    Unwanted {
        /// Key of the resident.
        resident: &'static str,
        /// Key of the member of staff.
        staff: &'static str,
    },
    /// The coordinator has somebody stand in for some days, from then on.
    Replaces {
        /// Key of the resident.
        resident: &'static str,
        /// Domain code of the part.
        domain: &'static str,
        /// Key of who stands in.
        staff: &'static str,
        /// Why, in a sentence that the client may read.
        reason: &'static str,
        /// Until this many days after the demo day, so that it is still to come whenever the demo is made.
        days_from_now: u32,
    },
    /// They open a dossier that they are not involved with, and look at it (ACC-03).
    Emergency {
        /// Key of the resident.
        resident: &'static str,
        /// `involved-unavailable`, `immediate-danger`, `client-present` or `other`.
        reason: &'static str,
        /// Why, in their own words.
        sentence: &'static str,
    },
    /// They judge who opened a dossier, or ask first (ACC-04).
    Judged {
        /// Key of the resident.
        resident: &'static str,
        /// Key of who opened it.
        accessor: &'static str,
        /// `justified`, `not-justified` or `needs-info`.
        outcome: &'static str,
        /// Why, or what is asked.
        sentence: &'static str,
    },
    /// They explain the emergency access they are asked about.
    Explained {
        /// In their own words.
        sentence: &'static str,
    },
    /// Whoever opened it in an emergency proposes to tell the client later (SHA-12).
    Later {
        /// A `domain::WithholdGround` code.
        ground: &'static str,
        /// Why, for colleagues only.
        sentence: &'static str,
    },
    /// The second person agrees, and looks at it again after so many days.
    Agreed {
        /// Key of the resident.
        resident: &'static str,
        /// Days until the review, at most 30.
        days: u32,
        /// Why.
        sentence: &'static str,
    },
    /// The client is told after all, with the ground.
    Told {
        /// Key of the resident.
        resident: &'static str,
        /// Why now.
        sentence: &'static str,
    },
    /// An entry is hidden from every worker but its author, because the client asks (RGT-R11).
    Hidden {
        /// Key of the resident.
        resident: &'static str,
        /// When it happened.
        happened: At,
    },
    /// An entry of theirs stood in the wrong dossier (C24).
    Withdrawn {
        /// Key of the resident.
        resident: &'static str,
        /// When it happened.
        happened: At,
        /// A `domain::entry::WithdrawGround` code.
        ground: &'static str,
        /// In their own words.
        why: &'static str,
    },
    /// They visited several members of a family, and wrote it down at once (MOD-03).
    Visited {
        /// What holds for everybody; names nobody.
        shared: &'static str,
        /// Key of the resident, domain code, and what is theirs alone.
        each: &'static [(&'static str, &'static str, &'static str)],
    },
    /// They wrote a section of a plan of several people (MOD-03).
    Section {
        /// Key of the resident and domain code of everybody it is about.
        about: &'static [(&'static str, &'static str)],
        title: &'static str,
        words: &'static str,
        /// Who said on that day that the others may read it.
        yes: &'static [&'static str],
    },
}

/// Oldest first.
pub static STANDING: [Standing; 29] = [
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
    // Her own worker is away for the week: as it is meant.
    Standing {
        by: "naima",
        at: at(19, "10:10"),
        what: Stands::Emergency {
            resident: "marjolein",
            reason: "client-present",
            sentence: "Mevrouw staat aan de balie en Samira is vrij. Zij wil weten of haar afspraak van morgen doorgaat.",
        },
    },
    Standing {
        by: "joost",
        at: at(18, "11:20"),
        what: Stands::Judged {
            resident: "marjolein",
            accessor: "naima",
            outcome: "justified",
            sentence: "Samira was die week vrij. Er is alleen naar de afspraak gekeken.",
        },
    },
    // Nobody judged this one: more than ten working days later it is the officer's, and the board is told.
    Standing {
        by: "ria",
        at: at(17, "16:20"),
        what: Stands::Emergency {
            resident: "dmytro",
            reason: "involved-unavailable",
            sentence: "Zijn school belt dat hij niet is gekomen. In team Zuid neemt niemand de telefoon op.",
        },
    },
    // The danger is over, and she was told what was left out.
    Standing {
        by: "naima",
        at: at(12, "16:40"),
        what: Stands::Emergency {
            resident: "bhagwandin",
            reason: "immediate-danger",
            sentence: "Mevrouw belde in paniek. Haar zoon staat met een mes voor de deur en zij durft niet op te hangen.",
        },
    },
    Standing {
        by: "naima",
        at: at(12, "16:55"),
        what: Stands::Later {
            ground: "danger-to-client",
            sentence: "Haar zoon regelt haar telefoon en kan in het portaal kijken.",
        },
    },
    Standing {
        by: "joost",
        at: at(12, "17:10"),
        what: Stands::Agreed {
            resident: "bhagwandin",
            days: 14,
            sentence: "Eens. Eerst een eigen telefoon, dan vertellen.",
        },
    },
    Standing {
        by: "samira",
        at: at(10, "11:55"),
        what: Stands::Withdrawn {
            resident: "marjolein",
            happened: at(10, "11:20"),
            ground: "wrong-dossier",
            why: "Ik had twee dossiers open staan. Sorry.",
        },
    },
    // A brother and a sister at one table: two notes, and neither tells of the other.
    Standing {
        by: "sanne",
        at: at(9, "16:45"),
        what: Stands::Visited {
            shared: "Wij zaten met thee aan de keukentafel en maakten een lijst van wat in beide huizen hetzelfde blijft: \
                bedtijd, telefoon en zakgeld.",
            each: &[
                ("zofia", "youth-access", "Zofia wil dat de kat met haar mee verhuist. Ik vraag of dat kan."),
                (
                    "jan-verbeek",
                    "youth-access",
                    "Jan zei weinig. Hij wil volgende week alleen praten, buiten.",
                ),
            ],
        },
    },
    Standing {
        by: "sanne",
        at: at(9, "16:55"),
        what: Stands::Section {
            about: &[("zofia", "youth-access"), ("jan-verbeek", "youth-access")],
            title: "In beide huizen hetzelfde",
            words: "Om negen uur gaan de telefoons in het mandje. Op zaterdag is er zakgeld. Zofia en Jan mogen elkaar altijd \
                bellen, ook als ze in het andere huis zijn.",
            yes: &["zofia"],
        },
    },
    Standing {
        by: "joost",
        at: at(6, "10:05"),
        what: Stands::Told {
            resident: "bhagwandin",
            sentence: "Mevrouw heeft een nieuwe telefoon en een ander wachtwoord.",
        },
    },
    // Asked and explained: it waits for the coordinator again.
    Standing {
        by: "marit",
        at: at(6, "13:40"),
        what: Stands::Emergency {
            resident: "maria",
            reason: "involved-unavailable",
            sentence: "De buurvrouw belt dat mevrouw niet opendoet. Ik zoek het nummer van haar dochter.",
        },
    },
    Standing {
        by: "johan",
        at: at(5, "11:05"),
        what: Stands::Emergency {
            resident: "bhagwandin",
            reason: "other",
            sentence: "Ik wilde weten hoe haar aanvraag was opgeschreven, als voorbeeld voor een andere.",
        },
    },
    Standing {
        by: "joost",
        at: at(5, "15:15"),
        what: Stands::Judged {
            resident: "maria",
            accessor: "marit",
            outcome: "needs-info",
            sentence: "Bram was die middag op kantoor. Heb je geprobeerd hem te bellen?",
        },
    },
    Standing {
        by: "marit",
        at: at(4, "10:00"),
        what: Stands::Explained {
            sentence: "Ja, twee keer. Hij was op huisbezoek en belde mij pas na vier uur terug.",
        },
    },
    // Still hidden: the coordinator looks at it again next week.
    Standing {
        by: "naima",
        at: at(4, "15:10"),
        what: Stands::Emergency {
            resident: "marjolein",
            reason: "immediate-danger",
            sentence: "De school belt: de kinderen durven niet naar huis. Samira zit in een gesprek en neemt niet op.",
        },
    },
    Standing {
        by: "naima",
        at: at(4, "15:25"),
        what: Stands::Later {
            ground: "investigation-veilig-thuis",
            sentence: "Veilig Thuis praat eerst met de kinderen. De ouders mogen dit nog niet lezen.",
        },
    },
    Standing {
        by: "joost",
        at: at(4, "16:30"),
        what: Stands::Agreed {
            resident: "marjolein",
            days: 10,
            sentence: "Eens. Ik bel volgende week met Veilig Thuis.",
        },
    },
    Standing {
        by: "hennie",
        at: at(3, "09:00"),
        what: Stands::Absent { staff: "romy", from: at(2, "08:00"), days: 14 },
    },
    // What somebody finds in the morning: new, and it ends soon.
    Standing {
        by: "joost",
        at: at(2, "15:30"),
        what: Stands::Replaces {
            resident: "celik",
            domain: "wmo",
            staff: "samira",
            reason: "Vervangt Naima een week.",
            days_from_now: 9,
        },
    },
    Standing {
        by: "joost",
        at: at(2, "16:50"),
        what: Stands::Judged {
            resident: "bhagwandin",
            accessor: "johan",
            outcome: "not-justified",
            sentence: "Een voorbeeld voor een ander is geen nood. Daar is dit dossier niet voor.",
        },
    },
    // Nobody was away, and it could wait: what the coordinator has to see.
    Standing {
        by: "naima",
        at: at(2, "17:05"),
        what: Stands::Emergency {
            resident: "bhagwandin",
            reason: "other",
            sentence: "Ik ken mevrouw nog van het buurthuis en wilde weten hoe het nu met haar gaat.",
        },
    },
];
