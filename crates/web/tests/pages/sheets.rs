//! The forms as people fill them in, and what else may come in their fields. Material for `bad_input`.

use testkit::World;

use crate::street::{Street, note, somebody, word};

/// A form with everything right, and which fields show again what was typed.
pub(crate) struct Sheet {
    pub(crate) who: &'static str,
    pub(crate) path: String,
    pub(crate) fields: Vec<(String, String)>,
    pub(crate) shows_again: &'static [&'static str],
    /// The cookie of whoever gave the code of a slip; empty for the others.
    pub(crate) slip: String,
}

const SCRIPT: &str =
    "\"'></textarea><script>alert('Nachtschade')</script><img src=x onerror=alert(1)>{{7*7}}";

/// What people and programs put in fields.
pub(crate) fn nasty() -> Vec<(&'static str, String)> {
    vec![
        ("nothing", String::new()),
        ("spaces", "  \t ".to_owned()),
        ("script", SCRIPT.to_owned()),
        ("emoji", "👩‍👩‍👧‍👦 𝔘𝔫𝔦 Z̷a̷l̷g̷o̷".to_owned()),
        ("right to left", "\u{202E}gnirts \u{2066}اختبار\u{2069}".to_owned()),
        ("NUL", "voor\0na".to_owned()),
        ("control", "a\u{1B}[2J\u{7F}\u{85}b".to_owned()),
        ("lines", "een\r\ntwee\rdrie\nvier\u{2028}vijf".to_owned()),
        ("SQL", "x'); DROP TABLE record; --".to_owned()),
        ("number", "-99999999999999999999".to_owned()),
        ("digits of elsewhere", "١٢٣".to_owned()),
        ("an id", "00000000-0000-0000-0000-000000000000".to_owned()),
        ("code of nothing", "geen-keuze".to_owned()),
        ("not a character", "\u{FFFE}\u{FEFF}\u{200B}".to_owned()),
    ]
}

/// Every form there is, each filled in by somebody who may send it.
pub(crate) fn sheets(w: &World, street: &Street) -> Vec<Sheet> {
    let owned = |fields: Vec<(&str, &str)>| {
        fields.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>()
    };
    let d = &street.dossier;
    let once = w.random_id().to_string();
    let tom = w.tom().staff().to_string();
    let mut search = owned(vec![("surname", "Jansen"), ("bsn", word::BSN)]);
    search.extend(owned(vec![("birth-date", "1"), ("birth-date-month", "2"), ("birth-date-year", "1980")]));
    let mut intake: Vec<(String, String)> =
        somebody("Jansen", "Jan").into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    intake.extend(owned(vec![
        ("salutation", "meneer"),
        ("email", "jan@voorbeeld.example"),
        ("address", "Straat 1"),
        ("bsn", ""),
        ("safe-phone", "safe"),
        ("safe-mail", "unsafe"),
        ("safe-post", "unknown"),
        ("safe-note", "Bel na zes uur"),
        ("secret-address", "ja"),
        ("once", &once),
    ]));
    let later = [
        ("opinion", "Mening"),
        ("time", "14:30"),
        ("visible", "later"),
        ("visible-from", "30"),
        ("visible-from-month", "3"),
        ("visible-from-year", "2026"),
        ("ground", "told-in-person-first"),
        ("announced", "ja"),
        ("draft", ""),
        ("once", &once),
    ];
    let sheet = |who, path: String, fields, shows_again| Sheet {
        who,
        path,
        fields,
        shows_again,
        slip: String::new(),
    };
    vec![
        sheet(
            "",
            "/inloggen".into(),
            owned(vec![("name", "niemand"), ("password", "x"), ("terug", "")]),
            &["name"],
        ),
        sheet("", "/inloggen/code".into(), owned(vec![("code", "123456"), ("terug", "")]), &[]),
        sheet("ria", "/werk/nieuw".into(), search, &["surname", "bsn", "birth-date", "birth-date-year"]),
        sheet(
            "ria",
            "/werk/nieuw/opslaan".into(),
            intake,
            &[
                "surname",
                "given-names",
                "phone",
                "email",
                "address",
                "bsn",
                "birth-date-month",
                "safe-note",
                "question-voluntary",
            ],
        ),
        sheet("ria", "/werk/nieuw/formulier".into(), owned(vec![("surname", "x"), ("bsn", "1")]), &[]),
        sheet(
            "ria",
            format!("/werk/notitie/{d}"),
            owned(note(&street.wmo, "Feiten", &later)),
            &["facts", "opinion", "time", "happened", "visible-from"],
        ),
        sheet("ria", format!("/werk/notitie/{d}/concept"), owned(note(&street.wmo, "Feiten", &later)), &[]),
        sheet(
            "ria",
            format!("/werk/dossier/{d}/notitie/{}/corrigeren", street.entry),
            owned(vec![("version", "2"), ("facts", "Feiten"), ("opinion", "Mening"), ("reason", "Beter")]),
            &["facts", "opinion", "reason"],
        ),
        sheet(
            "ria",
            format!("/werk/dossier/{d}/gegevens/taal"),
            owned(vec![
                ("language", "other"),
                ("language-other", "Zaza"),
                ("interpreter", "language"),
                ("letter-language", "nl"),
                ("source", "client"),
            ]),
            &["language-other"],
        ),
        sheet(
            "ria",
            "/werk/zonder-naam".into(),
            owned(vec![
                ("kind", "phone"),
                ("topic", "money"),
                ("done", "answered"),
                ("day", "2"),
                ("day-month", "3"),
                ("day-year", "2026"),
                ("text", "Over een brief"),
                ("looked", "ja"),
                ("once", &once),
            ]),
            &["text", "day", "day-year"],
        ),
        sheet(
            "ria",
            "/werk/dossiers".into(),
            owned(vec![("text", "a"), ("domain", "wmo"), ("role", "lead"), ("order", "name"), ("page", "1")]),
            &["text"],
        ),
        sheet(
            "joost",
            format!("/toezicht/toewijzen/{d}"),
            owned(vec![
                ("worker", &tom),
                ("domain", "wmo"),
                ("role", "support"),
                ("reason", "Helpt"),
                ("from", ""),
                ("from-month", ""),
                ("from-year", ""),
                ("until", "1"),
                ("until-month", "4"),
                ("until-year", "2026"),
            ]),
            &["reason", "from", "until", "until-year"],
        ),
        sheet(
            "ria",
            format!("/werk/dossier/{d}/bsn"),
            owned(vec![("reason", "Voor de aanvraag")]),
            &["reason"],
        ),
        sheet("ria", "/opnieuw".into(), owned(vec![("password", "x"), ("code", "1"), ("terug", "")]), &[]),
        sheet("ria", "/opnieuw/passkey".into(), owned(vec![("antwoord", "{}"), ("terug", "")]), &[]),
        sheet(
            "ria",
            "/werk/balie".into(),
            owned(vec![
                ("document", "passport"),
                ("surname", "Niemand"),
                ("birth-date", "1"),
                ("birth-date-month", "2"),
                ("birth-date-year", "1980"),
                ("what", "activation"),
                ("with-list", "1"),
                ("once", &once),
            ]),
            &["surname", "birth-date", "birth-date-month", "birth-date-year"],
        ),
        sheet(
            "bilal",
            "/mijn/inloggen/wachtwoord".into(),
            owned(vec![("password", "drie groene fietsen"), ("password-again", "drie groene fiets")]),
            &[],
        ),
        sheet("bilal", "/mijn/inloggen/app".into(), owned(vec![("code", "123456"), ("once", &once)]), &[]),
        sheet("bilal", "/mijn/inloggen/passkey".into(), owned(vec![("antwoord", "{}")]), &[]),
        sheet("", "/inloggen/passkey".into(), owned(vec![("antwoord", "{}"), ("terug", "")]), &[]),
        // The last of those without a session: wrong codes slow this network.
        sheet(
            "",
            "/activeren".into(),
            owned(vec![("name", "niemand"), ("code", "ABCD 2345 EFGH")]),
            &["name"],
        ),
        sheet("ria", "/werk/geheimhouding".into(), owned(vec![("version", "1")]), &[]),
        // Last: it may end what the others need.
        sheet(
            "daan",
            format!("/werk/dossier/{d}/toegang/{}/eind", street.involvement),
            owned(vec![("reason", "Klaar")]),
            &["reason"],
        ),
    ]
}

/// The choice of a password and a second factor, by whoever gave the code of a slip.
pub(crate) fn of_slip(w: &World, slip: String) -> Sheet {
    let once = w.random_id().to_string();
    let fields = [
        ("password", "drie groene fietsen"),
        ("password-again", "drie groene fietsen"),
        ("met", "app"),
        ("code", "123456"),
        ("list-code", "ABCD 2345"),
        ("antwoord", ""),
        ("once", &once),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec();
    Sheet { who: "", path: "/activeren/kies".into(), fields, shows_again: &[], slip }
}
