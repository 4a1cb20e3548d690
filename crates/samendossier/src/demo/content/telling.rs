//! Tells a course about one client: which notes, on which days, by whom, in whose words.
//! Pure, and the same every time: the dice of the client decide.

use std::collections::BTreeMap;

use super::course::{Course, Note};
use super::dice::Dice;
use super::household::{Help, Member, Speaks, Told};
use super::world::{Correction, Entry, at};

/// A course that ended longer ago than this is told to its end.
const TOLD_TO_THE_END: u32 = 28;
/// When people talk.
const TALKING: [&str; 10] =
    ["09:10", "09:40", "10:15", "10:30", "11:20", "13:05", "13:30", "14:15", "15:00", "15:45"];
/// Days from one round of visits to the next.
const EVERY: u32 = 14;
/// When the notes of a day are written: together, at its end.
const WRITING: [&str; 4] = ["16:00", "16:04", "16:07", "16:12"];
/// When a mistake is put right, later that day.
const PUTTING_RIGHT: &str = "16:40";
/// Days on which somebody is away, as (who, first, last) days before the demo day.
const AWAY: [(&str, u32, u32); 1] = [("johan", 151, 142)];

/// How often each note was told, so that a world with many dossiers repeats itself as little as it can.
#[derive(Default)]
pub struct Teller(BTreeMap<&'static str, u32>);

impl Teller {
    /// Some notes of a course as entries of this client, each on a working day of its own.
    pub fn tell(&mut self, member: &Member, help: &Help, told: &Told, dice: &mut Dice) -> Vec<Entry> {
        let notes = self.notes(told, dice);
        let count = u32::try_from(notes.len()).unwrap_or(1);
        let first = told.from.saturating_sub(4).max(2);
        let apart = first.saturating_sub(told.to) / count.max(1);
        let mut entries = Vec::new();
        let mut last = first + 1;
        for (index, note) in notes.into_iter().enumerate() {
            let earliest = first.saturating_sub(u32::try_from(index).unwrap_or(0) * apart);
            let wanted = earliest.saturating_sub(dice.below(apart / 2 + 1)).min(last - 1);
            let Some((day, author)) = free_day(help, wanted, apart) else { break };
            let happened = at(day, dice.one_of(&TALKING));
            let written = at(day, dice.one_of(&WRITING));
            entries.push(Entry {
                author,
                happened,
                written: Some(written),
                ..entry(member, told.course, note, day)
            });
            last = day;
            if last <= 2 {
                break;
            }
        }
        entries
    }

    /// About this many notes in their order: an opening, what makes sense after it, and a closing one only when
    /// the story is over. One that goes on stays near its beginning.
    fn notes(&mut self, told: &Told, dice: &mut Dice) -> Vec<&'static Note> {
        let Course { openings, notes, closings, .. } = told.course;
        if told.notes == 0 {
            return Vec::new();
        }
        let is_over = told.to > TOLD_TO_THE_END;
        let near = if is_over { notes.len() } else { (2 * told.notes + 2).min(notes.len()) };
        let closing = closings.iter().filter(|_| is_over).min_by_key(|note| self.tired_of(note, dice));
        let needed = closing.map(|note| needed_for(note, notes)).unwrap_or_default();
        let is_needed = |note: &Note| note.begins.is_some_and(|what| needed.contains(&what));
        let mut chosen: Vec<usize> = (0..near).filter(|index| is_needed(&notes[*index])).collect();
        let wanted = told.notes.saturating_sub(1 + usize::from(is_over));
        while chosen.len() < wanted {
            let begun = |what| chosen.iter().any(|index| notes[*index].begins == Some(what));
            let makes_sense =
                |index: &usize| !chosen.contains(index) && notes[*index].follows.is_none_or(begun);
            let Some(next) =
                (0..near).filter(makes_sense).min_by_key(|index| self.tired_of(&notes[*index], dice))
            else {
                break;
            };
            chosen.push(next);
        }
        chosen.sort_unstable();
        let opening = openings.iter().min_by_key(|note| self.tired_of(note, dice));
        let between = chosen.into_iter().map(|index| &notes[index]);
        let story: Vec<_> = opening.into_iter().chain(between).chain(closing).collect();
        for note in &story {
            *self.0.entry(note.facts).or_default() += 1;
        }
        story
    }

    /// What was told least comes first, and of those the one that the dice say.
    fn tired_of(&self, note: &Note, dice: &mut Dice) -> (u32, u32) {
        (self.0.get(note.facts).copied().unwrap_or(0), dice.below(1000))
    }
}

/// What must have been set going for this note to make sense, and for that, and so on.
fn needed_for(note: &Note, notes: &[Note]) -> Vec<&'static str> {
    let mut needed = Vec::new();
    let mut next = note.follows;
    while let Some(what) = next.filter(|what| !needed.contains(what)) {
        needed.push(what);
        next = notes.iter().find(|one| one.begins == Some(what)).and_then(|one| one.follows);
    }
    needed
}

/// The first day from this one on which whoever is involved sees people, and who that is. When the talks are
/// close together, any working day will do.
fn free_day(help: &Help, from: u32, apart: u32) -> Option<(u32, &'static str)> {
    (2..=from).rev().find_map(|day| {
        let author = author_on(help, day)?;
        let away = AWAY.iter().any(|(who, first, last)| *who == author && (*last..=*first).contains(&day));
        let there = if apart < EVERY { is_working_day(day) } else { sees_people(author, day) };
        (there && !away).then_some((day, author))
    })
}

/// Who is seen for a long time is seen in a rhythm: a worker has one day for that every two weeks. (A demo world
/// in which everybody signs in every day takes long to make.)
fn sees_people(worker: &str, day: u32) -> bool {
    let mut dice = Dice::of(worker);
    day % EVERY == 7 * dice.below(2) + 2 + dice.below(5)
}

/// Who writes on this day; nobody on a day of handing over.
fn author_on(help: &Help, day: u32) -> Option<&'static str> {
    let worker = help.worker?;
    if let Some(stand_in) = help.stand_in.filter(|one| (one.until..=one.from).contains(&day)) {
        return Some(stand_in.worker);
    }
    match help.before {
        Some(before) if day == before.until => None,
        Some(before) if day > before.until => Some(before.worker),
        _ => Some(worker),
    }
}

/// A note in the words of this client; who wrote it when is filled in by the caller.
fn entry(member: &Member, course: &Course, note: &Note, day: u32) -> Entry {
    let facts = about(member, note.facts);
    let corrected = note.corrected.map(|corrected| {
        let later = at(day, PUTTING_RIGHT);
        let reason = about(member, corrected.reason);
        (about(member, corrected.before), Correction { at: later, facts, opinion: None, reason })
    });
    let (facts, correction) = match corrected {
        Some((before, correction)) => (before, Some(correction)),
        None => (facts, None),
    };
    Entry {
        domain: course.domain,
        kind: note.kind,
        category: note.category,
        facts,
        opinion: note.opinion.map(|opinion| about(member, opinion)),
        source: note.source,
        correction,
        ..Entry::PLAIN
    }
}

/// The text with this client's own words for those in braces.
fn about(member: &Member, text: &str) -> &'static str {
    let (she, her, hers) = match member.speaks {
        Speaks::OfHer => ("zij", "haar", "haar"),
        Speaks::OfHim => ("hij", "hem", "zijn"),
    };
    let name = member.given_names.split(' ').next().unwrap_or_default();
    let form = if member.address_form == "none" { name } else { member.address_form };
    let words = [
        ("mevrouw", form),
        ("naam", name),
        ("zij", she),
        ("hem", her),
        ("zijn", hers),
        ("ander", member.other),
    ];
    let mut text = text.to_owned();
    for (sign, word) in words {
        let capital = |word: &str| {
            let mut signs = word.chars();
            signs.next().into_iter().flat_map(char::to_uppercase).chain(signs).collect::<String>()
        };
        text = text.replace(&format!("{{{sign}}}"), word);
        text = text.replace(&format!("{{{}}}", capital(sign)), &capital(word));
    }
    // Leaked on purpose: the content is made once and stays as long as the program.
    text.leak()
}

/// This day or the first working day after it.
pub fn working_day(day: u32) -> u32 {
    (2..=day).rev().find(|day| is_working_day(*day)).unwrap_or(2)
}

/// The demo day is a Sunday: so is every seventh day before it, and one day before that it is Saturday.
const fn is_working_day(day: u32) -> bool {
    !matches!(day % 7, 0 | 1)
}
