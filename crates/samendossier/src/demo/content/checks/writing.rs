//! What was written: codes, order, corrections, delays and the shape of the text.
//! A demo that reads badly teaches people to write badly.

use super::{WORLD, order, resident};
use crate::demo::content::world::{Entry, Resident};
use domain::{DataCategory, DelayGround, EntryKind, Source};

fn entries() -> impl Iterator<Item = (&'static Resident, &'static Entry)> {
    WORLD.residents.iter().flat_map(|&resident| resident.entries.iter().map(move |entry| (resident, entry)))
}

fn texts() -> Vec<(&'static str, &'static str)> {
    let mut texts = Vec::new();
    for (resident, entry) in entries() {
        texts.push((resident.key, entry.facts));
        texts.extend(entry.opinion.map(|opinion| (resident.key, opinion)));
        if let Some(correction) = entry.correction {
            texts.push((resident.key, correction.facts));
            texts.push((resident.key, correction.reason));
            texts.extend(correction.opinion.map(|opinion| (resident.key, opinion)));
        }
        texts.extend(entry.delay.map(|delay| (resident.key, delay.reason)));
    }
    texts.extend(WORLD.closings.iter().map(|closing| (closing.resident, closing.result)));
    texts.extend(WORLD.reopenings.iter().map(|again| (again.resident, again.question)));
    for resident in WORLD.residents {
        texts.push((resident.key, resident.help_question));
        texts.push((resident.key, resident.surname));
        texts.push((resident.key, resident.given_names));
        texts.extend(resident.safe_contact.note.map(|note| (resident.key, note)));
        for involvement in resident.involvements {
            texts.push((resident.key, involvement.reason));
            texts.extend(involvement.ended_because.map(|reason| (resident.key, reason)));
        }
    }
    texts
}

#[test]
fn dossiers_are_empty_hold_one_note_or_more_than_a_page() {
    let notes = |key: &str| resident(key).entries.len();
    let his = |entry: &&Entry| matches!(entry.domain, "wmo" | "voluntary");
    let of_johan = resident("de-vries").entries.iter().filter(his).count();

    assert_eq!((notes("ewa"), notes("novi")), (0, 0));
    assert_eq!((notes("kees-molenaar"), notes("abubakar"), notes("roos")), (1, 1, 1));
    assert!(notes("bhagwandin") >= 10);
    assert!(of_johan > app::dossier::PAGE as usize, "{of_johan}");
    assert!((350..=600).contains(&entries().count()), "{}", entries().count());
}

#[test]
fn every_entry_uses_known_codes() {
    for (resident, entry) in entries() {
        let delay = entry.delay.map(|delay| delay.ground.parse::<DelayGround>());

        assert!(entry.kind.parse::<EntryKind>().is_ok(), "{}: {}", resident.key, entry.kind);
        assert!(entry.category.parse::<DataCategory>().is_ok(), "{}: {}", resident.key, entry.category);
        assert!(entry.source.parse::<Source>().is_ok(), "{}: {}", resident.key, entry.source);
        assert!(delay.is_none_or(|ground| ground.is_ok()), "{}", resident.key);
        assert!(!entry.facts.is_empty(), "{}", resident.key);
    }
}

#[test]
fn voluntary_help_writes_nothing_about_health() {
    let health = entries().filter(|(_, e)| e.domain == "voluntary" && e.category == "health").count();

    assert_eq!(health, 0);
}

#[test]
fn entries_of_a_part_are_in_order_and_written_after_they_happened() {
    for resident in WORLD.residents {
        for part in resident.parts {
            let happened: Vec<_> = resident
                .entries
                .iter()
                .filter(|entry| entry.domain == part.domain)
                .map(|entry| order(entry.happened))
                .collect();
            assert!(happened.is_sorted(), "{} {}", resident.key, part.domain);
        }
        for entry in resident.entries {
            let written = entry.written.unwrap_or(entry.happened);
            assert!(order(entry.happened) <= order(written), "{}", resident.key);
            assert!(
                entry.correction.is_none_or(|later| order(written) < order(later.at)),
                "{}",
                resident.key
            );
        }
    }
}

#[test]
fn times_are_times_of_day() {
    let times = super::acts().into_iter().map(|(_, at, _)| at.time);

    for time in times {
        assert!(time.len() == 5 && time.parse::<jiff::civil::Time>().is_ok(), "{time}");
    }
}

#[test]
fn a_correction_changes_something_and_says_why() {
    let corrected: Vec<_> =
        entries().filter_map(|(_, entry)| entry.correction.map(|later| (entry, later))).collect();

    assert!((3..=8).contains(&corrected.len()), "{}", corrected.len());
    for (entry, later) in corrected {
        assert_ne!(entry.facts, later.facts);
        assert!(!later.reason.is_empty());
    }
}

#[test]
fn some_entries_wait_for_a_talk_and_some_leave_no_trace() {
    let mut grounds: Vec<_> = entries()
        .filter_map(|(resident, entry)| {
            entry.delay.map(|delay| (delay.ground, delay.announced, resident.key))
        })
        .collect();
    grounds.sort_unstable();

    assert_eq!(
        grounds,
        [
            ("danger-to-client", false, "lotte"),
            ("danger-to-client", false, "magdalena"),
            ("told-in-person-first", true, "bhagwandin"),
            ("told-in-person-first", true, "zofia"),
        ]
    );
    assert!(entries().filter_map(|(_, entry)| entry.delay).all(|delay| delay.until_days_from_now > 0));
}

#[test]
fn the_name_of_the_neighbour_was_taken_out() {
    let (entry, later) = resident("marjolein")
        .entries
        .iter()
        .find_map(|entry| entry.correction.map(|later| (entry, later)))
        .expect("a correction");

    assert!(entry.facts.contains("Riet"));
    assert!(!later.facts.contains("Riet"));
    assert!(later.facts.contains("buurvrouw"));
}

#[test]
fn texts_hold_no_control_characters_and_no_loose_white_space() {
    for (key, text) in texts() {
        assert!(!text.chars().any(|sign| sign.is_control() && sign != '\n'), "{key}: {text}");
        assert!(!text.contains("  ") && !text.contains(" \n") && !text.contains("\n "), "{key}: {text}");
        assert_eq!(text, text.trim(), "{key}");
    }
}

#[test]
fn the_texts_show_what_a_screen_must_bear() {
    let all: String = texts().into_iter().map(|(_, text)| text).collect();
    let longest = entries().map(|(_, entry)| entry.facts.chars().count()).max();

    assert!(longest.is_some_and(|signs| signs >= 1_400), "{longest:?}");
    for wanted in
        ["\n- ", "\n1. ", "é", "ı", "ń", "🙏", "شكرا", "👨\u{200d}👩\u{200d}👧\u{200d}👦", "Дякую", "€"]
    {
        assert!(all.contains(wanted), "{wanted}");
    }
    assert!(resident("maria").surname.chars().count() > 50);
}

#[test]
fn no_number_of_a_citizen_stands_in_a_text() {
    for (key, text) in texts() {
        let digits = text.split(|sign: char| !sign.is_ascii_digit()).map(str::len).max();
        assert!(digits.is_none_or(|run| run < 8), "{key}: {text}");
    }
}
