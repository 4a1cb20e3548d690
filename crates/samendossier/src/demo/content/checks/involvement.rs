//! Who may write and look: involvement, domain walls and the controller border.
//! ACC-01, ACC-05, ACC-06, CTL-03.

use super::closings::closed;
use super::{WORLD, function, kind, lasts, legal, order, part, resident, staff};
use crate::demo::content::world::{Involvement, Resident, at};
use crate::demo::plan::LEFT_DAYS_AGO;

#[test]
fn the_wall_holds_for_every_involvement() {
    for resident in WORLD.residents {
        for involvement in resident.involvements {
            let who = staff(involvement.staff);
            let by = staff(involvement.assigned_by);
            let domain = legal(involvement.domain);

            assert!(function(who).allowed_domains().contains(&domain), "{}: {}", resident.key, who.key);
            assert!(involvement.role.parse::<domain::RoleInCase>().is_ok(), "{}", resident.key);
            let at_once = involvement.began_at_intake() && resident.intake.by == by.key;
            assert!(at_once || function(by).coordinates(), "{} assigns for {}", by.key, resident.key);
            assert_eq!(by.team, Some(resident.team), "{} assigns for {}", by.key, resident.key);
            assert_eq!(who.controller, resident.controller, "{}: {}", resident.key, who.key);
            assert!(order(part(resident, involvement.domain).opened) <= order(involvement.from));
            assert!(involvement.until.is_none_or(|until| order(involvement.from) < order(until)));
            assert!(involvement.until.is_some() || involvement.ended_because.is_none());
        }
    }
}

#[test]
fn nobody_helps_themselves() {
    for resident in WORLD.residents {
        for involvement in resident.involvements {
            assert_ne!(staff(involvement.staff).person, resident.person);
        }
    }
}

#[test]
fn every_author_was_involved_or_took_the_question_in() {
    for resident in WORLD.residents {
        for entry in resident.entries {
            let moments =
                [Some(entry.happened), entry.written, entry.correction.map(|correction| correction.at)];
            for at in moments.into_iter().flatten() {
                let involved = resident.involvements.iter().any(|involvement| {
                    involvement.staff == entry.author
                        && involvement.domain == entry.domain
                        && lasts(involvement, at)
                });
                let took_in = resident.involvements.is_empty() && resident.intake.by == entry.author;

                assert!(involved || took_in, "{} writes about {} at {at:?}", entry.author, resident.key);
            }
        }
    }
}

#[test]
fn everyone_who_looked_was_involved() {
    for look in WORLD.looks {
        let involved = resident(look.resident)
            .involvements
            .iter()
            .any(|involvement| involvement.staff == look.staff && lasts(involvement, look.at));

        assert!(involved, "{look:?}");
    }
}

#[test]
fn the_same_team_has_a_colleague_who_knows_nothing() {
    let helped_by_samira = resident("marjolein");

    let ria = helped_by_samira.involvements.iter().any(|involvement| involvement.staff == "ria");

    assert!(!ria);
    assert_eq!(staff("ria").team, staff("samira").team);
}

#[test]
fn each_coordinator_has_a_question_that_waits_and_noord_exactly_one() {
    let waiting: Vec<_> = WORLD
        .residents
        .iter()
        .filter(|resident| resident.involvements.is_empty())
        .map(|resident| (resident.team, resident.key))
        .collect();

    assert_eq!(
        waiting,
        [
            ("noord", "agnieszka"),
            ("zuid", "bohdan"),
            ("zuid", "nguyen"),
            ("haven", "prins"),
            ("gezin", "destiny")
        ]
    );
}

#[test]
fn the_others_have_a_worker_now() {
    for resident in WORLD.residents.iter().filter(|resident| !resident.involvements.is_empty()) {
        for part in resident.parts {
            let leads = resident
                .involvements
                .iter()
                .filter(|i| i.domain == part.domain && i.role == "lead" && i.until.is_none())
                .count();

            assert_eq!(leads, 1, "{} {}", resident.key, part.domain);
        }
    }
}

#[test]
fn some_were_taken_in_by_the_worker_who_helps_them() {
    let at_once = |resident: &&&Resident| resident.involvements.iter().any(Involvement::began_at_intake);

    assert!((10..=30).contains(&WORLD.residents.iter().filter(at_once).count()));
}

#[test]
fn one_worker_has_more_dossiers_than_fit_on_a_page() {
    let now = at(0, "12:00");
    let helped = |key: &str| {
        let involved = |resident: &&&Resident| {
            resident.involvements.iter().any(|involvement| {
                let gone = closed(resident.key, involvement.domain).is_some_and(|one| one.at.days_ago > 7);
                involvement.staff == key && lasts(involvement, now) && !gone
            })
        };
        WORLD.residents.iter().filter(involved).count()
    };

    assert!(helped("johan") > app::caseload::PAGE, "{}", helped("johan"));
    assert_eq!((helped("samira"), helped("ilse")), (3, 0));
}

#[test]
fn who_lives_next_to_a_client_is_not_asked_to_help() {
    let neighbour = resident("hofstra");
    let worker = resident("el-idrissi");

    assert_eq!(neighbour.address.postcode, worker.address.postcode);
    assert_eq!(Some(neighbour.team), staff("naima").team);
    assert!(neighbour.involvements.iter().all(|involvement| involvement.staff != "naima"));
}

#[test]
fn somebody_who_left_handed_over_before() {
    let ended: Vec<_> = WORLD
        .residents
        .iter()
        .flat_map(|resident| resident.involvements)
        .filter(|involvement| involvement.staff == "gerda")
        .collect();

    assert!(ended.len() >= 4);
    assert!(ended.iter().all(|one| one.until.is_some_and(|until| until.days_ago > LEFT_DAYS_AGO)));
}

#[test]
fn a_worker_is_a_client_of_the_other_team_of_her_employer() {
    let worker = staff("naima");
    let client = resident("el-idrissi");

    assert_eq!(worker.person, client.person);
    assert_eq!(worker.controller, client.controller);
    assert_ne!(worker.team, Some(client.team));
}

#[test]
fn one_person_is_a_client_of_both_controllers() {
    let clients: Vec<_> = WORLD
        .residents
        .iter()
        .filter(|resident| resident.person == "yildiz")
        .map(|r| kind(r).code())
        .collect();

    assert_eq!(clients, ["municipality", "welfare-foundation"]);
}
