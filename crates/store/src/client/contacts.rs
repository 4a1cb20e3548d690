//! Questions of people who stay anonymous (BAS-10). Not about a client: codes, a day, and a few sealed words that
//! the team reads. Nothing here leads to a dossier.

use std::sync::Arc;

use domain::anonymous_contact::{AnonymousContact, ContactDone, ContactKind, Topic};
use domain::{ContactId, TeamId};
use jiff::civil::Date;
use policy::actions::{ListContacts, NoteContact, OfTeam, PurgeContacts, RemoveContact};
use policy::{Action, May};
use uuid::Uuid;
use vault::{DataKey, Place, Sealed};

use super::keys;
use crate::error::Error;
use crate::reading::Text;
use crate::value::Row;
use crate::work::Work;
use crate::{params, sql};

/// A contact as the team reads it. Who noted it stands on the record only.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contact {
    pub id: ContactId,
    pub happened_on: Date,
    pub kind: ContactKind,
    pub topic: Topic,
    pub done: ContactDone,
    /// None: there were no words, or they are gone (RET-01).
    pub text: Option<Text>,
}

/// How often something was asked about in a year.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Count {
    pub year: i16,
    pub topic: Topic,
    pub count: i64,
}

const fn place(contact: Uuid) -> Place {
    Place { table: "anonymous_contact", row: contact, column: "words" }
}

fn team_of<A: Action<About = OfTeam>>(work: &Work<'_, A>) -> Result<TeamId, Error> {
    work.about().0.ok_or(Error::Rows { expected: 1, met: 0 })
}

/// Notes a contact of the team.
pub async fn note<A>(work: &mut Work<'_, A>, new: &AnonymousContact) -> Result<ContactId, Error>
where
    A: May<NoteContact> + Action<About = OfTeam>,
{
    let team = team_of(work)?;
    let (controller, author, now) = (work.staff()?.controller, work.staff_id()?, work.now());
    // It tells nothing, not even its order among others of the same day.
    let id = ContactId(work.random_id());
    let words = match new.text() {
        Some(text) => {
            let key = key_of(work, team).await?;
            Some(work.seal(&key, place(id.uuid()), text))
        }
        None => None,
    };
    let (kind, topic, done) = (new.kind().code(), new.topic().code(), new.done().code());
    work.tx
        .run_one(
            sql!(
                "INSERT INTO anonymous_contact (id, controller, team, author, happened_on, kind, topic, done, words,
                                                recorded_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)"
            ),
            params![id, controller, team, author, new.day(), kind, topic, done, words, now],
        )
        .await?;
    work.names(id.uuid());
    Ok(id)
}

/// The key of what a team keeps about nobody in particular; made when it is not there yet.
async fn key_of<A: May<NoteContact>>(work: &mut Work<'_, A>, team: TeamId) -> Result<Arc<DataKey>, Error> {
    keys::of_owner(work, team.uuid(), "contacts").await
}

/// The contacts of the team, newest day first.
pub async fn of_team<A>(work: &mut Work<'_, A>, skip: u32, take: u32) -> Result<Vec<Contact>, Error>
where
    A: May<ListContacts> + Action<About = OfTeam>,
{
    let team = team_of(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT id, happened_on, kind, topic, done, words
                   FROM anonymous_contact
                  WHERE team = $1
                  ORDER BY happened_on DESC, recorded_at DESC, id
                  LIMIT $2 OFFSET $3"
            ),
            params![team, i64::from(take), i64::from(skip)],
        )
        .await?;
    let mut contacts = Vec::with_capacity(rows.len());
    for row in rows {
        contacts.push(contact(work, &row).await?);
    }
    work.counts(contacts.len());
    Ok(contacts)
}

async fn contact<A: Action>(work: &mut Work<'_, A>, row: &Row) -> Result<Contact, Error> {
    let id: ContactId = row.get(0)?;
    let code = |column: usize| row.get::<String>(column);
    let sealed: Option<Sealed> = row.get(5)?;
    work.names(id.uuid());
    Ok(Contact {
        id,
        happened_on: row.get(1)?,
        kind: code(2)?.parse().map_err(|_| Error::Column { column: 2 })?,
        topic: code(3)?.parse().map_err(|_| Error::Column { column: 3 })?,
        done: code(4)?.parse().map_err(|_| Error::Column { column: 4 })?,
        text: match sealed {
            Some(sealed) => Some(work.text(place(id.uuid()), sealed).await?),
            None => None,
        },
    })
}

/// How many there are of each topic, by year.
pub async fn counts<A>(work: &mut Work<'_, A>) -> Result<Vec<Count>, Error>
where
    A: May<ListContacts> + Action<About = OfTeam>,
{
    let team = team_of(work)?;
    let rows = work
        .tx
        .all(
            sql!(
                "SELECT substr(happened_on, 1, 4), topic, COUNT(*)
                   FROM anonymous_contact
                  WHERE team = $1
                  GROUP BY substr(happened_on, 1, 4), topic
                  ORDER BY 1, 2"
            ),
            params![team],
        )
        .await?;
    rows.iter()
        .map(|row| {
            let (year, topic): (String, String) = (row.get(0)?, row.get(1)?);
            Ok(Count {
                year: year.parse().map_err(|_| Error::Column { column: 0 })?,
                topic: topic.parse().map_err(|_| Error::Column { column: 1 })?,
                count: row.get(2)?,
            })
        })
        .collect()
}

/// Takes a contact of the team away; false when there is none (any more).
pub async fn remove<A>(work: &mut Work<'_, A>, contact: ContactId) -> Result<bool, Error>
where
    A: May<RemoveContact> + Action<About = OfTeam>,
{
    let team = team_of(work)?;
    let gone = work
        .tx
        .run(
            sql!(
                "DELETE FROM anonymous_contact
                  WHERE id = $1 AND team = $2"
            ),
            params![contact, team],
        )
        .await?;
    if gone == 1 {
        work.names(contact.uuid());
    }
    Ok(gone == 1)
}

/// The words of contacts before `words_since` go, and whole contacts before `counted_since`. Says how many rows it
/// was about.
pub async fn purge<A: May<PurgeContacts>>(
    work: &mut Work<'_, A>,
    words_since: Date,
    counted_since: Date,
) -> Result<u64, Error> {
    let gone = work
        .tx
        .run(
            sql!(
                "DELETE FROM anonymous_contact
                  WHERE happened_on < $1"
            ),
            params![counted_since],
        )
        .await?;
    let silent = work
        .tx
        .run(
            sql!(
                "UPDATE anonymous_contact
                    SET words = NULL
                  WHERE words IS NOT NULL AND happened_on < $1"
            ),
            params![words_since],
        )
        .await?;
    work.note.count = gone + silent;
    Ok(gone + silent)
}
