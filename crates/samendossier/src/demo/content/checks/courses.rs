//! The courses and the dossiers that are filled with them: by hand, in order, never twice.
//! A world that repeats itself is not believed.

use std::collections::{BTreeMap, BTreeSet};

use super::{WORLD, lasts, resident};
use crate::demo::content::course::{Course, Note};
use crate::demo::content::households::HOUSEHOLDS;
use crate::demo::content::world::{Entry, Resident, at};

fn courses() -> Vec<&'static Course> {
    let members = HOUSEHOLDS.iter().copied().flatten().flat_map(|home| home.members);
    let told = members.flat_map(|member| member.help).flat_map(|help| help.told);
    let by_text: BTreeMap<_, _> = told.map(|told| (told.course.closings[0].facts, told.course)).collect();
    by_text.into_values().collect()
}

fn notes() -> impl Iterator<Item = &'static Note> {
    courses().into_iter().flat_map(Course::all)
}

fn filled() -> impl Iterator<Item = &'static Resident> {
    let keys: BTreeSet<_> =
        HOUSEHOLDS.iter().copied().flatten().flat_map(|home| home.members).map(|member| member.key).collect();
    WORLD.residents.iter().copied().filter(move |resident| keys.contains(resident.key))
}

#[test]
fn a_hundred_and_fifty_notes_are_written_by_hand_and_each_is_its_own() {
    let facts: BTreeSet<_> = notes().map(|note| note.facts).collect();
    let domains: BTreeSet<_> = courses().into_iter().map(|course| course.domain).collect();

    assert_eq!(courses().len(), 12);
    assert!(notes().count() >= 150, "{}", notes().count());
    assert_eq!(facts.len(), notes().count());
    assert_eq!(domains.len(), domain::LegalDomain::ALL.len());
}

#[test]
fn no_dossier_says_the_same_twice() {
    for resident in WORLD.residents {
        let facts: BTreeSet<_> = resident.entries.iter().map(|entry| entry.facts).collect();

        assert_eq!(facts.len(), resident.entries.len(), "{}", resident.key);
    }
}

#[test]
fn no_two_dossiers_tell_the_same_story() {
    let mut told = BTreeMap::new();
    for resident in filled().filter(|resident| resident.entries.len() > 1) {
        let story: Vec<_> = resident.entries.iter().map(|entry| entry.facts).collect();

        assert_eq!(told.insert(story, resident.key), None, "{}", resident.key);
    }
}

#[test]
fn every_word_in_braces_became_somebody() {
    for resident in filled() {
        for entry in resident.entries {
            let correction = entry.correction.map(|later| format!("{}{}", later.facts, later.reason));
            let text =
                [entry.facts, entry.opinion.unwrap_or_default(), &correction.unwrap_or_default()].concat();

            assert!(!text.contains(['{', '}']), "{}: {text}", resident.key);
            assert!(!text.starts_with([' ', ',']), "{}: {text}", resident.key);
        }
    }
}

#[test]
fn a_story_about_two_people_has_the_other_one() {
    for member in HOUSEHOLDS.iter().copied().flatten().flat_map(|home| home.members) {
        let of_two = member.help.iter().flat_map(|help| help.told).any(|told| {
            told.notes > 0 && told.course.all().any(|note| note.facts.to_lowercase().contains("{ander}"))
        });

        assert!(!of_two || !member.other.is_empty(), "{}", member.key);
    }
}

#[test]
fn the_notes_lie_over_two_years() {
    let days: Vec<_> = filled().flat_map(|one| one.entries).map(|entry| entry.happened.days_ago).collect();

    assert!(days.iter().any(|day| *day > 660), "{:?}", days.iter().max());
    assert!(days.iter().any(|day| *day <= 6));
    for quarter in 0..7 {
        let in_it = days.iter().filter(|day| **day / 100 == quarter).count();
        assert!(in_it >= 8, "{quarter}: {in_it}");
    }
}

/// What a note says between the words in braces, for as long as it lasts.
fn own_words(note: &Note) -> &'static str {
    note.facts.split(['{', '}']).max_by_key(|words| words.len()).unwrap_or_default()
}

#[test]
fn what_follows_from_something_is_told_after_it() {
    for course in courses() {
        let mut begun = BTreeSet::new();
        for note in course.all() {
            assert!(note.follows.is_none_or(|what| begun.contains(what)), "{}", note.facts);
            begun.extend(note.begins);
        }
    }
    for resident in filled() {
        for note in notes().filter(|note| note.follows.is_some()) {
            let place = |of: &Note| resident.entries.iter().position(|entry| says(entry, of));
            let before =
                notes().find(|one| one.begins.is_some() && one.begins == note.follows).expect("a first");

            assert!(
                place(note).is_none_or(|at| place(before).is_some_and(|b| b < at)),
                "{}: {}",
                resident.key,
                note.facts
            );
        }
    }
}

fn says(entry: &Entry, note: &Note) -> bool {
    let said = entry.correction.map_or(entry.facts, |later| later.facts);
    said.contains(own_words(note))
}

#[test]
fn in_each_legal_domain_a_story_is_told_to_its_end() {
    let mut ended = BTreeSet::new();
    for member in HOUSEHOLDS.iter().copied().flatten().flat_map(|home| home.members) {
        for told in member.help.iter().flat_map(|help| help.told).filter(|told| told.notes > 0) {
            let closed = |entry: &Entry| told.course.closings.iter().any(|closing| says(entry, closing));
            let is_over = resident(member.key).entries.iter().any(closed);

            assert_eq!(is_over, told.to > 28, "{}: {}", member.key, told.course.domain);
            ended.extend(is_over.then_some(told.course.domain));
        }
    }

    assert_eq!(ended.len(), domain::LegalDomain::ALL.len(), "{ended:?}");
}

#[test]
fn whoever_began_a_note_is_still_involved() {
    for draft in WORLD.drafts {
        let involved = resident(draft.resident).involvements.iter().any(|involvement| {
            involvement.staff == draft.staff
                && involvement.domain == draft.domain
                && lasts(involvement, at(2, draft.time))
        });

        assert!(involved, "{} about {}", draft.staff, draft.resident);
    }
}

#[test]
fn a_note_is_told_in_four_dossiers_at_most_and_nearly_all_are_told() {
    let told: Vec<_> = notes()
        .map(|note| {
            let dossiers = filled().filter(|one| one.entries.iter().any(|entry| says(entry, note))).count();
            (dossiers, note.facts)
        })
        .collect();
    let untold = told.iter().filter(|(dossiers, _)| *dossiers == 0).count();

    assert!(told.iter().all(|(dossiers, _)| *dossiers <= 4), "{:?}", told.iter().max());
    assert!(untold * 6 < told.len(), "{untold} of {}", told.len());
}
