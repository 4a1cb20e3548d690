//! What a client's own page leaves out now, and what it says of what was left out before. Read where the list is read, so
//! that nothing on the page can tell of it (MOD-07).

use domain::withhold::{HiddenAccess, looked_from};
use domain::{DossierId, StaffId, WithholdGround, amsterdam_date};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::ReadOwnAccess;
use policy::{Action, May};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// An emergency access that the reader is told of later than it was.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ToldLater {
    /// Who opened the dossier, and when.
    pub staff: StaffId,
    pub opened_at: Timestamp,
    /// The day on which it was hidden first.
    pub from: Date,
    /// The day on which it was shown again.
    pub until: Date,
    /// Why, when that may be told.
    pub ground: Option<WithholdGround>,
}

/// The emergency accesses to a dossier that are hidden from the acting account: the client's own, or of somebody who acts
/// for the client.
pub(in crate::client) async fn hidden<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
) -> Result<Vec<HiddenAccess>, Error> {
    let (now, proxy) = (work.now(), work.actor().proxy().is_some());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT g.staff, g.opened_at, g.ended_at, g.ends_at, g.domains, g.approved_by IS NOT NULL,
                        (SELECT MIN(r.asked_at)
                           FROM emergency_request r
                          WHERE r.staff = g.staff AND r.dossier = g.dossier AND r.used_at = g.opened_at)
                   FROM withhold_notice w
                   JOIN emergency_access g ON g.id = w.what_id
                  WHERE w.dossier = $1 AND w.ended_at IS NULL
                    AND (w.confirmed_at IS NOT NULL OR w.lapses_at > $2)
                    AND (w.hidden_from = 'client-and-proxies' OR $3)
                  ORDER BY g.opened_at, g.id"
            ),
            params![dossier, now, proxy],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (ended, ends): (Option<Timestamp>, Timestamp) = (row.get(2)?, row.get(3)?);
            let domains: String = row.get(4)?;
            let opened_at = row.get(1)?;
            Ok(HiddenAccess {
                staff: row.get(0)?,
                opened_at,
                asked_from: looked_from(opened_at, row.get(5)?, row.get(6)?),
                ended_at: ended.unwrap_or(ends),
                domains: domains.split_whitespace().filter_map(|code| code.parse().ok()).collect(),
            })
        })
        .collect()
}

/// What was hidden from the acting account before, and is not now.
pub async fn told_later<A: May<ReadOwnAccess>>(work: &mut Work<'_, A>) -> Result<Vec<ToldLater>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let (now, proxy) = (work.now(), work.actor().proxy().is_some());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT g.staff, g.opened_at, w.proposed_at, w.ended_at, w.lapses_at, w.tell_ground, w.ground
                   FROM withhold_notice w
                   JOIN emergency_access g ON g.id = w.what_id
                  WHERE w.dossier = $1
                    AND (w.ended_at IS NOT NULL OR (w.confirmed_at IS NULL AND w.lapses_at <= $2))
                    AND (w.hidden_from = 'client-and-proxies' OR $3)
                  ORDER BY w.proposed_at, w.id"
            ),
            params![dossier, now, proxy],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (ended, lapses): (Option<Timestamp>, Timestamp) = (row.get(3)?, row.get(4)?);
            let (told, ground): (bool, String) = (row.get(5)?, row.get(6)?);
            Ok(ToldLater {
                staff: row.get(0)?,
                opened_at: row.get(1)?,
                from: amsterdam_date(row.get(2)?),
                until: amsterdam_date(ended.unwrap_or(lapses)),
                ground: if told { ground.parse().ok() } else { None },
            })
        })
        .collect()
}
