//! Parents who live apart and decide together: one address is secret, the other is not. The children have
//! dossiers of their own; nothing in any of the four tells where the other parent lives (PST-06).

use crate::demo::content::courses::{addiction::ADDICTION, divorce::DIVORCE, rent::RENT};
use crate::demo::content::household::{Household, Member, Speaks, address, by, told};
use crate::demo::content::world::{Delay, Entry, SafeContact, at};

const THROUGH_MOTHER: SafeContact = SafeContact {
    phone: "unsafe",
    mail: "unsafe",
    post: "unsafe",
    note: Some("Alleen via moeder, op haar eigen nummer. Noem tegen niemand een straat, wijk of school."),
};

/// Mother with the children, and father.
pub static HOUSEHOLDS: [Household; 2] = [
    Household {
        address: address("Egelskop 3", "1234 ZY"),
        secret_address: true,
        members: &[
            Member {
                key: "magdalena",
                surname: "Kowalska",
                given_names: "Magdalena",
                address_form: "mevrouw",
                birth_date: "1984-10-02",
                bsn: Some("999990111"),
                phone: Some("06-00000301"),
                safe_contact: SafeContact {
                    phone: "safe",
                    mail: "unsafe",
                    post: "unsafe",
                    note: Some(
                        "Alleen bellen, vóór 14.00 uur. Haar oude e-mailadres kan nog meegelezen worden.",
                    ),
                },
                help_question: "Ik woon met de kinderen op een nieuw adres. Dat moet geheim blijven. De huur is hoger \
                    dan ik dacht en ik wil niet achterop raken.",
                help: &[by(
                    "marit",
                    "Vaste medewerker. Werkt vaker met geheime adressen.",
                    &[told(&RENT, 232, 12, 5)],
                )],
                own_notes: &[Entry {
                    domain: "wmo",
                    kind: "conversation",
                    category: "safety",
                    happened: at(6, "11:00"),
                    author: "marit",
                    facts: "Mevrouw kreeg een telefoontje van een nummer dat zij niet kent; er werd niets gezegd. Zij \
                        heeft een nieuw nummer aangevraagd. Afspraak over wie zij belt als het weer gebeurt. Mevrouw \
                        wil niet dat dit te zien is zolang haar telefoon nog de oude is.",
                    delay: Some(Delay {
                        until_days_from_now: 14,
                        ground: "danger-to-client",
                        announced: false,
                        agreed: true,
                        reason: "Op haar oude telefoon kan iemand meekijken. Op verzoek van mevrouw.",
                    }),
                    ..Entry::PLAIN
                }],
                ..Member::PLAIN
            },
            Member {
                key: "zofia",
                surname: "Verbeek",
                given_names: "Zofia",
                birth_date: "2014-11-23",
                bsn: Some("999990123"),
                safe_contact: THROUGH_MOTHER,
                help_question: "Ik wil dat papa en mama mij niet alles aan elkaar laten zeggen.",
                other: "haar vader",
                help: &[by(
                    "sanne",
                    "Vaste jeugdwerker van Zofia en haar broer.",
                    &[told(&DIVORCE, 190, 9, 5)],
                )],
                own_notes: &[Entry {
                    domain: "youth-access",
                    kind: "phone",
                    category: "household",
                    happened: at(3, "15:20"),
                    author: "sanne",
                    facts: "Het uitje dat Zofia met haar vader zou doen, gaat volgende week niet door. Haar ouders hebben \
                        dat samen besloten. Zij vertellen het haar zondag, allebei tegelijk. Ik bel haar maandag.",
                    source: "representative",
                    delay: Some(Delay {
                        until_days_from_now: 4,
                        ground: "told-in-person-first",
                        announced: true,
                        agreed: false,
                        reason: "Haar ouders willen het haar eerst zelf vertellen.",
                    }),
                    ..Entry::PLAIN
                }],
                ..Member::PLAIN
            },
            Member {
                key: "jan-verbeek",
                surname: "Verbeek",
                given_names: "Jan",
                speaks: Speaks::OfHim,
                birth_date: "2010-11-22",
                bsn: Some("999990135"),
                phone: Some("06-00000302"),
                safe_contact: THROUGH_MOTHER,
                help_question: "Iedereen vraagt bij wie ik wil wonen. Ik wil dat dat even niemand vraagt.",
                other: "zijn vader",
                help: &[by(
                    "sanne",
                    "Vaste jeugdwerker. Jan wilde dezelfde als zijn zus.",
                    &[told(&DIVORCE, 176, 10, 0)],
                )],
                own_notes: &[
                    Entry {
                        domain: "youth-access",
                        kind: "conversation",
                        category: "household",
                        happened: at(165, "14:15"),
                        author: "sanne",
                        facts: "Jan kwam alleen, op zijn scooter zonder kenteken. Die is van een vriend, zei hij, \
                        en dat was ook zo. Hij wil één ding: dat niemand hem laat kiezen. Uitgelegd dat \
                        ik dat ook niet ga vragen, en wie leest wat ik opschrijf.",
                        opinion: Some("Hij testte of ik over de scooter zou beginnen."),
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "youth-access",
                        kind: "phone",
                        category: "household",
                        happened: at(117, "10:30"),
                        author: "sanne",
                        facts: "Vader belt met de vraag hoe het met Jan gaat. Verteld dat Jan komt en dat Jan zelf \
                        vertelt wat hij kwijt wil. Vader vond dat lastig en zei daarna: 'Dat zou ik op \
                        zijn leeftijd ook willen.'",
                        source: "representative",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "youth-access",
                        kind: "message",
                        category: "general",
                        happened: at(60, "16:05"),
                        author: "sanne",
                        facts: "Bericht van Jan: 'ze vroegen het allebei niet. bedankt denk ik'. Geantwoord: graag \
                        gedaan, denk ik.",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "youth-access",
                        kind: "conversation",
                        happened: at(5, "15:30"),
                        author: "sanne",
                        facts: "Jan wordt zondag 16. Uitgelegd: vanaf dan beslist hij zelf wat wij delen en met wie, ook als \
                        zijn ouders iets anders willen. Hij wil dat alles blijft zoals het is, 'maar fijn om te weten'.",
                        ..Entry::PLAIN
                    },
                ],
                ..Member::PLAIN
            },
        ],
    },
    Household {
        address: address("Boterbloem 19", "1234 BE"),
        secret_address: false,
        members: &[Member {
            key: "mark-verbeek",
            surname: "Verbeek",
            given_names: "Mark",
            address_form: "meneer",
            speaks: Speaks::OfHim,
            birth_date: "1981-06-30",
            phone: Some("06-00000303"),
            email: Some("m.verbeek@example.nl"),
            safe_contact: SafeContact { phone: "safe", mail: "safe", post: "safe", note: None },
            help_question: "Ik wil stoppen met drinken. Voor mijn kinderen, en ook gewoon voor mezelf.",
            help: &[by(
                "johan",
                "Vaste medewerker. Meneer wilde iemand die niet ook de moeder van zijn kinderen helpt.",
                &[told(&ADDICTION, 300, 16, 5)],
            )],
            ..Member::PLAIN
        }],
    },
];
