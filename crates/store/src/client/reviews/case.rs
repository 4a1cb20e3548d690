//! One case, for who judges it: how often what was opened and changed, whether the workers involved were really away,
//! what the same person opened before, what the client asked. As far as the record and the dossier are still there.

use domain::{EmergencyId, EmergencyReason, LegalDomain, Outcome, Pseudonym, StaffId};
use jiff::Timestamp;
use policy::actions::{OfReview, ReadReview};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::list::{Listed, one as listed_one, standing};
use super::place_of;
use crate::error::Error;
use crate::facts::review::about;
use crate::reading::Text;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// How many earlier ones are told.
const EARLIER: i64 = 10;

/// A case.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CaseRead {
    pub listed: Listed,
    /// What it reached.
    pub domains: Vec<LegalDomain>,
    /// Extra protection was opened by it: approved by this name, or because of danger where it is empty.
    pub approved_by: String,
    /// The kinds of what was done with it, the most frequent first.
    pub seen: Vec<Seen>,
    /// Who worked with what was opened, then. None: the dossier is gone.
    pub workers: Option<Vec<Worker>>,
    /// By the same person, the newest first.
    pub earlier: Vec<Earlier>,
    /// What the client asked about it, oldest first.
    pub asked: Vec<ClientAsked>,
    /// What was asked of whoever opened it, oldest first.
    pub exchanges: Vec<Exchange>,
    /// The breach that came of it.
    pub breach: Option<String>,
}

/// A kind of deed, from the record: never what was written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Seen {
    /// The deed, such as `ReadEntry`.
    pub event: String,
    pub times: u64,
    pub first: Timestamp,
    pub last: Timestamp,
}

/// A worker who was involved at that moment.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Worker {
    pub name: String,
    pub role: String,
    /// Absent at the moment of opening.
    pub away: bool,
    /// The absence was noted only after the dossier was opened.
    pub noted_later: bool,
}

/// An earlier emergency access of the same person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Earlier {
    pub opened_at: Timestamp,
    pub reason: EmergencyReason,
    /// None: not judged yet.
    pub outcome: Option<Outcome>,
}

/// A client's question about a look that was made with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ClientAsked {
    pub at: Timestamp,
    /// None: the client asked without words.
    pub words: Option<Text>,
    pub answered: bool,
}

/// A question of a reviewer, and the explanation.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exchange {
    pub by: String,
    pub question: Text,
    pub asked_at: Timestamp,
    pub answer: Option<(Text, Timestamp)>,
}

/// The case the work is about.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<CaseRead, Error>
where
    A: May<ReadReview> + Action<About = OfReview>,
{
    let id = work.about().0;
    let row = case_row(work, id).await?;
    let (facts, case) = about(&row)?;
    let post = work.staff()?.clone();
    let standing = standing(work, facts, case, &post).await?;
    let (staff, subject): (StaffId, Pseudonym) = (row.get(10)?, row.get(20)?);
    let (opened, ends, ended): (Timestamp, Timestamp, Option<Timestamp>) =
        (row.get(7)?, row.get(18)?, row.get(19)?);
    let until = ended.unwrap_or(ends);
    let codes: String = row.get(30)?;
    Ok(CaseRead {
        listed: listed_one(work, &row, standing).await?,
        domains: codes.split(' ').filter_map(|code| code.parse().ok()).collect(),
        approved_by: row.get::<Option<String>>(31)?.unwrap_or_default(),
        seen: seen(work, subject, staff, (opened, until)).await?,
        workers: workers(work, &row, opened, &codes).await?,
        earlier: earlier(work, staff, opened).await?,
        asked: asked(work, &row, staff, (opened, until)).await?,
        exchanges: exchanges(work, id).await?,
        breach: breach(work, id).await?,
    })
}

/// How an emergency access stands to the reader, for the list of who is told of it. None: they had a part in it, or stand
/// behind a wall.
pub(in crate::client) async fn standing_of<A: Action>(
    work: &mut Work<'_, A>,
    id: EmergencyId,
) -> Result<Option<Listed>, Error> {
    let row = case_row(work, id).await?;
    let (facts, case) = about(&row)?;
    let post = work.staff()?.clone();
    let standing = standing(work, facts, case, &post).await?;
    if !standing.yours && !standing.sees {
        return Ok(None);
    }
    Ok(Some(listed_one(work, &row, standing).await?))
}

async fn case_row<A: Action>(work: &mut Work<'_, A>, id: EmergencyId) -> Result<Row, Error> {
    work.tx
        .one(
            sql!(
                "SELECT g.controller, g.team, g.dossier, c.id, c.person, s.person, a.person, g.opened_at,
                        g.id, g.number, g.staff, s.name, s.function, t.name, u.name, g.reason, g.sentence, g.review_due,
                        g.ends_at, g.ended_at, g.subject, g.board_told_at, b.name,
                        (SELECT MAX(q.asked_at) FROM emergency_question q
                          WHERE q.emergency = g.id AND q.answered_at IS NULL),
                        (SELECT MAX(q.answered_at) FROM emergency_question q WHERE q.emergency = g.id),
                        g.verdict, g.judged_at, g.verdict_sentence, j.name, j.function, g.domains, a.name
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   JOIN team u ON u.id = g.team
                   LEFT JOIN team t ON t.id = s.team
                   LEFT JOIN staff a ON a.id = g.approved_by
                   LEFT JOIN staff j ON j.id = g.judged_by
                   LEFT JOIN staff b ON b.id = g.board_told_by
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.id = $1"
            ),
            params![id],
        )
        .await
}

/// From the record, while it ran: what was allowed because of it.
async fn seen<A: Action>(
    work: &mut Work<'_, A>,
    subject: Pseudonym,
    staff: StaffId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<Seen>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT event, COUNT(*), MIN(at), MAX(at)
                   FROM look_at_client
                  WHERE subject = $1 AND staff = $2 AND at >= $3 AND at <= $4 AND emergency = TRUE
                    AND outcome = 'done'
                  GROUP BY event
                  ORDER BY COUNT(*) DESC, event"
            ),
            params![subject, staff, from, until],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Seen { event: row.get(0)?, times: row.get(1)?, first: row.get(2)?, last: row.get(3)? }))
        .collect()
}

async fn workers<A: Action>(
    work: &mut Work<'_, A>,
    row: &Row,
    opened: Timestamp,
    codes: &str,
) -> Result<Option<Vec<Worker>>, Error> {
    let dossier: Uuid = row.get(2)?;
    if row.get::<Option<Uuid>>(3)?.is_none() {
        return Ok(None);
    }
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT s.name, i.role, i.domain, s.id,
                        EXISTS (SELECT 1
                                  FROM absence a
                                 WHERE a.staff = s.id AND a.superseded_at IS NULL
                                   AND a.valid_from <= $2 AND a.valid_until > $2),
                        NOT EXISTS (SELECT 1
                                      FROM absence a
                                      JOIN absence f ON f.id = a.absence
                                     WHERE a.staff = s.id AND a.superseded_at IS NULL
                                       AND a.valid_from <= $2 AND a.valid_until > $2 AND f.recorded_at <= $2)
                   FROM involvement i
                   JOIN staff s ON s.id = i.staff
                  WHERE i.dossier = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)
                  ORDER BY CASE WHEN i.role = 'lead' THEN 0 ELSE 1 END, s.name, s.id"
            ),
            params![dossier, opened],
        )
        .await?;
    let mut found: Vec<(StaffId, Worker)> = Vec::new();
    for row in rows {
        let (domain, staff): (String, StaffId) = (row.get(2)?, row.get(3)?);
        if !codes.split(' ').any(|code| code == domain) || found.iter().any(|(known, _)| *known == staff) {
            continue;
        }
        let (away, noted_later): (bool, bool) = (row.get(4)?, row.get(5)?);
        let worker = Worker { name: row.get(0)?, role: row.get(1)?, away, noted_later: away && noted_later };
        found.push((staff, worker));
    }
    Ok(Some(found.into_iter().map(|(_, worker)| worker).collect()))
}

async fn earlier<A: Action>(
    work: &mut Work<'_, A>,
    staff: StaffId,
    before: Timestamp,
) -> Result<Vec<Earlier>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT opened_at, reason, verdict
                   FROM emergency_access
                  WHERE staff = $1 AND opened_at < $2
                  ORDER BY opened_at DESC, id DESC
                  LIMIT $3"
            ),
            params![staff, before, EARLIER],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (reason, outcome): (String, Option<String>) = (row.get(1)?, row.get(2)?);
            Ok(Earlier {
                opened_at: row.get(0)?,
                reason: reason.parse().map_err(|_| Error::Column { column: 1 })?,
                outcome: outcome
                    .map(|code| code.parse().map_err(|_| Error::Column { column: 2 }))
                    .transpose()?,
            })
        })
        .collect()
}

async fn asked<A: Action>(
    work: &mut Work<'_, A>,
    row: &Row,
    staff: StaffId,
    (from, until): (Timestamp, Timestamp),
) -> Result<Vec<ClientAsked>, Error> {
    let dossier: Uuid = row.get(2)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, asked_at, words, answered_at
                   FROM inquiry
                  WHERE dossier = $1 AND staff = $2 AND emergency = TRUE AND looked_at >= $3 AND looked_at <= $4
                  ORDER BY asked_at, id"
            ),
            params![dossier, staff, from, until],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let id: Uuid = row.get(0)?;
        work.names(id);
        let words = match row.get::<Option<Sealed>>(2)? {
            Some(sealed) => {
                Some(work.text(Place { table: "inquiry", row: id, column: "words" }, sealed).await?)
            }
            None => None,
        };
        let answered = row.get::<Option<Timestamp>>(3)?.is_some();
        all.push(ClientAsked { at: row.get(1)?, words, answered });
    }
    Ok(all)
}

/// What a reviewer asked about it, and what was answered; oldest first.
pub(super) async fn exchanges<A: Action>(
    work: &mut Work<'_, A>,
    emergency: EmergencyId,
) -> Result<Vec<Exchange>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT q.id, s.name, q.question, q.asked_at, q.answer, q.answered_at
                   FROM emergency_question q
                   JOIN staff s ON s.id = q.asked_by
                  WHERE q.emergency = $1
                  ORDER BY q.asked_at, q.id"
            ),
            params![emergency],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, question): (Uuid, Sealed) = (row.get(0)?, row.get(2)?);
        let answer = match (row.get::<Option<Sealed>>(4)?, row.get::<Option<Timestamp>>(5)?) {
            (Some(sealed), Some(at)) => Some((work.text(place_of(id, "answer"), sealed).await?, at)),
            _ => None,
        };
        all.push(Exchange {
            by: row.get(1)?,
            question: work.text(place_of(id, "question"), question).await?,
            asked_at: row.get(3)?,
            answer,
        });
    }
    Ok(all)
}

async fn breach<A: Action>(work: &mut Work<'_, A>, id: EmergencyId) -> Result<Option<String>, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT reference
                   FROM breach
                  WHERE emergency = $1"
            ),
            params![id],
        )
        .await?;
    row.map(|row| row.get(0)).transpose()
}
