//! A document on paper, for a purpose that stands on the record and on the paper (ACC-24).

use app::document::{Open, Print, Shown};
use axum::extract::Path;
use axum::response::Response;
use domain::plan::PrintPurpose;
use domain::{DocumentId, DossierId};

use super::{ids, opened, sheet, title};
use crate::answer::{html, to_mend};
use crate::dossier::masthead;
use crate::entry::head_of;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::document::{PaperPage, PaperSheet, PrintDocumentPage};
use crate::view::dossier::Tab;
use crate::view::{Choice, FieldErrors, Form};
use crate::wording::moment;

/// `/werk/dossier/{dossier}/documenten/{document}/afdrukken`
pub(crate) async fn ask(
    page: StaffPage,
    Path((dossier, document)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (dossier, document) = ids(&page, &dossier, &document)?;
    Ok(html(&asked(&page, dossier, document, page.form()).await?))
}

/// The form; what was withdrawn, and what somebody else works with, has none.
async fn asked(
    page: &StaffPage,
    dossier: DossierId,
    document: DocumentId,
    form: Form,
) -> Result<PrintDocumentPage, Response> {
    let words = page.words();
    let open = opened(page, dossier, document).await?;
    let read = page.read(head_of(dossier)).await?;
    if open.file.is_none() || !may_print(page, &read, &open) {
        return Err(refused::absent(page));
    }
    let back = format!("/werk/dossier/{dossier}/documenten/{document}");
    Ok(PrintDocumentPage {
        frame: page.frame(),
        masthead: masthead(page, &read, Tab::Documents),
        form,
        title: title(words, &open.document),
        purposes: PrintPurpose::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("reason", it.code())))
            .collect(),
        action: format!("{back}/afdrukken"),
        cancel: back,
    })
}

/// Whoever works with the part, also when it is closed; nobody in an emergency.
pub(super) fn may_print(page: &StaffPage, read: &app::dossier::DossierRead, open: &Open) -> bool {
    page.post.function.carries_cases() && read.works_with.contains(&open.document.domain)
}

/// All its sheets on one page, with who prints it when and what for.
pub(crate) async fn print(
    Path((dossier, document)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (dossier, document) = ids(&page, &dossier, &document)?;
    let shown = asked(&page, dossier, document, page.form()).await?;
    let words = page.words();
    let Ok(purpose) = typed.get("purpose").parse::<PrintPurpose>() else {
        let errors = FieldErrors::from([("purpose", words.t("plan-print-missing"))]);
        return Ok(to_mend(&PrintDocumentPage { form: page.form_again(typed).but(errors), ..shown }));
    };
    let (stands_in, open) = match page.perform(Print { document, purpose }).await? {
        Ok(found) => found,
        Err(never) => match never {},
    };
    // Withdrawn since the form was read.
    if stands_in != dossier || open.file.is_none() {
        return Err(refused::absent(&page));
    }
    let back = format!("/werk/dossier/{dossier}/documenten/{document}");
    let mut sheets = Vec::new();
    for number in 1..=open.document.sheets.max(1) {
        let said = [("number", u32::from(number).into()), ("last", u32::from(open.document.sheets).into())];
        let text = match open.document.kind.is_drawn() {
            true => None,
            false => match sheet(&page, &open, number).await? {
                Shown::Words(text) => Some(text),
                Shown::Jpeg(_) | Shown::Png(_) => None,
            },
        };
        sheets.push(PaperSheet {
            picture: format!("{back}/blad/{number}"),
            alt: words.with("documents-sheet-alt", &said),
            words: text,
        });
    }
    let mark = words.with(
        "plan-printed-by",
        &[
            ("name", page.post.name.as_str().into()),
            ("when", moment(words, page.app().now()).into()),
            ("purpose", words.code("reason", purpose.code()).into()),
        ],
    );
    let title = title(words, &open.document);
    Ok(html(&PaperPage { frame: page.frame(), title, sheets, mark, back }))
}
