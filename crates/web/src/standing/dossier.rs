//! Extra protection of a dossier (ACC-03), and the workers whom a client does not want.

use app::standing::{
    Exclude, ExcludeRefused, Excluded, Include, LiftProtection, NotHeld, Protect, Protection, ReadExcluded,
    ReadProtected,
};
use axum::extract::Path;
use axum::response::Response;
use domain::{DossierId, ProtectionGround, StaffId};

use super::{end_button, form};
use crate::answer::{html, see_other, to_mend};
use crate::entry::dossier_id;
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::standing::{ExclusionPage, Held, ProtectionPage};
use crate::view::{Choice, FieldErrors, Form};
use crate::wording::{day, number};

/// `/werk/dossier/{dossier}/bescherming`
pub(crate) async fn protection(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let (no, held) = page.read(ReadProtected(dossier)).await?;
    let form = form(&page).await?;
    Ok(html(&protection_page(&page, dossier, no, &held, form)))
}

fn protection_page(
    page: &StaffPage,
    dossier: DossierId,
    no: i64,
    held: &[Protection],
    form: Form,
) -> ProtectionPage {
    let words = page.words();
    let base = format!("/werk/dossier/{dossier}/bescherming");
    let grounds = ProtectionGround::ALL.iter().filter(|g| held.iter().all(|it| it.ground != **g));
    ProtectionPage {
        frame: page.frame(),
        form,
        number: number(no),
        held: held
            .iter()
            .map(|it| Held {
                what: words.code("protection-for", it.ground.code()),
                since: words.with("held-since", &[("day", day(words, it.since).into())]),
                end: page
                    .post
                    .coordinates_now
                    .then(|| end_button(page, format!("{base}/{}/eind", it.id), words.t("protection-end"))),
            })
            .collect(),
        grounds: grounds.map(|g| Choice::new(g.code(), words.code("protection-for", g.code()))).collect(),
        action: base,
        cancel: format!("/werk/dossier/{dossier}/toegang"),
    }
}

/// Gives extra protection.
pub(crate) async fn protect(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let Ok(ground) = typed.get("ground").parse::<ProtectionGround>() else {
        let (no, held) = page.read(ReadProtected(dossier)).await?;
        let errors = FieldErrors::from([("ground", page.t("protection-ground-missing"))]);
        return Ok(to_mend(&protection_page(&page, dossier, no, &held, page.form_again(typed).but(errors))));
    };
    match page.perform(Protect { dossier, ground }).await? {
        Ok(()) => Ok(see_other(&format!("/werk/dossier/{dossier}/bescherming"))),
        Err(never) => match never {},
    }
}

/// Takes extra protection away.
pub(crate) async fn lift(
    Path((dossier, protection)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let page = sent.page;
    let dossier = dossier_id(&page, &dossier)?;
    if !page.is_fresh() {
        return Ok(see_other(&format!("/opnieuw?terug=/werk/dossier/{dossier}/bescherming")));
    }
    let Ok(protection) = protection.parse() else { return Err(refused::denied(&page, &[])) };
    match page.perform(LiftProtection { dossier, protection }).await? {
        Ok(()) | Err(NotHeld) => Ok(see_other(&format!("/werk/dossier/{dossier}/bescherming"))),
    }
}

/// `/toezicht/uitsluiten/{dossier}`
pub(crate) async fn exclusions(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let (no, _) = page.read(ReadProtected(dossier)).await?;
    let excluded = page.read(ReadExcluded(dossier)).await?;
    let form = form(&page).await?;
    Ok(html(&exclusion_page(&page, dossier, no, &excluded, form)))
}

fn exclusion_page(
    page: &StaffPage,
    dossier: DossierId,
    no: i64,
    excluded: &Excluded,
    form: Form,
) -> ExclusionPage {
    let words = page.words();
    let base = format!("/toezicht/uitsluiten/{dossier}");
    ExclusionPage {
        frame: page.frame(),
        form,
        number: number(no),
        held: excluded
            .exclusions
            .iter()
            .map(|it| Held {
                what: it.staff_name.clone(),
                since: words.with("held-since", &[("day", day(words, it.since).into())]),
                end: Some(end_button(page, format!("{base}/{}/eind", it.id), words.t("exclusion-end"))),
            })
            .collect(),
        workers: excluded
            .colleagues
            .iter()
            .filter(|it| excluded.exclusions.iter().all(|known| known.staff != it.staff))
            .map(|it| {
                let function = words.code("function", it.function.code());
                Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
            })
            .collect(),
        action: base,
        cancel: format!("/werk/dossier/{dossier}/toegang"),
    }
}

/// The client does not want this worker.
pub(crate) async fn exclude(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let mut errors = FieldErrors::default();
    match typed.get("worker").parse::<StaffId>() {
        Ok(staff) => match page.perform(Exclude { dossier, staff }).await? {
            Ok(()) => return Ok(see_other(&format!("/toezicht/uitsluiten/{dossier}"))),
            Err(ExcludeRefused::NotNow) => errors.put("worker", page.t("exclusion-not-now")),
            Err(ExcludeRefused::Oneself) => errors.put("worker", page.t("exclusion-oneself")),
        },
        Err(_) => errors.put("worker", page.t("exclusion-who-missing")),
    }
    let (no, _) = page.read(ReadProtected(dossier)).await?;
    let excluded = page.read(ReadExcluded(dossier)).await?;
    Ok(to_mend(&exclusion_page(&page, dossier, no, &excluded, page.form_again(typed).but(errors))))
}

/// The client wants the worker again.
pub(crate) async fn include(
    Path((dossier, exclusion)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let page = sent.page;
    let dossier = dossier_id(&page, &dossier)?;
    let Ok(exclusion) = exclusion.parse() else { return Err(refused::denied(&page, &[])) };
    match page.perform(Include { dossier, exclusion }).await? {
        Ok(()) | Err(NotHeld) => Ok(see_other(&format!("/toezicht/uitsluiten/{dossier}"))),
    }
}
