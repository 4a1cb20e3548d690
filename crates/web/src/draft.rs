//! Drafts: the list, going on with one, throwing one away.

use app::caseload::Case;
use app::draft::{Discard, Draft, Known, ListOwn, ReadOne};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::DraftId;
use domain::days::DRAFT_TTL;
use serde::Deserialize;

use crate::answer::{html, see_other};
use crate::entry::{self, note_page};
use crate::family_visit;
use crate::page::StaffPage;
use crate::plan;
use crate::refused;
use crate::sent::{StaffSent, fields};
use crate::view::drafts::{DraftLine, DraftsPage};
use crate::view::{Flash, Tone};
use crate::wording::{day, moment};

/// How much of a draft a list shows, in characters.
const BEGINNING: usize = 80;

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    weg: String,
}

/// `/werk/concepten`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let cases = match page.post.function.carries_cases() {
        true => page.read(app::caseload::ChooseOwn).await?,
        false => Vec::new(),
    };
    let drafts = lines(&page, &cases).await?;
    let mut frame = page.frame();
    if !asked.weg.is_empty() {
        frame.flash = Some(Flash { tone: Tone::Done, text: page.t("draft-discarded") });
    }
    Ok(html(&DraftsPage { frame, drafts }))
}

/// The own drafts as lines. The name of a client stands there only while one is involved.
pub(crate) async fn lines(page: &StaffPage, cases: &[Case]) -> Result<Vec<DraftLine>, Response> {
    let drafts = page.read(ListOwn).await?;
    Ok(drafts.iter().enumerate().map(|(at, draft)| line(page, cases, at, draft)).collect())
}

fn line(page: &StaffPage, cases: &[Case], at: usize, draft: &Draft) -> DraftLine {
    let words = page.words();
    let about = cases.iter().find(|case| Some(case.dossier) == draft.dossier);
    let typed = fields(draft.body.as_bytes()).unwrap_or_default();
    let begun = ["facts", "opinion", "shared", "own-words", "what", "why"].map(|name| typed.get(name));
    let text = begun.into_iter().find(|text| !text.is_empty()).unwrap_or_default();
    let of_family = (draft.form == family_visit::FORM).then(|| words.t("visit-title"));
    DraftLine {
        href: format!("/werk/concepten/{}", draft.id),
        about: about.map(|case| case.fields.full_name()).or(of_family).unwrap_or_default(),
        beginning: text.chars().take(BEGINNING).collect(),
        changed: moment(words, draft.changed_at),
        expires: words.with("draft-expires", &[("day", day(words, draft.changed_at + DRAFT_TTL).into())]),
        discard: format!("/werk/concepten/{}/weg", draft.id),
        form: page.form().called(format!("draft-{at}")),
    }
}

/// Goes on with a draft. A dossier one is no longer involved with does not open, and the draft stays.
pub(crate) async fn open(page: StaffPage, Path(draft): Path<String>) -> Result<Response, Response> {
    let Ok(id) = draft.parse::<DraftId>() else { return Err(refused::absent(&page)) };
    let Some(draft) = page.read(ReadOne(id)).await? else { return Err(refused::absent(&page)) };
    if draft.form == family_visit::FORM {
        let typed = fields(draft.body.as_bytes()).unwrap_or_default();
        let when = moment(page.words(), draft.changed_at);
        let saved = page.words().with("draft-saved", &[("time", when.into())]);
        let known = Known { id, seen: Some(draft.changed_at) };
        let shown = family_visit::write_page(&page, page.form_again(typed), Some((known, saved))).await?;
        return Ok(html(&shown));
    }
    let Some(dossier) = draft.dossier else { return Err(refused::absent(&page)) };
    let typed = fields(draft.body.as_bytes()).unwrap_or_default();
    let saved = page.words().with("draft-saved", &[("time", moment(page.words(), draft.changed_at).into())]);
    let known = Known { id, seen: Some(draft.changed_at) };
    if draft.form == "plan" {
        return plan::form::of_draft(&page, dossier, typed, known, saved).await;
    }
    let read = page.read(entry::head_of(dossier)).await?;
    Ok(html(&note_page(&page, &read, page.form_again(typed), Some((known, saved)))))
}

/// Throws a draft away.
pub(crate) async fn discard(Path(draft): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let Ok(id) = draft.parse::<DraftId>() else { return Err(refused::absent(&sent.page)) };
    match sent.page.perform(Discard(id)).await? {
        Ok(_) => Ok(see_other("/werk/concepten?weg=1")),
        Err(never) => match never {},
    }
}
