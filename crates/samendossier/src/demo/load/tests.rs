//! The whole demo world through the whole product, on SQLite, on a day that stands still.

use std::path::Path;
use std::sync::Arc;

use app::App;
use app::sign_in::{SecondStep, SessionNow};
use jiff::Timestamp;
use ledger::{Signer, Verifier};
use policy::Policies;
use store::{Clock, Place, Places, Store, Surroundings};
use vault::{Secrets, SeededEntropy};

use super::{Loaded, load};
use crate::clockwork::catch_up;
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
    note: String,
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
    let app = App::new(store.clone());

    let loaded = load(&WORLD, &app, &store, &clock, now).await.expect("the world is made");

    catch_up(&store, uuid::Uuid::from_u128(1)).await.expect("numbered");
    let note = store.checkpoint(Arc::clone(&signer)).await.expect("signed").expect("not empty");
    let verifier = Verifier::from_vkey(&signer.vkey()).expect("a key");
    let report = store.verify(&verifier, ORIGIN, vec![note.clone()]).await.expect("read").expect("sound");
    assert!(clock.now() <= now);
    clock.set(now);
    Made { loaded, store, lines: report.lines, note }
}

#[tokio::test]
async fn the_same_day_and_seed_give_the_same_world_with_a_sound_ledger() {
    let folders = [tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder")];

    let one = make(folders[0].path()).await;
    let other = make(folders[1].path()).await;

    assert_eq!(one.loaded, other.loaded);
    // Every id, time and salt is in the root that is signed.
    assert_eq!(one.note, other.note);
    assert!(one.lines > 300, "{}", one.lines);
    assert_eq!(one.store.check_projections().await.expect("read"), store::Projections::default());
}

#[tokio::test]
async fn each_resident_has_a_dossier_and_only_the_note_of_the_desk_is_left_out() {
    let folder = tempfile::tempdir().expect("a folder");

    let made = make(folder.path()).await;

    let mut keys: Vec<_> = made.loaded.dossiers.iter().map(|(key, _, _)| *key).collect();
    let numbers: Vec<_> = made.loaded.dossiers.iter().map(|(_, number, _)| *number).collect();
    keys.sort_unstable();
    let mut residents: Vec<_> = WORLD.residents.iter().map(|resident| resident.key).collect();
    residents.sort_unstable();
    assert_eq!(keys, residents);
    // Two controllers, each with numbers of its own.
    assert_eq!(numbers.iter().filter(|number| **number == 1001).count(), 2);
    assert_eq!(made.loaded.left_out, ["entry 0 of agnieszka, by marlies"]);
}

#[tokio::test]
async fn who_left_cannot_sign_in_and_who_lacks_something_is_not_ready() {
    let folder = tempfile::tempdir().expect("a folder");
    let made = make(folder.path()).await;
    let app = App::new(made.store.clone());

    let mut found = Vec::new();
    for name in ["samira", "gerda", "bram", "tom"] {
        let staff = WORLD.staff.iter().find(|staff| staff.login_name == name).expect("staff");
        found.push((name, sign_in(&app, name, staff.password, staff.totp_secret).await));
    }
    for resident in WORLD.portal_accounts {
        let ready = sign_in(&app, resident.login_name, resident.password, resident.totp_secret).await;
        found.push((resident.login_name, ready));
    }

    let expected = [
        ("samira", Some(true)),
        ("gerda", None),
        ("bram", Some(false)),
        ("tom", Some(false)),
        ("bhagwandin", Some(true)),
        ("yildiz", Some(true)),
    ];
    assert_eq!(found, expected);
}

/// Whether somebody is ready to work once signed in; none: they cannot sign in.
async fn sign_in(app: &App, name: &str, password: &str, secret: &str) -> Option<bool> {
    let begun = app.first_step(name, password.to_owned()).await.expect("a first step");
    let code = code_of(secret, app.now());
    let second = app.second_step(app.random_id(), &begun.token.cookie, &code).await.expect("a second step");
    let SecondStep::In { token, .. } = second else { return None };
    match app.session(&token.cookie).await.expect("a session") {
        SessionNow::Live { session, .. } => Some(session.ready),
        SessionNow::None | SessionNow::Over(_) => None,
    }
}
