//! People in the south of the town who came this autumn: a first talk, and more to come. They keep the list of
//! Johan longer than a page while older dossiers of his are closed.

use crate::demo::content::courses::{
    aids::AIDS, carer::CARER, home_help::HOME_HELP, lonely::LONELY, rent::RENT,
};
use crate::demo::content::household::{Household, Member, Speaks, address, by, told};
use crate::demo::content::world::{Entry, at};

/// The households.
pub static HOUSEHOLDS: [Household; 5] = [
    Household {
        address: address("Waterviolier 6", "1234 BY"),
        secret_address: false,
        members: &[Member {
            key: "sarwari",
            surname: "Sarwari",
            given_names: "Freshta",
            address_form: "mevrouw",
            birth_date: "1969-03-21",
            phone: Some("06-00000391"),
            help_question: "Mijn knieën willen de trap niet meer op. Mijn slaapkamer is boven.",
            help: &[by("johan", "Vaste medewerker. Had ruimte.", &[told(&AIDS, 33, 5, 0)])],
            own_notes: &[Entry {
                domain: "wmo",
                kind: "visit",
                category: "household",
                happened: at(20, "14:15"),
                author: "johan",
                facts: "De trap bekeken: dertien treden, één leuning. Mevrouw gaat zittend naar beneden. Zij wil geen \
                    traplift als een tweede leuning ook helpt. Dat proberen wij eerst.",
                ..Entry::PLAIN
            }],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Zeggekade 102", "1234 BZ"),
        secret_address: false,
        members: &[Member {
            key: "groothuis",
            surname: "Groothuis",
            given_names: "Willem",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1940-01-30",
            phone: Some("06-00000392"),
            help_question: "Mijn vrouw deed het huishouden. Zij is er niet meer. Ik kan een ei koken.",
            help: &[by(
                "johan",
                "Vaste medewerker. Komt op een dag dat meneer thuis is.",
                &[told(&HOME_HELP, 25, 5, 0)],
            )],
            own_notes: &[Entry {
                domain: "wmo",
                kind: "visit",
                category: "household",
                happened: at(19, "10:15"),
                author: "johan",
                facts: "Eerste gesprek. Meneer had koffie gezet volgens een briefje van zijn vrouw. Dat briefje blijft \
                    hangen. Hij wil leren koken en stofzuigen, en hulp bij de ramen.",
                opinion: Some("Hij zoekt geen vervanging voor haar. Hij zoekt een begin."),
                ..Entry::PLAIN
            }],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Waterviolier 31", "1234 BY"),
        secret_address: false,
        members: &[Member {
            key: "yohannes",
            surname: "Yohannes Tesfamariam",
            given_names: "Selam",
            address_form: "mevrouw",
            birth_date: "1992-12-11",
            phone: Some("06-00000393"),
            email: Some("selam.y@example.nl"),
            help_question: "De huur gaat omhoog en mijn uren gaan omlaag. Ik wil praten vóór er een brief komt.",
            help: &[by("johan", "Vaste medewerker voor vragen over wonen.", &[told(&RENT, 18, 4, 0)])],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Blauwgras 14", "1234 CA"),
        secret_address: false,
        members: &[Member {
            key: "tuinstra",
            surname: "Tuinstra-van der Wal",
            given_names: "Baukje",
            address_form: "mevrouw",
            birth_date: "1953-09-02",
            phone: Some("06-00000394"),
            help_question: "Mijn zus kan niet meer alleen zijn. Overdag ben ik er. Wie is er 's nachts?",
            other: "haar zus",
            help: &[by("johan", "Vaste medewerker.", &[told(&CARER, 16, 4, 0)])],
            own_notes: &[Entry {
                domain: "wmo",
                kind: "phone",
                category: "household",
                happened: at(5, "13:30"),
                author: "johan",
                facts: "Mevrouw belt. Haar zus liep vannacht door de gang en zocht de hond van vroeger. Mevrouw slaapt \
                    nu met de deur open. Volgende week praten wij met z'n drieën; haar zus wil erbij zijn.",
                ..Entry::PLAIN
            }],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Blauwgras 60", "1234 CA"),
        secret_address: false,
        members: &[Member {
            key: "lieuw",
            surname: "Lieuw-A-Fa",
            given_names: "Stanley",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1948-06-17",
            phone: Some("06-00000395"),
            help_question: "Ik heb geen hulp nodig. Ik wil iemand die kan dammen.",
            help: &[by("johan", "Kan dammen.", &[told(&LONELY, 12, 4, 0)])],
            own_notes: &[Entry {
                domain: "voluntary",
                kind: "visit",
                category: "general",
                happened: at(5, "15:45"),
                author: "johan",
                facts: "Twee potjes gedamd, twee keer verloren. Meneer vertelde onder het spelen over de damclub die \
                    ophield te bestaan. Ik zoek uit of er in de wijk nog iemand een bord heeft.",
                ..Entry::PLAIN
            }],
            ..Member::PLAIN
        }],
    },
];
