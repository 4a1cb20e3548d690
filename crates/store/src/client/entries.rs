//! What is written in a dossier part: facts and professional opinion apart, every change a version.

mod announced;
mod delays;
mod versions;
mod withdraw;
mod write;

use domain::{EntryId, LegalDomain, PartId, StaffId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{CorrectEntry, ReadDossier, ReadEntry, ReadOwnDossier, ReadOwnEntry, ShieldEntry};
use policy::{Action, May};
use uuid::Uuid;
use vault::Place;

use super::six_parts;
use crate::db::Sql;
use crate::error::Error;
use crate::reading::Text;
use crate::value::{Row, Value};
use crate::work::Work;
use crate::{params, sql};

pub use announced::{Announced, announced};
pub use delays::{WaitingDelay, decide_delay, to_decide, waiting};
pub use versions::{Version, versions};
pub use withdraw::{NewWithdrawal, to_withdraw, withdraw};
pub use write::{add, add_unlinked, correct};
pub(super) use write::{put, put_beside_the_clocks};

use versions::all_versions;

/// An entry as its reader may see it, at its newest version.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Entry {
    pub id: EntryId,
    pub part: PartId,
    pub domain: LegalDomain,
    /// A `domain::entry::EntryKind` code.
    pub kind: String,
    /// A `domain::entry::Source` code.
    pub source: String,
    pub author: StaffId,
    pub author_name: String,
    pub author_function: String,
    pub happened_on: Date,
    /// "14:05", or empty when only the day is known.
    pub happened_time: String,
    pub recorded_at: Timestamp,
    pub changed_at: Timestamp,
    /// 1 for an entry that was never changed.
    pub version: i64,
    pub facts: Text,
    pub opinion: Text,
    /// The client may read it from this day on; none: at once.
    pub visible_from: Option<Date>,
    /// A `domain::entry::DelayGround` code, or empty.
    pub delay_ground: String,
    /// The client may know that something will follow.
    pub delay_announced: bool,
    /// From this moment on a delay without a second person hides nothing; none: somebody agreed, or nothing is delayed.
    pub delay_lapses_at: Option<Timestamp>,
    /// When a second person decided about the delay, and who.
    pub delay_decided: Option<(Timestamp, String)>,
    /// It was withdrawn: then there is no text.
    pub withdrawn: Option<Withdrawn>,
}

impl Entry {
    /// The day until which the client does not read it; none when they read it now.
    pub fn hidden_until(&self, today: Date, now: Timestamp) -> Option<Date> {
        let lapsed = self.delay_lapses_at.is_some_and(|at| at <= now);
        self.visible_from.filter(|day| *day > today && !lapsed)
    }

    /// A second person can still decide about the delay.
    pub fn awaits_second(&self, today: Date, now: Timestamp) -> bool {
        self.hidden_until(today, now).is_some()
            && self.delay_lapses_at.is_some()
            && self.delay_decided.is_none()
    }

    /// Since when the client reads what was delayed; none when it never was.
    pub fn readable_since(&self, now: Timestamp) -> Option<Date> {
        let lapsed = self.delay_lapses_at.filter(|at| *at <= now).map(domain::amsterdam_date);
        self.visible_from.map(|day| lapsed.map_or(day, |lapsed| lapsed.min(day)))
    }
}

/// What is left of an entry that was withdrawn.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Withdrawn {
    pub at: Timestamp,
    /// The name of who withdrew it.
    pub by: String,
    /// A `domain::entry::WithdrawGround` code.
    pub ground: String,
    /// In the words of who withdrew it; may be empty.
    pub why: Text,
}

/// What is to be written.
#[derive(Clone, Debug)]
pub struct NewEntry {
    pub kind: &'static str,
    pub source: &'static str,
    pub category: &'static str,
    pub happened_on: Date,
    pub happened_time: String,
    pub facts: String,
    pub opinion: String,
    pub visible_from: Option<Date>,
    pub delay_ground: &'static str,
    pub delay_announced: bool,
    /// The client or a representative took part, which restarts the clock of RET-03.
    pub with_client: bool,
}

/// The page of entries a reader sees.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Page {
    pub skip: u32,
    pub take: u32,
}

/// The timeline, newest first, of the parts the worker may see, without what is hidden from them (RGT-R11).
pub async fn timeline<A: May<ReadDossier>>(work: &mut Work<'_, A>, page: Page) -> Result<Vec<Entry>, Error> {
    let mut with = six_parts(work)?;
    with.extend([Value::Int(page.take.into()), Value::Int(page.skip.into())]);
    with.extend([Value::from(work.staff_id()?), Value::from(work.now())]);
    read(
        work,
        sql!(
            "SELECT e.id, e.part, e.domain, e.kind, e.source, e.author, s.name, s.function, e.happened_on,
                    e.happened_time, e.recorded_at, e.content_changed_at, e.version, e.visible_from,
                    e.delay_ground, v.id, v.facts, v.opinion, e.delay_announced, e.withdrawn_at, x.name,
                    e.withdrawn_ground, e.withdrawn_why, e.delay_lapses_at, e.delay_decided_at, y.name
               FROM (SELECT o.id, o.part, o.domain, o.kind, o.source, o.author, o.happened_on, o.happened_time,
                            o.recorded_at, o.content_changed_at, o.version, o.visible_from, o.delay_ground,
                            o.delay_announced, o.withdrawn_at, o.withdrawn_by, o.withdrawn_ground,
                            o.withdrawn_why, o.delay_lapses_at, o.delay_decided_at, o.delay_decided_by
                       FROM entry o
                      WHERE o.part IN ($1, $2, $3, $4, $5, $6)
                        AND o.id NOT IN (SELECT h.entry
                                           FROM shield h
                                           JOIN entry w ON w.id = h.entry
                                          WHERE h.part IN ($1, $2, $3, $4, $5, $6) AND h.superseded_at IS NULL
                                            AND h.valid_from <= $10 AND (h.valid_until IS NULL OR h.valid_until > $10)
                                            AND (h.staff = $9 OR (h.audience = 'other-workers' AND w.author <> $9)))
                      ORDER BY o.happened_on DESC, o.happened_time DESC, o.recorded_at DESC, o.id DESC
                      LIMIT $7 OFFSET $8) e
               LEFT JOIN entry_version v ON v.entry = e.id AND v.version = e.version AND e.withdrawn_at IS NULL
               JOIN staff s ON s.id = e.author
               LEFT JOIN staff x ON x.id = e.withdrawn_by
               LEFT JOIN staff y ON y.id = e.delay_decided_by"
        ),
        &with,
    )
    .await
}

/// The timeline as the client reads it. What is delayed is not there at all (MOD-07), nor what came of an emergency access
/// that is told later (SHA-12). Where a worker looks along, nor what the client had hidden from that worker (RGT-R11).
pub async fn own_timeline<A: May<ReadOwnDossier>>(
    work: &mut Work<'_, A>,
    today: Date,
    page: Page,
) -> Result<Vec<Entry>, Error> {
    let mut with = six_parts(work)?;
    with.extend([Value::Int(page.take.into()), Value::Int(page.skip.into()), Value::from(today)]);
    with.extend(own_reader(work)?);
    with.push(looks_along(work));
    read(
        work,
        sql!(
            "SELECT e.id, e.part, e.domain, e.kind, e.source, e.author, s.name, s.function, e.happened_on,
                    e.happened_time, e.recorded_at, e.content_changed_at, e.version, e.visible_from,
                    e.delay_ground, v.id, v.facts, v.opinion, e.delay_announced, e.withdrawn_at, x.name,
                    e.withdrawn_ground, e.withdrawn_why, e.delay_lapses_at, e.delay_decided_at, y.name
               FROM (SELECT o.id, o.part, o.domain, o.kind, o.source, o.author, o.happened_on, o.happened_time,
                            o.recorded_at, o.content_changed_at, o.version, o.visible_from, o.delay_ground,
                            o.delay_announced, o.withdrawn_at, o.withdrawn_by, o.withdrawn_ground,
                            o.withdrawn_why, o.delay_lapses_at, o.delay_decided_at, o.delay_decided_by
                       FROM entry o
                      WHERE o.part IN ($1, $2, $3, $4, $5, $6)
                        AND (o.visible_from IS NULL OR o.visible_from <= $9 OR o.delay_lapses_at <= $11)
                        AND NOT EXISTS (SELECT 1
                                          FROM withhold_notice w
                                          JOIN emergency_access g ON g.id = w.what_id
                                         WHERE w.dossier = $10 AND w.ended_at IS NULL
                                           AND (w.confirmed_at IS NOT NULL OR w.lapses_at > $11)
                                           AND (w.hidden_from = 'client-and-proxies' OR $12)
                                           AND g.staff = o.author AND o.recorded_at >= g.opened_at
                                           AND o.recorded_at <= COALESCE(g.ended_at, g.ends_at)
                                           AND ' ' || g.domains || ' ' LIKE '% ' || o.domain || ' %')
                        AND NOT EXISTS (SELECT 1
                                          FROM shield h
                                         WHERE h.entry = o.id AND h.superseded_at IS NULL
                                           AND h.valid_from <= $11 AND (h.valid_until IS NULL OR h.valid_until > $11)
                                           AND (h.staff = $13 OR (h.audience = 'other-workers' AND o.author <> $13)))
                      ORDER BY o.happened_on DESC, o.happened_time DESC, o.recorded_at DESC, o.id DESC
                      LIMIT $7 OFFSET $8) e
               LEFT JOIN entry_version v ON v.entry = e.id AND v.version = e.version AND e.withdrawn_at IS NULL
               JOIN staff s ON s.id = e.author
               LEFT JOIN staff x ON x.id = e.withdrawn_by
               LEFT JOIN staff y ON y.id = e.delay_decided_by"
        ),
        &with,
    )
    .await
}

/// Which dossier, when, and whether somebody reads it for the client: what decides which withheld notices hide something.
fn own_reader<A: Action>(work: &Work<'_, A>) -> Result<[Value; 3], Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    Ok([Value::from(dossier), Value::from(work.now()), Value::from(work.actor().proxy().is_some())])
}

/// The worker who looks at the client's own view together with the client; none where the client reads alone.
fn looks_along<A: Action>(work: &Work<'_, A>) -> Value {
    Value::from(work.staff_id().ok())
}

/// The one entry the work is about.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<Entry, Error>
where
    A: May<ReadEntry> + Action<About = policy::actions::OfEntry>,
{
    let entry = work.about().0;
    read_one(work, entry).await
}

/// The same, for whoever corrects it.
pub async fn to_correct<A>(work: &mut Work<'_, A>) -> Result<Entry, Error>
where
    A: May<CorrectEntry> + Action<About = policy::actions::OfEntry>,
{
    let entry = work.about().0;
    read_one(work, entry).await
}

/// The same, for whoever hides it or lifts that.
pub async fn to_shield<A>(work: &mut Work<'_, A>) -> Result<Entry, Error>
where
    A: May<ShieldEntry> + Action<About = policy::actions::OfEntry>,
{
    let entry = work.about().0;
    read_one(work, entry).await
}

/// The same, for the resident: none when it is not readable yet or came of an emergency access that is told later (SHA-12),
/// exactly as if it were not there (MOD-07).
pub async fn own_one<A>(work: &mut Work<'_, A>, today: Date) -> Result<Option<(Entry, Vec<Version>)>, Error>
where
    A: May<ReadOwnEntry> + Action<About = policy::actions::OfEntry>,
{
    let id = work.about().0;
    let entry = read_one(work, id).await?;
    let dossier = work.part()?.dossier;
    let hidden = super::withhold::hidden(work, dossier).await?;
    let withheld = hidden.iter().any(|it| it.hides_entry(entry.author, entry.recorded_at, entry.domain));
    if withheld || entry.hidden_until(today, work.now()).is_some() {
        return Ok(None);
    }
    Ok(Some((entry, all_versions(work, id).await?)))
}

async fn read_one<A: Action>(work: &mut Work<'_, A>, entry: EntryId) -> Result<Entry, Error> {
    let part = work.part()?.part;
    let mut entries = read(
        work,
        sql!(
            "SELECT e.id, e.part, e.domain, e.kind, e.source, e.author, s.name, s.function, e.happened_on,
                    e.happened_time, e.recorded_at, e.content_changed_at, e.version, e.visible_from,
                    e.delay_ground, v.id, v.facts, v.opinion, e.delay_announced, e.withdrawn_at, x.name,
                    e.withdrawn_ground, e.withdrawn_why, e.delay_lapses_at, e.delay_decided_at, y.name
               FROM entry e
               LEFT JOIN entry_version v ON v.entry = e.id AND v.version = e.version AND e.withdrawn_at IS NULL
               JOIN staff s ON s.id = e.author
               LEFT JOIN staff x ON x.id = e.withdrawn_by
               LEFT JOIN staff y ON y.id = e.delay_decided_by
              WHERE e.part = $1 AND e.id = $2"
        ),
        params![part, entry],
    )
    .await?;
    entries.pop().ok_or(Error::Rows { expected: 1, met: 0 })
}

async fn read<A: Action>(work: &mut Work<'_, A>, sql: Sql, with: &[Value]) -> Result<Vec<Entry>, Error> {
    let mut rows = work.tx.all(sql, with).await?;
    // The page is found first, so that what was written does not travel through the engine's sorting; the join that
    // fetches it has no order. Day, time, when it was recorded, id.
    rows.sort_by(|a, b| {
        [8, 9, 10, 0].map(|column| &b.0[column]).cmp(&[8, 9, 10, 0].map(|column| &a.0[column]))
    });
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        entries.push(open(work, row).await?);
    }
    work.counts(entries.len());
    Ok(entries)
}

async fn open<A: Action>(work: &mut Work<'_, A>, mut row: Row) -> Result<Entry, Error> {
    let id: EntryId = row.get(0)?;
    let withdrawn = match row.get::<Option<Timestamp>>(19)? {
        None => None,
        Some(at) => Some(Withdrawn {
            at,
            by: row.take(20)?,
            ground: row.take(21)?,
            why: work.text(why_place(id), row.take(22)?).await?,
        }),
    };
    let (facts, opinion) = match &withdrawn {
        // The text did not even come from the database.
        Some(_) => (Text::default(), Text::default()),
        None => {
            let version: Uuid = row.get(15)?;
            let (facts, opinion) = (row.take(16)?, row.take(17)?);
            (work.text(facts_place(version), facts).await?, work.text(opinion_place(version), opinion).await?)
        }
    };
    work.names(id.uuid());
    Ok(Entry {
        id,
        part: row.get(1)?,
        domain: row.get(2)?,
        kind: row.take(3)?,
        source: row.take(4)?,
        author: row.get(5)?,
        author_name: row.take(6)?,
        author_function: row.take(7)?,
        happened_on: row.get(8)?,
        happened_time: row.take(9)?,
        recorded_at: row.get(10)?,
        changed_at: row.get(11)?,
        version: row.get(12)?,
        visible_from: row.get(13)?,
        delay_ground: row.take(14)?,
        delay_announced: row.get(18)?,
        facts,
        opinion,
        delay_lapses_at: row.get(23)?,
        delay_decided: row.get::<Option<Timestamp>>(24)?.zip(row.get::<Option<String>>(25)?),
        withdrawn,
    })
}

const fn facts_place(version: Uuid) -> Place {
    Place { table: "entry_version", row: version, column: "facts" }
}

/// Where the two texts of a version stand.
pub(super) const fn text_places(version: Uuid) -> [Place; 2] {
    [facts_place(version), opinion_place(version)]
}

const fn opinion_place(version: Uuid) -> Place {
    Place { table: "entry_version", row: version, column: "opinion" }
}

const fn why_place(entry: EntryId) -> Place {
    Place { table: "entry", row: entry.uuid(), column: "withdrawn_why" }
}

const fn reason_place(version: Uuid) -> Place {
    Place { table: "entry_version", row: version, column: "reason" }
}
