//! Personal data breaches that were received, for the data protection officer. Where it came from, and the clock.

use domain::log_review::Finding;
use domain::{
    BreachId, BreachKind, BreachState, ControllerId, EmergencyId, EntryId, FindingId, PersonId, Pseudonym,
    amsterdam_date,
};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{ListBreaches, OfFinding, OfReview, ReadBreach, ReadFinding, ReadReview};
use policy::{Action, May, decide};
use uuid::Uuid;
use vault::Sealed;

use super::reviews::verdict_sentence;
use super::{log_review, notices};
use crate::error::Error;
use crate::facts::Facts;
use crate::facts::inquiry::walls;
use crate::reading::Text;
use crate::record::Note;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A breach.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breach {
    pub id: BreachId,
    /// "2026-4F7A0"
    pub reference: String,
    pub kind: BreachKind,
    pub state: BreachState,
    /// When somebody of the controller knew; the 72 hours run from then.
    pub aware_at: Timestamp,
    /// The emergency access it came from; that goes after five years, the breach stays.
    pub emergency: Option<EmergencyId>,
    /// The finding in the log it came from; so does that.
    pub finding: Option<FindingId>,
    /// The withdrawn entry it came from.
    pub entry: Option<EntryId>,
}

/// What it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    pub about: About,
    pub judged_by: String,
    pub sentence: Text,
}

/// What was judged.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum About {
    /// An emergency access: the client's number, whose dossier it is, when it was opened and by whom.
    Emergency { number: i64, team_name: String, opened_at: Timestamp, accessor: String },
    /// What stood out in the record of somebody's day.
    Finding { finding: Finding, day: Date, worker: String },
    /// An entry that was withdrawn, by the worker who said so: the client's number, who, and when.
    Entry { number: i64, worker: String, at: Timestamp },
}

/// What a breach is received from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Source {
    Emergency(EmergencyId),
    Finding(FindingId),
    Entry(EntryId),
}

/// The breach, as far as it is known: somebody saw what they should not have. The clock runs from the verdict: from now
/// on somebody of the controller knows (BRE-01, BRE-02).
pub(super) async fn receive<A: Action>(work: &mut Work<'_, A>, source: Source) -> Result<BreachId, Error> {
    let id = BreachId(work.random_id());
    let (controller, by, now) = (work.staff()?.controller, work.staff_id()?, work.now());
    let (emergency, finding, entry) = match source {
        Source::Emergency(emergency) => (Some(emergency), None, None),
        Source::Finding(finding) => (None, Some(finding), None),
        Source::Entry(entry) => (None, None, Some(entry)),
    };
    let reference = free_reference(work).await?;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO breach (id, controller, reference, kind, state, aware_at, emergency, finding, noted_by,
                                     entry)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            params![
                id,
                controller,
                reference,
                BreachKind::Confidentiality.code(),
                BreachState::Received.code(),
                now,
                emergency,
                finding,
                by,
                entry,
            ],
        )
        .await?;
    notices::breach_received(work).await?;
    work.names(id.uuid());
    Ok(id)
}

/// Told by telephone: the year and five characters, which tell nothing of anybody.
async fn free_reference<A: Action>(work: &mut Work<'_, A>) -> Result<String, Error> {
    let year = amsterdam_date(work.now()).year();
    loop {
        let code: String = work.random_id().simple().to_string().chars().take(5).collect();
        let reference = format!("{year}-{}", code.to_uppercase());
        let taken = work
            .tx
            .opt(
                sql!(
                    "SELECT id
                       FROM breach
                      WHERE reference = $1"
                ),
                params![reference.as_str()],
            )
            .await?;
        if taken.is_none() {
            return Ok(reference);
        }
    }
}

/// The breaches of the own organisation, the newest first.
pub async fn listed<A: May<ListBreaches>>(work: &mut Work<'_, A>) -> Result<Vec<Breach>, Error> {
    let controller = work.staff()?.controller;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, reference, kind, state, aware_at, emergency, finding, entry
                   FROM breach
                  WHERE controller = $1
                  ORDER BY aware_at DESC, id"
            ),
            params![controller],
        )
        .await?;
    work.counts(rows.len());
    rows.iter().map(breach).collect()
}

/// One of them, and what it came from as far as that is still there. None: it is not of the own organisation.
pub async fn one<A: May<ReadBreach>>(
    work: &mut Work<'_, A>,
    id: BreachId,
) -> Result<Option<(Breach, Option<Origin>)>, Error> {
    let controller: ControllerId = work.staff()?.controller;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, reference, kind, state, aware_at, emergency, finding, entry
                   FROM breach
                  WHERE id = $1 AND controller = $2"
            ),
            params![id, controller],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let breach = breach(&row)?;
    work.names(id.uuid());
    let came_from = match (breach.emergency, breach.finding, breach.entry) {
        (Some(emergency), _, _) if may::<ReadReview, _, _>(work, OfReview(emergency)).await? => {
            of_emergency(work, emergency).await?
        }
        (None, Some(finding), _) if may::<ReadFinding, _, _>(work, OfFinding(finding)).await? => {
            of_finding(work, finding).await?
        }
        (None, None, Some(entry)) => of_entry(work, entry).await?,
        (Some(_), _, _) | (None, Some(_), _) | (None, None, None) => None,
    };
    Ok(Some((breach, came_from)))
}

/// Whether the reader may read what was judged: not about themselves, nor about a client behind a wall of theirs.
async fn may<B, A, O>(work: &mut Work<'_, A>, about: O) -> Result<bool, Error>
where
    B: Action<About = O>,
    A: Action,
    O: Facts,
{
    let (actor, now) = (work.actor().clone(), work.now());
    let things = about.things(&mut work.tx, &actor, now, &mut Note::default()).await?;
    let policies = work.policies_running();
    Ok(!things.is_empty() && things.iter().all(|it| decide(policies, B::NAME, &actor, it).allowed))
}

fn breach(row: &Row) -> Result<Breach, Error> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(Breach {
        id: row.get(0)?,
        reference: row.get(1)?,
        kind: kind.parse().map_err(|_| Error::Column { column: 2 })?,
        state: state.parse().map_err(|_| Error::Column { column: 3 })?,
        aware_at: row.get(4)?,
        emergency: row.get(5)?,
        finding: row.get(6)?,
        entry: row.get(7)?,
    })
}

async fn of_emergency<A: Action>(
    work: &mut Work<'_, A>,
    emergency: EmergencyId,
) -> Result<Option<Origin>, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT g.number, t.name, g.opened_at, s.name, j.name, g.verdict_sentence, g.subject
                   FROM emergency_access g
                   JOIN team t ON t.id = g.team
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN staff j ON j.id = g.judged_by
                  WHERE g.id = $1"
            ),
            params![emergency],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    work.concerns_client(row.get::<Pseudonym>(6)?);
    let sentence = match row.get::<Option<Sealed>>(5)? {
        Some(sealed) => work.text(verdict_sentence(emergency.uuid()), sealed).await?,
        None => Text::default(),
    };
    Ok(Some(Origin {
        about: About::Emergency {
            number: row.get(0)?,
            team_name: row.get(1)?,
            opened_at: row.get(2)?,
            accessor: row.get(3)?,
        },
        judged_by: row.get::<Option<String>>(4)?.unwrap_or_default(),
        sentence,
    }))
}

async fn of_finding<A: Action>(work: &mut Work<'_, A>, finding: FindingId) -> Result<Option<Origin>, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT f.finding, f.day, s.name, j.name, v.id, v.sentence
                   FROM log_finding f
                   JOIN staff s ON s.id = f.staff
                   JOIN log_verdict v ON v.finding = f.id
                   JOIN staff j ON j.id = v.author
                  WHERE f.id = $1
                  ORDER BY v.turn DESC
                  LIMIT 1"
            ),
            params![finding],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (verdict, sealed): (Uuid, Sealed) = (row.get(4)?, row.get(5)?);
    Ok(Some(Origin {
        about: About::Finding {
            finding: row.get::<String>(0)?.parse().map_err(|_| Error::Column { column: 0 })?,
            day: row.get(1)?,
            worker: row.get(2)?,
        },
        judged_by: row.get(3)?,
        sentence: work.text(log_review::verdict_place(verdict), sealed).await?,
    }))
}

/// Where a withdrawn entry stood: the number and who withdrew it. Its words are not the officer's to read.
async fn of_entry<A: Action>(work: &mut Work<'_, A>, entry: EntryId) -> Result<Option<Origin>, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT d.number, s.name, e.withdrawn_at, c.pseudonym, c.id, d.id, c.person
                   FROM entry e
                   JOIN dossier_part p ON p.id = e.part
                   JOIN dossier d ON d.id = p.dossier
                   JOIN client c ON c.id = d.client
                   JOIN staff s ON s.id = e.withdrawn_by
                  WHERE e.id = $1"
            ),
            params![entry],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    // Not about themselves, nor about a client behind a wall of theirs.
    let (reader, now) = (work.staff()?.clone(), work.now());
    let walls = walls(&mut work.tx, (Some(row.get(4)?), row.get(5)?), reader.staff, now).await?;
    if walls.conflict || walls.excluded || row.get::<PersonId>(6)? == reader.person {
        return Ok(None);
    }
    work.concerns_client(row.get::<Pseudonym>(3)?);
    let worker: String = row.get(1)?;
    Ok(Some(Origin {
        about: About::Entry { number: row.get(0)?, worker: worker.clone(), at: row.get(2)? },
        judged_by: worker,
        sentence: Text::default(),
    }))
}
