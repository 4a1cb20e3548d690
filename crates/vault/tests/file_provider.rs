//! What the key files promise: private, whole, and every refusal names its file and its cure.
//! Runs on a real directory.

mod keys;

use std::fs;

use keys::{FILES, Keys, set_mode};
use uuid::Uuid;
use vault::{DataKey, KeyId, KeyProvider, SeededEntropy};

/// Thirty-two bytes nobody would draw, in base64.
const OTHER_KEY: &str = "BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=\n";

#[test]
fn the_keys_load_the_same_each_time() {
    let keys = Keys::made();

    let once = keys.provider().load().expect("they load");
    let again = keys.provider().load().expect("they load again");

    assert_eq!(once.keks.sealing_kek(), "kek-2026-11");
    assert_eq!(once.ledger_seed, again.ledger_seed);
    let tag = once.session_key.tag("csrf", b"");
    assert!(again.session_key.verify("csrf", b"", &tag));
    let noord = Uuid::from_u128(1);
    let token = once.index.token(noord, "bsn", "111222333");
    assert_eq!(token, again.index.token(noord, "bsn", "111222333"));
    let entropy = SeededEntropy::new(2);
    let wrapped = once.keks.wrap(&DataKey::generate(KeyId(noord), &entropy), &entropy);
    assert!(again.keks.unwrap(&wrapped).is_ok());
}

#[test]
fn a_key_that_others_can_read_or_write_is_refused_with_its_cure() {
    for name in FILES {
        for mode in [0o644, 0o640, 0o620, 0o604, 0o602, 0o601] {
            let keys = Keys::made();
            set_mode(&keys.file(name), mode);

            let refused = keys.refusal();

            let file = keys.file(name).display().to_string();
            let told = format!("{file} can be read or written by others (mode {mode:04o})");
            assert!(refused.contains(&told), "{refused}");
            assert!(refused.ends_with(&format!("run: chmod 600 {file}")), "{refused}");
        }
    }
}

#[test]
fn a_list_that_others_can_write_is_refused() {
    let keys = Keys::made();
    keys.write("kek-order", "kek-2026-11\n");
    set_mode(&keys.file("kek-order"), 0o620);

    let refused = keys.refusal();

    assert!(refused.contains("kek-order can be read or written by others"), "{refused}");
}

#[test]
fn a_key_that_not_even_its_owner_may_write_is_fine() {
    let keys = Keys::made();

    set_mode(&keys.file("ledger.key"), 0o400);

    assert!(keys.provider().load().is_ok());
}

#[test]
fn a_directory_that_others_can_write_is_refused() {
    let keys = Keys::made();
    set_mode(&keys.dir(), 0o770);

    let refused = keys.refusal();

    let dir = keys.dir().display().to_string();
    assert!(refused.ends_with(&format!("run: chmod 700 {dir}")), "{refused}");
}

#[test]
fn a_missing_directory_is_named() {
    let keys = Keys::made();
    fs::remove_dir_all(keys.dir()).expect("the directory is removed");

    let refused = keys.refusal();

    let dir = keys.dir().display().to_string();
    assert!(refused.starts_with(&format!("key directory {dir} does not exist")), "{refused}");
    assert!(refused.contains(&format!("install -d -m 700 {dir}")), "{refused}");
}

#[test]
fn a_missing_key_is_named() {
    for name in ["blind-index.key", "ledger.key", "session.key"] {
        let keys = Keys::made();
        fs::remove_file(keys.file(name)).expect("the file is removed");

        let refused = keys.refusal();

        let file = keys.file(name).display().to_string();
        assert!(refused.starts_with(&format!("key file {file} is missing")), "{refused}");
        assert!(refused.ends_with(&format!("install -m 600 BACKUP/{name} {file}")), "{refused}");
    }
}

#[test]
fn a_missing_kek_is_told() {
    let keys = Keys::made();
    fs::remove_file(keys.file("kek-2026-11.key")).expect("the file is removed");

    let without_list = keys.refusal();
    keys.write("kek-order", "\n");
    let empty_list = keys.refusal();
    keys.write("kek-order", "kek-2026-11\n");
    let listed = keys.refusal();

    assert!(without_list.contains("holds no key-encryption key"), "{without_list}");
    assert_eq!(without_list, empty_list);
    assert!(listed.contains("kek-2026-11.key is missing"), "{listed}");
}

#[test]
fn a_truncated_or_garbled_key_is_named_and_not_shown() {
    for name in FILES {
        let keys = Keys::made();
        let whole = fs::read_to_string(keys.file(name)).expect("a readable file");

        for (damaged, told) in [
            (&whole[..21], "not base64"),
            (&whole[..20], "holds 15 bytes, not 32"),
            ("", "holds 0 bytes, not 32"),
            ("geheim!\n", "not base64"),
            (&format!("{whole}{whole}"), "not base64"),
        ] {
            keys.write(name, damaged);

            let refused = keys.provider().load().expect_err("a damaged key");

            let file = keys.file(name).display().to_string();
            let shown = format!("{refused} {refused:?}");
            assert!(shown.starts_with(&format!("key file {file} is damaged")), "{shown}");
            assert!(shown.contains(told), "{shown}");
            assert!(!shown.contains(&whole[..10]), "{shown}");
            assert!(!shown.contains("geheim"), "{shown}");
        }
    }
}

#[test]
fn a_key_without_its_newline_or_with_a_windows_one_loads() {
    let keys = Keys::made();
    let whole = fs::read_to_string(keys.file("ledger.key")).expect("a readable file");

    for line in [whole.trim().to_owned(), whole.replace('\n', "\r\n")] {
        keys.write("ledger.key", &line);

        assert!(keys.provider().load().is_ok());
    }
}

#[test]
fn a_directory_in_the_place_of_a_key_is_named() {
    let keys = Keys::made();
    fs::remove_file(keys.file("ledger.key")).expect("the file is removed");
    fs::create_dir(keys.file("ledger.key")).expect("a directory is made");
    set_mode(&keys.file("ledger.key"), 0o700);

    let refused = keys.refusal();

    assert!(refused.contains("ledger.key cannot be read"), "{refused}");
}

#[test]
fn a_second_kek_goes_first_when_the_list_says_so() {
    let keys = Keys::made();
    let entropy = SeededEntropy::new(2);
    let before = keys.provider().load().expect("they load");
    let key = DataKey::generate(KeyId(Uuid::from_u128(1)), &entropy);
    let wrapped = before.keks.wrap(&key, &entropy);
    keys.write("kek-2027-02.key", OTHER_KEY);

    let without_list = keys.refusal();
    keys.write("kek-order", "kek-2027-02\nkek-2026-11\n");
    let after = keys.provider().load().expect("they load with the list");

    assert!(without_list.contains("kek-order is missing"), "{without_list}");
    assert!(without_list.contains("kek-2026-11 kek-2027-02"), "{without_list}");
    assert_eq!(after.keks.sealing_kek(), "kek-2027-02");
    assert!(after.keks.unwrap(&wrapped).is_ok());
}

#[test]
fn a_list_that_is_not_right_is_refused_with_its_cure() {
    let keys = Keys::made();
    keys.write("kek-2027-02.key", OTHER_KEY);
    let order = keys.file("kek-order").display().to_string();

    for (list, cure) in [
        ("kek-2027-02\n", format!("echo kek-2026-11 >> {order}")),
        ("kek-2026-11\n\nkek-2027-02\nkek-2026-11\n", format!("sed -i 4d {order}")),
        ("kek-2026-11\n../ledger\n", format!("sed -i 2d {order}")),
    ] {
        keys.write("kek-order", list);

        let refused = keys.refusal();

        assert!(refused.ends_with(&cure), "{refused}");
    }
}

#[test]
fn a_kek_with_a_name_that_is_no_id_is_named() {
    let keys = Keys::made();
    fs::rename(keys.file("kek-2026-11.key"), keys.file("kek-Our Key.key")).expect("a new name");

    let refused = keys.refusal();

    let file = keys.file("kek-Our Key.key").display().to_string();
    let told = format!("key file {file} has a name that is no key id");
    assert!(refused.starts_with(&told), "{refused}");
    assert!(refused.contains(&format!("mv '{file}'")), "{refused}");
}

#[test]
fn an_added_kek_goes_first_and_the_others_stay() {
    let keys = Keys::made();
    let entropy = SeededEntropy::new(2);
    let before = keys.provider().load().expect("they load");
    let key = DataKey::generate(KeyId(Uuid::from_u128(1)), &entropy);
    let wrapped = before.keks.wrap(&key, &entropy);

    let added = keys.provider().add_kek(&entropy, "2027-02").expect("added");
    let again = keys.provider().add_kek(&entropy, "2027-08").expect("added");

    let after = keys.provider().load().expect("they load");
    assert_eq!((added.as_str(), again.as_str()), ("kek-2027-02", "kek-2027-08"));
    assert_eq!(after.keks.ids().collect::<Vec<_>>(), ["kek-2027-08", "kek-2027-02", "kek-2026-11"]);
    assert!(after.keks.unwrap(&wrapped).is_ok());
    assert_eq!(keys::mode(&keys.file("kek-2027-02.key")), 0o600);
    assert_eq!(keys::mode(&keys.file("kek-order")), 0o600);
}

#[test]
fn a_kek_is_not_added_over_another_nor_beside_keys_that_are_not_right() {
    let keys = Keys::made();
    let entropy = SeededEntropy::new(2);
    let whole = fs::read(keys.file("kek-2026-11.key")).expect("a file");

    let twice = keys.provider().add_kek(&entropy, "2026-11").expect_err("refused").to_string();
    let named = keys.provider().add_kek(&entropy, "Our Key").expect_err("refused").to_string();
    set_mode(&keys.file("ledger.key"), 0o644);
    let unfit = keys.provider().add_kek(&entropy, "2027-02").expect_err("refused").to_string();

    assert!(twice.contains("already holds kek-2026-11.key"), "{twice}");
    assert!(named.contains("cannot name a key-encryption key"), "{named}");
    assert!(unfit.contains("ledger.key can be read"), "{unfit}");
    assert_eq!(fs::read(keys.file("kek-2026-11.key")).expect("a file"), whole);
    assert!(!keys.file("kek-order").exists() && !keys.file("kek-2027-02.key").exists());
}

#[test]
fn a_mount_may_be_read_by_the_group_of_the_service_and_by_nobody_else() {
    let keys = Keys::made();
    // As Kubernetes makes it: the folder looks open, and is read-only.
    set_mode(&keys.dir(), 0o1777);
    let mounted = vault::FileProvider::mounted(keys.dir());
    for name in FILES {
        set_mode(&keys.file(name), 0o440);
    }
    let group = mounted.load().is_ok();

    for mode in [0o444, 0o644, 0o460, 0o402] {
        set_mode(&keys.file("session.key"), mode);

        let refused = mounted.load().expect_err("refused").to_string();

        assert!(
            refused.contains("session.key") && refused.contains(&format!("mode {mode:04o}")),
            "{refused}"
        );
        assert!(refused.contains("give the secret mode 0400"), "{refused}");
    }
    assert!(group);
}

#[test]
fn a_mount_of_links_is_read_through_them() {
    let keys = Keys::made();
    let data = keys.file("..data");
    fs::create_dir(&data).expect("a folder");
    for name in FILES {
        fs::rename(keys.file(name), data.join(name)).expect("moved");
        std::os::unix::fs::symlink(format!("..data/{name}"), keys.file(name)).expect("a link");
    }

    let loaded = vault::FileProvider::mounted(keys.dir()).load();

    assert_eq!(loaded.expect("they load").keks.sealing_kek(), "kek-2026-11");
}
