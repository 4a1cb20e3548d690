//! Fills dossiers: turns households into residents, with the notes of their courses placed over the time they
//! were helped. Pure, and the same every time: a fixed seed and the key of the client decide.

use super::dice::Dice;
use super::household::{Before, Help, Household, Member};
use super::organisation::{Front, front};
use super::residents::NOTICE;
use super::telling::{Teller, working_day};
use super::world::{Intake, Involvement, Look, Notice, Part, Resident, at};

/// The clients of these households.
pub fn residents(households: &'static [&'static [Household]]) -> impl Iterator<Item = Resident> {
    let households = households.iter().copied().flatten();
    let members = households.flat_map(|home| home.members.iter().map(move |member| (home, member)));
    let mut teller = Teller::default();
    members.map(move |(home, member)| resident(home, member, &mut teller))
}

fn resident(home: &'static Household, member: &'static Member, teller: &mut Teller) -> Resident {
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
            entries.extend(teller.tell(member, help, told, &mut dice));
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
        address: home.address,
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
