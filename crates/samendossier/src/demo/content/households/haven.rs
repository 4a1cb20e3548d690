//! Clients of the welfare foundation: voluntary, so an agreement instead of a number, and as little known of
//! somebody as they want to tell. One gives no more than a name to be called by and a year.

use crate::demo::content::courses::{language::LANGUAGE, lonely::LONELY};
use crate::demo::content::household::{Household, Member, Speaks, address, by, told, waits};
use crate::demo::content::world::{Entry, SafeContact, at};

/// The households.
pub static HOUSEHOLDS: [Household; 6] = [
    Household {
        address: address("Touwslager 15", "1234 CB"),
        secret_address: false,
        members: &[Member {
            key: "bouazza",
            team: "haven",
            surname: "Bouazza",
            given_names: "Aïcha",
            address_form: "mevrouw",
            birth_date: "1975-00-00",
            phone: Some("06-00000501"),
            help_question: "Ik woon hier vijfentwintig jaar. Ik wil praten met de juf van mijn kleinkind, zonder mijn dochter ernaast.",
            help: &[by("carlos", "Vaste medewerker van het taalcafé.", &[told(&LANGUAGE, 420, 45, 6)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Zeilmaker 3", "1234 CC"),
        secret_address: false,
        members: &[Member {
            key: "zielinski",
            team: "haven",
            surname: "Zieliński",
            given_names: "Stanisław",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1961-06-24",
            phone: Some("06-00000511"),
            help_question: "Mijn vrienden zijn teruggegaan naar Polen. Ik ben gebleven. De zondagen zijn lang.",
            help: &[by("carlos", "Vaste medewerker van de open tafel.", &[told(&LONELY, 195, 12, 5)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Havenhotel, kamer 220", "1234 CF"),
        secret_address: false,
        members: &[Member {
            key: "bondarenko",
            team: "haven",
            surname: "Bondarenko",
            given_names: "Olena",
            address_form: "mevrouw",
            birth_date: "1993-09-01",
            phone: Some("06-00000521"),
            email: Some("olena.b@example.nl"),
            help_question: "Ik leer Nederlands met een app. De app lacht nooit om mijn grap. Ik wil met mensen praten.",
            help: &[by("carlos", "Vaste medewerker van het taalcafé.", &[told(&LANGUAGE, 172, 9, 5)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Kade 21-1", "1234 CE"),
        secret_address: false,
        members: &[Member {
            key: "landveld",
            team: "haven",
            surname: "Landveld",
            given_names: "Winston",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1957-00-00",
            phone: Some("06-00000531"),
            safe_contact: SafeContact {
                phone: "safe",
                mail: "unknown",
                post: "unknown",
                note: Some("Zegt alleen in welk jaar hij geboren is. Meer hoeft ook niet."),
            },
            help_question: "Ik kom voor het eten. En voor de praatjes, maar dat zeg ik niet hardop.",
            help: &[by("carlos", "Vaste medewerker van de open tafel.", &[told(&LONELY, 330, 96, 5)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Kade 44", "1234 CE"),
        secret_address: false,
        members: &[Member {
            key: "roos",
            team: "haven",
            surname: "Roos",
            given_names: "",
            address_form: "mevrouw",
            birth_date: "2001-00-00",
            phone: Some("06-00000541"),
            safe_contact: SafeContact { phone: "unknown", mail: "unknown", post: "unsafe", note: None },
            help_question: "Noem mij maar Roos, van 2001. Meer hoeft u niet te weten.",
            help: &[by("romy", "Kent haar van het plein.", &[told(&LONELY, 20, 5, 0)])],
            own_notes: &[Entry {
                domain: "voluntary",
                kind: "conversation",
                category: "general",
                happened: at(13, "15:00"),
                author: "romy",
                facts: "Roos zat op de bank voor het buurthuis en wilde niet naar binnen. Ik ben naast haar \
                        gaan zitten. Zij vroeg wat ik opschrijf. Dit: dat Roos er was, dat wij koffie \
                        dronken, en dat zij donderdag misschien weer komt.",
                ..Entry::PLAIN
            }],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Touwslager 90", "1234 CB"),
        secret_address: false,
        members: &[Member {
            key: "prins",
            team: "haven",
            surname: "Prins",
            given_names: "Mientje",
            address_form: "mevrouw",
            birth_date: "1949-05-31",
            phone: Some("06-00000551"),
            help_question: "Ik wil leren appen met mijn kleindochter in Canada. En misschien een kaartclub.",
            help: &[waits(&[told(&LONELY, 3, 2, 0)])],
            ..Member::PLAIN
        }],
    },
];
