//! The resident and the own plan: reading, agreeing or talking first, "Klaar", a question, large letters.

use app::plan::{
    AnswerOwn, AskOwn, MarkOwn, OwnRefused, PartPlan, ReadOwnPlans, ReadOwnVersion, ReadOwnVersions,
};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::plan::{Answer, State, differences};
use domain::{DossierId, PartId, PlanItemId};
use serde::Deserialize;

use super::inquiry::resident;
use super::{Asked, Chosen, family};
use crate::answer::{html, see_other, to_mend};
use crate::entry::problem_key;
use crate::page::ResidentPage;
use crate::plan::cards::{Look, Reader, about, card};
use crate::plan::versions::{agreed_at, change, saved};
use crate::refused;
use crate::sent::{Sent, once};
use crate::view::plan::{LargePage, VersionLine};
use crate::view::portal::plan::{
    AnswerForm, OwnPlan, OwnPlanPage, OwnVersionPage, OwnVersionsPage, PlanAskPage,
};
use crate::view::{FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::{day, domain};

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Told {
    bij: String,
    gedaan: String,
}

/// What was typed at an answer that has to be mended, and at which part.
type Again = Option<(PartId, Form)>;

/// `/mijn/plan`
pub(crate) async fn show(page: ResidentPage, Query(told): Query<Told>) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let chosen = Chosen::of(&page, &Asked { bij: told.bij.clone() }).await?;
    let Some(dossier) = chosen.dossier else { return Err(refused::not_yours(&page)) };
    let family = family::sections(&page, &chosen).await?;
    page.show(
        ReadOwnPlans(dossier),
        &(&page, &chosen, &told, &family),
        |plans, (page, chosen, told, family)| {
            let mut shown = own_page(page, chosen, plans, &None);
            shown.family.clone_from(family);
            shown.frame.flash = said(page, &told.gedaan);
            html(&shown)
        },
    )
    .await
}

/// What was done, if anything.
fn said(page: &ResidentPage, what: &str) -> Option<Flash> {
    let (tone, key) = match what {
        "eens" => (Tone::Done, "portal-plan-told-agreed"),
        "nieuwer" => (Tone::Note, "portal-plan-told-newer"),
        "praten" => (Tone::Done, "portal-plan-told-talk"),
        "klaar" => (Tone::Done, "portal-plan-told-done"),
        "open" => (Tone::Done, "portal-plan-told-undone"),
        "vraag" => (Tone::Done, "portal-plan-told-asked"),
        "gezin-ja" => (Tone::Done, "portal-family-told-yes"),
        "gezin-nee" => (Tone::Done, "portal-family-told-no"),
        _ => return None,
    };
    Some(Flash { tone, text: page.t(key) })
}

pub(super) fn own_page(
    page: &ResidentPage,
    chosen: &Chosen,
    plans: &[PartPlan],
    again: &Again,
) -> OwnPlanPage {
    let reader = Reader::Client { form: page.form() };
    let look = Look { words: page.words(), today: page.today(), reader };
    let own = |it: &PartPlan| {
        let state = it.standing().state;
        let may_answer = !it.closed && !matches!(state, State::Agreed | State::WaitsForWorker);
        let typed = again.as_ref().filter(|(part, _)| *part == it.part).map(|(_, form)| form.clone());
        let form = typed.unwrap_or_else(|| page.form()).called(format!("antwoord-{}", it.domain));
        let version = form.values.get("version").parse().unwrap_or(it.version);
        let action = format!("/mijn/plan/{}/antwoord", it.part);
        OwnPlan {
            card: card(&look, it),
            answer: may_answer.then_some(AnswerForm { form, version, action }),
            versions: (it.version > 1).then(|| format!("/mijn/plan/{}/versies", it.part)),
            ask: (!it.closed).then(|| format!("/mijn/plan/{}/vraag/plan", it.part)),
        }
    };
    OwnPlanPage {
        frame: page.frame(),
        houses: chosen.houses("/mijn/plan"),
        plans: plans.iter().filter(|it| it.version > 0).map(own).collect(),
        large: format!("/mijn/plan/groot{}", chosen.ending()),
        family: Vec::new(),
    }
}

/// `/mijn/plan/groot`
pub(crate) async fn large(page: ResidentPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let chosen = Chosen::of(&page, &asked).await?;
    let Some(dossier) = chosen.dossier else { return Err(refused::not_yours(&page)) };
    page.show(ReadOwnPlans(dossier), &(&page, &chosen), |plans, (page, chosen)| {
        let words = page.words();
        let look = Look { words, today: page.today(), reader: Reader::ClientsPaper };
        let today = day(words, page.app().now());
        html(&LargePage {
            frame: page.frame(),
            name: String::new(),
            cards: plans.iter().filter(|it| it.version > 0).map(|it| card(&look, it)).collect(),
            mark: words.with("portal-plan-mark", &[("day", today.into())]),
            back: format!("/mijn/plan{}", chosen.ending()),
        })
    })
    .await
}

fn back(dossier: DossierId, what: &str) -> Response {
    see_other(&format!("/mijn/plan?bij={dossier}&gedaan={what}"))
}

fn part_id(page: &ResidentPage, typed: &str) -> Result<PartId, Response> {
    typed.parse().map_err(|_| refused::not_yours(page))
}

/// The own dossiers and the plans of the one that this part belongs to; a part of somebody else is not there.
pub(super) async fn of_part(page: &ResidentPage, part: PartId) -> Result<(Chosen, Vec<PartPlan>), Response> {
    let mut chosen = Chosen::of(page, &Asked::default()).await?;
    for dossier in chosen.dossiers() {
        let plans = page.read(ReadOwnPlans(dossier)).await?;
        if plans.iter().any(|it| it.part == part) {
            chosen.dossier = Some(dossier);
            return Ok((chosen, plans));
        }
    }
    Err(refused::not_yours(page))
}

/// `/mijn/plan/{part}/versies`
pub(crate) async fn versions(page: ResidentPage, Path(part): Path<String>) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let (plan, dossier, back) = own_part(&page, &part).await?;
    let base = format!("/mijn/plan/{}/versies", plan.part);
    let found = page.read(ReadOwnVersions { dossier, domain: plan.domain }).await?;
    let line = |it: &app::plan::Version| VersionLine {
        href: format!("{base}/{}", it.number),
        number: u32::try_from(it.number).unwrap_or_default(),
        saved: saved(page.words(), it),
        agreed: agreed_at(page.words(), &plan, it.number),
    };
    let versions = found.iter().map(line).collect();
    Ok(html(&OwnVersionsPage {
        frame: page.frame(),
        domain: domain(page.words(), plan.domain),
        versions,
        back,
    }))
}

/// `/mijn/plan/{part}/versies/{number}`
pub(crate) async fn version(
    page: ResidentPage,
    Path((part, number)): Path<(String, String)>,
) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let (plan, dossier, _) = own_part(&page, &part).await?;
    let number = number.parse::<i64>().map_err(|_| refused::not_yours(&page))?;
    let found = page.read(ReadOwnVersion { dossier, domain: plan.domain, number }).await?;
    let found = found.ok_or_else(|| refused::not_yours(&page))?;
    let changes = differences(&found.before, &found.after);
    Ok(html(&OwnVersionPage {
        frame: page.frame(),
        domain: domain(page.words(), plan.domain),
        number: u32::try_from(number).unwrap_or_default(),
        saved: saved(page.words(), &found.version),
        changes: changes.iter().map(|it| change(page.words(), it, "doer-own")).collect(),
        back: format!("/mijn/plan/{}/versies", plan.part),
    }))
}

/// The own plan of a part, its dossier, and the way back to it.
async fn own_part(page: &ResidentPage, part: &str) -> Result<(PartPlan, DossierId, String), Response> {
    let part = part_id(page, part)?;
    let (chosen, plans) = of_part(page, part).await?;
    let plan = plans.into_iter().find(|it| it.part == part && it.version > 0);
    let plan = plan.ok_or_else(|| refused::not_yours(page))?;
    Ok((plan.clone(), plan.dossier, format!("/mijn/plan{}#{}", chosen.ending(), plan.domain)))
}

/// `/mijn/plan/{part}/antwoord`: "Ik ben het eens", or talking first.
pub(crate) async fn answer(Path(part): Path<String>, sent: Sent) -> Result<Response, Response> {
    let (page, typed) = resident(sent).await?;
    let part = part_id(&page, &part)?;
    let given = typed.get("answer").parse::<Answer>();
    let version = typed.get("version").parse().unwrap_or(0);
    let words = typed.get("words").to_owned();
    let mut errors = FieldErrors::default();
    match given {
        Ok(answer) => match page.perform(AnswerOwn { part, version, answer, words }).await? {
            Ok((dossier, true)) => return Ok(back(dossier, "nieuwer")),
            Ok((dossier, false)) => {
                return Ok(back(dossier, if answer == Answer::Agreed { "eens" } else { "praten" }));
            }
            Err(OwnRefused::Gone) => return Err(refused::not_yours(&page)),
            Err(OwnRefused::Words(why)) => errors.put("words", page.t(problem_key(why.problem))),
        },
        Err(_) => errors.put("", page.t("portal-plan-answer-missing")),
    }
    let (chosen, plans) = of_part(&page, part).await?;
    let form = page.form_again(typed).but(errors);
    let mut shown = own_page(&page, &chosen, &plans, &Some((part, form)));
    shown.family = family::sections(&page, &chosen).await?;
    Ok(to_mend(&shown))
}

/// `/mijn/plan/{part}/klaar/{item}`
pub(crate) async fn mark(
    Path((part, item)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Response> {
    let (page, typed) = resident(sent).await?;
    let part = part_id(&page, &part)?;
    let Ok(step) = item.parse::<PlanItemId>() else { return Err(refused::not_yours(&page)) };
    let done = typed.get("done") == "1";
    match page.perform(MarkOwn { part, step, done }).await? {
        Ok(dossier) => Ok(back(dossier, if done { "klaar" } else { "open" })),
        Err(_) => Err(refused::not_yours(&page)),
    }
}

/// What a question is about: `plan` for the whole.
fn item_id(page: &ResidentPage, typed: &str) -> Result<Option<PlanItemId>, Response> {
    match typed {
        "plan" => Ok(None),
        id => id.parse().map(Some).map_err(|_| refused::not_yours(page)),
    }
}

fn ask_page(
    page: &ResidentPage,
    (chosen, plans): &(Chosen, Vec<PartPlan>),
    (part, item): (PartId, Option<PlanItemId>),
    form: Form,
) -> Result<PlanAskPage, Response> {
    let found = plans.iter().find(|it| it.part == part && it.version > 0);
    let plan = found.ok_or_else(|| refused::not_yours(page))?;
    let quote = match item {
        None => String::new(),
        Some(item) => {
            let step = plan.plan.open_step(item).ok_or_else(|| refused::not_yours(page))?;
            step.what.clone()
        }
    };
    let end = item.map_or_else(|| "plan".to_owned(), |item| item.to_string());
    Ok(PlanAskPage {
        frame: page.frame(),
        form,
        about: about(page.words(), plan, item),
        quote,
        action: format!("/mijn/plan/{part}/vraag/{end}"),
        cancel: format!("/mijn/plan{}", chosen.ending()),
    })
}

/// `/mijn/plan/{part}/vraag/{item}`
pub(crate) async fn ask(
    page: ResidentPage,
    Path((part, item)): Path<(String, String)>,
) -> Result<Response, Response> {
    let page = ResidentPage(page.0.in_own_words().await?);
    let (part, item) = (part_id(&page, &part)?, item_id(&page, &item)?);
    let read = of_part(&page, part).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    Ok(html(&ask_page(&page, &read, (part, item), form)?))
}

/// Sends the question.
pub(crate) async fn send(
    Path((part, item)): Path<(String, String)>,
    sent: Sent,
) -> Result<Response, Response> {
    let (page, typed): (ResidentPage, Typed) = resident(sent).await?;
    let (part, item) = (part_id(&page, &part)?, item_id(&page, &item)?);
    let form = once(&typed).unwrap_or_else(|| page.app().random_id());
    let words = typed.get("words").to_owned();
    match page.perform(AskOwn { part, item, words, form }).await? {
        Ok(dossier) => Ok(back(dossier, "vraag")),
        Err(OwnRefused::Gone) => Err(refused::not_yours(&page)),
        Err(OwnRefused::Words(why)) => {
            let read = of_part(&page, part).await?;
            let errors = FieldErrors::from([("words", page.t(problem_key(why.problem)))]);
            let form = page.form_again(typed).but(errors);
            Ok(to_mend(&ask_page(&page, &read, (part, item), form)?))
        }
    }
}
