//! The BSN: sealed apart, masked unless revealed with a reason (BSN-01…06).

use domain::{Bsn, ClientId, DossierId};
use policy::actions::{CreateDossier, ReadDossier, RevealBsn};
use policy::{Action, May};
use uuid::Uuid;
use vault::{DataKey, Place, Sealed};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

const fn place(client: Uuid) -> Place {
    Place { table: "client_bsn", row: client, column: "value" }
}

/// "•••••6782", for a reader whose domain may use it; none when there is no number.
pub async fn masked<A: May<ReadDossier>>(work: &mut Work<'_, A>) -> Result<Option<String>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    Ok(read(work, dossier).await?.map(|bsn| bsn.to_string()))
}

/// The whole number, with the reason kept beside it: the record holds codes only.
pub async fn revealed<A: May<RevealBsn>>(work: &mut Work<'_, A>, reason: &str) -> Result<Option<Bsn>, Error> {
    let dossier = work.part()?.dossier;
    let Some(bsn) = read(work, dossier).await? else { return Ok(None) };
    let (client, key) = super::keys::of_client(work, dossier).await?;
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let place = Place { table: "bsn_reveal", row: id, column: "reason" };
    let sealed = work.seal(&key, place, reason);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO bsn_reveal (id, client, author, reason, recorded_at)
                 VALUES ($1, $2, $3, $4, $5)"
            ),
            params![id, client, author, sealed, now],
        )
        .await?;
    work.names(id);
    Ok(Some(bsn))
}

async fn read<A: Action>(work: &mut Work<'_, A>, dossier: DossierId) -> Result<Option<Bsn>, Error> {
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT b.client, b.value
                   FROM dossier d
                   JOIN client_bsn b ON b.client = d.client
                  WHERE d.id = $1"
            ),
            params![dossier],
        )
        .await?;
    let Some(row) = found else { return Ok(None) };
    let sealed: Sealed = row.get(1)?;
    let digits = work.open(place(row.get(0)?), &sealed).await?;
    Bsn::parse(&digits).map(Some).map_err(|_| Error::Sealed("what was sealed is no BSN"))
}

/// Keeps the number of a new client.
pub(super) async fn write<A: May<CreateDossier>>(
    work: &mut Work<'_, A>,
    client: ClientId,
    key: &DataKey,
    bsn: &Bsn,
) -> Result<(), Error> {
    let sealed = work.seal(key, place(client.uuid()), bsn.digits());
    let now = work.now();
    work.tx
        .run_one(
            sql!(
                "INSERT INTO client_bsn (client, value, checked_with, recorded_at)
                 VALUES ($1, $2, 'unchecked', $3)"
            ),
            params![client, sealed, now],
        )
        .await
}
