//! Withdrawing an entry: its trace stays, its text stays sealed where it is and no statement of the product selects it any
//! more (C24). What it still is for: a request under a right, which is a deed of its own.

use domain::entry::WithdrawGround;
use policy::actions::{OfEntry, WithdrawEntry};
use policy::{Action, May};

use super::{Entry, read_one, why_place};
use crate::client::breaches::{self, Source};
use crate::client::search;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// How an entry is withdrawn.
#[derive(Clone, Debug)]
pub struct NewWithdrawal {
    pub ground: WithdrawGround,
    /// In the words of who withdraws it; may be empty.
    pub why: String,
    /// Somebody may have read what they should not have: received as a breach (BRE-01).
    pub breach: bool,
}

/// The entry, for whoever withdraws it.
pub async fn to_withdraw<A>(work: &mut Work<'_, A>) -> Result<Entry, Error>
where
    A: May<WithdrawEntry> + Action<About = OfEntry>,
{
    let entry = work.about().0;
    read_one(work, entry).await
}

/// Withdraws the entry the work is about. False: it was withdrawn already, or the product wrote it (ACC-03).
pub async fn withdraw<A>(work: &mut Work<'_, A>, new: &NewWithdrawal) -> Result<bool, Error>
where
    A: May<WithdrawEntry> + Action<About = OfEntry>,
{
    let entry = work.about().0;
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    let key = work.part_key(part, domain).await?;
    let why = work.seal(&key, why_place(entry), &new.why);
    let (by, now) = (work.staff_id()?, work.now());
    let changed = work
        .tx
        .run(
            sql!(
                "UPDATE entry
                    SET withdrawn_at = $3, withdrawn_by = $4, withdrawn_ground = $5, withdrawn_why = $6,
                        content_changed_at = $3
                  WHERE id = $1 AND part = $2 AND kind <> 'emergency' AND withdrawn_at IS NULL"
            ),
            params![entry, part, now, by, new.ground.code(), why],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET last_content_change = $2
                  WHERE id = $1"
            ),
            params![part, now],
        )
        .await?;
    search::forget(work, search::Kind::Entry, entry.uuid()).await?;
    if new.breach {
        breaches::receive(work, Source::Entry(entry)).await?;
    }
    Ok(true)
}
