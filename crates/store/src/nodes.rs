//! The processes that serve one installation: each says by its name that it is there, in a row among the leases,
//! and finds out when a newer program has changed the tables under it.

use jiff::{SignedDuration, Timestamp};
use uuid::Uuid;

use crate::error::Error;
use crate::migrate::DATA;
use crate::office::{Chore, Desk};
use crate::store::Store;
use crate::{params, sql};

/// A node that says nothing for this long is gone. It says so every minute.
const PRESENT: SignedDuration = SignedDuration::from_secs(150);
/// What nodes of long ago left behind goes after this.
const FORGOTTEN: SignedDuration = SignedDuration::from_hours(24);
/// Before the name of a node.
const PREFIX: &str = "node:";

/// Who was there when a node said that it is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Attendance {
    /// The process that said so last under this name. Another one than this process, that keeps coming back, is
    /// a second process with the same name.
    pub before: Option<Uuid>,
    /// The other nodes that are there.
    pub others: Vec<Present>,
}

/// A node that is there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Present {
    pub name: String,
    /// When it said so last, by its own clock.
    pub seen_at: Timestamp,
}

/// Tables that a newer program made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Outgrown {
    /// The number of the last migration.
    pub schema: i64,
    /// The last one that this program knows.
    pub known_schema: i64,
}

impl Store {
    /// Says that this process is there, under this name.
    ///
    /// # Errors
    /// What the database said.
    pub async fn attend(&self, name: &str, process: Uuid) -> Result<Attendance, Error> {
        self.chore(Attend { name: format!("{PREFIX}{name}"), process }).await
    }

    /// Says that this process goes.
    ///
    /// # Errors
    /// What the database said.
    pub async fn leave(&self, name: &str, process: Uuid) -> Result<(), Error> {
        self.chore(Leave { name: format!("{PREFIX}{name}"), process }).await
    }

    /// The nodes that are there now.
    ///
    /// # Errors
    /// What the database said.
    pub async fn nodes(&self) -> Result<Vec<Present>, Error> {
        self.glance(Nodes).await
    }

    /// Whether a newer program changed the tables since this one opened them: then it must not go on.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outgrown(&self) -> Result<Option<Outgrown>, Error> {
        let known_schema = DATA.len() as i64;
        let schema = self.glance(Schema).await?;
        Ok((schema > known_schema).then_some(Outgrown { schema, known_schema }))
    }
}

#[derive(Clone)]
struct Attend {
    name: String,
    process: Uuid,
}

impl Chore for Attend {
    type Out = Attendance;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Attendance, Error> {
        let now = desk.now;
        let before = desk
            .tx
            .opt(
                sql!(
                    "SELECT holder
                       FROM lease
                      WHERE name = $1"
                ),
                params![self.name.as_str()],
            )
            .await?;
        let before = before.map(|row| row.get(0)).transpose()?;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO lease (name, holder, until)
                     VALUES ($1, $2, $3)
                         ON CONFLICT (name) DO UPDATE SET holder = $2, until = $3"
                ),
                params![self.name.as_str(), self.process, now + PRESENT],
            )
            .await?;
        desk.tx
            .run(
                sql!(
                    "DELETE FROM lease
                      WHERE name LIKE 'node:%' AND until < $1"
                ),
                params![now - FORGOTTEN],
            )
            .await?;
        let mut others = Nodes.run(desk).await?;
        let own = self.name.strip_prefix(PREFIX).unwrap_or(&self.name);
        others.retain(|other| other.name != own);
        Ok(Attendance { before, others })
    }
}

#[derive(Clone)]
struct Leave {
    name: String,
    process: Uuid,
}

impl Chore for Leave {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run(
                sql!(
                    "DELETE FROM lease
                      WHERE name = $1 AND holder = $2"
                ),
                params![self.name.as_str(), self.process],
            )
            .await
            .map(drop)
    }
}

#[derive(Clone)]
struct Nodes;

impl Chore for Nodes {
    type Out = Vec<Present>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<Present>, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT name, until
                       FROM lease
                      WHERE name LIKE 'node:%' AND until > $1
                      ORDER BY name"
                ),
                params![desk.now],
            )
            .await?;
        rows.iter()
            .map(|row| {
                let name: String = row.get(0)?;
                let until: Timestamp = row.get(1)?;
                let name = name.strip_prefix(PREFIX).unwrap_or(&name).to_owned();
                Ok(Present { name, seen_at: until - PRESENT })
            })
            .collect()
    }
}

#[derive(Clone)]
struct Schema;

impl Chore for Schema {
    type Out = i64;

    async fn run(self, desk: &mut Desk<'_>) -> Result<i64, Error> {
        desk.tx.one(sql!("SELECT MAX(number) FROM schema_version"), params![]).await?.get(0)
    }
}
