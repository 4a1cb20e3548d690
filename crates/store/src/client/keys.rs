//! Which key seals what: one for a client's own fields, one for a part, for Wmo one per quarter
//! (RET-04), one for a post's drafts.

use std::sync::Arc;

use domain::{ClientId, DossierId, LegalDomain, PartId, amsterdam_date};
use policy::Action;
use uuid::Uuid;
use vault::{DataKey, KeyId};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// The client of a dossier, and the key of the client's own fields.
pub(crate) async fn of_client<A: Action>(
    work: &mut Work<'_, A>,
    dossier: DossierId,
) -> Result<(ClientId, Arc<DataKey>), Error> {
    let row = work
        .tx
        .one(
            sql!(
                "SELECT c.id, c.core_key
                   FROM dossier d
                   JOIN client c ON c.id = d.client
                  WHERE d.id = $1"
            ),
            params![dossier],
        )
        .await?;
    Ok((row.get(0)?, work.key(row.get(1)?).await?))
}

/// The key for new content of a part; made when it is not there yet.
pub(crate) async fn of_part<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    domain: LegalDomain,
) -> Result<Arc<DataKey>, Error> {
    let quarter = quarter(domain, work.now());
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT data_key
                   FROM part_key
                  WHERE part = $1 AND quarter = $2"
            ),
            params![part, quarter.as_str()],
        )
        .await?;
    if let Some(row) = found {
        return work.key(row.get(0)?).await;
    }
    let key = work.new_key("part").await?;
    work.tx
        .run_one(
            sql!("INSERT INTO part_key (part, quarter, data_key) VALUES ($1, $2, $3)"),
            params![part, quarter.as_str(), key.id()],
        )
        .await?;
    Ok(key)
}

/// The drafts key of the acting post.
pub(crate) async fn of_drafts<A: Action>(work: &mut Work<'_, A>) -> Result<Arc<DataKey>, Error> {
    let staff = work.staff_id()?;
    of_owner(work, staff.uuid(), "drafts").await
}

/// The key of somebody or something that is no client, made when it is asked for first.
pub(crate) async fn of_owner<A: Action>(
    work: &mut Work<'_, A>,
    owner: Uuid,
    purpose: &'static str,
) -> Result<Arc<DataKey>, Error> {
    let found = work
        .tx
        .opt(
            sql!(
                "SELECT data_key
                   FROM owner_key
                  WHERE owner = $1"
            ),
            params![owner],
        )
        .await?;
    if let Some(row) = found {
        let id: KeyId = row.get(0)?;
        return work.key(id).await;
    }
    let key = work.new_key(purpose).await?;
    work.tx
        .run_one(sql!("INSERT INTO owner_key (owner, data_key) VALUES ($1, $2)"), params![owner, key.id()])
        .await?;
    Ok(key)
}

/// "2026-4" for Wmo, nothing for the other domains.
fn quarter(domain: LegalDomain, now: jiff::Timestamp) -> String {
    if domain != LegalDomain::Wmo {
        return String::new();
    }
    let today = amsterdam_date(now);
    format!("{}-{}", today.year(), (today.month() - 1) / 3 + 1)
}
