//! Withdrawing a note that does not belong in this dossier: the form, and what is left to read of it.

use app::entry::{ReadOne, Withdraw, WithdrawRefused, Withdrawn};
use axum::extract::Path;
use axum::response::Response;
use domain::entry::WithdrawGround;
use domain::{DossierId, EntryId};
use text::Words;

use super::{detail_of, head_of, ids, problem_key};
use crate::answer::{html, see_other, to_mend};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::entry::{Trace, WithdrawPage};
use crate::view::{Choice, FieldErrors, Form};
use crate::wording::moment;

/// What is left of a note, in words.
pub(crate) fn told(words: Words, it: &Withdrawn) -> Trace {
    let said = [("author", it.by.as_str().into()), ("when", moment(words, it.at).into())];
    Trace {
        said: words.with("withdrawn-said", &said),
        ground: words.code("withdrawn", &it.ground),
        why: it.why.to_string(),
    }
}

/// `/werk/dossier/{dossier}/notitie/{entry}/intrekken`
pub(crate) async fn ask(
    page: StaffPage,
    Path((dossier, entry)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (dossier, entry) = ids(&page, &dossier, &entry)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&asked(&page, dossier, entry, form).await?))
}

async fn asked(
    page: &StaffPage,
    dossier: DossierId,
    entry: EntryId,
    form: Form,
) -> Result<WithdrawPage, Response> {
    let words = page.words();
    let read = page.read(head_of(dossier)).await?;
    let found = page.read(ReadOne(entry)).await?;
    if found.dossier != dossier {
        return Err(refused::denied(page, &[]));
    }
    let back = format!("/werk/dossier/{dossier}/notitie/{entry}");
    Ok(WithdrawPage {
        frame: page.frame(),
        form,
        name: read.client.full_name(),
        entry: detail_of(words, &found.entry, page.app().now()),
        grounds: WithdrawGround::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("withdrawn", it.code())))
            .collect(),
        action: format!("{back}/intrekken"),
        cancel: back,
    })
}

/// Withdraws it. Sent twice, or when a colleague was first: the same page, which says that it is withdrawn.
pub(crate) async fn withdraw(
    Path((dossier, entry)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (dossier, entry) = ids(&page, &dossier, &entry)?;
    let mut errors = FieldErrors::default();
    match typed.get("ground").parse::<WithdrawGround>() {
        Err(_) => errors.put("ground", page.t("withdraw-ground-missing")),
        Ok(ground) => {
            let why = typed.get("why").to_owned();
            match page.perform(Withdraw { entry, ground, why, breach: typed.ticked("breach") }).await? {
                Ok(dossier) => {
                    return Ok(see_other(&format!("/werk/dossier/{dossier}/notitie/{entry}?ingetrokken=1")));
                }
                Err(WithdrawRefused::Why(why)) => errors.put("why", page.t(problem_key(why.problem))),
                Err(WithdrawRefused::NotWritten) => errors.put("", page.t("withdraw-not-written")),
            }
        }
    }
    Ok(to_mend(&asked(&page, dossier, entry, page.form_again(typed).but(errors)).await?))
}
