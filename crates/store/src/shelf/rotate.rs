//! Wrapping the shelf anew with another key-encryption key, while it is in use. Page by page and in no common
//! transaction: killed at any moment, it goes on where it was, for a row names the key that wrapped it.

use uuid::Uuid;
use vault::{KeyId, WrappedKey};

use crate::db::Tx;
use crate::error::Error;
use crate::{params, sql};

use super::check::Wrapped;
use super::{Errand, Place, Shelf, lock};

/// Rows that are wrapped anew in one transaction.
const PAGE: i64 = 500;

/// What wrapping anew came to.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Rotated {
    /// The key-encryption key that wraps from now on.
    pub kek: String,
    /// Keys that were wrapped anew now.
    pub keys: u64,
    /// Keys that do not open, each with why; they stay as they were.
    pub stuck: Vec<String>,
}

impl Shelf {
    /// Wraps every key by the first of the list, and tells the shelf to wrap new ones by it. `told` hears how
    /// many are done, after each page.
    pub(crate) async fn rotate(&self, told: &mut (dyn FnMut(u64) + Send)) -> Result<Rotated, Error> {
        let ring = self.ring();
        let kek = ring.sealing_kek().to_owned();
        self.write(SealBy { kek: &kek }).await?;
        let mut done = Rotated { kek: kek.clone(), keys: 0, stuck: Vec::new() };
        for old in self.wrappers().await?.into_iter().filter(|wrapper| wrapper.kek != kek) {
            let mut after = KeyId(Uuid::nil());
            loop {
                let page = self.read(Wrapped { by: &old.kek, after, at_most: PAGE }).await?;
                let Some(last) = page.last() else { break };
                after = last.id;
                let mut anew = Vec::new();
                for key in &page {
                    match ring.rewrap(key, &*self.surroundings.entropy) {
                        Ok(wrapped) => anew.push(wrapped),
                        Err(why) => done.stuck.push(why.to_string()),
                    }
                }
                done.keys += self.write(Rewrap { old: &old.kek, anew: &anew }).await?;
                told(done.keys);
            }
        }
        self.forget_old_pages();
        Ok(done)
    }

    /// The old wrapping stands in the write-ahead log until that is emptied. Readers may hold it; then it is
    /// emptied later, by whoever closes the file last.
    fn forget_old_pages(&self) {
        if let Place::Sqlite(conn) = &self.place {
            let _ = lock(conn).execute_batch("PRAGMA wal_checkpoint(TRUNCATE)");
        }
    }
}

/// From now on this key wraps. Whoever is putting a key on the shelf is waited for.
struct SealBy<'k> {
    kek: &'k str,
}

impl Errand for SealBy<'_> {
    type Out = ();

    async fn run(self, tx: &mut Tx<'_>) -> Result<(), Error> {
        tx.run_one(
            sql!(
                "UPDATE shelf_state
                    SET sealing_kek = $1, changes = changes + 1
                  WHERE one = 1"
            ),
            params![self.kek],
        )
        .await
    }
}

/// Puts the new wrapping in the place of the old. A key that was destroyed meanwhile stays destroyed.
struct Rewrap<'k> {
    old: &'k str,
    anew: &'k [WrappedKey],
}

impl Errand for Rewrap<'_> {
    type Out = u64;

    async fn run(self, tx: &mut Tx<'_>) -> Result<u64, Error> {
        tx.run_one(
            sql!(
                "UPDATE shelf_state
                    SET changes = changes + 1
                  WHERE one = 1"
            ),
            params![],
        )
        .await?;
        let mut keys = 0;
        for key in self.anew {
            keys += tx
                .run(
                    sql!(
                        "UPDATE data_key
                            SET kek = $1, wrapped = $2
                          WHERE id = $3 AND kek = $4"
                    ),
                    params![key.kek.as_str(), key.bytes.as_slice(), key.id, self.old],
                )
                .await?;
        }
        Ok(keys)
    }
}
