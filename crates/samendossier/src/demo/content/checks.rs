//! Facts about the demo world that the loader and the screenshots lean on.
//! Domains, functions and numbers are checked against the product's own rules, not against a second list.

mod accounts;
mod closings;
mod courses;
mod involvement;
mod log_review;
mod people;
mod standing;
mod tellings;
mod writing;

use super::WORLD;
use super::world::{At, Controller, Involvement, Part, Resident, Staff, at};
use domain::{ControllerKind, Function, LegalDomain};

/// The demo day: the Sunday on which the residents have the ages their stories tell.
const DEMO_DAY: jiff::civil::Date = jiff::civil::date(2026, 11, 22);

/// Sorts earlier moments first.
fn order(at: At) -> (i64, &'static str) {
    (-i64::from(at.days_ago), at.time)
}

fn staff(key: &str) -> &'static Staff {
    WORLD.staff.iter().find(|staff| staff.key == key).unwrap_or_else(|| panic!("nobody is called {key}"))
}

fn resident(key: &str) -> &'static Resident {
    WORLD
        .residents
        .iter()
        .copied()
        .find(|resident| resident.key == key)
        .unwrap_or_else(|| panic!("no resident is called {key}"))
}

fn controller(key: &str) -> &'static Controller {
    WORLD
        .controllers
        .iter()
        .find(|controller| controller.key == key)
        .unwrap_or_else(|| panic!("no controller is called {key}"))
}

fn kind(resident: &Resident) -> ControllerKind {
    controller(resident.controller).kind.parse().expect("a controller kind")
}

fn legal(domain: &str) -> LegalDomain {
    domain.parse().expect("a legal domain")
}

fn function(staff: &Staff) -> Function {
    staff.function.parse().expect("a function")
}

fn part<'a>(resident: &'a Resident, domain: &str) -> &'a Part {
    resident
        .parts
        .iter()
        .find(|part| part.domain == domain)
        .unwrap_or_else(|| panic!("{} has no part {domain}", resident.key))
}

fn lasts(involvement: &Involvement, at: At) -> bool {
    order(involvement.from) <= order(at) && involvement.until.is_none_or(|until| order(at) < order(until))
}

/// Everything a member of staff does in this world, as (who, when, what).
fn acts() -> Vec<(&'static str, At, String)> {
    let mut acts = Vec::new();
    for resident in WORLD.residents {
        acts.push((resident.intake.by, resident.intake.at, format!("takes in {}", resident.key)));
        for involvement in resident.involvements {
            let what = format!("assigns {} to {}", involvement.staff, resident.key);
            acts.push((involvement.assigned_by, involvement.from, what));
        }
        for entry in resident.entries {
            let what = format!("writes about {}", resident.key);
            acts.push((entry.author, entry.happened, what.clone()));
            if let Some(written) = entry.written {
                acts.push((entry.author, written, what.clone()));
            }
            if let Some(correction) = entry.correction {
                acts.push((entry.author, correction.at, what));
            }
        }
    }
    for standing in WORLD.standing {
        acts.push((standing.by, standing.at, format!("says {:?}", standing.what)));
    }
    for telling in WORLD.tellings {
        acts.push((telling.by, telling.at, format!("records people of {}", telling.resident)));
    }
    for closing in WORLD.closings {
        acts.push((closing.by, closing.at, format!("closes {} of {}", closing.domain, closing.resident)));
    }
    for again in WORLD.reopenings {
        acts.push((again.by, again.at, format!("notes a question of {}", again.resident)));
        acts.push((
            again.assigned_by,
            again.assigned,
            format!("assigns {} to {}", again.worker, again.resident),
        ));
    }
    for draft in WORLD.drafts {
        // On the last working day; a Friday for the demo day itself.
        acts.push((draft.staff, at(2, draft.time), format!("begins a note about {}", draft.resident)));
    }
    for look in WORLD.looks {
        acts.push((look.staff, look.at, format!("looks at {}", look.resident)));
    }
    acts
}
