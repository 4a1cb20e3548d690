//! What somebody does to their own way of signing in: sessions, password, app, codes. Each deed that changes
//! something asks for a session that was confirmed minutes ago, in the same transaction; it is on the record
//! (ACC-19) and told to the person on their own pages.

use domain::session::REAUTH_FRESH;
use domain::sign_in::{CodeKind, Device};
use domain::{AccountId, MailAddress, PasskeyId, SessionId, StaffId};
use jiff::Timestamp;
use ledger::{Capacity, Kind, Outcome};
use uuid::Uuid;

use super::accounts::factor_place;
use super::mail_address;
use super::passkeys::{self, NewPasskey};
use super::sessions::Session;
use super::{Chore, Desk, house_record};
use crate::db::Tx;
use crate::error::Error;
use crate::store::Store;
use crate::value::Row;
use crate::{params, sql};

/// Whose account, from which session.
#[derive(Clone, Copy, Debug)]
pub struct Owner {
    pub correlation: Uuid,
    pub session: SessionId,
    pub account: AccountId,
    pub staff: Option<StaffId>,
}

impl Owner {
    /// The owner of a session.
    pub fn of(session: &Session, correlation: Uuid) -> Self {
        let staff = session.post.as_ref().map(|post| post.staff);
        Self { correlation, session: session.id, account: session.account, staff }
    }
}

/// A session as its owner sees it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SessionLine {
    pub id: SessionId,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    pub is_staff: bool,
    pub device: Device,
}

/// Something that changed about signing in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    pub event: String,
    pub happened_at: Timestamp,
    pub seen: bool,
}

/// How taking a passkey away ended.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Removed {
    /// It is worth nothing any more, or was not theirs.
    Gone,
    /// The session was not confirmed shortly ago.
    NotConfirmed,
    /// No app, no list and no other passkey is left: their owner would be outside (decision 0019).
    LastWay,
}

/// What is changed.
#[derive(Clone)]
pub enum Change {
    /// A new password, as a PHC string. Every other session ends.
    Password { hash: String },
    /// A new secret for the app; the step whose code proved it. Every other session ends.
    App { secret: String, step: i64 },
    /// A new set of codes by their keyed hashes; the old set is worth nothing any more.
    Codes { kind: CodeKind, hashes: Vec<[u8; 32]> },
    /// One more passkey.
    AddPasskey(NewPasskey),
    /// Where e-mail goes that says that there is something; none: there is no e-mail.
    Mail { address: Option<MailAddress> },
}

impl Change {
    /// The name on the record and of the notice.
    const fn event(&self) -> (&'static str, &'static str) {
        match self {
            Self::Password { .. } => ("ChangePassword", "password-changed"),
            Self::App { .. } => ("ChangeSecondFactor", "app-changed"),
            Self::Codes { kind: CodeKind::Recovery, .. } => ("RenewCodes", "recovery-renewed"),
            Self::Codes { kind: CodeKind::List, .. } => ("RenewCodes", "list-renewed"),
            Self::AddPasskey(_) => ("AddPasskey", "passkey-added"),
            Self::Mail { .. } => ("ChangeMailAddress", "mail-changed"),
        }
    }
}

impl Store {
    /// The sessions of an account that were not ended; whether time ended them is for the rules to say.
    pub async fn sessions_of(&self, account: AccountId) -> Result<Vec<SessionLine>, Error> {
        self.glance(Sessions(account)).await
    }

    /// Ends one session of the owner, at once and for every copy of its cookie. False: they have no such one.
    pub async fn end_own_session(&self, owner: Owner, session: SessionId) -> Result<bool, Error> {
        Ok(self.chore(EndOwn { owner, which: Which::One(session) }).await? > 0)
    }

    /// Ends all sessions of the owner but the one they ask from; says how many.
    pub async fn end_other_sessions(&self, owner: Owner) -> Result<u64, Error> {
        self.chore(EndOwn { owner, which: Which::Others }).await
    }

    /// Changes something about signing in; false when the session was not confirmed shortly ago.
    pub async fn change_own_account(&self, owner: Owner, change: Change) -> Result<bool, Error> {
        self.chore(ChangeOwn { owner, change }).await
    }

    /// Takes a passkey away; one of another is left alone.
    pub async fn remove_passkey(&self, owner: Owner, id: PasskeyId) -> Result<Removed, Error> {
        self.chore(RemovePasskey { owner, id }).await
    }

    /// The last things that changed, newest first.
    pub async fn notices(&self, account: AccountId) -> Result<Vec<Notice>, Error> {
        self.glance(Notices(account)).await
    }

    /// The owner saw what changed.
    pub async fn notices_seen(&self, account: AccountId) -> Result<(), Error> {
        self.chore(Seen(account)).await
    }
}

/// A line on the record of what an owner did to their own account.
fn own_record(event: &str, kind: Kind, owner: Owner) -> ledger::Record {
    let mut record = house_record(event, kind, Outcome::Done, owner.correlation);
    record.account = Some(owner.account.uuid());
    record.staff = owner.staff.map(StaffId::uuid);
    record.capacity = if owner.staff.is_some() { Capacity::Staff } else { Capacity::Own };
    record.object_kind = "account".to_owned();
    record.object = Some(owner.account.uuid());
    record
}

/// Tells the person what changed.
pub(crate) async fn tell(
    tx: &mut Tx<'_>,
    (id, now): (Uuid, Timestamp),
    account: AccountId,
    event: &'static str,
) -> Result<(), Error> {
    tx.run_one(
        sql!(
            "INSERT INTO account_notice (id, account, event, happened_at)
                 VALUES ($1, $2, $3, $4)"
        ),
        params![id, account, event, now],
    )
    .await
}

/// True when the owner's session is live and was confirmed shortly ago (ACC-16, ACC-17).
pub(super) async fn is_confirmed(desk: &mut Desk<'_>, owner: Owner) -> Result<bool, Error> {
    let since = desk.now - REAUTH_FRESH;
    let row = desk
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM session
                  WHERE id = $1 AND account = $2 AND ended_at IS NULL AND confirmed_at > $3"
            ),
            params![owner.session, owner.account, since],
        )
        .await?;
    Ok(row.is_some())
}

/// Puts a set of codes in the place of the old one.
pub(crate) async fn put_codes(
    tx: &mut Tx<'_>,
    now: Timestamp,
    account: AccountId,
    kind: CodeKind,
    hashes: &[[u8; 32]],
) -> Result<(), Error> {
    tx.run(
        sql!(
            "DELETE FROM one_time_code
                  WHERE account = $1 AND kind = $2"
        ),
        params![account, kind.code()],
    )
    .await?;
    for (number, hash) in (1_i64..).zip(hashes) {
        tx.run_one(
            sql!(
                "INSERT INTO one_time_code (account, kind, number, hash, made_at)
                     VALUES ($1, $2, $3, $4, $5)"
            ),
            params![account, kind.code(), number, *hash, now],
        )
        .await?;
    }
    Ok(())
}

/// Puts another secret for the app in its place; an empty one takes the app away.
pub(super) async fn put_app(
    desk: &mut Desk<'_>,
    account: AccountId,
    secret: &str,
    step: i64,
) -> Result<(), Error> {
    let key = desk.owner_key(account.uuid()).await?;
    let sealed = key.seal(factor_place(account.uuid()), secret.as_bytes(), desk.entropy());
    desk.tx
        .run_one(
            sql!(
                "UPDATE account
                    SET second_factor = $2, last_code_step = $3
                  WHERE id = $1"
            ),
            params![account, sealed, step],
        )
        .await
}

/// Ends sessions of an account at once, but for one.
pub(crate) async fn end_sessions(
    tx: &mut Tx<'_>,
    now: Timestamp,
    account: AccountId,
    but: Option<SessionId>,
) -> Result<Vec<Row>, Error> {
    let but = but.map_or_else(Uuid::nil, SessionId::uuid);
    tx.all(
        sql!(
            "UPDATE session
                    SET ended_at = $3
                  WHERE account = $1 AND id <> $2 AND ended_at IS NULL
                 RETURNING id"
        ),
        params![account, but, now],
    )
    .await
}

#[derive(Clone)]
struct Sessions(AccountId);

impl Chore for Sessions {
    type Out = Vec<SessionLine>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<SessionLine>, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT id, created_at, seen_at, staff, browser, system
                       FROM session
                      WHERE account = $1 AND ended_at IS NULL
                      ORDER BY seen_at DESC, id"
                ),
                params![self.0],
            )
            .await?;
        rows.iter().map(session_line).collect()
    }
}

fn session_line(row: &Row) -> Result<SessionLine, Error> {
    let (browser, system): (String, String) = (row.get(4)?, row.get(5)?);
    Ok(SessionLine {
        id: row.get(0)?,
        created_at: row.get(1)?,
        seen_at: row.get(2)?,
        is_staff: row.get::<Option<StaffId>>(3)?.is_some(),
        device: Device {
            browser: browser.parse().map_err(|_| Error::Column { column: 4 })?,
            system: system.parse().map_err(|_| Error::Column { column: 5 })?,
        },
    })
}

#[derive(Clone, Copy)]
enum Which {
    One(SessionId),
    Others,
}

#[derive(Clone)]
struct EndOwn {
    owner: Owner,
    which: Which,
}

impl Chore for EndOwn {
    type Out = u64;

    async fn run(self, desk: &mut Desk<'_>) -> Result<u64, Error> {
        let now = desk.now;
        let ended = match self.which {
            Which::Others => {
                end_sessions(&mut desk.tx, desk.now, self.owner.account, Some(self.owner.session)).await?
            }
            Which::One(session) => {
                desk.tx
                    .all(
                        sql!(
                            "UPDATE session
                                SET ended_at = $3
                              WHERE id = $1 AND account = $2 AND ended_at IS NULL
                             RETURNING id"
                        ),
                        params![session, self.owner.account, now],
                    )
                    .await?
            }
        };
        for row in &ended {
            let mut record = own_record("EndSession", Kind::Update, self.owner);
            record.object_kind = "session".to_owned();
            record.object = Some(row.get(0)?);
            desk.record(record);
        }
        Ok(ended.len() as u64)
    }
}

#[derive(Clone)]
struct ChangeOwn {
    owner: Owner,
    change: Change,
}

impl Chore for ChangeOwn {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        if !is_confirmed(desk, self.owner).await? {
            return Ok(false);
        }
        let account = self.owner.account;
        match &self.change {
            Change::Password { hash } => {
                desk.tx
                    .run_one(
                        sql!(
                            "UPDATE account
                                SET password_hash = $2
                              WHERE id = $1"
                        ),
                        params![account, hash],
                    )
                    .await?;
                end_sessions(&mut desk.tx, desk.now, account, Some(self.owner.session)).await?;
            }
            Change::App { secret, step } => {
                put_app(desk, account, secret, *step).await?;
                end_sessions(&mut desk.tx, desk.now, account, Some(self.owner.session)).await?;
            }
            Change::AddPasskey(new) => passkeys::add(desk, account, new).await?,
            Change::Mail { address } => mail_address::put(desk, account, address.as_ref()).await?,
            Change::Codes { kind, hashes } => {
                put_codes(&mut desk.tx, desk.now, account, *kind, hashes).await?
            }
        }
        let (event, notice) = self.change.event();
        let told = (desk.new_id(), desk.now);
        tell(&mut desk.tx, told, account, notice).await?;
        desk.record(own_record(event, Kind::Update, self.owner));
        Ok(true)
    }
}

#[derive(Clone)]
struct RemovePasskey {
    owner: Owner,
    id: PasskeyId,
}

impl Chore for RemovePasskey {
    type Out = Removed;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Removed, Error> {
        if !is_confirmed(desk, self.owner).await? {
            return Ok(Removed::NotConfirmed);
        }
        let account = self.owner.account;
        if !passkeys::leaves_a_way(desk, account, self.id).await? {
            return Ok(Removed::LastWay);
        }
        if passkeys::remove(desk, account, self.id).await? {
            let told = (desk.new_id(), desk.now);
            tell(&mut desk.tx, told, account, "passkey-removed").await?;
            desk.record(own_record("RemovePasskey", Kind::Update, self.owner));
        }
        Ok(Removed::Gone)
    }
}

#[derive(Clone)]
struct Notices(AccountId);

impl Chore for Notices {
    type Out = Vec<Notice>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Vec<Notice>, Error> {
        let rows = desk
            .tx
            .all(
                sql!(
                    "SELECT event, happened_at, seen_at
                       FROM account_notice
                      WHERE account = $1
                      ORDER BY happened_at DESC, id DESC
                      LIMIT 20"
                ),
                params![self.0],
            )
            .await?;
        rows.iter()
            .map(|row| {
                let seen = row.get::<Option<Timestamp>>(2)?.is_some();
                Ok(Notice { event: row.get(0)?, happened_at: row.get(1)?, seen })
            })
            .collect()
    }
}

#[derive(Clone)]
struct Seen(AccountId);

impl Chore for Seen {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        desk.tx
            .run(
                sql!(
                    "UPDATE account_notice
                        SET seen_at = $2
                      WHERE account = $1 AND seen_at IS NULL"
                ),
                params![self.0, now],
            )
            .await?;
        Ok(())
    }
}
