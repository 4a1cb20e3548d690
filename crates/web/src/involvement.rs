//! Who is involved: the access tab, the coordinator's queue, assigning and ending.

pub(crate) mod assess;
pub(crate) mod hand_over;
pub(crate) mod leaving;
pub(crate) mod queue;
pub(crate) mod stand_in;

use app::dossier::{DossierRead, ReadIt};
use app::involvement::{Assign, AssignRefused, Assignable, End, EndRefused, Involved, ReadWho, ReadWhom};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::text_input::InputProblem;
use domain::{DossierId, InvolvementId, RoleInCase, StaffId, amsterdam_midnight};
use text::Words;

use crate::answer::{html, see_other, to_mend};
use crate::dossier::masthead;
use crate::entry::{dossier_id, problem_key};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::typed_date::date;
use crate::view::access::{AccessPage, InvolvedLine};
use crate::view::dossier::Tab;
use crate::view::involvement::{AssignPage, EndPage};
use crate::view::{Choice, FieldErrors, Form, Typed};
use crate::wording::{day, domain, number};

/// `/werk/dossier/{dossier}/toegang`: for involved workers with the name, for the coordinator by number.
pub(crate) async fn access(page: StaffPage, Path(dossier): Path<String>) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let who = page.read(ReadWho(dossier)).await?;
    let now = page.app().now();
    let is_involved = who.involved.iter().any(|i| i.staff == page.post.staff && i.is_now(now));
    let read: Option<DossierRead> = if is_involved || who.in_emergency {
        Some(page.read(ReadIt { dossier, page: 0, take: 0 }).await?)
    } else {
        None
    };
    let coordinates = page.post.coordinates_now;
    let line = |involved: &Involved| {
        let mine = involved.staff == page.post.staff;
        let mut line = involved_line(page.words(), involved);
        line.end =
            (coordinates || mine).then(|| format!("/werk/dossier/{dossier}/toegang/{}/eind", involved.id));
        line
    };
    let (current, past): (Vec<&Involved>, Vec<&Involved>) =
        who.involved.iter().partition(|i| i.until.is_none_or(|until| until > now));
    Ok(html(&AccessPage {
        frame: page.frame(),
        masthead: read.as_ref().map(|read| masthead(&page, read, Tab::Access)),
        number: number(who.number),
        involved: current.into_iter().map(line).collect(),
        past: past.into_iter().map(|i| involved_line(page.words(), i)).collect(),
        assign: coordinates.then(|| format!("/toezicht/toewijzen/{dossier}")),
        protection: if is_involved || coordinates {
            format!("/werk/dossier/{dossier}/bescherming")
        } else {
            String::new()
        },
        hand_over: (is_involved && page.post.function.carries_cases())
            .then(|| format!("/werk/dossier/{dossier}/overdragen")),
        exclude: coordinates.then(|| format!("/toezicht/uitsluiten/{dossier}")),
    }))
}

fn involved_line(words: Words, involved: &Involved) -> InvolvedLine {
    InvolvedLine {
        name: involved.name.clone(),
        role: words.code("role", &involved.role),
        domain: domain(words, involved.domain),
        since: day(words, involved.from),
        until: involved.until.map_or_else(String::new, |until| day(words, until)),
        reason: involved.reason.to_string(),
        end: None,
    }
}

/// What the address may add: what was chosen on the list that led here.
#[derive(serde::Deserialize, Default)]
#[serde(default)]
pub(crate) struct AskedAssign {
    medewerker: String,
    onderdeel: String,
}

/// `/toezicht/toewijzen/{dossier}`
pub(crate) async fn ask_assign(
    page: StaffPage,
    Path(dossier): Path<String>,
    Query(asked): Query<AskedAssign>,
) -> Result<Response, Response> {
    let dossier = dossier_id(&page, &dossier)?;
    let whom = page.read(ReadWhom(dossier)).await?;
    if whom.extra_protected && !page.is_fresh() {
        return Ok(see_other(&format!("/opnieuw?terug={}", page.visit.path)));
    }
    let mut form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    // Who cannot be chosen is not chosen, and nothing is said about why.
    if whom.candidates.iter().any(|it| it.staff.to_string() == asked.medewerker) {
        form.values.put_if_empty("worker", &asked.medewerker);
    }
    if whom.parts.iter().any(|(_, of)| of.code() == asked.onderdeel) {
        form.values.put_if_empty("domain", &asked.onderdeel);
    }
    Ok(html(&assign_page(&page, &whom, form)))
}

fn assign_page(page: &StaffPage, whom: &Assignable, mut form: Form) -> AssignPage {
    let words = page.words();
    // With one part there is nothing to choose.
    if let [(_, only)] = whom.parts.as_slice() {
        form.values.put_if_empty("domain", only.code());
    }
    let now = page.app().now();
    let workers = whom.candidates.iter().map(|it| {
        let function = words.code("function", it.function.code());
        Choice::new(it.staff.to_string(), format!("{}, {function}", it.name))
    });
    AssignPage {
        frame: page.frame(),
        form,
        number: number(whom.number),
        workers: workers.collect(),
        domains: whom.parts.iter().map(|(_, d)| Choice::new(d.code(), domain(words, *d))).collect(),
        roles: RoleInCase::ALL.iter().map(|r| Choice::new(r.code(), words.code("role", r.code()))).collect(),
        involved: whom.involved.iter().filter(|i| i.is_now(now)).map(|i| involved_line(words, i)).collect(),
        action: format!("/toezicht/toewijzen/{}", whom.dossier),
    }
}

/// Assigns a worker.
pub(crate) async fn assign(Path(dossier): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let dossier = dossier_id(&page, &dossier)?;
    let whom = page.read(ReadWhom(dossier)).await?;
    if whom.extra_protected && !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let words = page.words();
    let mut errors = FieldErrors::default();
    if let Some(deed) = as_assigned(&page, &whom, &typed, &mut errors) {
        match page.perform(deed).await? {
            Ok(_) => return Ok(see_other(&format!("/werk/dossier/{dossier}/toegang"))),
            Err(AssignRefused::DoesNotFit) => errors.put("worker", words.t("assign-worker-not-possible")),
            Err(AssignRefused::Already) => errors.put("worker", words.t("assign-worker-already")),
            Err(AssignRefused::EndsBeforeItStarts) => {
                errors.put("until", words.t("fault-ends-before-it-starts"))
            }
            Err(AssignRefused::Reason(why)) => match why.problem {
                InputProblem::Empty => errors.put("reason", words.t("assign-reason-missing")),
                problem => errors.put("reason", words.t(problem_key(problem))),
            },
        }
    }
    Ok(to_mend(&assign_page(&page, &whom, page.form_again(typed).but(errors))))
}

fn as_assigned(
    page: &StaffPage,
    whom: &Assignable,
    typed: &Typed,
    errors: &mut FieldErrors,
) -> Option<Assign> {
    let words = page.words();
    let staff = typed.get("worker").parse::<StaffId>();
    if staff.is_err() {
        errors.put("worker", words.t("assign-worker-missing"));
    }
    let one = if let [(part, _)] = whom.parts.as_slice() { Some(*part) } else { None };
    let chosen = whom.parts.iter().find(|(_, d)| d.code() == typed.get("domain")).map(|(part, _)| *part);
    let part = chosen.or(one);
    if part.is_none() {
        errors.put("domain", words.t("assign-domain-missing"));
    }
    let role = typed.get("role").parse::<RoleInCase>();
    if role.is_err() {
        errors.put("role", words.t("assign-role-missing"));
    }
    if domain::text_input::is_blank(typed.get("reason")) {
        errors.put("reason", words.t("assign-reason-missing"));
    }
    let from = date(typed, "from", words, errors).and_then(amsterdam_midnight);
    let until = date(typed, "until", words, errors).and_then(amsterdam_midnight);
    if role == Ok(RoleInCase::Replacement) && until.is_none() && errors.of("until").is_none() {
        errors.put("until", words.t("assign-until-missing"));
    }
    if !errors.is_empty() {
        return None;
    }
    Some(Assign {
        part: part?,
        staff: staff.ok()?,
        role: role.ok()?,
        reason: typed.get("reason").to_owned(),
        from,
        until,
    })
}

/// `/werk/dossier/{dossier}/toegang/{involvement}/eind`
pub(crate) async fn ask_end(
    page: StaffPage,
    Path((dossier, involvement)): Path<(String, String)>,
) -> Result<Response, Response> {
    if !page.is_fresh() {
        return Ok(see_other(&format!("/opnieuw?terug={}", page.visit.path)));
    }
    let (dossier, id) = ids(&page, &dossier, &involvement)?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form(),
    };
    Ok(html(&end_page(&page, dossier, id, form).await?))
}

fn ids(page: &StaffPage, dossier: &str, involvement: &str) -> Result<(DossierId, InvolvementId), Response> {
    let id = involvement.parse().map_err(|_| refused::denied(page, &[]))?;
    Ok((dossier_id(page, dossier)?, id))
}

async fn end_page(
    page: &StaffPage,
    dossier: DossierId,
    id: InvolvementId,
    form: Form,
) -> Result<EndPage, Response> {
    let who = page.read(ReadWho(dossier)).await?;
    let now = page.app().now();
    let Some(found) = who.involved.iter().find(|i| i.id == id) else {
        return Err(refused::denied(page, &[]));
    };
    let others =
        who.involved.iter().filter(|i| i.id != id && i.domain == found.domain && i.is_now(now)).count();
    Ok(EndPage {
        frame: page.frame(),
        form,
        number: number(who.number),
        involvement: involved_line(page.words(), found),
        last_one: others == 0,
        yourself: !page.post.coordinates_now,
        action: format!("/werk/dossier/{dossier}/toegang/{id}/eind"),
        cancel: format!("/werk/dossier/{dossier}/toegang"),
    })
}

/// Ends an involvement.
pub(crate) async fn end(
    Path((dossier, involvement)): Path<(String, String)>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let (dossier, id) = ids(&page, &dossier, &involvement)?;
    let words = page.words();
    let mut errors = FieldErrors::default();
    let deed = End { involvement: id, until: None, reason: typed.get("reason").to_owned() };
    match page.perform(deed).await? {
        Ok(()) => {
            let coordinates = page.post.coordinates_now;
            // Whoever stepped back can no longer see the dossier.
            let to = if coordinates {
                format!("/werk/dossier/{dossier}/toegang")
            } else {
                "/werk/dossiers".into()
            };
            return Ok(see_other(&to));
        }
        Err(EndRefused::Already) => errors.put("", words.t("end-already")),
        Err(EndRefused::LastOne) => errors.put("", words.t("end-last-one-yourself")),
        Err(EndRefused::Reason(why)) => match why.problem {
            InputProblem::Empty => errors.put("reason", words.t("end-reason-missing")),
            problem => errors.put("reason", words.t(problem_key(problem))),
        },
    }
    let form = page.form_again(typed).but(errors);
    Ok(to_mend(&end_page(&page, dossier, id, form).await?))
}
