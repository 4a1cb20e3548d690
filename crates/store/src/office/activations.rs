//! Using an activation: the code, then half an hour to choose, then a way in. Once.

use domain::AccountId;
use domain::sign_in::{ACTIVATING, CodeKind};
use ledger::{Kind, Outcome};
use uuid::Uuid;

use super::factors::{self, Factor};
use super::own_account::{put_app, put_codes, tell};
use super::passkeys::{self, NewPasskey};
use super::{Chore, Desk, house_record};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// An activation that is being used.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Activating {
    pub activation: Uuid,
    pub account: AccountId,
}

/// The second factor that was chosen, proved.
#[derive(Clone)]
pub enum Chosen {
    /// The app that made the code of this step.
    App { secret: String, step: i64 },
    /// The printed list: its first code is used up.
    List(Factor),
    /// A passkey, and the keyed hashes of the recovery codes for when its device is gone (decision 0019).
    Passkey { new: NewPasskey, recovery: Vec<[u8; 32]> },
}

/// The end of an activation.
#[derive(Clone)]
pub struct Activate {
    pub correlation: Uuid,
    /// The keyed hash of the cookie.
    pub token: [u8; 32],
    /// A PHC string.
    pub password_hash: String,
    pub chosen: Chosen,
}

impl Store {
    /// The activation that this name and code open now.
    pub async fn activation(&self, login_name: String, code: [u8; 32]) -> Result<Option<Activating>, Error> {
        self.glance(Find { login_name, code }).await
    }

    /// A wrong activation code, on the record (ACC-19).
    pub async fn activation_failed(&self, correlation: Uuid) -> Result<(), Error> {
        self.chore(Failed(correlation)).await
    }

    /// Keeps that the code was given; `token` is the keyed hash of what the browser gets.
    pub async fn keep_activating(&self, token: [u8; 32], activation: Uuid) -> Result<(), Error> {
        self.chore(Keep { token, activation }).await
    }

    /// The activation behind a cookie, while it can be used.
    pub async fn activating(&self, token: [u8; 32]) -> Result<Option<Activating>, Error> {
        self.glance(Pending(token)).await
    }

    /// Ends an activation with a way in. False: it was used, or is over, or the code of the list was used.
    pub async fn activate(&self, activate: Activate) -> Result<bool, Error> {
        self.chore(activate).await
    }
}

#[derive(Clone)]
struct Find {
    login_name: String,
    code: [u8; 32],
}

impl Chore for Find {
    type Out = Option<Activating>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let now = desk.now;
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT v.id, v.account
                       FROM activation v
                       JOIN account a ON a.id = v.account
                      WHERE a.login_name = $1 AND a.active = TRUE AND v.hash = $2
                        AND v.used_at IS NULL AND v.valid_until > $3"
                ),
                params![self.login_name, self.code, now],
            )
            .await?;
        row.map(|row| Ok(Activating { activation: row.get(0)?, account: row.get(1)? })).transpose()
    }
}

#[derive(Clone)]
struct Failed(Uuid);

impl Chore for Failed {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let mut record = house_record("Activate", Kind::Execute, Outcome::Denied, self.0);
        record.reason = "code".to_owned();
        desk.record(record);
        Ok(())
    }
}

#[derive(Clone)]
struct Keep {
    token: [u8; 32],
    activation: Uuid,
}

impl Chore for Keep {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO pending_activation (token, activation, began_at)
                     VALUES ($1, $2, $3)"
                ),
                params![self.token, self.activation, now],
            )
            .await
    }
}

#[derive(Clone)]
struct Pending([u8; 32]);

impl Chore for Pending {
    type Out = Option<Activating>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let now = desk.now;
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT v.id, v.account
                       FROM pending_activation p
                       JOIN activation v ON v.id = p.activation
                       JOIN account a ON a.id = v.account
                      WHERE p.token = $1 AND p.began_at > $2 AND a.active = TRUE
                        AND v.used_at IS NULL AND v.valid_until > $3"
                ),
                params![self.0, now - ACTIVATING, now],
            )
            .await?;
        row.map(|row| Ok(Activating { activation: row.get(0)?, account: row.get(1)? })).transpose()
    }
}

impl Chore for Activate {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        let Some(Activating { activation, account }) = Pending(self.token).run(desk).await? else {
            return Ok(false);
        };
        match &self.chosen {
            Chosen::App { secret, step } => put_app(desk, account, secret, *step).await?,
            Chosen::List(factor) => {
                if !factors::use_up(desk, account, factor).await? {
                    return Ok(false);
                }
            }
            Chosen::Passkey { new, recovery } => {
                passkeys::add(desk, account, new).await?;
                put_codes(&mut desk.tx, desk.now, account, CodeKind::Recovery, recovery).await?;
            }
        }
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "UPDATE account
                        SET password_hash = $2
                      WHERE id = $1"
                ),
                params![account, self.password_hash],
            )
            .await?;
        desk.tx
            .run_one(
                sql!(
                    "UPDATE activation
                        SET used_at = $2
                      WHERE id = $1 AND used_at IS NULL"
                ),
                params![activation, now],
            )
            .await?;
        desk.tx
            .run(
                sql!(
                    "DELETE FROM pending_activation
                      WHERE activation = $1"
                ),
                params![activation],
            )
            .await?;
        let told = (desk.new_id(), desk.now);
        tell(&mut desk.tx, told, account, "activated").await?;
        let mut record = house_record("Activate", Kind::Execute, Outcome::Done, self.correlation);
        record.account = Some(account.uuid());
        record.object_kind = "account".to_owned();
        record.object = Some(account.uuid());
        desk.record(record);
        Ok(true)
    }
}
