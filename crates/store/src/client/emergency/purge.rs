//! What goes after its term: emergency accesses, with their questions, and what was told later of them (ACC-19). What is
//! hidden from a client still stays until somebody decides, and the access with it: throwing it away would show it.

use jiff::Timestamp;
use policy::May;
use policy::actions::PurgeEmergencies;

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Throws away what is from before this moment. Says how many accesses and notices those were.
pub async fn purge<A: May<PurgeEmergencies>>(
    work: &mut Work<'_, A>,
    before: Timestamp,
) -> Result<u64, Error> {
    work.tx
        .run(
            sql!(
                "DELETE FROM withhold_step
                  WHERE notice IN (SELECT n.id
                                     FROM withhold_notice n
                                    WHERE n.proposed_at < $1 AND (n.ended_at IS NOT NULL OR n.confirmed_at IS NULL))"
            ),
            params![before],
        )
        .await?;
    let notices = work
        .tx
        .run(
            sql!(
                "DELETE FROM withhold_notice
                  WHERE proposed_at < $1 AND (ended_at IS NOT NULL OR confirmed_at IS NULL)"
            ),
            params![before],
        )
        .await?;
    let accesses = work
        .tx
        .run(
            sql!(
                "DELETE FROM emergency_access
                  WHERE opened_at < $1
                    AND NOT EXISTS (SELECT 1
                                      FROM withhold_notice n
                                     WHERE n.what_id = emergency_access.id)"
            ),
            params![before],
        )
        .await?;
    work.note.count = accesses + notices;
    Ok(accesses + notices)
}
