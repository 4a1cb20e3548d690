//! A worker adds documents whose files lie ready. A form sent twice adds once.

use domain::document::{DocumentTitle, FILES_AT_ONCE, TitleError};
use domain::entry::{OccurredError, occurred_on};
use domain::{DataCategory, DocumentId, DossierId, PartId, Source, amsterdam_date};
use jiff::civil::Date;
use policy::actions::{AddDocument, OfPart};
use store::client::documents::{self, NewDocument};
use store::{Undone, UseCase, Work};
use uuid::Uuid;

use super::Brought;

/// Asks whether documents may be added, before a file is read at all.
#[derive(Clone, Copy, Debug)]
pub struct MayAdd(pub PartId);

impl UseCase for MayAdd {
    type Action = AddDocument;
    type Out = DossierId;
    type Refusal = std::convert::Infallible;

    fn about(&self) -> OfPart {
        OfPart(self.0)
    }

    async fn run(self, work: &mut Work<'_, AddDocument>) -> Result<DossierId, Undone<Self::Refusal>> {
        work.because("prepared");
        Ok(work.part()?.dossier)
    }
}

/// One document.
#[derive(Clone, Debug)]
pub struct Bring {
    /// As typed.
    pub title: String,
    pub brought: Brought,
}

/// Documents for a part.
#[derive(Clone, Debug)]
pub struct Add {
    pub part: PartId,
    pub source: Source,
    pub category: DataCategory,
    /// The day that stands on them, or on which they came in.
    pub dated: Date,
    /// At least one, at most [`FILES_AT_ONCE`].
    pub documents: Vec<Bring>,
    /// The token of the form, so that sending it twice adds once.
    pub form: Uuid,
}

/// What was added.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Added {
    pub dossier: DossierId,
    /// None when the same form had added them already: then the files that came again belong to nobody.
    pub documents: Option<Vec<DocumentId>>,
}

/// What is wrong with what was typed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum AddRefused {
    #[error(transparent)]
    Title(#[from] TitleError),
    #[error(transparent)]
    Dated(#[from] OccurredError),
    #[error("no document, or too many at once")]
    Count,
}

impl UseCase for Add {
    type Action = AddDocument;
    type Out = Added;
    type Refusal = AddRefused;

    fn about(&self) -> OfPart {
        OfPart(self.part)
    }

    async fn run(self, work: &mut Work<'_, AddDocument>) -> Result<Added, Undone<AddRefused>> {
        let dossier = work.part()?.dossier;
        if work.done_before(self.form).await?.is_some() {
            return Ok(Added { dossier, documents: None });
        }
        if self.documents.is_empty() || self.documents.len() > FILES_AT_ONCE {
            return Err(Undone::Rejected(AddRefused::Count));
        }
        let today = amsterdam_date(work.now());
        let dated = occurred_on(self.dated, today).map_err(|e| Undone::Rejected(e.into()))?;
        let mut added = Vec::with_capacity(self.documents.len());
        for Bring { title, brought } in self.documents {
            let title = DocumentTitle::new(&title).map_err(|e| Undone::Rejected(e.into()))?;
            let new = NewDocument {
                title: title.as_str().to_owned(),
                source: self.source.code(),
                category: self.category.code(),
                dated,
                kind: brought.kind,
                sheets: brought.sheets,
                size: brought.size,
                scanned: brought.scanned,
                file: brought.file,
            };
            added.push(documents::add(work, &new).await?);
        }
        work.done_now(self.form, &dossier.to_string()).await?;
        Ok(Added { dossier, documents: Some(added) })
    }
}
