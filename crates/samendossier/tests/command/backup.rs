//! Backups through the binary: made while the house serves, put back on another machine and verified; and
//! everything that stands in the way, with nothing half left behind.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Duration;

use crate::demo_world::database;
use crate::house::{Answer, House};
use crate::visitor::Visitor;

/// What is in a folder, sorted.
fn names(folder: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().into_string().expect("text")).collect();
    names.sort();
    names
}

fn text(path: &Path) -> String {
    path.display().to_string()
}

/// Makes a backup; gives the folder of its data.
fn backed_up(house: &House) -> PathBuf {
    let target = house.beside("backup");
    let answer = house.run(&["backup", &text(&target)]);
    assert_eq!(answer.code, Some(0), "{answer:?}");
    let newest = names(&target.join("data")).pop().expect("a backup");
    target.join("data").join(newest)
}

fn restored(house: &House, from: &Path) -> Answer {
    house.run(&["restore", &text(from)])
}

fn signs_in(house: &House, name: &str) {
    let running = house.serve(&["serve"]);
    let answer = Visitor::at(&running).signs_in(house, name);
    assert!(answer.contains("location: /") && !answer.contains("location: /inloggen"), "{answer}");
    assert_eq!(running.stop(), Some(0));
}

#[test]
fn a_backup_made_while_people_work_is_put_back_elsewhere_and_is_sound() {
    let house = House::set_up();
    let running = house.serve(&["serve"]);

    let backup = std::thread::scope(|scope| {
        let at_work = scope.spawn(|| {
            // Wrong passwords are on the record too: the files change all the time.
            for _ in 0..20 {
                let mut visitor = Visitor::at(&running);
                visitor.get("/inloggen");
                visitor.post("/inloggen", &[("name", "niemand"), ("password", "fout")]);
                visitor.get("/inloggen/code");
                visitor.post("/inloggen/code", &[("code", "000000")]);
            }
        });
        let backup = backed_up(&house);
        at_work.join().expect("worked");
        backup
    });
    assert_eq!(running.stop(), Some(0));
    let elsewhere = house.keys_only();
    let answer = restored(&elsewhere, &backup);

    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.out.contains("its record is sound"), "{answer:?}");
    assert_eq!(names(&elsewhere.data()), ["checkpoints.txt", "keys", "samendossier.db", "shelf"]);
    let verified = elsewhere.run(&["ledger", "verify"]);
    assert!(verified.out.contains("The ledger is sound."), "{verified:?}");
    signs_in(&elsewhere, "samira");
}

#[test]
fn the_files_of_documents_go_along_and_a_changed_one_is_refused() {
    let house = House::set_up();
    let name = "files/ab/ab00112233445566778899aabbccddee";
    let file = house.data().join(name);
    fs::create_dir_all(file.parent().expect("a folder")).expect("made");
    fs::write(&file, b"sealed").expect("written");
    fs::write(file.with_extension("part"), b"half").expect("written");

    let backup = backed_up(&house);
    let elsewhere = house.keys_only();
    let answer = restored(&elsewhere, &backup);

    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert_eq!(fs::read(elsewhere.data().join(name)).expect("there"), b"sealed");
    assert_eq!(names(&elsewhere.data().join("files/ab")).len(), 1, "what was half written stays behind");
    fs::write(backup.join(name), b"other!").expect("written");
    let third = house.keys_only();
    let refused = restored(&third, &backup);
    assert_ne!(refused.code, Some(0));
    assert!(refused.err.contains("is not what it was"), "{refused:?}");
    assert_eq!(names(&third.data()), ["keys"]);
}

#[test]
fn data_and_shelf_are_apart_private_and_described() {
    let house = House::set_up();

    let backup = backed_up(&house);

    let target = house.beside("backup");
    assert_eq!(names(&target), ["data", "shelf"]);
    assert_eq!(names(&backup), ["checkpoints.txt", "manifest.toml", "samendossier.db"]);
    let manifest = fs::read_to_string(backup.join("manifest.toml")).expect("a manifest");
    for told in ["made_at = ", "installation = ", "schema = ", "sha256 = ", "name = \"samendossier.db\""] {
        assert!(manifest.contains(told), "{manifest}");
    }
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    assert_eq!((mode(&backup), mode(&backup.join("samendossier.db"))), (0o700, 0o600));
    let holds_keys = |path: &Path| {
        let (bytes, table) = (fs::read(path).expect("a file"), b"CREATE TABLE data_key".as_slice());
        bytes.windows(table.len()).any(|found| found == table)
    };
    assert!(holds_keys(&house.data().join("shelf/keys.db")), "the control");
    assert!(!holds_keys(&backup.join("samendossier.db")));
}

#[test]
fn of_the_shelf_only_the_latest_copy_is_kept() {
    let house = House::set_up();
    let first = backed_up(&house);
    let earlier = names(&house.beside("backup/shelf"));
    std::thread::sleep(Duration::from_millis(1100));

    let second = backed_up(&house);

    assert_ne!(first, second);
    let latest = names(&house.beside("backup/shelf"));
    assert_eq!((earlier.len(), latest.len()), (2, 2), "{earlier:?} {latest:?}");
    assert_ne!(earlier[0], latest[0]);
    assert!(first.join("samendossier.db").exists());
    assert_eq!(restored(&house.keys_only(), &first).code, Some(0));
}

#[test]
fn the_shelf_can_go_to_a_place_of_its_own() {
    let house = House::set_up();
    let (target, shelf) = (house.beside("backup"), house.beside("elsewhere"));

    let made = house.run(&["backup", &text(&target), "--shelf", &text(&shelf)]);
    let newest = target.join("data").join(names(&target.join("data")).pop().expect("a backup"));
    let without = restored(&house.keys_only(), &newest);
    let with = house.keys_only().run(&["restore", &text(&newest), "--shelf", &text(&shelf)]);

    assert_eq!(made.code, Some(0), "{made:?}");
    assert_eq!(names(&target), ["data"]);
    assert!(without.trouble(1).contains("is no backup"), "{without:?}");
    assert_eq!(with.code, Some(0), "{with:?}");
}

#[test]
fn a_full_disk_leaves_nothing_half() {
    let house = House::set_up();
    let first = backed_up(&house);
    let target = house.beside("backup");
    let before = (names(&target.join("data")), names(&target.join("shelf")));
    std::thread::sleep(Duration::from_millis(1100));

    // A file may not become larger than this, which is what a full disk looks like to who writes it.
    let binary = house.command(&["backup", &text(&target)]);
    let mut limited = Command::new("bash");
    limited.args(["-c", "trap '' XFSZ; ulimit -f 120; exec \"$0\" \"$@\""]).arg(binary.get_program());
    limited.args(binary.get_args());
    for (name, value) in binary.get_envs() {
        match value {
            Some(value) => limited.env(name, value),
            None => limited.env_remove(name),
        };
    }
    let output = limited.output().expect("it runs");

    let told = String::from_utf8(output.stderr).expect("text");
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(told.contains("cannot be written") && told.contains("nothing half was left"), "{told}");
    assert_eq!((names(&target.join("data")), names(&target.join("shelf"))), before);
    assert_eq!(restored(&house.keys_only(), &first).code, Some(0));
}

#[test]
fn a_place_that_cannot_be_written_is_named() {
    let house = House::set_up();
    let file = house.beside("file");
    fs::write(&file, "").expect("written");

    let answer = house.run(&["backup", &text(&file)]);

    let line = answer.trouble(1);
    assert!(line.contains("cannot be written") && line.contains("choose another folder"), "{line}");
    assert!(
        House::new()
            .run(&["backup", &text(&house.beside("x"))])
            .trouble(1)
            .contains("there is no installation")
    );
}

#[test]
fn a_killed_backup_leaves_nothing_that_looks_like_one() {
    let house = House::set_up();
    let target = house.beside("backup");
    for pause in [5, 15, 25, 35, 45, 60] {
        let mut child = house.command(&["backup", &text(&target)]).spawn().expect("it starts");
        std::thread::sleep(Duration::from_millis(pause));
        child.kill().expect("killed");
        child.wait().expect("it ends");
    }
    std::thread::sleep(Duration::from_millis(1100));

    let whole = backed_up(&house);

    assert!(names(&target.join("data")).iter().all(|name| !name.starts_with('.')));
    assert_eq!(names(&target.join("shelf")).len(), 2, "{:?}", names(&target.join("shelf")));
    assert_eq!(restored(&house.keys_only(), &whole).code, Some(0));
}

#[test]
fn what_cannot_be_put_back_is_refused_and_nothing_is_put_there() {
    let (house, other) = (House::set_up(), House::set_up());
    let (backup, others) = (backed_up(&house), backed_up(&other));
    let others_shelf = text(&other.beside("backup/shelf"));
    let spoilt = house.beside("spoilt");
    let spoil = |change: &dyn Fn(&Path)| {
        let _ = fs::remove_dir_all(&spoilt);
        let done =
            Command::new("cp").arg("-a").args([&house.beside("backup"), &spoilt]).status().expect("cp");
        assert!(done.success());
        let copy = spoilt.join("data").join(backup.file_name().expect("a name"));
        change(&copy);
        copy
    };

    let mut cases: Vec<(Answer, &str)> = Vec::new();
    let run = |target: &House, from: &Path| {
        let answer = restored(target, from);
        assert!(!target.data().join("samendossier.db").exists());
        assert!(names(&target.data()).iter().all(|name| !name.contains("partial")));
        answer
    };
    cases.push((run(&house.keys_only(), &house.beside("nowhere")), "is no backup"));
    cases.push((run(&House::new(), &backup), "there are no keys"));
    cases.push((run(&other.keys_only(), &backup), "does not open what kek-1 wrapped"));
    let with_other_shelf = house.keys_only().run(&["restore", &text(&backup), "--shelf", &others_shelf]);
    cases.push((with_other_shelf, "two different installations"));
    let in_use = house.keys_only();
    fs::write(in_use.data().join("notes.txt"), "").expect("written");
    cases.push((run(&in_use, &backup), "is not empty"));
    let cut = spoil(&|copy| {
        let data = fs::read(copy.join("samendossier.db")).expect("the data");
        fs::write(copy.join("samendossier.db"), &data[..data.len() - 4096]).expect("cut");
    });
    cases.push((run(&house.keys_only(), &cut), "is not what it was"));
    let gone = spoil(&|copy| fs::remove_file(copy.join("samendossier.db")).expect("gone"));
    cases.push((run(&house.keys_only(), &gone), "is not what it was"));
    let led = spoil(&|copy| {
        let manifest = fs::read_to_string(copy.join("manifest.toml")).expect("a manifest");
        fs::write(copy.join("manifest.toml"), manifest.replace("samendossier.db", "../../../x"))
            .expect("written");
    });
    cases.push((run(&house.keys_only(), &led), "is no backup"));
    assert!(others.exists());
    for (answer, told) in cases {
        assert!(answer.trouble(1).contains(told), "{told}: {answer:?}");
    }
}

#[test]
fn a_shelf_that_is_older_than_the_data_is_not_put_back() {
    let house = House::set_up();
    backed_up(&house);
    let old_shelf = house.beside("old-shelf");
    fs::rename(house.beside("backup/shelf"), &old_shelf).expect("kept, as nobody should");
    assert_eq!(house.run(&["keys", "add", "2"]).code, Some(0));
    assert_eq!(house.run(&["keys", "rotate"]).code, Some(0));
    std::thread::sleep(Duration::from_millis(1100));
    let newer = backed_up(&house);

    let answer = house.keys_only().run(&["restore", &text(&newer), "--shelf", &text(&old_shelf)]);

    assert!(answer.trouble(1).contains("the key shelf is an older copy than the data"), "{answer:?}");
}

#[test]
fn data_that_is_gone_comes_back_beside_the_shelf_that_survived() {
    let house = House::set_up();
    let backup = backed_up(&house);
    assert_eq!(house.run(&["keys", "add", "2"]).code, Some(0));
    assert_eq!(house.run(&["keys", "rotate"]).code, Some(0));
    fs::remove_file(house.data().join("samendossier.db")).expect("gone");

    let refused = house.run(&["serve"]);
    let survived = text(&house.data().join("shelf/keys.db"));
    let elsewhere = house.keys_only();
    let answer = elsewhere.run(&["restore", &text(&backup), "--shelf", &survived]);

    assert!(refused.trouble(1).contains("its data is not in"), "{refused:?}");
    assert!(!house.data().join("samendossier.db").exists(), "new data hides that the old is gone");
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert_eq!(elsewhere.run(&["doctor"]).code, Some(0));
}

#[test]
fn data_in_postgresql_is_left_to_its_own_tools() {
    let house = House::new()
        .with("DATABASE_URL", "postgres://127.0.0.1:1/x")
        .with("SHELF_URL", "postgres://127.0.0.1:1/y");
    assert_eq!(house.run(&["keys", "create"]).code, Some(0));
    let target = text(&house.beside("backup"));

    assert!(house.run(&["backup", &target]).trouble(1).contains("pg_dump"));
    assert!(house.run(&["restore", &target]).trouble(1).contains("pg_dump"));
}

/// What stands in docs/operating/backup-notes.md, done.
#[test]
fn data_in_postgresql_comes_back_by_its_own_tools() {
    let Some(data) = database("demo_dump") else { return };
    let shelf = database("demo_dump_shelf").expect("the same server");
    let (data_back, shelf_back) =
        (database("demo_back").expect("a server"), database("demo_back_shelf").expect("a server"));
    let house = House::new().with("DATABASE_URL", data.clone()).with("SHELF_URL", shelf.clone()).sets_up();
    let running = house.serve(&["serve"]);
    Visitor::at(&running).signs_in(&house, "joost");

    assert_eq!(house.run(&["ledger", "checkpoint"]).code, Some(0));
    let kept = fs::read(house.data().join("checkpoints.txt")).expect("checkpoints");
    for (from, to, file) in [(&data, &data_back, "data.dump"), (&shelf, &shelf_back, "shelf.dump")] {
        let file = text(&house.beside(file));
        tool("pg_dump", &["--format=custom", "--no-owner", &format!("--file={file}"), from]);
        let into = format!("--dbname={to}");
        tool("pg_restore", &["--exit-on-error", "--no-owner", "--single-transaction", &into, &file]);
    }
    assert_eq!(running.stop(), Some(0));
    let elsewhere = house.keys_only().with("DATABASE_URL", data_back).with("SHELF_URL", shelf_back);
    fs::write(elsewhere.data().join("checkpoints.txt"), kept).expect("written");
    let verified = elsewhere.run(&["ledger", "verify"]);

    assert!(verified.out.contains("The ledger is sound."), "{verified:?}");
    assert!(!verified.out.starts_with("0 checkpoints"), "{verified:?}");
    signs_in(&elsewhere, "samira");
}

fn tool(name: &str, words: &[&str]) {
    let folders = fs::read_dir("/usr/lib/postgresql").into_iter().flatten().flatten();
    let found = folders.map(|version| version.path().join("bin").join(name)).find(|path| path.exists());
    let output = Command::new(found.unwrap_or_else(|| PathBuf::from(name))).args(words).output();
    let output = output.expect("the tools of PostgreSQL: make test-deps");
    assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
}
