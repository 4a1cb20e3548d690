//! Mevrouw van den Boogaard-van der Heijden tot Oud-Zuilenstein, 84: the longest name in Waterrijk.
//! Also a hand-over: Bram's involvement ended, Samira took over.

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Noord; Wmo with Bram, later Samira.
pub static MARIA: Resident = Resident {
    key: "maria",
    person: "maria",
    controller: "gemeente",
    team: "noord",
    surname: "van den Boogaard-van der Heijden tot Oud-Zuilenstein",
    given_names: "Maria Johanna Wilhelmina Antonia Petronella",
    address_form: "mevrouw",
    birth_date: "1942-01-31",
    bsn: Some("012345672"),
    phone: Some("06-00000191"),
    email: None,
    address: Address {
        street: "Jonkvrouwe Wilhelmina van Rietvelde-Oosterwoldelaan 1248-III achter",
        postcode: "1234 AK",
        town: "Waterrijk",
    },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "unknown",
        post: "safe",
        note: Some("Lang laten overgaan: zij loopt langzaam."),
    },
    help_question: "Ik wil in mijn eigen huis blijven wonen. De trap en de boodschappen worden te zwaar.",
    intake: Intake { by: "marlies", at: at(187, "09:45") },
    notice: Notice { version: NOTICE, delivered: at(187, "10:00") },
    support_agreement: None,
    parts: &[Part { domain: "wmo", opened: at(187, "10:05") }],
    involvements: &[
        Involvement {
            staff: "bram",
            domain: "wmo",
            role: "lead",
            assigned_by: "joost",
            from: at(187, "11:00"),
            until: Some(at(65, "16:00")),
            ended_because: Some("Bram gaat minder uren werken en draagt over aan Samira."),
            reason: "Vaste medewerker. Werkt in de straat van mevrouw.",
        },
        Involvement {
            staff: "samira",
            domain: "wmo",
            role: "lead",
            assigned_by: "joost",
            from: at(65, "15:00"),
            until: None,
            ended_because: None,
            reason: "Overgenomen van Bram. Mevrouw heeft Samira vooraf ontmoet.",
        },
    ],
    entries: &[
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "household",
            happened: at(185, "14:00"),
            author: "bram",
            facts: "Mevrouw woont sinds 1967 in dit huis. De slaapkamer is boven. Zij loopt de trap één keer per dag op, \
                zittend weer naar beneden. Boodschappen doet zij met een rollator. Koken lukt. Zij speelt bridge op \
                woensdag en leest drie kranten.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "plan",
            happened: at(171, "10:30"),
            author: "bram",
            facts: "Traplift besproken. Mevrouw wil eerst weten of er een tweede leuning kan komen. 'Een lift is voor oude \
                mensen.' Ik vraag het na.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "plan",
            happened: at(139, "14:00"),
            author: "bram",
            facts: "De tweede leuning zit erop. Mevrouw deed het voor: twee keer op en neer, zonder te gaan zitten. \
                Boodschappen laat zij nu op vrijdag brengen.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            happened: at(101, "11:15"),
            author: "bram",
            facts: "Het gaat goed. Mevrouw heeft geen vragen. Verteld dat ik minder ga werken en dat een collega het \
                overneemt. Zij wil die eerst zien. Dat kan.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            happened: at(62, "16:00"),
            author: "samira",
            facts: "Eerste bezoek alleen. Mevrouw controleerde of ik haar naam foutloos kon opschrijven. Dat kon ik niet. \
                Zij heeft hem voorgedaan: Van den Boogaard-van der Heijden tot Oud-Zuilenstein. Ik mag 'mevrouw Van den \
                Boogaard' zeggen.",
            opinion: Some(
                "Scherp en geestig. Zij wil serieus genomen worden, en niet geholpen als het niet hoeft.",
            ),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "health",
            happened: at(48, "10:10"),
            author: "samira",
            facts: "Mevrouw is uitgegleden in de badkamer, zonder letsel. Zij drukte niet op haar alarm: 'Ik lag best \
                lekker.' Zij wil wel een beugel. Ik vraag hem vandaag aan.",
            opinion: Some("Zij lacht erom. Ik niet helemaal. De volgende keer praten wij over het alarm."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "plan",
            happened: at(24, "14:00"),
            author: "samira",
            facts: "De beugel zit. Over het alarm: zij draagt het nu om haar pols in plaats van om haar nek, want de ketting \
                bleef aan de krant hangen. Zij heeft het één keer getest.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            happened: at(9, "11:05"),
            author: "samira",
            facts: "Mevrouw vraagt of zij haar dossier op papier kan lezen. Ja. Ik print het en breng het langs, in een \
                dichte envelop.",
            ..Entry::PLAIN
        },
    ],
};
