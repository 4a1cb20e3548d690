//! People around the residents and who decides: parents apart with one secret address, a boy who is nearly 16, a woman with a
//! mentor and an assessment that ended, a neighbour who agreed and one who did not want to stay.

use super::world::{At, at};

/// Something that was recorded about the people around a resident.
#[derive(Debug)]
pub struct Telling {
    /// Key of the worker.
    pub by: &'static str,
    /// When.
    pub at: At,
    /// Key of the resident.
    pub resident: &'static str,
    /// What.
    pub what: Tells,
}

/// What was recorded. Codes as the product has them; a person is found by name.
#[derive(Debug)]
pub enum Tells {
    /// Somebody is there. `ground` empty: they were told and agreed on that day.
    Person {
        /// A relation.
        relation: &'static str,
        /// Name.
        name: &'static str,
        /// Why, where they were not asked.
        ground: &'static str,
        /// Telephone, which may be called; empty without.
        phone: &'static str,
        /// An address that is secret; empty without.
        secret_address: &'static str,
    },
    /// They hold authority together, by the authority register.
    Joint {
        /// Who.
        name: &'static str,
    },
    /// A mentor by a judge, with a colleague who looked along.
    Mentor {
        /// Who.
        name: &'static str,
        /// Key of the colleague.
        second: &'static str,
    },
    /// The resident could not decide about money for three months.
    Money {
        /// Domain code of the part.
        domain: &'static str,
        /// Who assessed it.
        assessor: &'static str,
        /// Why.
        reasons: &'static str,
        /// For how many days it held.
        days: u32,
        /// Key of the colleague.
        second: &'static str,
    },
    /// They do not want to stand there by name any more.
    Withdrawn {
        /// Who.
        name: &'static str,
    },
}

const fn person(relation: &'static str, name: &'static str, ground: &'static str) -> Tells {
    Tells::Person { relation, name, ground, phone: "", secret_address: "" }
}

/// Oldest first.
pub static TELLINGS: [Telling; 15] = [
    Telling {
        by: "sanne",
        at: at(86, "15:00"),
        resident: "finn",
        what: Tells::Person {
            relation: "mother",
            name: "Lotte Hendriks",
            ground: "authority-or-guardian",
            phone: "06-00000151",
            secret_address: "Watermunt 21, 1234 BC Waterrijk",
        },
    },
    Telling {
        by: "sanne",
        at: at(86, "15:04"),
        resident: "finn",
        what: person("father", "Ruben Hendriks", "authority-or-guardian"),
    },
    Telling {
        by: "sanne",
        at: at(86, "15:08"),
        resident: "finn",
        what: Tells::Joint { name: "Lotte Hendriks" },
    },
    Telling {
        by: "sanne",
        at: at(86, "15:10"),
        resident: "finn",
        what: Tells::Joint { name: "Ruben Hendriks" },
    },
    Telling {
        by: "samira",
        at: at(62, "14:00"),
        resident: "maria",
        what: person("professional", "Corrie Vermeulen", "professional"),
    },
    Telling {
        by: "samira",
        at: at(62, "14:05"),
        resident: "maria",
        what: Tells::Mentor { name: "Corrie Vermeulen", second: "ria" },
    },
    Telling {
        by: "samira",
        at: at(62, "14:12"),
        resident: "maria",
        what: Tells::Money {
            domain: "wmo",
            assessor: "Specialist ouderengeneeskunde",
            reasons: "Mevrouw vergeet wat zij kocht en tekent voor wat aan de deur komt. Over drie maanden opnieuw kijken.",
            days: 40,
            second: "ria",
        },
    },
    Telling {
        by: "sanne",
        at: at(62, "16:10"),
        resident: "dmytro",
        what: person("mother", "Olena Shevchenko", "authority-or-guardian"),
    },
    Telling {
        by: "sanne",
        at: at(62, "16:12"),
        resident: "dmytro",
        what: person("father", "Andriy Shevchenko", "authority-or-guardian"),
    },
    Telling {
        by: "sanne",
        at: at(62, "16:14"),
        resident: "dmytro",
        what: Tells::Joint { name: "Olena Shevchenko" },
    },
    Telling {
        by: "sanne",
        at: at(62, "16:16"),
        resident: "dmytro",
        what: Tells::Joint { name: "Andriy Shevchenko" },
    },
    Telling {
        by: "samira",
        at: at(61, "10:00"),
        resident: "bhagwandin",
        what: Tells::Person {
            relation: "neighbour",
            name: "Riet van Dam",
            ground: "",
            phone: "06-00000192",
            secret_address: "",
        },
    },
    Telling {
        by: "samira",
        at: at(61, "10:05"),
        resident: "bhagwandin",
        what: person("neighbour", "Kees Plomp", ""),
    },
    Telling {
        by: "samira",
        at: at(61, "10:10"),
        resident: "bhagwandin",
        what: person("care-professional", "Huisarts Dekker", "professional"),
    },
    Telling {
        by: "samira",
        at: at(34, "11:20"),
        resident: "bhagwandin",
        what: Tells::Withdrawn { name: "Kees Plomp" },
    },
];
