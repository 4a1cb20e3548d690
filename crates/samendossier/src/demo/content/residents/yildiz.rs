//! Meneer Yıldız, 67 or so: nobody knows the day he was born. Helped by the municipality.
//! The same person is a client of the foundation (`yildiz_haven.rs`); neither side sees the other (CTL-03).

use super::NOTICE;
use crate::demo::content::world::{
    Address, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Zuid; Wmo with Johan.
pub static YILDIZ: Resident = Resident {
    key: "yildiz",
    person: "yildiz",
    controller: "gemeente",
    team: "zuid",
    surname: "Yıldız",
    given_names: "Kadir",
    address_form: "meneer",
    birth_date: "1959-00-00",
    bsn: Some("999990068"),
    phone: Some("06-00000151"),
    email: Some("k.yildiz@example.nl"),
    address: Address { street: "Pijlkruid 63", postcode: "1234 BD", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "safe",
        post: "safe",
        note: Some("Praat liever Turks over moeilijke dingen. Vraag een tolk, niet zijn kleinkind."),
    },
    help_question: "Ik kan slecht zien en durf niet meer alleen naar buiten. Mijn vrouw is overleden. Zij deed alles wat met \
        brieven te maken had.",
    intake: Intake { by: "dirk", at: at(118, "11:20") },
    notice: Notice { version: NOTICE, delivered: at(118, "11:40") },
    support_agreement: None,
    parts: &[Part { domain: "wmo", opened: at(118, "11:45") }],
    involvements: &[Involvement {
        staff: "johan",
        domain: "wmo",
        role: "lead",
        assigned_by: "karin",
        from: at(118, "14:00"),
        until: None,
        ended_because: None,
        reason: "Vaste medewerker. Heeft ervaring met hulp bij slechtziendheid.",
    }],
    entries: &[
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "health",
            happened: at(116, "10:00"),
            author: "johan",
            facts: "Gesprek met tolk. Meneer ziet sinds vorig jaar steeds minder. Hij doet boodschappen bij de winkel op de \
                hoek, verder komt hij niet. Zijn geboortedag is nooit opgeschreven; alleen het jaar, 1959.\n\nMeneer \
                wil:\n1. veilig naar de moskee en naar de markt\n2. zijn brieven begrijpen\n3. niet 'de hele dag naar \
                de muur kijken'",
            opinion: Some("Het verdriet om zijn vrouw zit in elke zin. Eerst luisteren, dan regelen."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "plan",
            happened: at(103, "10:00"),
            author: "johan",
            facts: "Taxipas aangevraagd, met tolk aan de telefoon. Meneer tekende zelf. Uitgelegd wat de pas kost per rit.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "plan",
            happened: at(76, "13:15"),
            author: "johan",
            facts: "De taxipas is er. Meneer ging vrijdag naar de moskee. De chauffeur liep mee tot de deur. Hij vertelt zelf \
                dat hij ook bij een groep in het buurthuis komt. Ik heb daar niet naar gevraagd en ik bel hen niet.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "health",
            happened: at(47, "10:00"),
            author: "johan",
            facts: "De loep met licht werkt goed. Meneer las een hele brief voor, langzaam en trots. De stok gebruikt hij nog \
                niet. 'Dan zien mensen dat ik niet zie.'",
            opinion: Some(
                "Dat is een gevoel waar ik niets aan hoef te veranderen. Ik vraag het over een maand nog eens.",
            ),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "finance",
            happened: at(20, "11:00"),
            author: "johan",
            facts: "Meneer kreeg een rekening van € 214 die hij niet kent. Ik heb gevraagd om hem mee te nemen. Hij hoeft nog \
                niets te betalen.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "finance",
            happened: at(5, "10:30"),
            author: "johan",
            facts: "De rekening was nep. Wij hebben hem samen weggegooid en een sticker op de telefoon geplakt: 'Eerst vragen, \
                dan betalen'. Meneer had de stok bij zich.",
            source: "own-observation",
            ..Entry::PLAIN
        },
    ],
};
