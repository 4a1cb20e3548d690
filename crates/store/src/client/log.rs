//! Lines of the record, per client, per member of staff, and per team and day (NHG reference model): who did what
//! when and what came of it, refused attempts included. Ids, codes and numbers; never what was written.

use std::collections::{BTreeSet, HashMap};

use domain::{
    AccountId, ClientId, ControllerId, DossierId, Function, LegalDomain, PersonId, Pseudonym, StaffId, TeamId,
};
use jiff::Timestamp;
use ledger::Record;
use policy::actions::{AtDesk, ChooseLog, OfPostEver, OfTeam, ReadClientLog, ReadTeamLog, ReadWorkerLog};
use policy::{Action, May, Thing};

use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// Lines read at a time, while looking for enough of them that belong to the view.
const CHUNK: i64 = 256;

/// One line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct LogLine {
    /// Its number in the record.
    pub number: i64,
    pub at: Timestamp,
    /// Who; empty for a client, a clock and somebody who was not known.
    pub staff_name: String,
    /// The function then, or the name of the clock.
    pub function: String,
    pub team_name: String,
    pub event: String,
    /// C, R, U, D or E, as NEN 7513 has it.
    pub kind: String,
    /// `done`, `denied` or `failed`.
    pub outcome: String,
    pub reason: String,
    pub emergency: bool,
    pub domains: Vec<LegalDomain>,
    /// The client's number; none: about no client, or of no concern of the reader.
    pub client: Option<i64>,
}

/// Which lines, newest first.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Window {
    pub from: Timestamp,
    /// The first moment that is too late.
    pub until: Timestamp,
    /// Goes on below this line: its moment and its number.
    pub below: Option<(Timestamp, i64)>,
    pub take: u32,
}

impl Window {
    fn below(&self) -> (Timestamp, i64) {
        self.below.unwrap_or((self.until, i64::MAX))
    }
}

/// Whose lines can be chosen.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Choosable {
    /// Posts of the own organisation by name, also of who left.
    pub posts: Vec<(StaffId, String, Function)>,
    pub teams: Vec<(TeamId, String)>,
}

/// The posts and teams of the own organisation.
pub async fn choosable<A: May<ChooseLog>>(work: &mut Work<'_, A>) -> Result<Choosable, Error> {
    let controller = work.staff()?.controller;
    let posts = work
        .tx
        .all(
            sql!(
                "SELECT id, name, function
                   FROM staff
                  WHERE controller = $1
                  ORDER BY name, id"
            ),
            params![controller],
        )
        .await?;
    let teams = work
        .tx
        .all(
            sql!(
                "SELECT id, name
                   FROM team
                  WHERE controller = $1
                  ORDER BY name, id"
            ),
            params![controller],
        )
        .await?;
    Ok(Choosable {
        posts: posts
            .iter()
            .map(|row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
            .collect::<Result<_, Error>>()?,
        teams: teams.iter().map(|row| Ok((row.get(0)?, row.get(1)?))).collect::<Result<_, Error>>()?,
    })
}

/// The lines about the client with this number at the own organisation. Nobody with that number, and somebody behind a
/// wall, are the same: no lines.
pub async fn of_client<A>(work: &mut Work<'_, A>, number: i64, window: Window) -> Result<Vec<LogLine>, Error>
where
    A: May<ReadClientLog> + Action<About = AtDesk>,
{
    let controller = work.staff()?.controller;
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT d.id, c.pseudonym
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                  WHERE d.controller = $1 AND d.number = $2"
            ),
            params![controller, number],
        )
        .await?;
    let Some(row) = found else { return Ok(Vec::new()) };
    let (dossier, subject): (DossierId, Pseudonym) = (row.get(0)?, row.get(1)?);
    let parts = work.things_of(dossier).await?;
    let domains =
        parts.iter().filter_map(|it| if let Thing::Part(part) = it { Some(part.domain) } else { None });
    work.concerns(subject, dossier.uuid(), domains.collect());
    for part in &parts {
        if !work.may(part) {
            return Ok(Vec::new());
        }
    }
    let (_, below) = window.below();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT l.number, l.at, s.name, l.function, t.name, l.event, l.kind, l.outcome, l.reason,
                        l.emergency, l.domains
                   FROM look_at_client l
                   LEFT JOIN staff s ON s.id = l.staff
                   LEFT JOIN team t ON t.id = l.team
                  WHERE l.subject = $1 AND l.number < $2 AND l.at >= $3 AND l.at < $4
                  ORDER BY l.number DESC
                  LIMIT $5"
            ),
            params![subject, below, window.from, window.until, i64::from(window.take)],
        )
        .await?;
    work.counts(rows.len());
    rows.iter().map(|row| of_projection(row, number)).collect()
}

fn of_projection(row: &Row, client: i64) -> Result<LogLine, Error> {
    let domains: String = row.get(10)?;
    Ok(LogLine {
        number: row.get(0)?,
        at: row.get(1)?,
        staff_name: row.get::<Option<String>>(2)?.unwrap_or_default(),
        function: row.get(3)?,
        team_name: row.get::<Option<String>>(4)?.unwrap_or_default(),
        event: row.get(5)?,
        kind: row.get(6)?,
        outcome: row.get(7)?,
        reason: row.get(8)?,
        emergency: row.get(9)?,
        domains: domains.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
        client: Some(client),
    })
}

/// The lines of one member of staff, in this post. Lines before a post was chosen, such as a refused sign-in, are told
/// with each post of the account.
pub async fn of_worker<A>(work: &mut Work<'_, A>, window: Window) -> Result<Vec<LogLine>, Error>
where
    A: May<ReadWorkerLog> + Action<About = OfPostEver>,
{
    let staff = work.about().0;
    let row = work
        .tx
        .one(
            sql!(
                "SELECT account
                   FROM staff
                  WHERE id = $1"
            ),
            params![staff],
        )
        .await?;
    let account: AccountId = row.get(0)?;
    let mine = |record: &Record| record.staff.is_none_or(|of| of == staff.uuid());
    let found = of_account(work, account, window, &mine).await?;
    told(work, found, Reader::Officer).await
}

/// The lines of everybody of the team within the window: of who was of it then.
pub async fn of_team<A>(work: &mut Work<'_, A>, window: Window) -> Result<Vec<LogLine>, Error>
where
    A: May<ReadTeamLog> + Action<About = OfTeam>,
{
    let team = work.about().0.ok_or(Error::Rows { expected: 1, met: 0 })?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT DISTINCT account
                   FROM staff
                  WHERE team = $1 AND valid_from < $3 AND (valid_until IS NULL OR valid_until > $2)"
            ),
            params![team, window.from, window.until],
        )
        .await?;
    let ours = |record: &Record| record.team == Some(team.uuid());
    let mut all = Vec::new();
    for row in rows {
        all.extend(of_account(work, row.get(0)?, window, &ours).await?);
    }
    all.sort_by_key(|(number, record)| std::cmp::Reverse((record.occurred_at, *number)));
    all.truncate(window.take as usize);
    let officer = work.staff()?.function.oversees();
    told(work, all, if officer { Reader::Officer } else { Reader::Coordinator(team) }).await
}

/// The newest lines of an account that belong to the view, as many as are taken.
async fn of_account<A: Action>(
    work: &mut Work<'_, A>,
    account: AccountId,
    window: Window,
    belongs: &(dyn Fn(&Record) -> bool + Sync),
) -> Result<Vec<(i64, Record)>, Error> {
    let (mut at, mut number) = window.below();
    let mut found = Vec::new();
    loop {
        let rows = work
            .tx
            .all(
                sql!(
                    "SELECT d.number, d.at, r.bytes
                       FROM deed_of_actor d
                       JOIN leaf l ON l.number = d.number
                       JOIN record r ON r.row_no = l.row_no
                      WHERE d.account = $1 AND d.at >= $2 AND d.at <= $3
                        AND (d.at < $3 OR d.number < $4)
                      ORDER BY d.at DESC, d.number DESC
                      LIMIT $5"
                ),
                params![account, window.from, at, number, CHUNK],
            )
            .await?;
        for row in &rows {
            (number, at) = (row.get(0)?, row.get(1)?);
            let bytes: Vec<u8> = row.get(2)?;
            let record = Record::decode(&bytes).map_err(|e| Error::Record(e.to_string()))?;
            if at < window.until && belongs(&record) {
                found.push((number, record));
                if found.len() >= window.take as usize {
                    return Ok(found);
                }
            }
        }
        if rows.len() < usize::try_from(CHUNK).unwrap_or(usize::MAX) {
            return Ok(found);
        }
    }
}

/// Who reads, which decides of which clients the number is told.
#[derive(Clone, Copy)]
enum Reader {
    /// Those of the own organisation.
    Officer,
    /// Those of the own team (ACC-09).
    Coordinator(TeamId),
}

/// The lines in words' reach: names of staff and teams, numbers of clients. Each client whose number is told stands on
/// the record with a line of their own.
async fn told<A: Action>(
    work: &mut Work<'_, A>,
    found: Vec<(i64, Record)>,
    reader: Reader,
) -> Result<Vec<LogLine>, Error> {
    let (mut names, mut teams, mut clients) = (HashMap::new(), HashMap::new(), HashMap::new());
    let mut concerned = BTreeSet::new();
    let mut lines = Vec::with_capacity(found.len());
    for (number, record) in found {
        let staff_name = match record.staff {
            Some(staff) => name_of(work, &mut names, StaffId(staff)).await?,
            None => String::new(),
        };
        let team_name = match record.team {
            Some(team) => team_of(work, &mut teams, TeamId(team)).await?,
            None => String::new(),
        };
        let client = match record.subject {
            Some(subject) => number_of(work, &mut clients, Pseudonym(subject), reader).await?,
            None => None,
        };
        if let (Some(_), Some(subject)) = (client, record.subject) {
            concerned.insert(subject);
        }
        lines.push(LogLine {
            number,
            at: Timestamp::from_millisecond(record.occurred_at).map_err(|e| Error::Record(e.to_string()))?,
            staff_name,
            function: record.function,
            team_name,
            event: record.event,
            kind: record.kind.code().to_owned(),
            outcome: record.outcome.code().to_owned(),
            reason: record.reason,
            emergency: record.emergency,
            domains: record.domains.iter().filter_map(|code| code.parse().ok()).collect(),
            client,
        });
    }
    for subject in concerned {
        work.also_concerns(Pseudonym(subject));
    }
    work.counts(lines.len());
    Ok(lines)
}

async fn name_of<A: Action>(
    work: &mut Work<'_, A>,
    known: &mut HashMap<StaffId, String>,
    staff: StaffId,
) -> Result<String, Error> {
    if let Some(name) = known.get(&staff) {
        return Ok(name.clone());
    }
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT name
                   FROM staff
                  WHERE id = $1"
            ),
            params![staff],
        )
        .await?;
    let name = row.map(|row| row.get(0)).transpose()?.unwrap_or_default();
    Ok(known.entry(staff).or_insert(name).clone())
}

async fn team_of<A: Action>(
    work: &mut Work<'_, A>,
    known: &mut HashMap<TeamId, String>,
    team: TeamId,
) -> Result<String, Error> {
    if let Some(name) = known.get(&team) {
        return Ok(name.clone());
    }
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT name
                   FROM team
                  WHERE id = $1"
            ),
            params![team],
        )
        .await?;
    let name = row.map(|row| row.get(0)).transpose()?.unwrap_or_default();
    Ok(known.entry(team).or_insert(name).clone())
}

/// The number of a client, where it is the reader's to know: never their own.
async fn number_of<A: Action>(
    work: &mut Work<'_, A>,
    known: &mut HashMap<Pseudonym, Option<i64>>,
    subject: Pseudonym,
    reader: Reader,
) -> Result<Option<i64>, Error> {
    if let Some(number) = known.get(&subject) {
        return Ok(*number);
    }
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT d.number, d.controller, d.team, c.person, c.id
                   FROM client c
                   JOIN dossier d ON d.client = c.id
                  WHERE c.pseudonym = $1"
            ),
            params![subject],
        )
        .await?;
    let number = match row {
        Some(row) => {
            let (controller, team, person): (ControllerId, TeamId, PersonId) =
                (row.get(1)?, row.get(2)?, row.get(3)?);
            let post = work.staff()?;
            let ours = match reader {
                Reader::Officer => controller == post.controller,
                Reader::Coordinator(own) => controller == post.controller && team == own,
            };
            let own = person == post.person;
            let walled = ours && !own && conflicted(work, row.get(4)?).await?;
            if ours && !own && !walled { Some(row.get(0)?) } else { None }
        }
        None => None,
    };
    known.insert(subject, number);
    Ok(number)
}

/// Whether the reader declared a conflict about this client (ACC-05).
async fn conflicted<A: Action>(work: &mut Work<'_, A>, client: ClientId) -> Result<bool, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    work.tx
        .one(
            sql!(
                "SELECT EXISTS (SELECT 1
                                  FROM conflict k
                                  JOIN client_index x ON x.token = k.token AND x.kind = k.about
                                 WHERE k.staff = $1 AND x.client = $2 AND k.superseded_at IS NULL
                                   AND k.valid_from <= $3 AND (k.valid_until IS NULL OR k.valid_until > $3))"
            ),
            params![staff, client, now],
        )
        .await?
        .get(0)
}
