//! Correcting a note: a new version, and both texts when somebody else was first.

use app::dossier::DossierRead;
use app::entry::{Correct, CorrectRefused, Corrected, Merge, ReadOne};
use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::Response;
use domain::entry::correction_needs_reason;
use domain::text_input::InputProblem;
use domain::{DossierId, EntryId, amsterdam};

use super::{detail_of, head_of, ids, problem_key, say_text};
use crate::answer::{html, see_other, to_mend, with_status};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::changes::Since;
use crate::view::entry::{ConflictPage, CorrectPage, Version};
use crate::view::{FieldErrors, Flash, Form, Tone, Typed};

/// `/werk/dossier/{dossier}/notitie/{entry}/corrigeren`
pub(crate) async fn form(
    page: StaffPage,
    Path((dossier, entry)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (dossier, id) = ids(&page, &dossier, &entry)?;
    let read = page.read(head_of(dossier)).await?;
    let entry = correctable(&page, dossier, id).await?;
    let mut version = entry.version;
    let form = match page.given_back().await? {
        Some(typed) => {
            version = typed.get("version").parse().unwrap_or(version);
            page.form_again(typed)
        }
        None => page.form().with([("facts", entry.facts.as_str()), ("opinion", entry.opinion.as_str())]),
    };
    Ok(html(&correct_page(&page, &read, &entry, version, form)))
}

async fn correctable(
    page: &StaffPage,
    dossier: DossierId,
    id: EntryId,
) -> Result<app::entry::Entry, Response> {
    let found = page.read(ReadOne(id)).await?;
    if found.dossier == dossier { Ok(found.entry) } else { Err(refused::denied(page, &[])) }
}

fn correct_page(
    page: &StaffPage,
    read: &DossierRead,
    entry: &app::entry::Entry,
    version: i64,
    form: Form,
) -> CorrectPage {
    let base = format!("/werk/dossier/{}/notitie/{}", read.head.dossier, entry.id);
    CorrectPage {
        frame: page.frame(),
        form,
        name: read.client.full_name(),
        entry: detail_of(page.words(), entry, page.app().now()),
        version: u32::try_from(version).unwrap_or_default(),
        reason_needed: correction_needs_reason(entry.recorded_at, page.app().now()),
        action: format!("{base}/corrigeren"),
        cancel: base,
    }
}

/// A new version. When somebody else was first, both texts are shown and nothing is lost.
pub(crate) async fn save(
    Path((dossier, entry)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (dossier, id) = ids(&page, &dossier, &entry)?;
    let words = page.words();
    let version = typed.get("version").parse().unwrap_or(0);
    let deed = Correct {
        entry: id,
        version,
        facts: typed.get("facts").to_owned(),
        opinion: typed.get("opinion").to_owned(),
        reason: typed.get("reason").to_owned(),
        merge: if typed.get("deed") == "both" { Merge::AddTo } else { Merge::Replace },
    };
    let mut errors = FieldErrors::default();
    match page.perform(deed).await? {
        Ok(Corrected::NewVersion(dossier)) => {
            return Ok(see_other(&format!("/werk/dossier/{dossier}/notitie/{id}?bewaard=1")));
        }
        Ok(Corrected::Unchanged) => return unchanged(&page, dossier, id, version, typed).await,
        Err(CorrectRefused::Text(why)) => say_text(words, why, &mut errors),
        Err(CorrectRefused::Reason(why)) => match why.problem {
            InputProblem::Empty => errors.put("reason", words.t("entry-reason-missing")),
            problem => errors.put("reason", words.t(problem_key(problem))),
        },
        // What was typed stays on the page; it belongs in another note now, or nowhere.
        Err(CorrectRefused::Withdrawn) => errors.put("facts", words.t("correct-withdrawn")),
        Err(CorrectRefused::Stale(theirs)) => return conflict(&page, dossier, typed, &theirs, errors).await,
    }
    let read = page.read(head_of(dossier)).await?;
    let entry = correctable(&page, dossier, id).await?;
    if typed.get("deed") == "both" {
        // Both are still on the page: the text that stands there, and what was typed.
        return conflict(&page, dossier, typed, &entry, errors).await;
    }
    Ok(to_mend(&correct_page(&page, &read, &entry, version, page.form_again(typed).but(errors))))
}

/// Nothing was kept, so the form stays: a reason may have been typed and the text forgotten.
async fn unchanged(
    page: &StaffPage,
    dossier: DossierId,
    id: EntryId,
    version: i64,
    typed: Typed,
) -> Result<Response, Response> {
    let read = page.read(head_of(dossier)).await?;
    let entry = correctable(page, dossier, id).await?;
    let mut shown = correct_page(page, &read, &entry, version, page.form_again(typed));
    shown.frame.flash = Some(Flash { tone: Tone::Note, text: page.t("correct-unchanged") });
    Ok(html(&shown))
}

async fn conflict(
    page: &StaffPage,
    dossier: DossierId,
    typed: Typed,
    theirs: &app::entry::Entry,
    errors: FieldErrors,
) -> Result<Response, Response> {
    let words = page.words();
    let read = page.read(head_of(dossier)).await?;
    // Whoever wrote the newest version; the entry itself names its first author.
    let latest = page.read(ReadOne(theirs.id)).await?.versions.into_iter().next();
    let (author, own) = latest.map_or_else(
        || (theirs.author_name.clone(), theirs.author == page.post.staff),
        |version| (version.author_name, version.author == page.post.staff),
    );
    let base = format!("/werk/dossier/{dossier}/notitie/{}", theirs.id);
    let page = ConflictPage {
        frame: page.frame(),
        form: page.form_again(typed).but(errors),
        name: read.client.full_name(),
        theirs: Version {
            number: u32::try_from(theirs.version).unwrap_or_default(),
            author,
            at: words.day_and_time(amsterdam(theirs.changed_at)),
            reason: String::new(),
            facts: theirs.facts.to_string(),
            opinion: theirs.opinion.to_string(),
            since: Since::default(),
        },
        own,
        reason_needed: correction_needs_reason(theirs.recorded_at, page.app().now()),
        action: format!("{base}/corrigeren"),
        cancel: base,
    };
    Ok(with_status(StatusCode::CONFLICT, &page))
}
