//! Sem, 14: came by himself, sleeps badly, wants to know who reads along.
//! The second half of the story in `marjolein.rs`; a dossier of his own (MOD-03).

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Noord; youth access with Anouk.
pub static SEM: Resident = Resident {
    key: "sem",
    person: "sem",
    controller: "gemeente",
    team: "noord",
    surname: "Voorbeeld",
    given_names: "Sem",
    address_form: "none",
    birth_date: "2012-06-02",
    bsn: Some("123456782"),
    phone: Some("06-00000112"),
    email: None,
    address: Address { street: "Lisdodde 27", postcode: "1234 AB", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "unknown",
        post: "unsafe",
        note: Some("Sem wil geen brieven thuis. Stuur hem een kort bericht, dan belt hij zelf."),
    },
    help_question: "Thuis is er stress over geld. Ik slaap slecht en op school lukt het niet. Ik wil met iemand praten \
        die niet mijn moeder is.",
    intake: Intake { by: "marlies", at: at(52, "15:40") },
    notice: Notice { version: NOTICE, delivered: at(52, "15:50") },
    support_agreement: None,
    parts: &[Part { domain: "youth-access", opened: at(52, "15:55") }],
    involvements: &[Involvement {
        staff: "anouk",
        domain: "youth-access",
        role: "lead",
        assigned_by: "derya",
        from: at(51, "09:00"),
        until: None,
        ended_because: None,
        reason: "Vaste jeugdwerker. Sem vroeg om iemand die niet ook zijn moeder helpt.",
    }],
    entries: &[
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "household",
            happened: at(48, "15:30"),
            author: "anouk",
            facts: "Eerste gesprek, gewandeld langs de haven. Ik heb eerst uitgelegd wat ik opschrijf en wie dat leest. \
                Ook dat ik niet alles geheim kan houden: als iemand gevaar loopt, moet ik iets doen. Dan hoort hij \
                dat van mij.\n\nSem slaapt de laatste weken vier tot vijf uur. Hij hoort zijn moeder 's nachts lopen. \
                Hij haalde drie onvoldoendes. Hij heeft één goede vriend en voetbalt twee keer per week.",
            opinion: Some("Sem praat makkelijker als wij lopen dan aan een tafel."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "household",
            happened: at(41, "15:30"),
            author: "anouk",
            facts: "Sem denkt dat er iets met het huis is. Hij zag een man met een map aan de deur. Hij durft het niet te \
                vragen, want 'dan gaat ze huilen'. Wij oefenden hoe hij het kan vragen. Hij wil het dit weekend \
                proberen.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "phone",
            category: "household",
            happened: at(38, "10:20"),
            author: "anouk",
            facts: "Moeder belt. Zij wil Sem vertellen over de geldzorgen en vraagt hoe. Ik heb niets gezegd over wat Sem \
                mij vertelde; dat vroeg zij ook niet. Tip: kort, eerlijk, en ook vertellen wat er al geregeld is.",
            opinion: Some("Zij willen het allebei en wachten op elkaar."),
            source: "representative",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "household",
            happened: at(27, "15:30"),
            author: "anouk",
            facts: "Het gesprek thuis is geweest. Sem: 'Het was minder erg dan in mijn hoofd.' Hij slaapt sindsdien zes \
                uur. Hij maakt zich nog zorgen of zij moeten verhuizen. Afgesproken: dat vraagt hij zelf aan zijn \
                moeder.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "other",
            category: "education",
            happened: at(26, "11:00"),
            author: "anouk",
            facts: "De mentor van Sem belde en vroeg hoe de gesprekken gaan. Ik heb niets verteld, ook niet of Sem hier \
                komt. Sem is 14. Met school praat ik alleen als hij én zijn moeder dat goed vinden. Zijn moeder \
                vindt het goed. Sem denkt er nog over na.",
            source: "third-party",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "message",
            category: "education",
            happened: at(13, "16:05"),
            author: "anouk",
            facts: "Bericht van Sem: 'ging best oké vandaag 😅 wiskunde 6,1!! kan het maandag een half uur later'. \
                Geantwoord: goed, maandag om 16.00 uur. En: knap van die 6,1.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            category: "education",
            happened: at(6, "16:00"),
            author: "anouk",
            facts: "Sem slaapt nu zeven uur. Wat helpt: telefoon in de keuken, en een lijstje met wat er geregeld is. Over \
                school zegt hij: 'Mijn mentor mag weten dat het thuis druk was. Meer niet.' Wij schrijven volgende \
                week samen op wat school precies mag weten. Daarna beslist hij.",
            opinion: Some("Sem heeft minder nodig dan in het begin. Nog twee gesprekken lijkt mij genoeg."),
            ..Entry::PLAIN
        },
    ],
};
