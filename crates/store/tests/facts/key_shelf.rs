//! The key shelf in use: wrapped anew while others read and write, opened by the right keys only, and recognised
//! when it, or the data, is an older copy. Every fact runs on both engines.

use std::sync::{Arc, Mutex};

use jiff::SignedDuration;
use policy::Policies;
use store::{Behind, KeyFault, OpenError, Places, Store, Surroundings, Unfit};
use testkit::{BILAL, Dice, FATMA, NADIA, World, both_engines, secrets};
use uuid::Uuid;
use vault::{BlindIndex, DataKey, Kek, KeyId, KeyProvider, KeyRing, ProviderError, Secrets, SeededEntropy};

const OLD: &str = "kek-test";
const NEW: &str = "kek-2027-02";

/// The bytes of the key-encryption keys by their name, as testkit has them and a new one.
fn ring(names: &[&str]) -> KeyRing {
    let kek = |name: &&str| Kek::new(*name, &if *name == OLD { [1; 32] } else { [9; 32] });
    KeyRing::new(names.iter().map(kek).collect()).expect("a ring")
}

fn with_ring(keks: KeyRing) -> Secrets {
    Secrets { keks, ..secrets() }
}

/// A folder of keys that somebody adds to.
struct Listed(Mutex<Vec<&'static str>>);

impl KeyProvider for Listed {
    fn load(&self) -> Result<Secrets, ProviderError> {
        Ok(with_ring(ring(&self.0.lock().expect("no panic"))))
    }
}

/// Another process on the same places.
async fn another(places: &Places, w: &World, secrets: Secrets) -> Result<Store, OpenError> {
    let clock = Arc::clone(&w.clock) as Arc<dyn store::Clock>;
    let surroundings = Surroundings { clock, entropy: Arc::new(Dice::new(99)), node: "other".to_owned() };
    Store::open(places, secrets, Policies::built_in().expect("policies"), surroundings).await
}

/// Why another process does not open these places.
async fn refusal(w: &World, secrets: Secrets) -> Unfit {
    match another(w.places(), w, secrets).await {
        Err(OpenError::Unfit(why)) => why,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it opened"),
    }
}

async fn wrapped_by(w: &World, kek: &str) -> i64 {
    w.raw_shelf().one(&format!("SELECT COUNT(*) FROM data_key WHERE kek = '{kek}'")).await.int()
}

async fn rotates(store: &Store) -> store::Rotated {
    store.rotate_keys(&mut |_| {}).await.expect("wrapped anew")
}

/// Keys that nobody uses, so that there are more than one page of them.
async fn more_keys(w: &World, count: u32) {
    let (ring, entropy, raw) = (ring(&[OLD]), SeededEntropy::new(5), w.raw_shelf());
    let rows: Vec<String> = (0..count)
        .map(|n| {
            let id = Uuid::from_u128(0x7000 << 64 | u128::from(n));
            let wrapped = ring.wrap(&DataKey::generate(KeyId(id), &entropy), &entropy);
            format!("({}, '{OLD}', {}, 'test', 0)", raw.id(id), raw.bytes(&wrapped.bytes))
        })
        .collect();
    let values = rows.join(", ");
    raw.run(&format!("INSERT INTO data_key (id, kek, wrapped, covers, recorded_at) VALUES {values}")).await;
}

both_engines! {
    async fn a_store_that_runs_reads_its_keys_again_when_the_shelf_is_wrapped_anew(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        w.ria().writes(dossier.first_part(), "Zonnebloem").await.expect("written");
        let list = Arc::new(Listed(Mutex::new(vec![OLD])));
        w.store.reads_keys_again_from(Arc::clone(&list) as Arc<dyn KeyProvider>);
        let before = wrapped_by(&w, OLD).await;

        list.0.lock().expect("no panic").insert(0, NEW);
        let other = another(w.places(), &w, with_ring(ring(&[NEW, OLD]))).await.expect("it opens");
        let rotated = rotates(&other).await;
        w.clock.advance(SignedDuration::from_mins(2));

        assert_eq!((rotated.kek.as_str(), rotated.keys, rotated.stuck.len()), (NEW, before.unsigned_abs(), 0));
        assert_eq!(wrapped_by(&w, OLD).await, 0);
        let read = w.ria().reads(dossier.id).await.expect("it opens what was wrapped anew");
        assert_eq!(read.entries[0].facts, "Zonnebloem");
        w.ria().opens_dossier_of(FATMA).await;
        assert_eq!(wrapped_by(&w, OLD).await, 0, "a new key was wrapped by the old one");
        other.close();
    }

    async fn no_key_is_wrapped_by_the_old_one_once_wrapping_anew_began(w: World) {
        let list = Arc::new(Listed(Mutex::new(vec![NEW, OLD])));
        w.store.reads_keys_again_from(Arc::clone(&list) as Arc<dyn KeyProvider>);
        more_keys(&w, 1300).await;
        let other = another(w.places(), &w, with_ring(ring(&[NEW, OLD]))).await.expect("it opens");

        let people = async {
            for resident in [BILAL, FATMA, NADIA] {
                w.ria().opens_dossier_of(resident).await;
            }
        };
        let (rotated, ()) = tokio::join!(rotates(&other), people);

        assert!(rotated.keys >= 1300, "{rotated:?}");
        // What was made before the first row was told is met by the pages, what came later has the new key.
        assert_eq!(wrapped_by(&w, OLD).await, 0);
        other.close();
    }

    async fn wrapping_anew_that_was_cut_off_goes_on_where_it_was(w: World) {
        more_keys(&w, 1300).await;
        let secrets = || with_ring(ring(&[NEW, OLD]));
        let cut = another(w.places(), &w, secrets()).await.expect("it opens");
        let killed = tokio::spawn(async move {
            cut.rotate_keys(&mut |done| assert!(done > 500, "cut off after the first page")).await
        })
        .await;
        let half = (wrapped_by(&w, OLD).await, wrapped_by(&w, NEW).await);

        let other = another(w.places(), &w, secrets()).await.expect("both keys open a half");
        let rotated = rotates(&other).await;
        let again = rotates(&other).await;

        assert!(killed.is_err());
        assert!(half.0 > 0 && half.1 == 500, "{half:?}");
        assert_eq!(rotated.keys, half.0.unsigned_abs());
        assert_eq!((wrapped_by(&w, OLD).await, again.keys), (0, 0));
        other.close();
    }

    async fn a_node_without_the_new_key_opens_nothing_new_and_seals_nothing_by_the_old(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let other = another(w.places(), &w, with_ring(ring(&[NEW, OLD]))).await.expect("it opens");
        rotates(&other).await;
        w.clock.advance(SignedDuration::from_mins(2));
        let keys = w.raw_shelf().one("SELECT COUNT(*) FROM data_key").await;

        let read = w.ria().reads(dossier.id).await;

        assert!(read.is_err());
        assert_eq!(w.raw_shelf().one("SELECT COUNT(*) FROM data_key").await, keys);
        assert_eq!(wrapped_by(&w, OLD).await, 0);
        other.close();
    }

    async fn a_new_key_that_is_first_in_the_list_wraps_nothing_before_the_shelf_says_so(w: World) {
        let other = another(w.places(), &w, with_ring(ring(&[NEW, OLD]))).await.expect("it opens");
        other.close();

        w.ria().opens_dossier_of(BILAL).await;

        assert_eq!(wrapped_by(&w, NEW).await, 0);
    }

    async fn a_key_that_does_not_open_stays_and_is_told(w: World) {
        more_keys(&w, 3).await;
        let raw = w.raw_shelf();
        let spoilt = raw.id(Uuid::from_u128(0x7000 << 64 | 1));
        raw.run(&format!("UPDATE data_key SET wrapped = {} WHERE id = {spoilt}", raw.bytes(&[1; 61]))).await;
        let other = another(w.places(), &w, with_ring(ring(&[NEW, OLD]))).await.expect("it opens");

        let rotated = rotates(&other).await;

        assert_eq!(rotated.stuck.len(), 1, "{rotated:?}");
        assert_eq!(wrapped_by(&w, OLD).await, 1);
        other.close();
    }

    async fn a_key_destroyed_while_it_is_wrapped_anew_stays_destroyed(w: World) {
        more_keys(&w, 600).await;
        let other = another(w.places(), &w, with_ring(ring(&[NEW, OLD]))).await.expect("it opens");
        let (raw, gone) = (w.raw_shelf(), w.raw_shelf().id(Uuid::from_u128(0x7000 << 64 | 599)));
        let handle = tokio::runtime::Handle::current();

        let mut destroyed = false;
        let rotated = other
            .rotate_keys(&mut |_| {
                if !std::mem::replace(&mut destroyed, true) {
                    let (raw, statement) = (raw.clone(), format!("DELETE FROM data_key WHERE id = {gone}"));
                    let handle = handle.clone();
                    std::thread::spawn(move || handle.block_on(raw.run(&statement))).join().expect("destroyed");
                }
            })
            .await
            .expect("wrapped anew");

        assert!(rotated.stuck.is_empty());
        assert_eq!(raw.one(&format!("SELECT COUNT(*) FROM data_key WHERE id = {gone}")).await.int(), 0);
        other.close();
    }

    async fn a_shelf_is_opened_by_the_keys_that_wrapped_it_and_by_no_others(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        let rows = wrapped_by(&w, OLD).await.unsigned_abs();
        let other_bytes = KeyRing::new(vec![Kek::new(OLD, &[7; 32])]).expect("a ring");

        let without = refusal(&w, with_ring(ring(&[NEW]))).await;
        let wrong = refusal(&w, with_ring(other_bytes)).await;
        let index = refusal(&w, Secrets { index: BlindIndex::new(&[7; 32]), ..secrets() }).await;

        assert_eq!(without, Unfit::Key(KeyFault::SealingMissing { kek: OLD.to_owned() }));
        assert_eq!(wrong, Unfit::Key(KeyFault::Wrong { kek: OLD.to_owned() }));
        assert_eq!(index, Unfit::BlindIndex);
        let both = another(w.places(), &w, with_ring(ring(&[NEW, OLD]))).await.expect("it opens");
        more_keys(&w, 1).await;
        let raw = w.raw_shelf();
        raw.run(&format!("UPDATE shelf_state SET sealing_kek = '{NEW}'")).await;
        let half = refusal(&w, with_ring(ring(&[NEW]))).await;
        assert_eq!(half, Unfit::Key(KeyFault::Missing { kek: OLD.to_owned(), rows: rows + 1 }));
        both.close();
    }

    async fn an_older_copy_of_the_shelf_is_refused(w: World) {
        let keep = w.raw_shelf().one("SELECT changes FROM shelf_state").await.int();
        w.ria().opens_dossier_of(BILAL).await;
        w.store.note_each_other().await.expect("noted");
        let now = w.raw_shelf().one("SELECT changes FROM shelf_state").await.int();

        w.raw_shelf().run(&format!("UPDATE shelf_state SET changes = {keep}")).await;

        assert!(now > keep);
        assert_eq!(refusal(&w, secrets()).await, Unfit::OldShelf { missing: now.abs_diff(keep) });
    }

    async fn a_shelf_that_lacks_a_new_key_is_refused_unless_the_key_was_destroyed(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        let raw = w.raw_shelf();
        let key = w.raw().one("SELECT core_key FROM client ORDER BY id DESC LIMIT 1").await;
        let key = raw.id(Uuid::from_slice(key.bytes()).expect("an id"));

        raw.run(&format!("DELETE FROM data_key WHERE id = {key}")).await;
        let lost = refusal(&w, secrets()).await;
        raw.run(&format!("INSERT INTO destroyed_key (id, destroyed_at) VALUES ({key}, 0)")).await;
        let destroyed = another(w.places(), &w, secrets()).await;

        assert!(matches!(lost, Unfit::LostKeys { lost: 1, .. }), "{lost:?}");
        destroyed.expect("what was destroyed on purpose is not missed").close();
    }

    async fn what_is_lost_for_good_can_be_given_up(w: World) {
        let dossier = w.ria().opens_dossier_of(BILAL).await;
        let kept = w.ria().opens_dossier_of(FATMA).await;
        w.store.note_each_other().await.expect("noted");
        let whose = w.raw().id(dossier.id.uuid());
        let key = format!("SELECT c.core_key FROM client c JOIN dossier d ON d.client = c.id WHERE d.id = {whose}");
        let key = w.raw().one(&key).await;
        let key = Uuid::from_slice(key.bytes()).expect("an id");
        let raw = w.raw_shelf();
        raw.run(&format!("DELETE FROM data_key WHERE id = {}", raw.id(key))).await;
        raw.run("UPDATE shelf_state SET changes = changes - 1").await;
        let surroundings = || Surroundings {
            clock: Arc::clone(&w.clock) as Arc<dyn store::Clock>,
            entropy: Arc::new(Dice::new(98)),
            node: "other".to_owned(),
        };
        let policies = Policies::built_in().expect("policies");
        let store = Store::open_after_loss(w.places(), secrets(), policies, surroundings()).await.expect("opens");

        let lost = store.lost_keys().await.expect("looked");
        let given_up = store.give_up_lost_keys().await.expect("given up");
        store.close();

        assert_eq!((lost, given_up), (vec![KeyId(key)], 1));
        another(w.places(), &w, secrets()).await.expect("it opens again").close();
        w.clock.advance(SignedDuration::from_mins(2));
        assert!(w.ria().reads(dossier.id).await.is_err());
        assert!(w.ria().reads(kept.id).await.is_ok());
    }

    async fn an_older_copy_of_the_data_opens_and_says_what_it_lacks(w: World) {
        w.ria().opens_dossier_of(BILAL).await;
        w.sequences().await;
        w.store.note_each_other().await.expect("noted");
        let up_to_date = w.store.behind().await.expect("looked");

        let raw = w.raw_shelf();
        raw.run("UPDATE shelf_state SET data_size = data_size + 7").await;
        raw.run(&format!("INSERT INTO destroyed_key (id, destroyed_at) VALUES ({}, 0)", raw.id(Uuid::max()))).await;

        let again = another(w.places(), &w, secrets()).await.expect("a restore is lawful");
        assert_eq!(up_to_date, None);
        assert_eq!(again.behind().await.expect("looked"), Some(Behind { lines: 7, destroyed: 1 }));
        again.close();
    }
}
