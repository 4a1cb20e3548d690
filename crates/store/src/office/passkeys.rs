//! Passkeys: found by the keyed hash of their id, kept sealed. And the question that each answer belongs to,
//! which is asked once.

use domain::sign_in::Device;
use domain::{AccountId, PasskeyId};
use jiff::{SignedDuration, Timestamp};
use vault::{Place, Sealed};

use super::{Chore, Desk};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// How long somebody may take to find their key and touch it.
const TTL: SignedDuration = SignedDuration::from_mins(5);

/// A new passkey.
#[derive(Clone)]
pub struct NewPasskey {
    /// The keyed hash of the id that the device gave it.
    pub credential: [u8; 32],
    /// The public key and what belongs to it.
    pub body: String,
    /// Where it was made.
    pub device: Device,
}

/// A passkey as its owner sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PasskeyLine {
    pub id: PasskeyId,
    pub device: Device,
    pub made_at: Timestamp,
    pub used_at: Option<Timestamp>,
}

/// A passkey that answers.
#[derive(Clone)]
pub struct KnownPasskey {
    pub id: PasskeyId,
    pub account: AccountId,
    pub body: String,
}

const fn place(id: PasskeyId) -> Place {
    Place { table: "passkey", row: id.uuid(), column: "body" }
}

impl Store {
    /// The passkeys of an account, oldest first.
    pub async fn passkeys(&self, account: AccountId) -> Result<Vec<PasskeyLine>, Error> {
        self.glance(List(account)).await
    }

    /// The passkey with this id, of whoever has it.
    pub async fn passkey(&self, credential: [u8; 32]) -> Result<Option<KnownPasskey>, Error> {
        self.glance(Find(credential)).await
    }

    /// Keeps a question; an older one under the same token makes way.
    pub async fn keep_question(
        &self,
        token: [u8; 32],
        account: Option<AccountId>,
        state: String,
    ) -> Result<(), Error> {
        self.chore(Keep { token, account, state }).await
    }

    /// Takes a question away and gives it back, when it is not older than five minutes: each is answered once.
    pub async fn take_question(
        &self,
        token: [u8; 32],
        account: Option<AccountId>,
    ) -> Result<Option<String>, Error> {
        self.chore(Take { token, account }).await
    }
}

pub(super) async fn add(desk: &mut Desk<'_>, account: AccountId, new: &NewPasskey) -> Result<(), Error> {
    let id = PasskeyId(desk.entropy().uuid_random());
    let key = desk.owner_key(account.uuid()).await?;
    let body = key.seal(place(id), new.body.as_bytes(), desk.entropy());
    let now = desk.now;
    desk.tx
        .run_one(
            sql!(
                "INSERT INTO passkey (id, account, credential, body, browser, system, made_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)"
            ),
            params![
                id,
                account,
                new.credential,
                body,
                new.device.browser.code(),
                new.device.system.code(),
                now
            ],
        )
        .await
}

/// Whether an account has an app, a code on a list or another passkey, besides this one.
pub(super) async fn leaves_a_way(
    desk: &mut Desk<'_>,
    account: AccountId,
    id: PasskeyId,
) -> Result<bool, Error> {
    desk.tx
        .one(
            sql!(
                "SELECT a.second_factor <> $3
                     OR EXISTS (SELECT 1 FROM passkey p WHERE p.account = a.id AND p.id <> $2)
                     OR EXISTS (SELECT 1
                                  FROM one_time_code c
                                 WHERE c.account = a.id AND c.kind = 'list' AND c.used_at IS NULL)
                   FROM account a
                  WHERE a.id = $1"
            ),
            params![account, id, Vec::<u8>::new()],
        )
        .await?
        .get(0)
}

pub(super) async fn remove(desk: &mut Desk<'_>, account: AccountId, id: PasskeyId) -> Result<bool, Error> {
    let removed = desk
        .tx
        .run(
            sql!(
                "DELETE FROM passkey
                  WHERE id = $1 AND account = $2"
            ),
            params![id, account],
        )
        .await?;
    Ok(removed == 1)
}

/// Notes that a passkey was used; how many rows that changed.
pub(super) async fn used(
    desk: &mut Desk<'_>,
    account: AccountId,
    id: PasskeyId,
    body: &str,
) -> Result<u64, Error> {
    let key = desk.owner_key(account.uuid()).await?;
    let body = key.seal(place(id), body.as_bytes(), desk.entropy());
    let now = desk.now;
    desk.tx
        .run(
            sql!(
                "UPDATE passkey
                    SET body = $3, used_at = $4
                  WHERE id = $1 AND account = $2
                    AND EXISTS (SELECT 1 FROM account a WHERE a.id = $2 AND a.active = TRUE)"
            ),
            params![id, account, body, now],
        )
        .await
}

#[derive(Clone)]
struct List(AccountId);

impl Chore for List {
    type Out = Vec<PasskeyLine>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT id, browser, system, made_at, used_at
                       FROM passkey
                      WHERE account = $1
                      ORDER BY made_at, id"
                ),
                params![self.0],
            )
            .await?;
        rows.iter()
            .map(|row| {
                let (browser, system): (String, String) = (row.get(1)?, row.get(2)?);
                Ok(PasskeyLine {
                    id: row.get(0)?,
                    device: Device {
                        browser: browser.parse().map_err(|_| Error::Column { column: 1 })?,
                        system: system.parse().map_err(|_| Error::Column { column: 2 })?,
                    },
                    made_at: row.get(3)?,
                    used_at: row.get(4)?,
                })
            })
            .collect()
    }
}

#[derive(Clone)]
struct Find([u8; 32]);

impl Chore for Find {
    type Out = Option<KnownPasskey>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT id, account, body
                       FROM passkey
                      WHERE credential = $1"
                ),
                params![self.0],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let id = row.get(0)?;
        let sealed: Sealed = row.get(2)?;
        let body = desk.open(place(id), &sealed).await?;
        Ok(Some(KnownPasskey { id, account: row.get(1)?, body }))
    }
}

#[derive(Clone)]
struct Keep {
    token: [u8; 32],
    account: Option<AccountId>,
    state: String,
}

impl Chore for Keep {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO passkey_question (token, account, state, began_at)
                     VALUES ($1, $2, $3, $4)
                         ON CONFLICT (token) DO UPDATE
                        SET account = excluded.account, state = excluded.state, began_at = excluded.began_at"
                ),
                params![self.token, self.account, self.state, now],
            )
            .await
    }
}

#[derive(Clone)]
struct Take {
    token: [u8; 32],
    account: Option<AccountId>,
}

impl Chore for Take {
    type Out = Option<String>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "DELETE FROM passkey_question
                      WHERE token = $1
                     RETURNING account, state, began_at"
                ),
                params![self.token],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let (account, began_at): (Option<AccountId>, Timestamp) = (row.get(0)?, row.get(2)?);
        let fits = account == self.account && desk.now.duration_since(began_at) <= TTL;
        if fits { row.get(1).map(Some) } else { Ok(None) }
    }
}
