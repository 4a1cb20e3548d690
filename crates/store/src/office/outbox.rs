//! What waits to leave by the network. Whoever sends a notice claims it first, in a transaction of its own, and says
//! afterwards what became of it; a claim of somebody who fell silent lapses, and the notice is sent once more.

use domain::outbox::{GIVES_UP_AFTER, HELD_FOR, Next, Went, pause};
use domain::{AccountId, MailAddress, NoticeKind, NoticeState, OutboxId};
use jiff::Timestamp;
use uuid::Uuid;

use super::{Chore, Desk, mail_address};
use crate::error::Error;
use crate::store::Store;
use crate::value::Row;
use crate::{params, sql};

/// Notices that can go to nobody any more are passed over, at most so many at a time.
const PASSED_OVER: usize = 50;

/// A notice in the hands of one sender.
#[derive(Clone, Debug)]
pub struct Claimed {
    pub id: OutboxId,
    pub kind: NoticeKind,
    pub to: MailAddress,
    /// Without angle brackets; the same in every try.
    pub message_id: String,
    /// Another try may have arrived.
    pub is_repeat: bool,
    claim: Uuid,
    tries: i64,
    repeats: i64,
}

/// How the outbox is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outbox {
    /// To be sent, or being sent.
    pub open: u64,
    /// Since when the oldest of these is there.
    pub oldest: Option<Timestamp>,
    /// Given up in the last thirty days.
    pub given_up: u64,
    /// Sent twice in the last thirty days, without hearing whether it was taken.
    pub uncertain: u64,
    /// When a server last took one, in the last thirty days.
    pub last_sent: Option<Timestamp>,
}

impl Store {
    /// Whether something may be sent now.
    ///
    /// # Errors
    /// What the database said.
    pub async fn notice_is_due(&self) -> Result<bool, Error> {
        self.glance(IsDue).await
    }

    /// Takes the notice that waits longest into one's hands. None: nothing may be sent now, or another sender was first.
    /// `domain`: what comes after the @ of a Message-ID that is made now.
    ///
    /// # Errors
    /// What the database said.
    pub async fn claim_notice(&self, domain: &str) -> Result<Option<Claimed>, Error> {
        self.chore(Claim { domain: domain.to_owned() }).await
    }

    /// Says what became of a notice. Nothing is changed when the claim lapsed and another sender has it.
    ///
    /// # Errors
    /// What the database said: then the claim lapses by itself.
    pub async fn notice_went(&self, claimed: &Claimed, went: Went) -> Result<(), Error> {
        self.chore(Say { claimed: claimed.clone(), went }).await
    }

    /// How the outbox is.
    ///
    /// # Errors
    /// What the database said.
    pub async fn outbox(&self) -> Result<Outbox, Error> {
        self.glance(Look).await
    }
}

/// Ends what was tried for too long, and what was sent twice by senders that fell silent.
pub(super) async fn settle(desk: &mut Desk<'_>) -> Result<(), Error> {
    let now = desk.now;
    desk.tx
        .run(
            sql!(
                "UPDATE outbox
                    SET state = 'uncertain', ended_at = $1, claim = NULL
                  WHERE ended_at IS NULL AND due_at <= $1 AND state = 'sending'
                    AND (repeats > 0 OR created_at <= $2)"
            ),
            params![now, now - GIVES_UP_AFTER],
        )
        .await?;
    desk.tx
        .run(
            sql!(
                "UPDATE outbox
                    SET state = CASE WHEN repeats > 0 THEN 'uncertain' ELSE 'given-up' END, ended_at = $1
                  WHERE ended_at IS NULL AND state = 'waiting' AND created_at <= $2"
            ),
            params![now, now - GIVES_UP_AFTER],
        )
        .await?;
    Ok(())
}

#[derive(Clone)]
struct IsDue;

impl Chore for IsDue {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        Ok(due(desk).await?.is_some())
    }
}

/// The notice that waits longest: to be sent, or held by somebody who fell silent during the first try. A second silence
/// is not followed by a third try.
async fn due(desk: &mut Desk<'_>) -> Result<Option<Row>, Error> {
    let now = desk.now;
    desk.tx
        .opt(
            sql!(
                "SELECT id, account, kind, state, message_id, tries, repeats
                   FROM outbox
                  WHERE ended_at IS NULL AND due_at <= $1 AND created_at > $2
                    AND (state = 'waiting' OR (state = 'sending' AND repeats = 0))
                  ORDER BY due_at, id
                  LIMIT 1"
            ),
            params![now, now - GIVES_UP_AFTER],
        )
        .await
}

#[derive(Clone)]
struct Claim {
    domain: String,
}

impl Chore for Claim {
    type Out = Option<Claimed>;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Option<Claimed>, Error> {
        for _ in 0..PASSED_OVER {
            let Some(row) = due(desk).await? else { return Ok(None) };
            let (id, account): (OutboxId, AccountId) = (row.get(0)?, row.get(1)?);
            match mail_address::of(desk, account).await {
                Ok(Some(to)) => return claim(desk, &row, to, &self.domain).await,
                Ok(None) => end(desk, id, NoticeState::Unwanted).await?,
                // Its key was lost: that is no reason to keep what stands behind it waiting.
                Err(Error::Sealed(_)) => end(desk, id, NoticeState::GivenUp).await?,
                // The shelf may open it another time; and a row that cannot be read may be mended.
                Err(Error::Shelf(_) | Error::Column { .. }) => postpone(desk, &row).await?,
                Err(e) => return Err(e),
            }
        }
        Ok(None)
    }
}

async fn claim(
    desk: &mut Desk<'_>,
    row: &Row,
    to: MailAddress,
    domain: &str,
) -> Result<Option<Claimed>, Error> {
    let (now, claim) = (desk.now, desk.entropy().uuid_random());
    let state: NoticeState = row.get(3)?;
    let (known, tries, repeats): (String, i64, i64) = (row.get(4)?, row.get(5)?, row.get(6)?);
    let message_id =
        if known.is_empty() { format!("{}@{domain}", desk.entropy().uuid_random().simple()) } else { known };
    let repeats = repeats + i64::from(state == NoticeState::Sending);
    let id: OutboxId = row.get(0)?;
    // Only one of two that read the same row finds it as it was.
    let won = desk
        .tx
        .run(
            sql!(
                "UPDATE outbox
                    SET state = 'sending', message_id = $2, tries = $3, repeats = $4, due_at = $5, claim = $6
                  WHERE id = $1 AND ended_at IS NULL AND due_at <= $7 AND tries = $8"
            ),
            params![id, message_id.as_str(), tries + 1, repeats, now + HELD_FOR, claim, now, tries],
        )
        .await?;
    if won == 0 {
        return Ok(None);
    }
    let kind = row.get(2)?;
    Ok(Some(Claimed { id, kind, to, message_id, is_repeat: repeats > 0, claim, tries: tries + 1, repeats }))
}

/// It waits as after a try that failed, and what stands behind it goes on.
async fn postpone(desk: &mut Desk<'_>, row: &Row) -> Result<(), Error> {
    let (now, chance) = (desk.now, desk.entropy().bytes32()[0]);
    let (id, tries): (OutboxId, i64) = (row.get(0)?, row.get(5)?);
    desk.tx
        .run(
            sql!(
                "UPDATE outbox
                    SET due_at = $2, tries = $3
                  WHERE id = $1 AND ended_at IS NULL AND tries = $4"
            ),
            params![id, now + pause(tries + 1, chance), tries + 1, tries],
        )
        .await
        .map(drop)
}

/// It leaves no more; it stands in the product.
async fn end(desk: &mut Desk<'_>, id: OutboxId, state: NoticeState) -> Result<(), Error> {
    let now = desk.now;
    desk.tx
        .run_one(
            sql!(
                "UPDATE outbox
                    SET state = $2, ended_at = $3, claim = NULL
                  WHERE id = $1"
            ),
            params![id, state.code(), now],
        )
        .await
}

#[derive(Clone)]
struct Say {
    claimed: Claimed,
    went: Went,
}

impl Chore for Say {
    type Out = ();

    async fn run(self, desk: &mut Desk<'_>) -> Result<(), Error> {
        let Claimed { id, claim, tries, repeats, .. } = self.claimed;
        let now = desk.now;
        let chance = desk.entropy().bytes32()[0];
        let (state, ended_at) = match self.went.next(repeats) {
            Next::End(state) => (state, Some(now)),
            Next::Again => (NoticeState::Waiting, None),
            // It stays with this claim, and whoever takes it over sends the repeat.
            Next::Repeat => (NoticeState::Sending, None),
        };
        let due_at = if ended_at.is_some() { now } else { now + pause(tries, chance) };
        desk.tx
            .run(
                sql!(
                    "UPDATE outbox
                        SET state = $3, due_at = $4, ended_at = $5
                      WHERE id = $1 AND claim = $2 AND ended_at IS NULL"
                ),
                params![id, claim, state.code(), due_at, ended_at],
            )
            .await
            .map(drop)
    }
}

#[derive(Clone)]
struct Look;

impl Chore for Look {
    type Out = Outbox;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Outbox, Error> {
        let open = desk
            .tx
            .one(
                sql!(
                    "SELECT COUNT(*), MIN(created_at)
                       FROM outbox
                      WHERE ended_at IS NULL"
                ),
                params![],
            )
            .await?;
        let mut found = Outbox { open: open.get(0)?, oldest: open.get(1)?, ..Outbox::default() };
        let ended = desk
            .tx
            .all(
                sql!(
                    "SELECT state, COUNT(*), MAX(ended_at)
                       FROM outbox
                      WHERE ended_at IS NOT NULL
                      GROUP BY state"
                ),
                params![],
            )
            .await?;
        for row in &ended {
            let (state, count): (NoticeState, u64) = (row.get(0)?, row.get(1)?);
            match state {
                NoticeState::GivenUp => found.given_up = count,
                NoticeState::Uncertain => found.uncertain = count,
                NoticeState::Sent => found.last_sent = row.get(2)?,
                NoticeState::Waiting | NoticeState::Sending | NoticeState::Unwanted => {}
            }
        }
        Ok(found)
    }
}
