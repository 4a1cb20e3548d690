//! Sessions (ACC-17): begun after password and code, ended by the person, by time or by revocation.
//! The token is never kept, only its keyed hash.

use domain::sign_in::Device;
use domain::{
    AccountId, ControllerId, ControllerKind, Function, PersonId, ProxyId, SessionId, StaffId, TeamId,
};
use jiff::{SignedDuration, Timestamp};
use ledger::{Capacity, Kind, Outcome};
use uuid::Uuid;

use super::factors::{self, Factor};
use super::{Chore, Desk, house_record};
use crate::error::Error;
use crate::store::Store;
use crate::{params, sql};

/// `seen_at` is written at most this often; the idle end is exact to this.
const SEEN_EVERY: SignedDuration = SignedDuration::from_secs(30);

/// A session as a page needs it.
#[derive(Clone, Debug)]
pub struct Session {
    pub id: SessionId,
    pub account: AccountId,
    pub person: PersonId,
    pub post: Option<Post>,
    /// ACC-13 was in order at sign-in.
    pub ready: bool,
    pub created_at: Timestamp,
    pub seen_at: Timestamp,
    /// The last time that password and code were given.
    pub confirmed_at: Timestamp,
    pub ended_at: Option<Timestamp>,
    /// Something changed about signing in that its owner did not see yet.
    pub untold: bool,
    /// Its owner does not want keys that do something (WCAG 2.1.4).
    pub keys_off: bool,
}

/// The post somebody signed in with.
#[derive(Clone, Debug)]
pub struct Post {
    pub staff: StaffId,
    pub name: String,
    pub function: Function,
    pub team: Option<TeamId>,
    /// Empty without a team.
    pub team_name: String,
    pub team_phone: String,
    pub controller: ControllerId,
    pub controller_kind: ControllerKind,
    pub controller_name: String,
    /// Has the rights of a coordinator now: a deputy only while the coordinator is absent (ACC-09).
    pub coordinates_now: bool,
}

/// A new session.
#[derive(Clone)]
pub struct Begin {
    pub correlation: Uuid,
    /// The keyed hash of the token in the cookie.
    pub token: [u8; 32],
    pub account: AccountId,
    pub staff: Option<StaffId>,
    pub ready: bool,
    /// The second factor, used up by this sign-in.
    pub factor: Factor,
    pub device: Device,
}

/// A session that its owner confirms.
#[derive(Clone)]
pub struct Confirm {
    pub correlation: Uuid,
    pub session: SessionId,
    pub account: AccountId,
    /// The keyed hash of the new token: whoever had the old cookie does not come along (ACC-17).
    pub token: [u8; 32],
    /// The second factor, used up by this.
    pub factor: Factor,
}

impl Store {
    /// Begins a session; false when the code was used already.
    pub async fn begin_session(&self, begin: Begin) -> Result<Option<SessionId>, Error> {
        self.chore(begin).await
    }

    /// The session behind a token, also one that has ended: what was typed in it can still be kept.
    pub async fn session(&self, token: [u8; 32]) -> Result<Option<Session>, Error> {
        self.glance(Find(token)).await
    }

    /// Notes that the session is in use and says when it was seen last, as it is written down. Writes at
    /// most twice a minute.
    pub async fn session_seen(&self, session: &Session) -> Result<Timestamp, Error> {
        let now = self.now();
        if now.duration_since(session.seen_at) < SEEN_EVERY {
            return Ok(session.seen_at);
        }
        self.chore(Seen(session.id)).await?;
        Ok(now)
    }

    /// When the same account was last seen before this session.
    pub async fn previous_visit(&self, session: &Session) -> Result<Option<Timestamp>, Error> {
        self.glance(Previous { account: session.account, before: session.created_at }).await
    }

    /// Ends a session, at once and for every copy of its cookie.
    pub async fn end_session(&self, correlation: Uuid, session: SessionId) -> Result<(), Error> {
        self.chore(End { correlation, session }).await
    }

    /// The owner proved again who they are; from now on another token leads to the session. False when the factor
    /// was used already.
    pub async fn confirm_session(&self, confirm: Confirm) -> Result<bool, Error> {
        self.chore(confirm).await
    }
}

impl Chore for Begin {
    type Out = Option<SessionId>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        if !factors::use_up(desk, self.account, &self.factor).await? {
            return Ok(None);
        }
        let id = SessionId(desk.new_id());
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "INSERT INTO session (id, token, account, staff, ready, created_at, seen_at, confirmed_at,
                                          browser, system)
                     VALUES ($1, $2, $3, $4, $5, $6, $6, $6, $7, $8)"
                ),
                params![
                    id,
                    self.token,
                    self.account,
                    self.staff,
                    self.ready,
                    now,
                    self.device.browser.code(),
                    self.device.system.code()
                ],
            )
            .await?;
        let mut record = house_record("SignIn", Kind::Execute, Outcome::Done, self.correlation);
        record.account = Some(self.account.uuid());
        record.staff = self.staff.map(StaffId::uuid);
        record.capacity = if self.staff.is_some() { Capacity::Staff } else { Capacity::Own };
        desk.record(record);
        Ok(Some(id))
    }
}

#[derive(Clone)]
struct Find([u8; 32]);

impl Chore for Find {
    type Out = Option<Session>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        let row = desk
            .tx
            .opt(
                sql!(
                    "SELECT s.id, s.account, a.person, s.ready, s.created_at, s.seen_at, s.confirmed_at, s.ended_at,
                            s.staff, f.name, f.function, f.team, t.name, t.phone, f.controller, c.kind, c.name,
                            CASE WHEN f.function <> 'deputy' THEN TRUE
                                 ELSE NOT EXISTS (SELECT 1
                                                    FROM staff k
                                                   WHERE k.team = f.team AND k.function = 'coordinator'
                                                     AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2)
                                                     AND NOT EXISTS (SELECT 1
                                                                       FROM absence b
                                                                      WHERE b.staff = k.id AND b.superseded_at IS NULL
                                                                        AND b.valid_from <= $2 AND b.valid_until > $2))
                            END,
                            EXISTS (SELECT 1 FROM account_notice n WHERE n.account = s.account AND n.seen_at IS NULL),
                            a.keys_off
                       FROM session s
                       JOIN account a ON a.id = s.account
                       LEFT JOIN staff f ON f.id = s.staff
                       LEFT JOIN team t ON t.id = f.team
                       LEFT JOIN controller c ON c.id = f.controller
                      WHERE s.token = $1"
                ),
                params![self.0, desk.now],
            )
            .await?;
        let Some(row) = row else { return Ok(None) };
        let staff: Option<StaffId> = row.get(8)?;
        let post = match staff {
            None => None,
            Some(staff) => {
                let kind: String = row.get(15)?;
                let function: Function = row.get(10)?;
                Some(Post {
                    staff,
                    name: row.get(9)?,
                    function,
                    team: row.get(11)?,
                    team_name: row.get::<Option<String>>(12)?.unwrap_or_default(),
                    team_phone: row.get::<Option<String>>(13)?.unwrap_or_default(),
                    controller: row.get(14)?,
                    controller_kind: kind.parse().map_err(|_| Error::Column { column: 15 })?,
                    controller_name: row.get(16)?,
                    coordinates_now: function.coordinates() && row.get(17)?,
                })
            }
        };
        Ok(Some(Session {
            id: row.get(0)?,
            account: row.get(1)?,
            person: row.get(2)?,
            post,
            ready: row.get(3)?,
            created_at: row.get(4)?,
            seen_at: row.get(5)?,
            confirmed_at: row.get(6)?,
            ended_at: row.get(7)?,
            untold: row.get(18)?,
            keys_off: row.get(19)?,
        }))
    }
}

#[derive(Clone)]
struct Previous {
    account: AccountId,
    before: Timestamp,
}

impl Chore for Previous {
    type Out = Option<Timestamp>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Self::Out, Error> {
        desk.tx
            .one(
                sql!(
                    "SELECT MAX(seen_at)
                       FROM session
                      WHERE account = $1 AND created_at < $2"
                ),
                params![self.account, self.before],
            )
            .await?
            .get(0)
    }
}

impl Store {
    /// Puts the keys that do something on or off for an account.
    pub async fn put_keys(&self, account: AccountId, off: bool) -> Result<(), Error> {
        self.chore(PutKeys { account, off }).await
    }
}

#[derive(Clone)]
struct PutKeys {
    account: AccountId,
    off: bool,
}

impl Chore for PutKeys {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        desk.tx
            .run_one(
                sql!(
                    "UPDATE account
                        SET keys_off = $2
                      WHERE id = $1"
                ),
                params![self.account, self.off],
            )
            .await
    }
}

#[derive(Clone)]
struct Seen(SessionId);

impl Chore for Seen {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        desk.tx
            .run(
                sql!(
                    "UPDATE session
                        SET seen_at = $2
                      WHERE id = $1 AND ended_at IS NULL AND seen_at < $2"
                ),
                params![self.0, now],
            )
            .await?;
        Ok(())
    }
}

#[derive(Clone)]
struct End {
    correlation: Uuid,
    session: SessionId,
}

impl Chore for End {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let now = desk.now;
        let row = desk
            .tx
            .opt(
                sql!(
                    "UPDATE session
                        SET ended_at = $2
                      WHERE id = $1 AND ended_at IS NULL
                     RETURNING account, staff, proxy"
                ),
                params![self.session, now],
            )
            .await?;
        let Some(row) = row else { return Ok(()) };
        let proxy: Option<ProxyId> = row.get(2)?;
        let mut record = house_record("SignOut", Kind::Execute, Outcome::Done, self.correlation);
        record.account = Some(row.get(0)?);
        record.staff = row.get(1)?;
        record.basis_id = proxy.map(ProxyId::uuid);
        record.capacity = match (record.staff, proxy) {
            (Some(_), _) => Capacity::Staff,
            (None, Some(_)) => Capacity::Proxy,
            (None, None) => Capacity::Own,
        };
        desk.record(record);
        Ok(())
    }
}

impl Chore for Confirm {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        if !factors::use_up(desk, self.account, &self.factor).await? {
            return Ok(false);
        }
        let now = desk.now;
        desk.tx
            .run_one(
                sql!(
                    "UPDATE session
                        SET token = $4, confirmed_at = $2, seen_at = $2
                      WHERE id = $1 AND account = $3 AND ended_at IS NULL"
                ),
                params![self.session, now, self.account, self.token],
            )
            .await?;
        let mut record = house_record("ConfirmSignIn", Kind::Execute, Outcome::Done, self.correlation);
        record.account = Some(self.account.uuid());
        desk.record(record);
        Ok(true)
    }
}
