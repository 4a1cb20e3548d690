//! What one opened and asked oneself; and what coordinator and deputy are told of the dossiers of their team, by number.

use domain::emergency::{APPROVAL_HOLDS, REQUEST_HOLDS};
use domain::{
    DossierId, EmergencyId, EmergencyReason, EmergencyRequestId, Pseudonym, StaffId, TeamId, WithholdId,
};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use policy::actions::{BeginEmergency, ListEmergencies, OfTeam as AboutTeam, ReadEntry};
use policy::{Action, May};
use vault::Sealed;

use super::{sentence_of_access, sentence_of_request, whom_of_request};
use crate::client::entries::Entry;
use crate::client::reviews::{Listed, standing_of};
use crate::error::Error;
use crate::reading::Text;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// How far back the worker's own list goes.
const LATELY: SignedDuration = SignedDuration::from_hours(14 * 24);

/// How far back the list of a team goes.
const LISTED: SignedDuration = SignedDuration::from_hours(90 * 24);

/// What the acting worker has to do with emergencies now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Own {
    pub openings: Vec<OwnOpening>,
    /// What the worker opened lately, open or not, newest first: what the client could be told later (SHA-12).
    pub lately: Vec<OwnLately>,
    pub requests: Vec<OwnRequest>,
}

/// An emergency access of the worker of the last days.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnLately {
    pub id: EmergencyId,
    pub number: i64,
    pub opened_at: Timestamp,
    /// The notice that is told later, or was proposed to be; none when nothing is hidden now.
    pub withheld: Option<WithholdId>,
}

/// A dossier that the worker opened and that is open still.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnOpening {
    pub id: EmergencyId,
    pub dossier: DossierId,
    pub number: i64,
    pub until: Timestamp,
}

/// A question of the worker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OwnRequest {
    pub id: EmergencyRequestId,
    /// Whom it is about, as it was typed.
    pub whom: Text,
    pub asked_at: Timestamp,
    pub stage: Stage,
}

/// How far a question is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Asked. It says the same where there is nothing to approve.
    Asked { until: Timestamp },
    /// Approved; the dossier can be opened until then.
    Approved { until: Timestamp },
}

/// What coordinator and deputy see.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OfTeam {
    /// Newest first.
    pub openings: Vec<Opening>,
    /// What waits for an answer, oldest first.
    pub requests: Vec<Request>,
}

/// An emergency access to a dossier of the team.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Opening {
    pub id: EmergencyId,
    pub number: i64,
    pub staff: StaffId,
    pub name: String,
    /// A `domain::Function` code.
    pub function: String,
    pub team_name: String,
    pub reason: EmergencyReason,
    pub sentence: Text,
    pub opened_at: Timestamp,
    pub ends_at: Timestamp,
    /// Before its time; none: it ends, or ended, by time.
    pub ended_at: Option<Timestamp>,
    /// A `domain::EndedBy` code, or empty.
    pub ended_how: String,
    pub review_due: Date,
    /// How the judging stands; none: the reader opened or approved it, and somebody else judges (ACC-04).
    pub review: Option<Listed>,
}

impl Opening {
    /// Whether it is open at this instant.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.ended_at.is_none() && self.opened_at <= now && now < self.ends_at
    }
}

/// A question of a worker to the coordinator.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Request {
    pub id: EmergencyRequestId,
    pub name: String,
    /// A `domain::Function` code.
    pub function: String,
    pub phone: String,
    /// Whom it is about, as it was typed.
    pub whom: Text,
    pub reason: EmergencyReason,
    pub sentence: Text,
    pub hours: i64,
    pub asked_at: Timestamp,
    /// A dossier of the reader's own team that they may open for somebody else.
    pub approvable: bool,
}

/// What the acting worker opened and asked.
pub async fn own<A: May<BeginEmergency>>(work: &mut Work<'_, A>) -> Result<Own, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, dossier, number, ends_at
                   FROM emergency_access
                  WHERE staff = $1 AND ended_at IS NULL AND opened_at <= $2 AND ends_at > $2
                  ORDER BY opened_at, id"
            ),
            params![staff, now],
        )
        .await?;
    let opening = |row: &Row| {
        Ok(OwnOpening { id: row.get(0)?, dossier: row.get(1)?, number: row.get(2)?, until: row.get(3)? })
    };
    let openings = rows.iter().map(opening).collect::<Result<_, Error>>()?;
    let lately = lately(work, staff).await?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, whom, asked_at, approved_at
                   FROM emergency_request
                  WHERE staff = $1 AND used_at IS NULL AND asked_at <= $2
                    AND ((approved_at IS NULL AND asked_at > $3) OR approved_at > $4)
                  ORDER BY asked_at, id"
            ),
            params![staff, now, now - REQUEST_HOLDS, now - APPROVAL_HOLDS],
        )
        .await?;
    let mut requests = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, whom): (EmergencyRequestId, Sealed) = (row.get(0)?, row.get(1)?);
        let asked_at: Timestamp = row.get(2)?;
        let stage = match row.get::<Option<Timestamp>>(3)? {
            Some(approved) => Stage::Approved { until: approved + APPROVAL_HOLDS },
            None => Stage::Asked { until: asked_at + REQUEST_HOLDS },
        };
        let whom = work.text(whom_of_request(id.uuid()), whom).await?;
        requests.push(OwnRequest { id, whom, asked_at, stage });
    }
    Ok(Own { openings, lately, requests })
}

async fn lately<A: May<BeginEmergency>>(
    work: &mut Work<'_, A>,
    staff: StaffId,
) -> Result<Vec<OwnLately>, Error> {
    let now = work.now();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT g.id, g.number, g.opened_at,
                        (SELECT w.id
                           FROM withhold_notice w
                          WHERE w.what_id = g.id AND w.ended_at IS NULL
                            AND (w.confirmed_at IS NOT NULL OR w.lapses_at > $3))
                   FROM emergency_access g
                  WHERE g.staff = $1 AND g.opened_at > $2 AND g.opened_at <= $3
                  ORDER BY g.opened_at DESC, g.id DESC"
            ),
            params![staff, now - LATELY, now],
        )
        .await?;
    rows.iter()
        .map(|row| {
            Ok(OwnLately {
                id: row.get(0)?,
                number: row.get(1)?,
                opened_at: row.get(2)?,
                withheld: row.get(3)?,
            })
        })
        .collect()
}

/// What coordinator and deputy are told of: but for dossiers behind a wall of their own.
pub async fn of_team<A>(work: &mut Work<'_, A>) -> Result<OfTeam, Error>
where
    A: May<ListEmergencies> + Action<About = AboutTeam>,
{
    let openings = openings(work).await?;
    let requests = requests(work).await?;
    work.counts(openings.len() + requests.len());
    Ok(OfTeam { openings, requests })
}

/// How many questions wait. Nobody gets a line on the record.
pub async fn count_of_team<A>(work: &mut Work<'_, A>) -> Result<usize, Error>
where
    A: May<ListEmergencies> + Action<About = AboutTeam>,
{
    let (team, now): (Option<TeamId>, _) = (work.about().0, work.now());
    let staff = work.staff()?.clone();
    let row = work
        .tx
        .one(
            sql!(
                "SELECT COUNT(*)
                   FROM emergency_request r
                   JOIN staff s ON s.id = r.staff
                   LEFT JOIN dossier d ON d.id = r.dossier
                   LEFT JOIN client c ON c.id = d.client
                  WHERE s.person <> $4 AND r.approved_at IS NULL AND r.asked_at > $5 AND r.asked_at <= $2
                    AND (r.team = $1 OR (r.dossier_team = $1 AND c.person <> $4
                         AND NOT EXISTS (SELECT 1
                                           FROM conflict k
                                           JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                          WHERE k.staff = $3 AND x.client = c.id AND k.superseded_at IS NULL
                                            AND k.valid_from <= $2
                                            AND (k.valid_until IS NULL OR k.valid_until > $2))
                         AND NOT EXISTS (SELECT 1
                                           FROM exclusion e
                                          WHERE e.dossier = r.dossier AND e.staff = $3 AND e.superseded_at IS NULL
                                            AND e.valid_from <= $2
                                            AND (e.valid_until IS NULL OR e.valid_until > $2))))"
            ),
            params![team, now, staff.staff, staff.person, now - REQUEST_HOLDS],
        )
        .await?;
    let size = usize::try_from(row.get::<u64>(0)?).map_err(|_| Error::Column { column: 0 })?;
    work.counts(size);
    Ok(size)
}

async fn openings<A>(work: &mut Work<'_, A>) -> Result<Vec<Opening>, Error>
where
    A: May<ListEmergencies> + Action<About = AboutTeam>,
{
    let (team, now): (Option<TeamId>, _) = (work.about().0, work.now());
    let staff = work.staff()?.clone();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT g.id, g.number, g.staff, s.name, s.function, t.name, g.reason, g.sentence, g.opened_at,
                        g.ends_at, g.ended_at, g.ended_how, g.review_due, g.subject
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN team t ON t.id = s.team
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.team = $1 AND g.opened_at > $2 AND (c.person IS NULL OR c.person <> $4)
                    AND NOT EXISTS (SELECT 1
                                      FROM conflict k
                                      JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                     WHERE k.staff = $3 AND x.client = c.id AND k.superseded_at IS NULL
                                       AND k.valid_from <= $5 AND (k.valid_until IS NULL OR k.valid_until > $5))
                    AND NOT EXISTS (SELECT 1
                                      FROM exclusion e
                                     WHERE e.dossier = g.dossier AND e.staff = $3 AND e.superseded_at IS NULL
                                       AND e.valid_from <= $5 AND (e.valid_until IS NULL OR e.valid_until > $5))
                  ORDER BY g.opened_at DESC, g.id DESC"
            ),
            params![team, now - LISTED, staff.staff, staff.person, now],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        // Outside the own caseload each client gets a line of their own (DESIGN, "The record").
        work.also_concerns(row.get::<Pseudonym>(13)?);
        let (id, sealed): (EmergencyId, Sealed) = (row.get(0)?, row.get(7)?);
        let reason: String = row.get(6)?;
        work.names(id.uuid());
        all.push(Opening {
            id,
            number: row.get(1)?,
            staff: row.get(2)?,
            name: row.get(3)?,
            function: row.get(4)?,
            team_name: row.get::<Option<String>>(5)?.unwrap_or_default(),
            reason: reason.parse().map_err(|_| Error::Column { column: 6 })?,
            sentence: work.text(sentence_of_access(id.uuid()), sealed).await?,
            opened_at: row.get(8)?,
            ends_at: row.get(9)?,
            ended_at: row.get(10)?,
            ended_how: row.get(11)?,
            review_due: row.get(12)?,
            review: standing_of(work, id).await?,
        });
    }
    Ok(all)
}

async fn requests<A>(work: &mut Work<'_, A>) -> Result<Vec<Request>, Error>
where
    A: May<ListEmergencies> + Action<About = AboutTeam>,
{
    let (team, now): (Option<TeamId>, _) = (work.about().0, work.now());
    let staff = work.staff()?.clone();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT r.id, s.name, s.function, s.phone, r.whom, r.reason, r.sentence, r.hours, r.asked_at,
                        r.dossier_team = $1 AND c.person <> $4
                        AND NOT EXISTS (SELECT 1
                                          FROM conflict k
                                          JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                         WHERE k.staff = $3 AND x.client = c.id AND k.superseded_at IS NULL
                                           AND k.valid_from <= $2 AND (k.valid_until IS NULL OR k.valid_until > $2))
                        AND NOT EXISTS (SELECT 1
                                          FROM exclusion e
                                         WHERE e.dossier = r.dossier AND e.staff = $3 AND e.superseded_at IS NULL
                                           AND e.valid_from <= $2 AND (e.valid_until IS NULL OR e.valid_until > $2)),
                        c.pseudonym, COALESCE(r.team = $1, FALSE)
                   FROM emergency_request r
                   JOIN staff s ON s.id = r.staff
                   LEFT JOIN dossier d ON d.id = r.dossier
                   LEFT JOIN client c ON c.id = d.client
                  WHERE (r.team = $1 OR r.dossier_team = $1) AND s.person <> $4 AND r.approved_at IS NULL
                    AND r.asked_at > $5 AND r.asked_at <= $2
                  ORDER BY r.asked_at, r.id"
            ),
            params![team, now, staff.staff, staff.person, now - REQUEST_HOLDS],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let approvable = row.get::<Option<bool>>(9)?.unwrap_or(false);
        // Behind a wall the question of another team does not exist: it would tell whose dossier it is.
        if !approvable && !row.get::<bool>(11)? {
            continue;
        }
        if approvable {
            work.also_concerns(row.get::<Pseudonym>(10)?);
        }
        let id: EmergencyRequestId = row.get(0)?;
        let (whom, reason, sentence): (Sealed, String, Sealed) = (row.get(4)?, row.get(5)?, row.get(6)?);
        work.names(id.uuid());
        all.push(Request {
            id,
            name: row.get(1)?,
            function: row.get(2)?,
            phone: row.get(3)?,
            whom: work.text(whom_of_request(id.uuid()), whom).await?,
            reason: reason.parse().map_err(|_| Error::Column { column: 5 })?,
            sentence: work.text(sentence_of_request(id.uuid()), sentence).await?,
            hours: row.get(7)?,
            asked_at: row.get(8)?,
            approvable,
        });
    }
    Ok(all)
}

/// The emergency access that an entry of the product tells of.
pub async fn of_entry<A: May<ReadEntry>>(
    work: &mut Work<'_, A>,
    entry: &Entry,
) -> Result<Option<EmergencyId>, Error> {
    let dossier = work.part()?.dossier;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM emergency_access
                  WHERE dossier = $1 AND staff = $2 AND opened_at = $3"
            ),
            params![dossier, entry.author, entry.recorded_at],
        )
        .await?;
    row.map(|row| row.get(0)).transpose()
}
