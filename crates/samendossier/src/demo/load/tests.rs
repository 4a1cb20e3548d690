//! The whole demo world through the whole product, on SQLite, on a day that stands still. That both engines
//! make the same world is shown through the binary, in `tests/command`.

use std::path::Path;
use std::sync::Arc;

use app::caseload::{Caseload, Filter, ListOwn};
use app::dossier::{DossierRead, PAGE, ReadIt};
use app::sign_in::{Caller, SessionNow};
use app::{App, Asker, Session};
use jiff::Timestamp;
use ledger::{Signer, Verifier};
use policy::Policies;
use store::{Clock, Place, Places, Store, Surroundings};
use vault::{Secrets, SeededEntropy};

use super::{Loaded, load};
use crate::clockwork::catch_up;
use crate::config::in_folder;
use crate::demo::clock::SteppedClock;
use crate::demo::code::code_of;
use crate::demo::content::WORLD;
use crate::demo::plan::beginning;

const NOW: &str = "2026-11-25T11:00:00Z";
const ORIGIN: &str = "samendossier.example/test";

struct Made {
    loaded: Loaded,
    store: Store,
    lines: u64,
}

async fn make(folder: &Path) -> Made {
    let now: Timestamp = NOW.parse().expect("an instant");
    let clock = Arc::new(SteppedClock::at(beginning(&WORLD, domain::amsterdam_date(now))));
    let places =
        Places { data: Place::File(folder.join("data.db")), shelf: Place::File(folder.join("shelf.db")) };
    let surroundings = Surroundings {
        clock: Arc::clone(&clock) as Arc<dyn Clock>,
        entropy: Arc::new(SeededEntropy::new(7)),
        node: "test".to_owned(),
    };
    let secrets = Secrets::generate("kek-test", &SeededEntropy::new(8));
    let signer = Arc::new(Signer::new(ORIGIN, *secrets.ledger_seed).expect("a name"));
    let policies = Policies::built_in().expect("the policies are right");
    let store = Store::open(&places, secrets, policies, surroundings).await.expect("the store opens");
    let built = std::env::current_exe().expect("a test knows where it is");
    let built = built.parent().and_then(Path::parent).expect("target/…/deps").join("confined");
    let files = folder.join("files");
    std::fs::create_dir(&files).expect("a folder");
    let desk = app::document::Desk {
        files: store::Files::in_folder(files),
        workshop: app::document::Workshop::new(built),
        scanner: None,
    };
    let app = App::new(store.clone()).with_documents(desk);

    let way = in_folder(folder.join("mail"), "https://dossier.example".to_owned()).expect("a way out");
    let postman = way.postman(&store);

    let loaded = load(&WORLD, &app, &postman, &clock, now).await.expect("the world is made");

    catch_up(&store, uuid::Uuid::from_u128(1)).await.expect("numbered");
    let note = store.checkpoint(Arc::clone(&signer)).await.expect("signed").expect("not empty");
    let verifier = Verifier::from_vkey(&signer.vkey()).expect("a key");
    let report = store.verify(&verifier, ORIGIN, vec![note]).await.expect("read").expect("sound");
    assert!(clock.now() <= now);
    clock.set(now);
    Made { loaded, store, lines: report.lines }
}

/// One world for all of this, because a world takes long to make.
#[tokio::test]
async fn the_world_is_whole_and_shows_what_its_table_of_sign_ins_promises() {
    let folder = tempfile::tempdir().expect("a folder");

    let made = make(folder.path()).await;

    assert!(made.lines > 1000, "{}", made.lines);
    assert_eq!(made.store.check_projections().await.expect("read"), store::Projections::default());
    each_resident_has_a_dossier_and_only_the_note_of_the_desk_is_left_out(&made.loaded);
    let app = App::new(made.store.clone());
    some_lists_are_longer_than_a_page_and_some_are_empty(&app, &made.loaded).await;
    who_left_cannot_sign_in_and_who_lacks_something_is_not_ready(&app).await;
    a_password_proven_for_one_hash_opens_nothing_with_another(&app).await;
    the_letters_name_nobody_but_who_gets_them(&folder.path().join("mail"));
    assert_eq!(made.store.outbox().await.expect("read").open, 0, "none of them waits");
}

fn the_letters_name_nobody_but_who_gets_them(mail: &Path) {
    let letters = std::fs::read_dir(mail).expect("somebody was told something");
    let names = WORLD.residents.iter().flat_map(|resident| [resident.given_names, resident.surname]);
    // "Sam" stands in the name of the product.
    let names = names.chain(WORLD.staff.iter().map(|staff| staff.name)).filter(|name| name.len() > 4);
    let names: Vec<&str> = names.collect();
    for letter in letters {
        let text = std::fs::read_to_string(letter.expect("an entry").path()).expect("text");
        for name in &names {
            assert!(!text.contains(name), "{name} in {text}");
        }
    }
}

fn each_resident_has_a_dossier_and_only_the_note_of_the_desk_is_left_out(loaded: &Loaded) {
    let mut keys: Vec<_> = loaded.dossiers.iter().map(|(key, _, _)| *key).collect();
    let numbers: Vec<_> = loaded.dossiers.iter().map(|(_, number, _)| *number).collect();
    keys.sort_unstable();
    let mut residents: Vec<_> = WORLD.residents.iter().map(|resident| resident.key).collect();
    residents.sort_unstable();

    assert_eq!(keys, residents);
    // Three controllers, each with numbers of its own.
    assert_eq!(numbers.iter().filter(|number| **number == 1001).count(), 3);
    assert_eq!(loaded.left_out, ["entry 0 of agnieszka, by marlies"]);
}

async fn some_lists_are_longer_than_a_page_and_some_are_empty(app: &App, loaded: &Loaded) {
    let johan = asker(app, "johan").await;
    let ilse = asker(app, "ilse").await;
    let list = async |who| -> Caseload {
        app.perform(who, ListOwn(Filter { page: 2, ..Filter::default() })).await.expect("a list")
    };
    let read = async |key: &str, page| -> DossierRead {
        let (_, _, dossier) = loaded.dossiers.iter().find(|(of, _, _)| *of == key).expect(key);
        app.perform(johan, ReadIt { dossier: *dossier, page, take: PAGE }).await.expect("a dossier")
    };

    let (full, none) = (list(johan).await, list(ilse).await);

    assert_eq!((full.page, full.last_page, full.cases.is_empty()), (2, 2, false));
    assert_eq!((none.total, none.last_page), (0, 1));
    assert_eq!(app.perform(johan, app::draft::ListOwn).await.expect("drafts").len(), 2);
    assert!(read("de-vries", 0).await.more && !read("de-vries", 1).await.entries.is_empty());
    assert!(read("ewa", 0).await.entries.is_empty());
    assert_eq!(read("kees-molenaar", 0).await.entries.len(), 1);
}

async fn who_left_cannot_sign_in_and_who_lacks_something_is_not_ready(app: &App) {
    let mut found = Vec::new();
    for name in ["samira", "gerda", "bram", "tom"] {
        let staff = WORLD.staff.iter().find(|staff| staff.login_name == name).expect("staff");
        found.push((name, sign_in(app, name, staff.password, staff.totp_secret).await.map(|one| one.ready)));
    }
    for resident in WORLD.portal_accounts {
        let session = sign_in(app, resident.login_name, resident.password, resident.totp_secret).await;
        found.push((resident.login_name, session.map(|one| one.ready)));
    }

    let expected = [
        ("samira", Some(true)),
        ("gerda", None),
        ("bram", Some(false)),
        ("tom", Some(false)),
        ("bhagwandin", Some(true)),
        ("yildiz", Some(true)),
        ("devries", Some(true)),
        ("ewa", Some(true)),
    ];
    assert_eq!(found, expected);
}

async fn a_password_proven_for_one_hash_opens_nothing_with_another(app: &App) {
    let samira = WORLD.staff.iter().find(|staff| staff.key == "samira").expect("staff");
    // The same words, another salt: not what her account holds.
    let proven = app.hash_and_prove(samira.password.to_owned()).await.expect("hashed");
    let caller = Caller::house(app.random_id());
    let code = code_of(samira.totp_secret, app.now());

    let token = app.sign_in_proven(&caller, samira.login_name, &proven, code).await.expect("it answers");

    assert!(token.is_none());
}

/// This member of staff, signed in.
async fn asker(app: &App, name: &str) -> Asker {
    let staff = WORLD.staff.iter().find(|staff| staff.login_name == name).expect("staff");
    let session = sign_in(app, name, staff.password, staff.totp_secret).await.expect("signed in");
    app.asker(session.id, app.random_id())
}

/// The session of somebody; none: they cannot sign in.
async fn sign_in(app: &App, name: &str, password: &str, secret: &str) -> Option<Session> {
    let caller = Caller::house(app.random_id());
    let code = code_of(secret, app.now());
    let token = app.sign_in(&caller, name, password.to_owned(), code).await.expect("it answers")?;
    match app.session(&token.cookie).await.expect("a session") {
        SessionNow::Live { session, .. } => Some(session),
        SessionNow::None | SessionNow::Over(_) => None,
    }
}
