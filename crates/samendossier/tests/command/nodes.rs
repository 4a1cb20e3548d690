//! Two houses on one PostgreSQL and one key shelf: what happens at one is so at the other, and when one is killed or
//! loses the database the other goes on.

use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use ledger::{Outcome, Record};

use crate::cut::{Passes, Wire};
use crate::demo_world::database;
use crate::house::{House, send};
use crate::visitor::{DOSSIER, Visitor, code, header, is_in, percent, status};

/// A lease, the patience of the server with a node that says nothing, and room for a slow machine.
const SOON: Duration = Duration::from_secs(120);
/// How often the one that numbers is killed.
const KILLS: u64 = 4;
/// Two houses that are one, and the database they share.
struct Two {
    first: House,
    second: House,
    url: String,
}

impl Two {
    /// Set up, and not started. Without a server: none.
    fn set_up() -> Option<Self> {
        Self::with(House::sets_up, |url| url.to_owned())
    }

    /// The second comes to its databases by another way.
    fn with(first: impl FnOnce(House) -> House, way: impl Fn(&str) -> String) -> Option<Self> {
        let (data, shelf) = (database("demo_nodes")?, database("demo_nodes_shelf")?);
        let house = House::new().with("DATABASE_URL", data.clone()).with("SHELF_URL", shelf.clone());
        let first = first(house);
        let second = House::new()
            .with("DATABASE_URL", way(&data))
            .with("SHELF_URL", way(&shelf))
            .with("KEYS", first.data().join("keys").display().to_string())
            .with("NODE", "node-2");
        Some(Self { first, second, url: data })
    }

    /// Rows of the shared database, around the product.
    fn rows(&self, query: &str) -> Vec<tokio_postgres::Row> {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        runtime.block_on(async {
            let (client, connection) =
                tokio_postgres::connect(&self.url, tokio_postgres::NoTls).await.expect("the server");
            tokio::spawn(connection);
            client.query(query, &[]).await.expect("it answers")
        })
    }

    /// How many lines of the record have a number.
    fn numbered(&self) -> i64 {
        self.rows("SELECT COALESCE(MAX(size), 0) FROM tree")[0].get(0)
    }

    /// In whose name lines are numbered now.
    fn numbers(&self) -> Option<uuid::Uuid> {
        self.rows("SELECT holder FROM lease WHERE name = 'sequencer'").first().map(|row| row.get(0))
    }

    /// The record is sound, without a gap, and everything has its number.
    fn is_sound(&self) {
        let answer = self.first.run(&["ledger", "verify"]);
        assert!(answer.out.contains("The ledger is sound."), "{answer:?}");
        let gaps = &self.rows("SELECT COUNT(*), MAX(number) + 1, (SELECT MAX(size) FROM tree) FROM leaf")[0];
        let (lines, last, size): (i64, i64, i64) = (gaps.get(0), gaps.get(1), gaps.get(2));
        assert_eq!((lines, lines), (last, size));
        let records: i64 = self.rows("SELECT COUNT(*) FROM record")[0].get(0);
        assert_eq!(lines, records, "each line has one number");
    }
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        assert!(began.elapsed() < SOON, "in vain: {what}");
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_session_is_one_on_both_from_its_first_page_to_its_end() {
    let Some(two) = Two::set_up() else { return };
    let (first, second) = (two.first.serve(&["serve"]), two.second.serve(&["serve"]));

    // The password here, the code there.
    let mut samira = Visitor::at(&first);
    samira.get("/inloggen");
    samira.post("/inloggen", &[("name", "samira"), ("password", two.first.told("samira", "password"))]);
    let mut there = samira.goes_to(&second);
    there.get("/inloggen/code");
    let given = code(two.first.told("samira", "second factor"));
    let answer = there.post("/inloggen/code", &[("code", &given)]);
    assert_eq!(header(&answer, "location"), Some("/werk"), "{answer}");

    let mut here = there.goes_to(&first);
    let page = here.get("/werk/geheimhouding");
    assert!(is_in(&page), "{page}");
    let left = here.post("/uitloggen", &[]);
    assert_eq!(status(&left), "303", "{left}");
    // The cookie as somebody copied it before it was ended.
    let after = there.get("/werk/geheimhouding");
    assert_eq!(status(&after), "303", "ended here is ended there: {after}");

    // A code is used once, wherever.
    let mut thief = Visitor::at(&first);
    thief.get("/inloggen");
    thief.post("/inloggen", &[("name", "samira"), ("password", two.first.told("samira", "password"))]);
    thief.get("/inloggen/code");
    let again = thief.post("/inloggen/code", &[("code", &given)]);
    assert_eq!(status(&again), "422", "{again}");

    assert_eq!((first.stop(), second.stop()), (Some(0), Some(0)));
    two.is_sound();
}

#[test]
fn guesses_are_counted_together() {
    let Some(two) = Two::set_up() else { return };
    let (first, second) = (two.first.serve(&["serve"]), two.second.serve(&["serve"]));

    let told: Vec<String> = [&first, &second, &first, &second, &first, &second, &first]
        .into_iter()
        .map(|at| {
            let mut guesser = Visitor::at(at);
            guesser.get("/inloggen");
            let first = guesser.post("/inloggen", &[("name", "ria"), ("password", "geraden")]);
            if status(&first) != "303" {
                return status(&first).to_owned();
            }
            guesser.get("/inloggen/code");
            status(&guesser.post("/inloggen/code", &[("code", "000000")])).to_owned()
        })
        .collect();

    assert_eq!(told, ["422", "422", "422", "422", "422", "429", "429"]);
    assert_eq!((first.stop(), second.stop()), (Some(0), Some(0)));
}

#[test]
fn what_is_typed_at_one_is_there_at_the_other() {
    let Some(two) = Two::set_up() else { return };
    let (first, second) = (two.first.serve(&["serve"]), two.second.serve(&["serve"]));
    let mut ria = Visitor::at_work(&two.first, &first, "ria");
    let mut there = ria.goes_to(&second);

    // The first draft of a post makes its key: at the same moment on both.
    let ids: Vec<String> = std::thread::scope(|scope| {
        let (mut a, mut b) = (ria.goes_to(&first), ria.goes_to(&second));
        let one = scope.spawn(move || a.keeps("", "begonnen bij de eerste"));
        let other = scope.spawn(move || b.keeps("", "begonnen bij de tweede"));
        [one, other].map(|it| it.join().expect("sound").expect("kept")).to_vec()
    });
    assert_ne!(ids[0], ids[1]);
    for visitor in [&mut ria, &mut there] {
        let list = visitor.get("/werk/concepten");
        assert!(list.contains("begonnen bij de eerste") && list.contains("begonnen bij de tweede"), "{list}");
    }

    let doctor = two.first.run(&["doctor"]);
    assert!(doctor.out.contains("serving now: node-1, node-2"), "{doctor:?}");
    assert_eq!((first.stop(), second.stop()), (Some(0), Some(0)));
    let doctor = two.second.run(&["doctor"]);
    assert!(doctor.out.contains("nobody serves now"), "{doctor:?}");
    two.is_sound();
}

#[test]
fn both_may_start_at_the_same_moment_on_an_empty_database() {
    for _ in 0..3 {
        let with_keys = |house: House| {
            assert_eq!(house.run(&["keys", "create"]).code, Some(0));
            house
        };
        let Some(two) = Two::with(with_keys, |url| url.to_owned()) else { return };

        let (first, second) = (two.first.start(&["serve"]), two.second.start(&["serve"]));

        until("both are ready", || first.is_ready() && second.is_ready());
        assert_eq!((first.stop(), second.stop()), (Some(0), Some(0)));
        let doctor = two.second.run(&["doctor"]);
        assert_eq!(doctor.code, Some(0), "{doctor:?}");
    }
}

/// Somebody who types without a pause at these ports, and what was acknowledged.
struct Load {
    over: Arc<AtomicBool>,
    /// Ids of drafts that were said to be kept.
    kept: Arc<Mutex<Vec<String>>>,
    /// Requests whose answer showed something.
    shown: Arc<Mutex<Vec<String>>>,
    /// Answers per port that showed or kept something.
    served: [Arc<AtomicU64>; 2],
    typing: Vec<std::thread::JoinHandle<()>>,
}

impl Load {
    fn at(ports: [u16; 2], visitor: &Visitor<'_>) -> Self {
        let (cookie, csrf) = (visitor.cookie(), visitor.csrf().to_owned());
        let mut this = Self {
            over: Arc::default(),
            kept: Arc::default(),
            shown: Arc::default(),
            served: [Arc::default(), Arc::default()],
            typing: Vec::new(),
        };
        for (at, port) in ports.into_iter().enumerate() {
            for turn in 0..2 {
                let (over, kept, shown) =
                    (Arc::clone(&this.over), Arc::clone(&this.kept), Arc::clone(&this.shown));
                let (served, cookie, csrf) = (Arc::clone(&this.served[at]), cookie.clone(), csrf.clone());
                this.typing.push(std::thread::spawn(move || {
                    for n in 0.. {
                        if over.load(Ordering::SeqCst) {
                            break;
                        }
                        let answer = if turn == 0 {
                            write(port, &cookie, &csrf, &format!("regel {n}"))
                        } else {
                            send(port, &format!("GET /werk/dossiers HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}Connection: close\r\n\r\n"))
                        };
                        // Whoever is killed or cut off answers nothing, or says that it does not go.
                        let Some(answer) = answer.filter(|answer| status(answer) == "200") else {
                            std::thread::sleep(Duration::from_millis(20));
                            continue;
                        };
                        served.fetch_add(1, Ordering::SeqCst);
                        if turn == 0 {
                            kept.lock().expect("sound").extend(header(&answer, "draft").map(str::to_owned));
                        } else {
                            shown.lock().expect("sound").extend(header(&answer, "x-request-id").map(str::to_owned));
                        }
                    }
                }));
            }
        }
        this
    }

    fn served(&self, at: usize) -> u64 {
        self.served[at].load(Ordering::SeqCst)
    }

    /// Nobody types any more: what was acknowledged is there, and what was shown stands on the record.
    fn ends(self, two: &Two) {
        self.over.store(true, Ordering::SeqCst);
        for typing in self.typing {
            typing.join().expect("sound");
        }
        let there: HashSet<String> = two
            .rows("SELECT id FROM draft")
            .iter()
            .map(|row| row.get::<_, uuid::Uuid>(0).simple().to_string())
            .collect();
        let kept = self.kept.lock().expect("sound");
        assert!(kept.len() > 20, "it was under load: {}", kept.len());
        for draft in kept.iter() {
            let id = draft.split('.').next().unwrap_or_default();
            assert!(there.contains(id), "an acknowledged draft is gone: {draft}");
        }
        let records = two.rows("SELECT bytes FROM record");
        let looked: HashSet<String> = records
            .iter()
            .map(|row| Record::decode(row.get(0)).expect("a record"))
            .filter(|record| record.outcome == Outcome::Done)
            .map(|record| record.correlation.simple().to_string())
            .collect();
        let shown = self.shown.lock().expect("sound");
        assert!(shown.len() > 20, "it was under load: {}", shown.len());
        for request in shown.iter() {
            assert!(looked.contains(request), "shown without a record: {request}");
        }
    }
}

fn write(port: u16, cookie: &str, csrf: &str, facts: &str) -> Option<String> {
    let body = format!("csrf={}&draft=&facts={}", percent(csrf), percent(facts));
    send(
        port,
        &format!(
            "POST /werk/notitie/{DOSSIER}/concept HTTP/1.1\r\nHost: 127.0.0.1\r\n{cookie}Content-Type: \
             application/x-www-form-urlencoded\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
            body.len()
        ),
    )
}

#[test]
fn killed_while_it_numbers_the_other_house_goes_on() {
    let Some(two) = Two::set_up() else { return };
    let first = two.first.serve(&["serve"]);
    let ria = Visitor::at_work(&two.first, &first, "ria");
    let load = Load::at([two.first.port, two.second.port], &ria);
    drop(ria);
    until("the first numbers", || two.numbers().is_some());
    let name_of_first = two.numbers();
    let mut running = [Some(first), Some(two.second.serve(&["serve"]))];

    for kill in 0..KILLS {
        let served = [load.served(0), load.served(1)];
        until("both serve", || load.served(0) > served[0] + 5 && load.served(1) > served[1] + 5);
        let at = usize::from(two.numbers() != name_of_first);
        std::thread::sleep(Duration::from_millis(kill * 7919 % 307));
        running[at].take().expect("it serves").kill();

        let (served, numbered) = (load.served(1 - at), two.numbered());
        until("the other serves and numbers", || {
            load.served(1 - at) > served + 5 && two.numbered() > numbered + 5
        });
        let house = [&two.first, &two.second][at];
        running[at] = Some(house.serve(&["serve"]));
    }
    load.ends(&two);

    let ended = running.map(|it| it.expect("it serves").stop());
    assert_eq!(ended, [Some(0), Some(0)]);
    two.is_sound();
}

#[test]
fn a_house_that_loses_the_database_for_a_while_numbers_nothing_meanwhile_and_works_again() {
    let Ok(server) = std::env::var("PG_TEST_URL") else {
        assert!(database("demo_cut").is_none());
        return;
    };
    let wire = Wire::to(&server);
    let Some(two) = Two::with(House::sets_up, |url| wire.url(url)) else { return };
    let second = two.second.serve(&["serve"]);
    let ria = Visitor::at_work(&two.first, &second, "ria");
    let load = Load::at([two.first.port, two.second.port], &ria);
    until("the second numbers", || two.numbers().is_some());
    let name_of_second = two.numbers();
    let mut first = two.first.serve(&["serve"]);

    for passes in [Passes::Nothing, Passes::Silence] {
        if two.numbers() != name_of_second {
            first.kill();
            until("the second numbers", || two.numbers() == name_of_second);
            first = two.first.serve(&["serve"]);
        }
        wire.now_passes(passes);

        if passes == Passes::Nothing {
            until("it says that it is not ready", || !second.is_ready());
            let page = ria.goes_to(&second).get("/werk");
            assert_eq!(status(&page), "503", "{page}");
            assert!(page.contains("even niet"), "{page}");
            assert_eq!(status(&second.get("/healthz").expect("it lives")), "200");
        }
        let (served, numbered) = (load.served(0), two.numbered());
        until("the first serves and numbers", || {
            load.served(0) > served + 5 && two.numbered() > numbered + 5
        });
        assert_ne!(two.numbers(), name_of_second, "whoever cannot be reached does not number");

        wire.now_passes(Passes::Everything);
        let served = load.served(1);
        until("it is ready and serves again", || second.is_ready() && load.served(1) > served + 5);
    }
    load.ends(&two);

    let log = second.err();
    assert!(log.lines().filter(|line| line.contains("could not do its work")).count() < 20, "{log}");
    assert_eq!((first.stop(), second.stop()), (Some(0), Some(0)));
    two.is_sound();
}

#[test]
fn a_newer_program_ends_the_older_one_and_is_not_waited_for() {
    let Some(two) = Two::set_up() else { return };
    let mut first = two.first.serve(&["serve"]);

    two.rows("INSERT INTO schema_version (number, name, applied_at) VALUES (9999, '9999_later', 0) RETURNING number");
    until("the older one ends", || first.has_ended().is_some());
    let answer = two.second.run(&["serve"]);

    assert_eq!(first.has_ended(), Some(Some(1)));
    let told = first.err();
    assert!(told.contains("a newer program changed the tables while this one served"), "{told}");
    assert!(told.contains("schema 9999"), "{told}");
    assert!(answer.trouble(1).contains("use the newer program"), "{answer:?}");
}
