//! `/toezicht/toewijzen/{dossier}/vraag/{domain}`: the coordinator reads the question that waits (ACC-09).

use app::intake::Assess;
use app::involvement::ReadWhom;
use axum::extract::Path;
use axum::response::Response;
use domain::amsterdam_date;

use crate::answer::{html, see_other};
use crate::entry::dossier_id;
use crate::page::StaffPage;
use crate::refused;
use crate::view::involvement::QuestionPage;
use crate::wording::{domain, number};

/// `/toezicht/toewijzen/{dossier}/vraag/{domain}`
pub(crate) async fn show(
    page: StaffPage,
    Path((dossier, domain_code)): Path<(String, String)>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let whom = page.read(ReadWhom(dossier)).await?;
    let Some((part, of)) = whom.parts.iter().find(|(_, of)| of.code() == domain_code) else {
        return Err(refused::denied(&page, &[]));
    };
    if whom.extra_protected && !page.is_fresh() {
        return Ok(see_other(&format!("/opnieuw?terug={}", page.visit.path)));
    }
    let words = page.words();
    let mut shown = QuestionPage {
        frame: page.frame(),
        number: number(whom.number),
        domain: domain(words, *of),
        since: String::new(),
        question: None,
        assign: format!("/toezicht/toewijzen/{dossier}"),
    };
    // Otherwise the page says that nothing waits here.
    if let Ok(found) = page.perform(Assess(*part)).await? {
        shown.since = words.date(amsterdam_date(found.since));
        shown.question = Some(found.question.to_string());
    }
    Ok(html(&shown))
}
