//! The sections of a family's plan in the own portal, and whether the others in them may read along (MOD-03, CON-04).

use app::family_plan::{AnswerOwn, OwnAnswerRefused, OwnSection, ReadOwnFamily};
use axum::extract::Path;
use axum::response::Response;
use domain::AgeBand;
use domain::family_plan::who_says;

use super::Chosen;
use super::inquiry::resident;
use super::plan::{of_part, own_page};
use crate::answer::{see_other, to_mend};
use crate::page::ResidentPage;
use crate::plan::cards::stopped;
use crate::plan::versions::saved_by;
use crate::refused;
use crate::sent::Sent;
use crate::view::portal::plan::{OwnFamilySection, OwnFamilyText};
use crate::view::{Flash, Tone};

/// What the client reads of plans with others, in the dossier that was chosen.
pub(super) async fn sections(
    page: &ResidentPage,
    chosen: &Chosen,
) -> Result<Vec<OwnFamilySection>, Response> {
    let Some(dossier) = chosen.dossier else { return Ok(Vec::new()) };
    let found = page.read(ReadOwnFamily(dossier)).await?;
    Ok(found.iter().map(|it| section(page, it)).collect())
}

fn section(page: &ResidentPage, it: &OwnSection) -> OwnFamilySection {
    let words = page.words();
    let (alone, yes) = (it.others == 0, it.said.map(|said| said.yes));
    let alone_says = who_says(&it.born, page.today()) >= AgeBand::From16To17;
    let unread = it.text.is_none();
    let said = match yes {
        _ if alone => "",
        Some(true) if unread => "portal-family-said-unread",
        Some(true) => "portal-family-said-yes",
        Some(false) => "portal-family-said-no",
        None => "portal-family-said-nothing",
    };
    let mut said = if said.is_empty() { String::new() } else { words.t(said) };
    if !alone && yes != Some(true) && !alone_says {
        said = format!("{said} {}", words.t("portal-family-with-parent"));
    }
    let others = i64::try_from(it.others).unwrap_or(i64::MAX);
    OwnFamilySection {
        id: it.section.to_string(),
        text: it.text.as_ref().map(|text| OwnFamilyText {
            title: text.content.title.clone(),
            words: text.content.words.clone(),
            changed: saved_by(words, &text.author_name, text.changed_at),
            stopped: stopped(words, text.content.stopped.as_ref()),
        }),
        about: match alone {
            true => words.t("portal-family-alone"),
            false => words.with("portal-family-others", &[("count", others.into())]),
        },
        said,
        form: page.form().called(format!("gezin-{}", it.section)),
        version: it.version,
        action: format!("/mijn/plan/{}/gezin/{}", it.part, it.section),
        may_yes: !alone && !unread && yes != Some(true) && alone_says,
        may_no: !alone && yes != Some(false),
    }
}

/// `/mijn/plan/{part}/gezin/{section}`: the others may read this, or may not any more.
pub(crate) async fn answer(
    Path((part, section)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Response> {
    let (page, typed) = resident(sent).await?;
    let (Ok(part), Ok(section)) = (part.parse(), section.parse()) else {
        return Err(refused::not_yours(&page));
    };
    let version = typed.get("version").parse().unwrap_or(0);
    let yes = match typed.get("answer") {
        "yes" => true,
        "no" => false,
        _ => {
            let (chosen, plans) = of_part(&page, part).await?;
            let mut shown = own_page(&page, &chosen, &plans, &None);
            shown.family = sections(&page, &chosen).await?;
            shown.frame.flash =
                Some(Flash { tone: Tone::Warning, text: page.t("portal-plan-answer-missing") });
            return Ok(to_mend(&shown));
        }
    };
    match page.perform(AnswerOwn { part, section, version, yes }).await? {
        Ok(dossier) => {
            let told = if yes { "gezin-ja" } else { "gezin-nee" };
            Ok(see_other(&format!("/mijn/plan?bij={dossier}&gedaan={told}#stuk-{section}")))
        }
        Err(OwnAnswerRefused::Gone | OwnAnswerRefused::WithParent) => Err(refused::not_yours(&page)),
    }
}
