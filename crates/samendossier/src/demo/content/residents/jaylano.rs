//! Jaylano, 17: turns 18 in two weeks and helps himself with a little help.
//! Voluntary support for a young person: the agreement is his own (CON-03, CON-07).

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Foundation, team Haven; voluntary support with Romy, a few talks with Carlos.
pub static JAYLANO: Resident = Resident {
    key: "jaylano",
    person: "jaylano",
    controller: "welzijn",
    team: "haven",
    surname: "Pinas",
    given_names: "Jaylano",
    address_form: "none",
    birth_date: "2008-12-04",
    bsn: None,
    phone: Some("06-00000161"),
    email: Some("jaylano@example.nl"),
    address: Address { street: "Kade 5-2", postcode: "1234 CE", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "safe",
        post: "unknown",
        note: Some("Liefst een berichtje."),
    },
    help_question: "Ik word 18 en dan moet ik opeens alles zelf. Zorgverzekering, DigiD, geld. Niemand legt uit hoe dat moet.",
    intake: Intake { by: "truus", at: at(73, "16:10") },
    notice: Notice { version: NOTICE, delivered: at(73, "16:15") },
    support_agreement: Some(at(73, "16:20")),
    parts: &[Part { domain: "voluntary", opened: at(73, "16:20") }],
    involvements: &[
        Involvement {
            staff: "romy",
            domain: "voluntary",
            role: "lead",
            assigned_by: "hennie",
            from: at(72, "09:00"),
            until: None,
            ended_because: None,
            reason: "Vaste jongerenwerker. Jaylano kent Romy van het plein.",
        },
        Involvement {
            staff: "carlos",
            domain: "voluntary",
            role: "support",
            assigned_by: "hennie",
            from: at(47, "09:00"),
            until: Some(at(16, "17:00")),
            ended_because: Some("Jaylano heeft een bijbaan."),
            reason: "Helpt Jaylano aan een bijbaan.",
        },
    ],
    entries: &[
        Entry {
            domain: "voluntary",
            kind: "conversation",
            category: "plan",
            happened: at(69, "16:30"),
            author: "romy",
            facts: "Lijst gemaakt van wat er verandert als hij 18 wordt:\n- eigen zorgverzekering\n- zorgtoeslag aanvragen\n- \
                DigiD\n- eigen bankpas met pincode (heeft hij al)\n- stemmen, 'voor het eerst!'\n\nHij wil elke week één \
                ding doen.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "conversation",
            happened: at(58, "15:30"),
            author: "romy",
            facts: "DigiD aangevraagd. Dat deed hij zelf, op zijn telefoon. Ik zat ernaast en keek de andere kant op bij het \
                wachtwoord. Ik schrijf geen codes op en hij geeft ze aan niemand.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "conversation",
            happened: at(46, "15:30"),
            author: "carlos",
            facts: "Gepraat over een bijbaan. Hij wil iets met zijn handen. Hij schreef een brief van acht regels aan de \
                fietsenmaker. Ik heb alleen naar de komma's gekeken.",
            opinion: Some("De brief is goed omdat hij van hem is."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "message",
            happened: at(33, "17:55"),
            author: "romy",
            facts: "Bericht van Jaylano: 'AANGENOMEN 🚲🔧 zaterdag beginnen'. Geantwoord met hoofdletters.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "conversation",
            category: "plan",
            happened: at(19, "16:30"),
            author: "romy",
            facts: "Drie zorgverzekeringen vergeleken. Hij kiest die met het laagste eigen risico. Zijn oma denkt mee; hij \
                vertelt haar zelf wat hij wil. Aanvragen doen wij vlak na zijn verjaardag.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "phone",
            happened: at(11, "12:30"),
            author: "romy",
            facts: "Hij kwam te laat op zijn werk en was bang voor ontslag. Wij oefenden wat hij kan zeggen. Een uur later: het \
                is uitgepraat.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "conversation",
            category: "plan",
            happened: at(4, "16:30"),
            author: "romy",
            facts: "Nog over van de lijst: verzekering en zorgtoeslag. Over twee weken is hij 18. Uitgelegd: ook dan blijft dit \
                dossier van hem en beslist alleen hij. Hij wil daarna stoppen, 'maar ik kom nog wel langs voor koffie'.",
            ..Entry::PLAIN
        },
    ],
};
