//! Accounts: how somebody signs in. The password is a hash made elsewhere; the second factor is sealed.

use domain::{AccountId, PersonId, StaffId};
use ledger::{Kind, Outcome};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{Chore, Desk, house_record};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// An account as sign-in needs it.
#[derive(Clone)]
pub struct Account {
    pub id: AccountId,
    pub person: PersonId,
    /// The current post, for staff.
    pub post: Option<StaffId>,
    pub active: bool,
    /// A PHC string of Argon2id. None until the account is activated.
    pub password_hash: Option<String>,
    /// The TOTP secret, base32; none without an app.
    pub app_secret: Option<String>,
}

impl std::fmt::Debug for Account {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Account").field("id", &self.id).finish_non_exhaustive()
    }
}

/// A new account.
#[derive(Clone)]
pub struct NewAccount {
    pub person: PersonId,
    /// Lower case; unique.
    pub login_name: String,
    /// Empty until the account is activated.
    pub password_hash: String,
    /// The TOTP secret, base32; empty without an app.
    pub second_factor: String,
    /// For staff; otherwise a resident.
    pub is_staff: bool,
}

pub(crate) const fn factor_place(account: Uuid) -> Place {
    Place { table: "account", row: account, column: "second_factor" }
}

impl Store {
    /// The account by its sign-in name.
    pub async fn account(&self, login_name: String) -> Result<Option<Account>, Error> {
        self.glance(Find(By::Name(login_name))).await
    }

    /// The account by its id, to confirm that the person is still there.
    pub async fn account_by_id(&self, id: AccountId) -> Result<Option<Account>, Error> {
        self.glance(Find(By::Id(id))).await
    }

    /// Notes a failed attempt (ACC-19). `account` is none when there is no such account.
    pub async fn sign_in_failed(
        &self,
        correlation: Uuid,
        account: Option<AccountId>,
        reason: &'static str,
    ) -> Result<(), Error> {
        self.chore(Failed { correlation, account, reason }).await
    }

    /// Adds an account.
    pub async fn add_account(&self, new: NewAccount) -> Result<AccountId, Error> {
        self.chore(new).await
    }

    /// Closes an account: nobody signs in with it any more, and its sessions are no longer worth anything
    /// (ACC-13); its e-mail address goes. Closing twice is closing once.
    pub async fn close_account(&self, account: AccountId) -> Result<(), Error> {
        self.chore(Close { account }).await
    }
}

#[derive(Clone)]
enum By {
    Name(String),
    Id(AccountId),
}

#[derive(Clone)]
struct Find(By);

impl Chore for Find {
    type Out = Option<Account>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = match self.0 {
            By::Name(name) => {
                desk.tx
                    .opt(
                        sql!(
                            "SELECT id, person, active, password_hash, second_factor, kind
                               FROM account
                              WHERE login_name = $1"
                        ),
                        params![name],
                    )
                    .await?
            }
            By::Id(id) => {
                desk.tx
                    .opt(
                        sql!(
                            "SELECT id, person, active, password_hash, second_factor, kind
                               FROM account
                              WHERE id = $1"
                        ),
                        params![id],
                    )
                    .await?
            }
        };
        let Some(row) = row else { return Ok(None) };
        let id: AccountId = row.get(0)?;
        let now = desk.now;
        let posts = desk
            .tx
            .all(
                sql!(
                    "SELECT id
                       FROM staff
                      WHERE account = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
                      ORDER BY valid_from DESC"
                ),
                params![id, now],
            )
            .await?;
        // Empty: no app. A reset writes that without a key in its hand.
        let sealed: Vec<u8> = row.get(4)?;
        let app_secret = match sealed.is_empty() {
            true => None,
            false => {
                let sealed = Sealed::from_bytes(sealed).map_err(|_| Error::Column { column: 4 })?;
                Some(desk.open(factor_place(id.uuid()), &sealed).await?).filter(|it| !it.is_empty())
            }
        };
        // Whoever works here no longer, or not yet, does not sign in with the account of that work: it would be that of
        // a resident (ACC-13).
        let is_staff = row.get::<String>(5)? == "staff";
        Ok(Some(Account {
            id,
            person: row.get(1)?,
            post: posts.first().map(|post| post.get(0)).transpose()?,
            active: row.get::<bool>(2)? && !(is_staff && posts.is_empty()),
            password_hash: Some(row.get(3)?).filter(|hash: &String| !hash.is_empty()),
            app_secret,
        }))
    }
}

#[derive(Clone)]
struct Failed {
    correlation: Uuid,
    account: Option<AccountId>,
    reason: &'static str,
}

impl Chore for Failed {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let mut record = house_record("SignIn", Kind::Execute, Outcome::Denied, self.correlation);
        record.account = self.account.map(AccountId::uuid);
        record.reason = self.reason.to_owned();
        desk.record(record);
        Ok(())
    }
}

impl Chore for NewAccount {
    type Out = AccountId;

    async fn run(self, desk: &mut Desk<'_>) -> Result<AccountId, Error> {
        let id = AccountId(desk.entropy().uuid_random());
        let key = desk.owner_key(id.uuid()).await?;
        let factor = key.seal(factor_place(id.uuid()), self.second_factor.as_bytes(), desk.entropy());
        let now = desk.now;
        let kind = if self.is_staff { "staff" } else { "resident" };
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO account (id, person, kind, login_name, password_hash, second_factor,
                                          last_code_step, active, recorded_at)
                     VALUES ($1, $2, $3, $4, $5, $6, 0, TRUE, $7)"
                ),
                params![id, self.person, kind, self.login_name, self.password_hash, factor, now],
            )
            .await?;
        let mut record =
            house_record("AddAccount", Kind::Create, Outcome::Done, desk.entropy().uuid_random());
        record.object_kind = "account".to_owned();
        record.object = Some(id.uuid());
        record.access_point = "clock".to_owned();
        desk.record(record);
        Ok(id)
    }
}

#[derive(Clone)]
struct Close {
    account: AccountId,
}

impl Chore for Close {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let closed = desk
            .tx
            .run(
                sql!(
                    "UPDATE account
                        SET active = FALSE
                      WHERE id = $1 AND active = TRUE"
                ),
                params![self.account],
            )
            .await?;
        if closed == 1 {
            super::mail_address::put(desk, self.account, None).await?;
            let mut record =
                house_record("CloseAccount", Kind::Update, Outcome::Done, desk.entropy().uuid_random());
            record.object_kind = "account".to_owned();
            record.object = Some(self.account.uuid());
            record.access_point = "clock".to_owned();
            desk.record(record);
        }
        Ok(())
    }
}
