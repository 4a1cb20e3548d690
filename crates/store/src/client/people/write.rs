//! Adding, changing and ending what is known of the people around a client. Nothing is overwritten, but the name of
//! somebody who does not agree any more.

use domain::people::{EndReason, Fact, due_of};
use domain::{PartId, PeopleFactId, PeopleVersionId, Period, Source, StaffId};
use jiff::Timestamp;
use policy::actions::{ChangePeople, ReadPeople};
use policy::{Action, May};
use uuid::Uuid;

use super::{Kept, place, supersede};
use crate::client::absences::Colleague;
use crate::client::{keys, search};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What is recorded.
#[derive(Clone, Debug)]
pub struct NewFact {
    pub says: Fact,
    pub period: Period,
    /// The part that needs it, one the work may change; none: it is of the client.
    pub part: Option<PartId>,
    pub source: Source,
    pub second: Option<StaffId>,
}

/// What came of replacing a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Replaced {
    Done,
    /// Somebody else was first.
    Stale,
}

/// Adds a fact.
pub async fn add<A: May<ChangePeople>>(work: &mut Work<'_, A>, new: &NewFact) -> Result<PeopleFactId, Error> {
    let fact = PeopleFactId(work.new_id());
    put(work, fact, new, "").await?;
    Ok(fact)
}

/// Says something else of a fact from now on, when the text that was on the screen is still the newest.
pub async fn change<A: May<ChangePeople>>(
    work: &mut Work<'_, A>,
    (fact, version): (PeopleFactId, PeopleVersionId),
    new: &NewFact,
) -> Result<Replaced, Error> {
    if !supersede(work, version).await? {
        return Ok(Replaced::Stale);
    }
    put(work, fact, new, "").await?;
    Ok(Replaced::Done)
}

/// Ends a fact. A mistake ends where it began, so that it never held; what was known before stays answerable.
pub async fn end<A: May<ChangePeople>>(
    work: &mut Work<'_, A>,
    known: &Kept,
    at: Timestamp,
    reason: EndReason,
    second: Option<StaffId>,
) -> Result<Replaced, Error> {
    if !supersede(work, known.held.version).await? {
        return Ok(Replaced::Stale);
    }
    let until = if reason == EndReason::Mistake { known.held.period.from() } else { at };
    let new = NewFact {
        says: known.held.says.clone(),
        period: known.held.period.ended(until).map_err(|_| Error::Rows { expected: 1, met: 0 })?,
        part: known.part,
        source: known.source.parse().map_err(|_| Error::Column { column: 4 })?,
        second,
    };
    put(work, known.held.fact, &new, reason.code()).await?;
    Ok(Replaced::Done)
}

/// Leaves only this in every text of a fact: a name that may not be kept any more is in none of them (CON-27).
pub async fn wipe<A: May<ChangePeople>>(
    work: &mut Work<'_, A>,
    known: &Kept,
    left: &Fact,
) -> Result<Replaced, Error> {
    let new = NewFact {
        says: left.clone(),
        period: known.held.period,
        part: known.part,
        source: known.source.parse().map_err(|_| Error::Column { column: 4 })?,
        second: None,
    };
    if change(work, (known.held.fact, known.held.version), &new).await? == Replaced::Stale {
        return Ok(Replaced::Stale);
    }
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id
                   FROM people_fact
                  WHERE fact = $1 AND superseded_at IS NOT NULL"
            ),
            params![known.held.fact],
        )
        .await?;
    let body = body(left)?;
    for row in rows {
        let id: Uuid = row.get(0)?;
        let key = key(work, known.part).await?;
        let sealed = work.seal(&key, place(id), &body);
        work.tx.run_one(sql!("UPDATE people_fact SET body = $2 WHERE id = $1"), params![id, sealed]).await?;
    }
    Ok(Replaced::Done)
}

fn body(says: &Fact) -> Result<String, Error> {
    serde_json::to_string(says).map_err(|_| Error::Record("a fact that is no text".into()))
}

async fn key<A: Action>(
    work: &mut Work<'_, A>,
    part: Option<PartId>,
) -> Result<std::sync::Arc<vault::DataKey>, Error> {
    let first = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let Some(part) = part else { return Ok(keys::of_client(work, first).await?.1) };
    let domain = work.parts().iter().find(|it| it.part == part).map(|it| it.domain);
    keys::of_part(work, part, domain.ok_or(Error::Rows { expected: 1, met: 0 })?).await
}

async fn put<A: Action>(
    work: &mut Work<'_, A>,
    fact: PeopleFactId,
    new: &NewFact,
    end_reason: &str,
) -> Result<(), Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let (client, _) = keys::of_client(work, dossier).await?;
    let key = key(work, new.part).await?;
    let (version, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let sealed = work.seal(&key, place(version), &body(&new.says)?);
    // What ended asks for nothing any more.
    let due = due_of(&new.says).filter(|_| new.period.until().is_none_or(|until| now < until));
    work.tx
        .run_one(
            sql!(
                "INSERT INTO people_fact (id, fact, client, part, kind, body, source, author, second, for_client, due_kind,
                                          due_on, end_reason, valid_from, valid_until, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)"
            ),
            params![
                version,
                fact,
                client,
                new.part,
                new.says.kind().code(),
                sealed,
                new.source.code(),
                author,
                new.second,
                new.says.is_for_client(),
                due.map_or("", |(kind, _)| kind.code()),
                due.map(|(_, on)| on),
                end_reason,
                new.period.from(),
                new.period.until(),
                now
            ],
        )
        .await?;
    let holds = new.period.until().is_none();
    let owner = new.part.map_or(client.uuid(), PartId::uuid);
    search::put_person(work, (fact, owner), &key, &new.says, holds).await?;
    work.names(version);
    if let Some(part) = new.part {
        work.tx
            .run_one(
                sql!(
                    "UPDATE dossier_part
                        SET last_content_change = $2
                      WHERE id = $1"
                ),
                params![part, now],
            )
            .await?;
    }
    Ok(())
}

/// Who can be the second professional (C41): whoever works at the same controller now and is somebody else, also from
/// another post.
pub async fn colleagues<A: May<ReadPeople>>(work: &mut Work<'_, A>) -> Result<Vec<Colleague>, Error> {
    let (controller, person, now) = (work.staff()?.controller, work.staff()?.person, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, name, function
                   FROM staff
                  WHERE controller = $1 AND person <> $3
                    AND valid_from <= $2 AND (valid_until IS NULL OR valid_until > $2)
                  ORDER BY name, id"
            ),
            params![controller, now, person],
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Colleague { staff: row.get(0)?, name: row.get(1)?, function: row.get(2)? }))
        .collect()
}
