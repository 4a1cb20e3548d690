//! "Waarom heeft u gekeken?" in the demo: one question that was answered, one that waits, and one that is late.

use super::world::{At, at};

/// A question at a look, and its answer.
#[derive(Debug)]
pub struct Inquiry {
    /// Key of the resident; they have a portal account.
    pub resident: &'static str,
    /// Key of who looked.
    pub looker: &'static str,
    /// The moment of the look.
    pub looked: At,
    /// When it was asked.
    pub asked: At,
    /// May be empty.
    pub words: &'static str,
    /// Who answered, when and what.
    pub answer: Option<(&'static str, At, &'static str)>,
}

/// Oldest first.
pub static INQUIRIES: [Inquiry; 3] = [
    Inquiry {
        resident: "bhagwandin",
        looker: "samira",
        looked: at(31, "09:55"),
        asked: at(30, "19:40"),
        words: "",
        answer: None,
    },
    Inquiry {
        resident: "bhagwandin",
        looker: "ria",
        looked: at(18, "11:35"),
        asked: at(17, "20:05"),
        words: "Ik ken deze medewerker niet.",
        answer: Some((
            "joost",
            at(13, "09:20"),
            "Samira was die dag ziek. Ria nam haar telefoon over en zocht op wanneer u weer een afspraak heeft. Zij keek daarna niet meer.",
        )),
    },
    Inquiry {
        resident: "bhagwandin",
        looker: "wouter",
        looked: at(5, "11:10"),
        asked: at(3, "18:30"),
        words: "Wat zocht hij in mijn dossier?",
        answer: None,
    },
];
