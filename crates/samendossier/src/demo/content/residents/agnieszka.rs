//! Mevrouw Wiśniewska-Szczepańska, 29: came in on the last working day and waits for the coordinator.
//! Nobody is involved yet; the front desk left the one contact note it may leave.

use super::NOTICE;
use crate::demo::content::world::{Address, Entry, Intake, Notice, Part, Resident, SafeContact, at};

/// Municipality, team Noord; debt counselling, not assigned.
pub static AGNIESZKA: Resident = Resident {
    key: "agnieszka",
    person: "agnieszka",
    controller: "gemeente",
    team: "noord",
    surname: "Wiśniewska-Szczepańska",
    given_names: "Agnieszka Katarzyna",
    address_form: "mevrouw",
    birth_date: "1997-04-25",
    bsn: None,
    phone: Some("06-00000181"),
    email: Some("agnieszka.w@example.nl"),
    address: Address { street: "Dotterbloem 40", postcode: "1234 AG", town: "Waterrijk" },
    secret_address: false,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "safe",
        post: "unknown",
        note: Some("Werkt in wisselende diensten. Een bericht sturen mag altijd."),
    },
    help_question: "Ik krijg brieven over geld dat ik moet terugbetalen aan het uitzendbureau. Ik begrijp niet waarom. Ik wil \
        het goed doen.",
    intake: Intake { by: "marlies", at: at(2, "15:40") },
    notice: Notice { version: NOTICE, delivered: at(2, "15:50") },
    support_agreement: None,
    parts: &[Part { domain: "debt-counselling", opened: at(2, "15:55") }],
    involvements: &[],
    entries: &[Entry {
        domain: "debt-counselling",
        kind: "conversation",
        category: "finance",
        happened: at(2, "16:00"),
        author: "marlies",
        facts: "Mevrouw kwam aan de balie met vier brieven. Zij spreekt goed Nederlands; lezen gaat langzamer. De eerste brief \
            vraagt om betaling binnen drie weken. Ik heb gezegd dat zij maandag hoort wie haar helpt. De brieven heeft \
            zij weer meegenomen.",
        ..Entry::PLAIN
    }],
};
