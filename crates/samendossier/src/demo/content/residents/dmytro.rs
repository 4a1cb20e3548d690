//! Dmytro, 15: came from Ukraine with his mother; turns 16 in a week and then decides alone (CON-04).
//! No citizen service number yet: the dossier works without one (BSN-04).

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Zuid; youth access with Sanne.
pub static DMYTRO: Resident = Resident {
    key: "dmytro",
    person: "dmytro",
    controller: "gemeente",
    team: "zuid",
    surname: "Shevchenko",
    given_names: "Dmytro",
    address_form: "none",
    birth_date: "2010-11-29",
    bsn: None,
    phone: Some("06-00000171"),
    email: None,
    address: Address { street: "Havenhotel, kamer 214", postcode: "1234 CF", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "unknown",
        post: "unsafe",
        note: Some("Post in het hotel raakt kwijt. Stuur een bericht, in eenvoudig Nederlands of Engels."),
    },
    help_question: "Ik ben goed in techniek, maar op school zit ik in de taalklas en ik verveel me. Ik wil naar een echte \
        opleiding.",
    intake: Intake { by: "dirk", at: at(66, "14:20") },
    notice: Notice { version: NOTICE, delivered: at(66, "14:40") },
    support_agreement: None,
    parts: &[Part { domain: "youth-access", opened: at(66, "14:45") }],
    involvements: &[Involvement {
        staff: "sanne",
        domain: "youth-access",
        role: "lead",
        assigned_by: "karin",
        from: at(65, "09:00"),
        until: None,
        ended_because: None,
        reason: "Vaste jeugdwerker. Spreekt Engels met Dmytro.",
    }],
    entries: &[
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "education",
            happened: at(62, "14:30"),
            author: "sanne",
            facts: "Gesprek in het Engels, zijn moeder was erbij met een tolk aan de telefoon. Dmytro repareert telefoons voor \
                mensen in het hotel. In Charkiv deed hij een technische school. Hij is sinds anderhalf jaar hier.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "household",
            happened: at(54, "14:30"),
            author: "sanne",
            facts: "Alleen met Dmytro. Hij slaapt met zijn moeder en zus in één kamer. Huiswerk maakt hij in de gang. Hij wil \
                niet dat school weet hoe hij woont. Dat vertel ik dus niet.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "phone",
            category: "education",
            happened: at(40, "10:45"),
            author: "sanne",
            facts: "Gebeld met een opleiding elektrotechniek, zonder naam: wat is nodig om halverwege het jaar te beginnen? \
                Antwoord: een taaltoets op niveau A2 en een gesprek. Dmytro hoorde mee.",
            source: "third-party",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "education",
            happened: at(19, "14:30"),
            author: "sanne",
            facts: "Taaltoets gehaald! Dmytro liet het papier drie keer zien. In de bibliotheek is een stille plek voor \
                huiswerk, ook op zaterdag. Hij heeft een pas.",
            opinion: Some("Hij heeft geen hulp nodig om te willen. Alleen om de deur te vinden."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            happened: at(6, "14:30"),
            author: "sanne",
            facts: "Over twee weken wordt hij 16. Uitgelegd, ook aan zijn moeder met tolk: vanaf dan beslist hij zelf wat wij \
                delen. Zijn moeder knikte: 'Dat doet hij al jaren.' Het gesprek op de opleiding is volgende maand.",
            ..Entry::PLAIN
        },
    ],
};
