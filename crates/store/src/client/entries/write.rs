//! Writing entries: one is added, with or without restarting the clocks of its part (RET-02), and one gets a new version.

use domain::{ClientId, ControllerId, EntryId, LegalDomain, PartId, StaffId};
use policy::actions::{CorrectEntry, WriteEntry};
use policy::{Action, May};

use super::{NewEntry, facts_place, opinion_place, reason_place};
use crate::client::search;
use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// Adds an entry to the part the work is about.
pub async fn add<A: May<WriteEntry>>(work: &mut Work<'_, A>, new: &NewEntry) -> Result<EntryId, Error> {
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    put(work, part, domain, new).await
}

/// The same under an id that tells nothing, not even when it was made: nobody who compares two dossiers finds in their
/// notes that they were written together (MOD-03).
pub async fn add_unlinked<A: May<WriteEntry>>(
    work: &mut Work<'_, A>,
    new: &NewEntry,
) -> Result<EntryId, Error> {
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    let entry = EntryId(work.random_id());
    written(work, entry, part, domain, new).await?;
    moved(work, part, new).await?;
    Ok(entry)
}

/// Adds an entry to a part that the work reaches.
pub(in crate::client) async fn put<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    domain: LegalDomain,
    new: &NewEntry,
) -> Result<EntryId, Error> {
    let entry = put_beside_the_clocks(work, part, domain, new).await?;
    moved(work, part, new).await?;
    Ok(entry)
}

/// Restarts the clocks of the part.
async fn moved<A: Action>(work: &mut Work<'_, A>, part: PartId, new: &NewEntry) -> Result<(), Error> {
    let now = work.now();
    // A delayed note is content as well: the clock of RET-02 runs on what was written, not on who may read it.
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET last_content_change = $2,
                        last_client_contact = CASE WHEN $3 THEN $2 ELSE last_client_contact END
                  WHERE id = $1"
            ),
            params![part, now, new.with_client],
        )
        .await
}

/// Adds an entry that restarts no term: that somebody looked is no content of the help (RET-02).
pub(in crate::client) async fn put_beside_the_clocks<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    domain: LegalDomain,
    new: &NewEntry,
) -> Result<EntryId, Error> {
    let entry = EntryId(work.new_id());
    written(work, entry, part, domain, new).await?;
    Ok(entry)
}

/// The entry and its first version.
async fn written<A: Action>(
    work: &mut Work<'_, A>,
    entry: EntryId,
    part: PartId,
    domain: LegalDomain,
    new: &NewEntry,
) -> Result<(), Error> {
    let (controller, author) = (work.staff()?.controller, work.staff_id()?);
    let client = client_of(work, part).await?;
    insert(work, entry, part, domain, controller, client, author, new).await?;
    add_version(work, entry, part, domain, 1, &new.facts, &new.opinion, "").await?;
    work.names(entry.uuid());
    Ok(())
}

#[expect(clippy::too_many_arguments, reason = "the columns of MOD-01")]
async fn insert<A: Action>(
    work: &mut Work<'_, A>,
    entry: EntryId,
    part: PartId,
    domain: LegalDomain,
    controller: ControllerId,
    client: ClientId,
    author: StaffId,
    new: &NewEntry,
) -> Result<(), Error> {
    let now = work.now();
    work.tx
        .run_one(
            sql!(
                "INSERT INTO entry (id, part, controller, domain, category, subject, author, source, kind,
                                    happened_on, happened_time, visible_from, delay_ground, delay_announced,
                                    version, recorded_at, content_changed_at, delay_lapses_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15, $15, $16)"
            ),
            params![
                entry,
                part,
                controller,
                domain.code(),
                new.category,
                client,
                author,
                new.source,
                new.kind,
                new.happened_on,
                new.happened_time.as_str(),
                new.visible_from,
                new.delay_ground,
                new.delay_announced,
                now,
                // Hidden at once, and not by silence: the term of a proposal to tell later (SHA-12).
                new.visible_from.map(|_| domain::withhold::lapses(now)),
            ],
        )
        .await
}

async fn client_of<A: Action>(work: &mut Work<'_, A>, part: PartId) -> Result<ClientId, Error> {
    work.tx
        .one(
            sql!(
                "SELECT d.client
                   FROM dossier_part p
                   JOIN dossier d ON d.id = p.dossier
                  WHERE p.id = $1"
            ),
            params![part],
        )
        .await?
        .get(0)
}

/// Adds a version to the entry the work is about, when `expected` is still the newest. False: somebody
/// else was first, and nothing was changed. What the product wrote about an emergency is nobody's to change.
pub async fn correct<A>(
    work: &mut Work<'_, A>,
    expected: i64,
    facts: &str,
    opinion: &str,
    reason: &str,
) -> Result<bool, Error>
where
    A: May<CorrectEntry> + Action<About = policy::actions::OfEntry>,
{
    let entry = work.about().0;
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    let now = work.now();
    let changed = work
        .tx
        .run(
            sql!(
                "UPDATE entry
                    SET version = version + 1, content_changed_at = $3
                  WHERE id = $1 AND version = $2 AND part = $4 AND kind <> 'emergency'
                    AND withdrawn_at IS NULL"
            ),
            params![entry, expected, now, part],
        )
        .await?;
    if changed == 0 {
        return Ok(false);
    }
    add_version(work, entry, part, domain, expected + 1, facts, opinion, reason).await?;
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
    Ok(true)
}

#[expect(clippy::too_many_arguments, reason = "the columns of a version")]
async fn add_version<A: Action>(
    work: &mut Work<'_, A>,
    entry: EntryId,
    part: PartId,
    domain: LegalDomain,
    number: i64,
    facts: &str,
    opinion: &str,
    reason: &str,
) -> Result<(), Error> {
    let key = work.part_key(part, domain).await?;
    let id = work.new_id();
    let author = work.staff_id()?;
    let now = work.now();
    search::put_entry(work, (entry, part), &key, [facts, opinion]).await?;
    let sealed = [
        work.seal(&key, facts_place(id), facts),
        work.seal(&key, opinion_place(id), opinion),
        work.seal(&key, reason_place(id), reason),
    ];
    let [facts, opinion, reason] = sealed;
    work.tx
        .run_one(
            sql!(
                "INSERT INTO entry_version (id, entry, version, author, facts, opinion, reason, recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8)"
            ),
            params![id, entry, number, author, facts, opinion, reason, now],
        )
        .await
}
