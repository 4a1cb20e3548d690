//! Mevrouw El Idrissi, 41: works in team Noord and is a client of team Zuid.
//! Shows that a worker meets her own dossier as any client does, never through her work account (ACC-05).

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Zuid; Wmo with Johan, the decision by Linda.
pub static NAIMA: Resident = Resident {
    key: "el-idrissi",
    person: "el-idrissi",
    controller: "gemeente",
    team: "zuid",
    surname: "El Idrissi",
    given_names: "Naima",
    address_form: "mevrouw",
    birth_date: "1985-09-30",
    bsn: Some("999990081"),
    phone: Some("06-00000141"),
    email: Some("naima.el.idrissi@example.nl"),
    address: Address { street: "Watermunt 8", postcode: "1234 BC", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "safe",
        post: "safe",
        note: Some("Niet bellen op het nummer van haar werk."),
    },
    help_question: "Ik word geopereerd aan mijn schouder. Daarna kan ik een paar weken weinig in huis. Ik werk zelf bij de \
        gemeente en wil niet dat collega's dit weten.",
    intake: Intake { by: "dirk", at: at(45, "08:40") },
    notice: Notice { version: NOTICE, delivered: at(45, "08:50") },
    support_agreement: None,
    parts: &[Part { domain: "wmo", opened: at(45, "08:55") }],
    involvements: &[
        Involvement {
            staff: "johan",
            domain: "wmo",
            role: "lead",
            assigned_by: "karin",
            from: at(45, "13:00"),
            until: None,
            ended_because: None,
            reason: "Vaste medewerker. Kent mevrouw niet van het werk.",
        },
        Involvement {
            staff: "linda",
            domain: "wmo",
            role: "support",
            assigned_by: "karin",
            from: at(38, "09:00"),
            until: Some(at(17, "17:00")),
            ended_because: Some("Het besluit is genomen."),
            reason: "Beslist over hulp in huis.",
        },
    ],
    entries: &[
        Entry {
            domain: "wmo",
            kind: "phone",
            happened: at(44, "09:30"),
            author: "johan",
            facts: "Mevrouw werkt zelf bij Buurtteam Noord. Uitgelegd: collega's daar zien niet dat zij hier klant is, en ook \
                haar eigen werkaccount geeft geen toegang. Haar dossier ziet zij via mij, of later in het portaal. De \
                operatie is over drie weken.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "plan",
            happened: at(38, "16:30"),
            author: "johan",
            facts: "Samen bekeken wat na de operatie niet lukt: stofzuigen, bedden, zware was. Wat wel lukt: koken met hulp \
                van haar zus, de administratie, de kinderen naar school brengen. Nodig: zes weken hulp, twee uur per week.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "plan",
            happened: at(24, "10:00"),
            author: "linda",
            facts: "Besluit: hulp in huis, twee uur per week, zes weken. Met mevrouw besproken wat in de brief staat. Er staat \
                geen diagnose in. Zij heeft geen vragen.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "health",
            happened: at(17, "12:10"),
            author: "johan",
            facts: "De operatie was vorige week en is goed gegaan. De hulp komt op dinsdag. Mevrouw zegt: 'Hulp \
                geven kan ik beter dan hulp \
                krijgen.' En daarna: شكرا, dank je wel.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "plan",
            happened: at(3, "16:45"),
            author: "johan",
            facts: "Twee weken hulp gehad. Het herstel gaat volgens plan. Mevrouw denkt dat zes weken genoeg is. Wij bellen in \
                de laatste week en sluiten dan af.",
            ..Entry::PLAIN
        },
    ],
};
