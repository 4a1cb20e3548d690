//! Clients of the provider of youth care: a controller of its own, so a dossier of its own, also for a child
//! whose parents are helped by the municipality (CTL-03).

use crate::demo::content::courses::parenting::PARENTING;
use crate::demo::content::household::{Household, Member, Speaks, address, by, told, waits};
use crate::demo::content::world::{Entry, SafeContact, at};

const THROUGH_A_PARENT: SafeContact =
    SafeContact { phone: "safe", mail: "safe", post: "safe", note: Some("Via de ouders.") };

/// The households.
pub static HOUSEHOLDS: [Household; 3] = [
    Household {
        address: address("Meerkoet 8", "1234 AT"),
        secret_address: false,
        members: &[
            Member {
                key: "milan",
                team: "gezin",
                surname: "Dijkstra",
                given_names: "Milan",
                speaks: Speaks::OfHim,
                birth_date: "2020-04-16",
                bsn: Some("999990263"),
                phone: Some("06-00000601"),
                email: Some("fam.dijkstra@example.nl"),
                safe_contact: THROUGH_A_PARENT,
                help_question: "Zijn vader vraagt: het eten en het slapen gaan elke dag mis. Ik word er moe en boos van.",
                other: "vader",
                help: &[by(
                    "mirjam",
                    "Vaste jeugdhulpverlener van het gezin.",
                    &[told(&PARENTING, 310, 58, 7)],
                )],
                ..Member::PLAIN
            },
            Member {
                key: "noor-fleur",
                team: "gezin",
                surname: "Dijkstra",
                given_names: "Noor-Fleur",
                birth_date: "2022-12-31",
                phone: Some("06-00000601"),
                safe_contact: THROUGH_A_PARENT,
                help_question: "Haar vader vraagt: zij wordt 's nachts vijf keer wakker. Wat kunnen wij doen?",
                other: "vader",
                help: &[by(
                    "mirjam",
                    "Vaste jeugdhulpverlener van het gezin.",
                    &[told(&PARENTING, 82, 10, 0)],
                )],
                own_notes: &[
                    Entry {
                        domain: "youth-care",
                        kind: "visit",
                        category: "household",
                        happened: at(68, "09:10"),
                        author: "mirjam",
                        facts: "Vader hield een week bij hoe de nachten gaan: vijf keer wakker, meestal rond \
                        hetzelfde uur. Hij loopt er dan heen, zingt, en blijft zitten tot zij slaapt. \
                        Dat duurt soms een uur. Wij hebben eerst besproken hoe hij zelf aan slaap komt.",
                        source: "representative",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "youth-care",
                        kind: "phone",
                        category: "household",
                        happened: at(47, "11:20"),
                        author: "mirjam",
                        facts: "Het plan: blijven zitten mag, maar elke drie nachten een stoelbreedte verder van \
                        het bed. De stoel staat nu bij het raam. Vader zegt dat Noor-Fleur de stoel \
                        gedag zegt.",
                        source: "representative",
                        ..Entry::PLAIN
                    },
                    Entry {
                        domain: "youth-care",
                        kind: "message",
                        category: "household",
                        happened: at(13, "13:40"),
                        author: "mirjam",
                        facts: "Bericht van vader: 'De stoel staat op de gang 🪑. Eén keer wakker. Ik heb gedroomd!' \
                        Geantwoord: waarover? Over de stoel.",
                        opinion: Some(
                            "Hij heeft het volgehouden toen het de tweede week slechter ging. Dat is het knappe.",
                        ),
                        source: "representative",
                        ..Entry::PLAIN
                    },
                ],
                ..Member::PLAIN
            },
        ],
    },
    // The son of Hamid and Souad Tahiri, who are clients of the municipality.
    Household {
        address: address("Zwanenbloem 22", "1234 BK"),
        secret_address: false,
        members: &[Member {
            key: "ayoub",
            team: "gezin",
            surname: "Tahiri",
            given_names: "Ayoub",
            speaks: Speaks::OfHim,
            birth_date: "2018-10-09",
            bsn: Some("999990275"),
            phone: Some("06-00000352"),
            safe_contact: THROUGH_A_PARENT,
            help_question: "Zijn moeder vraagt: hij heeft autisme en elke overgang is een strijd. Wij willen leren hoe het rustiger kan.",
            other: "moeder",
            help: &[by("mirjam", "Vaste jeugdhulpverlener.", &[told(&PARENTING, 158, 12, 4)])],
            own_notes: &[Entry {
                domain: "youth-care",
                kind: "consultation",
                category: "health",
                happened: at(10, "11:10"),
                author: "mirjam",
                facts: "Moeder vroeg of De Oever met de gemeente over haar kan praten. Nee, niet zonder dat zij erbij is en \
                    niet over haar eigen hulp. Zij wil eerst zelf met haar medewerker van de gemeente overleggen.",
                source: "representative",
                ..Entry::PLAIN
            }],
            ..Member::PLAIN
        }],
    },
    Household {
        address: address("Kade 21-1", "1234 CE"),
        secret_address: false,
        members: &[Member {
            key: "destiny",
            team: "gezin",
            surname: "Landveld",
            given_names: "Destiny",
            birth_date: "2017-07-05",
            phone: Some("06-00000611"),
            safe_contact: THROUGH_A_PARENT,
            help_question: "Haar oma vraagt: zij is bang sinds de brand bij de buren. Wie kan helpen?",
            help: &[waits(&[told(&PARENTING, 3, 2, 0)])],
            ..Member::PLAIN
        }],
    },
];
