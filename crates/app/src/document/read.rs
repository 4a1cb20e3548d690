//! The documents of a dossier and one of them, for a worker and for the client.

use std::convert::Infallible;

use domain::legal_domain::KeptFrom;
use domain::{DocumentId, DossierId, amsterdam_date};
use jiff::ToSpan;
use jiff::civil::Date;
use policy::actions::{
    OfDocument, OfDossier, ReadDocument, ReadDocuments, ReadOwnDocument, ReadOwnDocuments,
};
use store::client::documents::{self, Document, Open};
use store::{Undone, UseCase, Work};

use crate::dossier::Part;

/// The documents that a worker may see.
#[derive(Clone, Copy, Debug)]
pub struct ReadThem(pub DossierId);

/// A list of documents.
pub type Documents = Vec<Document>;

impl UseCase for ReadThem {
    type Action = ReadDocuments;
    type Out = Documents;
    type Refusal = Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadDocuments>) -> Result<Documents, Undone<Infallible>> {
        Ok(documents::list(work).await?)
    }
}

/// One document, to be shown.
#[derive(Clone, Copy, Debug)]
pub struct ReadOne(pub DocumentId);

impl UseCase for ReadOne {
    type Action = ReadDocument;
    type Out = (DossierId, Open);
    type Refusal = Infallible;

    fn about(&self) -> OfDocument {
        OfDocument(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadDocument>) -> Result<Self::Out, Undone<Infallible>> {
        Ok((work.part()?.dossier, documents::one(work).await?))
    }
}

/// The documents of the own dossier.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnAll(pub DossierId);

impl UseCase for ReadOwnAll {
    type Action = ReadOwnDocuments;
    type Out = Documents;
    type Refusal = Infallible;

    fn about(&self) -> OfDossier {
        OfDossier(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnDocuments>) -> Result<Documents, Undone<Infallible>> {
        Ok(documents::own_list(work).await?)
    }
}

/// One of them.
#[derive(Clone, Copy, Debug)]
pub struct ReadOwnOne(pub DocumentId);

impl UseCase for ReadOwnOne {
    type Action = ReadOwnDocument;
    type Out = (DossierId, Open);
    type Refusal = Infallible;

    fn about(&self) -> OfDocument {
        OfDocument(self.0)
    }

    async fn run(self, work: &mut Work<'_, ReadOwnDocument>) -> Result<Self::Out, Undone<Infallible>> {
        Ok((work.part()?.dossier, documents::own_one(work).await?))
    }
}

/// Until which day a document is kept when nothing more happens (RET-01, RET-04). None: no term is set for its law yet.
pub fn kept_until(document: &Document, part: &Part) -> Option<Date> {
    let keep = document.domain.kept_for()?;
    let from = match keep.from {
        KeptFrom::LastChange => part.last_content_change,
        KeptFrom::LastChangePerItem => document.changed_at,
        KeptFrom::LastContact => part.last_client_contact,
    };
    amsterdam_date(from).checked_add(i64::from(keep.years).years()).ok()
}
