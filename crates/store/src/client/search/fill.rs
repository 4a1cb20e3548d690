//! The clock that makes findable what was written before there was a search: by id, in small batches, each in one
//! transaction with how far it came. What it meets a second time it does again, with the same result.

use domain::people::Fact;
use domain::plan::Plan;
use domain::{DocumentId, EntryId, amsterdam_date};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::May;
use policy::actions::IndexSearch;
use uuid::Uuid;
use vault::Sealed;

use super::Kind;
use super::index::{Item, put};
use crate::client::entries::text_places;
use crate::client::{documents, people, plans};
use crate::error::Error;
use crate::office::{Chore, Desk};
use crate::store::Store;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// How far it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Filled {
    /// Made findable so far.
    pub items: u64,
    /// Nothing from before is left.
    pub finished: bool,
}

impl Store {
    /// How far the clock is with what was written before there was a search.
    ///
    /// # Errors
    /// What the database said.
    pub async fn search_filled(&self) -> Result<Filled, Error> {
        self.glance(HowFar).await
    }
}

#[derive(Clone)]
struct HowFar;

impl Chore for HowFar {
    type Out = Filled;

    async fn run(self, desk: &mut Desk<'_>) -> Result<Filled, Error> {
        let rows = desk.tx.all(sql!("SELECT filled, finished_at FROM search_fill"), params![]).await?;
        let mut all = Filled { items: 0, finished: true };
        for row in rows {
            all.items += row.get::<u64>(0)?;
            all.finished &= row.get::<Option<Timestamp>>(1)?.is_some();
        }
        Ok(all)
    }
}

/// Takes the next batch. False: nothing is left.
pub async fn fill_next<A: May<IndexSearch>>(work: &mut Work<'_, A>, at_most: u32) -> Result<bool, Error> {
    for kind in Kind::ALL {
        let row = work
            .tx
            .opt(
                sql!(
                    "SELECT last
                       FROM search_fill
                      WHERE kind = $1 AND finished_at IS NULL"
                ),
                params![kind.code()],
            )
            .await?;
        let Some(row) = row else { continue };
        let after: Uuid = row.get::<Option<Uuid>>(0)?.unwrap_or(Uuid::nil());
        let rows = match kind {
            Kind::Entry => entries(work, after, at_most).await?,
            Kind::Plan => plans(work, after, at_most).await?,
            Kind::Person => people(work, after, at_most).await?,
            Kind::Document => documents(work, after, at_most).await?,
        };
        let mut filled = 0_i64;
        for row in &rows {
            filled += i64::from(fill(work, kind, row).await?);
        }
        let last: Option<Uuid> = rows.last().map(|row| row.get(0)).transpose()?;
        note(work, kind, last, filled).await?;
        work.counts(usize::try_from(filled).unwrap_or_default());
        return Ok(true);
    }
    Ok(false)
}

/// Notes how far it is; without a last one it is finished.
async fn note<A: May<IndexSearch>>(
    work: &mut Work<'_, A>,
    kind: Kind,
    last: Option<Uuid>,
    filled: i64,
) -> Result<(), Error> {
    let finished = last.is_none().then(|| work.now());
    work.tx
        .run_one(
            sql!(
                "UPDATE search_fill
                    SET last = COALESCE($2, last), filled = filled + $3, finished_at = $4
                  WHERE kind = $1"
            ),
            params![kind.code(), last, filled, finished],
        )
        .await
}

async fn entries<A: May<IndexSearch>>(
    work: &mut Work<'_, A>,
    after: Uuid,
    at_most: u32,
) -> Result<Vec<Row>, Error> {
    work.tx
        .all(
            sql!(
                "SELECT e.id, e.part, e.happened_on, v.id, v.facts, v.opinion
                   FROM (SELECT o.id, o.part, o.happened_on, o.version, o.withdrawn_at
                           FROM entry o
                          WHERE o.id > $1
                          ORDER BY o.id
                          LIMIT $2) e
                   LEFT JOIN entry_version v ON v.entry = e.id AND v.version = e.version AND e.withdrawn_at IS NULL
                  ORDER BY e.id"
            ),
            params![after, i64::from(at_most)],
        )
        .await
}

async fn plans<A: May<IndexSearch>>(
    work: &mut Work<'_, A>,
    after: Uuid,
    at_most: u32,
) -> Result<Vec<Row>, Error> {
    work.tx
        .all(
            sql!(
                "SELECT p.part, p.part, p.content_changed_at, v.id, v.content
                   FROM (SELECT o.part, o.version, o.content_changed_at
                           FROM plan o
                          WHERE o.part > $1
                          ORDER BY o.part
                          LIMIT $2) p
                   JOIN plan_version v ON v.part = p.part AND v.version = p.version
                  ORDER BY p.part"
            ),
            params![after, i64::from(at_most)],
        )
        .await
}

async fn people<A: May<IndexSearch>>(
    work: &mut Work<'_, A>,
    after: Uuid,
    at_most: u32,
) -> Result<Vec<Row>, Error> {
    work.tx
        .all(
            sql!(
                "SELECT f.id, COALESCE(f.part, f.client), f.recorded_at, f.fact, f.body,
                        f.superseded_at IS NULL AND f.valid_until IS NULL AND f.kind = 'person'
                   FROM people_fact f
                  WHERE f.id > $1
                  ORDER BY f.id
                  LIMIT $2"
            ),
            params![after, i64::from(at_most)],
        )
        .await
}

async fn documents<A: May<IndexSearch>>(
    work: &mut Work<'_, A>,
    after: Uuid,
    at_most: u32,
) -> Result<Vec<Row>, Error> {
    work.tx
        .all(
            sql!(
                "SELECT d.id, d.part, d.dated, d.title, d.withdrawn_at IS NULL
                   FROM document d
                  WHERE d.id > $1
                  ORDER BY d.id
                  LIMIT $2"
            ),
            params![after, i64::from(at_most)],
        )
        .await
}

/// Makes one findable. False: it is not, for it was withdrawn, it ended, or its key is gone.
async fn fill<A: May<IndexSearch>>(work: &mut Work<'_, A>, kind: Kind, row: &Row) -> Result<bool, Error> {
    let owner: Uuid = row.get(1)?;
    match kind {
        Kind::Entry => {
            let Some(version) = row.get::<Option<Uuid>>(3)? else { return Ok(false) };
            let (facts, opinion): (Sealed, Sealed) = (row.get(4)?, row.get(5)?);
            let Some(key) = work.key_if_there(facts.key_id()).await? else { return Ok(false) };
            let [facts_place, opinion_place] = text_places(version);
            let (facts, opinion) =
                (key.open_text(facts_place, &facts)?, key.open_text(opinion_place, &opinion)?);
            let (id, day): (EntryId, Date) = (row.get(0)?, row.get(2)?);
            let item = Item { kind, id: id.uuid(), owner, day };
            put(work, &item, &key, &[&facts, &opinion]).await?;
        }
        Kind::Plan => {
            let (version, content): (Uuid, Sealed) = (row.get(3)?, row.get(4)?);
            let Some(key) = work.key_if_there(content.key_id()).await? else { return Ok(false) };
            let document = key.open_text(plans::content_place(version), &content)?;
            let plan: Plan = serde_json::from_str(&document)
                .map_err(|_| Error::Record("a plan that is no plan".into()))?;
            let item = Item { kind, id: owner, owner, day: day(row)? };
            put(work, &item, &key, &plan.texts()).await?;
        }
        Kind::Person => {
            if !row.get::<bool>(5)? {
                return Ok(false);
            }
            let (version, body): (Uuid, Sealed) = (row.get(0)?, row.get(4)?);
            let Some(key) = work.key_if_there(body.key_id()).await? else { return Ok(false) };
            let body = key.open_text(people::place(version), &body)?;
            let says: Fact = serde_json::from_str(&body).map_err(|_| Error::Column { column: 4 })?;
            let Fact::Person(person) = says else { return Ok(false) };
            let item = Item { kind, id: row.get(3)?, owner, day: day(row)? };
            put(work, &item, &key, &[&person.name]).await?;
        }
        Kind::Document => {
            if !row.get::<bool>(4)? {
                return Ok(false);
            }
            let (id, title): (DocumentId, Sealed) = (row.get(0)?, row.get(3)?);
            let Some(key) = work.key_if_there(title.key_id()).await? else { return Ok(false) };
            let title = key.open_text(documents::title_place(id), &title)?;
            let item = Item { kind, id: id.uuid(), owner, day: row.get(2)? };
            put(work, &item, &key, &[&title]).await?;
        }
    }
    Ok(true)
}

/// The day of an instant.
fn day(row: &Row) -> Result<Date, Error> {
    Ok(amsterdam_date(row.get(2)?))
}
