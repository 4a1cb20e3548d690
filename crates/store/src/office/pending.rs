//! Between password and code. What the first page found is kept here and never told to the browser.

use domain::AccountId;
use jiff::SignedDuration;

use super::{Chore, Desk};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// How long somebody may take to find their code.
const TTL: SignedDuration = SignedDuration::from_mins(5);

/// What the first page of signing in found.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Pending {
    /// The keyed hash of the name that was typed.
    pub name: [u8; 32],
    /// None: nobody has that name.
    pub account: Option<AccountId>,
    pub password_fits: bool,
}

impl Store {
    /// Keeps what the first page found; `token` is the keyed hash of what the browser gets.
    pub async fn keep_pending(&self, token: [u8; 32], pending: Pending) -> Result<(), Error> {
        self.chore(Keep { token, pending }).await
    }

    /// What the first page found, when it is not older than five minutes. Stays, so that a mistyped code
    /// can be typed again.
    pub async fn pending(&self, token: [u8; 32]) -> Result<Option<Pending>, Error> {
        self.glance(Find { token }).await
    }

    /// The sign-in is over, one way or the other.
    pub async fn drop_pending(&self, token: [u8; 32]) -> Result<(), Error> {
        self.chore(Forget { token }).await
    }
}

#[derive(Clone)]
struct Keep {
    token: [u8; 32],
    pending: Pending,
}

impl Chore for Keep {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        desk.tx
            .run(
                sql!(
                    "DELETE FROM pending_sign_in
                      WHERE began_at < $1"
                ),
                params![now - TTL],
            )
            .await?;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO pending_sign_in (token, name, account, password_fits, began_at)
                     VALUES ($1, $2, $3, $4, $5)"
                ),
                params![self.token, self.pending.name, self.pending.account, self.pending.password_fits, now],
            )
            .await
    }
}

#[derive(Clone)]
struct Find {
    token: [u8; 32],
}

impl Chore for Find {
    type Out = Option<Pending>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let since = desk.now - TTL;
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT name, account, password_fits
                       FROM pending_sign_in
                      WHERE token = $1 AND began_at >= $2"
                ),
                params![self.token, since],
            )
            .await?;
        row.map(|row| Ok(Pending { name: row.get(0)?, account: row.get(1)?, password_fits: row.get(2)? }))
            .transpose()
    }
}

#[derive(Clone)]
struct Forget {
    token: [u8; 32],
}

impl Chore for Forget {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run(
                sql!(
                    "DELETE FROM pending_sign_in
                      WHERE token = $1"
                ),
                params![self.token],
            )
            .await?;
        Ok(())
    }
}
