//! `/mijn/mensen`: who else stands in one's own dossier, why, and who decides. No addresses: with none at all, nobody can tell
//! that one of them is secret (RGT-09).

use app::people::{Own, ReadOwn};
use axum::extract::Query;
use axum::response::Response;
use domain::PeopleFactId;
use domain::people::{Fact, KeptFor, KeptOn, Outcome, RelatedPerson};
use text::Words;

use super::{Asked, Chosen, frame, own};
use crate::answer::html;
use crate::page::ResidentPage;
use crate::people::name;
use crate::view::portal::people::{OwnPeoplePage, OwnPerson};

/// `/mijn/mensen`
pub(crate) async fn show(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    page.show(ReadOwn(read.head.dossier), &(&page, &chosen, &read), |found, (page, chosen, read)| {
        let (frame, words) = frame(page, &read.fields);
        html(&OwnPeoplePage {
            frame,
            houses: chosen.houses("/mijn/mensen"),
            people: people(words, found),
            decides: found.kept.iter().filter_map(|it| decides(words, found, &it.held.says)).collect(),
        })
    })
    .await
}

fn people(words: Words, own: &Own) -> Vec<OwnPerson> {
    own.kept
        .iter()
        .filter_map(|it| match &it.held.says {
            Fact::Person(person) => Some(one(words, person)),
            _ => None,
        })
        .collect()
}

fn one(words: Words, person: &RelatedPerson) -> OwnPerson {
    let relation = words.code("relation", person.relation.code());
    let why = match person.kept {
        KeptOn::Agreed { .. } => words.t("own-people-agreed"),
        KeptOn::Ground { ground, .. } => words.code("own-kept-for", ground.code()),
        KeptOn::RoleWord => words.t("own-people-role-word"),
    };
    let told = person.informed();
    let only_word = person.kept == KeptOn::RoleWord;
    let knows = match (person.ground(), told) {
        _ if only_word => String::new(),
        (_, Some(told)) => words.with("own-people-told", &[("day", words.date(told.on).into())]),
        (Some(KeptFor::SafetySuspicion), None) => words.t("own-people-not-told-danger"),
        (_, None) => words.t("own-people-not-told"),
    };
    let call = if person.contact.may_call { "own-people-may-call" } else { "own-people-no-call" };
    let keeps = [
        (!person.name.is_empty(), "own-people-keeps-name"),
        (!person.contact.phone.is_empty(), "own-people-keeps-phone"),
        (!person.contact.email.is_empty(), "own-people-keeps-mail"),
    ];
    let keeps: Vec<String> = keeps.iter().filter(|(on, _)| *on).map(|(_, key)| words.t(key)).collect();
    OwnPerson {
        who: name(words, person),
        relation: if person.name.is_empty() { String::new() } else { relation },
        why,
        knows,
        call: if only_word { String::new() } else { words.t(call) },
        keeps: if keeps.is_empty() { words.t("own-people-keeps-nothing") } else { keeps.join(", ") },
    }
}

/// Who decides, as a sentence; a person says nothing about that.
fn decides(words: Words, own: &Own, says: &Fact) -> Option<String> {
    let who = |fact: PeopleFactId| {
        own.kept.iter().find_map(|it| match &it.held.says {
            Fact::Person(person) if it.held.fact == fact => Some(name(words, person)),
            _ => None,
        })
    };
    match says {
        Fact::Person(_) => None,
        Fact::Authority(it) => {
            let kind = words.code("authority-kind", it.kind.code());
            Some(
                words
                    .with("own-people-authority", &[("name", who(it.person)?.into()), ("kind", kind.into())]),
            )
        }
        Fact::Representative(it) => {
            let kind = words.code("representative", it.kind.code());
            Some(
                words.with(
                    "own-people-represents",
                    &[("name", who(it.person)?.into()), ("kind", kind.into())],
                ),
            )
        }
        Fact::Capacity(it) => {
            let key = match it.outcome {
                Outcome::Capable => "own-people-capable",
                Outcome::Incapable => "own-people-incapable",
            };
            let matter = words.code("matter", it.matter.code());
            let day = words.date(it.valid_until);
            Some(words.with(key, &[("matter", matter.into()), ("day", day.into())]))
        }
        Fact::Scheme(it) => {
            let kind = words.code("court-scheme", it.kind.code());
            Some(words.with("own-people-scheme", &[("kind", kind.into())]))
        }
    }
}
