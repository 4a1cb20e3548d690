//! `doctor` names everything that is wrong at once, and touches nothing.

use std::os::unix::fs::PermissionsExt;

use crate::demo_world::database;
use crate::house::{Answer, House};

/// The lines about one thing.
fn about<'a>(answer: &'a Answer, word: &str, thing: &str) -> Vec<&'a str> {
    let start = format!("{word:<6}{thing}");
    answer.out.lines().filter(|line| line.starts_with(&start)).collect()
}

fn is_well(house: &House) {
    let running = house.serve(&["serve"]);
    let serving = house.run(&["doctor"]);
    assert_eq!(running.stop(), Some(0));
    let stopped = house.run(&["doctor"]);

    for answer in [serving, stopped] {
        assert_eq!(answer.code, Some(0), "{answer:?}");
        let things = [
            "settings",
            "keys",
            "data",
            "key shelf",
            "together",
            "outbox",
            "record",
            "clock",
            "disk",
            "theme",
            "mail",
        ];
        for thing in things {
            assert!(!about(&answer, "ok", thing).is_empty(), "{thing}: {answer:?}");
        }
        assert!(answer.out.contains("ms") && answer.out.contains("free on the disk"), "{answer:?}");
    }
}

mod a_sound_house_is_well_whether_it_serves_or_not {
    use super::*;

    #[test]
    fn sqlite() {
        is_well(&House::set_up());
    }

    #[test]
    fn postgres() {
        let (Some(data), Some(shelf)) = (database("demo_well"), database("demo_well_shelf")) else { return };
        is_well(&House::new().with("DATABASE_URL", data).with("SHELF_URL", shelf).sets_up());
    }
}

#[test]
fn everything_that_is_wrong_is_named_at_once() {
    let house = House::set_up();
    let key = house.data().join("keys/ledger.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("set");
    let shelf = house.data().join("shelf/keys.db");
    let whole = std::fs::read(&shelf).expect("the shelf");
    std::fs::write(&shelf, &whole[..whole.len() / 2]).expect("cut");

    let answer = house.run(&["doctor"]);

    assert_eq!(answer.code, Some(1), "{answer:?}");
    assert!(about(&answer, "WRONG", "keys")[0].contains("chmod 600"), "{answer:?}");
    assert!(about(&answer, "WRONG", "key shelf")[0].contains("put back a whole copy"), "{answer:?}");
    assert!(!about(&answer, "ok", "data").is_empty(), "{answer:?}");
    assert!(answer.trouble(1).starts_with("2 things are wrong, the first: keys"), "{answer:?}");
}

#[test]
fn where_nothing_is_it_makes_nothing() {
    let house = House::new();

    let answer = house.run(&["doctor"]);

    assert_eq!(answer.code, Some(1));
    for thing in ["keys", "data", "key shelf", "disk"] {
        assert!(!about(&answer, "WRONG", thing).is_empty(), "{thing}: {answer:?}");
    }
    assert!(!house.data().exists());
}

#[test]
fn a_database_that_waits_for_its_migrations_is_not_migrated() {
    let house = House::set_up();
    let shelf = house.opens("shelf/keys.db");
    shelf
        .execute_batch(
            "DELETE FROM schema_version WHERE number = 2;
             DROP TABLE shelf_state; DROP TABLE destroyed_key; DROP INDEX data_key_of_kek",
        )
        .expect("as an earlier version left it");
    let data = house.opens("samendossier.db");
    data.execute("DELETE FROM installation WHERE name <> 'id'", []).expect("as an earlier version left it");
    drop(data);

    let answer = house.run(&["doctor"]);

    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(about(&answer, "look", "key shelf")[0].contains("1 migrations wait"), "{answer:?}");
    let tables: i64 = shelf
        .query_row("SELECT COUNT(*) FROM sqlite_schema WHERE name = 'shelf_state'", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(tables, 0);
    drop(shelf);
    assert_eq!(house.run(&["migrate"]).code, Some(0));
    assert_eq!(house.run(&["doctor"]).code, Some(0));
}

#[test]
fn a_lost_key_of_long_ago_is_seen() {
    let house = House::set_up();
    let data = house.opens("samendossier.db");
    // Older than what every start looks for.
    data.execute("INSERT INTO owner_key (owner, data_key) VALUES (?1, ?2)", ([1_u8; 16], [2_u8; 16]))
        .expect("written");

    let started = house.run(&["migrate"]);
    let answer = house.run(&["doctor"]);

    assert_eq!((started.code, answer.code), (Some(0), Some(1)), "{answer:?}");
    assert!(
        about(&answer, "WRONG", "key shelf")[0].contains("1 keys that the data names are lost"),
        "{answer:?}"
    );
}

#[test]
fn a_mail_server_that_is_not_there_is_named_with_what_to_look_at() {
    let house =
        House::set_up().with("MAIL_HOST", "127.0.0.1").with("MAIL_PORT", "1").with("MAIL_TLS", "none");
    let house = house.with("MAIL_FROM", "post@gemeente.example");

    let answer = house.run(&["doctor"]);

    assert_eq!(answer.code, Some(1), "{answer:?}");
    let told = about(&answer, "WRONG", "mail")[0];
    assert!(told.contains("127.0.0.1, port 1") && told.contains("look at MAIL_HOST"), "{told}");
}

#[test]
fn settings_that_are_a_risk_are_pointed_at() {
    let house = House::set_up().with("SECURE_COOKIES", "no").with("LISTEN", "0.0.0.0:1");

    let answer = house.run(&["doctor"]);

    let told = about(&answer, "look", "settings").join("\n");
    for setting in ["SECURE_COOKIES", "TRUSTED_PROXIES", "LISTEN"] {
        assert!(told.contains(setting), "{told}");
    }
    assert_eq!(answer.code, Some(0));
}
