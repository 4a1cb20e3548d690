//! The people around a client, and who decides (CON-08, CON-10, CON-27). Facts of the client are sealed by the client's own
//! key and everybody involved reads them; facts of one part by the key of that part, and nobody else's eyes.

mod due;
mod names;
mod write;

use domain::people::{EndReason, Fact, Held};
use domain::{BirthDate, PartId, PeopleFactId, Period};
use jiff::Timestamp;
use policy::actions::{ReadOwnPeople, ReadPeople};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::six_parts;
use crate::error::Error;
use crate::value::{Row, Value};
use crate::work::Work;
use crate::{params, sql};

pub use due::{DueFact, due_in_caseload};
pub use names::known_names;
pub use write::{NewFact, Replaced, add, change, colleagues, end, wipe};

/// A fact with what stands beside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    pub held: Held,
    /// The part that needs it; none: it is of the client.
    pub part: Option<PartId>,
    /// Where it came from: a `domain::entry::Source` code.
    pub source: String,
    /// Who recorded it, and so who saw the document.
    pub author_name: String,
    /// The second professional, where one was asked for (C41).
    pub second_name: Option<String>,
    /// Why it ended.
    pub end_reason: Option<EndReason>,
}

impl Kept {
    /// It holds now, as far as is known now.
    pub fn is_now(&self, now: Timestamp) -> bool {
        self.held.period.covers(now)
    }
}

pub(super) const fn place(row: Uuid) -> Place {
    Place { table: "people_fact", row, column: "body" }
}

/// What is known now: past and future facts too, the oldest first.
pub async fn of_dossier<A: May<ReadPeople>>(work: &mut Work<'_, A>) -> Result<Vec<Kept>, Error> {
    let with = with_dossier(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.fact, f.part, f.body, f.source, s.name, z.name, f.end_reason, f.valid_from,
                        f.valid_until, f.recorded_at, f.superseded_at
                   FROM dossier d
                   JOIN people_fact f ON f.client = d.client
                   JOIN staff s ON s.id = f.author
                   LEFT JOIN staff z ON z.id = f.second
                  WHERE d.id = $7 AND f.superseded_at IS NULL
                    AND (f.part IS NULL OR f.part IN ($1, $2, $3, $4, $5, $6))
                  ORDER BY f.valid_from, f.fact"
            ),
            &with,
        )
        .await?;
    let kept = open(work, rows).await?;
    name(work, &kept);
    Ok(kept)
}

/// Every text there ever was, for "who held authority on that day" and "what did we know then".
pub async fn history<A: May<ReadPeople>>(work: &mut Work<'_, A>) -> Result<Vec<Kept>, Error> {
    let with = with_dossier(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.fact, f.part, f.body, f.source, s.name, z.name, f.end_reason, f.valid_from,
                        f.valid_until, f.recorded_at, f.superseded_at
                   FROM dossier d
                   JOIN people_fact f ON f.client = d.client
                   JOIN staff s ON s.id = f.author
                   LEFT JOIN staff z ON z.id = f.second
                  WHERE d.id = $7 AND (f.part IS NULL OR f.part IN ($1, $2, $3, $4, $5, $6))
                  ORDER BY f.recorded_at, f.valid_from, f.fact"
            ),
            &with,
        )
        .await?;
    let kept = open(work, rows).await?;
    name(work, &kept);
    Ok(kept)
}

/// What the client reads. Who may be a danger and is hidden is not there at all, nor is any fact that names them (MOD-07).
pub async fn own<A: May<ReadOwnPeople>>(work: &mut Work<'_, A>) -> Result<Vec<Kept>, Error> {
    let with = with_dossier(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.fact, f.part, f.body, f.source, s.name, z.name, f.end_reason, f.valid_from,
                        f.valid_until, f.recorded_at, f.superseded_at
                   FROM dossier d
                   JOIN people_fact f ON f.client = d.client
                   JOIN staff s ON s.id = f.author
                   LEFT JOIN staff z ON z.id = f.second
                  WHERE d.id = $7 AND f.superseded_at IS NULL AND f.for_client
                    AND (f.part IS NULL OR f.part IN ($1, $2, $3, $4, $5, $6))
                  ORDER BY f.valid_from, f.fact"
            ),
            &with,
        )
        .await?;
    let mut kept = open(work, rows).await?;
    let there: Vec<PeopleFactId> =
        kept.iter().filter(|it| matches!(it.held.says, Fact::Person(_))).map(|it| it.held.fact).collect();
    kept.retain(|it| it.held.says.person().is_none_or(|person| there.contains(&person)));
    name(work, &kept);
    Ok(kept)
}

/// The newest text of one fact that the actor may see; none: there is none for them.
pub async fn one<A: May<ReadPeople>>(
    work: &mut Work<'_, A>,
    fact: PeopleFactId,
) -> Result<Option<Kept>, Error> {
    Ok(of_dossier(work).await?.into_iter().find(|it| it.held.fact == fact))
}

/// When the client was born, as far as is known now.
pub async fn born<A: May<ReadPeople>>(work: &mut Work<'_, A>) -> Result<BirthDate, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT f.id, f.value
                   FROM dossier d
                   JOIN client_field f ON f.client = d.client
                  WHERE d.id = $1 AND f.field = 'birth-date' AND f.superseded_at IS NULL AND f.valid_until IS NULL"
            ),
            params![dossier],
        )
        .await?;
    let Some(row) = row else { return Ok(BirthDate::UNKNOWN) };
    let sealed: Sealed = row.get(1)?;
    let text = work.open(super::fields::place(row.get(0)?), &sealed).await?;
    Ok(text.parse().unwrap_or(BirthDate::UNKNOWN))
}

fn with_dossier<A: Action>(work: &Work<'_, A>) -> Result<Vec<Value>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let mut with = six_parts(work)?;
    with.push(Value::from(dossier));
    Ok(with)
}

fn name<A: Action>(work: &mut Work<'_, A>, kept: &[Kept]) {
    for it in kept {
        work.names(it.held.version.uuid());
    }
}

async fn open<A: Action>(work: &mut Work<'_, A>, rows: Vec<Row>) -> Result<Vec<Kept>, Error> {
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let version: Uuid = row.get(0)?;
        let sealed: Sealed = row.get(3)?;
        let body = work.open(place(version), &sealed).await?;
        let (from, until): (Timestamp, Option<Timestamp>) = (row.get(8)?, row.get(9)?);
        let reason: String = row.get(7)?;
        all.push(Kept {
            held: Held {
                fact: row.get(1)?,
                version: version.into(),
                says: serde_json::from_str(&body).map_err(|_| Error::Column { column: 3 })?,
                period: Period::new(from, until).map_err(|_| Error::Column { column: 9 })?,
                recorded_at: row.get(10)?,
                superseded_at: row.get(11)?,
            },
            part: row.get(2)?,
            source: row.get(4)?,
            author_name: row.get(5)?,
            second_name: row.get(6)?,
            end_reason: reason.parse().ok(),
        });
    }
    Ok(all)
}

/// Whether somebody holds authority or acts for the client now, by these facts.
pub fn holds_office(kept: &[Kept], person: PeopleFactId, now: Timestamp) -> bool {
    kept.iter()
        .any(|it| it.held.says.person() == Some(person) && it.held.period.until().is_none_or(|end| now < end))
}

/// The row that a form knew, when it is still the newest.
async fn supersede<A: Action>(
    work: &mut Work<'_, A>,
    version: domain::PeopleVersionId,
) -> Result<bool, Error> {
    let now = work.now();
    let closed = work
        .tx
        .run(
            sql!(
                "UPDATE people_fact
                    SET superseded_at = $2
                  WHERE id = $1 AND superseded_at IS NULL"
            ),
            params![version, now],
        )
        .await?;
    Ok(closed == 1)
}
