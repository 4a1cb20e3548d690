//! What is typed about the people around a client, and what is wrong with it. Everything typed comes back.

use app::people::{KeepFact, KeepPerson, KeepRefused, Kept, People};
use domain::people::{
    AuthorityFault, CapacityAssessment, CapacityFault, Contact, CourtScheme, Fact, FactKind, Informed,
    KeptOn, ParentalAuthority, PersonFault, Representative, Seen, TypedPerson,
};
use domain::{DossierId, PartId, PeopleFactId, PeopleVersionId, Source, StaffId, amsterdam_date};
use jiff::civil::Date;
use text::Words;

use super::told;
use crate::entry::problem_key;
use crate::page::StaffPage;
use crate::sent::once;
use crate::typed_date::{self, date};
use crate::view::{FieldErrors, Typed};

/// What a form does.
pub(super) enum Deed {
    Person(Box<KeepPerson>),
    Fact(Box<KeepFact>),
}

/// A day that must be there.
pub(super) fn day(typed: &Typed, name: &str, words: Words, errors: &mut FieldErrors) -> Option<Date> {
    let found = date(typed, name, words, errors);
    if found.is_none() && errors.of(name).is_none() {
        errors.put(name, words.t("fault-missing"));
    }
    found
}

/// The second professional, if one was chosen.
pub(super) fn second(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<StaffId> {
    match typed.get("second") {
        "" => None,
        chosen => chosen.parse().map_err(|_| errors.put("second", words.t("fault-unknown-choice"))).ok(),
    }
}

/// One of the codes of a field.
fn coded<T: std::str::FromStr>(
    typed: &Typed,
    name: &str,
    words: Words,
    errors: &mut FieldErrors,
) -> Option<T> {
    typed.get(name).parse().map_err(|_| errors.put(name, words.t("fault-unknown-choice"))).ok()
}

/// What a form is about.
pub(super) struct About<'a> {
    pub(super) dossier: DossierId,
    pub(super) kind: FactKind,
    /// The fact, and the text of it that was on the screen; none: something new.
    pub(super) known: Option<(PeopleFactId, PeopleVersionId)>,
    pub(super) people: &'a People,
}

/// What the form asks for; none: `errors` says what is missing.
pub(super) fn deed(
    page: &StaffPage,
    about: &About<'_>,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Option<Deed> {
    let About { dossier, kind, known, people } = *about;
    let words = page.words();
    let form = once(typed).unwrap_or_else(|| page.app().random_id());
    if kind == FactKind::Person {
        let person = person(typed, words, errors);
        let part = part(typed, words, errors);
        let (from, source) =
            (day(typed, "from", words, errors), coded::<Source>(typed, "source", words, errors));
        let (typed, from, source) = (person?, from?, source?);
        return errors
            .is_empty()
            .then(|| Deed::Person(Box::new(KeepPerson { dossier, known, typed, part, from, source, form })));
    }
    let says = says(kind, typed, words, errors);
    let mut part = part(typed, words, errors);
    if kind == FactKind::Capacity && part.is_none() {
        // Where there is one part there is nothing to choose.
        part = people.parts.first().map(|(part, _)| *part);
    }
    let from = match (kind, &says) {
        (FactKind::Capacity, Some(Fact::Capacity(it))) => Some(it.made_on),
        (FactKind::Capacity, _) => None,
        _ => day(typed, "from", words, errors),
    };
    let source = coded::<Source>(typed, "source", words, errors);
    let second = second(typed, words, errors);
    let (says, from, source) = (says?, from?, source?);
    errors
        .is_empty()
        .then(|| Deed::Fact(Box::new(KeepFact { dossier, known, says, part, from, second, source, form })))
}

fn part(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<PartId> {
    match typed.get("part") {
        "" => None,
        chosen => chosen.parse().map_err(|_| errors.put("part", words.t("fault-unknown-choice"))).ok(),
    }
}

fn person(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<TypedPerson> {
    let relation = coded(typed, "kind", words, errors);
    let ground = match typed.get("ground") {
        "agreed" => Some(None),
        "" => {
            errors.put("ground", words.t("people-why-missing"));
            None
        }
        _ => coded(typed, "ground", words, errors).map(Some),
    };
    let told = date(typed, "informed", words, errors);
    let informed =
        told.and_then(|on| Some(Informed { on, how: coded(typed, "informed-how", words, errors)? }));
    let agreed_on = date(typed, "agreed", words, errors);
    let minor_until = date(typed, "minor-until", words, errors);
    Some(TypedPerson {
        relation: relation?,
        name: typed.get("name").to_owned(),
        contact: Contact {
            phone: typed.get("phone").to_owned(),
            email: typed.get("email").to_owned(),
            address: typed.get("address").to_owned(),
            address_secret: typed.ticked("address-secret"),
            may_call: typed.ticked("may-call"),
        },
        ground: ground?,
        informed,
        agreed_on,
        minor_until,
        under_curatele: typed.ticked("under-curatele"),
        hidden_from_client: typed.ticked("hidden"),
    })
}

fn says(kind: FactKind, typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<Fact> {
    match kind {
        FactKind::Person => None,
        FactKind::Authority => {
            let person = coded(typed, "person", words, errors);
            let (kind, basis) = (coded(typed, "kind", words, errors), coded(typed, "basis", words, errors));
            let recognised_on = date(typed, "recognised", words, errors);
            let scope = coded(typed, "scope", words, errors);
            let seen = seen(typed, words, errors);
            Some(Fact::Authority(ParentalAuthority {
                person: person?,
                kind: kind?,
                basis: basis?,
                recognised_on,
                scope: scope?,
                seen: seen?,
            }))
        }
        FactKind::Representative => {
            let (person, kind) = (coded(typed, "person", words, errors), coded(typed, "kind", words, errors));
            let matters = typed.all("matter").filter_map(|it| it.parse().ok()).collect();
            let seen = seen(typed, words, errors);
            Some(Fact::Representative(Representative { person: person?, kind: kind?, matters, seen: seen? }))
        }
        FactKind::Capacity => {
            let (matter, outcome) =
                (coded(typed, "matter", words, errors), coded(typed, "outcome", words, errors));
            let made_on = day(typed, "made", words, errors);
            let valid_until = day(typed, "valid-until", words, errors);
            Some(Fact::Capacity(CapacityAssessment {
                matter: matter?,
                outcome: outcome?,
                assessor: typed.get("assessor").to_owned(),
                reasons: typed.get("reasons").to_owned(),
                made_on: made_on?,
                valid_until: valid_until?,
            }))
        }
        FactKind::Scheme => {
            let kind = coded(typed, "kind", words, errors);
            let seen = seen(typed, words, errors);
            Some(Fact::Scheme(CourtScheme { kind: kind?, says: typed.get("says").to_owned(), seen: seen? }))
        }
    }
}

fn seen(typed: &Typed, words: Words, errors: &mut FieldErrors) -> Option<Seen> {
    let document = coded(typed, "document", words, errors);
    let on = day(typed, "seen", words, errors);
    Some(Seen { document: document?, on: on? })
}

/// The sentence at the field for what a rule refused.
pub(super) fn say_why(words: Words, why: &KeepRefused, errors: &mut FieldErrors) {
    let (field, text) = match why {
        KeepRefused::Field(problem)
        | KeepRefused::Person(PersonFault::Field(problem))
        | KeepRefused::Capacity(CapacityFault::Field(problem)) => {
            (problem.field, words.t(problem_key(problem.problem)))
        }
        KeepRefused::Person(fault) => match fault {
            PersonFault::NotInformed => ("informed", words.t("people-not-informed")),
            PersonFault::NotAgreed => ("agreed", words.t("people-not-agreed")),
            PersonFault::Days => ("informed", words.t("people-told-days")),
            PersonFault::AddressOfProfessional => ("address", words.t("people-no-private-address")),
            PersonFault::ToldTheDanger => ("informed", words.t("people-do-not-tell")),
            PersonFault::HiddenWithoutDanger | PersonFault::Field(_) => {
                ("hidden", words.t("people-hide-danger-only"))
            }
        },
        KeepRefused::Authority(AuthorityFault::Never(bar)) => ("person", told::bar(words, *bar)),
        KeepRefused::Authority(AuthorityFault::BasisDoesNotFit) => ("basis", words.t("people-basis-wrong")),
        KeepRefused::Authority(AuthorityFault::Days) | KeepRefused::Capacity(CapacityFault::InFuture) => {
            ("seen", words.t("fault-in-future"))
        }
        KeepRefused::Capacity(CapacityFault::TooLong) => ("valid-until", words.t("people-too-long")),
        KeepRefused::NoSuchPerson => ("person", words.t("people-no-such-person")),
        KeepRefused::NoMatter => ("matter", words.t("people-no-matter")),
        KeepRefused::SecondMissing | KeepRefused::SecondIsOneself | KeepRefused::NoSuchSecond => {
            ("second", words.t("people-second-missing"))
        }
        KeepRefused::Days => ("from", words.t("people-days")),
        KeepRefused::NoWmoPart => ("ground", words.t("people-no-wmo")),
        KeepRefused::NoSuchPart => ("part", words.t("fault-unknown-choice")),
        KeepRefused::HoldsOffice => ("", words.t("people-holds-office")),
        KeepRefused::NothingToWithdraw => ("reason", words.t("people-nothing-to-withdraw")),
        KeepRefused::Gone | KeepRefused::Stale(_) => ("", words.t("people-gone")),
    };
    // The day of an assessment has another field than the day a document was seen.
    let made = matches!(why, KeepRefused::Capacity(CapacityFault::InFuture));
    errors.put(if made { "made" } else { field }, text);
}

/// The form filled in with what is known, or with what is most often right.
pub(super) fn known(kind: FactKind, kept: Option<&Kept>, people: &People, today: Date) -> Typed {
    let mut typed = Typed::default();
    let Some(kept) = kept else {
        typed_date::put(&mut typed, "from", today);
        typed_date::put(&mut typed, "seen", today);
        typed.put("source", told::first_source());
        if kind == FactKind::Authority {
            typed.put("scope", domain::people::Scope::Whole.code());
        }
        if kind == FactKind::Capacity {
            typed_date::put(&mut typed, "made", today);
            let until = today.saturating_add(jiff::Span::new().months(domain::people::VALID_MONTHS));
            typed_date::put(&mut typed, "valid-until", until);
            // One assessment is made for the help of one part.
            if let Some((part, _)) = people.parts.first() {
                typed.put("part", part.to_string());
            }
        }
        return typed;
    };
    typed.put("source", kept.source.as_str());
    typed.put("part", kept.part.map(|part| part.to_string()).unwrap_or_default());
    typed_date::put(&mut typed, "from", amsterdam_date(kept.held.period.from()));
    match &kept.held.says {
        Fact::Person(person) => known_person(&mut typed, person),
        Fact::Authority(it) => {
            typed.put("person", it.person.to_string());
            for (name, code) in
                [("kind", it.kind.code()), ("basis", it.basis.code()), ("scope", it.scope.code())]
            {
                typed.put(name, code);
            }
            put_date(&mut typed, "recognised", it.recognised_on);
            known_seen(&mut typed, it.seen);
        }
        Fact::Representative(it) => {
            typed.put("person", it.person.to_string());
            typed.put("kind", it.kind.code());
            it.matters.iter().for_each(|matter| typed.put("matter", matter.code()));
            known_seen(&mut typed, it.seen);
        }
        Fact::Capacity(it) => {
            typed.put("matter", it.matter.code());
            typed.put("outcome", it.outcome.code());
            typed.put("assessor", it.assessor.as_str());
            typed.put("reasons", it.reasons.as_str());
            typed_date::put(&mut typed, "made", it.made_on);
            typed_date::put(&mut typed, "valid-until", it.valid_until);
        }
        Fact::Scheme(it) => {
            typed.put("kind", it.kind.code());
            typed.put("says", it.says.as_str());
            known_seen(&mut typed, it.seen);
        }
    }
    typed
}

fn known_seen(typed: &mut Typed, seen: Seen) {
    typed.put("document", seen.document.code());
    typed_date::put(typed, "seen", seen.on);
}

fn put_date(typed: &mut Typed, name: &str, day: Option<Date>) {
    if let Some(day) = day {
        typed_date::put(typed, name, day);
    }
}

fn known_person(typed: &mut Typed, person: &domain::people::RelatedPerson) {
    let contact = &person.contact;
    let ground = person.ground().map_or("agreed", domain::people::KeptFor::code);
    let texts = [
        ("kind", person.relation.code()),
        ("name", person.name.as_str()),
        ("ground", ground),
        ("phone", contact.phone.as_str()),
        ("email", contact.email.as_str()),
        ("address", contact.address.as_str()),
    ];
    texts.iter().for_each(|(name, value)| typed.put(*name, *value));
    let ticks = [
        ("may-call", contact.may_call),
        ("address-secret", contact.address_secret),
        ("under-curatele", person.under_curatele),
        ("hidden", person.hidden_from_client),
    ];
    ticks.iter().filter(|(_, on)| *on).for_each(|(name, _)| typed.put(*name, "1"));
    if let Some(informed) = person.informed() {
        typed_date::put(typed, "informed", informed.on);
        typed.put("informed-how", informed.how.code());
    }
    if let KeptOn::Agreed { on, .. } = person.kept {
        typed_date::put(typed, "agreed", on);
    }
    put_date(typed, "minor-until", person.minor_until);
}
