//! Documents of a dossier part: what they are called and what they are stands here; the file itself lies sealed beside the
//! database, and its key is opened only for a deed that reads it.

mod write;

use std::sync::Arc;

use domain::document::FileKind;
use domain::{DocumentId, LegalDomain, PartId};
use jiff::Timestamp;
use jiff::civil::Date;
use policy::actions::{OfDocument, ReadDocument, ReadDocuments, ReadOwnDocument, ReadOwnDocuments};
use policy::{Action, May};
use vault::{Place, Sealed};

use super::entries::Withdrawn;
use super::six_parts;
use crate::db::Sql;
use crate::error::Error;
use crate::files::KeptFile;
use crate::reading::Text;
use crate::value::{Row, Value};
use crate::work::Work;
use crate::{params, sql};

pub use write::{NewDocument, NewWithdrawal, add, withdraw};

/// A document as its reader may see it in a list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Document {
    pub id: DocumentId,
    pub part: PartId,
    pub domain: LegalDomain,
    /// Nothing when it was withdrawn.
    pub title: Text,
    /// A `domain::entry::Source` code.
    pub source: String,
    /// A `domain::entry::DataCategory` code.
    pub category: String,
    pub author_name: String,
    /// The day that stands on it, or on which it came in.
    pub dated: Date,
    pub kind: FileKind,
    pub sheets: u16,
    /// In bytes.
    pub size: u64,
    /// A scanner looked at it when it came in.
    pub scanned: bool,
    pub recorded_at: Timestamp,
    /// From when its term runs where terms run per item (RET-04).
    pub changed_at: Timestamp,
    pub withdrawn: Option<Withdrawn>,
}

/// A document with the file to show.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Open {
    pub document: Document,
    /// None: it was withdrawn.
    pub file: Option<KeptFile>,
}

pub(in crate::client) fn title_place(id: DocumentId) -> Place {
    Place { table: "document", row: id.uuid(), column: "title" }
}

fn key_place(id: DocumentId) -> Place {
    Place { table: "document", row: id.uuid(), column: "file_key" }
}

fn why_place(id: DocumentId) -> Place {
    Place { table: "document", row: id.uuid(), column: "withdrawn_why" }
}

/// The documents of the parts that the worker may see, newest first.
pub async fn list<A: May<ReadDocuments>>(work: &mut Work<'_, A>) -> Result<Vec<Document>, Error> {
    of_parts(work).await
}

/// The documents of the own dossier, newest first.
pub async fn own_list<A: May<ReadOwnDocuments>>(work: &mut Work<'_, A>) -> Result<Vec<Document>, Error> {
    of_parts(work).await
}

/// The one document the work is about, to be read.
pub async fn one<A>(work: &mut Work<'_, A>) -> Result<Open, Error>
where
    A: May<ReadDocument> + Action<About = OfDocument>,
{
    let id = work.about().0;
    opened(work, id).await
}

/// The same, for the resident.
pub async fn own_one<A>(work: &mut Work<'_, A>) -> Result<Open, Error>
where
    A: May<ReadOwnDocument> + Action<About = OfDocument>,
{
    let id = work.about().0;
    opened(work, id).await
}

async fn of_parts<A: Action>(work: &mut Work<'_, A>) -> Result<Vec<Document>, Error> {
    let with = six_parts(work)?;
    let found = read(
        work,
        sql!(
            "SELECT m.id, m.part, m.domain, m.title, m.source, m.category, s.name, m.dated, m.kind, m.sheets, m.size,
                    m.scanned, m.recorded_at, m.content_changed_at, m.withdrawn_at, x.name, m.withdrawn_ground,
                    m.withdrawn_why
               FROM document m
               JOIN staff s ON s.id = m.author
               LEFT JOIN staff x ON x.id = m.withdrawn_by
              WHERE m.part IN ($1, $2, $3, $4, $5, $6)
              ORDER BY m.dated DESC, m.recorded_at DESC, m.id DESC"
        ),
        &with,
    )
    .await?;
    work.counts(found.len());
    Ok(found.into_iter().map(|(document, _)| document).collect())
}

async fn opened<A: Action>(work: &mut Work<'_, A>, id: DocumentId) -> Result<Open, Error> {
    let part = work.part()?.part;
    let mut found = read(
        work,
        sql!(
            "SELECT m.id, m.part, m.domain, m.title, m.source, m.category, s.name, m.dated, m.kind, m.sheets, m.size,
                    m.scanned, m.recorded_at, m.content_changed_at, m.withdrawn_at, x.name, m.withdrawn_ground,
                    m.withdrawn_why, m.file, m.file_key
               FROM document m
               JOIN staff s ON s.id = m.author
               LEFT JOIN staff x ON x.id = m.withdrawn_by
              WHERE m.part = $1 AND m.id = $2"
        ),
        params![part, id],
    )
    .await?;
    let (document, mut row) = found.pop().ok_or(Error::Rows { expected: 1, met: 0 })?;
    let file = match document.withdrawn {
        Some(_) => None,
        None => {
            let sealed: Sealed = row.take(19)?;
            let key = work.key(sealed.key_id()).await?;
            Some(KeptFile { id: row.get(18)?, key: Arc::new(key.open_file_key(key_place(id), &sealed)?) })
        }
    };
    Ok(Open { document, file })
}

async fn read<A: Action>(
    work: &mut Work<'_, A>,
    sql: Sql,
    with: &[Value],
) -> Result<Vec<(Document, Row)>, Error> {
    let rows = work.tx.all(sql, with).await?;
    let mut documents = Vec::with_capacity(rows.len());
    for mut row in rows {
        documents.push((document(work, &mut row).await?, row));
    }
    Ok(documents)
}

async fn document<A: Action>(work: &mut Work<'_, A>, row: &mut Row) -> Result<Document, Error> {
    let id: DocumentId = row.get(0)?;
    let withdrawn = match row.get::<Option<Timestamp>>(14)? {
        None => None,
        Some(at) => Some(Withdrawn {
            at,
            by: row.take(15)?,
            ground: row.take(16)?,
            why: work.text(why_place(id), row.take(17)?).await?,
        }),
    };
    let title = match withdrawn {
        // A title tells as much as a text.
        Some(_) => Text::default(),
        None => work.text(title_place(id), row.take(3)?).await?,
    };
    work.names(id.uuid());
    let kind: String = row.take(8)?;
    let sheets: u64 = row.get(9)?;
    Ok(Document {
        id,
        part: row.get(1)?,
        domain: row.get(2)?,
        title,
        source: row.take(4)?,
        category: row.take(5)?,
        author_name: row.take(6)?,
        dated: row.get(7)?,
        kind: kind.parse().map_err(|_| Error::Column { column: 8 })?,
        sheets: u16::try_from(sheets).map_err(|_| Error::Column { column: 9 })?,
        size: row.get(10)?,
        scanned: row.get(11)?,
        recorded_at: row.get(12)?,
        changed_at: row.get(13)?,
        withdrawn,
    })
}
