//! The one door (DESIGN §4): deeds that panic, wait, swallow an error or are left by their caller.
//! The use cases below do on purpose what no use case of ours does.

use std::future::{Future, poll_fn};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::task::Poll;

use app::dossier::ReadIt;
use domain::{DossierId, LegalDomain, PartId};
use jiff::SignedDuration;
use ledger::Outcome;
use policy::actions::{OfDossier, OfPart, ReadDossier, WriteEntry};
use store::client::entries::{self, NewEntry};
use store::{Error, NotDone, Undone, UseCase, Work};
use testkit::{BILAL, Engine, Intake, World, both_engines};
use uuid::Uuid;

/// How a deed goes wrong, after it has already written something.
#[derive(Clone)]
enum How {
    Panics,
    Waits,
    /// Goes on after the database refused a statement, as if nothing had happened.
    SwallowsAnError(Uuid),
    Refuses,
    /// Holds up whoever runs it until it is told to go on.
    Blocks(Arc<Mutex<Receiver<()>>>, Sender<()>),
}

#[derive(Clone)]
struct Writes(PartId, How);

impl UseCase for Writes {
    type Action = WriteEntry;
    type Out = ();
    type Refusal = &'static str;

    fn about(&self) -> OfPart {
        OfPart(self.0)
    }

    async fn run(self, work: &mut Work<'_, WriteEntry>) -> Result<(), Undone<&'static str>> {
        entries::add(work, &entry()).await?;
        match self.1 {
            How::Panics => panic!("planned"),
            How::Waits => tokio::task::yield_now().await,
            How::SwallowsAnError(form) => {
                for _ in 0..2 {
                    let _ = work.done_now(form, "twice the same").await;
                }
            }
            How::Refuses => return Err(Undone::Rejected("planned")),
            How::Blocks(go, begun) => {
                begun.send(()).expect("the test waits for it");
                go.lock().expect("sound").recv().expect("the test goes on");
            }
        }
        Ok(())
    }
}

/// A look that panics when it has already read.
#[derive(Clone)]
struct LookPanics(DossierId);

impl UseCase for LookPanics {
    type Action = ReadDossier;
    type Out = ();
    type Refusal = &'static str;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadDossier>) -> Result<(), Undone<&'static str>> {
        store::client::masthead::of_dossier(work).await?;
        panic!("planned")
    }
}

/// A look that wants to know what a text says before its record is on the way.
#[derive(Clone)]
struct ReadsTooEarly(DossierId);

impl UseCase for ReadsTooEarly {
    type Action = ReadDossier;
    type Out = usize;
    type Refusal = &'static str;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadDossier>) -> Result<usize, Undone<&'static str>> {
        let found = entries::timeline(work, entries::Page { skip: 0, take: 10 }).await?;
        Ok(found.iter().map(|entry| entry.facts.len()).sum())
    }
}

fn entry() -> NewEntry {
    NewEntry {
        kind: "phone",
        source: "client",
        category: "general",
        happened_on: jiff::civil::date(2026, 3, 2),
        happened_time: String::new(),
        facts: "Half geschreven.".into(),
        opinion: String::new(),
        visible_from: None,
        delay_ground: "",
        delay_announced: false,
        with_client: true,
    }
}

async fn entries_of(w: &World, dossier: DossierId) -> usize {
    w.ria().reads(dossier).await.expect("involved").entries.len()
}

async fn polled_once<F: Future>(future: F) {
    let mut future = Box::pin(future);
    poll_fn(|cx| {
        let _ = future.as_mut().poll(cx);
        Poll::Ready(())
    })
    .await;
}

both_engines! {
    async fn a_deed_that_panics_is_undone_and_recorded(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        let panicked = w.ria().performs(Writes(dossier.first_part(), How::Panics)).await;

        assert!(matches!(panicked, Err(NotDone::Failed(Error::Panicked))), "{panicked:?}");
        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.outcome), ("WriteEntry", Outcome::Failed));
        assert!(record.items.is_empty(), "what was undone is not named");
        assert_eq!(entries_of(&w, dossier.id).await, 0);
        w.ria().writes(dossier.first_part(), "Daarna.").await.expect("the writer goes on");
    }

    async fn a_look_that_panics_is_recorded_and_harms_nobody(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        for _ in 0..20 {
            let panicked = w.ria().looks(LookPanics(dossier.id)).await;
            assert!(matches!(panicked, Err(NotDone::Failed(Error::Panicked))), "{panicked:?}");
        }

        assert_eq!(w.last_record().await.outcome, Outcome::Failed);
        assert_eq!(entries_of(&w, dossier.id).await, 0);
    }

    async fn a_text_is_still_sealed_while_its_look_runs(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");

        let early = w.ria().looks(ReadsTooEarly(dossier.id)).await;

        assert!(matches!(early, Err(NotDone::Failed(Error::Panicked))), "{early:?}");
        assert_eq!(w.last_record().await.outcome, Outcome::Failed);
    }

    async fn a_text_that_does_not_open_spoils_the_page_and_the_look_stays_on_the_record(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("involved");
        w.ria().writes(dossier.first_part(), "En nog eens.").await.expect("involved");
        // The text of one column, moved to another.
        w.raw().run("UPDATE entry_version SET facts = opinion").await;

        let read = w.ria().reads(dossier.id).await;

        assert!(matches!(read, Err(NotDone::Failed(_))), "{read:?}");
        let record = w.last_record().await;
        assert_eq!((record.event.as_str(), record.outcome), ("ReadDossier", Outcome::Done));
        assert_eq!(record.items.len(), 2, "it was prepared to be shown");
    }

    async fn a_deed_that_waits_inside_the_writer_is_refused_and_recorded(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        let waited = w.ria().performs(Writes(dossier.first_part(), How::Waits)).await;

        // PostgreSQL has no writer's thread to hold up: waiting is its ordinary way.
        if w.engine() == Engine::Sqlite {
            assert!(matches!(waited, Err(NotDone::Failed(Error::NotReady))), "{waited:?}");
            assert_eq!(w.last_record().await.outcome, Outcome::Failed);
            assert_eq!(entries_of(&w, dossier.id).await, 0);
        } else {
            assert!(waited.is_ok(), "{waited:?}");
            assert_eq!(entries_of(&w, dossier.id).await, 1);
        }
    }

    async fn an_error_that_a_deed_swallows_still_undoes_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let form = w.random_id();

        let swallowed = w.ria().performs(Writes(dossier.first_part(), How::SwallowsAnError(form))).await;

        assert!(matches!(swallowed, Err(NotDone::Failed(_))), "{swallowed:?}");
        assert_eq!(w.last_record().await.outcome, Outcome::Failed);
        assert_eq!(entries_of(&w, dossier.id).await, 0);
        assert_eq!(w.raw().one("SELECT COUNT(*) FROM form_done WHERE location LIKE 'twice%'").await.int(), 0);
    }

    async fn a_refusal_of_the_deed_itself_undoes_it(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;

        let refused = w.ria().performs(Writes(dossier.first_part(), How::Refuses)).await;

        assert!(matches!(refused, Err(NotDone::Rejected("planned"))), "{refused:?}");
        assert_eq!(w.last_record().await.outcome, Outcome::Failed);
        assert_eq!(entries_of(&w, dossier.id).await, 0);
    }

    async fn a_caller_that_leaves_changes_nothing(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };
        let before = w.records().await.len();

        polled_once(w.app.perform(asker, w.ria().note(dossier.first_part(), "Toch geschreven."))).await;
        let mut records = w.records().await;
        for _ in 0..200 {
            if records.len() > before {
                break;
            }
            tokio::time::sleep(std::time::Duration::from_millis(10)).await;
            records = w.records().await;
        }
        polled_once(w.app.look(asker, read)).await;

        assert_eq!(records.last().map(|it| (it.event.as_str(), it.outcome)), Some(("WriteEntry", Outcome::Done)));
        assert_eq!(entries_of(&w, dossier.id).await, 1);
        w.ria().writes(dossier.first_part(), "Niemand houdt iets vast.").await.expect("written");
    }

    async fn the_record_tells_who_what_why_and_by_which_policy(w: World) {
        let dossier = w.ria().takes_in(Intake::of(BILAL).about(&[LegalDomain::Wmo])).await;
        let written = w.ria().writes(dossier.first_part(), "Bilal belde.").await.expect("written");
        let asker = w.ria().asker().await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };
        w.app.look(asker, read).await.expect("involved").done().await.expect("recorded");

        let record = w.last_record().await;

        assert_eq!(record.correlation, asker.correlation);
        assert_eq!((record.event.as_str(), record.outcome), ("ReadDossier", Outcome::Done));
        assert_eq!(record.staff, Some(w.ria().staff().uuid()));
        assert_eq!((record.function.as_str(), record.purpose.as_str()), ("worker", "support"));
        assert_eq!(record.object, Some(dossier.id.uuid()));
        assert_eq!((record.items, record.count), (vec![written.entry.uuid()], 1));
        assert_eq!((record.domains, record.basis.as_str()), (vec!["wmo".to_owned()], "involvement"));
        assert_eq!(record.policies, ["involved-reads"]);
        assert_eq!(record.policy_set, w.store.policies().version());
        assert_eq!(record.occurred_at, w.now().as_millisecond());
        assert_ne!(record.subject, None);
    }

    async fn no_id_of_a_client_or_person_is_the_pseudonym_in_the_record(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().reads(dossier.id).await.expect("involved");

        let subject = w.last_record().await.subject.expect("about somebody");

        let raw = w.raw();
        let ids = raw.rows("SELECT id, person FROM client").await;
        assert!(ids.iter().flatten().all(|id| id.bytes() != subject.as_bytes()));
        assert_eq!(raw.one("SELECT COUNT(*) FROM client").await.int(), 1);
    }

    async fn looks_that_wait_together_are_committed_together(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };
        let held = hold(&w, dossier.first_part()).await;

        let mut waiting = Vec::new();
        for _ in 0..50 {
            waiting.push(w.app.look(asker, read).await.expect("involved"));
        }
        held.let_go().await;
        for awaiting in waiting {
            awaiting.done().await.expect("recorded");
        }

        let commits = commits(&w).await;
        assert!((1..=5).contains(&commits), "{commits} commits for fifty looks");
        let looks = w.records().await.into_iter().filter(|it| it.event == "ReadDossier").count();
        assert_eq!(looks, 50);
    }

    async fn a_result_is_not_there_before_its_record(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let held = hold(&w, dossier.first_part()).await;
        let read = ReadIt { dossier: dossier.id, page: 0, take: 50 };
        let awaiting = w.app.look(asker, read).await.expect("involved");

        let mut shown = Box::pin(awaiting.show(&(), |read, ()| read.head.number));
        let early = tokio::time::timeout(std::time::Duration::from_millis(200), &mut shown).await;
        held.let_go().await;
        let in_time = shown.await;

        assert!(early.is_err(), "shown without a record");
        assert_eq!(in_time.expect("recorded"), dossier.number);
    }

    async fn facts_are_those_of_the_transaction(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let asker = w.ria().asker().await;
        let involvement = w.ria().reads(dossier.id).await.expect("involved").involved[0].id;
        w.joost().ends(involvement).await.expect("ended");
        w.clock.advance(SignedDuration::from_millis(1));

        let read = w.app.look(asker, ReadIt { dossier: dossier.id, page: 0, take: 50 }).await;
        let wrote = w.app.perform(asker, w.ria().note(dossier.first_part(), "Te laat.")).await;

        assert!(matches!(read, Err(NotDone::Denied { .. })));
        assert!(matches!(wrote, Err(NotDone::Denied { .. })), "{wrote:?}");
    }
}

/// Whatever writes records, held up.
struct Held {
    go: Sender<()>,
    deed: Option<tokio::task::JoinHandle<()>>,
    /// On PostgreSQL a connection that locks the table of records; dropping it lets go.
    lock: Option<Box<dyn std::any::Any + Send>>,
}

async fn hold(w: &World, part: PartId) -> Held {
    let (go, wait) = channel();
    let mut held = Held { go, deed: None, lock: None };
    match w.engine() {
        Engine::Sqlite => {
            w.raw().rows("PRAGMA wal_checkpoint(TRUNCATE)").await;
            let (begun, has_begun) = channel();
            let how = How::Blocks(Arc::new(Mutex::new(wait)), begun);
            let (app, asker) = (w.app.clone(), w.ria().asker().await);
            held.deed = Some(tokio::spawn(async move {
                app.perform(asker, Writes(part, how)).await.expect("it may write");
            }));
            tokio::task::spawn_blocking(move || has_begun.recv()).await.expect("sound").expect("it began");
        }
        Engine::Postgres => {
            let client = w.raw().postgres().await.expect("a server");
            client.batch_execute("BEGIN; LOCK TABLE record IN EXCLUSIVE MODE").await.expect("locked");
            held.lock = Some(Box::new(client));
        }
    }
    held
}

impl Held {
    async fn let_go(mut self) {
        let _ = self.go.send(());
        drop(self.lock.take());
        if let Some(deed) = self.deed.take() {
            deed.await.expect("the deed is done");
        }
    }
}

/// Transactions that wrote since `hold`: commit frames in the write-ahead log, or on PostgreSQL the
/// transactions that wrote looks.
async fn commits(w: &World) -> usize {
    let Some(file) = w.raw().file().cloned() else {
        let query = "SELECT COUNT(DISTINCT xmin::text) FROM (SELECT xmin FROM record ORDER BY row_no DESC LIMIT 50) x";
        return usize::try_from(w.raw().one(query).await.int()).expect("a count");
    };
    let wal = std::fs::read(format!("{}-wal", file.display())).expect("the log is there");
    let word = |at: usize| u32::from_be_bytes(wal[at..at + 4].try_into().expect("four bytes"));
    let page = usize::try_from(word(8)).expect("a page size");
    let salts = (word(16), word(20));
    let frames = (32..).step_by(24 + page).take_while(|at| at + 24 + page <= wal.len());
    frames.filter(|&at| (word(at + 8), word(at + 12)) == salts && word(at + 4) != 0).count()
}
