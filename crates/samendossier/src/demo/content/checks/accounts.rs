//! Who can sign in, and who cannot and why.
//! ACC-13: pledge, training and an active account, at the time of everything somebody did.

use std::collections::BTreeSet;

use super::{WORLD, acts, function, order, staff};
use crate::demo::content::world::Involvement;
use crate::demo::plan::{LEFT_DAYS_AGO, trainings};
use domain::Function;

#[test]
fn every_function_with_a_screen_has_an_account() {
    let missing: Vec<_> = Function::ALL
        .iter()
        .filter(|&&wanted| !WORLD.staff.iter().any(|staff| function(staff) == wanted))
        .collect();

    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn staff_keys_and_sign_in_names_are_unique() {
    let keys: BTreeSet<_> = WORLD.staff.iter().map(|staff| staff.key).collect();
    let names: BTreeSet<_> = WORLD
        .staff
        .iter()
        .map(|staff| staff.login_name)
        .chain(WORLD.portal_accounts.iter().map(|account| account.login_name))
        .collect();

    assert_eq!(keys.len(), WORLD.staff.len());
    assert_eq!(names.len(), WORLD.staff.len() + WORLD.portal_accounts.len());
}

#[test]
fn each_account_has_a_demo_passphrase_and_a_secret_of_its_own() {
    let accounts: Vec<_> = WORLD
        .staff
        .iter()
        .map(|staff| (staff.password, staff.totp_secret))
        .chain(WORLD.portal_accounts.iter().map(|account| (account.password, account.totp_secret)))
        .collect();
    let passwords: BTreeSet<_> = accounts.iter().map(|account| account.0).collect();
    let secrets: BTreeSet<_> = accounts.iter().map(|account| account.1).collect();

    assert_eq!(passwords.len(), accounts.len());
    assert_eq!(secrets.len(), accounts.len());
    for (password, secret) in accounts {
        assert!(password.starts_with("demo-") && password.len() >= 15, "{password}");
        assert_eq!(secret.len(), 32, "{secret}");
        assert!(secret.bytes().all(|byte| matches!(byte, b'A'..=b'Z' | b'2'..=b'7')), "{secret}");
    }
}

#[test]
fn teams_and_employers_exist_and_fit() {
    for team in WORLD.teams {
        assert!(WORLD.controllers.iter().any(|controller| controller.key == team.controller));
    }
    for staff in WORLD.staff {
        assert!(WORLD.controllers.iter().any(|controller| controller.key == staff.controller));
        let Some(key) = staff.team else { continue };
        let team = WORLD.teams.iter().find(|team| team.key == key).expect(key);
        assert_eq!(team.controller, staff.controller, "{}", staff.key);
    }
}

#[test]
fn whoever_acts_had_signed_and_was_trained_then() {
    for (who, when, what) in acts() {
        let staff = staff(who);
        let pledge = staff.pledge_days_ago.unwrap_or_else(|| panic!("{who} {what} without a pledge"));

        let trained = trainings(staff).into_iter().filter(|passed| *passed > when.days_ago).min();
        let trained = trained.unwrap_or_else(|| panic!("{who} {what} before the training"));

        assert!(staff.active || when.days_ago > LEFT_DAYS_AGO, "{who} {what} after leaving");
        assert!(pledge > when.days_ago, "{who} {what} before the pledge");
        assert!(trained - when.days_ago < 365, "{who} {what} with an old training");
    }
}

#[test]
fn one_training_expired_one_pledge_is_missing_and_one_account_is_closed() {
    // 12 months and 30 days of grace (ACC-13).
    let expired: Vec<_> = WORLD.staff.iter().filter(|s| s.trained_days_ago > 396).map(|s| s.key).collect();
    let unsigned: Vec<_> =
        WORLD.staff.iter().filter(|s| s.pledge_days_ago.is_none()).map(|s| s.key).collect();
    let closed: Vec<_> = WORLD.staff.iter().filter(|s| !s.active).map(|s| s.key).collect();

    assert_eq!(expired, ["bram"]);
    assert_eq!(unsigned, ["tom"]);
    assert_eq!(closed, ["gerda"]);
}

#[test]
fn nobody_works_at_the_weekend() {
    // The demo day is a Sunday, so every seventh day before it is one too.
    for (who, when, what) in acts() {
        assert!(!matches!(when.days_ago % 7, 0 | 1), "{who} {what} {} days ago", when.days_ago);
    }
}

#[test]
fn a_replacement_replaces_somebody_who_is_away() {
    let mut replaced = 0;
    for resident in WORLD.residents {
        for stand_in in resident.involvements.iter().filter(|one| one.role == "replacement") {
            let same = |one: &&Involvement| one.domain == stand_in.domain && one.role == "lead";
            let lead = resident.involvements.iter().rfind(same).expect("a lead");
            let until = stand_in.until.expect("a replacement ends");
            let away = until.days_ago..=stand_in.from.days_ago;

            let busy: Vec<_> = acts()
                .into_iter()
                .filter(|(who, at, _)| *who == lead.staff && away.contains(&at.days_ago))
                .collect();

            assert!(busy.is_empty(), "{}: {busy:?}", resident.key);
            replaced += 1;
        }
    }
    assert!(replaced >= 4, "{replaced}");
}

#[test]
fn looks_are_in_order_and_the_own_worker_looks_several_times_a_day() {
    let orders: Vec<_> = WORLD.looks.iter().map(|look| order(look.at)).collect();
    let friday = WORLD
        .looks
        .iter()
        .filter(|look| (look.staff, look.resident, look.at.days_ago) == ("samira", "bhagwandin", 2))
        .count();

    assert!(orders.is_sorted());
    assert_eq!(friday, 3);
}
