//! Codes, ages, dates and periods as people read them. Nothing here decides.

use app::dossier::{Entry, Field, Fields, Head, Involved};
use domain::{BirthDate, EntryKind, LegalDomain, Source, age_on, amsterdam};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime, Time};
use text::{Address, Words};

use crate::language;
use crate::view::dossier::DetailLine;
use crate::view::{Choice, Contact};

/// The birth date among a client's fields.
pub(crate) fn birth_date(fields: &Fields) -> BirthDate {
    fields.get("birth-date").parse().unwrap_or(BirthDate::UNKNOWN)
}

/// "58 jaar", "40 of 41 jaar", or that it is not known.
pub(crate) fn age(words: Words, born: &BirthDate, today: Date) -> String {
    match (born.latest(), born.earliest()) {
        (Some(latest), Some(earliest)) => {
            let (low, high) = (age_on(latest, today), age_on(earliest, today));
            if low == high {
                words.with("age-years", &[("age", i64::from(low).into())])
            } else {
                words.with("age-between", &[("low", i64::from(low).into()), ("high", i64::from(high).into())])
            }
        }
        _ => words.t("age-unknown"),
    }
}

/// "9 maart 1968", "maart 1968" or "1968"; empty when not known at all.
pub(crate) fn born(words: Words, born: &BirthDate) -> String {
    born.year().map_or_else(String::new, |year| words.partial_date(year, born.month(), born.day()))
}

/// u for adults, je for young people (ux §3.5). Who has no known age is an adult.
pub(crate) fn address_of(fields: &Fields, today: Date) -> Address {
    address_of_born(&birth_date(fields), today)
}

/// The same by a birth date.
pub(crate) fn address_of_born(born: &BirthDate, today: Date) -> Address {
    match born.latest() {
        Some(latest) if age_on(latest, today) < 18 => Address::Informal,
        _ => Address::Formal,
    }
}

/// "mevrouw Bhagwandin", or the full name when no form of address is known.
pub(crate) fn greeting(fields: &Fields, address: Address) -> String {
    let salutation = fields.get("salutation");
    match address {
        Address::Informal => fields.get("given-names").split(' ').next().unwrap_or_default().to_owned(),
        Address::Formal if salutation.is_empty() => fields.full_name(),
        Address::Formal => format!("{salutation} {}", fields.get("surname")),
    }
}

/// "adres geheim", "kind", "niet elk contact is veilig", "tolk nodig".
pub(crate) fn flags(words: Words, fields: &Fields, today: Date) -> Vec<String> {
    let mut flags = Vec::new();
    if fields.get("secret-address") == "yes" {
        flags.push(words.t("flag-secret-address"));
    }
    if address_of(fields, today) == Address::Informal {
        flags.push(words.t("flag-minor"));
    }
    if ["contact-phone", "contact-mail", "contact-post"].iter().any(|name| fields.get(name) == "unsafe") {
        flags.push(words.t("flag-unsafe-contact"));
    }
    flags.extend(language::flag(words, fields));
    flags
}

/// "22 november 2026".
pub(crate) fn day(words: Words, at: Timestamp) -> String {
    words.date(amsterdam(at).date())
}

/// "22 november 2026 om 14.32 uur".
pub(crate) fn moment(words: Words, at: Timestamp) -> String {
    words.day_and_time(amsterdam(at))
}

/// When an entry's subject happened: with the time when it is known.
pub(crate) fn happened(words: Words, entry: &Entry) -> String {
    match entry.happened_time.parse::<Time>() {
        Ok(time) => words.day_and_time(DateTime::from_parts(entry.happened_on, time)),
        Err(_) => words.date(entry.happened_on),
    }
}

/// The icon of a kind of entry.
pub(crate) fn icon(kind: &str) -> String {
    match kind {
        "phone" | "visit" | "conversation" | "consultation" | "message" => kind.to_owned(),
        _ => "note".to_owned(),
    }
}

/// A worker to call.
pub(crate) fn contact(words: Words, worker: &Involved) -> Contact {
    Contact {
        name: worker.name.clone(),
        role: words.code("function", &worker.function),
        phone: worker.phone.clone(),
    }
}

/// Everybody involved now, each once.
pub(crate) fn contacts(words: Words, involved: &[Involved], now: Timestamp) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    for worker in involved.iter().filter(|worker| worker.is_now(now)) {
        let contact = contact(words, worker);
        if !contacts.contains(&contact) {
            contacts.push(contact);
        }
    }
    contacts
}

/// The kinds of entry.
pub(crate) fn kinds(words: Words) -> Vec<Choice> {
    EntryKind::written().map(|kind| Choice::new(kind.code(), words.code("kind", kind.code()))).collect()
}

/// Where something may come from.
pub(crate) fn sources(words: Words) -> Vec<Choice> {
    Source::ALL.iter().map(|source| Choice::new(source.code(), words.code("source", source.code()))).collect()
}

/// Legal domains by name.
pub(crate) fn domain(words: Words, domain: LegalDomain) -> String {
    words.code("domain", domain.code())
}

/// A client's fields as lines: label, value, where from, since when, why.
///
/// `told` is the family of words for the source: `source` for staff, `told` for the client.
pub(crate) fn details(words: Words, fields: &Fields, told: &str) -> Vec<DetailLine> {
    const SHOWN: [(&str, &str, &str); 16] = [
        ("surname", "surname", "know-who"),
        ("given-names", "given-name", "know-who"),
        ("birth-date", "birth-date", "age"),
        ("phone", "phone", "reach"),
        ("email", "email", "reach"),
        ("address", "address", "reach"),
        ("language", "language", "understand"),
        ("interpreter", "interpreter", "understand"),
        ("letter-language", "letter-language", "understand"),
        ("preferred-worker", "preferred-worker", "fit"),
        ("secret-address", "secret-address", "safety"),
        ("contact-phone", "contact-phone", "safety"),
        ("contact-mail", "contact-mail", "safety"),
        ("contact-post", "contact-post", "safety"),
        ("contact-note", "contact-note", "safety"),
        ("salutation", "salutation", "reach"),
    ];
    let mut lines = Vec::new();
    for (name, label, why) in SHOWN {
        for field in fields.0.iter().filter(|field| field.name == name) {
            lines.push(DetailLine {
                label: words.code("field", label),
                value: value(words, field),
                source: words.code(told, &field.source),
                since: day(words, field.since),
                why: words.code("why", why),
            });
        }
    }
    lines
}

fn value(words: Words, field: &Field) -> String {
    match field.name.as_str() {
        "birth-date" => field.value.parse().map_or_else(|_| field.value.clone(), |date| born(words, &date)),
        "contact-phone" | "contact-mail" | "contact-post" => words.code("safe", &field.value),
        "secret-address" => words.t("yes"),
        "salutation" if matches!(field.value.as_str(), "mevrouw" | "meneer") => {
            words.t(&format!("salutation-{}", field.value))
        }
        "language" | "letter-language" => language::name(words, &field.value),
        "interpreter" | "preferred-worker" => words.code(&field.name, &field.value),
        _ => field.value.clone(),
    }
}

/// "Noord, 2026-0147": how a coordinator and a caller name a dossier without a name.
pub(crate) fn number(number: i64) -> String {
    number.to_string()
}

/// The labels of the parts of a dossier.
pub(crate) fn part_names(words: Words, head: &Head) -> Vec<String> {
    head.parts.iter().map(|part| domain(words, part.domain)).collect()
}
