//! A process that works hard on a world until somebody kills it, and tells what it was answered, line by line.
//! `loadgen load|steady DATA SHELF SEED NOW SESSION DOSSIER PART`; started by the tests in testkit/tests.
#![expect(clippy::print_stdout, reason = "what it says is what it is for")]

use std::sync::Arc;

use app::App;
use app::dossier::ReadIt;
use app::entry::Write;
use domain::{DataCategory, DossierId, EntryKind, PartId, SessionId, Source, Visibility};
use store::{Asker, Place, Places};
use testkit::{Dice, FakeClock, NODE, open_store, signer};

/// What it was told to work on.
#[derive(Clone)]
struct Load {
    app: App,
    session: SessionId,
    dossier: DossierId,
    part: PartId,
}

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [how, data, shelf, seed, now, session, dossier, part] = args.as_slice() else {
        panic!("loadgen load|steady DATA SHELF SEED NOW SESSION DOSSIER PART")
    };
    testkit::runtime().block_on(async {
        let places = Places { data: place(data), shelf: place(shelf) };
        let dice = Arc::new(Dice::new(seed.parse().expect("a number")));
        let store = open_store(&places, &Arc::new(FakeClock::at(now)), &dice).await;
        let load = Load {
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
        for _ in 0..4 {
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
            store.sequence(NODE).await.expect("the sequencer works");
            if let Some(note) = store.checkpoint(Arc::clone(&signer)).await.expect("it signs") {
                println!("signed {}", note.replace('\n', "\\n"));
            }
            tokio::time::sleep(std::time::Duration::from_millis(20)).await;
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
        let awaiting = self.app.look(asker, read).await.expect("involved");
        let number = awaiting.show(&(), |read, ()| read.head.number).await.expect("recorded");
        println!("shown {} {number}", asker.correlation);
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
            // Nobody was told that it was done.
            Err(store::NotDone::Failed(store::Error::Conflict)) => {}
            Err(other) => panic!("{other:?}"),
        }
    }
}

fn place(text: &str) -> Place {
    if text.starts_with("postgres:") { Place::Url(text.into()) } else { Place::File(text.into()) }
}
