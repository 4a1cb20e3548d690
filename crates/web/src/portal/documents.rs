//! `/mijn/documenten`: the documents of the own dossier, shown as the worker sees them.

use app::document::{Open, ReadOwnAll, ReadOwnOne};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::{DocumentId, DossierId};

use super::{Asked, Chosen, frame, own};
use crate::answer::html;
use crate::document::{self, facts, line, shown, title};
use crate::page::ResidentPage;
use crate::refused;
use crate::view::portal::documents::{OwnDocumentPage, OwnDocumentsPage};

/// From whom it came, in words for the client.
const FROM: &str = "own-documents-from";

/// `/mijn/documenten`
pub(crate) async fn list(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let chosen = Chosen::of(&page, &asked).await?;
    let read = own(&page, chosen.dossier).await?;
    let documents = page.read(ReadOwnAll(read.head.dossier)).await?;
    let (frame, words) = frame(&page, &read.fields);
    let lines = documents.iter().map(|it| line(words, ("/mijn/documenten", FROM), it, &read.head.parts));
    Ok(html(&OwnDocumentsPage { lines: lines.collect(), frame, houses: chosen.houses("/mijn/documenten") }))
}

async fn opened(page: &ResidentPage, document: &str) -> Result<(DossierId, Open), Response> {
    let document = document.parse::<DocumentId>().map_err(|_| refused::not_yours(page))?;
    page.read(ReadOwnOne(document)).await
}

/// `/mijn/documenten/{document}`
pub(crate) async fn one(
    page: ResidentPage,
    Path(document): Path<String>,
    Query(asked): Query<document::Asked>,
) -> Result<Response, Response> {
    let (dossier, open) = opened(&page, &document).await?;
    let read = own(&page, Some(dossier)).await?;
    let (frame, words) = frame(&page, &read.fields);
    let base = format!("/mijn/documenten/{}", open.document.id);
    Ok(html(&OwnDocumentPage {
        frame,
        title: title(words, &open.document),
        facts: facts(words, FROM, &open.document, &read.head.parts),
        sheet: shown(&page, words, &open, (base, "own-documents-picture-only"), asked.blad).await?,
        back: "/mijn/documenten".to_owned(),
    }))
}

/// `/mijn/documenten/{document}/blad/{number}`
pub(crate) async fn sheet(
    page: ResidentPage,
    Path((document, number)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (_, open) = opened(&page, &document).await?;
    document::picture(&page, &open, &number).await
}
