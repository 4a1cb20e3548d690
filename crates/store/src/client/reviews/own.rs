//! What the client is told of the judging of an emergency access to their dossier: by when, and what came of it.

use domain::{Outcome, StaffId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::May;
use policy::actions::ReadOwnAccess;

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// The judging of one emergency access, found by whose it was and when it was opened.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OwnOutcome {
    pub staff: StaffId,
    pub opened_at: Timestamp,
    pub due: Date,
    /// None: it was not judged yet.
    pub outcome: Option<Outcome>,
}

/// Of every emergency access to the dossier that the client is told of now: what is told later is not there (SHA-12).
pub async fn of_own<A: May<ReadOwnAccess>>(work: &mut Work<'_, A>) -> Result<Vec<OwnOutcome>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT staff, opened_at, review_due, verdict
                   FROM emergency_access
                  WHERE dossier = $1
                  ORDER BY opened_at, id"
            ),
            params![dossier],
        )
        .await?;
    let hidden = crate::client::withhold::hidden(work, dossier).await?;
    let all: Vec<OwnOutcome> = rows
        .iter()
        .map(|row| {
            let code: Option<String> = row.get(3)?;
            Ok(OwnOutcome {
                staff: row.get(0)?,
                opened_at: row.get(1)?,
                due: row.get(2)?,
                outcome: code
                    .map(|code| code.parse().map_err(|_| Error::Column { column: 3 }))
                    .transpose()?,
            })
        })
        .collect::<Result<_, Error>>()?;
    let told = |it: &OwnOutcome| {
        !hidden.iter().any(|access| access.staff == it.staff && access.opened_at == it.opened_at)
    };
    Ok(all.into_iter().filter(told).collect())
}
