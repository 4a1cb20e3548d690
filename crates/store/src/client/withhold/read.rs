//! What is withheld, for those who decide about it and for who proposed it: one notice with its steps, and the list.

use domain::withhold::Running;
use domain::{
    EmergencyReason, HiddenFrom, Pseudonym, WithholdGround, WithholdId, WithholdStep, amsterdam_date,
};
use jiff::civil::Date;
use jiff::{SignedDuration, Timestamp};
use policy::actions::{ListWithheld, OfWithheld, ReadWithheld};
use policy::{Action, May, StaffFacts, WithholdFacts};
use uuid::Uuid;
use vault::Sealed;

use super::sentence_of_step;
use crate::error::Error;
use crate::facts::withhold::{proposed, standing};
use crate::reading::Text;
use crate::value;
use crate::work::Work;
use crate::{params, sql};

/// How long the list still tells that a proposal lapsed.
const LAPSED_LISTED: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Stage {
    /// Waits for a second person; hidden until then.
    Proposed { lapses_at: Timestamp },
    /// Hidden; looked at again on that day.
    Withheld { review_on: Date },
    /// Nobody decided in time; the client sees it.
    Lapsed { on: Date },
    /// The second person did not agree; the client sees it.
    Refused { on: Date },
    /// The client sees it.
    Released { on: Date },
}

/// One step, as it was taken.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    pub step: WithholdStep,
    pub name: String,
    /// A `domain::Function` code.
    pub function: String,
    pub at: Timestamp,
    pub review_on: Option<Date>,
    pub sentence: Text,
}

/// The emergency access that is withheld.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Access {
    pub name: String,
    /// A `domain::Function` code.
    pub function: String,
    pub team_name: String,
    pub reason: EmergencyReason,
    pub opened_at: Timestamp,
}

/// A notice that is told later.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    pub id: WithholdId,
    /// The client's number.
    pub number: i64,
    pub ground: WithholdGround,
    pub hidden_from: HiddenFrom,
    pub proposed_at: Timestamp,
    /// The first day on which it was hidden, by this proposal or an earlier one; the 90 days count from it.
    pub first_on: Date,
    pub stage: Stage,
    /// None when it was thrown away after its term.
    pub access: Option<Access>,
    /// Oldest first.
    pub steps: Vec<Step>,
    /// What the reader may decide.
    pub yours: Yours,
}

/// What the reader may decide, as the policies have it.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug)]
pub struct Yours {
    /// Agree or not, and release.
    pub decide: bool,
    /// Set a later review.
    pub extend: bool,
    /// Only the data protection officer extends it now.
    pub officer_only: bool,
}

/// A line of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    pub id: WithholdId,
    /// The client's number.
    pub number: i64,
    pub ground: WithholdGround,
    pub proposed_at: Timestamp,
    pub stage: Stage,
    pub yours: Yours,
}

impl Yours {
    /// The same as the policies say; a page only offers what they allow.
    fn of(facts: &WithholdFacts, post: &StaffFacts) -> Self {
        let party = facts.parties.contains(&post.person);
        let team = post.function.coordinates() && post.team == Some(facts.team);
        let officer = post.function.oversees() && facts.officers_turn;
        Self {
            decide: !party && (team || officer),
            extend: !party && (officer || (team && !facts.officer_only)),
            officer_only: facts.officer_only,
        }
    }
}

/// The notice the work is about.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<Notice, Error>
where
    A: May<ReadWithheld> + Action<About = OfWithheld>,
{
    let id = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT w.controller, w.team, w.dossier, w.subject, c.id, c.person, g.staff, a.person,
                        w.proposed_by, p.person, w.proposed_at, w.review_on,
                        (SELECT MIN(f.proposed_at)
                           FROM withhold_notice f
                          WHERE f.dossier = w.dossier AND f.what_id = w.what_id),
                        w.lapses_at, w.confirmed_at, w.ended_at, w.ended_how, w.number, w.ground, w.hidden_from,
                        a.name, a.function, t.name, g.reason, g.opened_at
                   FROM withhold_notice w
                   JOIN staff p ON p.id = w.proposed_by
                   LEFT JOIN emergency_access g ON g.id = w.what_id
                   LEFT JOIN staff a ON a.id = g.staff
                   LEFT JOIN team t ON t.id = a.team
                   LEFT JOIN client c ON c.pseudonym = w.subject
                  WHERE w.id = $1"
            ),
            params![id],
        )
        .await?;
    let (about, running) = proposed(&row, id)?;
    let (post, now) = (work.staff()?.clone(), work.now());
    let facts = standing(&mut work.tx, &post, now, &about, running).await?;
    let access = match row.get::<Option<String>>(20)? {
        Some(name) => {
            let reason: String = row.get(23)?;
            Some(Access {
                name,
                function: row.get(21)?,
                team_name: row.get::<Option<String>>(22)?.unwrap_or_default(),
                reason: reason.parse().map_err(|_| Error::Column { column: 23 })?,
                opened_at: row.get(24)?,
            })
        }
        None => None,
    };
    Ok(Notice {
        id,
        number: row.get(17)?,
        ground: ground(&row, 18)?,
        hidden_from: row.get::<String>(19)?.parse().map_err(|_| Error::Column { column: 19 })?,
        proposed_at: row.get(10)?,
        first_on: running.first_on,
        stage: stage(&row, running, now)?,
        access,
        steps: steps(work, id).await?,
        yours: Yours::of(&facts, &post),
    })
}

fn ground(row: &value::Row, column: usize) -> Result<WithholdGround, Error> {
    row.get::<String>(column)?.parse().map_err(|_| Error::Column { column })
}

/// Columns 13 to 16: until when a proposal waits, when it was confirmed, when it ended, and how.
fn stage(row: &value::Row, running: Running, now: Timestamp) -> Result<Stage, Error> {
    let lapses_at: Timestamp = row.get(13)?;
    let confirmed = row.get::<Option<Timestamp>>(14)?.is_some();
    let (ended, how): (Option<Timestamp>, String) = (row.get(15)?, row.get(16)?);
    Ok(match (ended.map(amsterdam_date), how.as_str(), running.review_on) {
        (Some(on), "refused", _) => Stage::Refused { on },
        (Some(on), "released", _) => Stage::Released { on },
        (Some(on), _, _) => Stage::Lapsed { on },
        (None, _, Some(review_on)) if confirmed => Stage::Withheld { review_on },
        (None, _, _) if lapses_at <= now => Stage::Lapsed { on: amsterdam_date(lapses_at) },
        (None, _, _) => Stage::Proposed { lapses_at },
    })
}

async fn steps<A: Action>(work: &mut Work<'_, A>, notice: WithholdId) -> Result<Vec<Step>, Error> {
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT t.id, t.step, s.name, s.function, t.at, t.review_on, t.sentence
                   FROM withhold_step t
                   JOIN staff s ON s.id = t.staff
                  WHERE t.notice = $1
                  ORDER BY t.at, t.id"
            ),
            params![notice],
        )
        .await?;
    let mut steps = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, sentence): (Uuid, Sealed) = (row.get(0)?, row.get(6)?);
        steps.push(Step {
            step: row.get::<String>(1)?.parse().map_err(|_| Error::Column { column: 1 })?,
            name: row.get(2)?,
            function: row.get(3)?,
            at: row.get(4)?,
            review_on: row.get(5)?,
            sentence: work.text(sentence_of_step(id), sentence).await?,
        });
    }
    Ok(steps)
}

/// What is the reader's: of the own team for coordinator and deputy, and for the officer what the team left or cannot.
/// By the day on which something has to be done.
pub async fn list<A: May<ListWithheld>>(work: &mut Work<'_, A>) -> Result<Vec<Row>, Error> {
    let rows = rows(work).await?;
    work.counts(rows.len());
    let mut all = Vec::with_capacity(rows.len());
    for (row, subject) in rows {
        // Outside the own caseload each client gets a line of their own (DESIGN, "The record").
        work.also_concerns(subject);
        work.names(row.id.uuid());
        all.push(row);
    }
    Ok(all)
}

/// How many wait for the reader to decide today, and the first of their days. Nobody gets a line on the record.
pub async fn count<A: May<ListWithheld>>(work: &mut Work<'_, A>) -> Result<(usize, Option<Date>), Error> {
    let today = amsterdam_date(work.now());
    let mut rows = rows(work).await?;
    rows.retain(|(row, _)| match row.stage {
        Stage::Proposed { .. } => row.yours.decide,
        Stage::Withheld { review_on } => row.yours.extend && review_on <= today,
        Stage::Lapsed { .. } | Stage::Refused { .. } | Stage::Released { .. } => false,
    });
    work.counts(rows.len());
    Ok((rows.len(), rows.first().map(|(row, _)| due(row.stage))))
}

/// The reader's, each with the client it is about.
async fn rows<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<(Row, Pseudonym)>, Error> {
    let (post, now) = (work.staff()?.clone(), work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT w.controller, w.team, w.dossier, w.subject, c.id, c.person, g.staff, a.person,
                        w.proposed_by, p.person, w.proposed_at, w.review_on,
                        (SELECT MIN(f.proposed_at)
                           FROM withhold_notice f
                          WHERE f.dossier = w.dossier AND f.what_id = w.what_id),
                        w.lapses_at, w.confirmed_at, w.ended_at, w.ended_how, w.number, w.ground, w.id
                   FROM withhold_notice w
                   JOIN staff p ON p.id = w.proposed_by
                   LEFT JOIN emergency_access g ON g.id = w.what_id
                   LEFT JOIN staff a ON a.id = g.staff
                   LEFT JOIN client c ON c.pseudonym = w.subject
                  WHERE w.controller = $1 AND w.ended_at IS NULL AND ($3 OR w.team = $4)
                    AND (w.confirmed_at IS NOT NULL OR w.lapses_at > $2)
                  ORDER BY w.proposed_at, w.id"
            ),
            params![post.controller, now - LAPSED_LISTED, post.function.oversees(), post.team],
        )
        .await?;
    let mut all = Vec::new();
    for row in rows {
        let id: WithholdId = row.get(19)?;
        let (about, running) = proposed(&row, id)?;
        let facts = standing(&mut work.tx, &post, now, &about, running).await?;
        let walled = facts.walls.conflict || facts.walls.excluded || facts.subject == Some(post.person);
        let team = post.function.coordinates() && post.team == Some(facts.team);
        if walled || !(team || (post.function.oversees() && facts.officers_turn)) {
            continue;
        }
        let line = Row {
            id,
            number: row.get(17)?,
            ground: ground(&row, 18)?,
            proposed_at: row.get(10)?,
            stage: stage(&row, running, now)?,
            yours: Yours::of(&facts, &post),
        };
        all.push((line, row.get(3)?));
    }
    all.sort_by_key(|(row, _)| due(row.stage));
    Ok(all)
}

/// The day on which something has to be done about it.
fn due(stage: Stage) -> Date {
    match stage {
        // The last day on which somebody can decide.
        Stage::Proposed { lapses_at } => amsterdam_date(lapses_at - SignedDuration::from_millis(1)),
        Stage::Withheld { review_on } => review_on,
        Stage::Lapsed { on } | Stage::Refused { on } | Stage::Released { on } => on,
    }
}
