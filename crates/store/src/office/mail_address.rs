//! Where somebody wants to be told by e-mail that there is something. Sealed by the key of their account; without one
//! they are told in the product only (PST-13).

use domain::{AccountId, MailAddress, NoticeState};
use vault::{Place, Sealed};

use super::{Chore, Desk};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// An address, and whether mail arrives there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Told {
    pub address: MailAddress,
    /// The last notice to them was given up or may not have arrived.
    pub fails: bool,
}

impl Store {
    /// The address of an account; none: no e-mail.
    pub async fn mail_address(&self, account: AccountId) -> Result<Option<Told>, Error> {
        self.glance(Read(account)).await
    }

    /// Gives a new account its address, when it is made. Its owner changes it from their own session.
    pub async fn give_mail_address(&self, account: AccountId, address: MailAddress) -> Result<(), Error> {
        self.chore(Give(account, address)).await
    }
}

const fn place(account: AccountId) -> Place {
    Place { table: "mail_address", row: account.uuid(), column: "address" }
}

/// Puts another address in its place, or takes it away.
pub(super) async fn put(
    desk: &mut Desk<'_>,
    account: AccountId,
    address: Option<&MailAddress>,
) -> Result<(), Error> {
    let now = desk.now;
    let Some(address) = address else {
        desk.tx.run(sql!("DELETE FROM mail_address WHERE account = $1"), params![account]).await?;
        return Ok(());
    };
    let key = desk.owner_key(account.uuid()).await?;
    let sealed = key.seal(place(account), address.as_str().as_bytes(), desk.entropy());
    desk.tx
        .run_one(
            sql!(
                "INSERT INTO mail_address (account, address, changed_at)
                 VALUES ($1, $2, $3)
                     ON CONFLICT (account) DO UPDATE SET address = $2, changed_at = $3"
            ),
            params![account, sealed, now],
        )
        .await
}

/// The address as it is now; none when there is none, or nobody signs in with the account any more.
pub(super) async fn of(desk: &mut Desk<'_>, account: AccountId) -> Result<Option<MailAddress>, Error> {
    let row = desk
        .tx
        .opt(
            sql!(
                "SELECT m.address
                   FROM mail_address m
                   JOIN account a ON a.id = m.account
                  WHERE m.account = $1 AND a.active = TRUE"
            ),
            params![account],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let sealed: Sealed = row.get(0)?;
    let address = desk.open(place(account), &sealed).await?;
    address.parse().map(Some).map_err(|_| Error::Column { column: 0 })
}

#[derive(Clone)]
struct Read(AccountId);

impl Chore for Read {
    type Out = Option<Told>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Option<Told>, Error> {
        let Some(address) = of(desk, self.0).await? else { return Ok(None) };
        let last = desk
            .tx
            .opt(
                sql!(
                    "SELECT o.state
                       FROM outbox o
                       JOIN mail_address m ON m.account = o.account
                      WHERE o.account = $1 AND o.ended_at >= m.changed_at AND o.state <> 'unwanted'
                      ORDER BY o.ended_at DESC, o.id DESC
                      LIMIT 1"
                ),
                params![self.0],
            )
            .await?;
        let state: Option<NoticeState> = last.map(|row| row.get(0)).transpose()?;
        let fails = matches!(state, Some(NoticeState::GivenUp | NoticeState::Uncertain));
        Ok(Some(Told { address, fails }))
    }
}

#[derive(Clone)]
struct Give(AccountId, MailAddress);

impl Chore for Give {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        put(desk, self.0, Some(&self.1)).await
    }
}
