//! `/werk/dossier/{d}/notitie/{n}/afschermen`: hiding an entry from other workers when the client asks (RGT-R11).

use app::dossier::DossierRead;
use app::entry::{Hide, LiftShield, ReadShields, Shield, ShieldRefused, ShieldsRead};
use axum::extract::Path;
use axum::response::Response;
use domain::{LiftGround, ShieldAudience, StaffId};
use text::Words;

use super::{end_button, form};
use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{detail_of, head_of, ids};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::dossier::Tab;
use crate::view::standing::{Held, ShieldPage};
use crate::view::{Choice, FieldErrors, Form};
use crate::wording::day;

/// From whom: "andere medewerkers", or the name of one.
pub(crate) fn audience(words: Words, shield: &Shield) -> String {
    match shield.audience {
        ShieldAudience::OtherWorkers => words.t("audience-other-workers"),
        ShieldAudience::OneWorker => shield.staff_name.clone(),
    }
}

/// The page that asks from whom.
pub(crate) async fn ask(
    page: StaffPage,
    Path((dossier, entry)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (dossier, entry) = ids(&page, &dossier, &entry)?;
    let read = page.read(head_of(dossier)).await?;
    let found = page.read(ReadShields(entry)).await?;
    let form = form(&page).await?;
    shield_page(&page, &read, &found, form).map(|it| html(&it))
}

fn shield_page(
    page: &StaffPage,
    read: &DossierRead,
    found: &ShieldsRead,
    form: Form,
) -> Result<ShieldPage, Response> {
    let words = page.words();
    // The entry of another dossier: as if it were not there.
    if read.head.parts.iter().all(|part| part.id != found.entry.part) {
        return Err(refused::denied(page, &[]));
    }
    let back = format!("/werk/dossier/{}/notitie/{}", read.head.dossier, found.entry.id);
    let base = format!("{back}/afschermen");
    let mut audiences = vec![
        Choice::new(ShieldAudience::OtherWorkers.code(), words.t("audience-other-workers"))
            .hint(words.t("audience-other-workers-about")),
    ];
    audiences.extend(found.involved.iter().map(|(staff, name)| Choice::new(staff.to_string(), name.clone())));
    Ok(ShieldPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Timeline),
        form,
        entry: detail_of(words, &found.entry, page.app().now()),
        held: found
            .shields
            .iter()
            .map(|it| {
                let mut end = end_button(page, format!("{base}/{}/eind", it.id), words.t("shield-lift"));
                let ground = |g: &LiftGround| Choice::new(g.code(), words.code("lift", g.code()));
                end.grounds = LiftGround::ALL.iter().map(ground).collect();
                Held {
                    what: audience(words, it),
                    since: words.with("held-since", &[("day", day(words, it.since).into())]),
                    end: Some(end),
                }
            })
            .collect(),
        audiences,
        action: base,
        cancel: back,
    })
}

/// Hides the entry.
pub(crate) async fn hide(
    Path((dossier, entry)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (dossier, entry) = ids(&page, &dossier, &entry)?;
    let from = typed.get("audience");
    let chosen = match (from.parse::<ShieldAudience>(), from.parse::<StaffId>()) {
        (Ok(ShieldAudience::OtherWorkers), _) => Some((ShieldAudience::OtherWorkers, None)),
        (_, Ok(staff)) => Some((ShieldAudience::OneWorker, Some(staff))),
        _ => None,
    };
    let mut errors = FieldErrors::default();
    match chosen {
        Some((audience, staff)) => match page.perform(Hide { entry, audience, staff }).await? {
            Ok(()) => {
                return Ok(see_other(&format!("/werk/dossier/{dossier}/notitie/{entry}?afgeschermd=1")));
            }
            Err(ShieldRefused::FromWhom) => errors.put("audience", page.t("shield-audience-missing")),
            Err(ShieldRefused::Already | ShieldRefused::NotHeld) => {
                errors.put("audience", page.t("shield-already"));
            }
        },
        None => errors.put("audience", page.t("shield-audience-missing")),
    }
    again(&page, dossier, entry, page.form_again(typed).but(errors)).await
}

async fn again(
    page: &StaffPage,
    dossier: domain::DossierId,
    entry: domain::EntryId,
    form: Form,
) -> Result<Response, Response> {
    let read = page.read(head_of(dossier)).await?;
    let found = page.read(ReadShields(entry)).await?;
    shield_page(page, &read, &found, form).map(|it| to_mend(&it))
}

/// Lifts a shield, on a ground.
pub(crate) async fn lift(
    Path((dossier, entry, shield)): Path<(String, String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (dossier, entry) = ids(&page, &dossier, &entry)?;
    let Ok(shield) = shield.parse() else { return Err(refused::denied(&page, &[])) };
    let Ok(ground) = typed.get("ground").parse::<LiftGround>() else {
        let errors = FieldErrors::from([("", page.t("shield-lift-ground-missing"))]);
        return again(&page, dossier, entry, page.form().but(errors)).await;
    };
    match page.perform(LiftShield { entry, shield, ground }).await? {
        Ok(()) | Err(_) => Ok(see_other(&format!("/werk/dossier/{dossier}/notitie/{entry}?afgeschermd=0"))),
    }
}
