//! Families in the south of the town: children on both sides of twelve, sixteen and eighteen, and the adults
//! around them. Each has a dossier of their own, also at one address (MOD-03).

use crate::demo::content::courses::{
    absence::ABSENCE, aids::AIDS, carer::CARER, debts::DEBTS, home_help::HOME_HELP, rent::RENT,
};
use crate::demo::content::household::{Before, Household, Member, Speaks, address, by, told, waits};
use crate::demo::content::world::{Entry, SafeContact, at};

/// The families.
pub static HOUSEHOLDS: [Household; 5] = [
    Household {
        address: address("Kattenstaart 41", "1234 BG"),
        secret_address: false,
        members: &[
            Member {
                key: "elif",
                surname: "Aydın",
                given_names: "Elif",
                address_form: "mevrouw",
                birth_date: "1979-05-12",
                bsn: Some("999990147"),
                phone: Some("06-00000311"),
                email: Some("elif.aydin@example.nl"),
                help_question: "Mijn man heeft veel hulp nodig. Mijn zoon wordt groot en heeft mij ook nodig. Ik verdeel \
                    mij in drieën.",
                other: "haar man",
                help: &[by(
                    "johan",
                    "Vaste medewerker van mevrouw en haar man.",
                    &[told(&CARER, 410, 11, 6)],
                )
                .stood_in("marit", 151, 142)],
                ..Member::PLAIN
            },
            Member {
                key: "mehmet",
                surname: "Aydın",
                given_names: "Mehmet Can",
                address_form: "meneer",
                speaks: Speaks::OfHim,
                birth_date: "1974-02-00",
                phone: Some("06-00000312"),
                help_question: "Ik heb MS. Ik wil mij in mijn eigen huis kunnen bewegen, en buiten ook.",
                help: &[by(
                    "johan",
                    "Vaste medewerker van meneer en zijn vrouw.",
                    &[told(&AIDS, 405, 40, 6)],
                )],
                ..Member::PLAIN
            },
            Member {
                key: "emirhan",
                surname: "Aydın",
                given_names: "Emirhan",
                speaks: Speaks::OfHim,
                birth_date: "2014-11-22",
                help_question: "Zijn moeder vraagt: hij wil niet meer naar school en zegt niet waarom.",
                other: "zijn moeder",
                safe_contact: SafeContact {
                    phone: "safe",
                    mail: "safe",
                    post: "unknown",
                    note: Some("Via zijn moeder. Emirhan heeft nog geen eigen telefoon."),
                },
                phone: Some("06-00000311"),
                help: &[by(
                    "johan",
                    "Kent het gezin. De jeugdwerker heeft tot de zomer geen ruimte.",
                    &[told(&ABSENCE, 96, 10, 4)],
                )],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Watereppe 7-II", "1234 BH"),
        secret_address: false,
        members: &[
            Member {
                key: "fatiha",
                surname: "Benali-El Ouazzani",
                given_names: "Fatiha",
                address_form: "mevrouw",
                birth_date: "1982-00-00",
                bsn: Some("999990159"),
                phone: Some("06-00000321"),
                help_question: "Ik heb schulden van mijn winkel die dicht is. Ik wil niet dat mijn kinderen dat voelen.",
                help: &[
                    by(
                        "hakan",
                        "Schuldhulpverlener. Mevrouw heeft er zelf om gevraagd.",
                        &[told(&DEBTS, 540, 60, 7)],
                    ),
                    by(
                        "johan",
                        "Vaste medewerker voor de rest van haar vragen.",
                        &[told(&HOME_HELP, 330, 20, 3)],
                    ),
                ],
                ..Member::PLAIN
            },
            Member {
                key: "yara",
                surname: "Benali",
                given_names: "Yara",
                birth_date: "2010-11-23",
                phone: Some("06-00000322"),
                email: Some("yara@example.nl"),
                help_question: "Ik ga wel naar school maar ik wil er niet zijn. Ik wil met iemand praten die niet boos wordt.",
                other: "haar moeder",
                help: &[by("sanne", "Vaste jeugdwerker. Yara koos haar zelf.", &[told(&ABSENCE, 150, 9, 6)])],
                ..Member::PLAIN
            },
            Member {
                key: "rayan",
                surname: "Benali",
                given_names: "Rayan",
                speaks: Speaks::OfHim,
                birth_date: "2008-11-23",
                phone: Some("06-00000323"),
                help_question: "Ik kom de school niet meer in. Ik weet zelf ook niet waarom. Ik wil wel een diploma.",
                other: "zijn moeder",
                help: &[by(
                    "sanne",
                    "Neemt Rayan over, omdat zij ook zijn zus spreekt.",
                    &[told(&ABSENCE, 470, 55, 5)],
                )
                .taken_over(Before {
                    worker: "gerda",
                    until: 122,
                    because: "Gerda gaat met pensioen.",
                })],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Moerasspirea 88", "1234 BJ"),
        secret_address: false,
        members: &[
            Member {
                key: "soekinah",
                surname: "Kromodimedjo-Wongsodikromo",
                given_names: "Soekinah",
                address_form: "mevrouw",
                birth_date: "1947-08-17",
                bsn: Some("999990160"),
                phone: Some("06-00000331"),
                help_question: "Mijn kleindochter woont bij mij. Zij hoeft niet voor mij te zorgen, zij moet leren. Ik heb hulp \
                    nodig in huis.",
                help: &[by(
                    "johan",
                    "Vaste medewerker. Woont niet in haar buurt.",
                    &[told(&HOME_HELP, 690, 45, 7)],
                )
                .taken_over(Before {
                    worker: "gerda",
                    until: 402,
                    because: "Gerda gaat in een andere wijk werken.",
                })],
                ..Member::PLAIN
            },
            Member {
                key: "chaniqua",
                surname: "Kromodimedjo",
                given_names: "Chaniqua Esther",
                birth_date: "2008-11-22",
                phone: Some("06-00000332"),
                email: Some("chaniqua@example.nl"),
                help_question: "Ik ben blijven zitten omdat ik veel thuis moest zijn. Ik wil dit jaar mijn diploma halen.",
                other: "haar oma",
                help: &[by("johan", "Kent haar oma. Chaniqua vond dat goed.", &[told(&ABSENCE, 210, 17, 3)])],
                own_notes: &[Entry {
                    domain: "youth-access",
                    kind: "conversation",
                    category: "plan",
                    happened: at(4, "15:10"),
                    author: "johan",
                    facts: "Chaniqua wordt zondag 18. Uitgelegd wat er verandert: zij tekent zelf, en haar oma krijgt niet \
                        meer vanzelf bericht. Chaniqua wil dat haar oma alles mag blijven weten over school. Dat \
                        leggen wij vast als zij 18 is. 'En taart, oma maakt spekkoek 🎂.'",
                    ..Entry::PLAIN
                }],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Havenhotel, kamer 118", "1234 CF"),
        secret_address: false,
        members: &[
            Member {
                key: "oksana",
                surname: "Kovalenko",
                given_names: "Oksana Volodymyrivna",
                address_form: "mevrouw",
                birth_date: "1990-01-15",
                phone: Some("06-00000341"),
                safe_contact: SafeContact {
                    phone: "safe",
                    mail: "safe",
                    post: "unsafe",
                    note: Some(
                        "Post in het hotel raakt kwijt. Bellen met tolk Oekraïens, of een bericht sturen.",
                    ),
                },
                help_question: "Wij mogen een huisje huren. Ik begrijp het contract niet en ik wil geen schuld maken.",
                help: &[by("johan", "Vaste medewerker. Werkt met tolk.", &[told(&RENT, 118, 9, 0)])],
                own_notes: &[
                    Entry {
                        domain: "wmo",
                        kind: "conversation",
                        category: "finance",
                        happened: at(110, "10:15"),
                        author: "johan",
                        facts: "Met tolk het huurcontract gelezen, zin voor zin. Drie woorden hebben wij opgezocht: \
                        borg, servicekosten, opzegtermijn. Mevrouw schrijft ze met Oekraïense letters in \
                        een schriftje. Zij tekent nog niet; zij wil er een nacht over slapen.",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "wmo",
                        kind: "phone",
                        category: "finance",
                        happened: at(89, "14:15"),
                        author: "johan",
                        facts: "Vraag van mevrouw: moet de borg in één keer? Nagevraagd bij de verhuurder, met haar \
                        toestemming en zonder haar verhaal te vertellen. In drie delen mag ook.",
                        source: "third-party",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "wmo",
                        kind: "visit",
                        category: "household",
                        happened: at(47, "13:30"),
                        author: "johan",
                        facts: "In het huisje gekeken, dat nog leeg is. Bohdan rende alle kamers door; er zijn er \
                        drie. Lijstje gemaakt voor het inrichten: bedden eerst, gordijnen daarna. De \
                        kringloopwinkel bezorgt op zaterdag.",
                        source: "own-observation",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "wmo",
                        kind: "phone",
                        category: "plan",
                        happened: at(19, "11:20"),
                        author: "johan",
                        facts: "De eerste huur is betaald, twee dagen te vroeg. Mevrouw belde om te vragen of dat \
                        kwaad kan. Nee.",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "wmo",
                        kind: "message",
                        happened: at(5, "19:55"),
                        written: Some(at(4, "08:50")),
                        author: "johan",
                        facts: "Bericht van mevrouw: 'Дякую! Контракт підписано 🏡🔑'. De tolk heeft het vertaald: bedankt, het \
                        contract is getekend. Zij stuurde een foto van de sleutel. Het adres staat nog niet in het dossier.",
                        ..Entry::PLAIN
                    },
                ],
                ..Member::PLAIN
            },
            Member {
                key: "bohdan",
                surname: "Kovalenko",
                given_names: "Bohdan",
                speaks: Speaks::OfHim,
                birth_date: "2016-03-04",
                help_question: "Zijn moeder vraagt: hij praat op school met niemand. Thuis praat hij wel. Wie kan meekijken?",
                phone: Some("06-00000341"),
                help: &[waits(&[told(&ABSENCE, 5, 2, 0)])],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Zwanenbloem 22", "1234 BK"),
        secret_address: false,
        members: &[
            Member {
                key: "hamid",
                surname: "Tahiri",
                given_names: "Abdelhamid",
                address_form: "meneer",
                speaks: Speaks::OfHim,
                birth_date: "1977-12-01",
                bsn: Some("999990172"),
                phone: Some("06-00000351"),
                email: Some("a.tahiri@example.nl"),
                safe_contact: SafeContact { phone: "safe", mail: "safe", post: "safe", note: None },
                help_question: "Mijn bedrijf had een slecht jaar. Ik loop twee maanden achter met de huur.",
                help: &[by("johan", "Vaste medewerker van meneer.", &[told(&RENT, 520, 150, 6)])],
                own_notes: &[Entry {
                    domain: "wmo",
                    kind: "message",
                    happened: at(139, "10:05"),
                    author: "johan",
                    facts: "Bericht van meneer: 'الحمد لله، كل شيء مدفوع. شكرا جزيلا على الصبر 👨‍👩‍👧‍👦🌙'. Hij schreef erachter: alles \
                        is betaald, dank voor het geduld. Ik heb hem gefeliciteerd.",
                    ..Entry::PLAIN
                }],
                ..Member::PLAIN
            },
            Member {
                key: "souad",
                surname: "Tahiri-Amezian",
                given_names: "Souad",
                address_form: "mevrouw",
                birth_date: "1980-09-09",
                phone: Some("06-00000352"),
                help_question: "Mijn zoon heeft hulp aan huis van De Oever. Ik zorg voor hem en voor mijn vader. Wie denkt er met \
                    míj mee?",
                other: "haar vader",
                help: &[by("johan", "Vaste medewerker van mevrouw en haar man.", &[told(&CARER, 64, 4, 4)])],
                ..Member::PLAIN
            },
        ],
    },
];
