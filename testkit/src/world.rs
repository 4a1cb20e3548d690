//! A whole product in a temporary place: store, use cases, clock and people. One test, one world.
//! The same clock and the same seed give the same ids, so that two worlds can be compared byte for byte.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use app::App;
use ledger::{Failure, Record, Report, Signer, Verifier};
use policy::Policies;
use store::{Clock, Places, Store, Surroundings};
use uuid::Uuid;
use vault::{BlindIndex, Entropy, Kek, KeyRing, Secrets, SessionKey, Zeroizing};

use crate::clock::FakeClock;
use crate::dice::Dice;
use crate::engine::{Databases, Engine};
use crate::house::House;
use crate::person::{Person, SignedIn};
use crate::raw::Raw;

/// A Monday morning.
pub const START: &str = "2026-03-02T09:00:00Z";
/// The name of the log in its checkpoints.
pub const ORIGIN: &str = "voorbeeldstad.example/samendossier";

const SEED: u64 = 1;
const LEDGER_SEED: [u8; 32] = [3; 32];
/// The one node of every world.
pub const NODE: Uuid = Uuid::from_u128(7);

/// A product with people in it.
pub struct World {
    pub clock: Arc<FakeClock>,
    pub app: App,
    pub store: Store,
    pub house: House,
    entropy: Arc<Dice>,
    engine: Engine,
    pub(crate) signed_in: Mutex<HashMap<&'static str, SignedIn>>,
    // Last: the files go when everything that has them open is gone.
    databases: Databases,
}

impl World {
    /// A new world on this engine, on a Monday morning, with the house of Voorbeeldstad in it.
    pub async fn on(engine: Engine) -> Self {
        let clock = Arc::new(FakeClock::at(START));
        let entropy = Arc::new(Dice::new(SEED));
        let databases = Databases::make(engine).await;
        let store = open_store(&databases.places, &clock, &entropy).await;
        let house = House::build(&store).await;
        let app = open_app(&store, &databases);
        Self { clock, app, store, house, entropy, engine, signed_in: Mutex::default(), databases }
    }

    /// Which engine this world is on.
    pub const fn engine(&self) -> Engine {
        self.engine
    }

    /// Where it keeps its data.
    pub fn places(&self) -> &Places {
        &self.databases.places
    }

    /// The folder for everything that is a file.
    pub fn folder(&self) -> &Path {
        self.databases.folder()
    }

    /// Where files of documents lie.
    pub fn files(&self) -> store::Files {
        store::Files::in_folder(files(&self.databases))
    }

    /// Closes the store and opens it again, as a restart does.
    pub async fn restarts(&mut self) {
        self.store.close();
        self.store = open_store(&self.databases.places, &self.clock, &self.entropy).await;
        self.app = open_app(&self.store, &self.databases);
    }

    /// The same, by these policies: those of a house that forbids more.
    pub async fn restarts_by(&mut self, policies: Policies) {
        self.store.close();
        self.store = open_by(&self.databases.places, &self.clock, &self.entropy, policies).await;
        self.app = open_app(&self.store, &self.databases);
    }

    /// Everything of this world is closed while `meanwhile` has the places to itself; then it starts again.
    pub async fn while_down<T>(self, meanwhile: impl AsyncFnOnce(&Places) -> T) -> (Self, T) {
        self.store.close();
        let Self { clock, app, store, house, entropy, engine, signed_in, databases } = self;
        drop((app, store));
        let out = meanwhile(&databases.places).await;
        let store = open_store(&databases.places, &clock, &entropy).await;
        let app = open_app(&store, &databases);
        (Self { clock, app, store, house, entropy, engine, signed_in, databases }, out)
    }

    /// The present instant.
    pub fn now(&self) -> jiff::Timestamp {
        self.clock.now()
    }

    /// An id that nobody has.
    pub fn random_id(&self) -> Uuid {
        self.entropy.uuid_random()
    }

    /// From now on the ids of this seed, as in any other world that does the same now.
    pub fn ids_begin_again(&self, seed: u64) {
        assert_ne!(seed, SEED, "these ids were given out already");
        self.entropy.begin_again(seed);
    }

    /// Makes the store fail here from now on, or no more.
    pub fn breaks(&self, fault: Option<store::Fault>) {
        self.store.faults().set(fault);
    }

    /// The data, around the product.
    pub fn raw(&self) -> Raw {
        Raw::new(self.databases.places.data.clone())
    }

    /// The key shelf, around the product.
    pub fn raw_shelf(&self) -> Raw {
        Raw::new(self.databases.places.shelf.clone())
    }

    /// Every record there is, in the order they were written.
    pub async fn records(&self) -> Vec<Record> {
        let rows = self.raw().rows("SELECT bytes FROM record ORDER BY row_no").await;
        rows.iter().map(|row| Record::decode(row[0].bytes()).expect("a record")).collect()
    }

    /// The records of one request, which is among the last that were made, in the order they were written. A walk of
    /// thousands of requests does not read all of the record each time.
    pub async fn records_of(&self, request: Uuid) -> Vec<Record> {
        let rows = self.raw().rows("SELECT bytes FROM record ORDER BY row_no DESC LIMIT 500").await;
        let newest = rows.iter().rev().map(|row| Record::decode(row[0].bytes()).expect("a record"));
        newest.filter(|it| it.correlation == request).collect()
    }

    /// The newest record.
    pub async fn last_record(&self) -> Record {
        self.records().await.pop().expect("a record")
    }

    /// Numbers all records that wait.
    pub async fn sequences(&self) {
        while self.store.sequence(NODE).await.expect("the sequencer works").expect("it has the lease") > 0 {}
    }

    /// Forgets leaves, tree and projections, and has the product make them again from the records as they are now.
    pub async fn recomputes(&self) {
        self.raw()
            .run(
                "DELETE FROM leaf; DELETE FROM tree; DELETE FROM look_at_client; DELETE FROM deed_of_actor;
                 DELETE FROM record_waiting; INSERT INTO record_waiting (row_no) SELECT row_no FROM record;",
            )
            .await;
        self.sequences().await;
        let found = self.store.check_projections().await.expect("it can be read");
        assert_eq!(found, store::Projections::default());
    }

    /// Numbers what waits and signs a checkpoint, which is handed out as an outsider would keep it.
    pub async fn checkpoint(&self) -> String {
        self.sequences().await;
        let note = self.store.checkpoint(Arc::new(signer())).await.expect("it signs");
        note.expect("the ledger is not empty")
    }

    /// Verifies the ledger against the checkpoints in the database and those kept outside.
    pub async fn verifies(&self, kept: &[String]) -> Result<Report, Failure> {
        let verifier = Verifier::from_vkey(&signer().vkey()).expect("a key");
        self.store.verify(&verifier, ORIGIN, kept.to_vec()).await.expect("it can be read")
    }

    /// Somebody of the house by their key.
    pub const fn person(&self, who: &'static str) -> Person<'_> {
        Person::new(self, who)
    }
}

fn files(databases: &Databases) -> std::path::PathBuf {
    databases.folder().join("files")
}

/// The product with a place for documents. The program that reads files was built beside the test.
fn open_app(store: &Store, databases: &Databases) -> App {
    let test = std::env::current_exe().expect("a test knows where it is");
    let built = test.parent().and_then(Path::parent).expect("a test lies in target/…/deps");
    let folder = files(databases);
    std::fs::create_dir_all(&folder).expect("a folder for files");
    let desk = app::document::Desk {
        files: store::Files::in_folder(folder),
        workshop: app::document::Workshop::new(built.join("confined")),
        scanner: None,
    };
    App::new(store.clone()).with_documents(desk)
}

macro_rules! people {
    ($($(#[$doc:meta])+ $who:ident;)+) => {
        impl World {$(
            $(#[$doc])+
            pub const fn $who(&self) -> Person<'_> {
                self.person(stringify!($who))
            }
        )+}
    };
}

people! {
    /// Worker, team Noord.
    ria;
    /// Worker, team Noord: Ria's colleague.
    samira;
    /// Coordinator of team Noord.
    joost;
    /// Coordinator of team Zuid.
    karin;
    /// Worker, team Zuid.
    tom;
    /// Debt counsellor, team Noord.
    daan;
    /// Front desk, team Noord.
    ingeborg;
    /// Worker, team Noord, and a resident with a dossier herself.
    nadia;
    /// Decision officer for the whole municipality: of no team.
    petra;
    /// Functional administrator of the municipality.
    kees;
    /// Data protection officer of the municipality.
    olga;
    /// Worker at the foundation.
    wouter;
    /// Worker, team Noord, who did not sign the pledge.
    lotte;
    /// Resident with a portal account.
    bilal;
    /// Another resident with a portal account.
    fatma;
}

/// The key that signs checkpoints.
pub fn signer() -> Signer {
    Signer::new(ORIGIN, LEDGER_SEED).expect("the origin is a name")
}

/// The secrets of every world.
pub fn secrets() -> Secrets {
    Secrets {
        keks: KeyRing::new(vec![Kek::new("kek-test", &[1; 32])]).expect("one key makes a ring"),
        index: BlindIndex::new(&[2; 32]),
        ledger_seed: Zeroizing::new(LEDGER_SEED),
        session_key: SessionKey::new(&[4; 32]),
    }
}

/// Opens a store in these places as a world does, and closes it: what is there then is what every world begins with.
pub(crate) async fn opens_once(places: &Places) {
    let store = open_store(places, &Arc::new(FakeClock::at(START)), &Arc::new(Dice::new(SEED))).await;
    store.close();
}

/// Opens the places of a world. Two stores that are ever open on them need dice with different seeds.
pub async fn open_store(places: &Places, clock: &Arc<FakeClock>, entropy: &Arc<Dice>) -> Store {
    open_by(places, clock, entropy, Policies::built_in().expect("the policies are right")).await
}

async fn open_by(places: &Places, clock: &Arc<FakeClock>, entropy: &Arc<Dice>, policies: Policies) -> Store {
    let (clock, entropy) = (Arc::clone(clock), Arc::clone(entropy));
    let surroundings = Surroundings { clock, entropy, node: "test".to_owned() };
    Store::open(places, secrets(), policies, surroundings).await.expect("the store opens")
}
