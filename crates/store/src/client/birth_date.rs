//! A birth date that was wrong, corrected: the versions there were, who finds the client by it, and what rests on age.

use domain::people::BirthSeen;
use domain::{BirthDate, ClientId, Source, StaffId, fold};
use jiff::Timestamp;
use policy::May;
use policy::actions::{CorrectBirthDate, ReadPeople};
use uuid::Uuid;
use vault::Sealed;

use super::fields::{open_all, place};
use super::intake::BY_NAME;
use super::keys;
use crate::error::Error;
use crate::office::own_account::end_sessions;
use crate::work::Work;
use crate::{params, sql};

/// What is known in the place of what was known.
#[derive(Clone, Copy, Debug)]
pub struct Correction {
    pub born: BirthDate,
    pub source: Source,
    pub seen: BirthSeen,
    /// Who looked along, where a correction changes who decides (C41).
    pub second: Option<StaffId>,
    /// Nobody of this age has an account of their own (PST-08).
    pub closes_portal: bool,
}

/// One version: what was known over a time.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Version {
    pub born: BirthDate,
    /// A `domain::entry::Source` code.
    pub source: String,
    /// A `BirthSeen` code; empty at intake.
    pub seen: String,
    pub author_name: String,
    pub second_name: Option<String>,
    pub recorded_at: Timestamp,
    /// When it turned out to be wrong; none: it is what is known now.
    pub superseded_at: Option<Timestamp>,
}

/// Every birth date that was ever known of the client, the newest first.
pub async fn versions<A: May<ReadPeople>>(work: &mut Work<'_, A>) -> Result<Vec<Version>, Error> {
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT f.id, f.value, f.source, f.seen, s.name, z.name, f.recorded_at, f.superseded_at
                   FROM dossier d
                   JOIN client_field f ON f.client = d.client
                   JOIN staff s ON s.id = f.author
                   LEFT JOIN staff z ON z.id = f.second
                  WHERE d.id = $1 AND f.field = 'birth-date'
                  ORDER BY CASE WHEN f.superseded_at IS NULL THEN 0 ELSE 1 END, f.recorded_at DESC, f.superseded_at DESC"
            ),
            params![dossier],
        )
        .await?;
    let mut versions = Vec::with_capacity(rows.len());
    for row in rows {
        let (id, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(1)?);
        let text = work.open(place(id), &sealed).await?;
        work.names(id);
        versions.push(Version {
            born: text.parse().unwrap_or(BirthDate::UNKNOWN),
            source: row.get(2)?,
            seen: row.get(3)?,
            author_name: row.get(4)?,
            second_name: row.get(5)?,
            recorded_at: row.get(6)?,
            superseded_at: row.get(7)?,
        });
    }
    Ok(versions)
}

/// Keeps the corrected date as what always held; what was known before stays answerable. Whoever looks for the client
/// finds them by it, who declared a conflict of interest stays outside, and who is too young for it has no portal.
pub async fn correct<A>(work: &mut Work<'_, A>, new: &Correction) -> Result<(), Error>
where
    A: May<CorrectBirthDate> + May<ReadPeople>,
{
    let dossier = work.parts().first().ok_or(Error::Rows { expected: 1, met: 0 })?.dossier;
    let (client, key) = keys::of_client(work, dossier).await?;
    let (id, author, now) = (work.new_id(), work.staff_id()?, work.now());
    let known = work
        .tx
        .opt(
            sql!(
                "UPDATE client_field
                    SET superseded_at = $2
                  WHERE client = $1 AND field = 'birth-date' AND superseded_at IS NULL AND valid_until IS NULL
                 RETURNING valid_from"
            ),
            params![client, now],
        )
        .await?;
    let from = known.map_or(Ok(now), |row| row.get::<Timestamp>(0))?;
    let sealed = work.seal(&key, place(id), &new.born.to_string());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO client_field (id, client, field, value, source, author, seen, second, valid_from, recorded_at)
                 VALUES ($1, $2, 'birth-date', $3, $4, $5, $6, $7, $8, $9)"
            ),
            params![id, client, sealed, new.source.code(), author, new.seen.code(), new.second, from, now],
        )
        .await?;
    work.names(id);
    find_by(work, client, &new.born).await?;
    // Who says yes for them may be somebody else now.
    super::family_plans::asked_again(work, client).await?;
    if new.closes_portal {
        close_portal(work, client).await?;
    }
    Ok(())
}

/// The client is found by the corrected date and not by the wrong one. By both a declared conflict of interest keeps its
/// wall: it was about the same human being, and nothing changes where declarations are listed (ACC-05, MOD-07).
async fn find_by<A: May<CorrectBirthDate>>(
    work: &mut Work<'_, A>,
    client: ClientId,
    born: &BirthDate,
) -> Result<(), Error> {
    let (controller, now) = (work.staff()?.controller, work.now());
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, field, value, source, valid_from
                   FROM client_field
                  WHERE client = $1 AND field = 'surname' AND superseded_at IS NULL AND valid_until IS NULL"
            ),
            params![client],
        )
        .await?;
    let known = open_all(work, &rows).await?;
    work.tx
        .run(
            sql!(
                "UPDATE client_index
                    SET replaced_at = $3
                  WHERE client = $1 AND kind = $2 AND replaced_at IS NULL"
            ),
            params![client, BY_NAME, now],
        )
        .await?;
    let Some(folded) = fold::name_and_birth(known.get("surname"), born) else { return Ok(()) };
    let token = work.index(controller, BY_NAME, &folded);
    work.tx
        .run_one(
            sql!(
                "INSERT INTO client_index (token, kind, client)
                 VALUES ($1, $2, $3)
                     ON CONFLICT (token, client) DO UPDATE SET replaced_at = NULL"
            ),
            params![token, BY_NAME, client],
        )
        .await
}

/// The account of somebody who is too young for one is closed at once, and open pages with it.
async fn close_portal<A: May<CorrectBirthDate>>(
    work: &mut Work<'_, A>,
    client: ClientId,
) -> Result<(), Error> {
    let closed = work
        .tx
        .all(
            sql!(
                "UPDATE account
                    SET active = FALSE
                  WHERE kind = 'resident' AND active = TRUE
                    AND person = (SELECT person FROM client WHERE id = $1)
                 RETURNING id"
            ),
            params![client],
        )
        .await?;
    let now = work.now();
    for row in closed {
        let account = row.get(0)?;
        end_sessions(&mut work.tx, now, account, None).await?;
        work.tx
            .run(
                sql!(
                    "DELETE FROM mail_address
                      WHERE account = $1"
                ),
                params![account],
            )
            .await?;
    }
    Ok(())
}
