//! Changing posts. Each change says how many changes its author had read: whoever comes second is told (ACC-07).

use domain::post::PostChange;
use domain::sign_in::login_name;
use domain::{AccountId, Function, PersonId, StaffId, TeamId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{AppointStaff, ChangePost, OfPostEver, StopSessions};
use policy::{Action, May};

use crate::error::Error;
use crate::office::own_account::end_sessions;
use crate::work::Work;
use crate::{params, sql};

/// What came of a change.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Kept<T> {
    Done(T),
    /// Somebody else changed the post after it was read.
    Overtaken,
    /// The post is over, or another one follows it: nothing in the past is changed.
    Over,
    /// The team is not one of the own organisation.
    NoSuchTeam,
}

/// Somebody new.
#[derive(Clone, Debug)]
pub struct NewColleague {
    pub name: String,
    pub phone: String,
    pub function: Function,
    pub team: Option<TeamId>,
    pub from: Timestamp,
}

/// Another post for a colleague.
#[derive(Clone, Copy, Debug)]
pub struct Moving {
    /// How many changes were read.
    pub read: u32,
    pub function: Function,
    pub team: Option<TeamId>,
    pub from: Timestamp,
}

/// Gives somebody new a person, an account that nobody can sign in with yet, and a post.
pub async fn appoint<A: May<AppointStaff>>(
    work: &mut Work<'_, A>,
    new: &NewColleague,
) -> Result<Kept<StaffId>, Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    if !is_own_team(work, new.team).await? {
        return Ok(Kept::NoSuchTeam);
    }
    let (person, account, staff) =
        (PersonId(work.random_id()), AccountId(work.random_id()), StaffId(work.random_id()));
    let mut name = login_name(*work.random_id().as_bytes());
    while is_taken(work, &name).await? {
        name = login_name(*work.random_id().as_bytes());
    }
    work.tx
        .run_one(sql!("INSERT INTO person (id, recorded_at) VALUES ($1, $2)"), params![person, now])
        .await?;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO account (id, person, kind, login_name, password_hash, second_factor,
                                      last_code_step, active, recorded_at)
                 VALUES ($1, $2, 'staff', $3, '', $4, 0, TRUE, $5)"
            ),
            params![account, person, name.as_str(), Vec::<u8>::new(), now],
        )
        .await?;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO staff (id, person, account, controller, team, function, name, phone, valid_from, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            params![
                staff,
                person,
                account,
                controller,
                new.team,
                new.function.code(),
                new.name.as_str(),
                new.phone.as_str(),
                new.from,
                now
            ],
        )
        .await?;
    note(work, staff, 1, PostChange::Begun, new.from).await?;
    work.names(staff.uuid());
    Ok(Kept::Done(staff))
}

/// Ends the post the work is about, or sets another end. Who is signed in with a post that is over, is not any more.
pub async fn end<A>(work: &mut Work<'_, A>, read: u32, until: Timestamp) -> Result<Kept<()>, Error>
where
    A: May<ChangePost> + Action<About = OfPostEver>,
{
    let staff = work.about().0;
    Ok(match close(work, read, until, PostChange::Ended).await? {
        Kept::Done(account) => {
            if until <= work.now() {
                let now = work.now();
                end_sessions(&mut work.tx, now, account, None).await?;
            }
            work.names(staff.uuid());
            Kept::Done(())
        }
        Kept::Overtaken => Kept::Overtaken,
        Kept::Over => Kept::Over,
        Kept::NoSuchTeam => Kept::NoSuchTeam,
    })
}

/// Gives the colleague of this post another one: this one ends as that one begins. Training comes along; the pledge is
/// signed again, and dossiers stay behind.
pub async fn move_to<A>(work: &mut Work<'_, A>, to: &Moving) -> Result<Kept<StaffId>, Error>
where
    A: May<ChangePost> + Action<About = OfPostEver>,
{
    let (old, now) = (work.about().0, work.now());
    if !is_own_team(work, to.team).await? {
        return Ok(Kept::NoSuchTeam);
    }
    match close(work, to.read, to.from, PostChange::Moved).await? {
        Kept::Done(_) => {}
        Kept::Overtaken => return Ok(Kept::Overtaken),
        Kept::Over => return Ok(Kept::Over),
        Kept::NoSuchTeam => return Ok(Kept::NoSuchTeam),
    }
    let staff = StaffId(work.random_id());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO staff (id, person, account, controller, team, function, name, phone, valid_from, recorded_at)
                 SELECT $2, person, account, controller, $3, $4, name, phone, $5, $6
                   FROM staff
                  WHERE id = $1"
            ),
            params![old, staff, to.team, to.function.code(), to.from, now],
        )
        .await?;
    work.tx
        .run(
            sql!(
                "INSERT INTO training (staff, passed_on, recorded_at)
                 SELECT $2, passed_on, recorded_at
                   FROM training
                  WHERE staff = $1"
            ),
            params![old, staff],
        )
        .await?;
    note(work, staff, 1, PostChange::Begun, to.from).await?;
    work.names(staff.uuid());
    Ok(Kept::Done(staff))
}

/// Notes that the colleague passed a training (ACC-13). Noting twice is noting once.
pub async fn trained<A>(work: &mut Work<'_, A>, passed_on: Date) -> Result<(), Error>
where
    A: May<ChangePost> + Action<About = OfPostEver>,
{
    let (staff, now) = (work.about().0, work.now());
    work.tx
        .run(
            sql!(
                "INSERT INTO training (staff, passed_on, recorded_at)
                 VALUES ($1, $2, $3)
                     ON CONFLICT (staff, passed_on) DO NOTHING"
            ),
            params![staff, passed_on, now],
        )
        .await?;
    Ok(())
}

/// Ends what the colleague is signed in with, everywhere. How many browsers that were.
pub async fn stop_sessions<A>(work: &mut Work<'_, A>) -> Result<usize, Error>
where
    A: May<StopSessions> + Action<About = OfPostEver>,
{
    let (staff, now) = (work.about().0, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT account
                   FROM staff
                  WHERE id = $1"
            ),
            params![staff],
        )
        .await?;
    Ok(end_sessions(&mut work.tx, now, row.get(0)?, None).await?.len())
}

/// Sets the end of the post, where that is still to come; the account it is of.
async fn close<A>(
    work: &mut Work<'_, A>,
    read: u32,
    until: Timestamp,
    change: PostChange,
) -> Result<Kept<AccountId>, Error>
where
    A: May<ChangePost> + Action<About = OfPostEver>,
{
    let (staff, now) = (work.about().0, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT account, valid_from, valid_until,
                        (SELECT COUNT(*) FROM post_change c WHERE c.staff = f.id),
                        EXISTS (SELECT 1
                                  FROM staff n
                                 WHERE n.account = f.account AND n.id <> f.id AND f.valid_until IS NOT NULL
                                   AND n.valid_from >= f.valid_until)
                   FROM staff f
                  WHERE f.id = $1"
            ),
            params![staff],
        )
        .await?;
    let ends: Option<Timestamp> = row.get(2)?;
    if row.get::<i64>(3)? != i64::from(read) {
        return Ok(Kept::Overtaken);
    }
    if row.get(4)? || ends.is_some_and(|ends| ends <= now) {
        return Ok(Kept::Over);
    }
    // A post that has not begun ends where it begins: it never holds.
    let until = until.max(row.get(1)?);
    if !note(work, staff, read + 1, change, until).await? {
        return Ok(Kept::Overtaken);
    }
    work.tx
        .run_one(
            sql!(
                "UPDATE staff
                    SET valid_until = $2
                  WHERE id = $1"
            ),
            params![staff, until],
        )
        .await?;
    Ok(Kept::Done(row.get(0)?))
}

/// Keeps a change; false when another one took this turn.
async fn note<A: Action>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    turn: u32,
    change: PostChange,
    holds_from: Timestamp,
) -> Result<bool, Error> {
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let kept = work
        .tx
        .run(
            sql!(
                "INSERT INTO post_change (id, staff, turn, change, holds_from, author, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)
                     ON CONFLICT (staff, turn) DO NOTHING"
            ),
            params![id, staff, i64::from(turn), change.code(), holds_from, author, now],
        )
        .await?;
    Ok(kept == 1)
}

async fn is_own_team<A: Action>(work: &mut Work<'_, A>, team: Option<TeamId>) -> Result<bool, Error> {
    let Some(team) = team else { return Ok(true) };
    let controller = work.staff()?.controller;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM team
                  WHERE id = $1 AND controller = $2"
            ),
            params![team, controller],
        )
        .await?;
    Ok(row.is_some())
}

async fn is_taken<A: May<AppointStaff>>(work: &mut Work<'_, A>, name: &str) -> Result<bool, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM account
                  WHERE login_name = $1"
            ),
            params![name],
        )
        .await?;
    Ok(row.is_some())
}
