//! The list of who works here, one of them, and signing somebody out at once.

use app::post::{Changed, ListPosts, PostLine, ReadOne, StopAll, WithTeams, lacks};
use axum::extract::{Path, Query};
use axum::response::Response;
use domain::StaffId;
use domain::post::{PostChange, PostState};
use jiff::Timestamp;
use serde::Deserialize;
use text::Words;

use super::{STATES, domains, is_of};
use crate::answer::{html, see_other};
use crate::page::StaffPage;
use crate::refused;
use crate::sent::StaffSent;
use crate::view::administration::{HistoryRow, UserPage, UserRow, UsersPage};
use crate::view::caseload::Pages;
use crate::view::{Choice, Flash, Tone, Typed};
use crate::wording::{day, moment};

/// How many stand on a page.
const PAGE: usize = 25;

/// What the address may add: what was just done.
#[derive(Deserialize, Default)]
#[serde(default)]
pub(crate) struct Asked {
    klaar: String,
}

/// `/beheer/gebruikers`
pub(crate) async fn first_page(page: StaffPage) -> Result<Response, Response> {
    list(&page, Typed::default()).await
}

/// The same with a filter; it travels in the body, for a name in an address ends up in history and logs.
pub(crate) async fn filtered(sent: StaffSent) -> Result<Response, Response> {
    list(&sent.page, sent.typed).await
}

async fn list(page: &StaffPage, typed: Typed) -> Result<Response, Response> {
    page.show(ListPosts, &(page, typed), |posts, (page, typed)| {
        let words = page.words();
        let wanted = domain::fold_name(typed.get("text"));
        let found: Vec<&PostLine> = posts
            .iter()
            .filter(|it| is_of(typed.get("state"), page, it))
            .filter(|it| domain::fold_name(&it.name).contains(&wanted))
            .collect();
        let last = found.len().div_ceil(PAGE).max(1);
        let current = typed.get("page").parse().unwrap_or(1).clamp(1, last);
        html(&UsersPage {
            frame: page.frame(),
            form: page.form().with(typed.clone()),
            states: STATES.iter().map(|it| Choice::new(*it, words.code("post-state", it))).collect(),
            rows: found.iter().skip((current - 1) * PAGE).take(PAGE).map(|it| row(page, it)).collect(),
            found: found.len(),
            total: posts.len(),
            pages: Pages { current, last },
        })
    })
    .await
}

fn row(page: &StaffPage, it: &PostLine) -> UserRow {
    let words = page.words();
    let mut flags = Vec::new();
    for flag in ["waiting", "pledge", "training"] {
        if is_of(flag, page, it) {
            flags.push(words.t(&format!("users-lacks-{flag}")));
        }
    }
    UserRow {
        // Nobody manages their own post (C58).
        href: (it.staff != page.post.staff).then(|| base(it.staff)),
        name: it.name.clone(),
        function: words.code("function", it.function.code()),
        team: it.team.clone(),
        login_name: it.login_name.clone(),
        state: period(words, page.app().now(), it),
        flags,
    }
}

pub(super) fn base(staff: StaffId) -> String {
    format!("/beheer/gebruikers/{staff}")
}

/// The last whole day before a moment.
pub(super) fn last_day(words: Words, until: Timestamp) -> String {
    day(words, until - jiff::SignedDuration::from_millis(1))
}

fn period(words: Words, now: Timestamp, it: &PostLine) -> String {
    let from = ("from", day(words, it.from).into());
    match (PostState::at(now, it.from, it.until), it.until) {
        (PostState::NotYet, _) => words.with("users-begins", &[from]),
        (PostState::Over, Some(until)) => {
            words.with("users-ended", &[("until", last_day(words, until).into())])
        }
        (_, Some(until)) => words.with("users-ends", &[("until", last_day(words, until).into())]),
        (_, None) => words.with("users-since", &[from]),
    }
}

/// The post of an address; whatever else stands there is answered like one that may not be read.
pub(super) fn staff_of(page: &StaffPage, staff: &str) -> Result<StaffId, Response> {
    staff.parse().map_err(|_| refused::denied(page, &[]))
}

/// `/beheer/gebruikers/{staff}`
pub(crate) async fn show(
    page: StaffPage,
    Path(staff): Path<String>,
    Query(asked): Query<Asked>,
) -> Result<Response, Response> {
    let staff = staff_of(&page, &staff)?;
    page.show(ReadOne(staff), &(&page, &asked), |found, (page, asked)| html(&user_page(page, found, asked)))
        .await
}

fn user_page(page: &StaffPage, found: &WithTeams, asked: &Asked) -> UserPage {
    let (words, post, now) = (page.words(), &found.post, page.app().now());
    let line = &post.line;
    let mut frame = page.frame();
    frame.flash = match asked.klaar.as_str() {
        "nieuw" => Some(words.t("users-appointed")),
        "gewijzigd" => Some(words.t("users-moved")),
        "beeindigd" => Some(words.t("users-ended-done")),
        "training" => Some(words.t("users-trained")),
        "uitgelogd" => Some(words.t("users-stopped")),
        _ => None,
    }
    .map(|text| Flash { tone: Tone::Done, text });
    let state = PostState::at(now, line.from, line.until);
    let mut facts = vec![
        (words.t("users-function"), words.code("function", line.function.code())),
        (words.t("users-domains"), domains(words, line.function)),
        (words.t("users-team"), line.team.clone()),
        (words.t("users-phone"), post.phone.clone()),
        (words.t("users-login"), line.login_name.clone()),
        (words.t("users-period"), period(words, now, line)),
        (words.t("users-trained-on"), line.trained_on.map(|on| words.date(on)).unwrap_or_default()),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts.push((
        words.t("users-dossiers"),
        words.with("users-dossier-count", &[("many", i64::from(post.dossiers).into())]),
    ));
    let lacking = lacks(line, page.today());
    let mut missing = Vec::new();
    if state != PostState::Over {
        for (is_missing, key) in [
            (!line.activated, "users-lacks-waiting-long"),
            (lacking.pledge, "users-lacks-pledge-long"),
            (lacking.training, "users-lacks-training-long"),
        ] {
            if is_missing {
                missing.push(words.t(key));
            }
        }
    }
    UserPage {
        name: line.name.clone(),
        facts,
        lacks: missing,
        base: base(line.staff),
        code: state == PostState::Now,
        fixed: fixed(words, found, state),
        stop: (post.sessions > 0).then(|| page.form()),
        history: post.changes.iter().map(|it| history(words, it)).collect(),
        frame,
    }
}

/// Why nothing can be changed, if so.
fn fixed(words: Words, found: &WithTeams, state: PostState) -> Option<String> {
    if !found.post.line.function.is_given_by_administrators() {
        return Some(words.t("users-privileged"));
    }
    if state == PostState::Over {
        return Some(words.t("users-over"));
    }
    found.post.goes_on.then(|| words.t("users-goes-on"))
}

fn history(words: Words, it: &Changed) -> HistoryRow {
    let when = match it.change {
        PostChange::Begun => day(words, it.holds_from),
        PostChange::Ended | PostChange::Moved => last_day(words, it.holds_from),
    };
    let by = [("who", it.by.as_str().into()), ("when", moment(words, it.at).into())];
    let what = match it.change {
        PostChange::Begun => words.with("users-history-begun", &[("when", when.into())]),
        PostChange::Ended => words.with("users-history-ended", &[("when", when.into())]),
        PostChange::Moved => words.with("users-history-moved", &[("when", when.into())]),
    };
    HistoryRow { what, by: words.with("finding-said-by", &by) }
}

/// Signs a colleague out everywhere.
pub(crate) async fn stop(Path(staff): Path<String>, sent: StaffSent) -> Result<Response, Response> {
    let page = sent.page;
    let staff = staff_of(&page, &staff)?;
    match page.perform(StopAll(staff)).await? {
        Ok(_) => Ok(see_other(&format!("{}?klaar=uitgelogd", base(staff)))),
        Err(never) => match never {},
    }
}
