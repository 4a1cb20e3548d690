//! The disk is full while people work: calm pages, nothing shown without its record, nothing lost that was said to be
//! kept or that somebody typed; and all works again by itself when there is room.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use crate::demo_world::database;
use crate::house::{House, Running, send};
use crate::visitor::{DOSSIER, Visitor, header, percent, status};

const TYPED: &str = "Zij belde over de brief van de woningbouw, en was <verdrietig> & boos.";

/// A disk that can be full.
struct Disk {
    house: House,
    running: Running,
    /// The database on a server, whose disk it is.
    server: Option<String>,
}

impl Disk {
    fn of_a_file() -> Self {
        let house = House::set_up();
        let running = house.serve_where_files_can_be_too_large(&["serve"]);
        Self { house, running, server: None }
    }

    fn of_a_server() -> Option<Self> {
        let (data, shelf) = (database("demo_full")?, database("demo_full_shelf")?);
        let house = House::new().with("DATABASE_URL", data.clone()).with("SHELF_URL", shelf).sets_up();
        let running = house.serve(&["serve"]);
        Some(Self { house, running, server: Some(data) })
    }

    fn is_full(&self) {
        match &self.server {
            None => self.running.files_at_most(Some(0)),
            // What PostgreSQL says then; the server of the tests has other guests.
            Some(url) => on(
                url,
                "CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS
                 $$BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END$$;
                 CREATE TRIGGER full_disk BEFORE INSERT ON record EXECUTE FUNCTION full_disk()",
            ),
        }
    }

    fn has_room(&self) {
        match &self.server {
            None => self.running.files_at_most(None),
            Some(url) => on(url, "DROP FUNCTION full_disk CASCADE"),
        }
    }
}

fn on(url: &str, statements: &str) {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let (client, connection) =
            tokio_postgres::connect(url, tokio_postgres::NoTls).await.expect("the server");
        tokio::spawn(connection);
        client.batch_execute(statements).await.expect("done");
    });
}

/// The page of an outage, and nothing else.
fn is_calm(answer: &str) {
    assert_eq!(status(answer), "503", "{answer}");
    assert!(
        answer.contains("Het systeem doet het even niet") && answer.contains("Noem dit nummer"),
        "{answer}"
    );
}

/// The fields of the form that a page gives back, as a browser would send them.
fn given_back(page: &str) -> Vec<(String, String)> {
    let (_, form) = page.split_once("<form method=\"post\" action=\"/werk/notitie").expect("a form");
    let (form, _) = form.split_once("</form>").expect("its end");
    let fields = form.split("<input type=\"hidden\" name=\"").skip(1);
    let read = |field: &str| {
        let (name, rest) = field.split_once("\" value=\"").expect("a value");
        let value = rest.split('"').next().unwrap_or_default();
        let value = value.replace("&#60;", "<").replace("&#62;", ">").replace("&#38;", "&");
        (name.to_owned(), value)
    };
    fields.map(read).collect()
}

fn everything_waits_calmly_and_works_again(disk: &Disk) {
    let Disk { house, running, .. } = disk;
    let mut ria = Visitor::at_work(house, running, "ria");
    ria.keeps("", "van voor de volle schijf").expect("kept");
    let kept = ria.get("/werk/concepten");
    assert!(kept.contains("van voor de volle schijf"), "{kept}");
    let note = format!("/werk/notitie/{DOSSIER}");

    disk.is_full();
    let mut joost = Visitor::at(running);
    joost.get("/inloggen");
    let signing_in =
        joost.post("/inloggen", &[("name", "joost"), ("password", house.told("joost", "password"))]);
    let look = ria.goes_to(running).get("/werk/concepten");
    let autosave = ria.goes_to(running).post(&format!("{note}/concept"), &[("facts", TYPED)]);
    let write = ria.goes_to(running).post(&note, &[("deed", "draft"), ("facts", TYPED)]);
    let again = ria.goes_to(running).post(&note, &[("deed", "draft"), ("facts", TYPED)]);
    let password =
        ria.goes_to(running).post("/opnieuw", &[("password", "geheim-woord-van-ria"), ("code", "000000")]);

    for answer in [&look, &autosave, &write, &again] {
        is_calm(answer);
        assert!(
            !answer.contains("van voor de volle schijf"),
            "nothing is shown without its record: {answer}"
        );
    }
    assert!(["303", "503"].contains(&status(&signing_in)), "{signing_in}");
    assert!(
        !signing_in.contains("set-cookie: sessie=") && !password.contains("geheim-woord-van-ria"),
        "{password}"
    );
    assert!(write.contains("Verstuur nog een keer"), "{write}");
    assert!(
        write.contains("van de woningbouw, en was &#60;verdrietig&#62; &#38; boos."),
        "it can be copied: {write}"
    );
    let ready = running.get("/readyz").expect("an answer");
    assert!(status(&ready) == "503" && ready.contains("takes no writes"), "{ready}");
    for alive in ["/healthz", "/", "/inloggen"] {
        assert_eq!(status(&running.get(alive).expect("an answer")), "200", "{alive}");
    }

    disk.has_room();
    let fields = given_back(&write);
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert!(fields.contains(&("facts", TYPED)) && fields.contains(&("deed", "draft")), "{fields:?}");
    let look = ria.get("/werk/concepten");
    assert_eq!(status(&look), "200", "{look}");
    let mut sent = ria.goes_to(running);
    let sent = sent.post(&format!("{note}/concept"), &fields);
    assert_eq!(status(&sent), "200", "{sent}");
    let list = ria.get("/werk/concepten");
    assert!(list.contains("van voor de volle schijf") && list.contains("Zij belde over de brief"), "{list}");
    assert!(running.is_ready());
    assert_eq!(status(&Visitor::at(running).signs_in(house, "joost")), "303");
    let log = running.err();
    assert!(!log.contains("panicked") && !log.contains("woningbouw"), "{log}");
}

fn ended_in_order(disk: Disk) {
    let Disk { house, running, .. } = disk;
    assert_eq!(running.stop(), Some(0));
    let doctor = house.run(&["doctor"]);
    assert_eq!(doctor.code, Some(0), "{doctor:?}");
    let verified = house.run(&["ledger", "verify"]);
    assert!(verified.out.contains("The ledger is sound."), "{verified:?}");
}

mod everything_waits_calmly_and_works_again {
    use super::*;

    #[test]
    fn sqlite() {
        let disk = Disk::of_a_file();
        super::everything_waits_calmly_and_works_again(&disk);
        ended_in_order(disk);
    }

    #[test]
    fn postgres() {
        let Some(disk) = Disk::of_a_server() else { return };
        super::everything_waits_calmly_and_works_again(&disk);
        ended_in_order(disk);
    }
}

#[test]
fn full_in_the_middle_of_many_writes_nothing_acknowledged_is_lost() {
    let disk = Disk::of_a_file();
    let ria = Visitor::at_work(&disk.house, &disk.running, "ria");
    let over = Arc::new(AtomicBool::new(false));
    let typing: Vec<_> = (0..3)
        .map(|_| {
            let (over, cookie, csrf, port) =
                (Arc::clone(&over), ria.cookie(), ria.csrf().to_owned(), disk.house.port);
            std::thread::spawn(move || {
                let (mut kept, mut refused) = (Vec::new(), 0);
                while !over.load(Ordering::SeqCst) {
                    let answer = keeps(port, &cookie, &csrf).expect("it answers, full or not");
                    match status(&answer) {
                        "200" => kept.push(header(&answer, "draft").expect("its id").to_owned()),
                        "503" => refused += 1,
                        _ => panic!("{answer}"),
                    }
                }
                (kept, refused)
            })
        })
        .collect();

    // Full at another byte of the log each time, also in the middle of a page of it.
    let log = disk.house.data().join("samendossier.db-wal");
    for round in 0..12_u64 {
        let now = std::fs::metadata(&log).map_or(0, |found| found.len());
        disk.running.files_at_most(Some(now + round * 7919 % 30_011));
        std::thread::sleep(Duration::from_millis(150));
        disk.running.files_at_most(None);
        std::thread::sleep(Duration::from_millis(150));
    }
    over.store(true, Ordering::SeqCst);
    let (mut kept, mut refused) = (Vec::new(), 0);
    for one in typing {
        let (theirs, times) = one.join().expect("sound");
        kept.extend(theirs);
        refused += times;
    }

    assert!(kept.len() > 20 && refused > 5, "kept {}, refused {refused}", kept.len());
    let there = drafts(&disk.house);
    for draft in &kept {
        assert!(there.contains(draft), "an acknowledged draft is gone: {draft}");
    }
    assert_eq!(there.len(), kept.len(), "what was refused is not there");
    ended_in_order(disk);
}

fn drafts(house: &House) -> HashSet<String> {
    let data = house.opens("samendossier.db");
    let mut drafts = data.prepare("SELECT lower(hex(id)) FROM draft").expect("a query");
    drafts.query_map([], |row| row.get(0)).expect("rows").map(|row| row.expect("a row")).collect()
}

fn keeps(port: u16, cookie: &str, csrf: &str) -> Option<String> {
    let body = format!("csrf={}&draft=&facts={}", percent(csrf), percent(TYPED));
    send(
        port,
        &format!(
            "POST /werk/notitie/{DOSSIER}/concept HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}Content-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ),
    )
}
