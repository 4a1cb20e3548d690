//! People in the south of the town who live alone or as a couple: empty dossiers, one note, old stories told to
//! their end, a worker who left, names that break a line, and somebody who can be reached by letter only.

use crate::demo::content::courses::{
    addiction::ADDICTION, aids::AIDS, carer::CARER, debts::DEBTS, home_help::HOME_HELP, rent::RENT,
    work::WORK,
};
use crate::demo::content::household::{Before, Household, Member, Speaks, address, by, told, waits};
use crate::demo::content::world::{Entry, SafeContact, at};

const GERDA_RETIRED: Before =
    Before { worker: "gerda", until: 115, because: "Gerda gaat met pensioen en draagt over aan Johan." };

/// The households.
pub static HOUSEHOLDS: [Household; 12] = [
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
        address: address("Lange Nieuwe Achterdwarsweg bij de Oude Pastorie 1209-hs rechts", "1234 BR"),
        secret_address: false,
        members: &[Member {
            key: "sophia",
            surname: "van Heeckeren-Brantsenburg van Nieuwenhuijzen tot Walien",
            given_names: "Sophia Alexandrina Carolina Frederica Theodora Henriëtte",
            address_form: "mevrouw",
            birth_date: "1931-12-24",
            safe_contact: SafeContact {
                phone: "unsafe",
                mail: "unknown",
                post: "safe",
                note: Some("Hoort slecht en belt niet. Alleen per brief, in grote letters."),
            },
            help_question: "Men zegt dat ik hulp moet aanvaarden. Ik wens eerst te weten van wie.",
            help: &[by(
                "johan",
                "Vaste medewerker. Mevrouw heeft hem op proef aangenomen.",
                &[told(&HOME_HELP, 39, 5, 0)],
            )],
            own_notes: &[
                Entry {
                    domain: "wmo",
                    kind: "visit",
                    category: "household",
                    happened: at(33, "10:15"),
                    author: "johan",
                    facts: "Kennisgemaakt. Mevrouw had mijn brief uitvergroot laten liggen, met twee taalfouten \
                        onderstreept. Zij heeft uitgelegd hoe het huis is ingedeeld en welke deur ik mag \
                        gebruiken. Zij wil voorlopig niets, behalve iemand die op vrijdag de hoge ramen \
                        opent en weer sluit.",
                    ..Entry::PLAIN
                },
                Entry {
                    domain: "wmo",
                    kind: "message",
                    category: "plan",
                    happened: at(20, "09:30"),
                    author: "johan",
                    facts: "Brief ontvangen, vier kantjes, met vulpen. Mevrouw gaat akkoord met een proef van \
                        zes weken, 'mits de persoon in kwestie kan zwijgen'. Ik heb teruggeschreven in \
                        letters van een halve centimeter.",
                    ..Entry::PLAIN
                },
                Entry {
                    domain: "wmo",
                    kind: "visit",
                    category: "plan",
                    happened: at(10, "10:30"),
                    author: "johan",
                    facts: "De hulp is voorgesteld. Mevrouw vroeg haar naam, haar leeftijd en of zij kon lezen. \
                        Daarna bood zij een stoel aan. Dat is volgens haar nicht een goed teken.",
                    opinion: Some(
                        "Zij bewaakt haar huis zoals anderen hun gezondheid. Dat respecteren werkt het best.",
                    ),
                    ..Entry::PLAIN
                },
            ],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Opvang De Sluis, bed 14", "1234 BS"),
        secret_address: false,
        members: &[Member {
            key: "abubakar",
            surname: "Abubakar",
            given_names: "Idris",
            speaks: Speaks::OfHim,
            birth_date: "1999-01-00",
            safe_contact: SafeContact {
                phone: "unsafe",
                mail: "unsafe",
                post: "unsafe",
                note: Some(
                    "Heeft geen telefoon en geen eigen post. Laat een briefje achter bij de balie van de opvang.",
                ),
            },
            help_question: "Ik wil een kamer. Met een kamer kan ik werken.",
            help: &[by("johan", "Komt elke week in de opvang.", &[told(&RENT, 26, 5, 0)])],
            own_notes: &[Entry {
                domain: "wmo",
                kind: "conversation",
                category: "plan",
                happened: at(19, "09:40"),
                author: "johan",
                facts: "In de opvang gesproken, in het Engels en met handen en voeten. Idris werkt 's \
                        nachts als schoonmaker en slaapt overdag; dat mag in de opvang eigenlijk niet. \
                        De leiding maakt een uitzondering tot het einde van de maand. Hij staat nog \
                        nergens ingeschreven voor een kamer. Dat doen wij de volgende keer.",
                opinion: Some("Hij slaapt te weinig om goed te kunnen zoeken. Eerst rust, dan een kamer."),
                ..Entry::PLAIN
            }],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Beverhof 31", "1234 BT"),
        secret_address: false,
        members: &[
            Member {
                key: "alie-bos",
                surname: "Bos-de Jong",
                given_names: "Alie",
                address_form: "mevrouw",
                birth_date: "1944-05-05",
                phone: Some("06-00000367"),
                help_question: "Mijn man vergeet steeds meer. Ik wil hem thuis houden.",
                other: "haar man",
                help: &[by(
                    "johan",
                    "Vaste medewerker van mevrouw en meneer Bos.",
                    &[told(&CARER, 225, 9, 6)],
                )
                .stood_in("marit", 151, 142)],
                ..Member::PLAIN
            },
            Member {
                key: "geert-bos",
                surname: "Bos",
                given_names: "Geert",
                address_form: "meneer",
                speaks: Speaks::OfHim,
                birth_date: "1941-09-18",
                phone: Some("06-00000367"),
                help_question: "Ik vergeet dingen. Ik wil wel zelf blijven fietsen.",
                help: &[by(
                    "johan",
                    "Vaste medewerker van mevrouw en meneer Bos.",
                    &[told(&AIDS, 220, 12, 0)],
                )],
                own_notes: &[
                    Entry {
                        domain: "wmo",
                        kind: "visit",
                        category: "health",
                        happened: at(206, "14:15"),
                        author: "johan",
                        facts: "Meneer vertelde zelf wat de dokter heeft gezegd: beginnende dementie. Hij weet het \
                        en wil er gewoon over praten. Wat hij niet kwijt wil: de fiets. Hij rijdt elke \
                        ochtend hetzelfde rondje, langs de molen.",
                        opinion: Some("Hij kiest zijn woorden langzaam en precies. Ik moet leren wachten."),
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "wmo",
                        kind: "conversation",
                        category: "plan",
                        happened: at(165, "10:30"),
                        author: "johan",
                        facts: "Meegefietst. Meneer kent de weg en let goed op. Bij de rotonde stapt hij af, dat \
                        deed hij uit zichzelf. Afgesproken met meneer en zijn vrouw: geen nieuwe routes, \
                        en een kaartje met haar nummer in zijn borstzak.",
                        source: "own-observation",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "wmo",
                        kind: "phone",
                        category: "safety",
                        happened: at(96, "13:05"),
                        author: "johan",
                        facts: "Meneer is één keer verkeerd gereden en heeft zelf iemand het kaartje laten zien. \
                        Hij was na een half uur thuis. Hij vraagt of er fietsen met drie wielen zijn \
                        'die er niet uitzien als een bakfiets'. Die zijn er.",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "wmo",
                        kind: "visit",
                        category: "plan",
                        happened: at(23, "14:15"),
                        author: "johan",
                        facts: "De driewieler staat in de schuur. Meneer heeft er zijn oude bel op gezet. Zijn \
                        vrouw fietst nu op dinsdag mee, op haar eigen fiets, een eindje achter hem.",
                        ..Entry::PLAIN
                    },
                ],
                ..Member::PLAIN
            },
        ],
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
