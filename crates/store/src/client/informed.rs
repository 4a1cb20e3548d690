//! What the client was told and agreed to before anything was written (CON-03).

use domain::LegalDomain;
use jiff::Timestamp;
use policy::actions::{ReadDossier, ReadOwnDossier};
use policy::{Action, May};

use super::six_parts;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// The notice and the agreements.
#[derive(Clone, PartialEq, Eq, Default, Debug)]
pub struct Informed {
    pub notices: Vec<Notice>,
    pub agreements: Vec<Agreement>,
}

/// The privacy notice was given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Notice {
    pub text_version: i64,
    pub at: Timestamp,
    pub by: String,
}

/// The client agreed to be helped in a domain.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Agreement {
    pub domain: LegalDomain,
    pub at: Timestamp,
}

/// For an involved worker.
pub async fn of_dossier<A: May<ReadDossier>>(work: &mut Work<'_, A>) -> Result<Informed, Error> {
    informed(work).await
}

/// For the resident.
pub async fn own<A: May<ReadOwnDossier>>(work: &mut Work<'_, A>) -> Result<Informed, Error> {
    informed(work).await
}

async fn informed<A: Action>(work: &mut Work<'_, A>) -> Result<Informed, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let notices = work
        .tx
        .all(
            sql!(
                "SELECT n.text_version, n.recorded_at, s.name
                   FROM privacy_notice_delivered n
                   JOIN staff s ON s.id = n.author
                  WHERE n.dossier = $1
                  ORDER BY n.recorded_at DESC"
            ),
            params![dossier],
        )
        .await?;
    let parts = six_parts(work)?;
    let agreements = work
        .tx
        .all(
            sql!(
                "SELECT p.domain, a.recorded_at
                   FROM support_agreement a
                   JOIN dossier_part p ON p.id = a.part
                  WHERE a.part IN ($1, $2, $3, $4, $5, $6)
                  ORDER BY a.recorded_at DESC"
            ),
            &parts,
        )
        .await?;
    Ok(Informed {
        notices: notices
            .iter()
            .map(|row| Ok(Notice { text_version: row.get(0)?, at: row.get(1)?, by: row.get(2)? }))
            .collect::<Result<_, Error>>()?,
        agreements: agreements
            .iter()
            .map(|row| Ok(Agreement { domain: row.get(0)?, at: row.get(1)? }))
            .collect::<Result<_, Error>>()?,
    })
}
