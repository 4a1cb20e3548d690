//! `/toezicht/noodtoegang`: what coordinator and deputy are told, what they approve, and how they end it.

use app::emergency::{Approve, ApproveRefused, End, EndRefused, List, Opening, Request};
use app::review::Stage;
use axum::extract::{Path, Query};
use axum::response::Response;
use serde::Deserialize;

use super::until;
use crate::answer::{html, see_other};
use crate::page::StaffPage;
use crate::refused;
use crate::review;
use crate::sent::StaffSent;
use crate::standing::end_button;
use crate::view::emergency::{AskRow, OpeningRow, TeamPage};
use crate::view::{Contact, Flash, Tone};
use crate::wording::{moment, number};

/// What the address may add: what was done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    gestopt: String,
    goed: String,
    klaar: String,
}

/// `/toezicht/noodtoegang`
pub(crate) async fn list(page: StaffPage, Query(asked): Query<Asked>) -> Result<Response, Response> {
    page.show(List(page.post.team), &(&page, asked), |told, (page, asked)| {
        let mut frame = page.frame();
        let done = match (asked.gestopt.as_str(), asked.goed.as_str()) {
            ("1", _) => Some((Tone::Done, "emergency-ended")),
            ("0", _) => Some((Tone::Note, "emergency-had-ended")),
            (_, "1") => Some((Tone::Done, "emergency-approve-done")),
            (_, "0") => Some((Tone::Note, "emergency-approve-late")),
            _ => None,
        };
        let judged = review::told(page.words(), &asked.klaar).map(|text| Flash { tone: Tone::Done, text });
        frame.flash = judged.or(done.map(|(tone, key)| Flash { tone, text: page.t(key) }));
        let (yours, others, judged) = sorted(page, &told.openings);
        html(&TeamPage {
            frame,
            team: page.post.team_name.clone(),
            requests: told.requests.iter().map(|it| ask_row(page, it)).collect(),
            yours,
            others,
            judged,
        })
    })
    .await
}

/// What the reader judges by its day, what others judge, and what was judged. Of what they opened or approved themselves
/// they see no more than that somebody else judges.
fn sorted(page: &StaffPage, openings: &[Opening]) -> (Vec<OpeningRow>, Vec<OpeningRow>, Vec<OpeningRow>) {
    let (mut yours, mut others, mut judged) = (Vec::new(), Vec::new(), Vec::new());
    let mut all: Vec<&Opening> = openings.iter().collect();
    all.sort_by_key(|it| (it.review_due, it.opened_at));
    for it in all {
        let row = opening_row(page, it);
        match it.review.as_ref().map(|review| (&review.stage, review.yours)) {
            Some((Stage::Judged(_), _)) => judged.insert(0, row),
            Some((_, true)) => yours.push(row),
            Some((_, false)) | None => others.push(row),
        }
    }
    (yours, others, judged)
}

fn ask_row(page: &StaffPage, request: &Request) -> AskRow {
    let words = page.words();
    let action = format!("/toezicht/noodtoegang/vraag/{}/goed", request.id);
    AskRow {
        who: Contact {
            name: request.name.clone(),
            role: words.code("function", &request.function),
            phone: request.phone.clone(),
        },
        whom: request.whom.to_string(),
        reason: words.code("emergency-reason", request.reason.code()),
        sentence: request.sentence.to_string(),
        length: words.code("emergency-length", &request.hours.to_string()),
        asked: moment(words, request.asked_at),
        approve: request.approvable.then(|| end_button(page, action, words.t("emergency-approve"))),
    }
}

fn opening_row(page: &StaffPage, opening: &Opening) -> OpeningRow {
    let (words, now) = (page.words(), page.app().now());
    let function = words.code("function", &opening.function);
    let judging = opening.review.as_ref().map(|it| review::row(page, it, false));
    let is_open = opening.is_open(now);
    let ended = opening.ended_at.unwrap_or(opening.ends_at);
    let state = if is_open {
        words.with("emergency-open-until", &[("time", until(words, now, opening.ends_at).into())])
    } else {
        let how = match opening.ended_how.as_str() {
            "" => words.t("emergency-ended-by-time"),
            how => words.code("emergency-ended-by", how),
        };
        words.with("emergency-over", &[("when", moment(words, ended).into()), ("how", how.into())])
    };
    let action = format!("/toezicht/noodtoegang/{}/eind", opening.id);
    OpeningRow {
        number: number(opening.number),
        name: opening.name.clone(),
        role: if opening.team_name.is_empty() {
            function
        } else {
            words.with(
                "emergency-function-team",
                &[("function", function.into()), ("team", opening.team_name.as_str().into())],
            )
        },
        reason: words.code("emergency-reason", opening.reason.code()),
        sentence: opening.sentence.to_string(),
        opened: moment(words, opening.opened_at),
        state,
        due: judging.as_ref().map_or_else(|| words.t("review-by-another"), |it| it.state.clone()),
        late: judging.as_ref().map(|it| it.late.clone()).unwrap_or_default(),
        href: judging.as_ref().map(|it| it.href.clone()).unwrap_or_default(),
        yours: judging.is_some_and(|it| it.yours),
        end: is_open.then(|| end_button(page, action, words.t("emergency-end"))),
    }
}

/// Approves, after password and code of minutes ago (ACC-16).
pub(crate) async fn approve(Path(request): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let page = sent.page;
    if !page.is_fresh() {
        return Ok(see_other("/opnieuw?terug=/toezicht/noodtoegang"));
    }
    let Ok(request) = request.parse() else { return Err(refused::denied(&page, &[])) };
    match page.perform(Approve(request)).await? {
        Ok(()) => Ok(see_other("/toezicht/noodtoegang?goed=1")),
        Err(ApproveRefused::NotWaiting) => Ok(see_other("/toezicht/noodtoegang?goed=0")),
    }
}

/// Ends somebody's access.
pub(crate) async fn end_of_team(
    Path(emergency): Path<String>,
    sent: StaffSent,
) -> Result<Response, Response> {
    let page = sent.page;
    let Ok(emergency) = emergency.parse() else { return Err(refused::denied(&page, &[])) };
    match page.perform(End(emergency)).await? {
        Ok(()) => Ok(see_other("/toezicht/noodtoegang?gestopt=1")),
        Err(EndRefused::Ended) => Ok(see_other("/toezicht/noodtoegang?gestopt=0")),
    }
}
