//! From where on something stands out at an organisation: the history, and adding to it. Nothing in it is changed.

use domain::ControllerId;
use domain::log_review::{Change, Thresholds};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use policy::May;
use policy::actions::{ChangeThresholds, ReadThresholds};
use uuid::Uuid;
use vault::{Place, Sealed};

use crate::client::keys;
use crate::db::Tx;
use crate::error::Error;
use crate::reading::Text;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A change as it is shown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Made {
    pub change: Change,
    pub reason: Text,
    /// Who made it.
    pub by: String,
}

/// A new change.
#[derive(Clone, Debug)]
pub struct NewThresholds {
    /// The first day it holds for.
    pub from: Date,
    pub thresholds: Thresholds,
    pub reason: String,
}

const fn place(id: Uuid) -> Place {
    Place { table: "log_threshold", row: id, column: "reason" }
}

/// The history without words, for counting by it.
pub(super) async fn changes(tx: &mut Tx<'_>, controller: ControllerId) -> Result<Vec<Change>, Error> {
    let rows = tx
        .all(
            sql!(
                "SELECT from_day, recorded_at, dossiers, empty_searches, out_of_hours, emergencies, begins, ends
                   FROM log_threshold
                  WHERE controller = $1
                  ORDER BY from_day, recorded_at, id"
            ),
            params![controller],
        )
        .await?;
    rows.iter().map(change_of).collect()
}

fn change_of(row: &Row) -> Result<Change, Error> {
    let number = |column: usize| -> Result<u32, Error> {
        u32::try_from(row.get::<i64>(column)?).map_err(|_| Error::Column { column })
    };
    let time = |column: usize| -> Result<Time, Error> {
        row.get::<String>(column)?.parse().map_err(|_| Error::Column { column })
    };
    Ok(Change {
        from: row.get(0)?,
        made_at: row.get::<Timestamp>(1)?,
        thresholds: Thresholds {
            dossiers: number(2)?,
            empty_searches: number(3)?,
            out_of_hours: number(4)?,
            emergencies: number(5)?,
            begins: time(6)?,
            ends: time(7)?,
        },
    })
}

/// The history of the actor's organisation, the newest first.
pub async fn history<A: May<ReadThresholds>>(work: &mut Work<'_, A>) -> Result<Vec<Made>, Error> {
    let controller = work.staff()?.controller;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT t.from_day, t.recorded_at, t.dossiers, t.empty_searches, t.out_of_hours, t.emergencies,
                        t.begins, t.ends, t.id, t.reason, s.name
                   FROM log_threshold t
                   JOIN staff s ON s.id = t.author
                  WHERE t.controller = $1
                  ORDER BY t.from_day DESC, t.recorded_at DESC, t.id DESC"
            ),
            params![controller],
        )
        .await?;
    let mut all = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, sealed): (Uuid, Sealed) = (row.get(8)?, row.get(9)?);
        all.push(Made {
            change: change_of(&row)?,
            reason: work.text(place(id), sealed).await?,
            by: row.get(10)?,
        });
    }
    Ok(all)
}

/// Adds a change.
pub async fn change<A: May<ChangeThresholds>>(
    work: &mut Work<'_, A>,
    new: &NewThresholds,
) -> Result<(), Error> {
    let (id, author, controller, now) =
        (work.new_id(), work.staff_id()?, work.staff()?.controller, work.now());
    let key = keys::of_owner(work, controller.uuid(), "oversight").await?;
    let reason = work.seal(&key, place(id), &new.reason);
    let it = &new.thresholds;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO log_threshold (id, controller, from_day, dossiers, empty_searches, out_of_hours,
                                            emergencies, begins, ends, reason, author, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)"
            ),
            params![
                id,
                controller,
                new.from,
                i64::from(it.dossiers),
                i64::from(it.empty_searches),
                i64::from(it.out_of_hours),
                i64::from(it.emergencies),
                it.begins.to_string(),
                it.ends.to_string(),
                reason,
                author,
                now,
            ],
        )
        .await?;
    work.names(id);
    Ok(())
}
