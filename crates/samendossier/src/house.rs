//! Opening an installation: keys, folders, data, key shelf, and the key that signs checkpoints.

use std::path::Path;
use std::sync::Arc;

use ledger::{Signer, Verifier};
use policy::Policies;
use store::{Behind, OpenError, Place, Store, Surroundings};
use uuid::Uuid;
use vault::Zeroizing;

use crate::config::Config;
use crate::failure::Failure;
use crate::{folder, keys, say, surroundings};

/// Checkpoints are signed in this name, followed by the id of the installation. A reserved domain: the
/// name only has to be this log's alone and stay the same.
const ORIGIN: &str = "samendossier.example";

/// An open installation.
pub struct House {
    pub store: Store,
    pub signer: Arc<Signer>,
}

impl House {
    /// Opens the installation of these settings.
    ///
    /// # Errors
    /// What stands in the way and what to do.
    pub async fn open(config: &Config, surroundings: Surroundings) -> Result<Self, Failure> {
        let seed = Self::prepare(config)?;
        let policies = policies(config)?;
        let store = Store::open(&config.places, keys::load(config)?, policies, surroundings).await;
        Self::with(config, store, &seed).await
    }

    /// Opens an installation whose newest key shelf was lost.
    ///
    /// # Errors
    /// What else stands in the way.
    pub async fn open_after_loss(config: &Config, surroundings: Surroundings) -> Result<Self, Failure> {
        let seed = Self::prepare(config)?;
        let policies = policies(config)?;
        let store = Store::open_after_loss(&config.places, keys::load(config)?, policies, surroundings).await;
        Self::with(config, store, &seed).await
    }

    /// The keys first: a folder is made only for who has them. Gives the seed of the key that signs.
    fn prepare(config: &Config) -> Result<Zeroizing<[u8; 32]>, Failure> {
        let secrets = keys::load(config)?;
        let seed: Zeroizing<[u8; 32]> = secrets.ledger_seed.clone();
        if let (Place::File(data), Place::File(shelf)) = (&config.places.data, &config.places.shelf)
            // An empty one was made in passing, by a start that came no further.
            && std::fs::metadata(shelf).is_ok_and(|found| found.len() > 0)
            && !data.exists()
        {
            // New data beside an old shelf would only hide that the right data is gone.
            return Err(Failure::DataMissing { data: data.clone(), shelf: shelf.clone() });
        }
        folder::make_writable(&config.data, "DATA")?;
        for place in [&config.places.data, &config.places.shelf] {
            prepare(place)?;
        }
        Ok(seed)
    }

    async fn with(
        config: &Config,
        opened: Result<Store, OpenError>,
        seed: &[u8; 32],
    ) -> Result<Self, Failure> {
        let store =
            opened.map_err(|why| Failure::opening(&why, &config.places.data, &config.places.shelf))?;
        store.reads_keys_again_from(keys::provider(config));
        let origin = format!("{ORIGIN}/{}", store.installation().simple());
        let signer = Signer::new(&origin, *seed).map_err(Failure::Signer)?;
        if !store.recognises("ledger-key", &signer.vkey()).await? {
            return Err(Failure::OtherLedgerKey);
        }
        let session_key =
            store.tag("this key", b"").iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        if !store.recognises("session-key", &session_key).await? {
            // Not wrong by itself: after a leak it is replaced, and everybody signs in again.
            tracing::warn!("session.key is another key than before: everybody has to sign in again");
            store.note("session-key", session_key).await?;
        }
        Ok(Self { store, signer: Arc::new(signer) })
    }

    /// Who checks the checkpoints: the public half of the key, nothing more.
    ///
    /// # Errors
    /// When the key makes no name.
    pub fn verifier(&self) -> Result<Verifier, Failure> {
        Verifier::from_vkey(&self.signer.vkey()).map_err(Failure::Signer)
    }

    /// Says so when the data is an older copy than its shelf: what a restore is, and what tampering looks like.
    ///
    /// # Errors
    /// What the store said.
    pub async fn tell_when_restored(&self) -> Result<(), Failure> {
        if let Some(Behind { lines, destroyed }) = self.store.behind().await? {
            tracing::warn!(
                lines,
                destroyed,
                "the data is an older copy than its key shelf: so many lines of the record are missing. When a \
                 backup was put back: what was destroyed since stays destroyed; compare with the checkpoints that \
                 somebody else keeps, and tell the data protection officer. When nobody put one back: stop, and \
                 find out who did"
            );
        }
        Ok(())
    }

    /// The id under which this process numbers records. The same after a restart, so that nobody waits for
    /// the lease of a process that is gone.
    pub fn node(&self, config: &Config) -> Uuid {
        let tag = self.store.tag("node", config.node.as_bytes());
        let mut id = [0; 16];
        id.copy_from_slice(&tag[..16]);
        uuid::Builder::from_random_bytes(id).into_uuid()
    }
}

fn policies(config: &Config) -> Result<Policies, Failure> {
    let local = config.policies.as_ref().map_or(&[][..], |local| &local.files);
    Policies::with_local(local)
        .map_err(|why| Failure::opening(&why.into(), &config.places.data, &config.places.shelf))
}

/// A database file is its owner's alone, in a folder that is too.
fn prepare(place: &Place) -> Result<(), Failure> {
    let Place::File(file) = place else { return Ok(()) };
    let above = file.parent().unwrap_or(Path::new("."));
    folder::make_writable(above, "DATA")?;
    folder::make_private(file).map_err(|why| Failure::Unwritable {
        folder: above.to_owned(),
        setting: "DATA",
        why: why.kind().to_string(),
    })
}

/// `migrate`: opening brings the tables up to date.
///
/// # Errors
/// What stands in the way and what to do.
pub async fn migrate(config: &Config) -> Result<(), Failure> {
    let house = House::open(config, surroundings::real(&config.node)).await?;
    house.store.close();
    say::line("The tables are up to date.");
    Ok(())
}
