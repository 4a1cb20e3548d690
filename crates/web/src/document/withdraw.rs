//! Withdrawing a document that does not belong in this dossier.

use app::document::{Withdraw, WithdrawRefused};
use axum::extract::Path;
use axum::response::Response;
use domain::entry::WithdrawGround;
use domain::{DocumentId, DossierId};

use super::{ids, opened, title};
use crate::answer::{html, see_other, to_mend};
use crate::entry::{head_of, problem_key};
use crate::page::StaffPage;
use crate::sent::StaffSent;
use crate::view::document::WithdrawDocumentPage;
use crate::view::{Choice, FieldErrors, Form};

/// `/werk/dossier/{dossier}/documenten/{document}/intrekken`
pub(crate) async fn ask(
    page: StaffPage,
    Path((dossier, document)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (dossier, document) = ids(&page, &dossier, &document)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&asked(&page, dossier, document, form).await?))
}

async fn asked(
    page: &StaffPage,
    dossier: DossierId,
    document: DocumentId,
    form: Form,
) -> Result<WithdrawDocumentPage, Response> {
    let words = page.words();
    let open = opened(page, dossier, document).await?;
    let read = page.read(head_of(dossier)).await?;
    let back = format!("/werk/dossier/{dossier}/documenten/{document}");
    Ok(WithdrawDocumentPage {
        frame: page.frame(),
        form,
        name: read.client.full_name(),
        title: title(words, &open.document),
        grounds: WithdrawGround::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("withdrawn", it.code())))
            .collect(),
        action: format!("{back}/intrekken"),
        cancel: back,
    })
}

/// Withdraws it. Sent twice, or when a colleague was first: the same list, on which it is withdrawn.
pub(crate) async fn withdraw(
    Path((dossier, document)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (dossier, document) = ids(&page, &dossier, &document)?;
    // Before anything is said of the form: whether there is such a document is nobody's to learn by a mistake.
    let shown = asked(&page, dossier, document, page.form()).await?;
    let mut errors = FieldErrors::default();
    match typed.get("ground").parse::<WithdrawGround>() {
        Err(_) => errors.put("ground", page.t("withdraw-ground-missing")),
        Ok(ground) => {
            match page.perform(Withdraw { document, ground, why: typed.get("why").to_owned() }).await? {
                Ok(dossier) => {
                    return Ok(see_other(&format!("/werk/dossier/{dossier}/documenten?ingetrokken=1")));
                }
                Err(WithdrawRefused::Why(why)) => errors.put("why", page.t(problem_key(why.problem))),
            }
        }
    }
    Ok(to_mend(&WithdrawDocumentPage { form: page.form_again(typed).but(errors), ..shown }))
}
