//! Two nodes on one PostgreSQL under writing load. The one that numbers the record is killed, or freezes in the
//! middle of it: the other goes on, and there is no gap, no number twice, and nothing acknowledged that is gone.

mod load;

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use load::{Said, holds, word};
use testkit::{BILAL, Dossier, Engine, TIMES_AS_FAST, World};

/// How often the one that numbers is killed.
const KILLS: u64 = 6;
/// How often it freezes; every other time over all of a full batch.
const FREEZES: u64 = 2;
/// As many records as are numbered in one transaction.
const FULL: i64 = 512;
/// A lease, the patience of the server with a node that froze, and room for a slow machine.
const SOON: Duration = Duration::from_secs(120);

/// The house in which they work, and for how long.
struct Shift {
    began: Instant,
    at: Timestamp,
    words: [String; 2],
    work: [String; 3],
}

/// One node at work.
struct Node {
    child: Child,
    said: Arc<Mutex<Said>>,
    hears: std::thread::JoinHandle<()>,
}

impl Shift {
    async fn begins(w: &World, dossier: &Dossier) -> Self {
        let session = w.ria().session().await.id;
        let places = w.places();
        Self {
            began: Instant::now(),
            at: w.now(),
            words: [word(&places.data), word(&places.shelf)],
            work: [session.to_string(), dossier.id.to_string(), dossier.first_part().to_string()],
        }
    }

    /// What the fast clocks say now.
    fn now(&self) -> Timestamp {
        let passed = SignedDuration::try_from(self.began.elapsed()).expect("a test lasts less than an age");
        self.at + passed * TIMES_AS_FAST
    }

    fn node(&self, seed: u64) -> Node {
        let mut child = Command::new(env!("CARGO_BIN_EXE_loadgen"))
            .arg("node")
            .args(&self.words)
            .args([seed.to_string(), self.now().to_string()])
            .args(&self.work)
            .stdout(Stdio::piped())
            .spawn()
            .expect("it starts");
        let mut out = BufReader::new(child.stdout.take().expect("its words"));
        let said = Arc::new(Mutex::new(Said::default()));
        let heard = Arc::clone(&said);
        let hears = std::thread::spawn(move || {
            let mut line = String::new();
            // A line without its end was not said.
            while out.read_line(&mut line).is_ok() && line.ends_with('\n') {
                heard.lock().expect("sound").hear(&line);
                line.clear();
            }
        });
        Node { child, said, hears }
    }

    /// Everybody has stopped: the world goes on where their clocks were.
    async fn ends(self, w: &World, dossier: &Dossier, said: &Said) {
        w.clock.set_to(self.now() + SignedDuration::from_secs(20));
        holds(w, dossier, said, &said.signed).await;
        assert!(
            said.wrote.len() > 50 && said.shown.len() > 50,
            "under load: {} {}",
            said.wrote.len(),
            said.shown.len()
        );
        for why in &said.failed {
            let expected = why == "Conflict" || why.starts_with("Unavailable") || why == "OutcomeUnknown";
            assert!(expected, "{why}");
        }
    }
}

impl Node {
    fn numbered(&self) -> u64 {
        self.said.lock().expect("sound").numbered
    }

    fn wrote(&self) -> usize {
        self.said.lock().expect("sound").wrote.len()
    }

    fn is_told(&self, signal: &str) {
        let done = Command::new("kill").args([signal, &self.child.id().to_string()]).status().expect("kill");
        assert!(done.success());
    }

    /// Killed; what it said goes with the rest.
    fn killed(mut self, all: &mut Said) {
        assert_eq!(self.child.try_wait().expect("a child"), None, "it went by itself");
        self.child.kill().expect("it is killed");
        self.child.wait().expect("it is gone");
        self.hears.join().expect("sound");
        let said = self.said.lock().expect("sound").clone();
        all.wrote.extend(said.wrote);
        all.shown.extend(said.shown);
        all.signed.extend(said.signed);
        all.failed.extend(said.failed);
        all.numbered += said.numbered;
    }
}

async fn until(w: &World, what: &str, mut is_so: impl FnMut() -> bool) {
    let began = Instant::now();
    while !is_so() {
        if began.elapsed() >= SOON {
            panic!("in vain: {what}\n{}", sessions(w).await.join("\n"));
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
}

/// What each session of the database does, and for whom it waits: why something was in vain.
async fn sessions(w: &World) -> Vec<String> {
    let all = w
        .raw()
        .rows(
            "SELECT concat_ws(' ', pid, state, wait_event_type, wait_event, now() - state_change,
                              pg_blocking_pids(pid), query)
               FROM pg_stat_activity
              WHERE datname = current_database()
              ORDER BY pid",
        )
        .await;
    all.iter().map(|row| row[0].text().to_owned()).collect()
}

fn together(nodes: &[Node; 2]) -> u64 {
    nodes.iter().map(Node::numbered).sum()
}

/// Which of the two numbers the record now; both write.
async fn numbering(w: &World, nodes: &[Node; 2]) -> usize {
    let (numbered, wrote) = (nodes.each_ref().map(Node::numbered), nodes.each_ref().map(Node::wrote));
    until(w, "both write and one numbers", || {
        nodes.iter().zip(wrote).all(|(node, before)| node.wrote() > before)
            && nodes.iter().zip(numbered).any(|(node, before)| node.numbered() > before)
    })
    .await;
    let since = nodes.each_ref().map(Node::numbered);
    let mut found = 0;
    until(w, "one numbers", || {
        let more = [0, 1].map(|at: usize| nodes[at].numbered() - since[at]);
        found = usize::from(more[1] > more[0]);
        more != [0, 0]
    })
    .await;
    found
}

/// One node said all that it says at once about a full batch, and the server answers nothing yet: so many answers fit
/// in no socket from which nobody reads.
async fn all_is_said(w: &World) -> tokio_postgres::Client {
    let between = w.raw().postgres().await.expect("the house is on PostgreSQL");
    between.batch_execute("BEGIN; LOCK TABLE leaf IN SHARE MODE").await.expect("nobody numbers");
    let began = Instant::now();
    let mut full = None;
    loop {
        let waits = w.raw().one("SELECT COUNT(*) FROM record_waiting").await.int();
        let asks = w
            .raw()
            .rows(
                "SELECT l.pid::bigint
                   FROM pg_locks l
                   JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
                   JOIN pg_class c ON c.oid = l.relation AND c.relname = 'leaf'
                  WHERE NOT l.granted",
            )
            .await;
        match (&full, asks.first()) {
            // This one may have begun with less.
            (None, asks) if waits >= FULL => full = Some(asks.map(|row| row[0].int())),
            (Some(before), Some(asks)) if *before != Some(asks[0].int()) => {
                // Until it has sent the rest.
                tokio::time::sleep(Duration::from_millis(200)).await;
                return between;
            }
            _ => {}
        }
        assert!(began.elapsed() < SOON, "nobody numbers: {}", sessions(w).await.join("\n"));
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

/// Stops the one that numbers, in the middle of it: the server has locks of somebody who says nothing.
async fn frozen_in_the_middle(w: &World, nodes: &[Node; 2], chance: u64) -> usize {
    for again in 0..200 {
        let mut at = numbering(w, nodes).await;
        let mut between = None;
        if chance % 2 == 1 {
            between = Some(all_is_said(w).await);
            at = usize::try_from(again % 2).expect("one of two");
        }
        std::thread::sleep(Duration::from_millis((chance + again) * 7919 % 97));
        nodes[at].is_told("-STOP");
        drop(between);
        std::thread::sleep(Duration::from_millis(400));
        let held = w
            .raw()
            .one(
                "SELECT COUNT(*)
                   FROM pg_stat_activity a
                   JOIN pg_locks l ON l.pid = a.pid
                   JOIN pg_database d ON d.oid = l.database AND d.datname = current_database()
                   JOIN pg_class c ON c.oid = l.relation AND c.relname = 'lease'
                  WHERE l.mode = 'RowExclusiveLock' AND a.state = 'idle in transaction'
                    AND a.state_change < now() - INTERVAL '300 milliseconds'",
            )
            .await;
        if held.int() > 0 {
            return at;
        }
        nodes[at].is_told("-CONT");
    }
    panic!("it was never in the middle of numbering");
}

fn on_postgres(fact: impl AsyncFnOnce(World)) {
    testkit::run(Engine::Postgres, async |w| fact(w).await);
}

#[test]
fn killed_while_it_numbers_another_goes_on_without_a_gap() {
    on_postgres(async |w| {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let shift = Shift::begins(&w, &dossier).await;
        let mut said = Said::default();
        let mut nodes = [shift.node(1001), shift.node(1002)];

        for kill in 0..KILLS {
            let at = numbering(&w, &nodes).await;
            std::thread::sleep(Duration::from_millis(kill * 7919 % 97));
            let node = std::mem::replace(&mut nodes[at], shift.node(1003 + kill));
            node.killed(&mut said);
            let before = together(&nodes);

            // The other, or the one that took the place.
            until(&w, "somebody numbers", || together(&nodes) > before + 20).await;
        }
        for node in nodes {
            node.killed(&mut said);
        }

        shift.ends(&w, &dossier, &said).await;
    });
}

#[test]
fn frozen_while_it_numbers_it_numbers_nothing_twice_when_it_comes_to() {
    on_postgres(async |w| {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let shift = Shift::begins(&w, &dossier).await;
        let mut said = Said::default();
        let nodes = [shift.node(1001), shift.node(1002)];

        for freeze in 0..FREEZES {
            let at = frozen_in_the_middle(&w, &nodes, freeze).await;
            let other = nodes[1 - at].numbered();
            until(&w, "the other numbers", || nodes[1 - at].numbered() > other + 20).await;
            nodes[at].is_told("-CONT");

            let wrote = nodes[at].wrote();
            until(&w, "it works again", || nodes[at].wrote() > wrote + 5).await;
        }
        for node in nodes {
            node.killed(&mut said);
        }

        shift.ends(&w, &dossier, &said).await;
    });
}
