//! The accesses of one account on one day as the record tells them, in the words of the rule.

use std::collections::{HashMap, HashSet};

use domain::days::INVOLVEMENT_GRACE;
use domain::log_review::{Access, EMERGENCY_DAYS};
use domain::{AccountId, ControllerId, Pseudonym};
use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};
use ledger::{Outcome, Record};
use policy::Action;
use uuid::Uuid;

use super::bounds;
use super::namesake::{Names, Tokens, shares};
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Deeds that look for somebody.
const SEARCHES: [&str; 4] = ["CheckExistence", "ActivateResident", "OpenEmergency", "AskApproval"];
/// Deeds of emergency access: an attempt, and a question to the coordinator.
const EMERGENCIES: [&str; 2] = ["OpenEmergency", "AskApproval"];
/// Why a dossier is looked at. Overseeing and explaining are recorded, and stand out on no worker's day.
const PURPOSES: [&str; 4] = ["support", "assignment", "identification", "intake"];

/// What the account did that day at this controller, and its emergencies of the days before.
pub(super) async fn of_day<A: Action>(
    work: &mut Work<'_, A>,
    account: AccountId,
    controller: ControllerId,
    names: &Names,
    day: Date,
    tokens: Tokens,
) -> Result<Vec<Access>, Error> {
    let (from, until) = bounds(day)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT r.bytes
                   FROM deed_of_actor d
                   JOIN leaf l ON l.number = d.number
                   JOIN record r ON r.row_no = l.row_no
                  WHERE d.account = $1 AND d.at >= $2 AND d.at < $3
                    AND (d.subject IS NOT NULL
                         OR d.event IN ('CheckExistence', 'ActivateResident', 'OpenEmergency', 'AskApproval'))
                  ORDER BY d.at, d.number"
            ),
            params![account, from, until],
        )
        .await?;
    let mut all = Vec::new();
    let (mut told, mut clients) = (HashSet::new(), HashMap::new());
    let mut emergency = false;
    for row in rows {
        let record = decode(row.get(0)?)?;
        if record.controller != Some(controller.uuid()) {
            continue;
        }
        let at = instant(&record)?;
        let event = record.event.as_str();
        // One request may put several lines on the record; it is one search, and one look at each client.
        if SEARCHES.contains(&event) && told.insert((record.correlation, Uuid::nil())) {
            all.push(Access::Search { at, found: record.count > 0 });
            emergency |= EMERGENCIES.contains(&event);
        }
        let Some(subject) = record.subject.filter(|_| is_look(&record)) else { continue };
        if !told.insert((record.correlation, subject)) {
            continue;
        }
        let of = Pseudonym(subject);
        let about = match clients.get(&of) {
            Some(known) => *known,
            None => {
                let found = client(work, account, of, names, tokens).await?;
                *clients.entry(of).or_insert(found)
            }
        };
        let refused = record.outcome == Outcome::Denied;
        let long_closed = about.closed_at.is_some_and(|closed| at >= closed + INVOLVEMENT_GRACE);
        all.push(Access::Look { at, of, refused, long_closed, namesake: about.namesake });
    }
    if emergency {
        all.extend(emergencies(work, account, controller, day).await?);
    }
    Ok(all)
}

fn is_look(record: &Record) -> bool {
    record.object_kind == "dossier" && PURPOSES.contains(&record.purpose.as_str())
}

/// The emergencies of the days that are counted together. Asked for only where that day had one: it reads a month.
async fn emergencies<A: Action>(
    work: &mut Work<'_, A>,
    account: AccountId,
    controller: ControllerId,
    day: Date,
) -> Result<Vec<Access>, Error> {
    let first = day.checked_sub((EMERGENCY_DAYS - 1).days()).unwrap_or(day);
    let ((from, _), (_, until)) = (bounds(first)?, bounds(day)?);
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT r.bytes
                   FROM deed_of_actor d
                   JOIN leaf l ON l.number = d.number
                   JOIN record r ON r.row_no = l.row_no
                  WHERE d.account = $1 AND d.at >= $2 AND d.at < $3
                    AND d.event IN ('OpenEmergency', 'AskApproval')
                  ORDER BY d.at, d.number"
            ),
            params![account, from, until],
        )
        .await?;
    let (mut all, mut told) = (Vec::new(), HashSet::new());
    for row in rows {
        let record = decode(row.get(0)?)?;
        if record.controller == Some(controller.uuid()) && told.insert(record.correlation) {
            let refused = record.event == "AskApproval" || record.outcome != Outcome::Done;
            all.push(Access::Emergency { at: instant(&record)?, refused });
        }
    }
    Ok(all)
}

fn decode(bytes: Vec<u8>) -> Result<Record, Error> {
    Record::decode(&bytes).map_err(|e| Error::Record(e.to_string()))
}

fn instant(record: &Record) -> Result<Timestamp, Error> {
    Timestamp::from_millisecond(record.occurred_at).map_err(|e| Error::Record(e.to_string()))
}

/// What matters of a client who was looked at.
#[derive(Clone, Copy, Default)]
struct Client {
    /// Since when help has stopped in every part; none while it goes on, and when the dossier is gone.
    closed_at: Option<Timestamp>,
    namesake: bool,
}

async fn client<A: Action>(
    work: &mut Work<'_, A>,
    account: AccountId,
    of: Pseudonym,
    names: &Names,
    tokens: Tokens,
) -> Result<Client, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT c.id,
                        (SELECT COUNT(*)
                           FROM dossier d
                           JOIN dossier_part p ON p.dossier = d.id
                          WHERE d.client = c.id AND p.closed_at IS NULL),
                        (SELECT MAX(p.closed_at)
                           FROM dossier d
                           JOIN dossier_part p ON p.dossier = d.id
                          WHERE d.client = c.id)
                   FROM client c
                  WHERE c.pseudonym = $1"
            ),
            params![of],
        )
        .await?;
    let Some(row) = row else { return Ok(Client::default()) };
    let (client, open): (_, i64) = (row.get(0)?, row.get(1)?);
    let closed_at = if open == 0 { row.get(2)? } else { None };
    Ok(Client { closed_at, namesake: shares(work, account, client, names, tokens).await? })
}
