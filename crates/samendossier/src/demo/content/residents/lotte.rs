//! Mevrouw Hendriks, 36: moved with two children to an address nobody may find.
//! Shows the secret address, unsafe channels and an entry that must leave no trace for someone looking along (PST-06, SHA-12).

use super::NOTICE;
use crate::demo::content::world::{
    Address, Delay, Entry, Intake, Involvement, Notice, Part, Resident, SafeContact, at,
};

/// Municipality, team Zuid; Wmo with Marit. Her children have dossiers of their own.
pub static LOTTE: Resident = Resident {
    key: "lotte",
    person: "lotte",
    controller: "gemeente",
    team: "zuid",
    surname: "Hendriks",
    given_names: "Lotte",
    address_form: "mevrouw",
    birth_date: "1990-07-19",
    bsn: Some("999990032"),
    phone: Some("06-00000121"),
    email: None,
    address: Address { street: "Zilverschoon 14", postcode: "1234 ZX", town: "Waterrijk" },
    secret_address: true,
    safe_contact: SafeContact {
        phone: "safe",
        mail: "unsafe",
        post: "unsafe",
        note: Some(
            "Alleen dit nieuwe nummer, tussen 9.30 en 14.00 uur. Spreek niets in. Niet mailen: een ander kan \
             meelezen. Post ligt klaar op kantoor.",
        ),
    },
    help_question: "Ik ben met mijn kinderen weggegaan bij mijn man. Niemand mag weten waar wij wonen. Ik wil rust, en \
        hulp om alles opnieuw te regelen.",
    intake: Intake { by: "dirk", at: at(90, "09:05") },
    notice: Notice { version: NOTICE, delivered: at(90, "09:30") },
    support_agreement: None,
    parts: &[Part { domain: "wmo", opened: at(90, "09:35") }],
    involvements: &[Involvement {
        staff: "marit",
        domain: "wmo",
        role: "lead",
        assigned_by: "karin",
        from: at(90, "09:45"),
        until: None,
        ended_because: None,
        reason: "Vaste medewerker. Mevrouw vroeg om één gezicht en om een vrouw.",
    }],
    entries: &[
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "safety",
            happened: at(90, "10:00"),
            author: "marit",
            facts: "Mevrouw kwam zelf naar kantoor, met de kinderen. Zij hebben sinds vrijdag een veilig adres. Wij hebben \
                afgesproken hoe ik haar bereik: alleen bellen op het nieuwe nummer, nooit inspreken, nooit mailen. Het \
                adres staat afgeschermd. In brieven en afspraken noemen wij geen straat en geen wijk.",
            opinion: Some("Mevrouw is moe en heel helder. Zij weet goed wat veilig is. Ik volg haar daarin."),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "consultation",
            category: "safety",
            happened: at(89, "09:30"),
            author: "marit",
            facts: "Overleg met de collega die veel weet van veiligheid thuis, zonder naam. Advies: aanvragen dat het \
                adres ook in de basisregistratie geheim is, en op beide scholen vragen wie er belt.",
            source: "own-observation",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "safety",
            happened: at(83, "10:15"),
            author: "marit",
            facts: "Geheimhouding van het adres is aangevraagd bij Burgerzaken; dat deed mevrouw zelf, ik was mee. Nieuwe \
                bankrekening geopend. De toeslagen staan nog op de oude rekening. Dat pakken wij maandag aan.",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            category: "household",
            happened: at(69, "10:00"),
            author: "marit",
            facts: "Huisbezoek. De kinderen gaan naar hun nieuwe school. Mevrouw slaapt slecht als het waait. Zij wil weer \
                gaan werken, drie ochtenden. Lijstje:\n- kinderopvang voor de vroege ochtend\n- toeslagen: klaar\n- \
                telefoon van de kinderen: locatie uit",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "phone",
            category: "safety",
            happened: at(46, "11:00"),
            author: "marit",
            facts: "Er kwam een brief op het oude adres over de school. Dat mocht niet gebeuren. Het was een oud bestand \
                van de school. De school heeft het die dag aangepast en belde mevrouw zelf. Het nieuwe adres stond \
                er niet in.",
            opinion: Some(
                "Mevrouw was bang en boos, en terecht. Het werd snel opgelost en zij kreeg excuses.",
            ),
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "visit",
            happened: at(26, "10:00"),
            author: "marit",
            facts: "Mevrouw begint volgende maand bij een bakkerij. Zij heeft met twee andere moeders koffiegedronken. Zij \
                zegt: 'Ik kijk nog steeds over mijn schouder. Maar ik kijk ook weer vooruit.'",
            ..Entry::PLAIN
        },
        Entry {
            domain: "wmo",
            kind: "conversation",
            category: "safety",
            happened: at(4, "10:00"),
            author: "marit",
            facts: "Veiligheidsplan vernieuwd: welke route, wie zij belt, welk woord de kinderen kennen. Het plan ligt op \
                papier bij mij in de kluis. Mevrouw wil dat er tot het gesprek bij de rechter nergens staat dat dit \
                plan er is.",
            delay: Some(Delay {
                until_days_from_now: 10,
                ground: "danger-to-client",
                announced: false,
                agreed: true,
                reason: "Iemand kan haar dwingen om haar telefoon te laten zien. Besloten door Marit en Karin, op \
                    verzoek van mevrouw.",
            }),
            ..Entry::PLAIN
        },
    ],
};
