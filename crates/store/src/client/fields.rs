//! A client's own fields: each with its source and since when, sealed one by one.

use domain::{ClientId, Source};
use jiff::Timestamp;
use policy::actions::{ChangeDetails, CreateDossier, ReadDossier, ReadOwnDossier};
use policy::{Action, May};
use uuid::Uuid;
use vault::{DataKey, Place, Sealed};

use crate::error::Error;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// One field as it is now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Field {
    /// The field's code, such as `surname` or `contact-phone`.
    pub name: String,
    /// What a person wrote, untouched.
    pub value: String,
    /// Where it came from: a `domain::entry::Source` code.
    pub source: String,
    /// Since when it holds.
    pub since: Timestamp,
}

/// A client's fields.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Fields(pub Vec<Field>);

impl Fields {
    /// The value of a field, or the empty text.
    pub fn get(&self, name: &str) -> &str {
        self.0.iter().find(|field| field.name == name).map_or("", |field| &field.value)
    }

    /// Given names and surname, as one writes them.
    pub fn full_name(&self) -> String {
        [self.get("given-names"), self.get("surname")]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

pub(super) const fn place(row: Uuid) -> Place {
    Place { table: "client_field", row, column: "value" }
}

/// The client of the dossier that the work is about.
pub async fn of_dossier<A: May<ReadDossier>>(work: &mut Work<'_, A>) -> Result<Fields, Error> {
    of_first_part(work).await
}

/// The same, for the resident.
pub async fn own<A: May<ReadOwnDossier>>(work: &mut Work<'_, A>) -> Result<Fields, Error> {
    of_first_part(work).await
}

async fn of_first_part<A: Action>(work: &mut Work<'_, A>) -> Result<Fields, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.field, f.value, f.source, f.valid_from
                   FROM dossier d
                   JOIN client_field f ON f.client = d.client
                  WHERE d.id = $1 AND f.superseded_at IS NULL AND f.valid_until IS NULL
                  ORDER BY f.field"
            ),
            params![dossier],
        )
        .await?;
    open_all(work, &rows).await
}

pub(super) async fn open_all<A: Action>(work: &mut Work<'_, A>, rows: &[Row]) -> Result<Fields, Error> {
    let mut fields = Vec::with_capacity(rows.len());
    for row in rows {
        let sealed: Sealed = row.get(2)?;
        fields.push(Field {
            name: row.get(1)?,
            value: work.open(place(row.get(0)?), &sealed).await?,
            source: row.get(3)?,
            since: row.get(4)?,
        });
    }
    Ok(Fields(fields))
}

/// Writes the fields of a new client.
pub(super) async fn write<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    client: ClientId,
    key: &DataKey,
    fields: &[(&'static str, String, &'static str)],
) -> Result<(), Error> {
    let author = work.staff_id()?;
    for (name, value, source) in fields {
        let id = work.new_id();
        let sealed = work.seal(key, place(id), value);
        let now = work.now();
        work.tx
            .run_one(
                sql!(
                    "INSERT INTO client_field (id, client, field, value, source, author, valid_from, recorded_at)
                     VALUES ($1, $2, $3, $4, $5, $6, $7, $7)"
                ),
                params![id, client, *name, sealed, *source, author, now],
            )
            .await?;
    }
    Ok(())
}

/// Changes fields of the client whose dossier the work is about: name and new value, no value to keep nothing any
/// more. What stays the same gets no new version. Says whether anything changed.
pub async fn change<A: May<ChangeDetails>>(
    work: &mut Work<'_, A>,
    new: &[(&'static str, Option<String>)],
    source: Source,
) -> Result<bool, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let (client, key) = super::keys::of_client(work, dossier).await?;
    let mut changed = false;
    for (name, value) in new {
        let value = value.as_deref();
        if !end(work, client, &key, name, value).await? {
            continue;
        }
        changed = true;
        if let Some(value) = value {
            let now = work.now();
            let version = Version { name, value, source: source.code(), from: now, until: None };
            add(work, client, &key, &version).await?;
        }
    }
    Ok(changed)
}

/// Ends what a field says now, unless it says this already. False: it does, so there is nothing to change.
async fn end<A: May<ChangeDetails>>(
    work: &mut Work<'_, A>,
    client: ClientId,
    key: &DataKey,
    name: &str,
    unless: Option<&str>,
) -> Result<bool, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT id, value, source, valid_from
                   FROM client_field
                  WHERE client = $1 AND field = $2 AND superseded_at IS NULL AND valid_until IS NULL"
            ),
            params![client, name],
        )
        .await?;
    let Some(row) = row else { return Ok(unless.is_some()) };
    let (old, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(1)?);
    let said = work.open(place(old), &sealed).await?;
    if unless == Some(said.as_str()) {
        return Ok(false);
    }
    let now = work.now();
    work.tx
        .run_one(
            sql!(
                "UPDATE client_field
                    SET superseded_at = $2
                  WHERE id = $1"
            ),
            params![old, now],
        )
        .await?;
    // What held until now stays answerable: "what did it say then", and "what did we know then".
    let (source, from): (String, Timestamp) = (row.get(2)?, row.get(3)?);
    let version = Version { name, value: &said, source: &source, from, until: Some(now) };
    add(work, client, key, &version).await?;
    Ok(true)
}

/// What a field says over a time.
struct Version<'a> {
    name: &'a str,
    value: &'a str,
    source: &'a str,
    from: Timestamp,
    until: Option<Timestamp>,
}

async fn add<A: May<ChangeDetails>>(
    work: &mut Work<'_, A>,
    client: ClientId,
    key: &DataKey,
    version: &Version<'_>,
) -> Result<(), Error> {
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let sealed = work.seal(key, place(id), version.value);
    let Version { name, source, from, until, .. } = *version;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO client_field (id, client, field, value, source, author, valid_from, valid_until, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)"
            ),
            params![id, client, name, sealed, source, author, from, until, now],
        )
        .await?;
    work.names(id);
    Ok(())
}
