//! The search itself: the own parts and their keys, one statement for what the tokens meet, and the texts of one page.
//! What is behind a wall is left out in the statement, so that no count or page tells of it (MOD-07).

use std::collections::{BTreeMap, BTreeSet};

use domain::people::Fact;
use domain::plan::Plan;
use domain::{DocumentId, DossierId, EntryId, LegalDomain, Pseudonym};
use policy::actions::SearchOwn;
use policy::{Action, May};
use uuid::Uuid;
use vault::{KeyId, Place, Sealed};

use super::{Hit, What};
use crate::client::caseload::Case;
use crate::client::entries::{Page, text_places};
use crate::client::{documents, people, plans};
use crate::error::Error;
use crate::record::ItemOf;
use crate::value::Value;
use crate::work::Work;
use crate::{pair, params, sql};

/// One page of what was found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// On all pages.
    pub total: usize,
}

/// Whose key makes tokens, and where that is.
#[derive(Clone, Copy)]
struct Reach {
    dossier: DossierId,
    subject: Pseudonym,
    /// None: it is the client's own, under no law.
    domain: Option<LegalDomain>,
}

/// What holds all of these words, in the parts of these dossiers that the worker is involved with; newest first. What is open
/// in an emergency only is not searched: there one looks at what is needed (ACC-03).
pub async fn find<A: May<SearchOwn>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    words: &BTreeSet<String>,
    page: Page,
) -> Result<Found, Error> {
    let mut found = Found { hits: Vec::new(), total: 0 };
    if words.is_empty() {
        return Ok(found);
    }
    let (reach, tokens) = tokens(work, cases, words).await?;
    let rows = met(work, &tokens, words.len(), page).await?;
    for row in rows {
        let (kind, item, owner): (String, Uuid, Uuid) = (row.get(0)?, row.get(1)?, row.get(2)?);
        found.total = usize::try_from(row.get::<i64>(4)?).unwrap_or_default();
        // A token of another part is as likely as a lost lottery of all atoms; the wall does not rest on that.
        let Some(of) = reach.get(&owner).copied() else { continue };
        let read = match kind.as_str() {
            "entry" => entry(work, of, item, owner).await?,
            "plan" => plan(work, of, item).await?,
            "person" => person(work, item).await?,
            "document" => document(work, of, item, owner).await?,
            _ => return Err(Error::Column { column: 0 }),
        };
        if let Some((named, what, by, texts)) = read {
            let Reach { subject, dossier, domain } = of;
            work.names_of(ItemOf { subject, dossier, domain, item: named });
            found.hits.push(Hit { dossier: of.dossier, what, day: row.get(3)?, by, texts });
        }
    }
    Ok(found)
}

/// The tokens of the words under each key of the own parts and clients. A key that is gone finds nothing any more.
async fn tokens<A: May<SearchOwn>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
    words: &BTreeSet<String>,
) -> Result<(BTreeMap<Uuid, Reach>, Vec<i64>), Error> {
    let mut reach = BTreeMap::new();
    let mut keys = BTreeSet::new();
    for row in own_keys(work).await? {
        let (part, client): (Uuid, Uuid) = (row.get(0)?, row.get(4)?);
        let (dossier, domain, subject) = (row.get(2)?, row.get(3)?, row.get(5)?);
        if !is_involved(cases, dossier, domain) {
            continue;
        }
        reach.insert(part, Reach { dossier, subject, domain: Some(domain) });
        reach.insert(client, Reach { dossier, subject, domain: None });
        keys.extend(row.get::<Option<KeyId>>(1)?);
        keys.insert(row.get::<KeyId>(6)?);
    }
    let mut tokens = Vec::with_capacity(keys.len() * words.len());
    for id in keys {
        let Some(key) = work.key_if_there(id).await? else { continue };
        let index = key.word_index();
        tokens.extend(words.iter().map(|word| index.token(word)));
    }
    Ok((reach, tokens))
}

/// By involvement, in this domain, and nothing that the list of own dossiers leaves out.
fn is_involved(cases: &[Case], dossier: DossierId, domain: LegalDomain) -> bool {
    // Sorted by dossier: the list was made from a map.
    let at = cases.binary_search_by_key(&dossier, |case| case.dossier);
    let case = at.ok().and_then(|at| cases.get(at));
    case.is_some_and(|case| case.domains.iter().any(|(of, role)| *of == domain && role != "emergency"))
}

async fn own_keys<A: May<SearchOwn>>(work: &mut Work<'_, A>) -> Result<Vec<crate::value::Row>, Error> {
    let (staff, now) = (work.staff_id()?, work.now());
    work.tx
        .all(
            sql!(
                "SELECT p.id, k.data_key, p.dossier, p.domain, c.id, c.pseudonym, c.core_key
                   FROM involvement i
                   JOIN dossier_part p ON p.id = i.part
                   JOIN dossier d ON d.id = p.dossier
                   JOIN client c ON c.id = d.client
                   LEFT JOIN part_key k ON k.part = p.id
                  WHERE i.staff = $1 AND i.superseded_at IS NULL
                    AND i.valid_from <= $2 AND (i.valid_until IS NULL OR i.valid_until > $2)"
            ),
            params![staff, now],
        )
        .await
}

/// What all words meet, but for what is withdrawn or hidden from the worker. All tokens of one item are under one key, so as
/// many different ones as there are words is all of them.
async fn met<A: May<SearchOwn>>(
    work: &mut Work<'_, A>,
    tokens: &[i64],
    words: usize,
    page: Page,
) -> Result<Vec<crate::value::Row>, Error> {
    let list = serde_json::to_string(tokens).map_err(|_| Error::Record("tokens that are no text".into()))?;
    let with = [
        Value::from(list),
        Value::Int(i64::try_from(words).unwrap_or(i64::MAX)),
        Value::from(work.staff_id()?),
        Value::from(work.now()),
        Value::Int(page.take.into()),
        Value::Int(page.skip.into()),
    ];
    work.tx
        .all(
            pair! {
                sqlite: "SELECT i.kind, i.item, i.owner, i.day, COUNT(*) OVER ()
                       FROM (SELECT t.item
                               FROM json_each($1) w
                               JOIN search_token t ON t.token = w.value
                              GROUP BY t.item
                             HAVING COUNT(*) = $2) m
                       JOIN search_item i ON i.id = m.item
                       LEFT JOIN entry e ON i.kind = 'entry' AND e.id = i.item
                       LEFT JOIN document o ON i.kind = 'document' AND o.id = i.item
                      WHERE e.withdrawn_at IS NULL AND o.withdrawn_at IS NULL
                        AND NOT EXISTS (SELECT 1
                                          FROM shield h
                                         WHERE h.entry = e.id AND h.superseded_at IS NULL
                                           AND h.valid_from <= $4 AND (h.valid_until IS NULL OR h.valid_until > $4)
                                           AND (h.staff = $3 OR (h.audience = 'other-workers' AND e.author <> $3)))
                      ORDER BY i.day DESC, i.id DESC
                      LIMIT $5 OFFSET $6",
                postgres: "SELECT i.kind, i.item, i.owner, i.day, COUNT(*) OVER ()
                       FROM (SELECT t.item
                               FROM json_array_elements_text(CAST(CAST($1 AS TEXT) AS JSON)) AS w(value)
                               JOIN search_token t ON t.token = CAST(w.value AS BIGINT)
                              GROUP BY t.item
                             HAVING COUNT(*) = $2) m
                       JOIN search_item i ON i.id = m.item
                       LEFT JOIN entry e ON i.kind = 'entry' AND e.id = i.item
                       LEFT JOIN document o ON i.kind = 'document' AND o.id = i.item
                      WHERE e.withdrawn_at IS NULL AND o.withdrawn_at IS NULL
                        AND NOT EXISTS (SELECT 1
                                          FROM shield h
                                         WHERE h.entry = e.id AND h.superseded_at IS NULL
                                           AND h.valid_from <= $4 AND (h.valid_until IS NULL OR h.valid_until > $4)
                                           AND (h.staff = $3 OR (h.audience = 'other-workers' AND e.author <> $3)))
                      ORDER BY i.day DESC, i.id DESC
                      LIMIT $5 OFFSET $6",
            },
            &with,
        )
        .await
}

/// What is named in the record, what it is, who wrote it, and its texts.
type Read = Option<(Uuid, What, String, Vec<crate::reading::Text>)>;

async fn entry<A: Action>(work: &mut Work<'_, A>, of: Reach, item: Uuid, part: Uuid) -> Result<Read, Error> {
    let Some(domain) = of.domain else { return Ok(None) };
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT v.id, v.facts, v.opinion, e.kind, s.name
                   FROM entry e
                   JOIN entry_version v ON v.entry = e.id AND v.version = e.version
                   JOIN staff s ON s.id = e.author
                  WHERE e.id = $1 AND e.part = $2 AND e.withdrawn_at IS NULL"
            ),
            params![item, part],
        )
        .await?;
    let Some(mut row) = row else { return Ok(None) };
    let [facts, opinion]: [Place; 2] = text_places(row.get(0)?);
    let texts = vec![work.text(facts, row.take(1)?).await?, work.text(opinion, row.take(2)?).await?];
    let what = What::Entry { id: EntryId(item), kind: row.take(3)?, domain };
    Ok(Some((item, what, row.take(4)?, texts)))
}

async fn plan<A: Action>(work: &mut Work<'_, A>, of: Reach, part: Uuid) -> Result<Read, Error> {
    let Some(domain) = of.domain else { return Ok(None) };
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT v.id, v.content, s.name
                   FROM plan p
                   JOIN plan_version v ON v.part = p.part AND v.version = p.version
                   JOIN staff s ON s.id = v.author
                  WHERE p.part = $1"
            ),
            params![part],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (version, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(1)?);
    let document = work.open(plans::content_place(version), &sealed).await?;
    let plan: Plan =
        serde_json::from_str(&document).map_err(|_| Error::Record("a plan that is no plan".into()))?;
    let texts = plan.texts().into_iter().map(crate::reading::Text::from).collect();
    Ok(Some((version, What::Plan { domain }, row.get(2)?, texts)))
}

async fn person<A: Action>(work: &mut Work<'_, A>, fact: Uuid) -> Result<Read, Error> {
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT f.id, f.body, s.name
                   FROM people_fact f
                   JOIN staff s ON s.id = f.author
                  WHERE f.fact = $1 AND f.superseded_at IS NULL AND f.valid_until IS NULL"
            ),
            params![fact],
        )
        .await?;
    let Some(row) = row else { return Ok(None) };
    let (version, sealed): (Uuid, Sealed) = (row.get(0)?, row.get(1)?);
    let body = work.open(people::place(version), &sealed).await?;
    let says: Fact = serde_json::from_str(&body).map_err(|_| Error::Column { column: 1 })?;
    let Fact::Person(person) = says else { return Ok(None) };
    Ok(Some((version, What::Person, row.get(2)?, vec![person.name.into()])))
}

async fn document<A: Action>(
    work: &mut Work<'_, A>,
    of: Reach,
    item: Uuid,
    part: Uuid,
) -> Result<Read, Error> {
    let Some(domain) = of.domain else { return Ok(None) };
    let row = work
        .tx
        .opt(
            sql!(
                "SELECT d.title, s.name
                   FROM document d
                   JOIN staff s ON s.id = d.author
                  WHERE d.id = $1 AND d.part = $2 AND d.withdrawn_at IS NULL"
            ),
            params![item, part],
        )
        .await?;
    let Some(mut row) = row else { return Ok(None) };
    let id = DocumentId(item);
    let title = work.text(documents::title_place(id), row.take(0)?).await?;
    Ok(Some((item, What::Document { id, domain }, row.take(1)?, vec![title])))
}
