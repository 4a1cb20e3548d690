//! A tiny world, made by the loader, is a world of the product: it verifies, its schema is that of any store, nothing in
//! it points at what is not there, and who is measured sees what is meant to be measured.

use std::path::Path;

use app::{App, Asker, Who};
use domain::{BirthDate, DossierId};
use rusqlite::Connection;
use store::{Projections, Store};

use super::plan::{CASELOAD, MEASURED, Plan};
use super::{Size, folder, load, schema, serve};
use crate::world::{PASSWORD, code, undone};

const TINY: Size = Size { dossiers: 50, entries: 500, records: 1000 };

#[test]
fn a_folder_that_is_there_already_is_never_filled() {
    let place = tempfile::tempdir().expect("a folder");
    let (empty, full) = (place.path().join("empty"), place.path().join("full"));
    std::fs::create_dir(&empty).expect("made");
    std::fs::create_dir(&full).expect("made");
    std::fs::write(full.join("bench.db"), "of somebody else").expect("written");

    let refused = [folder::make(&empty), folder::make(&full)];

    assert!(refused.iter().all(Result::is_err), "{refused:?}");
    assert_eq!(std::fs::read_dir(&empty).expect("read").count(), 0);
    assert_eq!(std::fs::read_to_string(full.join("bench.db")).expect("read"), "of somebody else");
}

#[test]
fn a_folder_that_is_not_for_measuring_is_never_thrown_away() {
    let place = tempfile::tempdir().expect("a folder");
    let (ours, other) = (place.path().join("ours"), place.path().join("other"));
    folder::make(&ours).expect("made");
    std::fs::create_dir(&other).expect("made");

    assert!(folder::throw_away(&other).is_err());
    folder::throw_away(&ours).expect("ours");

    assert!(other.exists() && !ours.exists());
}

#[test]
fn a_world_that_is_not_whole_is_not_taken_for_one() {
    let place = tempfile::tempdir().expect("a folder");
    let world = place.path().join("world");
    folder::make(&world).expect("made");
    assert!(!folder::holds(&world, TINY));

    folder::is_whole(&world, TINY).expect("written");

    assert!(folder::holds(&world, TINY));
    assert!(!folder::holds(&world, Size { records: 1001, ..TINY }));
}

#[test]
fn numbers_that_do_not_fit_together_are_refused() {
    let none = Size { dossiers: 2, entries: 3, records: 10 };
    let fits = |size| Plan::new(size, none, 1_772_409_600_000).is_ok();

    assert!(fits(TINY));
    assert!(!fits(Size { dossiers: 20, ..TINY }));
    assert!(!fits(Size { entries: 50, ..TINY }));
    assert!(!fits(Size { records: 600, ..TINY }));
}

#[test]
fn a_plan_gives_away_exactly_what_there_is_to_give() {
    let size = Size { dossiers: 1002, entries: 20_003, records: 50_010 };
    let there = Size { dossiers: 2, entries: 3, records: 10 };
    let mut plan = Plan::new(size, there, 1_772_409_600_000).expect("it fits");

    let lives: Vec<_> = plan.generations.clone().into_iter().map(|it| plan.live(it)).collect();

    let events = || lives.iter().flat_map(|life| &life.events);
    let written =
        events().filter(|event| matches!(event.deed, super::plan::Deed::Write | super::plan::Deed::Close));
    assert_eq!((events().count(), written.count()), (50_000, 20_000));
    assert!(lives.iter().all(|life| life.events.is_sorted_by_key(|event| event.at)));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tiny_world_is_a_world_of_the_product() {
    let place = tempfile::tempdir().expect("a folder");
    let world = place.path().join("world");

    load(&world, TINY).await.expect("a world");

    assert!(folder::holds(&world, TINY));
    hangs_together(&world);
    let store = serve::open(&world).await.expect("the product opens it");
    verifies(&store).await;
    is_worked_in(&store, &world).await;
    store.close();
    has_the_schema_of_any_store(&world, place.path()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_record_of_many_pages_is_judged_in_its_order() {
    let place = tempfile::tempdir().expect("a folder");
    let world = place.path().join("world");
    load(&world, Size { records: 30_000, ..TINY }).await.expect("a world");
    let store = serve::open(&world).await.expect("the product opens it");
    let signer = super::load::signer(store.installation()).expect("a signer");
    let verifier = ledger::Verifier::from_vkey(&signer.vkey()).expect("a verifier");
    let verify = || store.verify(&verifier, signer.name(), Vec::new());

    let report = verify().await.expect("read").expect("sound");
    assert_eq!((report.lines, report.signed, report.tail), (30_000, 29_952, 48));

    let conn = Connection::open(folder::data(&world)).expect("opened");
    conn.execute("UPDATE record SET salt = bytes WHERE row_no = 20001", []).expect("changed");
    let failure = verify().await.expect("read").expect_err("a line was changed");
    assert_eq!(failure.first(), &ledger::Finding::LeafMismatch { line: 20_000 });
    store.close();
}

/// What SQLite can say of it, and the three numbers.
fn hangs_together(world: &Path) {
    let conn = Connection::open(folder::data(world)).expect("opened");
    let all = |sql: &str| conn.query_row(sql, [], |row| row.get::<_, i64>(0)).expect("a number");
    let counts =
        ["dossier", "entry", "record", "leaf"].map(|table| all(&format!("SELECT COUNT(*) FROM {table}")));
    assert_eq!(counts, [50, 500, 1000, 1000]);
    assert_eq!(all("SELECT COUNT(*) FROM pragma_foreign_key_check"), 0);
    let sound: String = conn.query_row("PRAGMA integrity_check", [], |row| row.get(0)).expect("checked");
    assert_eq!(sound, "ok");
    let length = all("SELECT CAST(AVG(LENGTH(facts)) AS INTEGER) - 45 FROM entry_version");
    assert!((150..=250).contains(&length), "{length} bytes of text on average");
}

async fn verifies(store: &Store) {
    let signer = super::load::signer(store.installation()).expect("a signer");
    let verifier = ledger::Verifier::from_vkey(&signer.vkey()).expect("a verifier");

    let report = store.verify(&verifier, signer.name(), Vec::new()).await.expect("read").expect("sound");
    assert_eq!((report.lines, report.present), (1000, 1000));
    assert!(report.checkpoints > 200, "{} checkpoints hold", report.checkpoints);
    assert_eq!(store.check_projections().await.expect("read"), Projections::default());
    assert_eq!(store.lost_keys().await.expect("read"), []);
}

async fn is_worked_in(store: &Store, world: &Path) {
    let app = App::new(store.clone());
    let text = std::fs::read_to_string(folder::measured(world)).expect("read");
    let [worker, dossier, surname, birth, resident] =
        serve::words(text.lines().next().expect("a line")).expect("words");
    let dossier: DossierId = dossier.parse().expect("an id");
    let birth_date: BirthDate = birth.parse().expect("a date");

    let asker = signed_in(&app, worker).await;
    let read = app::dossier::ReadIt { dossier, page: 0, take: 50 };
    let read = app.look(asker, read).await.map_err(undone).expect("allowed").done().await.expect("recorded");
    assert_eq!(read.entries.len(), MEASURED.entries as usize);
    assert_eq!(read.client.get("surname"), surname);
    assert!(read.entries.iter().all(|entry| entry.facts.to_string().starts_with("Gebeld over")));

    let list = app::caseload::ListOwn(app::caseload::Filter::default());
    let list = app.look(asker, list).await.map_err(undone).expect("allowed").done().await.expect("recorded");
    assert_eq!(list.total, CASELOAD as usize);

    for (name, known) in [(surname.to_uppercase(), true), (format!("{surname}x"), false)] {
        let search = app::intake::Search { surname: name, birth_date, bsn: None };
        let found = app.perform(asker, search).await.map_err(undone).expect("allowed");
        assert_eq!(matches!(found, app::intake::Known::Possibly), known);
    }

    let asker = signed_in(&app, resident).await;
    let looks = app::portal::ReadLooks(dossier);
    let looks =
        app.look(asker, looks).await.map_err(undone).expect("allowed").done().await.expect("recorded");
    // And the one of a moment ago.
    assert_eq!(looks.looks.len(), MEASURED.looks as usize + 1);
}

async fn signed_in(app: &App, login: &str) -> Asker {
    let caller = app::sign_in::Caller::house(app.random_id());
    let code = code(app.now()).expect("a code");
    let token = app.sign_in(&caller, login, PASSWORD.into(), code).await.expect("tried").expect("signed in");
    let app::sign_in::SessionNow::Live { session, .. } = app.session(&token.cookie).await.expect("read")
    else {
        panic!("{login} has no session");
    };
    Asker { who: Who::Session(session.id), correlation: app.random_id() }
}

async fn has_the_schema_of_any_store(world: &Path, place: &Path) {
    let fresh = place.join("fresh");
    folder::make(&fresh).expect("made");
    serve::open(&fresh).await.expect("a fresh store").close();

    for file in [folder::data, folder::shelf] {
        let [ours, any] = [world, &fresh].map(|world| {
            let conn = Connection::open(file(world)).expect("opened");
            schema::all(&conn).expect("read")
        });
        assert_eq!(ours, any);
    }
}
