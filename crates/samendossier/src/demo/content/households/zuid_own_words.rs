//! People in the south of the town whose story fits no course and is written out for them: a bed in a shelter, a
//! couple of whom one forgets, and a name that breaks every line, reached by letter only.

use crate::demo::content::courses::{aids::AIDS, carer::CARER, home_help::HOME_HELP, rent::RENT};
use crate::demo::content::household::{Household, Member, Speaks, address, by, told};
use crate::demo::content::world::{Entry, SafeContact, at};

/// The households.
pub static HOUSEHOLDS: [Household; 3] = [
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
];
