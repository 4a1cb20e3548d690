//! Questions of people who stayed anonymous (BAS-10), as old as their text is kept at most.

use super::world::{At, at};

/// A question that was noted without a name.
#[derive(Debug)]
pub struct Contact {
    /// Key of who noted it.
    pub by: &'static str,
    /// When.
    pub at: At,
    /// A `ContactKind` code.
    pub kind: &'static str,
    /// A `Topic` code.
    pub topic: &'static str,
    /// A `ContactDone` code.
    pub done: &'static str,
    /// May be empty.
    pub text: &'static str,
}

const fn contact(
    by: &'static str,
    at: At,
    kind: &'static str,
    topic: &'static str,
    done: &'static str,
    text: &'static str,
) -> Contact {
    Contact { by, at, kind, topic, done, text }
}

/// Oldest first.
pub static CONTACTS: [Contact; 12] = [
    contact(
        "ria",
        at(61, "10:10"),
        "phone",
        "papers",
        "helped",
        "Wilde weten waar een brief van de waterleiding over ging.",
    ),
    contact(
        "johan",
        at(54, "13:40"),
        "walk-in",
        "housing",
        "referred",
        "Schimmel in de slaapkamer. Verwezen naar de verhuurder.",
    ),
    contact("samira", at(40, "11:05"), "phone", "money", "answered", "Vraag over de energietoeslag."),
    contact(
        "carlos",
        at(33, "12:30"),
        "outside",
        "company",
        "answered",
        "Wilde weten op welke dagen de open tafel is.",
    ),
    contact("ria", at(26, "09:20"), "walk-in", "money", "intake", ""),
    contact(
        "samira",
        at(19, "15:15"),
        "message",
        "children",
        "comes-back",
        "Kind slaapt slecht. Komt dinsdag naar het spreekuur.",
    ),
    contact(
        "naima",
        at(18, "10:45"),
        "phone",
        "care",
        "referred",
        "Hulp in huis na een operatie. Verwezen naar de huisarts.",
    ),
    contact(
        "johan",
        at(12, "14:00"),
        "walk-in",
        "papers",
        "helped",
        "Formulier voor de bibliotheek ingevuld.",
    ),
    contact("samira", at(9, "16:20"), "phone", "relations", "answered", ""),
    contact(
        "samira",
        at(5, "09:50"),
        "outside",
        "work",
        "referred",
        "Zocht een cursus Nederlands in de avond.",
    ),
    contact("ria", at(4, "11:30"), "phone", "money", "answered", "Hoe lang moet je bankafschriften bewaren?"),
    contact("samira", at(2, "10:05"), "walk-in", "other", "answered", ""),
];
