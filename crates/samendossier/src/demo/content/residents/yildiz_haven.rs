//! Meneer Yıldız again, now as a client of the welfare foundation: no citizen service number, an agreement instead.
//! What he tells here stays here; the municipality's dossier (`yildiz.rs`) is on the other side of the border (CTL-03).

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Foundation, team Haven; voluntary support with Carlos.
pub static YILDIZ_HAVEN: Resident = Resident {
    key: "yildiz-haven",
    person: "yildiz",
    controller: "welzijn",
    team: "haven",
    surname: "Yıldız",
    given_names: "Kadir",
    address_form: "meneer",
    birth_date: "1959-00-00",
    bsn: None,
    phone: Some("06-00000151"),
    email: None,
    address: Address { street: "Pijlkruid 63", postcode: "1234 BD", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact { phone: "safe", mail: "unknown", post: "safe", note: None },
    help_question: "Ik ben veel alleen sinds mijn vrouw er niet meer is. Ik wil mensen zien en weer schaken.",
    intake: Intake { by: "truus", at: at(82, "10:00") },
    notice: Notice { version: NOTICE, delivered: at(82, "10:15") },
    support_agreement: Some(at(82, "10:20")),
    parts: &[Part { domain: "voluntary", opened: at(82, "10:25") }],
    involvements: &[Involvement {
        staff: "carlos",
        domain: "voluntary",
        role: "lead",
        assigned_by: "hennie",
        from: at(82, "11:00"),
        until: None,
        ended_because: None,
        reason: "Vaste medewerker. Begeleidt de ochtenden in het buurthuis.",
    }],
    entries: &[
        Entry {
            domain: "voluntary",
            kind: "conversation",
            category: "plan",
            happened: at(81, "10:30"),
            author: "carlos",
            facts: "Meneer doet vrijwillig mee en kan altijd stoppen. Dat hebben wij met tolk besproken. Hij wil op \
                dinsdagochtend komen. Wij schrijven niet meer op dan nodig: geen gegevens over gezondheid.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "other",
            happened: at(75, "11:45"),
            author: "carlos",
            facts: "Eerste ochtend. Meneer dronk thee aan de lange tafel en speelde één partij schaak. Hij won.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "conversation",
            happened: at(61, "11:50"),
            author: "carlos",
            facts: "Meneer vertelt dat de gemeente hem ook helpt. Wij hebben daar geen contact mee. Dat gebeurt alleen als hij \
                het zelf wil, en dan zit hij erbij. Nu wil hij dat niet: 'Daar ben ik meneer met de brieven. Hier ben ik \
                meneer met de toren.'",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "other",
            happened: at(40, "11:40"),
            author: "carlos",
            facts: "Meneer leert twee jongeren schaken. Zij noemen hem Kadir amca. Hij neemt zijn eigen \
                bord mee, met hoge stukken.",
            opinion: Some("Hij kwam om mensen te zien. Nu komen mensen voor hem."),
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "phone",
            happened: at(26, "09:40"),
            author: "carlos",
            facts: "Meneer belt af: het is de sterfdag van zijn vrouw. Hij wilde alleen even een stem horen. Tien minuten \
                gepraat.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "voluntary",
            kind: "conversation",
            category: "plan",
            happened: at(12, "11:45"),
            author: "carlos",
            facts: "Idee van meneer: een schaaktoernooi in januari, jong tegen oud. Hij maakt de lijst, ik regel de zaal.",
            ..Entry::PLAIN
        },
    ],
};
