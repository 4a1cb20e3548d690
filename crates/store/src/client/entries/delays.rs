//! Entries that the client reads later: a second person agrees, or not. The coordinator decides by ground and day, without
//! a word of the entry.

use domain::{EntryId, LegalDomain, PersonId, amsterdam_date};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{DecideDelay, ListDelays, OfEntry, OfTeam};
use policy::{Action, May, Thing, decide};

use crate::error::Error;
use crate::work::Work;
use crate::{params, sql};

/// An entry that waits for a second person. No words, no name of the client.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct WaitingDelay {
    pub entry: EntryId,
    /// Pseudonymous number of the dossier.
    pub number: i64,
    pub domain: LegalDomain,
    pub author: String,
    /// A `domain::DelayGround` code.
    pub ground: String,
    pub until: Date,
    /// From then on it hides nothing.
    pub lapses_at: Timestamp,
    /// The reader wrote it, and cannot be the second person.
    pub own: bool,
}

/// Whether the entry waits, and who wrote it.
pub async fn to_decide<A>(work: &mut Work<'_, A>) -> Result<(bool, PersonId), Error>
where
    A: May<DecideDelay> + Action<About = OfEntry>,
{
    let (entry, now) = (work.about().0, work.now());
    let row = work
        .tx
        .one(
            sql!(
                "SELECT e.visible_from > $2 AND e.delay_lapses_at > $3 AND e.delay_decided_at IS NULL
                        AND e.withdrawn_at IS NULL, s.person
                   FROM entry e
                   JOIN staff s ON s.id = e.author
                  WHERE e.id = $1"
            ),
            params![entry, amsterdam_date(now), now],
        )
        .await?;
    Ok((row.get::<Option<bool>>(0)?.unwrap_or_default(), row.get(1)?))
}

/// Decides about the delay of the entry the work is about: agreed, it is hidden until its day; not agreed, the client
/// reads it from now on.
pub async fn decide_delay<A>(work: &mut Work<'_, A>, agreed: bool) -> Result<(), Error>
where
    A: May<DecideDelay> + Action<About = OfEntry>,
{
    let (entry, by, now) = (work.about().0, work.staff_id()?, work.now());
    let lapses = (!agreed).then_some(now);
    work.tx
        .run_one(
            sql!(
                "UPDATE entry
                    SET delay_decided_by = $2, delay_decided_at = $3, delay_lapses_at = $4
                  WHERE id = $1 AND delay_decided_at IS NULL"
            ),
            params![entry, by, now, lapses],
        )
        .await
}

/// What waits in the team the work is about, the first to lapse first; only where the reader may decide.
pub async fn waiting<A>(work: &mut Work<'_, A>) -> Result<Vec<WaitingDelay>, Error>
where
    A: May<ListDelays> + Action<About = OfTeam>,
{
    let (team, now) = (work.about().0, work.now());
    let person = work.staff()?.person;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT e.id, d.number, e.domain, s.name, e.delay_ground, e.visible_from, e.delay_lapses_at, s.person,
                        d.id, e.part
                   FROM entry e
                   JOIN dossier_part p ON p.id = e.part
                   JOIN dossier d ON d.id = p.dossier
                   JOIN staff s ON s.id = e.author
                  WHERE e.visible_from > $2 AND e.delay_lapses_at > $3 AND e.delay_decided_at IS NULL
                    AND e.withdrawn_at IS NULL AND d.team = $1
                  ORDER BY e.delay_lapses_at, e.id"
            ),
            params![team, amsterdam_date(now), now],
        )
        .await?;
    let mut found = Vec::new();
    for row in rows {
        let part = row.get(9)?;
        let may = work.things_of(row.get(8)?).await?.into_iter().any(|thing| {
            let here = matches!(&thing, Thing::Part(it) if it.part == part);
            here && decide(work.policies_running(), DecideDelay::NAME, work.actor(), &thing).allowed
        });
        if may {
            found.push(WaitingDelay {
                entry: row.get(0)?,
                number: row.get(1)?,
                domain: row.get(2)?,
                author: row.get(3)?,
                ground: row.get(4)?,
                until: row.get(5)?,
                lapses_at: row.get(6)?,
                own: row.get::<PersonId>(7)? == person,
            });
        }
    }
    work.counts(found.len());
    Ok(found)
}
