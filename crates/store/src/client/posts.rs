//! The posts of one's own organisation, for whoever manages them (ACC-07): who, which function and team, from when to
//! when. Of dossiers only how many a colleague still works with.

mod change;

use domain::post::PostChange;
use domain::{Function, StaffId, TeamId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{ListAccounts, OfPostEver, ReadPost, ReadTeams};
use policy::{Action, May};

pub use change::{Kept, Moving, NewColleague, appoint, end, move_to, stop_sessions, trained};

use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A post, as a line of a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct PostLine {
    pub staff: StaffId,
    pub name: String,
    pub function: Function,
    /// Empty without a team.
    pub team: String,
    pub login_name: String,
    /// The account has a password.
    pub activated: bool,
    pub from: Timestamp,
    /// The first moment at which it is over.
    pub until: Option<Timestamp>,
    /// The newest text of the pledge that was signed (ACC-13).
    pub pledge: Option<u32>,
    /// The newest training that was passed (ACC-13).
    pub trained_on: Option<Date>,
}

/// One post with its history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Post {
    pub line: PostLine,
    pub phone: String,
    pub team: Option<TeamId>,
    /// In how many open dossiers the colleague works now.
    pub dossiers: u32,
    /// With how many browsers the colleague is signed in; some of them may be over by time.
    pub sessions: u32,
    /// How many changes were made; a change says how many its author had read.
    pub turn: u32,
    /// The newest first.
    pub changes: Vec<Changed>,
    /// The account has another post that begins when this one ends, or later.
    pub goes_on: bool,
}

/// A change of a post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Changed {
    pub change: PostChange,
    pub holds_from: Timestamp,
    /// Who made it.
    pub by: String,
    pub at: Timestamp,
}

/// A team that a post can be of.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TeamName {
    pub team: TeamId,
    pub name: String,
}

/// A team, as a line of a list: how to reach it, and how many have a post there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct TeamLine {
    pub name: String,
    pub phone: String,
    /// How many work there now.
    pub working: u32,
    /// How many begin there later.
    pub coming: u32,
}

fn line(row: &Row) -> Result<PostLine, Error> {
    let pledge: Option<i64> = row.get(8)?;
    Ok(PostLine {
        staff: row.get(0)?,
        name: row.get(1)?,
        function: row.get(2)?,
        team: row.get::<Option<String>>(3)?.unwrap_or_default(),
        login_name: row.get(4)?,
        activated: row.get(5)?,
        from: row.get(6)?,
        until: row.get(7)?,
        pledge: pledge.and_then(|version| u32::try_from(version).ok()),
        trained_on: row.get(9)?,
    })
}

fn number(row: &Row, column: usize) -> Result<u32, Error> {
    u32::try_from(row.get::<i64>(column)?).map_err(|_| Error::Column { column })
}

/// Every post of one's own organisation, also those that begin later and those that are over; by name.
pub async fn all<A: May<ListAccounts>>(work: &mut Work<'_, A>) -> Result<Vec<PostLine>, Error> {
    let controller = work.staff()?.controller;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.name, f.function, t.name, a.login_name, a.password_hash <> '', f.valid_from, f.valid_until,
                        (SELECT MAX(p.text_version) FROM pledge_signature p WHERE p.staff = f.id),
                        (SELECT MAX(r.passed_on) FROM training r WHERE r.staff = f.id)
                   FROM staff f
                   JOIN account a ON a.id = f.account
                   LEFT JOIN team t ON t.id = f.team
                  WHERE f.controller = $1 AND a.active = TRUE"
            ),
            params![controller],
        )
        .await?;
    work.counts(rows.len());
    let mut all = rows.iter().map(line).collect::<Result<Vec<_>, Error>>()?;
    all.sort_by_cached_key(|line| (domain::fold_name(&line.name), line.from));
    Ok(all)
}

/// The post that the work is about.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<Post, Error>
where
    A: May<ReadPost> + Action<About = OfPostEver>,
{
    let (staff, now) = (work.about().0, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT f.id, f.name, f.function, t.name, a.login_name, a.password_hash <> '', f.valid_from, f.valid_until,
                        (SELECT MAX(p.text_version) FROM pledge_signature p WHERE p.staff = f.id),
                        (SELECT MAX(r.passed_on) FROM training r WHERE r.staff = f.id),
                        f.phone, f.team,
                        (SELECT COUNT(DISTINCT p.dossier)
                           FROM involvement i
                           JOIN dossier_part p ON p.id = i.part
                          WHERE i.staff = f.id AND i.superseded_at IS NULL AND p.closed_at IS NULL
                            AND (i.valid_until IS NULL OR i.valid_until > $2)),
                        (SELECT COUNT(*) FROM session s WHERE s.account = f.account AND s.ended_at IS NULL),
                        (SELECT COUNT(*) FROM post_change c WHERE c.staff = f.id),
                        EXISTS (SELECT 1
                                  FROM staff n
                                 WHERE n.account = f.account AND n.id <> f.id AND f.valid_until IS NOT NULL
                                   AND n.valid_from >= f.valid_until)
                   FROM staff f
                   JOIN account a ON a.id = f.account
                   LEFT JOIN team t ON t.id = f.team
                  WHERE f.id = $1"
            ),
            params![staff, now],
        )
        .await?;
    Ok(Post {
        line: line(&row)?,
        phone: row.get(10)?,
        team: row.get(11)?,
        dossiers: number(&row, 12)?,
        sessions: number(&row, 13)?,
        turn: number(&row, 14)?,
        goes_on: row.get(15)?,
        changes: changes(work, staff).await?,
    })
}

async fn changes<A: May<ReadPost>>(work: &mut Work<'_, A>, staff: StaffId) -> Result<Vec<Changed>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT c.change, c.holds_from, s.name, c.recorded_at
                   FROM post_change c
                   JOIN staff s ON s.id = c.author
                  WHERE c.staff = $1
                  ORDER BY c.turn DESC"
            ),
            params![staff],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(Changed {
                change: row.get::<String>(0)?.parse().map_err(|_| Error::Column { column: 0 })?,
                holds_from: row.get(1)?,
                by: row.get(2)?,
                at: row.get(3)?,
            })
        })
        .collect()
}

/// The teams of one's own organisation, by name.
pub async fn teams<A: May<ReadTeams>>(work: &mut Work<'_, A>) -> Result<Vec<TeamName>, Error> {
    let controller = work.staff()?.controller;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, name
                   FROM team
                  WHERE controller = $1
                  ORDER BY name, id"
            ),
            params![controller],
        )
        .await?;
    rows.iter().map(|row| Ok(TeamName { team: row.get(0)?, name: row.get(1)? })).collect()
}

/// The same with their telephone and how many work there, or will.
pub async fn team_lines<A: May<ReadTeams>>(work: &mut Work<'_, A>) -> Result<Vec<TeamLine>, Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT t.name, t.phone,
                        (SELECT COUNT(*)
                           FROM staff f
                           JOIN account a ON a.id = f.account
                          WHERE f.team = t.id AND a.active = TRUE AND f.valid_from <= $2
                            AND (f.valid_until IS NULL OR f.valid_until > $2)),
                        (SELECT COUNT(*)
                           FROM staff f
                           JOIN account a ON a.id = f.account
                          WHERE f.team = t.id AND a.active = TRUE AND f.valid_from > $2
                            AND (f.valid_until IS NULL OR f.valid_until > f.valid_from))
                   FROM team t
                  WHERE t.controller = $1
                  ORDER BY t.name, t.id"
            ),
            params![controller, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(TeamLine {
                name: row.get(0)?,
                phone: row.get(1)?,
                working: number(row, 2)?,
                coming: number(row, 3)?,
            })
        })
        .collect()
}
