//! When somebody is not at work. Said by oneself, or by coordinator or deputy for whoever cannot; a coordinator's
//! absence is what lets the deputy act (ACC-09).

use domain::{AbsenceId, StaffId, TeamId};
use jiff::Timestamp;
use policy::actions::{OfTeam, ReadOwnStanding, ReadTeam, RegisterAbsence, RegisterOwnAbsence};
use policy::{Action, May};

use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// An absence that has not passed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Absence {
    pub id: AbsenceId,
    pub staff: StaffId,
    pub from: Timestamp,
    /// The first moment of being back.
    pub until: Timestamp,
}

/// Somebody of a team.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Colleague {
    pub staff: StaffId,
    pub name: String,
    pub function: domain::Function,
}

/// The active people of the team, by name.
pub async fn people<A>(work: &mut Work<'_, A>) -> Result<Vec<Colleague>, Error>
where
    A: May<ReadTeam> + Action<About = OfTeam>,
{
    let (team, now): (Option<TeamId>, _) = (work.about().0, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, name, function
                   FROM staff
                  WHERE team = $1 AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY name, id"
            ),
            params![team, now],
        )
        .await?;
    work.counts(rows.len());
    rows.iter()
        .map(|row| Ok(Colleague { staff: row.get(0)?, name: row.get(1)?, function: row.get(2)? }))
        .collect()
}

/// Absences in the team, now and to come.
pub async fn of_team<A>(work: &mut Work<'_, A>) -> Result<Vec<Absence>, Error>
where
    A: May<ReadTeam> + Action<About = OfTeam>,
{
    let (team, now): (Option<TeamId>, _) = (work.about().0, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT a.absence, a.staff, a.valid_from, a.valid_until
                   FROM absence a
                   JOIN staff s ON s.id = a.staff
                  WHERE s.team = $1 AND a.superseded_at IS NULL AND a.valid_until > $2
                  ORDER BY a.valid_from, s.name, a.id"
            ),
            params![team, now],
        )
        .await?;
    rows.iter().map(absence).collect()
}

/// The own absences, now and to come.
pub async fn own<A: May<ReadOwnStanding>>(work: &mut Work<'_, A>) -> Result<Vec<Absence>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT absence, staff, valid_from, valid_until
                   FROM absence
                  WHERE staff = $1 AND superseded_at IS NULL AND valid_until > $2
                  ORDER BY valid_from, id"
            ),
            params![staff, now],
        )
        .await?;
    rows.iter().map(absence).collect()
}

fn absence(row: &Row) -> Result<Absence, Error> {
    Ok(Absence { id: row.get(0)?, staff: row.get(1)?, from: row.get(2)?, until: row.get(3)? })
}

/// The acting worker will be absent.
pub async fn add_own<A: May<RegisterOwnAbsence>>(
    work: &mut Work<'_, A>,
    from: Timestamp,
    until: Timestamp,
) -> Result<AbsenceId, Error> {
    let staff = work.staff_id()?;
    insert(work, staff, from, until).await
}

/// Somebody of the team is or will be absent; none when they are not of the team.
pub async fn add<A>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    from: Timestamp,
    until: Timestamp,
) -> Result<Option<AbsenceId>, Error>
where
    A: May<RegisterAbsence> + Action<About = OfTeam>,
{
    let team: Option<TeamId> = work.about().0;
    let now = work.now();
    let known = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM staff
                  WHERE id = $1 AND team = $2 AND valid_from <= $3 AND (valid_until IS NULL OR valid_until > $3)"
            ),
            params![staff, team, now],
        )
        .await?;
    match known {
        Some(_) => Ok(Some(insert(work, staff, from, until).await?)),
        None => Ok(None),
    }
}

/// Whether the acting worker is absent at some moment of this time already.
pub async fn own_overlaps<A>(work: &mut Work<'_, A>, from: Timestamp, until: Timestamp) -> Result<bool, Error>
where
    A: May<RegisterAbsence> + Action<About = OfTeam>,
{
    let staff = work.staff_id()?;
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM absence
                  WHERE staff = $1 AND superseded_at IS NULL AND valid_from < $3 AND valid_until > $2
                  LIMIT 1"
            ),
            params![staff, from, until],
        )
        .await?;
    Ok(found.is_some())
}

async fn insert<A: Action>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    from: Timestamp,
    until: Timestamp,
) -> Result<AbsenceId, Error> {
    let (id, author, now) = (AbsenceId(work.new_id()), work.staff_id()?, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO absence (id, absence, staff, author, valid_from, valid_until, recorded_at)
                 VALUES ($1, $1, $2, $3, $4, $5, $6)"
            ),
            params![id, staff, author, from, until, now],
        )
        .await?;
    Ok(id)
}

/// Somebody is back earlier, or does not go: ends an absence in the team now. False when there is none.
pub async fn end<A>(work: &mut Work<'_, A>, absence: AbsenceId) -> Result<bool, Error>
where
    A: May<RegisterAbsence> + Action<About = OfTeam>,
{
    let team: Option<TeamId> = work.about().0;
    let now = work.now();
    let ended = work
        .tx
        .run(
            sql!(
                "UPDATE absence
                    SET superseded_at = $2
                  WHERE absence = $1 AND superseded_at IS NULL AND valid_until > $2
                    AND staff IN (SELECT s.id FROM staff s WHERE s.team = $3)"
            ),
            params![absence, now, team],
        )
        .await?;
    if ended > 0 {
        cut_short(work, absence).await?;
    }
    Ok(ended > 0)
}

/// The same, for an absence of one's own.
pub async fn end_own<A: May<RegisterOwnAbsence>>(
    work: &mut Work<'_, A>,
    absence: AbsenceId,
) -> Result<bool, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let ended = work
        .tx
        .run(
            sql!(
                "UPDATE absence
                    SET superseded_at = $2
                  WHERE absence = $1 AND superseded_at IS NULL AND valid_until > $2 AND staff = $3"
            ),
            params![absence, now, staff],
        )
        .await?;
    if ended > 0 {
        cut_short(work, absence).await?;
    }
    Ok(ended > 0)
}

/// The row that says how long it was after all; one that had not begun leaves no time at all.
async fn cut_short<A: Action>(work: &mut Work<'_, A>, absence: AbsenceId) -> Result<(), Error> {
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO absence (id, absence, staff, author, valid_from, valid_until, recorded_at)
                 SELECT $1, absence, staff, $3, CASE WHEN valid_from < $4 THEN valid_from ELSE $4 END, $4, $4
                   FROM absence
                  WHERE absence = $2 AND superseded_at = $4"
            ),
            params![id, absence, author, now],
        )
        .await
}
