//! What stops a start is told in one line that says what to do, and nothing was harmed.

use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;

use crate::house::House;

#[test]
fn serving_without_keys_says_how_to_begin() {
    let house = House::new();

    let answer = house.run(&["serve"]);

    let line = answer.trouble(1);
    assert!(line.contains("samendossier demo") && line.contains("samendossier keys create"), "{line}");
    assert!(!house.data().join("keys").exists());
}

#[test]
fn a_key_file_that_others_can_read_is_refused_with_the_command_that_repairs_it() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    let key = house.data().join("keys/session.key");
    std::fs::set_permissions(&key, std::fs::Permissions::from_mode(0o644)).expect("changed");

    let answer = house.run(&["serve"]);

    let line = answer.trouble(1);
    assert!(line.contains("mode 0644") && line.contains("chmod 600"), "{line}");
}

#[test]
fn keys_are_made_once() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    let read = || std::fs::read(house.data().join("keys/ledger.key")).expect("a key");
    let before = read();

    let answer = house.run(&["keys", "create"]);

    assert!(answer.trouble(1).contains("already holds"));
    assert_eq!(read(), before);
}

#[test]
fn new_keys_are_not_made_beside_old_data() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    assert_eq!(house.run(&["migrate"]).code, Some(0));
    std::fs::remove_dir_all(house.data().join("keys")).expect("gone");

    assert!(house.run(&["keys", "create"]).trouble(1).contains("put those keys back"));
    assert!(house.run(&["serve"]).trouble(1).contains("put back the keys of this installation"));
}

#[test]
fn a_busy_port_is_named() {
    let house = House::new();
    let _taken = TcpListener::bind(("127.0.0.1", house.port)).expect("the port");

    for words in [&["serve"][..], &["demo"], &["demo", "--fresh"]] {
        let answer = house.run(words);

        let line = answer.trouble(1);
        assert!(line.contains(&format!("port {} is in use", house.port)), "{line}");
        assert!(line.contains("LISTEN=127.0.0.1:"), "{line}");
        assert!(!house.data().exists());
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_named() {
    let house = House::new();
    std::fs::write(house.beside("file"), "").expect("written");
    let inside = house.beside("file").join("data");

    let house = house.with("DATA", inside.display().to_string());
    let answer = house.run(&["demo"]);

    let line = answer.trouble(1);
    assert!(line.contains("cannot be written") && line.contains("DATA=folder"), "{line}");
}

#[test]
fn a_lost_key_shelf_is_not_replaced() {
    let house = House::set_up();
    std::fs::remove_dir_all(house.data().join("shelf")).expect("gone");

    for _ in 0..2 {
        assert!(house.run(&["serve"]).trouble(1).contains("put back the key shelf"));
    }
}

#[test]
fn a_first_start_that_ended_before_it_made_the_key_shelf_is_started_again() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    assert_eq!(house.run(&["migrate"]).code, Some(0));
    std::fs::remove_dir_all(house.data().join("shelf")).expect("not made yet");

    let again = house.run(&["migrate"]);

    assert_eq!(again.code, Some(0), "nothing was sealed yet: {again:?}");
    assert_eq!(house.run(&["doctor"]).code, Some(0));
}

#[test]
fn the_shelf_of_another_installation_is_refused() {
    let (house, other) = (House::new(), House::new());
    for house in [&house, &other] {
        assert_eq!(house.run(&["keys", "create"]).code, Some(0));
        assert_eq!(house.run(&["migrate"]).code, Some(0));
    }
    std::fs::copy(other.data().join("shelf/keys.db"), house.data().join("shelf/keys.db")).expect("copied");

    assert!(house.run(&["serve"]).trouble(1).contains("two different installations"));
}

#[test]
fn a_newer_schema_is_refused() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    assert_eq!(house.run(&["migrate"]).code, Some(0));
    let data = house.opens("samendossier.db");
    data.execute("INSERT INTO schema_version (number, name, applied_at) VALUES (99, '0099_later', 0)", [])
        .expect("changed");
    drop(data);

    let answer = house.run(&["serve"]);

    let line = answer.trouble(1);
    assert!(line.contains("schema 99") && line.contains("use the newer program"), "{line}");
}

#[test]
fn a_file_that_is_no_database_is_named() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    std::fs::write(house.data().join("samendossier.db"), "geen database, maar wel lang genoeg".repeat(40))
        .expect("written");

    let answer = house.run(&["serve"]);

    let line = answer.trouble(1);
    assert!(line.contains("samendossier.db") && line.contains("whether it is a database"), "{line}");
}

#[test]
fn a_database_server_that_is_not_there_is_named() {
    let house = House::new().with("DATABASE_URL", "postgres://ria:geheim@127.0.0.1:1/demo");
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));

    let answer = house.run(&["serve"]);

    let line = answer.trouble(1);
    assert!(line.contains("cannot be reached") && line.contains("DATABASE_URL"), "{line}");
    assert!(!line.contains("geheim"), "{line}");
}

#[test]
fn verifying_makes_nothing_where_nothing_is() {
    let house = House::new();

    let answer = house.run(&["ledger", "verify"]);

    assert!(answer.trouble(1).contains("there is no installation"));
    assert!(!house.data().exists());
}

#[test]
fn codes_are_told_of_demo_accounts_only() {
    let house = House::new();
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));

    assert!(house.run(&["code", "samira"]).trouble(1).contains("no demo"));
}
