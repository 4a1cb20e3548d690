//! The demo world through the binary, on both engines: made once, kept, checked, thrown away only when it
//! is one.

use std::sync::atomic::{AtomicU32, Ordering};

use crate::house::House;

/// Everything a demo must show on an engine.
fn a_demo_is_made_once_kept_checked_and_made_again_the_same(house: &House) {
    let running = house.serve(&["demo"]);
    let table = running.out();
    let code = house.run(&["code", "samira"]);
    let live = house.run(&["ledger", "verify"]);
    let busy = house.run(&["demo", "--fresh"]);
    let page = running.get("/healthz").expect("an answer");
    assert_eq!(running.stop(), Some(0));

    assert!(table.contains("Making the demo world"), "{table}");
    assert!(table.contains("demo-fiets-kade-maan") && table.contains("SAMENDOSSIERDEMOSAMIRA2222222222"));
    assert!(table.contains(&format!("http://127.0.0.1:{}", house.port)));
    assert_eq!((code.out.trim().len(), code.code), (6, Some(0)), "{code:?}");
    assert!(live.out.contains("The ledger is sound."), "{live:?}");
    assert!(busy.trouble(1).contains("is in use"));
    assert!(page.starts_with("HTTP/1.1 200"), "{page}");

    // Other keys, another engine, another moment of the day: every id, time and salt is the same.
    assert_eq!(house.signed_root(), House::with_demo_world().signed_root());
    let first = house.run(&["ledger", "verify"]);
    let running = house.serve(&["demo"]);
    assert!(!running.out().contains("Making the demo world"), "{}", running.out());
    assert_eq!(running.stop(), Some(0));
    let second = house.run(&["ledger", "verify"]);
    assert_eq!((first.code, second.code), (Some(0), Some(0)), "{first:?} {second:?}");

    let running = house.serve(&["demo", "--fresh"]);
    assert!(running.out().contains("Making the demo world"), "{}", running.out());
    assert_eq!(running.stop(), Some(0));
    assert_eq!(house.run(&["ledger", "verify"]).code, Some(0));
    assert_eq!(house.signed_root(), House::with_demo_world().signed_root());
}

mod a_demo_is_made_once_kept_checked_and_made_again_the_same {
    use super::*;

    #[test]
    fn sqlite() {
        super::a_demo_is_made_once_kept_checked_and_made_again_the_same(&House::new());
    }

    #[test]
    fn postgres() {
        let Some(url) = database("demo") else { return };
        super::a_demo_is_made_once_kept_checked_and_made_again_the_same(
            &House::new().with("DATABASE_URL", url),
        );
    }
}

/// What somebody does to the database, and what `ledger verify` says about it.
const TAMPERED: [(&str, &str); 4] = [
    (
        "UPDATE record SET bytes = zeroblob(length(bytes))
          WHERE row_no = (SELECT row_no FROM leaf WHERE number = 17)",
        "line 17 was changed",
    ),
    (
        "PRAGMA foreign_keys = OFF; DELETE FROM checkpoint; DELETE FROM leaf WHERE number >= 100",
        "line 100 is gone, and all after it",
    ),
    (
        "UPDATE look_at_client SET outcome = 'denied'
          WHERE number = (SELECT MIN(number) FROM look_at_client)",
        "is told otherwise in \"who looked\" than on the record",
    ),
    (
        "INSERT INTO look_at_client
         SELECT subject, 999999, at, staff, account, team, function, event, kind, outcome, basis, reason, emergency, domains
           FROM look_at_client LIMIT 1",
        "\"who looked\" tells 1 looks that are on no record",
    ),
];

#[test]
fn what_was_changed_in_the_database_is_named_by_its_first_wrong_line() {
    let sound = House::with_demo_world();

    for (statements, told) in TAMPERED {
        let house = sound.copy();
        let data = house.opens("samendossier.db");
        data.execute_batch(statements).expect("changed");
        drop(data);

        let answer = house.run(&["ledger", "verify"]);

        let line = answer.trouble(1);
        assert!(line.starts_with("the ledger is NOT sound: ") && line.contains(told), "{answer:?}");
    }
    assert_eq!(sound.run(&["ledger", "verify"]).code, Some(0));
}

/// How many parts are closed now, by legal domain, as text.
const CLOSED: &str = "SELECT group_concat(domain || ' ' || parts, ', ')
       FROM (SELECT domain, COUNT(*) AS parts FROM dossier_part
              WHERE closed_at IS NOT NULL GROUP BY domain ORDER BY domain)";
/// How many parts were closed once and are open.
const OPEN_AGAIN: &str = "SELECT COUNT(*) FROM dossier_part
      WHERE closed_at IS NULL AND id IN (SELECT part FROM part_closing)";

#[test]
fn there_are_closed_dossiers_in_every_legal_domain_and_one_was_opened_again() {
    let house = House::with_demo_world();
    let data = house.opens("samendossier.db");

    let closed: String = data.query_row(CLOSED, [], |row| row.get(0)).expect("counted");
    let open_again: i64 = data.query_row(OPEN_AGAIN, [], |row| row.get(0)).expect("counted");

    assert_eq!(
        closed,
        "debt-counselling 3, participation 2, voluntary 3, wmo 9, youth-access 2, youth-care 1"
    );
    assert_eq!(open_again, 1);
}

#[test]
fn a_world_that_was_not_finished_says_so_and_fresh_helps() {
    let house = House::new();
    let running = house.start(&["demo"]);
    while !running.out().contains("Making") {
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    std::thread::sleep(std::time::Duration::from_millis(500));
    running.kill();

    let again = house.run(&["demo"]);
    let fresh = house.serve(&["demo", "--fresh"]);

    assert!(again.trouble(1).contains("make demo-fresh"), "{again:?}");
    assert_eq!(fresh.stop(), Some(0));
}

#[test]
fn a_demo_that_could_not_begin_begins_when_what_was_wrong_is_put_right() {
    let house = House::new();
    let url = "postgres://127.0.0.1:1/nergens";
    let before = house.command(&["demo"]).env("DATABASE_URL", url).output().expect("it runs");
    let before = String::from_utf8(before.stderr).expect("text");

    let running = house.serve(&["demo"]);

    assert!(before.contains("cannot be reached"), "{before}");
    assert!(running.out().contains("Making the demo world"));
    assert_eq!(running.stop(), Some(0));
}

#[test]
fn a_real_installation_is_no_demo_and_is_never_thrown_away() {
    let house = House::with_demo_world();
    std::fs::remove_file(house.data().join("demo-world")).expect("the mark");
    let size = || std::fs::metadata(house.data().join("samendossier.db")).expect("the data").len();
    let before = size();

    let demo = house.run(&["demo"]);
    let fresh = house.run(&["demo", "--fresh"]);

    assert!(demo.trouble(1).contains("is no demo"), "{demo:?}");
    assert!(fresh.trouble(1).contains("nothing was thrown away"), "{fresh:?}");
    assert_eq!(size(), before);
    assert_eq!(house.run(&["ledger", "verify"]).code, Some(0));
}

#[test]
fn a_database_that_is_not_called_demo_is_never_emptied() {
    let Some(url) = database("echt") else { return };
    let house = House::new().with("DATABASE_URL", url);

    let answer = house.run(&["demo", "--fresh"]);

    assert!(answer.trouble(1).contains("nothing was thrown away"), "{answer:?}");
}

#[test]
fn cookies_want_tls_when_served_and_not_in_a_demo() {
    let house = House::with_demo_world();
    let cookie = |page: Option<String>| {
        let page = page.expect("an answer");
        let cookie = page.lines().find(|line| line.to_lowercase().starts_with("set-cookie:"));
        cookie.unwrap_or_else(|| panic!("{page}")).to_owned()
    };

    let demo = house.serve(&["demo"]);
    let in_demo = cookie(demo.get("/inloggen"));
    assert_eq!(demo.stop(), Some(0));
    let real = house.serve(&["serve"]);
    let when_served = cookie(real.get("/inloggen"));
    let log = real.err();
    assert_eq!(real.stop(), Some(0));

    assert!(!in_demo.contains("Secure"), "{in_demo}");
    assert!(when_served.contains("Secure"), "{when_served}");
    assert!(log.contains("serving"), "{log}");
}

#[test]
fn a_checkpoint_on_request_is_printed_and_kept() {
    let house = House::with_demo_world();

    let answer = house.run(&["ledger", "checkpoint"]);

    let kept = std::fs::read_to_string(house.data().join("checkpoints.txt")).expect("the file");
    assert_eq!(answer.code, Some(0), "{answer:?}");
    assert!(answer.out.starts_with("samendossier.example/"), "{}", answer.out);
    assert!(kept.contains(answer.out.trim_end()), "{kept}");
}

static NEXT: AtomicU32 = AtomicU32::new(0);

/// A new database on the server of PG_TEST_URL. Without a server the fact says that it did not run; with CI
/// set it fails. The server goes away with the tests, so nothing is dropped.
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
pub fn database(prefix: &str) -> Option<String> {
    let Ok(server) = std::env::var("PG_TEST_URL") else {
        assert!(std::env::var_os("CI").is_none(), "PG_TEST_URL is not set: use scripts/with-postgres.sh");
        eprintln!("NOT RUN on PostgreSQL: PG_TEST_URL is not set, use scripts/with-postgres.sh");
        return None;
    };
    let name = format!("{prefix}_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed));
    let create = format!("CREATE DATABASE {name} TEMPLATE template0");
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let (client, connection) =
            tokio_postgres::connect(&server, tokio_postgres::NoTls).await.expect("the server");
        let connection = tokio::spawn(connection);
        client.batch_execute(&create).await.expect("a database");
        drop(client);
        connection.await.expect("it ends").expect("in order");
    });
    // The name stands behind the last slash of the part before the question mark.
    let (before, after) = server.split_once('?').unwrap_or((&server, ""));
    let (address, _) = before.rsplit_once('/').expect("a URL");
    Some(format!("{address}/{name}?{after}"))
}
