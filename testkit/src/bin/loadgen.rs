//! A process that works hard on a world until somebody kills it, and tells what it was answered, line by line.
//! `loadgen load|node|steady DATA SHELF SEED NOW SESSION DOSSIER PART`; started by the tests in testkit/tests. A
//! `node` is one of several: it has a name of its own, its time runs fast, and what fails is said and done again.
#![expect(clippy::print_stdout, reason = "what it says is what it is for")]

use std::sync::Arc;

use app::App;
use app::dossier::ReadIt;
use app::entry::Write;
use domain::{DataCategory, DossierId, EntryKind, PartId, SessionId, Source, Visibility};
use jiff::SignedDuration;
use store::{Asker, Place, Places};
use testkit::{Dice, FakeClock, NODE, TIMES_AS_FAST, open_store, signer};
use uuid::Uuid;

/// What it was told to work on.
#[derive(Clone)]
struct Load {
    /// What fails is said; otherwise only a conflict may.
    may_fail: bool,
    app: App,
    session: SessionId,
    dossier: DossierId,
    part: PartId,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [how, data, shelf, seed, now, session, dossier, part] = args.as_slice() else {
        panic!("loadgen load|node|steady DATA SHELF SEED NOW SESSION DOSSIER PART")
    };
    testkit::runtime().block_on(async {
        let places = Places { data: place(data), shelf: place(shelf) };
        let dice = Arc::new(Dice::new(seed.parse().expect("a number")));
        let clock = Arc::new(FakeClock::at(now));
        let node = if how == "node" { Uuid::from_u128(seed.parse().expect("a number")) } else { NODE };
        if how == "node" {
            runs_fast(Arc::clone(&clock));
        }
        let store = open_store(&places, &clock, &dice).await;
        let load = Load {
            may_fail: how == "node",
            app: App::new(store.clone()),
            session: session.parse().expect("an id"),
            dossier: dossier.parse().expect("an id"),
            part: part.parse().expect("an id"),
        };
        if how == "steady" {
            for _ in 0..10 {
                load.looks().await;
                load.writes().await;
            }
            return;
        }
        // Several nodes share the machine.
        for _ in 0..if load.may_fail { 2 } else { 4 } {
            let (looks, writes) = (load.clone(), load.clone());
            tokio::spawn(async move {
                loop {
                    looks.looks().await;
                }
            });
            tokio::spawn(async move {
                loop {
                    writes.writes().await;
                }
            });
        }
        let signer = Arc::new(signer());
        loop {
            match store.sequence(node).await {
                Ok(Some(0) | None) => {}
                Ok(Some(lines)) => println!("numbered {lines}"),
                Err(why) => load.failed(&store::NotDone::<()>::Failed(why)),
            }
            match store.checkpoint(Arc::clone(&signer)).await {
                Ok(Some(note)) => println!("signed {}", note.replace('\n', "\\n")),
                Ok(None) => {}
                Err(why) => load.failed(&store::NotDone::<()>::Failed(why)),
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
        }
    });
}

/// Time goes by as on a clock that runs fast, so that leases end soon.
fn runs_fast(clock: Arc<FakeClock>) {
    let step = std::time::Duration::from_millis(10);
    std::thread::spawn(move || {
        let mut seen = std::time::Instant::now();
        loop {
            std::thread::sleep(step);
            let passed = SignedDuration::try_from(seen.elapsed()).expect("a test lasts less than an age");
            seen = std::time::Instant::now();
            clock.advance(passed * TIMES_AS_FAST);
        }
    });
}

impl Load {
    fn asker(&self) -> Asker {
        self.app.asker(self.session, self.app.random_id())
    }

    async fn looks(&self) {
        let asker = self.asker();
        let read = ReadIt { dossier: self.dossier, page: 0, take: 10 };
        let awaiting = match self.app.look(asker, read).await {
            Ok(awaiting) => awaiting,
            Err(why) => return self.failed(&why),
        };
        match awaiting.show(&(), |read, ()| read.head.number).await {
            Ok(number) => println!("shown {} {number}", asker.correlation),
            Err(why) => self.failed(&store::NotDone::<()>::Failed(why)),
        }
    }

    async fn writes(&self) {
        let form = self.app.random_id();
        let note = Write {
            part: self.part,
            kind: EntryKind::Phone,
            source: Source::Client,
            category: DataCategory::General,
            happened_on: domain::amsterdam_date(self.app.now()),
            happened_at: None,
            facts: format!("regel {form}"),
            opinion: String::new(),
            visibility: Visibility::Now,
            form,
            draft: None,
        };
        match self.app.perform(self.asker(), note).await {
            Ok(written) => println!("wrote {} {form}", written.entry),
            Err(why) => self.failed(&why),
        }
    }

    /// Nobody was told that it was done.
    fn failed<R: std::fmt::Debug>(&self, why: &store::NotDone<R>) {
        match why {
            store::NotDone::Failed(store::Error::Conflict) => println!("failed Conflict"),
            store::NotDone::Failed(why) if self.may_fail => println!("failed {why:?}"),
            other => panic!("{other:?}"),
        }
    }
}

fn place(text: &str) -> Place {
    if text.starts_with("postgres:") { Place::Url(text.into()) } else { Place::File(text.into()) }
}
