//! What was typed when the session was over already: kept one hour, sealed, for its author alone, and
//! given back after the next sign-in (UX §3.3).

use domain::AccountId;
use domain::days::KEPT_FORM_TTL;
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{Chore, Desk};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// A kept form.
#[derive(Clone, PartialEq, Eq)]
pub struct KeptForm {
    /// Where it was sent.
    pub path: String,
    /// The body as it was sent, byte for byte.
    pub body: String,
}

const fn place(account: Uuid) -> Place {
    Place { table: "kept_form", row: account, column: "body" }
}

impl Store {
    /// Keeps a form; an older one of the same account makes way.
    pub async fn keep_form(&self, account: AccountId, path: String, body: String) -> Result<(), Error> {
        self.chore(Keep { account, path, body }).await
    }

    /// Takes the kept form away and gives it back, when it is not older than an hour.
    /// Only what was sent to `path`: another form stays until its own page asks.
    pub async fn take_form(&self, account: AccountId, path: String) -> Result<Option<KeptForm>, Error> {
        // Most forms have nothing kept; looking first spares a durable write.
        if !self.glance(IsKept { account, path: path.clone() }).await? {
            return Ok(None);
        }
        self.chore(Take { account, path }).await
    }
}

#[derive(Clone)]
struct Keep {
    account: AccountId,
    path: String,
    body: String,
}

impl Chore for Keep {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let key = desk.owner_key(self.account.uuid()).await?;
        let sealed = key.seal(place(self.account.uuid()), self.body.as_bytes(), desk.entropy());
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO kept_form (account, path, body, kept_at)
                     VALUES ($1, $2, $3, $4)
                         ON CONFLICT (account) DO UPDATE
                        SET path = excluded.path, body = excluded.body, kept_at = excluded.kept_at"
                ),
                params![self.account, self.path, sealed, now],
            )
            .await
    }
}

#[derive(Clone)]
struct IsKept {
    account: AccountId,
    path: String,
}

impl Chore for IsKept {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT path
                       FROM kept_form
                      WHERE account = $1 AND path = $2"
                ),
                params![self.account, self.path],
            )
            .await?;
        Ok(row.is_some())
    }
}

#[derive(Clone)]
struct Take {
    account: AccountId,
    path: String,
}

impl Chore for Take {
    type Out = Option<KeptForm>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "DELETE FROM kept_form
                      WHERE account = $1 AND path = $2
                     RETURNING path, body, kept_at"
                ),
                params![self.account, self.path],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let kept_at: jiff::Timestamp = row.get(2)?;
        if desk.now.duration_since(kept_at) > KEPT_FORM_TTL {
            return Ok(None);
        }
        let sealed: Sealed = row.get(1)?;
        Ok(Some(KeptForm { path: row.get(0)?, body: desk.open(place(self.account.uuid()), &sealed).await? }))
    }
}
