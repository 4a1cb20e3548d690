//! Entries that the client cannot read yet and may know of.

use jiff::civil::Date;
use policy::May;
use policy::actions::ReadOwnDossier;

use super::{looks_along, own_reader};
use crate::client::six_parts;
use crate::error::Error;
use crate::sql;
use crate::value::Value;
use crate::work::Work;

/// An entry of which the client may know only that it will be there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Announced {
    pub visible_from: Date,
    pub ground: String,
    pub happened_on: Date,
}

/// Entries of which the client may know that they will follow, and when.
pub async fn announced<A: May<ReadOwnDossier>>(
    work: &mut Work<'_, A>,
    today: Date,
) -> Result<Vec<Announced>, Error> {
    let mut with = six_parts(work)?;
    with.push(Value::from(today));
    with.extend(own_reader(work)?);
    with.push(looks_along(work));
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT o.visible_from, o.delay_ground, o.happened_on
                   FROM entry o
                  WHERE o.part IN ($1, $2, $3, $4, $5, $6)
                    AND o.visible_from > $7 AND o.delay_announced = TRUE
                    AND (o.delay_lapses_at IS NULL OR o.delay_lapses_at > $9)
                    AND NOT EXISTS (SELECT 1
                                      FROM withhold_notice w
                                      JOIN emergency_access g ON g.id = w.what_id
                                     WHERE w.dossier = $8 AND w.ended_at IS NULL
                                       AND (w.confirmed_at IS NOT NULL OR w.lapses_at > $9)
                                       AND (w.hidden_from = 'client-and-proxies' OR $10)
                                       AND g.staff = o.author AND o.recorded_at >= g.opened_at
                                       AND o.recorded_at <= COALESCE(g.ended_at, g.ends_at)
                                       AND ' ' || g.domains || ' ' LIKE '% ' || o.domain || ' %')
                    AND NOT EXISTS (SELECT 1
                                      FROM shield h
                                     WHERE h.entry = o.id AND h.superseded_at IS NULL
                                       AND h.valid_from <= $9 AND (h.valid_until IS NULL OR h.valid_until > $9)
                                       AND (h.staff = $11 OR (h.audience = 'other-workers' AND o.author <> $11)))
                  ORDER BY o.visible_from, o.id"
            ),
            &with,
        )
        .await?;
    rows.iter()
        .map(|row| Ok(Announced { visible_from: row.get(0)?, ground: row.get(1)?, happened_on: row.get(2)? }))
        .collect()
}
