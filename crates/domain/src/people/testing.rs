//! A family for the tests of these rules: a mother and a father who hold authority together.

use jiff::Timestamp;
use jiff::civil::date;
use uuid::Uuid;

use super::*;

pub(crate) const NOW: &str = "2026-03-02T12:00:00Z";
pub(crate) const START: &str = "2020-01-01T00:00:00Z";
pub(crate) const MOTHER: PeopleFactId = PeopleFactId(Uuid::from_u128(1));
pub(crate) const FATHER: PeopleFactId = PeopleFactId(Uuid::from_u128(2));
pub(crate) const OTHER: PeopleFactId = PeopleFactId(Uuid::from_u128(3));
pub(crate) const MOTHERS: PeopleFactId = PeopleFactId(Uuid::from_u128(11));
pub(crate) const FATHERS: PeopleFactId = PeopleFactId(Uuid::from_u128(12));
pub(crate) const OTHERS: PeopleFactId = PeopleFactId(Uuid::from_u128(13));

pub(crate) fn at(text: &str) -> Timestamp {
    text.parse().expect("an instant")
}

pub(crate) fn person(relation: Relation) -> RelatedPerson {
    RelatedPerson {
        relation,
        name: "Chantal de Groot".into(),
        contact: Contact::default(),
        kept: KeptOn::Ground {
            ground: KeptFor::AuthorityHolderOrGuardian,
            informed: None,
            since: date(2020, 1, 1),
        },
        minor_until: None,
        under_curatele: false,
        hidden_from_client: false,
    }
}

pub(crate) fn seen() -> Seen {
    Seen { document: DocumentSeen::AuthorityRegister, on: date(2026, 1, 5) }
}

pub(crate) fn joint(person: PeopleFactId) -> ParentalAuthority {
    ParentalAuthority {
        person,
        kind: AuthorityKind::Joint,
        basis: Basis::AuthorityRegister,
        recognised_on: None,
        scope: Scope::Whole,
        seen: seen(),
    }
}

pub(crate) fn held(fact: PeopleFactId, says: Fact) -> Held {
    let version = PeopleVersionId(fact.0);
    Held {
        fact,
        version,
        says,
        period: Period::since(at(START)),
        recorded_at: at(START),
        superseded_at: None,
    }
}

pub(crate) fn parents() -> Vec<Held> {
    vec![
        held(MOTHER, Fact::Person(person(Relation::Mother))),
        held(FATHER, Fact::Person(person(Relation::Father))),
        held(MOTHERS, Fact::Authority(joint(MOTHER))),
        held(FATHERS, Fact::Authority(joint(FATHER))),
    ]
}

/// Closes the newest text of a fact and gives what stood there.
fn supersede(facts: &mut [Held], fact: PeopleFactId, now: Timestamp) -> Held {
    let newest =
        facts.iter_mut().find(|it| it.fact == fact && it.superseded_at.is_none()).expect("it is there");
    newest.superseded_at = Some(now);
    Held { recorded_at: now, superseded_at: None, ..newest.clone() }
}

pub(crate) fn end(facts: &mut Vec<Held>, fact: PeopleFactId, now: &str) {
    let newer = supersede(facts, fact, at(now));
    facts.push(Held { period: newer.period.ended(at(now)).expect("later"), ..newer });
}

pub(crate) fn mistake(facts: &mut Vec<Held>, fact: PeopleFactId, now: &str) {
    let newer = supersede(facts, fact, at(now));
    facts.push(Held { period: newer.period.ended(newer.period.from()).expect("empty"), ..newer });
}

pub(crate) fn change(facts: &mut [Held], fact: PeopleFactId, how: impl Fn(&mut ParentalAuthority)) {
    for held in facts.iter_mut().filter(|it| it.fact == fact) {
        if let Fact::Authority(it) = &mut held.says {
            how(it);
        }
    }
}

pub(crate) fn change_person(facts: &mut [Held], fact: PeopleFactId, how: impl Fn(&mut RelatedPerson)) {
    for held in facts.iter_mut().filter(|it| it.fact == fact) {
        if let Fact::Person(it) = &mut held.says {
            how(it);
        }
    }
}
