//! Finn, 9: too young for an account, heard through the worker.
//! Son of the family with the secret address; his dossier holds no word about where they live.

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Zuid; youth access with Sanne.
pub static FINN: Resident = Resident {
    key: "finn",
    person: "finn",
    controller: "gemeente",
    team: "zuid",
    surname: "Hendriks",
    given_names: "Finn",
    address_form: "none",
    birth_date: "2017-05-08",
    bsn: Some("999990056"),
    phone: None,
    email: None,
    address: Address { street: "Zilverschoon 14", postcode: "1234 ZX", town: "Waterrijk" },
    secret_address: true,
    safe_contact: SafeContact {
        phone: "unsafe",
        mail: "unsafe",
        post: "unsafe",
        note: Some("Alleen via zijn moeder, op het veilige nummer. Noem geen adres, wijk of school."),
    },
    help_question: "Moeder vraagt: mijn zoon is stil geworden sinds wij weg zijn. Wie kan met hem praten of spelen?",
    intake: Intake { by: "dirk", at: at(88, "13:35") },
    notice: Notice { version: NOTICE, delivered: at(88, "13:40") },
    support_agreement: None,
    parts: &[Part { domain: "youth-access", opened: at(88, "13:45") }],
    involvements: &[Involvement {
        staff: "sanne",
        domain: "youth-access",
        role: "lead",
        assigned_by: "karin",
        from: at(87, "09:05"),
        until: None,
        ended_because: None,
        reason: "Vaste jeugdwerker van Finn en zijn zus.",
    }],
    entries: &[
        Entry {
            domain: "youth-access",
            kind: "conversation",
            happened: at(81, "15:00"),
            author: "sanne",
            facts: "Samen met blokken gebouwd, moeder zat erbij. Finn zei weinig. Hij bouwde een huis met vier deuren, \
                'dan kun je altijd weg'. Hij eet en slaapt gewoon, zegt moeder.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            happened: at(53, "14:00"),
            author: "sanne",
            facts: "Finn praat meer. Hij vertelt over zijn juf en over ridders. Hij vraagt niet naar zijn vader en ik begin \
                er niet over. Hij wil volgende keer voetballen.",
            opinion: Some("Hij zoekt zelf het tempo. Dat is goed."),
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "phone",
            category: "safety",
            happened: at(25, "11:30"),
            author: "sanne",
            facts: "Moeder belt: Finn heeft een verjaardagsfeestje. Zij twijfelt of het veilig is. Wij liepen het langs: \
                wie is erbij, wie haalt op, wie heeft het nummer. Zij laat hem gaan.",
            source: "representative",
            ..Entry::PLAIN
        },
        Entry {
            domain: "youth-access",
            kind: "conversation",
            happened: at(11, "14:00"),
            author: "sanne",
            facts: "Gevoetbald op het pleintje. Finn won met 7-5 en dat moest ik opschrijven. Het feestje was leuk. Hij \
                wil op voetbal. Moeder en ik vragen het jeugdsportfonds aan.",
            ..Entry::PLAIN
        },
    ],
};
