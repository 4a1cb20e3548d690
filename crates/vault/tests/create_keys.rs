//! What making keys promises: private from the first byte, each another, and never over an old one.
//! Runs on a real directory.

mod keys;

use std::fs;
use std::path::PathBuf;

use keys::{FILES, Keys, mode, set_mode};
use vault::{CreateError, Entropy, FileProvider, KeyProvider, SeededEntropy};

#[test]
fn made_keys_are_private() {
    let keys = Keys::made();

    let modes = FILES.map(|name| mode(&keys.file(name)));

    assert_eq!(mode(&keys.dir()), 0o700);
    assert_eq!(modes, [0o600; 4]);
}

#[test]
fn every_file_holds_another_key_in_one_line_of_base64() {
    let keys = Keys::made();

    let mut lines = FILES.map(|name| fs::read_to_string(keys.file(name)).expect("a readable file"));

    assert!(lines.iter().all(|line| line.len() == 45 && line.ends_with("=\n")));
    lines.sort();
    assert!(lines.windows(2).all(|pair| pair[0] != pair[1]));
}

#[test]
fn making_keys_twice_is_refused_and_changes_nothing() {
    let keys = Keys::made();
    let contents = || FILES.map(|name| fs::read(keys.file(name)).expect("a readable file"));
    let before = contents();

    let refused = FileProvider::create(keys.dir(), &SeededEntropy::new(2), "2027-02");

    let refused = refused.expect_err("the keys are there").to_string();
    assert!(FILES.iter().all(|name| refused.contains(name)), "{refused}");
    assert_eq!(before, contents());
    assert!(!keys.file("kek-2027-02.key").exists());
}

#[test]
fn making_keys_beside_a_single_old_one_is_refused_and_names_it() {
    for left in FILES {
        let keys = Keys::made();
        for name in FILES.iter().filter(|name| **name != left) {
            fs::remove_file(keys.file(name)).expect("the file is removed");
        }

        let refused = FileProvider::create(keys.dir(), &SeededEntropy::new(2), "2027-02");

        let Err(CreateError::AlreadyThere { files, .. }) = refused else {
            panic!("{refused:?}");
        };
        assert_eq!(files, [left]);
    }
}

/// Puts an old key in the way while the new ones are drawn, as a second run at the same moment would.
struct Racing(PathBuf);

impl Entropy for Racing {
    fn fill(&self, out: &mut [u8]) {
        SeededEntropy::new(1).fill(out);
        fs::write(&self.0, "an old key").expect("the file is written");
    }
}

#[test]
fn a_key_that_appears_while_keys_are_made_is_named_and_kept() {
    let above = tempfile::tempdir().expect("a temporary directory");
    let racing = Racing(above.path().join("ledger.key"));

    let refused = FileProvider::create(above.path(), &racing, "2026-11");

    let refused = refused.expect_err("a file is in the way").to_string();
    assert_eq!(refused, format!("{} cannot be written", racing.0.display()));
    let kept = fs::read_to_string(&racing.0).expect("a readable file");
    assert_eq!(kept, "an old key");
}

#[test]
fn keys_are_made_in_an_empty_directory_and_below_missing_ones() {
    let above = tempfile::tempdir().expect("a temporary directory");
    let deep = above.path().join("data/secret/keys");

    let below = FileProvider::create(&deep, &SeededEntropy::new(1), "a").expect("made");
    let beside = FileProvider::create(above.path(), &SeededEntropy::new(1), "a").expect("made");

    assert!(below.load().is_ok());
    assert!(beside.load().is_ok());
    assert_eq!(mode(&above.path().join("data")), 0o700);
}

#[test]
fn no_keys_are_made_in_a_directory_that_others_can_write() {
    let above = tempfile::tempdir().expect("a temporary directory");
    set_mode(above.path(), 0o777);

    let refused = FileProvider::create(above.path(), &SeededEntropy::new(1), "a");

    assert!(matches!(refused, Err(CreateError::Unfit(_))));
    assert!(!above.path().join("ledger.key").exists());
}

#[test]
fn a_place_that_cannot_hold_a_directory_is_named() {
    let above = tempfile::tempdir().expect("a temporary directory");
    let file = above.path().join("file");
    fs::write(&file, "").expect("the file is written");

    let refused = FileProvider::create(&file, &SeededEntropy::new(1), "a");

    let refused = refused.expect_err("a file is no directory").to_string();
    assert_eq!(refused, format!("{} cannot be written", file.display()));
}

#[test]
fn a_name_that_cannot_be_an_id_makes_no_keys() {
    let above = tempfile::tempdir().expect("a temporary directory");
    let dir = above.path().join("keys");
    let too_long = "a".repeat(41);

    for name in ["", "../2026", "November", "kek-2026-11", "2026 11", &too_long] {
        let refused = FileProvider::create(&dir, &SeededEntropy::new(1), name);

        assert!(matches!(refused, Err(CreateError::BadName { .. })), "{name:?}");
        assert!(!dir.exists());
    }
}
