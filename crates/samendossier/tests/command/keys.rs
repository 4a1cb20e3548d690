//! Keys through the binary: another one while the house serves, keys from other places, and every way in which
//! data, key shelf and keys do not belong together.

use std::os::unix::fs::PermissionsExt;

use crate::demo_world::database;
use crate::house::House;
use crate::visitor::Visitor;

/// Signed in: the second factor was opened with a key of the shelf.
fn signs_in(visitor: &mut Visitor<'_>, house: &House, name: &str) {
    let answer = visitor.signs_in(house, name);
    assert!(answer.starts_with("HTTP/1.1 303") && answer.contains("location: /"), "{answer}");
    assert!(!answer.contains("location: /inloggen"), "{answer}");
}

fn keys_are_replaced_while_the_house_serves(house: &House) {
    let running = house.serve(&["serve"]);
    let mut ria = Visitor::at(&running);
    signs_in(&mut ria, house, "samira");

    let added = house.run(&["keys", "add", "2027-02"]);
    let rotated = house.run(&["keys", "rotate"]);
    let again = house.run(&["keys", "rotate"]);

    assert_eq!((added.code, rotated.code, again.code), (Some(0), Some(0), Some(0)), "{added:?} {rotated:?}");
    assert!(rotated.out.contains("keys were wrapped anew by kek-2027-02."), "{rotated:?}");
    assert!(rotated.out.contains("nothing needs kek-1 any more"), "{rotated:?}");
    assert!(again.out.contains("0 keys were wrapped anew"), "{again:?}");
    // Keys that nobody used for a while are taken from the shelf again, and somebody else's always.
    signs_in(&mut Visitor::at(&running), house, "joost");
    assert!(running.err().contains("read again"), "{}", running.err());
    assert_eq!(running.stop(), Some(0));

    std::fs::remove_file(house.data().join("keys/kek-1.key")).expect("away");
    std::fs::write(house.data().join("keys/kek-order"), "kek-2027-02\n").expect("written");
    let running = house.serve(&["serve"]);
    signs_in(&mut Visitor::at(&running), house, "ria");
    assert_eq!(running.stop(), Some(0));
    assert_eq!(house.run(&["ledger", "verify"]).code, Some(0));
}

mod keys_are_replaced_while_the_house_serves {
    use super::*;

    #[test]
    fn sqlite() {
        super::keys_are_replaced_while_the_house_serves(&House::set_up());
    }

    #[test]
    fn postgres() {
        let (Some(data), Some(shelf)) = (database("demo_rotate"), database("demo_rotate_shelf")) else {
            return;
        };
        let house = House::new().with("DATABASE_URL", data).with("SHELF_URL", shelf).sets_up();
        super::keys_are_replaced_while_the_house_serves(&house);
    }
}

#[test]
fn wrapping_anew_that_is_killed_goes_on_where_it_was() {
    let house = House::with_demo_world();
    assert_eq!(house.run(&["keys", "add", "2"]).code, Some(0));

    for pause in [20, 60, 100, 150, 200] {
        let mut rotating = house.command(&["keys", "rotate"]).spawn().expect("it starts");
        std::thread::sleep(std::time::Duration::from_millis(pause));
        rotating.kill().expect("killed");
        rotating.wait().expect("it ends");
    }
    let rotated = house.run(&["keys", "rotate"]);

    assert_eq!(rotated.code, Some(0), "{rotated:?}");
    let shelf = rusqlite::Connection::open(house.data().join("shelf/keys.db")).expect("the shelf");
    let old: i64 = shelf
        .query_row("SELECT COUNT(*) FROM data_key WHERE kek <> 'kek-2'", [], |row| row.get(0))
        .expect("a count");
    assert_eq!(old, 0);
    assert_eq!(house.run(&["doctor"]).code, Some(0));
    assert_eq!(house.run(&["ledger", "verify"]).code, Some(0));
}

#[test]
fn a_key_that_is_still_needed_cannot_be_put_away() {
    let house = House::set_up();
    assert_eq!(house.run(&["keys", "add", "2"]).code, Some(0));
    std::fs::remove_file(house.data().join("keys/kek-1.key")).expect("away");
    std::fs::write(house.data().join("keys/kek-order"), "kek-2\n").expect("written");

    let line = house.run(&["serve"]);

    let line = line.trouble(1);
    assert!(line.contains("kek-1") && line.contains("put kek-1 back among the keys"), "{line}");
}

#[test]
fn each_wrong_key_is_named() {
    let house = House::set_up();
    for (file, told) in [
        ("kek-1.key", "put back the kek-1 of this installation"),
        ("blind-index.key", "the key of the blind index is another one"),
        ("ledger.key", "the ledger key is another one"),
    ] {
        let path = house.data().join("keys").join(file);
        let whole = std::fs::read(&path).expect("a key");
        std::fs::write(&path, "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=\n").expect("written");

        let answer = house.run(&["serve"]);

        assert!(answer.trouble(1).contains(told), "{file}: {answer:?}");
        std::fs::write(&path, whole).expect("put back");
    }
    std::fs::write(house.data().join("keys/session.key"), "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=\n")
        .expect("written");
    let running = house.serve(&["serve"]);
    assert!(running.err().contains("everybody has to sign in again"), "{}", running.err());
    assert_eq!(running.stop(), Some(0));
}

#[test]
fn keys_come_from_the_environment_too() {
    let house = House::set_up();
    let key = |file: &str| std::fs::read_to_string(house.data().join("keys").join(file)).expect("a key");
    let (kek, index, ledger, session) =
        (key("kek-1.key"), key("blind-index.key"), key("ledger.key"), key("session.key"));
    std::fs::remove_dir_all(house.data().join("keys")).expect("away");

    let house = house
        .with("KEYS_FROM", "environment")
        .with("KEY_ENCRYPTION_KEYS", format!("kek-1:{kek}"))
        .with("KEY_BLIND_INDEX", index.clone())
        .with("KEY_LEDGER", ledger);
    let without = house.run(&["migrate"]);
    let house = house.with("KEY_SESSION", format!("{}x", session.trim()));
    let damaged = house.run(&["migrate"]);
    let house = house.with("KEY_SESSION", session);
    let whole = house.run(&["migrate"]);
    let made = house.run(&["keys", "add", "2"]);

    assert!(without.trouble(1).contains("the variable KEY_SESSION is not set"), "{without:?}");
    assert!(damaged.trouble(1).contains("the variable KEY_SESSION is damaged"), "{damaged:?}");
    assert!(!damaged.err.contains(index.trim()));
    assert_eq!(whole.code, Some(0), "{whole:?}");
    assert!(made.trouble(1).contains("make the keys where the system keeps them"), "{made:?}");
}

#[test]
fn keys_come_from_a_secret_mount_too() {
    let house = House::set_up();
    let mount = house.beside("secrets");
    std::fs::rename(house.data().join("keys"), &mount).expect("moved");
    let set = |path: &std::path::Path, mode| {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).expect("set");
    };
    for file in std::fs::read_dir(&mount).expect("files") {
        set(&file.expect("a file").path(), 0o440);
    }
    set(&mount, 0o1777);
    let house = house.with("KEYS", mount.display().to_string());

    let as_folder = house.run(&["migrate"]);
    let house = house.with("KEYS_FROM", "mount");
    let as_mount = house.run(&["migrate"]);
    set(&mount.join("ledger.key"), 0o444);
    let open = house.run(&["migrate"]);

    assert!(as_folder.trouble(1).contains("can be written by others"), "{as_folder:?}");
    assert_eq!(as_mount.code, Some(0), "{as_mount:?}");
    assert!(open.trouble(1).contains("give the secret mode 0400"), "{open:?}");
}

/// A house, and copies of its two files as they were before somebody wrote something.
struct Twice {
    house: House,
    old_data: std::path::PathBuf,
    old_shelf: std::path::PathBuf,
}

impl Twice {
    fn new() -> Self {
        let house = House::set_up();
        let (old_data, old_shelf) = (house.beside("old.db"), house.beside("old-keys.db"));
        std::fs::copy(house.data().join("samendossier.db"), &old_data).expect("copied");
        std::fs::copy(house.data().join("shelf/keys.db"), &old_shelf).expect("copied");
        assert_eq!(house.run(&["keys", "add", "2"]).code, Some(0));
        assert_eq!(house.run(&["keys", "rotate"]).code, Some(0));
        let running = house.serve(&["serve"]);
        signs_in(&mut Visitor::at(&running), &house, "samira");
        assert_eq!(running.stop(), Some(0));
        Self { house, old_data, old_shelf }
    }
}

#[test]
fn new_data_with_an_old_shelf_is_refused_and_what_is_lost_can_be_given_up() {
    let Twice { house, old_shelf, .. } = Twice::new();
    std::fs::copy(old_shelf, house.data().join("shelf/keys.db")).expect("copied");

    let refused = house.run(&["serve"]);
    let accepted = house.run(&["keys", "accept-loss"]);
    let after = house.serve(&["serve"]);

    let line = refused.trouble(1);
    assert!(line.contains("the key shelf is an older copy than the data"), "{line}");
    assert!(line.contains("put back its latest copy"), "{line}");
    assert!(
        accepted.out.contains("No key is lost.") && accepted.out.contains("destroy them anew"),
        "{accepted:?}"
    );
    assert_eq!(after.stop(), Some(0));
}

#[test]
fn old_data_with_a_new_shelf_is_a_restore_and_says_what_that_means() {
    let Twice { house, old_data, .. } = Twice::new();
    std::fs::copy(old_data, house.data().join("samendossier.db")).expect("copied");

    let running = house.serve(&["serve"]);

    let log = running.err();
    assert!(log.contains("the data is an older copy than its key shelf"), "{log}");
    assert!(log.contains("stays destroyed"), "{log}");
    signs_in(&mut Visitor::at(&running), &house, "samira");
    assert_eq!(running.stop(), Some(0));
}

#[test]
fn lines_that_the_key_shelf_saw_and_the_data_lacks_are_told_without_any_checkpoint() {
    let Twice { house, old_data, .. } = Twice::new();
    let whole = house.run(&["ledger", "verify"]);
    std::fs::copy(old_data, house.data().join("samendossier.db")).expect("copied");
    std::fs::remove_file(house.data().join("checkpoints.txt")).expect("whoever cut the lines took it away");

    let cut = house.run(&["ledger", "verify"]);

    assert!(whole.out.contains("The ledger is sound.\n"), "{whole:?}");
    assert!(cut.out.contains("but the key shelf saw"), "{cut:?}");
}

#[test]
fn half_a_shelf_is_refused() {
    let house = House::set_up();
    let path = house.data().join("shelf/keys.db");
    let whole = std::fs::read(&path).expect("the shelf");

    for kept in [whole.len() / 2, 4096, 100] {
        std::fs::write(&path, &whole[..kept]).expect("cut");

        let answer = house.run(&["serve"]);

        let line = answer.trouble(1);
        assert!(line.contains("the key shelf"), "{kept}: {line}");
        assert!(
            line.contains("latest whole copy") || line.contains("whether it is a database"),
            "{kept}: {line}"
        );
    }
}
