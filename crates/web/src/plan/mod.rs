//! The plan for its workers: the page, agreeing, answering, "klaar", and on paper. Changing it is in `form`.

pub(crate) mod cards;
pub(crate) mod form;
pub(crate) mod versions;

use app::dossier::DossierRead;
use app::plan::{Agree, AnswerQuestion, MarkStep, PartPlan, Print, ReadPlans, TalkRefused};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::plan::{How, PrintPurpose};
use domain::{DossierId, PlanItemId, PlanQuestionId};
use serde::Deserialize;

use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of, problem_key};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date::{self, date};
use crate::view::dossier::Tab;
use crate::view::plan::{AgreePage, AnswerPage, LargePage, PlanPage, PrintPage};
use crate::view::{Choice, FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::{domain, moment};
use cards::{Look, Reader, card, question};

/// What the address may add.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    gedaan: String,
}

/// `/werk/dossier/{dossier}/plan`
pub(crate) async fn show(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    page.show(ReadPlans(dossier), &(&page, &read, &asked), |plans, (page, read, asked)| {
        let mut frame = page.frame();
        frame.flash = told(page, &asked.gedaan);
        let look = looks(page, read.head.dossier);
        let may_print = page.post.function.carries_cases() && !read.is_only_emergency();
        let has_plan = plans.iter().any(|it| it.version > 0 && it.works_with);
        html(&PlanPage {
            frame,
            masthead: masthead(page, read, Tab::Plan),
            cards: plans.iter().map(|it| card(&look, it)).collect(),
            print: (may_print && has_plan)
                .then(|| format!("/werk/dossier/{}/plan/afdrukken", read.head.dossier)),
            family: format!("/werk/dossier/{}/gezinsplan", read.head.dossier),
        })
    })
    .await
}

/// What was done, if anything.
fn told(page: &StaffPage, what: &str) -> Option<Flash> {
    let key = match what {
        "bewaard" => "plan-told-saved",
        "hetzelfde" => "plan-told-same",
        "afgesproken" => "plan-told-agreed",
        "gevraagd" => "plan-told-asked",
        "beantwoord" => "plan-told-answered",
        "klaar" => "plan-told-done",
        "open" => "plan-told-undone",
        _ => return None,
    };
    Some(Flash { tone: Tone::Done, text: page.t(key) })
}

pub(crate) fn looks(page: &StaffPage, dossier: DossierId) -> Look {
    Look {
        words: page.words(),
        today: page.today(),
        reader: Reader::Worker {
            base: format!("/werk/dossier/{dossier}/plan"),
            form: page.form(),
            carries_cases: page.post.function.carries_cases(),
        },
    }
}

/// Back to the plan, with what was done.
pub(crate) fn done(dossier: DossierId, domain: &str, what: &str) -> Response {
    see_other(&format!("/werk/dossier/{dossier}/plan?gedaan={what}#{domain}"))
}

/// A dossier with the plan under one law that the reader may change; another one is as if it were not there.
pub(crate) async fn here(
    page: &StaffPage,
    dossier: &str,
    domain: &str,
) -> Result<(DossierRead, PartPlan), Response> {
    let dossier = dossier_id(page, dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let plans = page.read(ReadPlans(dossier)).await?;
    let mut own = plans.into_iter().filter(|it| it.works_with && !it.closed);
    match own.find(|it| it.domain.code() == domain) {
        Some(plan) if page.post.function.carries_cases() => Ok((read, plan)),
        _ => Err(refused::denied(page, &[])),
    }
}

fn cancel(dossier: DossierId, domain: &str) -> String {
    format!("/werk/dossier/{dossier}/plan#{domain}")
}

fn agree_page(page: &StaffPage, read: &DossierRead, plan: &PartPlan, version: i64, form: Form) -> AgreePage {
    let words = page.words();
    let (dossier, code) = (read.head.dossier, plan.domain.code());
    AgreePage {
        frame: page.frame(),
        form,
        name: read.client.full_name(),
        domain: domain(words, plan.domain),
        version: u32::try_from(version).unwrap_or_default(),
        ways: How::ALL
            .iter()
            .map(|how| Choice::new(how.code(), words.code("agree-by", how.code())))
            .collect(),
        action: format!("/werk/dossier/{dossier}/plan/{code}/afgesproken"),
        cancel: cancel(dossier, code),
    }
}

/// `/werk/dossier/{dossier}/plan/{domain}/afgesproken`
pub(crate) async fn ask_agree(
    page: StaffPage,
    Path((dossier, domain)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (read, plan) = here(&page, &dossier, &domain).await?;
    let mut version = plan.version;
    let form = match page.given_back().await? {
        Some(typed) => {
            version = typed.get("version").parse().unwrap_or(version);
            page.form_again(typed)
        }
        None => {
            let mut typed = Typed::default();
            typed_date::put(&mut typed, "on", page.today());
            page.form().with(typed)
        }
    };
    Ok(html(&agree_page(&page, &read, &plan, version, form)))
}

/// Says that it is agreed, or asks the client.
pub(crate) async fn agree(
    Path((dossier, domain)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (read, plan) = here(&page, &dossier, &domain).await?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let how = typed.get("how").parse::<How>();
    if how.is_err() {
        errors.put("how", words.t("plan-agree-how-missing"));
    }
    let asked_in_portal = how == Ok(How::Portal);
    let on = match asked_in_portal {
        true => Some(page.today()),
        false => date(&typed, "on", words, &mut errors),
    };
    if on.is_none() && errors.of("on").is_none() {
        errors.put("on", words.t("fault-missing"));
    }
    let version = typed.get("version").parse().unwrap_or(0);
    if let (Ok(how), Some(on), true) = (how, on, errors.is_empty()) {
        match page.perform(Agree { part: plan.part, version, on, how }).await? {
            Ok(dossier) => {
                return Ok(done(dossier, &domain, if asked_in_portal { "gevraagd" } else { "afgesproken" }));
            }
            Err(TalkRefused::InFuture) => errors.put("on", words.t("fault-in-future")),
            Err(TalkRefused::BeforeVersion) => errors.put("on", words.t("plan-agree-before")),
            Err(_) => errors.put("", words.t("plan-agree-newer")),
        }
    }
    // Sent again, it is about the version that is there now: the sentence above says so.
    let version = plan.version;
    Ok(to_mend(&agree_page(&page, &read, &plan, version, page.form_again(typed).but(errors))))
}

/// `/werk/dossier/{dossier}/plan/{domain}/klaar/{item}`
pub(crate) async fn mark(
    Path((dossier, domain, item)): Path<(String, String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (_, plan) = here(&page, &dossier, &domain).await?;
    let Ok(step) = item.parse::<PlanItemId>() else { return Err(refused::absent(&page)) };
    let is_done = typed.get("done") == "1";
    match page.perform(MarkStep { part: plan.part, step, done: is_done }).await? {
        Ok(dossier) => Ok(done(dossier, &domain, if is_done { "klaar" } else { "open" })),
        Err(_) => Err(refused::absent(&page)),
    }
}

fn answer_page(
    page: &StaffPage,
    read: &DossierRead,
    plan: &PartPlan,
    id: PlanQuestionId,
    form: Form,
) -> Result<AnswerPage, Response> {
    let (dossier, code) = (read.head.dossier, plan.domain.code());
    let found = plan.questions.iter().find(|it| it.id == id);
    let found = found.ok_or_else(|| refused::absent(page))?;
    Ok(AnswerPage {
        frame: page.frame(),
        form,
        name: read.client.full_name(),
        question: question(&looks(page, dossier), plan, found),
        action: format!("/werk/dossier/{dossier}/plan/{code}/vraag/{id}"),
        cancel: cancel(dossier, code),
    })
}

fn question_id(page: &StaffPage, typed: &str) -> Result<PlanQuestionId, Response> {
    typed.parse().map_err(|_| refused::absent(page))
}

/// `/werk/dossier/{dossier}/plan/{domain}/vraag/{question}`
pub(crate) async fn ask_answer(
    page: StaffPage,
    Path((dossier, domain, question)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    let (read, plan) = here(&page, &dossier, &domain).await?;
    let id = question_id(&page, &question)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&answer_page(&page, &read, &plan, id, form)?))
}

/// Answers the client.
pub(crate) async fn answer(
    Path((dossier, domain, question)): Path<(String, String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let (read, plan) = here(&page, &dossier, &domain).await?;
    let id = question_id(&page, &question)?;
    let mut errors = FieldErrors::default();
    let text = typed.get("answer").to_owned();
    match page.perform(AnswerQuestion { part: plan.part, question: id, text }).await? {
        Ok(dossier) => return Ok(done(dossier, &domain, "beantwoord")),
        Err(TalkRefused::Words(why)) => errors.put("answer", page.t(problem_key(why.problem))),
        // Somebody else answered: theirs is on the page, and so is what was typed.
        Err(_) => {}
    }
    let (read, plan) = if errors.is_empty() { here(&page, &dossier, &domain).await? } else { (read, plan) };
    Ok(to_mend(&answer_page(&page, &read, &plan, id, page.form_again(typed).but(errors))?))
}

fn print_page(page: &StaffPage, read: &DossierRead, form: Form) -> PrintPage {
    let words = page.words();
    let base = format!("/werk/dossier/{}/plan", read.head.dossier);
    PrintPage {
        frame: page.frame(),
        masthead: masthead(page, read, Tab::Plan),
        form,
        purposes: PrintPurpose::ALL
            .iter()
            .map(|it| Choice::new(it.code(), words.code("reason", it.code())))
            .collect(),
        action: format!("{base}/afdrukken"),
        cancel: base,
    }
}

/// `/werk/dossier/{dossier}/plan/afdrukken`
pub(crate) async fn ask_print(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    Ok(html(&print_page(&page, &read, page.form())))
}

/// The plan in large letters, for a purpose that stands on the record and on the paper (ACC-24).
pub(crate) async fn print(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let words = page.words();
    let Ok(purpose) = typed.get("purpose").parse::<PrintPurpose>() else {
        let errors = FieldErrors::from([("purpose", words.t("plan-print-missing"))]);
        return Ok(to_mend(&print_page(&page, &read, page.form_again(typed).but(errors))));
    };
    let plans = match page.perform(Print { dossier, purpose }).await? {
        Ok(plans) => plans,
        Err(never) => match never {},
    };
    let look = Look { words, today: page.today(), reader: Reader::WorkersPaper };
    Ok(html(&LargePage {
        frame: page.frame(),
        name: read.client.full_name(),
        cards: plans.iter().filter(|it| it.version > 0).map(|it| card(&look, it)).collect(),
        mark: words.with(
            "plan-printed-by",
            &[
                ("name", page.post.name.as_str().into()),
                ("when", moment(words, page.app().now()).into()),
                ("purpose", words.code("reason", purpose.code()).into()),
            ],
        ),
        back: format!("/werk/dossier/{dossier}/plan"),
    }))
}
