//! Adding documents whose files lie ready, and withdrawing one.

use domain::document::FileKind;
use domain::entry::WithdrawGround;
use domain::{ClientId, DocumentId, PartId};
use jiff::civil::Date;
use policy::actions::{AddDocument, OfDocument, OfPart, WithdrawDocument};
use policy::{Action, May};

use super::{key_place, title_place, why_place};
use crate::client::search;
use crate::error::Error;
use crate::files::SealedFile;
use crate::value::Value;
use crate::work::Work;
use crate::{params, sql};

/// A document that comes in.
#[derive(Clone, Debug)]
pub struct NewDocument {
    pub title: String,
    /// A `domain::entry::Source` code.
    pub source: &'static str,
    /// A `domain::entry::DataCategory` code.
    pub category: &'static str,
    pub dated: Date,
    pub kind: FileKind,
    pub sheets: u16,
    /// In bytes, as it is kept.
    pub size: u64,
    pub scanned: bool,
    pub file: SealedFile,
}

/// How a document is withdrawn.
#[derive(Clone, Debug)]
pub struct NewWithdrawal {
    pub ground: WithdrawGround,
    /// In the words of who withdraws it; may be empty.
    pub why: String,
}

/// Adds a document to the part the work is about.
pub async fn add<A>(work: &mut Work<'_, A>, new: &NewDocument) -> Result<DocumentId, Error>
where
    A: May<AddDocument> + Action<About = OfPart>,
{
    let (part, domain, controller) = {
        let facts = work.part()?;
        (facts.part, facts.domain, facts.controller)
    };
    let (id, author, now) = (DocumentId(work.new_id()), work.staff_id()?, work.now());
    let client: ClientId = work
        .tx
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
        .get(0)?;
    let key = work.part_key(part, domain).await?;
    let title = work.seal(&key, title_place(id), &new.title);
    let file_key = work.seal_file_key(&key, key_place(id), &new.file.key);
    let values: [Value; 17] = [
        id.into(),
        part.into(),
        controller.into(),
        domain.code().into(),
        new.category.into(),
        client.into(),
        author.into(),
        new.source.into(),
        new.dated.into(),
        title.into(),
        new.kind.code().into(),
        i64::from(new.sheets).into(),
        i64::try_from(new.size).unwrap_or(i64::MAX).into(),
        new.file.id.into(),
        file_key.into(),
        new.scanned.into(),
        now.into(),
    ];
    work.tx
        .run_one(
            sql!(
                "INSERT INTO document (id, part, controller, domain, category, subject, author, source, dated, title,
                                       kind, sheets, size, file, file_key, scanned, recorded_at, content_changed_at)
                 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17)"
            ),
            &values,
        )
        .await?;
    search::put_document(work, (id, part), &key, new.dated, &new.title).await?;
    changed(work, part).await?;
    work.names(id.uuid());
    Ok(id)
}

/// Withdraws the document the work is about. False: it was withdrawn already.
pub async fn withdraw<A>(work: &mut Work<'_, A>, new: &NewWithdrawal) -> Result<bool, Error>
where
    A: May<WithdrawDocument> + Action<About = OfDocument>,
{
    let id = work.about().0;
    let (part, domain) = {
        let facts = work.part()?;
        (facts.part, facts.domain)
    };
    let key = work.part_key(part, domain).await?;
    let why = work.seal(&key, why_place(id), &new.why);
    let (by, now) = (work.staff_id()?, work.now());
    let withdrawn = work
        .tx
        .run(
            sql!(
                "UPDATE document
                    SET withdrawn_at = $3, withdrawn_by = $4, withdrawn_ground = $5, withdrawn_why = $6,
                        content_changed_at = $3
                  WHERE id = $1 AND part = $2 AND withdrawn_at IS NULL"
            ),
            params![id, part, now, by, new.ground.code(), why],
        )
        .await?;
    if withdrawn == 0 {
        return Ok(false);
    }
    search::forget(work, search::Kind::Document, id.uuid()).await?;
    changed(work, part).await?;
    Ok(true)
}

/// A document is content: the clock of RET-02 starts anew.
async fn changed<A: Action>(work: &mut Work<'_, A>, part: PartId) -> Result<(), Error> {
    let now = work.now();
    work.tx
        .run_one(
            sql!(
                "UPDATE dossier_part
                    SET last_content_change = $2
                  WHERE id = $1"
            ),
            params![part, now],
        )
        .await
}
