//! Whether data, key shelf and keys belong together: looked at when a store is opened. An old copy of the shelf
//! would bring destroyed keys back and lacks new ones: refused. An old copy of the data is what a restore is.

use std::collections::HashSet;

use vault::KeyId;

use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::shelf::KeyFault;
use crate::store::Store;
use crate::{params, sql};

/// In the data: how many changes of the shelf it knows of.
const SHELF_CHANGES: &str = "shelf-changes";
/// Of each kind, the newest keys that the data names are looked for on the shelf.
const NEWEST: i64 = 100;
/// Rows read at a time.
const PAGE: i64 = 5000;

/// Why data, shelf and keys do not belong together.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unfit {
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// Searches would find nobody.
    #[error("the key of the blind index is another one than this data was made with")]
    BlindIndex,
    /// The data knows of changes that the shelf never saw.
    #[error(
        "the key shelf is an older copy than the data: {missing} later changes are not on it, so that new keys are \
         missing and destroyed ones would open again"
    )]
    OldShelf { missing: u64 },
    /// Keys that were neither made here nor destroyed.
    #[error(
        "{lost} of the newest {of} keys that the data names are not on the key shelf: it is an older copy, or half of one"
    )]
    LostKeys { lost: u64, of: u64 },
}

/// What an old copy of the data lacks, as far as the shelf knows.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Behind {
    /// Lines of the record that the data once had.
    pub lines: u64,
    /// Keys on the shelf's list of destroyed ones: what they sealed cannot be read, in any copy.
    pub destroyed: u64,
}

impl Store {
    /// Looks whether the three belong together. Called when the store is opened.
    pub(crate) async fn fits(&self) -> Result<Result<(), Unfit>, Error> {
        let state = self.core.shelf.begin().await?;
        if let Err(fault) = self.core.shelf.check_ring().await? {
            return Ok(Err(fault.into()));
        }
        let token = self.core.index.token(self.core.installation, "this key", "");
        if !self.recognises("blind-index-key", &hex(&token)).await? {
            return Ok(Err(Unfit::BlindIndex));
        }
        let known: i64 = match self.glance(Known { name: SHELF_CHANGES }).await? {
            Some(text) => text.parse().map_err(|_| Error::Column { column: 0 })?,
            None => 0,
        };
        if state.changes < known {
            return Ok(Err(Unfit::OldShelf { missing: known.abs_diff(state.changes) }));
        }
        let newest = self.glance(NewestKeys).await?;
        let lost = self.core.shelf.lost(&newest).await?;
        if !lost.is_empty() {
            return Ok(Err(Unfit::LostKeys { lost: lost.len() as u64, of: newest.len() as u64 }));
        }
        Ok(Ok(()))
    }

    /// Whether this is the value that the installation noted under this name; the first one is noted.
    ///
    /// # Errors
    /// What the database said.
    pub async fn recognises(&self, name: &'static str, value: &str) -> Result<bool, Error> {
        if let Some(known) = self.glance(Known { name }).await? {
            return Ok(known == value);
        }
        self.chore(NoteFirst { name, value: value.to_owned() }).await?;
        // Two nodes may begin at once: the one that noted first is right.
        Ok(self.glance(Known { name }).await?.as_deref() == Some(value))
    }

    /// Notes a value of the installation in the place of the earlier one.
    ///
    /// # Errors
    /// What the database said.
    pub async fn note(&self, name: &'static str, value: String) -> Result<(), Error> {
        self.chore(Note { name, value }).await
    }

    /// Data and shelf note how far the other is, so that an old copy of either is recognised later.
    ///
    /// # Errors
    /// What either database said.
    pub async fn note_each_other(&self) -> Result<(), Error> {
        // What is noted was there before it is noted, so neither ever knows of more than the other has.
        let changes = self.core.shelf.state().await?.changes;
        let size = self.glance(Size).await?;
        let known = self.glance(Known { name: SHELF_CHANGES }).await?;
        if known.and_then(|text| text.parse::<i64>().ok()).is_none_or(|known| known < changes) {
            self.note(SHELF_CHANGES, changes.to_string()).await?;
        }
        self.core.shelf.saw_data(size).await
    }

    /// What this data lacks when it is an old copy; none when it has all that the shelf saw.
    ///
    /// # Errors
    /// What either database said.
    pub async fn behind(&self) -> Result<Option<Behind>, Error> {
        let size = self.glance(Size).await?;
        let saw = self.core.shelf.state().await?.data_size;
        if size >= saw {
            return Ok(None);
        }
        let destroyed = self.core.shelf.destroyed().await?;
        Ok(Some(Behind { lines: saw.abs_diff(size), destroyed }))
    }

    /// Every key that the data names and that is neither on the shelf nor destroyed on purpose.
    ///
    /// # Errors
    /// What either database said.
    pub async fn lost_keys(&self) -> Result<Vec<KeyId>, Error> {
        let known: HashSet<KeyId> = self.core.shelf.all_known().await?;
        let mut lost = Vec::new();
        for kind in [Kind::Client, Kind::Part, Kind::Owner] {
            let mut after = None;
            loop {
                let page = self.glance(NamedKeys { kind, after: after.take() }).await?;
                let Some((last, _)) = page.last() else { break };
                after = Some(last.clone());
                lost.extend(page.iter().map(|(_, key)| *key).filter(|key| !known.contains(key)));
            }
        }
        Ok(lost)
    }

    /// Gives up the keys that are lost: they count as destroyed, and the shelf as the newest there is. Says
    /// how many.
    ///
    /// # Errors
    /// What either database said; what was given up stays so.
    pub async fn give_up_lost_keys(&self) -> Result<u64, Error> {
        let lost = self.lost_keys().await?;
        self.core.shelf.give_up(&lost, self.now()).await?;
        let changes = self.core.shelf.state().await?.changes;
        self.note(SHELF_CHANGES, changes.to_string()).await?;
        Ok(lost.len() as u64)
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[derive(Clone)]
struct Known {
    name: &'static str,
}

impl Chore for Known {
    type Out = Option<String>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT value
                       FROM installation
                      WHERE name = $1"
                ),
                params![self.name],
            )
            .await?;
        row.map(|row| row.get(0)).transpose()
    }
}

#[derive(Clone)]
struct NoteFirst {
    name: &'static str,
    value: String,
}

impl Chore for NoteFirst {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run(
                sql!(
                    "INSERT INTO installation (name, value)
                     VALUES ($1, $2)
                         ON CONFLICT (name) DO NOTHING"
                ),
                params![self.name, self.value.as_str()],
            )
            .await
            .map(drop)
    }
}

#[derive(Clone)]
struct Note {
    name: &'static str,
    value: String,
}

impl Chore for Note {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO installation (name, value)
                     VALUES ($1, $2)
                         ON CONFLICT (name) DO UPDATE SET value = $2"
                ),
                params![self.name, self.value.as_str()],
            )
            .await
    }
}

#[derive(Clone)]
struct Size;

impl Chore for Size {
    type Out = i64;

    async fn run(self, desk: &mut Desk<'_>) -> Result<i64, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT size
                       FROM tree
                      WHERE one = 1"
                ),
                params![],
            )
            .await?;
        row.map_or(Ok(0), |row| row.get(0))
    }
}

/// The keys of the newest clients, parts and accounts: a shelf that lacks one of these is not the latest.
#[derive(Clone)]
struct NewestKeys;

impl Chore for NewestKeys {
    type Out = Vec<KeyId>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<KeyId>, Error> {
        let mut keys = Vec::new();
        for newest in [
            sql!(
                "SELECT core_key
                   FROM client
                  ORDER BY id DESC
                  LIMIT $1"
            ),
            sql!(
                "SELECT k.data_key
                   FROM dossier_part p
                   JOIN part_key k ON k.part = p.id
                  ORDER BY p.id DESC
                  LIMIT $1"
            ),
            sql!(
                "SELECT o.data_key
                   FROM account a
                   JOIN owner_key o ON o.owner = a.id
                  ORDER BY a.id DESC
                  LIMIT $1"
            ),
        ] {
            for row in desk.tx.all(newest, params![NEWEST]).await? {
                keys.push(row.get(0)?);
            }
        }
        Ok(keys)
    }
}

/// Which rows name a key.
#[derive(Clone, Copy)]
enum Kind {
    Client,
    Part,
    Owner,
}

/// Where a page ended: the id, and for a part its quarter.
type Mark = (uuid::Uuid, String);

/// One page of the keys that the data names.
#[derive(Clone)]
struct NamedKeys {
    kind: Kind,
    after: Option<Mark>,
}

impl Chore for NamedKeys {
    type Out = Vec<(Mark, KeyId)>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let (after, quarter) = self.after.unwrap_or_default();
        let rows = match self.kind {
            Kind::Client => {
                desk.tx
                    .all(
                        sql!(
                            "SELECT id, core_key
                               FROM client
                              WHERE id > $1
                              ORDER BY id
                              LIMIT $2"
                        ),
                        params![after, PAGE],
                    )
                    .await?
            }
            Kind::Part => {
                desk.tx
                    .all(
                        sql!(
                            "SELECT part, data_key, quarter
                               FROM part_key
                              WHERE (part, quarter) > ($1, $2)
                              ORDER BY part, quarter
                              LIMIT $3"
                        ),
                        params![after, quarter.as_str(), PAGE],
                    )
                    .await?
            }
            Kind::Owner => {
                desk.tx
                    .all(
                        sql!(
                            "SELECT owner, data_key
                               FROM owner_key
                              WHERE owner > $1
                              ORDER BY owner
                              LIMIT $2"
                        ),
                        params![after, PAGE],
                    )
                    .await?
            }
        };
        rows.iter()
            .map(|row| {
                let quarter = if matches!(self.kind, Kind::Part) { row.get(2)? } else { String::new() };
                Ok(((row.get(0)?, quarter), row.get(1)?))
            })
            .collect()
    }
}
