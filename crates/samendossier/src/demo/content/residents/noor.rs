//! Noor, just 12: from this week her own yes counts as well (CON-04).
//! Daughter of the family with the secret address; her dossier holds no word about where they live.

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Zuid; youth access with Sanne.
pub static NOOR: Resident = Resident {
    key: "noor",
    person: "noor",
    controller: "gemeente",
    team: "zuid",
    surname: "Hendriks",
    given_names: "Noor",
    address_form: "none",
    birth_date: "2014-11-19",
    bsn: Some("999990044"),
    phone: None,
    email: None,
    address: Address { street: "Zilverschoon 14", postcode: "1234 ZX", town: "Waterrijk" },
    secret_address: true,
    safe_contact: SafeContact {
        phone: "unsafe",
        mail: "unsafe",
        post: "unsafe",
        note: Some("Alleen via haar moeder, op het veilige nummer. Noem geen adres, wijk of school."),
    },
    help_question: "Ik mis mijn oude school en mijn kat. Ik wil weten wat er nu gaat gebeuren.",
    intake: Intake { by: "dirk", at: at(88, "13:10") },
    notice: Notice { version: NOTICE, delivered: at(88, "13:25") },
    support_agreement: None,
    parts: &[Part { domain: "youth-access", opened: at(88, "13:30") }],
    involvements: &[Involvement {
        staff: "sanne",
        domain: "youth-access",
        role: "lead",
        assigned_by: "karin",
        from: at(87, "09:00"),
        until: None,
        ended_because: None,
        reason: "Vaste jeugdwerker van Noor en haar broertje.",
    }],
    entries: &[
        Entry {
            domain: "youth-access",
            kind: "conversation",
            happened: at(81, "14:00"),
            author: "sanne",
            facts: "Kennisgemaakt, haar moeder was er het eerste kwartier bij. Noor tekende haar kat (Pluis) en vertelde \
                waar zij van houdt: knutselen, trampoline, dropjes. Zij vroeg drie keer of de kat nog komt. Ik zei \
                dat ik dat niet weet en het ga vragen.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "safety",
            happened: at(60, "14:00"),
            author: "sanne",
            facts: "Noor gaat naar een nieuwe school. Zij heeft één vriendin. 's Avonds kijkt zij of de deur op slot is. \
                Samen een 'wie-bel-ik-kaart' gemaakt voor in haar etui. Daar staan alleen voornamen op.",
            opinion: Some(
                "Noor let veel op haar broertje. Zij mag ook zelf kind zijn. Daar praten wij over door.",
            ),
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "household",
            happened: at(32, "14:00"),
            author: "sanne",
            facts: "De kat is er! Noor liet een foto zien. Zij kijkt nog één keer per avond bij de deur, niet meer drie \
                keer. Zij wil graag naar trampolinespringen. Moeder zoekt een club, ik vraag naar het kindpakket.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            happened: at(4, "14:00"),
            written: Some(at(3, "08:45")),
            author: "sanne",
            facts: "Noor wordt morgen 12. Dan telt haar mening ook mee als wij iets willen delen. Uitgelegd met het \
                plaatje: moeder een handtekening, Noor een handtekening. Noor: 'Dus jullie moeten het aan míj \
                vragen?' Ja.",
            opinion: Some("Zij werd er zichtbaar groter van."),
            ..Entry::PLAIN
        },
    ],
};
