//! What waits for a verdict, and what was judged in the last months: what the reader judges themselves, what was opened
//! in the own team, and for the officer all of it.

use domain::inquiry::Candidate;
use domain::review::{Case, reviewers};
use domain::{EmergencyId, EmergencyReason, Function, Outcome, Pseudonym, StaffId, amsterdam_date};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use policy::actions::ListReviews;
use policy::{Action, May, StaffFacts};
use vault::Sealed;

use super::verdict_sentence;
use crate::client::emergency::sentence_of_access;
use crate::error::Error;
use crate::facts::inquiry::{About, candidates};
use crate::facts::review::about;
use crate::reading::Text;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// How long what was judged stays on the list.
const LISTED: SignedDuration = SignedDuration::from_hours(90 * 24);

/// An emergency access on the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    pub id: EmergencyId,
    /// The client's number; the list tells no name.
    pub number: i64,
    /// Who opened it.
    pub staff: StaffId,
    pub name: String,
    /// A `domain::Function` code.
    pub function: String,
    /// Of whoever opened it.
    pub team_name: String,
    /// Whose dossier it is.
    pub dossier_team: String,
    pub reason: EmergencyReason,
    pub sentence: Text,
    pub opened_at: Timestamp,
    pub ends_at: Timestamp,
    /// Before its time; none: it ends, or ended, by time.
    pub ended_at: Option<Timestamp>,
    pub due: Date,
    pub stage: Stage,
    /// It is the reader's own turn.
    pub yours: bool,
    /// In which function it is judged, as it is now; none: judged, or there is nobody and somebody must be appointed.
    pub turn: Option<Function>,
    /// It waited, or waits, longer than the team has for it: the officer judges and the board is told.
    pub overdue: bool,
    /// When the board was told, and who said so.
    pub board_told: Option<(Timestamp, String)>,
}

/// How far the judging is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Nobody said anything yet.
    Waiting,
    /// Whoever opened it was asked to explain.
    Asked { at: Timestamp },
    /// They explained; the reviewer goes on.
    Explained { at: Timestamp },
    /// It stands.
    Judged(Verdict),
}

/// A verdict.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Verdict {
    pub outcome: Outcome,
    pub at: Timestamp,
    pub by: String,
    /// A `domain::Function` code.
    pub function: String,
    pub sentence: Text,
}

/// What waits, by its day, and below it what was judged, the newest first. Outside the own caseload each client gets a
/// line of their own (DESIGN, "The record").
pub async fn listed<A: May<ListReviews>>(work: &mut Work<'_, A>) -> Result<Vec<Listed>, Error> {
    let all = all(work).await?;
    for (subject, _) in &all {
        work.also_concerns(*subject);
    }
    work.counts(all.len());
    Ok(all.into_iter().map(|(_, it)| it).collect())
}

/// What waits or waited longer than the team has for it, for a report that tells of no client.
pub async fn overdue<A: May<ListReviews>>(work: &mut Work<'_, A>) -> Result<Vec<Listed>, Error> {
    let late: Vec<Listed> = all(work).await?.into_iter().map(|(_, it)| it).filter(|it| it.overdue).collect();
    work.counts(late.len());
    Ok(late)
}

async fn all<A: May<ListReviews>>(work: &mut Work<'_, A>) -> Result<Vec<(Pseudonym, Listed)>, Error> {
    let post = work.staff()?.clone();
    let mut all = Vec::new();
    for row in waiting(work, &post).await? {
        let (about, case) = about(&row)?;
        let standing = standing(work, about, case, &post).await?;
        if standing.yours || standing.sees {
            all.push((row.get(20)?, one(work, &row, standing).await?));
        }
    }
    for row in judged(work, &post).await? {
        let (about, case) = about(&row)?;
        let standing = standing(work, about, case, &post).await?;
        if standing.sees {
            all.push((row.get(20)?, one(work, &row, standing).await?));
        }
    }
    Ok(all)
}

/// How many wait for the reader's own verdict, and the first of their days. Nobody gets a line on the record.
pub async fn count<A: May<ListReviews>>(work: &mut Work<'_, A>) -> Result<(usize, Option<Date>), Error> {
    let post = work.staff()?.clone();
    let (mut size, mut first) = (0, None);
    for row in waiting(work, &post).await? {
        let (about, case) = about(&row)?;
        if standing(work, about, case, &post).await?.yours {
            size += 1;
            first = first.or(Some(row.get(17)?));
        }
    }
    work.counts(size);
    Ok((size, first))
}

/// Of the officer's organisation, or of the own team for who coordinates: nobody else judges or sees them.
async fn waiting<A: Action>(work: &mut Work<'_, A>, post: &StaffFacts) -> Result<Vec<Row>, Error> {
    let (now, all) = (work.now(), post.function.oversees());
    work.tx
        .all(
            sql!(
                "SELECT g.controller, g.team, g.dossier, c.id, c.person, s.person, a.person, g.opened_at,
                        g.id, g.number, g.staff, s.name, s.function, t.name, u.name, g.reason, g.sentence, g.review_due,
                        g.ends_at, g.ended_at, g.subject, g.board_told_at, b.name,
                        (SELECT MAX(q.asked_at) FROM emergency_question q
                          WHERE q.emergency = g.id AND q.answered_at IS NULL),
                        (SELECT MAX(q.answered_at) FROM emergency_question q WHERE q.emergency = g.id),
                        g.verdict, g.judged_at, g.verdict_sentence, j.name, j.function
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   JOIN team u ON u.id = g.team
                   LEFT JOIN team t ON t.id = s.team
                   LEFT JOIN staff a ON a.id = g.approved_by
                   LEFT JOIN staff j ON j.id = g.judged_by
                   LEFT JOIN staff b ON b.id = g.board_told_by
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.controller = $1 AND g.judged_at IS NULL AND g.opened_at <= $2 AND ($3 OR g.team = $4)
                  ORDER BY g.review_due, g.opened_at, g.id"
            ),
            params![post.controller, now, all, post.team],
        )
        .await
}

async fn judged<A: Action>(work: &mut Work<'_, A>, post: &StaffFacts) -> Result<Vec<Row>, Error> {
    let (since, all) = (work.now() - LISTED, post.function.oversees());
    work.tx
        .all(
            sql!(
                "SELECT g.controller, g.team, g.dossier, c.id, c.person, s.person, a.person, g.opened_at,
                        g.id, g.number, g.staff, s.name, s.function, t.name, u.name, g.reason, g.sentence, g.review_due,
                        g.ends_at, g.ended_at, g.subject, g.board_told_at, b.name,
                        (SELECT MAX(q.asked_at) FROM emergency_question q
                          WHERE q.emergency = g.id AND q.answered_at IS NULL),
                        (SELECT MAX(q.answered_at) FROM emergency_question q WHERE q.emergency = g.id),
                        g.verdict, g.judged_at, g.verdict_sentence, j.name, j.function
                   FROM emergency_access g
                   JOIN staff s ON s.id = g.staff
                   JOIN team u ON u.id = g.team
                   LEFT JOIN team t ON t.id = s.team
                   LEFT JOIN staff a ON a.id = g.approved_by
                   LEFT JOIN staff j ON j.id = g.judged_by
                   LEFT JOIN staff b ON b.id = g.board_told_by
                   LEFT JOIN client c ON c.pseudonym = g.subject
                  WHERE g.controller = $1 AND g.judged_at > $2 AND ($3 OR g.team = $4)
                  ORDER BY g.judged_at DESC, g.id"
            ),
            params![post.controller, since, all, post.team],
        )
        .await
}

/// How the reader stands to a case.
pub(super) struct Standing {
    case: Case,
    pub(super) yours: bool,
    /// They may know of it: the officer of each, coordinator and deputy of the own team's; no wall, no part in it.
    pub(super) sees: bool,
    pub(super) turn: Option<Function>,
}

pub(super) async fn standing<A: Action>(
    work: &mut Work<'_, A>,
    about: About,
    case: Case,
    post: &StaffFacts,
) -> Result<Standing, Error> {
    let now = work.now();
    let known = candidates(&mut work.tx, about, now).await?;
    let turn = reviewers(case, &known, amsterdam_date(now));
    let told = |it: &Candidate| {
        it.staff == post.staff && !it.walled && it.person != case.accessor && Some(it.person) != case.approver
    };
    Ok(Standing {
        case,
        yours: turn.iter().any(|it| it.staff == post.staff),
        sees: known.iter().any(told),
        turn: turn.first().map(|it| it.function),
    })
}

/// One row of the list.
pub(super) async fn one<A: Action>(
    work: &mut Work<'_, A>,
    row: &Row,
    standing: Standing,
) -> Result<Listed, Error> {
    let id: EmergencyId = row.get(8)?;
    work.names(id.uuid());
    let (reason, sealed): (String, Sealed) = (row.get(15)?, row.get(16)?);
    let stage = stage(work, row, id).await?;
    let is_open = !matches!(stage, Stage::Judged(_));
    let last = match &stage {
        Stage::Judged(verdict) => verdict.at,
        _ => work.now(),
    };
    Ok(Listed {
        id,
        number: row.get(9)?,
        staff: row.get(10)?,
        name: row.get(11)?,
        function: row.get(12)?,
        team_name: row.get::<Option<String>>(13)?.unwrap_or_default(),
        dossier_team: row.get(14)?,
        reason: reason.parse().map_err(|_| Error::Column { column: 15 })?,
        sentence: work.text(sentence_of_access(id.uuid()), sealed).await?,
        opened_at: row.get(7)?,
        due: row.get(17)?,
        ends_at: row.get(18)?,
        ended_at: row.get(19)?,
        yours: standing.yours && is_open,
        turn: standing.turn.filter(|_| is_open),
        overdue: standing.case.is_overdue(amsterdam_date(last)),
        board_told: match row.get::<Option<Timestamp>>(21)? {
            Some(at) => Some((at, row.get::<Option<String>>(22)?.unwrap_or_default())),
            None => None,
        },
        stage,
    })
}

async fn stage<A: Action>(work: &mut Work<'_, A>, row: &Row, id: EmergencyId) -> Result<Stage, Error> {
    if let (Some(at), Some(sealed)) = (row.get::<Option<Timestamp>>(26)?, row.get::<Option<Sealed>>(27)?) {
        let outcome = row.get::<Option<String>>(25)?.unwrap_or_default();
        return Ok(Stage::Judged(Verdict {
            outcome: outcome.parse().map_err(|_| Error::Column { column: 25 })?,
            at,
            by: row.get::<Option<String>>(28)?.unwrap_or_default(),
            function: row.get::<Option<String>>(29)?.unwrap_or_default(),
            sentence: work.text(verdict_sentence(id.uuid()), sealed).await?,
        }));
    }
    Ok(match (row.get::<Option<Timestamp>>(23)?, row.get::<Option<Timestamp>>(24)?) {
        (Some(at), _) => Stage::Asked { at },
        (None, Some(at)) => Stage::Explained { at },
        (None, None) => Stage::Waiting,
    })
}
