//! Log review (ACC-22): a clock counts what each member of staff did on a day that is over, what stands out is kept as a
//! question, and people say what it was. Rules are in `domain::log_review`.

mod accesses;
mod clients;
mod findings;
mod job;
mod namesake;
mod thresholds;
mod today;

pub(super) use findings::verdict_place;
pub use findings::{Judged, Line, NewVerdict, One, Said, Which, judge, list, one};
pub use job::{Reviewed, review_next};
pub(super) use namesake::keep as keep_surname;
pub use thresholds::{Made, NewThresholds, change, history};
pub use today::{SoFar, so_far};

use std::collections::HashMap;

use domain::{AccountId, ControllerId, Function, PersonId, StaffId, TeamId, amsterdam_midnight};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::Action;

use crate::db::Tx;
use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A post that an account had.
#[derive(Clone, Debug)]
struct Post {
    staff: StaffId,
    controller: ControllerId,
    person: PersonId,
    team: Option<TeamId>,
    function: Function,
    name: String,
}

/// The posts that an account had at some moment of a day, the oldest first.
async fn posts_of(tx: &mut Tx<'_>, account: AccountId, day: Date) -> Result<Vec<Post>, Error> {
    let (from, until) = bounds(day)?;
    let rows = tx
        .all(
            sql!(
                "SELECT id, controller, person, team, function, name
                   FROM staff
                  WHERE account = $1 AND valid_from < $3 AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY valid_from, id"
            ),
            params![account, from, until],
        )
        .await?;
    rows.iter().map(post).collect()
}

/// The posts that a controller's accounts had at some moment from the first of these days to the last, by account.
async fn posts_between(
    tx: &mut Tx<'_>,
    controller: ControllerId,
    (first, last): (Date, Date),
) -> Result<HashMap<AccountId, Vec<Held>>, Error> {
    let ((from, _), (_, until)) = (bounds(first)?, bounds(last)?);
    let rows = tx
        .all(
            sql!(
                "SELECT id, controller, person, team, function, name, account, valid_from, valid_until
                   FROM staff
                  WHERE controller = $1 AND valid_from < $3 AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY valid_from, id"
            ),
            params![controller, from, until],
        )
        .await?;
    let mut all: HashMap<AccountId, Vec<Held>> = HashMap::new();
    for row in rows {
        let held = Held { post: post(&row)?, from: row.get(7)?, until: row.get(8)? };
        all.entry(row.get(6)?).or_default().push(held);
    }
    Ok(all)
}

/// A post, and since and until when.
struct Held {
    post: Post,
    from: Timestamp,
    until: Option<Timestamp>,
}

impl Held {
    /// At some moment of the day.
    fn was_on(&self, (from, until): (Timestamp, Timestamp)) -> bool {
        self.from < until && self.until.is_none_or(|end| end > from)
    }
}

fn post(row: &Row) -> Result<Post, Error> {
    Ok(Post {
        staff: row.get(0)?,
        controller: row.get(1)?,
        person: row.get(2)?,
        team: row.get(3)?,
        function: row.get(4)?,
        name: row.get(5)?,
    })
}

/// The first moment of a day in Amsterdam, and the first after it.
fn bounds(day: Date) -> Result<(Timestamp, Timestamp), Error> {
    let end = |day: Option<Date>| day.and_then(amsterdam_midnight).ok_or(Error::Column { column: 0 });
    Ok((end(Some(day))?, end(day.tomorrow().ok())?))
}

/// Whether this finding is the actor's to see and to judge, by the posts of whom it is about.
fn is_the_actors<'p, A: Action>(
    work: &Work<'_, A>,
    person: PersonId,
    posts: impl Iterator<Item = &'p Post>,
) -> Result<bool, Error> {
    let reader = work.staff()?;
    Ok(crate::facts::finding::reviews(reader, person, posts.map(|it| (it.team, it.function))))
}
