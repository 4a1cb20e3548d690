//! `/werk/noodtoegang/{emergency}/uitleg`: what a reviewer asks whoever opened a dossier, and the explanation.

use app::review::{Explain, ExplainRefused, Explanation, ReadQuestion};
use axum::extract::Path;
use axum::response::Response;
use domain::EmergencyId;

use super::{exchange, outcome, sentence};
use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::review::{ExplainPage, Said};
use crate::view::{FieldErrors, Form};
use crate::wording::{moment, number};

/// `/werk/noodtoegang/{emergency}/uitleg`
pub(crate) async fn show(page: StaffPage, Path(emergency): Path<String>) -> Result<Response, Response> {
    let Ok(id) = emergency.parse::<EmergencyId>() else { return Err(refused::denied(&page, &[])) };
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    page.show(ReadQuestion(id), &(&page, id, &form), |asked, (page, id, form)| {
        html(&explain_page(page, *id, asked, (*form).clone()))
    })
    .await
}

/// Explains. When it was judged meanwhile, the verdict is shown and nothing typed is lost.
pub(crate) async fn explain(Path(emergency): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let Ok(id) = emergency.parse::<EmergencyId>() else { return Err(refused::denied(&page, &[])) };
    let words = page.words();
    let mut errors = FieldErrors::default();
    if let Some(text) = sentence(words, "answer", typed.get("answer"), &mut errors) {
        match page.perform(Explain { emergency: id, text }).await? {
            Ok(()) => return Ok(see_other(&format!("/werk/noodtoegang/{id}/uitleg"))),
            Err(ExplainRefused::NotAsked) => errors.put("", words.t("explanation-not-asked")),
        }
    }
    let asked = page.read(ReadQuestion(id)).await?;
    Ok(to_mend(&explain_page(&page, id, &asked, page.form_again(typed).but(errors))))
}

fn explain_page(page: &StaffPage, id: EmergencyId, asked: &Explanation, form: Form) -> ExplainPage {
    let words = page.words();
    ExplainPage {
        frame: page.frame(),
        form,
        action: format!("/werk/noodtoegang/{id}/uitleg"),
        number: number(asked.number),
        opened: moment(words, asked.opened_at),
        reason: words.code("emergency-reason", asked.reason.code()),
        sentence: asked.sentence.to_string(),
        exchanges: asked.exchanges.iter().map(|it| exchange(words, it)).collect(),
        is_asked: asked.is_asked(),
        verdict: asked.verdict.as_ref().map(|(verdict, text, at)| Said {
            what: outcome(words, *verdict),
            words: text.to_string(),
            by: moment(words, *at),
        }),
    }
}
