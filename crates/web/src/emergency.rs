//! `/werk/noodtoegang` and `/toezicht/noodtoegang`: breaking the glass (ACC-03). First the form and what follows from it,
//! then password and code, and only then the answer.

mod oversight;
mod typed;

use app::emergency::{Ask, Begin, End, EndRefused, Open, OpenRefused, Opened, Own, Stage, Whom};
use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::Response;
use domain::{EmergencyLength, EmergencyReason, amsterdam};
use jiff::Timestamp;
use serde::Deserialize;
use text::Words;

pub(crate) use oversight::{approve, end_of_team, list};

use crate::answer::{html, see_other, to_mend, with_status};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::{StaffSent, once};
use crate::standing::end_button;
use crate::view::dossier::EmergencyBanner;
use crate::view::emergency::{CannotPage, EmergencyPage, LatelyRow, OpenRow, RequestRow};
use crate::view::{Choice, Contact, FieldErrors, Flash, Form, Tone, Typed};
use crate::wording::{moment, number};

/// What the address may add: what was done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    gestopt: String,
    gevraagd: String,
}

/// `/werk/noodtoegang`: what is open and asked, what will be seen and told, and the form.
pub(crate) async fn ask(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    let own = page.read(Begin).await?;
    let form = match page.given_back().await? {
        Some(typed) => page.form_again(typed),
        None => page.form_once(),
    };
    let mut shown = emergency_page(&page, &own, form);
    let done = match (asked.gestopt.as_str(), asked.gevraagd.as_str()) {
        ("1", _) => Some((Tone::Done, "emergency-ended")),
        ("0", _) => Some((Tone::Note, "emergency-had-ended")),
        (_, "1") => Some((Tone::Done, "emergency-asked")),
        (_, "0") => Some((Tone::Warning, "emergency-not-opened")),
        _ => None,
    };
    shown.frame.flash = done.map(|(tone, key)| Flash { tone, text: page.t(key) });
    Ok(html(&shown))
}

/// Somebody reloaded the answer: there is nothing to show without the form.
pub(crate) async fn back_to_form(_: StaffPage) -> Response {
    see_other("/werk/noodtoegang")
}

/// Opens, after password and code of minutes ago (ACC-16).
pub(crate) async fn open(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, body } = sent;
    let mut errors = FieldErrors::default();
    let Some(filled) = typed::filled(&page, &typed, &mut errors) else {
        return mend(&page, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    if !page.is_fresh() {
        return Err(page.confirm_first(body).await);
    }
    let form = once(&typed).unwrap_or_else(|| page.app().random_id());
    match page.perform(Open { whom: Whom::Sought(Box::new(filled)), form }).await? {
        Ok(Opened::Cannot) => Ok(html(&cannot_page(&page, typed))),
        Ok(opened) => Ok(to_dossier(opened)),
        Err(why) => refuse(&page, typed, why).await,
    }
}

fn to_dossier(opened: Opened) -> Response {
    match opened {
        Opened::Now { dossier, .. } | Opened::Already { dossier, .. } | Opened::Involved { dossier } => {
            see_other(&format!("/werk/dossier/{dossier}"))
        }
        Opened::Cannot => see_other("/werk/noodtoegang?gevraagd=0"),
    }
}

/// The button under the one answer. It always works.
pub(crate) async fn ask_coordinator(sent: StaffSent) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    let mut errors = FieldErrors::default();
    let Some(form) = typed::filled(&page, &typed, &mut errors) else {
        return mend(&page, typed, errors, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let once = once(&typed).unwrap_or_else(|| page.app().random_id());
    match page.perform(Ask { form, once }).await? {
        Ok(()) => Ok(see_other("/werk/noodtoegang?gevraagd=1")),
        Err(why) => refuse(&page, typed, why).await,
    }
}

/// Opens what the coordinator approved.
pub(crate) async fn open_approved(
    Path(request): Path<String>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let StaffSent { page, typed, .. } = sent;
    if !page.is_fresh() {
        return Ok(see_other("/opnieuw?terug=/werk/noodtoegang"));
    }
    let Ok(request) = request.parse() else { return Ok(to_dossier(Opened::Cannot)) };
    let form = once(&typed).unwrap_or_else(|| page.app().random_id());
    match page.perform(Open { whom: Whom::Approved(request), form }).await? {
        Ok(opened) => Ok(to_dossier(opened)),
        Err(OpenRefused::Nothing | OpenRefused::TooMany) => Ok(to_dossier(Opened::Cannot)),
    }
}

/// Ends the worker's own access.
pub(crate) async fn end_own(Path(emergency): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let page = sent.page;
    let Ok(emergency) = emergency.parse() else { return Err(refused::denied(&page, &[])) };
    match page.perform(End(emergency)).await? {
        Ok(()) => Ok(see_other("/werk/noodtoegang?gestopt=1")),
        Err(EndRefused::Ended) => Ok(see_other("/werk/noodtoegang?gestopt=0")),
    }
}

async fn refuse(page: &StaffPage, typed: Typed, why: OpenRefused) -> Result<Response, Response> {
    let (key, status) = match why {
        OpenRefused::Nothing => ("emergency-who-missing", StatusCode::UNPROCESSABLE_ENTITY),
        OpenRefused::TooMany => ("emergency-too-many", StatusCode::TOO_MANY_REQUESTS),
    };
    mend(page, typed, FieldErrors::from([("", page.t(key))]), status).await
}

async fn mend(
    page: &StaffPage,
    typed: Typed,
    errors: FieldErrors,
    status: StatusCode,
) -> Result<Response, Response> {
    let own = page.read(Begin).await?;
    let shown = emergency_page(page, &own, page.form_again(typed).but(errors));
    Ok(if status == StatusCode::UNPROCESSABLE_ENTITY { to_mend(&shown) } else { with_status(status, &shown) })
}

fn emergency_page(page: &StaffPage, own: &Own, mut form: Form) -> EmergencyPage {
    let words = page.words();
    form.values.put_if_empty("length", EmergencyLength::USUAL.code());
    let coded = |family: &str, codes: Vec<&'static str>| -> Vec<Choice> {
        codes.into_iter().map(|code| Choice::new(code, words.code(family, code))).collect()
    };
    EmergencyPage {
        frame: page.frame(),
        form,
        bsn_allowed: typed::bsn_allowed(page),
        reasons: coded("emergency-reason", EmergencyReason::ALL.iter().map(|it| it.code()).collect()),
        lengths: coded("emergency-length", EmergencyLength::ALL.iter().map(|it| it.code()).collect()),
        open: own
            .openings
            .iter()
            .map(|it| OpenRow {
                href: format!("/werk/dossier/{}", it.dossier),
                number: number(it.number),
                until: until(words, page.app().now(), it.until),
                end: end_button(page, format!("/werk/noodtoegang/{}/eind", it.id), words.t("emergency-end")),
            })
            .collect(),
        lately: own
            .lately
            .iter()
            .map(|it| LatelyRow {
                number: number(it.number),
                opened: words.with("withhold-lately-opened", &[("when", moment(words, it.opened_at).into())]),
                href: match it.withheld {
                    Some(notice) => format!("/werk/achterhouden/{notice}"),
                    None => format!("/werk/noodtoegang/{}/later", it.id),
                },
                withheld: it.withheld.is_some(),
            })
            .collect(),
        requests: own.requests.iter().map(|it| request_row(page, it)).collect(),
    }
}

fn request_row(page: &StaffPage, request: &app::emergency::OwnRequest) -> RequestRow {
    let (words, now) = (page.words(), page.app().now());
    let whom = request.whom.to_string();
    match request.stage {
        Stage::Asked { until: lapses } => {
            let state = words.with("emergency-waits", &[("time", until(words, now, lapses).into())]);
            RequestRow { whom, state, open: None }
        }
        Stage::Approved { until: lapses } => {
            let state = words.with("emergency-approved", &[("time", until(words, now, lapses).into())]);
            let action = format!("/werk/noodtoegang/vraag/{}/open", request.id);
            let mut button = end_button(page, action, words.t("emergency-go"));
            button.form = page.form_once().called(button.form.id);
            RequestRow { whom, state, open: Some(button) }
        }
    }
}

/// The one answer. What was typed goes along, for the question to the coordinator.
fn cannot_page(page: &StaffPage, typed: Typed) -> CannotPage {
    let mut kept = Typed::default();
    for (name, value) in typed.pairs().iter().filter(|(name, _)| !["csrf", "once"].contains(&name.as_str())) {
        kept.put(name, value);
    }
    let coordinator = Contact {
        name: page.post.team_name.clone(),
        role: page.t("coordinator-of-duty"),
        phone: page.post.team_phone.clone(),
    };
    CannotPage { frame: page.frame(), form: page.form_once().with(kept), coordinator }
}

/// What stands above every page of a dossier that is open in an emergency.
pub(crate) fn banner(page: &StaffPage, open: &app::dossier::Emergency) -> EmergencyBanner {
    let words = page.words();
    EmergencyBanner {
        until: until(words, page.app().now(), open.until),
        end: end_button(page, format!("/werk/noodtoegang/{}/eind", open.id), words.t("emergency-end")),
    }
}

/// "16.32 uur", and the day when that is not today.
pub(super) fn until(words: Words, now: Timestamp, at: Timestamp) -> String {
    let (now, at) = (amsterdam(now), amsterdam(at));
    let time = words.time(at.time());
    if now.date() == at.date() {
        return time;
    }
    words.with("emergency-day-and-time", &[("day", words.date(at.date()).into()), ("time", time.into())])
}
