//! The accesses of a day as the record tells them, in the words of the rule: of one account, or of everybody of a team or
//! an organisation. However many there are, the same number of statements.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

use domain::days::INVOLVEMENT_GRACE;
use domain::emergency::SENT_AGAIN;
use domain::log_review::{Access, EMERGENCY_DAYS};
use domain::{AccountId, ControllerId, Pseudonym, TeamId};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use ledger::{Outcome, Record};
use policy::Action;
use uuid::Uuid;

use super::bounds;
use super::clients::{Clients, Tokens};
use super::namesake::Names;
use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// Deeds that look for somebody.
const SEARCHES: [&str; 4] = ["CheckExistence", "ActivateResident", "OpenEmergency", "AskApproval"];
/// Deeds of emergency access: an attempt, and a question to the coordinator.
const EMERGENCIES: [&str; 2] = ["OpenEmergency", "AskApproval"];
/// Why a dossier is looked at. Overseeing and explaining are recorded, and stand out on no worker's day.
const PURPOSES: [&str; 4] = ["support", "assignment", "identification", "intake"];

/// Whose accesses, on which day: of the accounts from the first to the last that had a post at the controller then.
#[derive(Clone, Copy)]
pub(super) struct Scope {
    pub(super) controller: ControllerId,
    pub(super) day: Date,
    pub(super) first: AccountId,
    pub(super) last: AccountId,
    /// Only who had a post in this team.
    pub(super) team: Option<TeamId>,
}

impl Scope {
    /// One account.
    pub(super) fn one(controller: ControllerId, day: Date, account: AccountId) -> Self {
        Self { controller, day, first: account, last: account, team: None }
    }

    /// Everybody, or everybody of a team.
    pub(super) fn everybody(controller: ControllerId, day: Date, team: Option<TeamId>) -> Self {
        Self { controller, day, first: AccountId(Uuid::nil()), last: AccountId(Uuid::max()), team }
    }
}

/// What each account did that day at the controller, and its emergencies of the days before. `names`: of everybody who
/// is looked at; who is not in it is left out.
pub(super) async fn of_day<A: Action>(
    work: &mut Work<'_, A>,
    scope: Scope,
    names: &HashMap<AccountId, Names>,
    tokens: Tokens,
) -> Result<HashMap<AccountId, Vec<Access>>, Error> {
    let lines = lines(work, scope, names).await?;
    let met =
        lines.iter().filter_map(|(_, record)| record.subject.filter(|_| is_about(record)).map(Pseudonym));
    let clients = Clients::of(work, scope, met.collect(), tokens).await?;
    let mut days: HashMap<AccountId, Told> = HashMap::new();
    for (account, record) in &lines {
        let namesake = record.subject.is_some_and(|subject| {
            names.get(account).is_some_and(|of| clients.shares(work, *account, of, Pseudonym(subject)))
        });
        days.entry(*account).or_default().add(record, &clients, namesake)?;
    }
    let emergency = days.values().any(|told| told.emergency);
    let mut all: HashMap<AccountId, Vec<Access>> =
        days.into_iter().map(|(account, told)| (account, told.all)).collect();
    if emergency {
        for (account, access) in emergencies(work, scope).await? {
            if let Some(of) = all.get_mut(&account) {
                of.push(access);
            }
        }
    }
    Ok(all)
}

/// The lines of the record that count, in order.
async fn lines<A: Action>(
    work: &mut Work<'_, A>,
    scope: Scope,
    names: &HashMap<AccountId, Names>,
) -> Result<Vec<(AccountId, Record)>, Error> {
    let (from, until) = bounds(scope.day)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.account, r.bytes
                   FROM deed_of_actor d
                   JOIN leaf l ON l.number = d.number
                   JOIN record r ON r.row_no = l.row_no
                  WHERE d.at >= $2 AND d.at < $3
                    AND d.account IN (SELECT s.account
                                        FROM staff s
                                       WHERE s.controller = $1 AND s.account >= $4 AND s.account <= $5
                                         AND (s.team = $6 OR $6 IS NULL)
                                         AND s.valid_from < $3 AND (s.valid_until IS NULL OR s.valid_until > $2))
                    AND (d.subject IS NOT NULL
                         OR d.event IN ('CheckExistence', 'ActivateResident', 'OpenEmergency', 'AskApproval'))
                  ORDER BY d.at, d.number"
            ),
            params![scope.controller, from, until, scope.first, scope.last, scope.team],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let (account, record) = decode(&row)?;
        if counts(&record, scope.controller) && names.contains_key(&account) {
            all.push((account, record));
        }
    }
    Ok(all)
}

/// What is known of one account's day while its lines are read.
#[derive(Default)]
struct Told {
    all: Vec<Access>,
    searched: HashSet<Uuid>,
    /// Where the look of one request at one client stands.
    looks: HashMap<(Uuid, Uuid), usize>,
    emergency: bool,
}

impl Told {
    /// One request may put several lines on the record; it is one search, and one look at each client.
    fn add(&mut self, record: &Record, clients: &Clients, namesake: bool) -> Result<(), Error> {
        let (at, event) = (instant(record)?, record.event.as_str());
        if is_search(record) && self.searched.insert(record.correlation) {
            self.all.push(Access::Search { at, found: record.count > 0 });
            self.emergency |= EMERGENCIES.contains(&event);
        }
        let Some(subject) = record.subject.filter(|_| is_about(record)) else { return Ok(()) };
        let sought = !is_look(record);
        match self.looks.entry((record.correlation, subject)) {
            Entry::Occupied(first) => {
                if let Some(Access::Look { sought: only, .. }) = self.all.get_mut(*first.get()) {
                    *only &= sought;
                }
            }
            Entry::Vacant(new) => {
                let of = Pseudonym(subject);
                // A question to the coordinator tells the asker nothing.
                let refused = record.outcome == Outcome::Denied || event == "AskApproval";
                let closed = clients.closed_at(of);
                let long_closed = closed.is_some_and(|closed| at >= closed + INVOLVEMENT_GRACE);
                new.insert(self.all.len());
                self.all.push(Access::Look { at, of, refused, long_closed, namesake, sought });
            }
        }
        Ok(())
    }
}

/// Whether it was done at this controller, and was not the same form once more.
fn counts(record: &Record, controller: ControllerId) -> bool {
    record.controller == Some(controller.uuid()) && record.reason != SENT_AGAIN
}

fn is_search(record: &Record) -> bool {
    SEARCHES.contains(&record.event.as_str())
}

fn is_look(record: &Record) -> bool {
    record.object_kind == "dossier" && PURPOSES.contains(&record.purpose.as_str())
}

/// Whether it matters of whom it was: also where a search met them and went no further.
fn is_about(record: &Record) -> bool {
    is_look(record) || is_search(record)
}

/// The emergencies of the days that are counted together, of who had one that day: it reads a month.
async fn emergencies<A: Action>(
    work: &mut Work<'_, A>,
    scope: Scope,
) -> Result<Vec<(AccountId, Access)>, Error> {
    let first = scope.day.checked_sub((EMERGENCY_DAYS - 1).days()).unwrap_or(scope.day);
    let ((month, _), (from, until)) = (bounds(first)?, bounds(scope.day)?);
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT d.account, r.bytes
                   FROM deed_of_actor d
                   JOIN leaf l ON l.number = d.number
                   JOIN record r ON r.row_no = l.row_no
                  WHERE d.at >= $7 AND d.at < $3 AND d.event IN ('OpenEmergency', 'AskApproval')
                    AND d.account IN (SELECT e.account
                                        FROM deed_of_actor e
                                        JOIN staff s ON s.account = e.account
                                       WHERE s.controller = $1 AND s.account >= $4 AND s.account <= $5
                                         AND (s.team = $6 OR $6 IS NULL)
                                         AND s.valid_from < $3 AND (s.valid_until IS NULL OR s.valid_until > $2)
                                         AND e.at >= $2 AND e.at < $3
                                         AND e.event IN ('OpenEmergency', 'AskApproval'))
                  ORDER BY d.at, d.number"
            ),
            params![scope.controller, from, until, scope.first, scope.last, scope.team, month],
        )
        .await?;
    let (mut all, mut told) = (Vec::new(), HashSet::new());
    for row in rows {
        let (account, record) = decode(&row)?;
        if counts(&record, scope.controller) && told.insert(record.correlation) {
            let refused = record.event == "AskApproval" || record.outcome != Outcome::Done;
            all.push((account, Access::Emergency { at: instant(&record)?, refused }));
        }
    }
    Ok(all)
}

fn decode(row: &Row) -> Result<(AccountId, Record), Error> {
    let bytes: Vec<u8> = row.get(1)?;
    let record = Record::decode(&bytes).map_err(|e| Error::Record(e.to_string()))?;
    Ok((row.get(0)?, record))
}

fn instant(record: &Record) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(record.occurred_at).map_err(|e| Error::Record(e.to_string()))
}
