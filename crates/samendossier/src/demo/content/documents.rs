//! Documents in the demo: a letter as PDF, and a list that somebody typed.

use super::world::{At, at};

/// A document, and how it came in.
#[derive(Debug)]
pub struct Letter {
    /// Key of who added it.
    pub by: &'static str,
    /// Key of the resident.
    pub resident: &'static str,
    /// Domain code of the part.
    pub domain: &'static str,
    /// When it was added.
    pub at: At,
    pub title: &'static str,
    /// A `domain::Source` code.
    pub source: &'static str,
    /// A PDF; otherwise plain text.
    pub pdf: bool,
    /// What stands on it, line by line; letters without accents.
    pub lines: &'static [&'static str],
}

/// Oldest first.
pub static LETTERS: [Letter; 2] = [
    Letter {
        by: "samira",
        resident: "bhagwandin",
        domain: "wmo",
        at: at(11, "14:20"),
        title: "Besluit huishoudelijke hulp",
        source: "third-party",
        pdf: true,
        lines: &[
            "Gemeente Waterrijk",
            "",
            "Besluit: hulp bij het huishouden",
            "",
            "Geachte mevrouw Bhagwandin,",
            "",
            "U krijgt hulp bij het huishouden.",
            "De hulp komt elke week twee uur.",
            "Dit besluit geldt voor twee jaar.",
            "",
            "Bent u het niet eens met dit besluit?",
            "Dan kunt u binnen zes weken bezwaar maken.",
        ],
    },
    Letter {
        by: "samira",
        resident: "bhagwandin",
        domain: "wmo",
        at: at(5, "11:45"),
        title: "Wat ik wil vragen",
        source: "client",
        pdf: false,
        lines: &[
            "Wat ik wil vragen als Samira komt:",
            "",
            "- Wie komt er als de hulp ziek is?",
            "- Mag mijn man ook een dag naar de dagbesteding?",
            "- Hoe lang blijven de brieven bewaard?",
        ],
    },
];
