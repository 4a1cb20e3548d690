//! Conflicts of interest (ACC-05): a worker says whom they may not help. Whom is kept as a blind index only, so
//! nobody can read it back; it meets the index of a client, now or when that client comes.

use domain::{BirthDate, ClientId, ConflictId, ConflictKind, StaffId, TeamId, address_key, name_and_birth};
use jiff::Timestamp;
use policy::actions::{
    AssignInvolvement, CreateDossier, DeclareConflict, EndConflict, OfTeam, ReadOwnStanding, ReadTeam,
};
use policy::{Action, May};

use super::intake::{BY_ADDRESS, BY_NAME};
use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A declared conflict, as far as it can be told: never about whom.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Conflict {
    pub id: ConflictId,
    pub staff: StaffId,
    pub staff_name: String,
    pub kind: ConflictKind,
    /// About everybody at an address; otherwise about one person.
    pub of_address: bool,
    pub since: Timestamp,
}

/// Whom a conflict is about.
#[derive(Clone, Debug)]
pub enum About {
    Person {
        surname: String,
        birth_date: BirthDate,
    },
    /// Everybody at this address.
    Address(String),
}

impl About {
    /// What is compared blind. `None` when it says too little to match anybody.
    pub fn key(&self) -> Option<String> {
        match self {
            Self::Person { surname, birth_date } => name_and_birth(surname, birth_date),
            Self::Address(address) => address_key(address),
        }
    }

    const fn index(&self) -> &'static str {
        match self {
            Self::Person { .. } => BY_NAME,
            Self::Address(_) => BY_ADDRESS,
        }
    }
}

/// Declares a conflict of the acting worker.
pub async fn declare<A: May<DeclareConflict>>(
    work: &mut Work<'_, A>,
    kind: ConflictKind,
    about: &About,
    key: &str,
) -> Result<ConflictId, Error> {
    let (staff, controller, now) = (work.staff_id()?, work.staff()?.controller, work.now());
    let id = ConflictId(work.new_id());
    let token = work.index(controller, about.index(), key);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO conflict (id, conflict, staff, kind, about, token, author, valid_from, recorded_at)
                 VALUES ($1, $1, $2, $3, $4, $5, $2, $6, $6)"
            ),
            params![id, staff, kind.code(), about.index(), token, now],
        )
        .await?;
    super::emergency::for_conflict(work, token, about.index()).await?;
    Ok(id)
}

/// The conflicts that the acting worker declared.
pub async fn own<A: May<ReadOwnStanding>>(work: &mut Work<'_, A>) -> Result<Vec<Conflict>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT k.conflict, k.staff, s.name, k.kind, k.about, k.valid_from
                   FROM conflict k
                   JOIN staff s ON s.id = k.staff
                  WHERE k.staff = $1 AND k.superseded_at IS NULL
                    AND (k.valid_until IS NULL OR k.valid_until > $2)
                  ORDER BY k.valid_from, k.id"
            ),
            params![staff, now],
        )
        .await?;
    rows.iter().map(conflict).collect()
}

/// The conflicts that the people of the team declared.
pub async fn of_team<A>(work: &mut Work<'_, A>) -> Result<Vec<Conflict>, Error>
where
    A: May<ReadTeam> + Action<About = OfTeam>,
{
    let (team, now): (Option<TeamId>, _) = (work.about().0, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT k.conflict, k.staff, s.name, k.kind, k.about, k.valid_from
                   FROM conflict k
                   JOIN staff s ON s.id = k.staff
                  WHERE s.team = $1 AND k.superseded_at IS NULL
                    AND (k.valid_until IS NULL OR k.valid_until > $2)
                  ORDER BY s.name, k.valid_from, k.id"
            ),
            params![team, now],
        )
        .await?;
    rows.iter().map(conflict).collect()
}

fn conflict(row: &Row) -> Result<Conflict, Error> {
    let (kind, about): (String, String) = (row.get(3)?, row.get(4)?);
    Ok(Conflict {
        id: row.get(0)?,
        staff: row.get(1)?,
        staff_name: row.get(2)?,
        kind: kind.parse().map_err(|_| Error::Column { column: 3 })?,
        of_address: about == BY_ADDRESS,
        since: row.get(5)?,
    })
}

/// Ends a conflict of somebody of the team; false when there is none (any more), or when it is the actor's own:
/// nobody takes down their own wall.
pub async fn end<A>(work: &mut Work<'_, A>, conflict: ConflictId) -> Result<bool, Error>
where
    A: May<EndConflict> + Action<About = OfTeam>,
{
    let team: Option<TeamId> = work.about().0;
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let ended = work
        .tx
        .run(
            sql!(
                "UPDATE conflict
                    SET superseded_at = $2
                  WHERE conflict = $1 AND superseded_at IS NULL AND staff <> $3
                    AND (valid_until IS NULL OR valid_until > $2)
                    AND staff IN (SELECT s.id FROM staff s WHERE s.team = $4)"
            ),
            params![conflict, now, author, team],
        )
        .await?;
    if ended == 0 {
        return Ok(false);
    }
    work.tx
        .run_one(
            sql!(
                "INSERT INTO conflict (id, conflict, staff, kind, about, token, author, valid_from, valid_until, recorded_at)
                 SELECT $1, conflict, staff, kind, about, token, $4, valid_from, $3, $3
                   FROM conflict
                  WHERE conflict = $2 AND superseded_at = $3"
            ),
            params![id, conflict, now, author],
        )
        .await?;
    Ok(true)
}

/// Whether the acting worker declared a conflict about the client whom they take in.
pub(super) async fn bars_taker<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    client: ClientId,
) -> Result<bool, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    work.tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = $2 AND x.client = $1 AND k.superseded_at IS NULL
                                   AND k.valid_from <= $3 AND (k.valid_until IS NULL OR k.valid_until > $3))"
            ),
            params![client, staff, now],
        )
        .await?
        .get(0)
}

/// Whether a wall stands between this candidate and the dossier: a declared conflict (ACC-05), or the client's
/// wish not to have this worker.
pub async fn bars<A: May<AssignInvolvement>>(work: &mut Work<'_, A>, staff: StaffId) -> Result<bool, Error> {
    let (dossier, now) = (work.part()?.dossier, work.now());
    work.tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                  JOIN dossier d ON d.client = x.client
                                 WHERE d.id = $1 AND k.staff = $2 AND k.superseded_at IS NULL
                                   AND k.valid_from <= $3 AND (k.valid_until IS NULL OR k.valid_until > $3))
                     OR EXISTS (SELECT 1
                                  FROM exclusion e
                                 WHERE e.dossier = $1 AND e.staff = $2 AND e.superseded_at IS NULL
                                   AND e.valid_from <= $3 AND (e.valid_until IS NULL OR e.valid_until > $3))"
            ),
            params![dossier, staff, now],
        )
        .await?
        .get(0)
}
