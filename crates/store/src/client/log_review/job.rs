//! The clock that looks through the record: day after day, some accounts at a time, each step one transaction. What was
//! done stays done; what was not, is next. Two nodes, a restart and a day that was missed change nothing in the outcome.

use std::collections::HashMap;

use domain::log_review::{Found, Thresholds, findings, sample};
use domain::{AccountId, ControllerId, FindingId, amsterdam_date};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp, ToSpan};
use ledger::Record;
use policy::May;
use policy::actions::ReviewLog;
use uuid::Uuid;

use super::accesses::{Scope, of_day};
use super::clients::Tokens;
use super::namesake::Names;
use super::thresholds::changes;
use super::{Post, bounds, posts_of};
use crate::db::Tx;
use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::store::Store;
use crate::work::Work;
use crate::{params, sql};

/// A day is looked through when it is over by this much: what was begun before midnight is on the record by then.
const SETTLES: SignedDuration = SignedDuration::from_hours(1);

/// Where the record is older than the review, it begins this many days back: a heap of questions about years ago is
/// nobody's to judge any more.
const BEGINS_BACK: i32 = 31;

/// As long as a line of the record is kept (ACC-20, `access_log_retention`).
const KEPT_YEARS: i32 = 5;

/// What a step did.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reviewed {
    /// Some accounts of this day; there may be more.
    Some(Date),
    /// The last accounts of this day.
    Day(Date),
    /// No day is over that was not looked through.
    Nothing,
}

/// What is next.
#[derive(Clone, Copy)]
enum Next {
    /// This day, beyond this account. `begun`: it has its row.
    Go { day: Date, up_to: AccountId, begun: bool },
    /// The clock fell back: days that were looked through are not over. They are looked through again when they are.
    Back { to: Date },
}

impl Store {
    /// Whether there is something to look through. Costs no write.
    ///
    /// # Errors
    /// What the database said.
    pub async fn log_review_is_due(&self) -> Result<bool, Error> {
        self.glance(IsDue).await
    }
}

#[derive(Clone)]
struct IsDue;

impl Chore for IsDue {
    type Out = bool;

    async fn run(self, desk: &mut Desk<'_>) -> Result<bool, Error> {
        let now = desk.now;
        Ok(next(&mut desk.tx, now).await?.is_some())
    }
}

async fn next(tx: &mut Tx<'_>, now: Timestamp) -> Result<Option<Next>, Error> {
    // Days before this one are over.
    let open = amsterdam_date(now - SETTLES);
    let row = tx
        .opt(
            sql!(
                "SELECT day, up_to, finished
                   FROM log_review_progress
                  WHERE one = 1"
            ),
            params![],
        )
        .await?;
    let (day, up_to, begun) = match row {
        None => match oldest(tx).await? {
            Some(day) => {
                let back = open.checked_sub(BEGINS_BACK.days()).unwrap_or(day);
                (day.max(back), AccountId(Uuid::nil()), false)
            }
            None => return Ok(None),
        },
        Some(row) => {
            let (day, finished): (Date, bool) = (row.get(0)?, row.get(2)?);
            match finished {
                _ if day >= open => {
                    let to = open.yesterday().map_err(|_| Error::Column { column: 0 })?;
                    return Ok(Some(Next::Back { to }));
                }
                false => (day, row.get(1)?, true),
                true => {
                    let day = day.tomorrow().map_err(|_| Error::Column { column: 0 })?;
                    (day, AccountId(Uuid::nil()), true)
                }
            }
        }
    };
    if day >= open || waits(tx, day).await? {
        return Ok(None);
    }
    Ok(Some(Next::Go { day, up_to, begun }))
}

/// The day of the oldest line that is kept.
async fn oldest(tx: &mut Tx<'_>) -> Result<Option<Date>, Error> {
    let row = tx
        .opt(
            sql!(
                "SELECT bytes
                   FROM record
                  ORDER BY row_no
                  LIMIT 1"
            ),
            params![],
        )
        .await?;
    row.map(|row| day_of(&row.get::<Vec<u8>>(0)?)).transpose()
}

/// Whether a line of this day, or of one before it, has no number yet: it would be missed.
async fn waits(tx: &mut Tx<'_>, day: Date) -> Result<bool, Error> {
    let row = tx
        .opt(
            sql!(
                "SELECT r.bytes
                   FROM record_waiting w
                   JOIN record r ON r.row_no = w.row_no
                  ORDER BY w.row_no
                  LIMIT 1"
            ),
            params![],
        )
        .await?;
    Ok(match row {
        Some(row) => day_of(&row.get::<Vec<u8>>(0)?)? <= day,
        None => false,
    })
}

fn day_of(bytes: &[u8]) -> Result<Date, Error> {
    let record = Record::decode(bytes).map_err(|e| Error::Record(e.to_string()))?;
    let at = Timestamp::from_millisecond(record.occurred_at).map_err(|e| Error::Record(e.to_string()))?;
    Ok(amsterdam_date(at))
}

/// Looks through the next accounts, at most so many, and keeps what stands out.
pub async fn review_next<A: May<ReviewLog>>(work: &mut Work<'_, A>, at_most: u32) -> Result<Reviewed, Error> {
    let now = work.now();
    let (day, up_to, begun) = match next(&mut work.tx, now).await? {
        None => return Ok(Reviewed::Nothing),
        Some(Next::Back { to }) => {
            step(work, to, AccountId(Uuid::nil()), true, true).await?;
            return Ok(Reviewed::Day(to));
        }
        Some(Next::Go { day, up_to, begun }) => (day, up_to, begun),
    };
    let accounts = accounts(work, day, up_to, at_most).await?;
    let mut kept = 0;
    for account in &accounts {
        kept += review(work, *account, day).await?;
    }
    work.counts(kept);
    let finished = accounts.len() < at_most as usize;
    if finished {
        purge(work, day).await?;
    }
    step(work, day, accounts.last().copied().unwrap_or(up_to), finished, begun).await?;
    Ok(if finished { Reviewed::Day(day) } else { Reviewed::Some(day) })
}

/// A finding goes with the lines that it was counted from (ACC-20), and what was said of it with the finding.
async fn purge<A: May<ReviewLog>>(work: &mut Work<'_, A>, day: Date) -> Result<(), Error> {
    let kept_from = day.checked_sub(KEPT_YEARS.years()).unwrap_or(Date::MIN);
    for statement in [
        sql!(
            "DELETE FROM log_verdict
              WHERE finding IN (SELECT id FROM log_finding WHERE day < $1)"
        ),
        sql!("DELETE FROM log_finding WHERE day < $1"),
    ] {
        work.tx.run(statement, params![kept_from]).await?;
    }
    Ok(())
}

async fn step<A: May<ReviewLog>>(
    work: &mut Work<'_, A>,
    day: Date,
    up_to: AccountId,
    finished: bool,
    begun: bool,
) -> Result<(), Error> {
    if begun {
        work.tx
            .run_one(
                sql!(
                    "UPDATE log_review_progress
                        SET day = $1, up_to = $2, finished = $3
                      WHERE one = 1"
                ),
                params![day, up_to, finished],
            )
            .await
    } else {
        work.tx
            .run_one(
                sql!("INSERT INTO log_review_progress (one, day, up_to, finished) VALUES (1, $1, $2, $3)"),
                params![day, up_to, finished],
            )
            .await
    }
}

/// The next accounts that had a post that day.
async fn accounts<A: May<ReviewLog>>(
    work: &mut Work<'_, A>,
    day: Date,
    beyond: AccountId,
    at_most: u32,
) -> Result<Vec<AccountId>, Error> {
    let (from, until) = bounds(day)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT account
                   FROM staff
                  WHERE account > $1 AND valid_from < $3 AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY account
                  LIMIT $4"
            ),
            params![beyond, from, until, i64::from(at_most)],
        )
        .await?;
    rows.iter().map(|row| row.get(0)).collect()
}

/// Looks through one account's day. Says how many findings there are.
async fn review<A: May<ReviewLog>>(
    work: &mut Work<'_, A>,
    account: AccountId,
    day: Date,
) -> Result<usize, Error> {
    let posts = posts_of(&mut work.tx, account, day).await?;
    let mut kept = 0;
    for controller in controllers(&posts) {
        let of_it: Vec<&Post> = posts.iter().filter(|it| it.controller == controller).collect();
        let Some(first) = of_it.first() else { continue };
        let names = Names::of(controller, of_it.iter().map(|it| it.name.as_str()));
        let scope = Scope::one(controller, day, account);
        let mut found = of_day(work, scope, &HashMap::from([(account, names)]), Tokens::Kept).await?;
        let Some(accesses) = found.remove(&account).filter(|it| !it.is_empty()) else { continue };
        let by = Thresholds::on(&changes(&mut work.tx, controller).await?, day);
        let dice = work.random_id().as_u64_pair().1;
        let drawn = sample(day, &accesses, dice);
        for found in findings(day, &accesses, &by).into_iter().chain(drawn) {
            keep(work, controller, account, first, day, found).await?;
            kept += 1;
        }
        work.names(first.staff.uuid());
    }
    Ok(kept)
}

pub(super) fn controllers(posts: &[Post]) -> Vec<ControllerId> {
    let mut all: Vec<ControllerId> = posts.iter().map(|it| it.controller).collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// Once per account, day and kind. Counted again after the clock fell back, an open one says what is counted now, and
/// keeps the threshold it was found by.
async fn keep<A: May<ReviewLog>>(
    work: &mut Work<'_, A>,
    controller: ControllerId,
    account: AccountId,
    post: &Post,
    day: Date,
    found: Found,
) -> Result<(), Error> {
    let (id, now) = (FindingId(work.new_id()), work.now());
    work.tx
        .run(
            sql!(
                "INSERT INTO log_finding (id, controller, account, staff, day, finding, times, refused, ordinary,
                                          found_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
                     ON CONFLICT (controller, account, day, finding)
                     DO UPDATE SET times = $7, refused = $8
                  WHERE log_finding.settled_at IS NULL"
            ),
            params![
                id,
                controller,
                account,
                post.staff,
                day,
                found.finding.code(),
                i64::from(found.times),
                i64::from(found.refused),
                i64::from(found.ordinary),
                now,
            ],
        )
        .await
        .map(drop)
}
