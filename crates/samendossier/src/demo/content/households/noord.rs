//! Clients of team Noord: families from three countries, a neighbour of somebody who works in the team, a baby,
//! and work and income with a consultant who sees nothing else.

use crate::demo::content::courses::{
    absence::ABSENCE, addiction::ADDICTION, carer::CARER, debts::DEBTS, home_help::HOME_HELP, lonely::LONELY,
    rent::RENT, work::WORK,
};
use crate::demo::content::household::{Before, Household, Member, Speaks, address, by, told};
use crate::demo::content::world::{Entry, SafeContact, at};

/// The households.
pub static HOUSEHOLDS: [Household; 9] = [
    // Lives next to Naima El Idrissi, who works in this team and must never be assigned (ACC-05).
    Household {
        address: address("Watermunt 10", "1234 BC"),
        secret_address: false,
        members: &[Member {
            key: "hofstra",
            team: "noord",
            surname: "Hofstra",
            given_names: "Grietje",
            address_form: "mevrouw",
            birth_date: "1950-10-08",
            bsn: Some("999990226"),
            phone: Some("06-00000401"),
            help_question: "Ik zorg voor mijn man. Een van jullie woont naast mij. Ik wil niet dat zij dit leest.",
            other: "haar man",
            help: &[by(
                "ria",
                "Vaste medewerker. Mevrouw wilde niet iemand die zij uit de straat kent.",
                &[told(&CARER, 205, 11, 4)],
            )],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Karekiet 66", "1234 AH"),
        secret_address: false,
        members: &[
            Member {
                key: "youssra",
                team: "noord",
                surname: "El Khatib",
                given_names: "Youssra",
                address_form: "mevrouw",
                birth_date: "1983-01-19",
                bsn: Some("999990238"),
                phone: Some("06-00000411"),
                email: Some("y.elkhatib@example.nl"),
                help_question: "Ik wil werken. Maar eerst moet ik weten dat de huur betaald wordt.",
                help: &[
                    by("fatima", "Consulent werk en inkomen.", &[told(&WORK, 460, 50, 7)]),
                    by("naima", "Vaste medewerker.", &[told(&RENT, 465, 200, 4)]).taken_over(Before {
                        worker: "ria",
                        until: 318,
                        because: "Ria werkt een half jaar minder. Mevrouw kende Naima al.",
                    }),
                ],
                ..Member::PLAIN
            },
            Member {
                key: "adam",
                team: "noord",
                surname: "El Khatib",
                given_names: "Adam",
                speaks: Speaks::OfHim,
                birth_date: "2012-02-29",
                phone: Some("06-00000412"),
                help_question: "Ik word gek van school. En van iedereen die vraagt waarom.",
                other: "zijn moeder",
                help: &[by("anouk", "Vaste jeugdwerker.", &[told(&ABSENCE, 168, 11, 5)])],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Snoekbaars 18", "1234 AL"),
        secret_address: false,
        members: &[Member {
            key: "baidjoe",
            team: "noord",
            surname: "Baidjoe",
            given_names: "Rishi",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1990-06-13",
            bsn: Some("999990251"),
            phone: Some("06-00000421"),
            email: Some("rishi.b@example.nl"),
            help_question: "Ik heb geleend om een lening af te betalen. Ik wil dat het ophoudt.",
            help: &[by("wouter", "Schuldhulpverlener.", &[told(&DEBTS, 590, 40, 7)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Fuut 4", "1234 AM"),
        secret_address: false,
        members: &[Member {
            key: "celik",
            team: "noord",
            surname: "Çelik",
            given_names: "Zeynep",
            address_form: "mevrouw",
            birth_date: "1971-03-08",
            phone: Some("06-00000431"),
            safe_contact: SafeContact {
                phone: "safe",
                mail: "safe",
                post: "safe",
                note: Some("Werkt 's nachts. Bellen na 14.00 uur."),
            },
            email: Some("z.celik@example.nl"),
            help_question: "Mijn handen doen het niet meer goed. Ik heb een poetsbaan gehad en nu kan ik mijn eigen huis niet \
                schoonmaken.",
            help: &[by("naima", "Vaste medewerker.", &[told(&HOME_HELP, 145, 10, 4)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Havenhotel, kamer 305", "1234 CF"),
        secret_address: false,
        members: &[
            Member {
                key: "petrenko",
                team: "noord",
                surname: "Petrenko-Hryhorenko",
                given_names: "Iryna",
                address_form: "mevrouw",
                birth_date: "1985-05-20",
                phone: Some("06-00000441"),
                help_question: "In Ukraine was ik ingenieur. Hier vouw ik dozen. Dat is ook werk, maar ik wil verder.",
                help: &[by(
                    "fatima",
                    "Consulent werk en inkomen. Regelt een tolk.",
                    &[told(&WORK, 225, 9, 0)],
                )],
                own_notes: &[
                    Entry {
                        domain: "participation",
                        kind: "conversation",
                        category: "plan",
                        happened: at(214, "10:15"),
                        author: "fatima",
                        facts: "Gesprek met tolk. Mevrouw was in Kryvy Rih ingenieur bij de waterleiding. Hier \
                        vouwt zij dozen, veertig uur. Haar diploma ligt in een map die zij op schoot \
                        hield. Afgesproken: ik zoek uit hoe zij het hier kan laten waarderen.",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "participation",
                        kind: "message",
                        category: "education",
                        happened: at(178, "15:45"),
                        author: "fatima",
                        facts: "De waardering van het diploma is aangevraagd. Mevrouw heeft zelf de vertaling \
                        nagekeken en drie technische woorden verbeterd. De vertaler was het met haar \
                        eens.",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "participation",
                        kind: "phone",
                        category: "education",
                        happened: at(124, "10:30"),
                        author: "fatima",
                        facts: "Uitslag: het diploma is hier evenveel waard. Mevrouw vroeg twee keer of ik het goed \
                        had gelezen. De taal is nu het enige dat ontbreekt. Zij kan twee avonden per \
                        week les volgen, betaald.",
                        opinion: Some("Ik heb zelden zo graag een brief voorgelezen."),
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "participation",
                        kind: "conversation",
                        category: "plan",
                        happened: at(67, "13:05"),
                        author: "fatima",
                        facts: "Het drinkwaterbedrijf heeft een leerplek voor iemand die techniek kent en nog \
                        Nederlands leert. Mevrouw wil eerst een dag meelopen. Haar zoon vroeg of zij dan \
                        een helm krijgt.",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "participation",
                        kind: "phone",
                        category: "plan",
                        happened: at(12, "11:20"),
                        author: "fatima",
                        facts: "De meeloopdag was goed. Mevrouw mag in januari beginnen, drie dagen per week. De \
                        andere twee dagen blijft zij dozen vouwen. Wij rekenen volgende week samen uit \
                        wat dat met haar inkomen doet. En ja: zij kreeg een helm.",
                        ..Entry::PLAIN
                    },
                ],
                ..Member::PLAIN
            },
            Member {
                key: "maksym",
                team: "noord",
                surname: "Petrenko",
                given_names: "Maksym",
                speaks: Speaks::OfHim,
                birth_date: "2009-01-07",
                phone: Some("06-00000442"),
                help_question: "Ik ga niet meer. In de les gaat het wel, maar in de pauze versta ik niemand en niemand verstaat mij.",
                other: "zijn moeder",
                help: &[by(
                    "anouk",
                    "Vaste jeugdwerker. Spreekt Engels met hem.",
                    &[told(&ABSENCE, 220, 62, 5)],
                )],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Wulp 27", "1234 AN"),
        secret_address: false,
        members: &[Member {
            key: "van-der-linden",
            team: "noord",
            surname: "van der Linden",
            given_names: "Cornelis",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1946-11-11",
            phone: Some("06-00000451"),
            help_question: "Ik wil gewoon een keer iemand die aanbelt.",
            help: &[by("naima", "Vaste medewerker.", &[told(&LONELY, 380, 66, 6)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Grutto 1", "1234 AP"),
        secret_address: false,
        members: &[Member {
            key: "wilhelmina",
            team: "noord",
            surname: "Smit-Overwater tot Nieuw-Loosdrecht",
            given_names: "Wilhelmina Geertruida",
            address_form: "mevrouw",
            birth_date: "1958-07-07",
            phone: Some("06-00000461"),
            safe_contact: SafeContact {
                phone: "safe",
                mail: "unknown",
                post: "unsafe",
                note: Some("Haar broer opent de post. Liever bellen, of post klaarleggen op kantoor."),
            },
            help_question: "Ik heb mijn leven lang alles betaald. Nu lukt het niet, en ik schaam mij.",
            help: &[by("wouter", "Schuldhulpverlener.", &[told(&DEBTS, 152, 11, 3)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Tureluur 33", "1234 AR"),
        secret_address: false,
        members: &[Member {
            key: "novi",
            team: "noord",
            surname: "Tjon A Ten",
            given_names: "Novi",
            birth_date: "2026-09-30",
            phone: Some("06-00000471"),
            help_question: "Haar moeder vraagt: ik ben alleen met een baby. Wie kan af en toe meedenken?",
            help: &[by(
                "anouk",
                "Vaste jeugdwerker. Het eerste gesprek is volgende week.",
                &[told(&ABSENCE, 5, 2, 0)],
            )],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Kluut 12-IV", "1234 AS"),
        secret_address: false,
        members: &[Member {
            key: "kuipers",
            team: "noord",
            surname: "Kuipers",
            given_names: "Jeroen",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1978-08-28",
            phone: Some("06-00000481"),
            help_question: "Ik gebruik te veel en ik ben mijn baan kwijt. Ik wil niet ook mijn huis kwijt.",
            help: &[by("ria", "Vaste medewerker.", &[told(&ADDICTION, 137, 10, 4)])],
            ..Member::PLAIN
        }],
    },
];
