//! Fills dossiers: turns households into residents, with the notes of their courses placed over the time they
//! were helped. Pure, and the same every time: a fixed seed and the key of the client decide.

use super::course::{Course, Note};
use super::dice::Dice;
use super::household::{Before, Help, Household, Member, Speaks, Told};
use super::organisation::{Front, front};
use super::residents::NOTICE;
use super::world::{Address, Correction, Entry, Intake, Involvement, Look, Notice, Part, Resident, at};

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
const AWAY: [(&str, u32, u32); 1] = [("samira", 20, 16)];

/// The clients of these households.
pub fn residents(households: &'static [&'static [Household]]) -> impl Iterator<Item = Resident> {
    let households = households.iter().copied().flatten();
    households.flat_map(|home| home.members.iter().map(|member| resident(home, member)))
}

fn resident(home: &'static Household, member: &'static Member) -> Resident {
    let mut dice = Dice::of(member.key);
    let front = front(member.team);
    let came = member.help.iter().flat_map(|help| help.told).map(|told| told.from).max().unwrap_or(2);
    let came = working_day(came);
    let (taken, informed, opened) = dice.one_of(&[
        ("09:05", "09:10", "09:15"),
        ("10:40", "10:50", "10:52"),
        ("13:15", "13:20", "13:25"),
        ("14:50", "15:00", "15:04"),
    ]);
    let domain = |help: &Help| help.told.first().map_or("", |told| told.course.domain);
    let parts: Vec<_> =
        member.help.iter().map(|help| Part { domain: domain(help), opened: at(came, opened) }).collect();
    let agreed = parts.iter().any(|part| part.domain == "voluntary");
    let helps_at_once = helps_at_once(member.help, &mut dice);
    let mut involvements = Vec::new();
    let mut entries = member.own_notes.to_vec();
    for help in member.help {
        match helps_at_once {
            Some(worker) => involvements.push(Involvement {
                staff: worker,
                domain: domain(help),
                role: "lead",
                assigned_by: worker,
                from: at(came, opened),
                until: None,
                ended_because: None,
                reason: help.reason,
            }),
            None => involved(help, domain(help), came, front, &mut involvements),
        }
        for told in help.told {
            entries.extend(tell(member, help, told, &mut dice));
        }
    }
    entries.sort_by_key(|entry| (std::cmp::Reverse(entry.happened.days_ago), entry.happened.time));
    Resident {
        key: member.key,
        person: member.key,
        controller: front.controller,
        team: member.team,
        surname: member.surname,
        given_names: member.given_names,
        address_form: member.address_form,
        birth_date: member.birth_date,
        bsn: member.bsn,
        phone: member.phone,
        email: member.email,
        address: Address { ..home.address },
        secret_address: home.secret_address,
        safe_contact: member.safe_contact,
        help_question: member.help_question,
        intake: Intake { by: helps_at_once.unwrap_or(front.desk), at: at(came, taken) },
        notice: Notice { version: NOTICE, delivered: at(came, informed) },
        support_agreement: agreed.then(|| at(came, opened)),
        parts: parts.leak(),
        involvements: involvements.leak(),
        entries: entries.leak(),
    }
}

/// The worker who took the question in and helps at once, without the coordinator: now and then, when there is
/// one question and nobody else in the story.
fn helps_at_once(help: &[Help], dice: &mut Dice) -> Option<&'static str> {
    let [Help { worker: Some(worker), before: None, stand_in: None, .. }] = help else { return None };
    (dice.below(3) > 0).then_some(*worker)
}

/// Who was involved with one part, and who assigned them.
fn involved(help: &Help, domain: &'static str, came: u32, front: &Front, found: &mut Vec<Involvement>) {
    let Some(worker) = help.worker else { return };
    let plain = Involvement {
        staff: worker,
        domain,
        role: "lead",
        assigned_by: front.coordinator,
        from: at(working_day(came - 1), "09:00"),
        until: None,
        ended_because: None,
        reason: help.reason,
    };
    if let Some(Before { worker, until, because }) = help.before {
        let first = Involvement {
            staff: worker,
            until: Some(at(until, "16:00")),
            ended_because: Some(because),
            reason: "Vaste medewerker vanaf het begin.",
            ..plain
        };
        found.extend([first, Involvement { from: at(until, "15:00"), ..plain }]);
    } else {
        found.push(plain);
    }
    if let Some(stand_in) = help.stand_in {
        found.push(Involvement {
            staff: stand_in.worker,
            role: "replacement",
            from: at(stand_in.from, "08:30"),
            until: Some(at(stand_in.until, "17:30")),
            reason: "Vervangt de vaste medewerker tijdens vakantie.",
            ..plain
        });
    }
}

/// Some notes of a course as entries of this client, each on a working day of its own.
fn tell(member: &Member, help: &Help, told: &Told, dice: &mut Dice) -> Vec<Entry> {
    let notes = some_notes(told, dice);
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

/// About this many notes in their order: an opening, what makes sense after it, and the closing one only when
/// the story is over. One that goes on stays near its beginning.
fn some_notes(told: &Told, dice: &mut Dice) -> Vec<&'static Note> {
    let Course { openings, notes, closing, .. } = told.course;
    if told.notes == 0 {
        return Vec::new();
    }
    let is_over = told.to > TOLD_TO_THE_END;
    let near = if is_over { notes.len() } else { (2 * told.notes + 2).min(notes.len()) };
    let needed = if is_over { needed_for(closing, notes) } else { Vec::new() };
    let mut wanted = told.notes.saturating_sub(1 + usize::from(is_over));
    let mut chosen = vec![&openings[dice.below(u32::try_from(openings.len()).unwrap_or(1)) as usize]];
    for (index, note) in notes[..near].iter().enumerate() {
        let left = u32::try_from(near - index).unwrap_or(1);
        let by_chance = (dice.below(left) as usize) < wanted;
        let is_needed = note.begins.is_some_and(|what| needed.contains(&what));
        let makes_sense = note.follows.is_none_or(|what| chosen.iter().any(|one| one.begins == Some(what)));
        if is_needed || by_chance && makes_sense {
            chosen.push(note);
            wanted = wanted.saturating_sub(1);
        }
    }
    if is_over {
        chosen.push(closing);
    }
    chosen
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

/// Now and then the worker reads back what stands there: what makes 'Wie heeft gekeken?' worth looking at.
pub fn looks(residents: &'static [Resident]) -> Vec<Look> {
    let mut looks = Vec::new();
    for resident in residents {
        let mut dice = Dice::of(resident.surname);
        for entry in resident.entries {
            if let Some(at) = entry.written.filter(|_| dice.below(6) == 0) {
                looks.push(Look { staff: entry.author, resident: resident.key, at });
            }
        }
    }
    looks
}

/// This day or the first working day after it.
fn working_day(day: u32) -> u32 {
    (2..=day).rev().find(|day| is_working_day(*day)).unwrap_or(2)
}

/// The demo day is a Sunday: so is every seventh day before it, and one day before that it is Saturday.
const fn is_working_day(day: u32) -> bool {
    !matches!(day % 7, 0 | 1)
}
