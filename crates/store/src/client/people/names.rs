//! The names that may stand in a note without a question: the client's, colleagues', and those of people who agreed or are
//! kept on a ground (CON-27). They are compared and forgotten.

use domain::people::{Fact, Known};
use policy::May;
use policy::actions::ReadPeople;
use vault::Sealed;

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// What a note may name.
pub async fn known_names<A: May<ReadPeople>>(work: &mut Work<'_, A>) -> Result<Known, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let mut known = Known::default();
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.value
                   FROM dossier d
                   JOIN client_field f ON f.client = d.client
                  WHERE d.id = $1 AND f.field IN ('surname', 'given-names')
                    AND f.superseded_at IS NULL AND f.valid_until IS NULL"
            ),
            params![dossier],
        )
        .await?;
    for row in rows {
        let sealed: Sealed = row.get(1)?;
        known.add(&work.open(crate::client::fields::place(row.get(0)?), &sealed).await?);
    }
    let controller = work.staff()?.controller;
    let rows = work
        .tx
        .all(sql!("SELECT s.name FROM staff s WHERE s.controller = $1 ORDER BY s.name"), params![controller])
        .await?;
    for row in rows {
        known.add(&row.get::<String>(0)?);
    }
    let now = work.now();
    for it in super::of_dossier(work).await? {
        match &it.held.says {
            Fact::Person(person) if it.is_now(now) => known.add(&person.name),
            Fact::Capacity(assessment) => known.add(&assessment.assessor),
            _ => {}
        }
    }
    Ok(known)
}
