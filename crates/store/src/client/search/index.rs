//! What makes something findable: its tokens, written in the transaction of the deed that wrote it.

use domain::people::Fact;
use domain::plan::Plan;
use domain::{DocumentId, EntryId, PartId, PeopleFactId, amsterdam_date};
use jiff::civil::Date;
use policy::Action;
use uuid::Uuid;
use vault::DataKey;

use super::Kind;
use crate::error::Error;
use crate::stems::distinct;
use crate::value::Value;
use crate::work::Work;
use crate::{params, sql};

/// Something that is to be found.
pub(in crate::client) struct Item {
    pub(in crate::client) kind: Kind,
    pub(in crate::client) id: Uuid,
    /// The part or client whose key makes the tokens.
    pub(in crate::client) owner: Uuid,
    pub(in crate::client) day: Date,
}

/// Makes an entry findable at its newest version, sealed by this key.
pub(in crate::client) async fn put_entry<A: Action>(
    work: &mut Work<'_, A>,
    (entry, part): (EntryId, PartId),
    key: &DataKey,
    texts: [&str; 2],
) -> Result<(), Error> {
    let day: Date = work
        .tx
        .one(
            sql!(
                "SELECT happened_on
                   FROM entry
                  WHERE id = $1"
            ),
            params![entry],
        )
        .await?
        .get(0)?;
    put(work, &Item { kind: Kind::Entry, id: entry.uuid(), owner: part.uuid(), day }, key, &texts).await
}

/// Makes the plan of a part findable as it is now.
pub(in crate::client) async fn put_plan<A: Action>(
    work: &mut Work<'_, A>,
    part: PartId,
    key: &DataKey,
    plan: &Plan,
) -> Result<(), Error> {
    let day = amsterdam_date(work.now());
    let item = Item { kind: Kind::Plan, id: part.uuid(), owner: part.uuid(), day };
    put(work, &item, key, &plan.texts()).await
}

/// Makes somebody around a client findable by name, while what is known of them holds.
pub(in crate::client) async fn put_person<A: Action>(
    work: &mut Work<'_, A>,
    (fact, owner): (PeopleFactId, Uuid),
    key: &DataKey,
    says: &Fact,
    holds: bool,
) -> Result<(), Error> {
    let Fact::Person(person) = says else { return Ok(()) };
    if !holds {
        return forget(work, Kind::Person, fact.uuid()).await;
    }
    let item = Item { kind: Kind::Person, id: fact.uuid(), owner, day: amsterdam_date(work.now()) };
    put(work, &item, key, &[&person.name]).await
}

/// Makes a document findable by its title; what stands in the file is not searched.
pub(in crate::client) async fn put_document<A: Action>(
    work: &mut Work<'_, A>,
    (document, part): (DocumentId, PartId),
    key: &DataKey,
    day: Date,
    title: &str,
) -> Result<(), Error> {
    let item = Item { kind: Kind::Document, id: document.uuid(), owner: part.uuid(), day };
    put(work, &item, key, &[title]).await
}

/// Makes something findable by these texts, and by nothing that it said before.
pub(in crate::client) async fn put<A: Action>(
    work: &mut Work<'_, A>,
    item: &Item,
    key: &DataKey,
    texts: &[&str],
) -> Result<(), Error> {
    forget(work, item.kind, item.id).await?;
    let number: i64 = work
        .tx
        .one(
            sql!(
                "INSERT INTO search_item (kind, item, owner, day)
                 VALUES ($1, $2, $3, $4)
                 RETURNING id"
            ),
            params![item.kind.code(), item.id, item.owner, item.day],
        )
        .await?
        .get(0)?;
    let index = key.word_index();
    let mut tokens: Vec<i64> = distinct(texts).iter().map(|word| index.token(word)).collect();
    tokens.sort_unstable();
    tokens.dedup();
    let rows: Vec<Vec<Value>> = tokens.into_iter().map(|token| params![token, number].to_vec()).collect();
    work.tx.run_each(sql!("INSERT INTO search_token (token, item) VALUES ($1, $2)"), &rows).await
}

/// Takes something out of what can be found.
pub(in crate::client) async fn forget<A: Action>(
    work: &mut Work<'_, A>,
    kind: Kind,
    item: Uuid,
) -> Result<(), Error> {
    let known = work
        .tx
        .opt(
            sql!(
                "SELECT id
                   FROM search_item
                  WHERE item = $1 AND kind = $2"
            ),
            params![item, kind.code()],
        )
        .await?;
    let Some(known) = known else { return Ok(()) };
    let number: i64 = known.get(0)?;
    work.tx.run(sql!("DELETE FROM search_token WHERE item = $1"), params![number]).await?;
    work.tx.run_one(sql!("DELETE FROM search_item WHERE id = $1"), params![number]).await
}
