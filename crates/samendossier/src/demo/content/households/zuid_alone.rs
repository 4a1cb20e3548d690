//! People in the south of the town who live alone or as a couple: an empty dossier, one note, old stories told to
//! their end, a worker who left, a question that waits.

use crate::demo::content::courses::{
    addiction::ADDICTION, aids::AIDS, carer::CARER, debts::DEBTS, home_help::HOME_HELP, rent::RENT,
    work::WORK,
};
use crate::demo::content::household::{Before, Household, Member, Speaks, address, by, told, waits};
use crate::demo::content::world::SafeContact;

const GERDA_RETIRED: Before =
    Before { worker: "gerda", until: 115, because: "Gerda gaat met pensioen en draagt over aan Johan." };

/// The households.
pub static HOUSEHOLDS: [Household; 9] = [
    Household {
        address: address("Pijlkruid 12", "1234 BD"),
        secret_address: false,
        members: &[
            Member {
                key: "krzysztof",
                surname: "Wójcik",
                given_names: "Krzysztof",
                address_form: "meneer",
                speaks: Speaks::OfHim,
                birth_date: "1986-07-21",
                phone: Some("06-00000361"),
                help_question: "Ik wil mijn schulden betalen en weer slapen. Ik werk hard maar het geld is weg voor de maand om is.",
                help: &[
                    by("hakan", "Schuldhulpverlener. Meneer vroeg om één plan.", &[told(&DEBTS, 260, 10, 5)]),
                    by("johan", "Vaste medewerker voor vragen over wonen.", &[told(&RENT, 250, 31, 4)]),
                ],
                ..Member::PLAIN
            },
            Member {
                key: "ewa",
                surname: "Wójcik",
                given_names: "Ewa",
                address_form: "mevrouw",
                birth_date: "1988-11-30",
                phone: Some("06-00000362"),
                email: Some("ewa.w@example.nl"),
                help_question: "Mijn man is hier ook klant. Ik heb een eigen vraag over mijn rug en het huishouden.",
                help: &[by(
                    "johan",
                    "Vaste medewerker. Het eerste gesprek is volgende week.",
                    &[told(&HOME_HELP, 4, 2, 0)],
                )],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Gele Lis 5", "1234 BL"),
        secret_address: false,
        members: &[Member {
            key: "van-rossum",
            surname: "van Rossum",
            given_names: "Adriana",
            address_form: "mevrouw",
            birth_date: "1938-04-30",
            bsn: Some("999990184"),
            phone: Some("06-00000363"),
            help_question: "Ik kan niet meer bij de ramen. De rest doe ik zelf, als het mag.",
            help: &[by("johan", "Neemt over van Gerda.", &[told(&HOME_HELP, 610, 14, 7)])
                .taken_over(GERDA_RETIRED)],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Scheepswerf 2", "1234 BM"),
        secret_address: false,
        members: &[Member {
            key: "t-hoen",
            surname: "'t Hoen",
            given_names: "Leendert",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1969-01-01",
            phone: Some("06-00000364"),
            safe_contact: SafeContact {
                phone: "safe",
                mail: "unknown",
                post: "safe",
                note: Some("Neemt niet op vóór tien uur. Twee keer proberen."),
            },
            help_question: "Ik heb een jaar niet goed voor mezelf gezorgd. Dat wil ik veranderen.",
            help: &[by("johan", "Vaste medewerker vanaf de eerste dag.", &[told(&ADDICTION, 480, 95, 7)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Duizendknoop 77", "1234 BN"),
        secret_address: false,
        members: &[Member {
            key: "gulsum",
            surname: "Öztürk-Çağlayangil",
            given_names: "Gülsüm",
            address_form: "mevrouw",
            birth_date: "1956-00-00",
            bsn: Some("999990196"),
            phone: Some("06-00000365"),
            safe_contact: SafeContact {
                phone: "safe",
                mail: "unsafe",
                post: "safe",
                note: Some("Praat liever Turks als het over ziekte gaat. Vraag een tolk."),
            },
            help_question: "Mijn zus is ziek en woont bij mij. Ik doe het graag. Ik kan alleen niet meer alles.",
            other: "haar zus",
            help: &[
                by("johan", "Neemt over van Gerda.", &[told(&CARER, 350, 33, 5)]).taken_over(GERDA_RETIRED)
            ],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Kanaalkade 140-B", "1234 BP"),
        secret_address: false,
        members: &[Member {
            key: "ramdin",
            surname: "Ramdin",
            given_names: "Soerdjpersad",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1952-03-11",
            phone: Some("06-00000366"),
            help_question: "Ik ben mijn onderbeen kwijt door suiker. Ik wil naar buiten kunnen zonder iemand te bellen.",
            help: &[
                by("johan", "Neemt over van Gerda.", &[told(&AIDS, 580, 130, 7)]).taken_over(GERDA_RETIRED)
            ],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Vlasakker 9", "1234 BV"),
        secret_address: false,
        members: &[Member {
            key: "kees-molenaar",
            surname: "Molenaar",
            given_names: "Kees",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1972-06-06",
            phone: Some("06-00000368"),
            email: Some("k.molenaar@example.nl"),
            help_question: "Ik heb een brief van de huur en durf hem niet open te maken.",
            help: &[by("johan", "Vaste medewerker. Had ruimte.", &[told(&RENT, 13, 2, 1)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Bieslook 50", "1234 BW"),
        secret_address: false,
        members: &[Member {
            key: "priya",
            surname: "Jagroep",
            given_names: "Priya",
            address_form: "mevrouw",
            birth_date: "1995-02-27",
            bsn: Some("999990202"),
            phone: Some("06-00000369"),
            email: Some("p.jagroep@example.nl"),
            help_question: "Ik ben net gaan rolstoelen. Ik wil in mijn huis blijven en weer werk vinden.",
            help: &[
                by("johan", "Vaste medewerker.", &[told(&AIDS, 290, 70, 5)]),
                by("linda", "Consulent werk en inkomen.", &[told(&WORK, 280, 34, 4)]),
            ],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Rietgors 3", "1234 BX"),
        secret_address: false,
        members: &[Member {
            key: "daan",
            surname: "de Boer",
            given_names: "Daan",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "2001-10-10",
            phone: Some("06-00000370"),
            help_question: "Ik woon voor het eerst alleen en heb al drie aanmaningen.",
            help: &[by(
                "johan",
                "Vaste medewerker. Werkt veel met jongvolwassenen.",
                &[told(&RENT, 178, 30, 3)],
            )],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Rietgors 58", "1234 BX"),
        secret_address: false,
        members: &[Member {
            key: "nguyen",
            surname: "Nguyen",
            given_names: "Thi Hanh",
            address_form: "mevrouw",
            birth_date: "1967-08-00",
            phone: Some("06-00000371"),
            help_question: "Ik wil weer werken, maar mijn handen doen pijn.",
            help: &[waits(&[told(&WORK, 4, 2, 0)]), waits(&[told(&AIDS, 4, 2, 0)])],
            ..Member::PLAIN
        }],
    },
];
