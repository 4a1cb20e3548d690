//! The findings as people read and judge them. What the reader does not judge, the reader does not see.

use domain::log_review::{Finding, Verdict};
use domain::{AccountId, FindingId, Function, PersonId, StaffId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{JudgeFinding, ListFindings, OfFinding, ReadFinding};
use policy::{Action, May};
use uuid::Uuid;
use vault::{Place, Sealed};

use super::{bounds, is_the_actors, posts_between};
use crate::client::{breaches, keys};
use crate::error::Error;
use crate::reading::Text;
use crate::value::Row;
use crate::work::Work;
use crate::{pair, params, sql};

/// A finding in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Line {
    pub id: FindingId,
    pub day: Date,
    pub finding: Finding,
    pub times: u32,
    /// How many of these were refused.
    pub refused: u32,
    /// The threshold of that day.
    pub ordinary: u32,
    pub staff: StaffId,
    pub staff_name: String,
    pub function: Function,
    pub team_name: String,
    /// What was said last; none: nothing yet.
    pub verdict: Option<Verdict>,
}

/// Which findings a list holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Which {
    /// Somebody must still say what it was.
    Waiting,
    /// The last that were settled.
    Settled,
}

/// What somebody said of a finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Said {
    pub verdict: Verdict,
    pub sentence: Text,
    pub by: String,
    pub function: Function,
    pub at: Timestamp,
}

/// One finding with everything that was said, the oldest first.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct One {
    pub line: Line,
    pub said: Vec<Said>,
    pub settled: bool,
}

/// What somebody says.
#[derive(Clone, Debug)]
pub struct NewVerdict {
    pub verdict: Verdict,
    pub sentence: String,
    /// How many verdicts the judge had read: another one since is read first.
    pub read: u32,
}

/// What came of a verdict.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Judged {
    Kept,
    /// Somebody else said something since.
    Overtaken,
}

pub(in crate::client) const fn verdict_place(id: Uuid) -> Place {
    Place { table: "log_verdict", row: id, column: "sentence" }
}

/// The findings that are the reader's to judge, the newest day first: those that wait, or the last that were settled. Says
/// whether there are more. Two statements, however many there are.
pub async fn list<A: May<ListFindings>>(
    work: &mut Work<'_, A>,
    which: Which,
    (skip, take): (u32, u32),
) -> Result<(Vec<Line>, bool), Error> {
    let reader = work.staff()?;
    let (controller, oversees) = (reader.controller, reader.function.oversees());
    let (person, team, coordinates) = (reader.person, reader.team, reader.coordinates_now());
    // Whose they are is decided below, by the posts of that day. What surely is another's is left out here, so that the
    // pages are full: a day in Amsterdam begins one or two hours before that of UTC.
    let statement = match which {
        Which::Settled => pair! {
            sqlite: "SELECT f.id, f.day, f.finding, f.times, f.refused, f.ordinary, f.staff, s.name, s.function, t.name,
                    (SELECT v.verdict FROM log_verdict v WHERE v.finding = f.id ORDER BY v.turn DESC LIMIT 1),
                    f.account, s.person
               FROM log_finding f
               JOIN staff s ON s.id = f.staff
               LEFT JOIN team t ON t.id = s.team
              WHERE f.controller = $1 AND f.settled_at IS NOT NULL AND s.person <> $2
                AND ($3 OR EXISTS (SELECT 1
                                     FROM staff p
                                    WHERE p.account = f.account AND p.controller = $1 AND p.team = $4
                                      AND ($5 OR p.function = 'coordinator')
                                      AND p.valid_from < (CAST(strftime('%s', f.day) AS INTEGER) + 82800) * 1000
                                      AND (p.valid_until IS NULL
                                           OR p.valid_until > (CAST(strftime('%s', f.day) AS INTEGER) - 7200) * 1000)))
              ORDER BY f.day DESC, s.name, f.finding, f.id
              LIMIT $6 OFFSET $7",
            postgres: "SELECT f.id, f.day, f.finding, f.times, f.refused, f.ordinary, f.staff, s.name, s.function, t.name,
                    (SELECT v.verdict FROM log_verdict v WHERE v.finding = f.id ORDER BY v.turn DESC LIMIT 1),
                    f.account, s.person
               FROM log_finding f
               JOIN staff s ON s.id = f.staff
               LEFT JOIN team t ON t.id = s.team
              WHERE f.controller = $1 AND f.settled_at IS NOT NULL AND s.person <> $2
                AND ($3 OR EXISTS (SELECT 1
                                     FROM staff p
                                    WHERE p.account = f.account AND p.controller = $1 AND p.team = $4
                                      AND ($5 OR p.function = 'coordinator')
                                      AND p.valid_from < (CAST(EXTRACT(EPOCH FROM CAST(f.day AS TIMESTAMP)) AS BIGINT) + 82800) * 1000
                                      AND (p.valid_until IS NULL
                                           OR p.valid_until > (CAST(EXTRACT(EPOCH FROM CAST(f.day AS TIMESTAMP)) AS BIGINT) - 7200) * 1000)))
              ORDER BY f.day DESC, s.name, f.finding, f.id
              LIMIT $6 OFFSET $7",
        },
        Which::Waiting => pair! {
            sqlite: "SELECT f.id, f.day, f.finding, f.times, f.refused, f.ordinary, f.staff, s.name, s.function, t.name,
                    (SELECT v.verdict FROM log_verdict v WHERE v.finding = f.id ORDER BY v.turn DESC LIMIT 1),
                    f.account, s.person
               FROM log_finding f
               JOIN staff s ON s.id = f.staff
               LEFT JOIN team t ON t.id = s.team
              WHERE f.controller = $1 AND f.settled_at IS NULL AND s.person <> $2
                AND ($3 OR EXISTS (SELECT 1
                                     FROM staff p
                                    WHERE p.account = f.account AND p.controller = $1 AND p.team = $4
                                      AND ($5 OR p.function = 'coordinator')
                                      AND p.valid_from < (CAST(strftime('%s', f.day) AS INTEGER) + 82800) * 1000
                                      AND (p.valid_until IS NULL
                                           OR p.valid_until > (CAST(strftime('%s', f.day) AS INTEGER) - 7200) * 1000)))
              ORDER BY f.day DESC, s.name, f.finding, f.id
              LIMIT $6 OFFSET $7",
            postgres: "SELECT f.id, f.day, f.finding, f.times, f.refused, f.ordinary, f.staff, s.name, s.function, t.name,
                    (SELECT v.verdict FROM log_verdict v WHERE v.finding = f.id ORDER BY v.turn DESC LIMIT 1),
                    f.account, s.person
               FROM log_finding f
               JOIN staff s ON s.id = f.staff
               LEFT JOIN team t ON t.id = s.team
              WHERE f.controller = $1 AND f.settled_at IS NULL AND s.person <> $2
                AND ($3 OR EXISTS (SELECT 1
                                     FROM staff p
                                    WHERE p.account = f.account AND p.controller = $1 AND p.team = $4
                                      AND ($5 OR p.function = 'coordinator')
                                      AND p.valid_from < (CAST(EXTRACT(EPOCH FROM CAST(f.day AS TIMESTAMP)) AS BIGINT) + 82800) * 1000
                                      AND (p.valid_until IS NULL
                                           OR p.valid_until > (CAST(EXTRACT(EPOCH FROM CAST(f.day AS TIMESTAMP)) AS BIGINT) - 7200) * 1000)))
              ORDER BY f.day DESC, s.name, f.finding, f.id
              LIMIT $6 OFFSET $7",
        },
    };
    // One more than fits tells whether there is more.
    let (one_more, skip) = (i64::from(take) + 1, i64::from(skip));
    let values = params![controller, person, oversees, team, coordinates, one_more, skip];
    let mut rows = work.tx.all(statement, values).await?;
    let more = rows.len() > take as usize;
    rows.truncate(take as usize);
    let mut all = Vec::with_capacity(rows.len());
    if let (Some(newest), Some(oldest)) = (rows.first(), rows.last()) {
        let days = (oldest.get(1)?, newest.get(1)?);
        let held = posts_between(&mut work.tx, controller, days).await?;
        for row in &rows {
            let (day, account, person): (Date, AccountId, PersonId) =
                (row.get(1)?, row.get(11)?, row.get(12)?);
            let day = bounds(day)?;
            let held = held.get(&account).map_or(&[][..], Vec::as_slice);
            if is_the_actors(work, person, held.iter().filter(|it| it.was_on(day)).map(|it| &it.post))? {
                all.push(line(row)?);
            }
        }
    }
    work.counts(all.len());
    Ok((all, more))
}

fn line(row: &Row) -> Result<Line, Error> {
    let verdict: Option<String> = row.get(10)?;
    Ok(Line {
        id: row.get(0)?,
        day: row.get(1)?,
        finding: row.get::<String>(2)?.parse().map_err(|_| Error::Column { column: 2 })?,
        times: number(row, 3)?,
        refused: number(row, 4)?,
        ordinary: number(row, 5)?,
        staff: row.get(6)?,
        staff_name: row.get(7)?,
        function: row.get(8)?,
        team_name: row.get::<Option<String>>(9)?.unwrap_or_default(),
        verdict: verdict.map(|code| code.parse()).transpose().map_err(|_| Error::Column { column: 10 })?,
    })
}

fn number(row: &Row, column: usize) -> Result<u32, Error> {
    u32::try_from(row.get::<i64>(column)?).map_err(|_| Error::Column { column })
}

/// The finding that the work is about.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<One, Error>
where
    A: May<ReadFinding> + Action<About = OfFinding>,
{
    let id = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT f.id, f.day, f.finding, f.times, f.refused, f.ordinary, f.staff, s.name, s.function, t.name,
                        (SELECT v.verdict FROM log_verdict v WHERE v.finding = f.id ORDER BY v.turn DESC LIMIT 1),
                        f.settled_at
                   FROM log_finding f
                   JOIN staff s ON s.id = f.staff
                   LEFT JOIN team t ON t.id = s.team
                  WHERE f.id = $1"
            ),
            params![id],
        )
        .await?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT v.id, v.verdict, v.sentence, s.name, s.function, v.recorded_at
                   FROM log_verdict v
                   JOIN staff s ON s.id = v.author
                  WHERE v.finding = $1
                  ORDER BY v.turn"
            ),
            params![id],
        )
        .await?;
    let mut said = Vec::with_capacity(rows.len());
    for row in rows {
        let (verdict_id, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(2)?);
        said.push(Said {
            verdict: row.get::<String>(1)?.parse().map_err(|_| Error::Column { column: 1 })?,
            sentence: work.text(verdict_place(verdict_id), sealed).await?,
            by: row.get(3)?,
            function: row.get(4)?,
            at: row.get(5)?,
        });
    }
    Ok(One { line: line(&row)?, said, settled: row.get::<Option<Timestamp>>(11)?.is_some() })
}

/// Says what the finding was. Nothing is said after what settles it, nor over what the judge had not read. What should
/// not have been looked at is received as a breach in the same transaction (BRE-01); where nothing was seen it is none.
pub async fn judge<A>(work: &mut Work<'_, A>, new: &NewVerdict) -> Result<Judged, Error>
where
    A: May<JudgeFinding> + Action<About = OfFinding>,
{
    let (finding, author, now) = (work.about().0, work.staff_id()?, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT f.settled_at, (SELECT COUNT(*) FROM log_verdict v WHERE v.finding = f.id),
                        f.finding, f.times, f.refused
                   FROM log_finding f
                  WHERE f.id = $1"
            ),
            params![finding],
        )
        .await?;
    let (settled, many): (Option<Timestamp>, i64) = (row.get(0)?, row.get(1)?);
    let what: Finding = row.get::<String>(2)?.parse().map_err(|_| Error::Column { column: 2 })?;
    let showed = what.showed(number(&row, 3)?, number(&row, 4)?);
    if settled.is_some() || many != i64::from(new.read) {
        return Ok(Judged::Overtaken);
    }
    let (id, controller) = (work.new_id(), work.staff()?.controller);
    let key = keys::of_owner(work, controller.uuid(), "oversight").await?;
    let sentence = work.seal(&key, verdict_place(id), &new.sentence);
    let kept = work
        .tx
        .run(
            sql!(
                "INSERT INTO log_verdict (id, finding, turn, verdict, sentence, author, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7)
                     ON CONFLICT (finding, turn) DO NOTHING"
            ),
            params![id, finding, many + 1, new.verdict.code(), sentence, author, now],
        )
        .await?;
    if kept == 0 {
        return Ok(Judged::Overtaken);
    }
    if new.verdict.is_final() {
        work.tx
            .run_one(
                sql!(
                    "UPDATE log_finding
                        SET settled_at = $2
                      WHERE id = $1 AND settled_at IS NULL"
                ),
                params![finding, now],
            )
            .await?;
    }
    if new.verdict == Verdict::Wrong && showed {
        breaches::receive(work, breaches::Source::Finding(finding)).await?;
    }
    work.because(new.verdict.code());
    Ok(Judged::Kept)
}
