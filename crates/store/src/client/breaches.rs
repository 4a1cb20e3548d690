//! Personal data breaches that were received, for the data protection officer. Where it came from, and the clock.

use domain::{BreachId, BreachKind, BreachState, ControllerId, EmergencyId, Pseudonym};
use jiff::Timestamp;
use policy::actions::{ListBreaches, ReadBreach};
use policy::{Action, May};
use vault::Sealed;

use super::reviews::verdict_sentence;
use crate::error::Error;
use crate::reading::Text;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A breach.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Breach {
    pub id: BreachId,
    /// "2026-4F7A0"
    pub reference: String,
    pub kind: BreachKind,
    pub state: BreachState,
    /// When somebody of the controller knew; the 72 hours run from then.
    pub aware_at: Timestamp,
    /// The emergency access it came from; its record goes after five years, the breach stays.
    pub emergency: Option<EmergencyId>,
}

/// What it came from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Origin {
    /// The client's number.
    pub number: i64,
    pub team_name: String,
    pub opened_at: Timestamp,
    /// Who opened the dossier.
    pub accessor: String,
    pub judged_by: String,
    pub sentence: Text,
}

/// The breaches of the own organisation, the newest first.
pub async fn listed<A: May<ListBreaches>>(work: &mut Work<'_, A>) -> Result<Vec<Breach>, Error> {
    let controller = work.staff()?.controller;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, reference, kind, state, aware_at, emergency
                   FROM breach
                  WHERE controller = $1
                  ORDER BY aware_at DESC, id"
            ),
            params![controller],
        )
        .await?;
    work.counts(rows.len());
    rows.iter().map(breach).collect()
}

/// One of them, and what it came from as far as that is still there. None: it is not of the own organisation.
pub async fn one<A: May<ReadBreach>>(
    work: &mut Work<'_, A>,
    id: BreachId,
) -> Result<Option<(Breach, Option<Origin>)>, Error> {
    let controller: ControllerId = work.staff()?.controller;
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, reference, kind, state, aware_at, emergency
                   FROM breach
                  WHERE id = $1 AND controller = $2"
            ),
            params![id, controller],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let breach = breach(&row)?;
    work.names(id.uuid());
    let came_from = match breach.emergency {
        Some(emergency) => origin(work, emergency).await?,
        None => None,
    };
    Ok(Some((breach, came_from)))
}

fn breach(row: &Row) -> Result<Breach, Error> {
    let (kind, state): (String, String) = (row.get(2)?, row.get(3)?);
    Ok(Breach {
        id: row.get(0)?,
        reference: row.get(1)?,
        kind: kind.parse().map_err(|_| Error::Column { column: 2 })?,
        state: state.parse().map_err(|_| Error::Column { column: 3 })?,
        aware_at: row.get(4)?,
        emergency: row.get(5)?,
    })
}

async fn origin<A: Action>(work: &mut Work<'_, A>, emergency: EmergencyId) -> Result<Option<Origin>, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT g.number, t.name, g.opened_at, s.name, j.name, g.verdict_sentence, g.subject
                   FROM emergency_access g
                   JOIN team t ON t.id = g.team
                   JOIN staff s ON s.id = g.staff
                   LEFT JOIN staff j ON j.id = g.judged_by
                  WHERE g.id = $1"
            ),
            params![emergency],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    work.concerns_client(row.get::<Pseudonym>(6)?);
    let sentence = match row.get::<Option<Sealed>>(5)? {
        Some(sealed) => work.text(verdict_sentence(emergency.uuid()), sealed).await?,
        None => Text::default(),
    };
    Ok(Some(Origin {
        number: row.get(0)?,
        team_name: row.get(1)?,
        opened_at: row.get(2)?,
        accessor: row.get(3)?,
        judged_by: row.get::<Option<String>>(4)?.unwrap_or_default(),
        sentence,
    }))
}
