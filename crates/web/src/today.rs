//! `/werk`: "Vandaag". What waits in the own dossiers, what one began to write, and the way to one's own list.

use app::caseload::Case;
use app::sign_in::ReadyState;
use app::standing::ReadTeamStanding;
use app::today::{ReadToday, Wait, What};
use axum::extract::Query;
use axum::response::Response;
use domain::{DossierId, Function, LegalDomain, Warning, amsterdam_date};
use jiff::ToSpan;
use text::Words;

use crate::answer::{html, see_other};
use crate::draft;
use crate::page::StaffPage;
use crate::refused;
use crate::task;
use crate::view::drafts::DraftLine;
use crate::view::today::{Line, Lines, TodayPage, Training};
use crate::wording::{day, domain, moment, number};

/// How many of the own dossiers stand here.
const RECENT: usize = 5;

/// `/werk`
pub(crate) async fn show(page: StaffPage, Query(asked): Query<task::Asked>) -> Result<Response, Response> {
    if page.post.function.oversees() {
        // Nothing of today is theirs; what waits for them stands elsewhere.
        return Ok(see_other("/fg"));
    }
    let words = page.words();
    let (mut waits, mut drafts, mut recent) = (Lines::default(), Lines::default(), Vec::new());
    let (mut tasks, mut team_tasks) = (Vec::new(), String::new());
    if page.post.function.carries_cases() {
        let today = page.read(ReadToday).await?;
        let own = draft::lines(&page, &today.cases).await?;
        let explains = today.explains.iter().map(|it| explaining(words, it));
        waits = Lines(explains.chain(today.waits.iter().map(|wait| waiting(&page, wait))).collect());
        drafts = Lines(own.iter().map(|draft| begun(words, draft)).collect());
        tasks = task::groups(&page, &today.tasks, &today.counts, "vandaag");
        if today.team_tasks > 0 {
            team_tasks = words.with("today-team-tasks", &[("count", today.team_tasks.into())]);
        }
        recent = today.cases.iter().take(RECENT).map(|case| changed(words, case)).collect();
    }
    let queue = match page.post.team {
        Some(_) if page.post.coordinates_now => {
            Some(page.read(app::involvement::QueueSize(page.post.team)).await?)
        }
        _ => None,
    };
    Ok(html(&TodayPage {
        frame: page.frame(),
        today: words.weekday_and_date(page.today()),
        tasks,
        team_tasks,
        undo: asked.undo(&page, "vandaag"),
        waits,
        drafts,
        recent,
        search: page.form(),
        waiting: queue,
        emergencies: emergencies(&page).await?,
        later: later_of_team(&page).await?,
        stands_in: stands_in(&page).await?,
        training: training(&page).await?,
    }))
}

/// What waits for the reader in one dossier, under one law or under any: the same lines as on Vandaag, so that nothing shows
/// here that is hidden there. That somebody new came, or that help ends, is no open end.
pub(crate) async fn waits_of(
    page: &StaffPage,
    dossier: DossierId,
    law: Option<LegalDomain>,
) -> Result<Vec<Line>, Response> {
    let today = page.read(ReadToday).await?;
    let is_open_end = |it: &&Wait| !matches!(it.what, What::Assigned { .. } | What::Ends { .. });
    let here = |it: &&Wait| it.dossier == dossier && law.is_none_or(|law| it.domain == law);
    Ok(today.waits.iter().filter(here).filter(is_open_end).map(|it| waiting(page, it)).collect())
}

fn waiting(page: &StaffPage, wait: &Wait) -> Line {
    let words = page.words();
    let dossier = format!("/werk/dossier/{}", wait.dossier);
    let part = domain(words, wait.domain);
    let (href, what, when) = match &wait.what {
        What::Assigned { since, role } => {
            let role = words.code("role", role);
            let what = words.with("today-assigned", &[("domain", part.into()), ("role", role.into())]);
            (dossier, what, words.with("today-since", &[("day", day(words, *since).into())]))
        }
        What::Readable { from, entry, kind } => {
            let kind = words.code("kind", kind);
            let what = if *from <= page.today() {
                words.with("today-readable-now", &[("kind", kind.into())])
            } else {
                let on = words.date(*from);
                words.with("today-readable", &[("kind", kind.into()), ("day", on.into())])
            };
            (format!("{dossier}/notitie/{entry}"), what, part)
        }
        What::Emergency { by, team, at } => {
            let by = if team.is_empty() { by.clone() } else { format!("{by}, {team}") };
            let what = words.with("today-emergency", &[("by", by.into()), ("domain", part.into())]);
            (dossier, what, moment(words, *at))
        }
        What::Plan { at, talk_first } => {
            let key = if *talk_first { "today-plan-talk" } else { "today-plan-asked" };
            let href = format!("{dossier}/plan#{}", wait.domain);
            let asked = day(words, *at);
            (
                href,
                words.with(key, &[("domain", part.into())]),
                words.with("inquiry-asked-on", &[("day", asked.into())]),
            )
        }
        What::Opened => (dossier, words.t("today-opened"), part),
        What::Ends { until, closed } => {
            let key = if *closed { "today-closed" } else { "today-ends" };
            let what = words.with(key, &[("domain", part.into())]);
            // The last day is the one before the first moment without.
            let last = day(words, *until - 1.second());
            (dossier, what, words.with("today-until", &[("day", last.into())]))
        }
    };
    Line { href, name: wait.name.clone(), what, when }
}

/// Somebody who judges asks the worker to explain (ACC-04).
fn explaining(words: Words, it: &app::today::Wanted) -> Line {
    Line {
        href: format!("/werk/noodtoegang/{}/uitleg", it.id),
        name: words.with("access-number", &[("number", number(it.number).into())]),
        what: words.t("today-explain"),
        when: words.with("inquiry-asked-on", &[("day", day(words, it.asked_at).into())]),
    }
}

fn begun(words: Words, draft: &DraftLine) -> Line {
    let name = if draft.about.is_empty() { words.t("draft-no-dossier") } else { draft.about.clone() };
    let what = words.with("draft-changed", &[("when", draft.changed.as_str().into())]);
    Line { href: draft.href.clone(), name, what, when: draft.expires.clone() }
}

fn changed(words: Words, case: &Case) -> Line {
    Line {
        href: format!("/werk/dossier/{}", case.dossier),
        name: case.fields.full_name(),
        what: case.domains.iter().map(|(d, _)| domain(words, *d)).collect::<Vec<_>>().join(", "),
        when: words.with("today-changed", &[("day", day(words, case.last_content_change).into())]),
    }
}

/// What there is to judge and by when, and how often a dossier is asked for; for coordinator and deputy (ACC-03, ACC-04).
async fn emergencies(page: &StaffPage) -> Result<Vec<String>, Response> {
    let words = page.words();
    if page.post.team.is_none() || !page.post.function.coordinates() {
        return Ok(Vec::new());
    }
    let mut lines = Vec::new();
    lines.extend(to_judge(page).await?);
    match page.read(app::emergency::Count(page.post.team)).await? {
        0 => {}
        asked => lines.push(words.with("today-emergencies", &[("count", asked.into())])),
    }
    Ok(lines)
}

async fn later_of_team(page: &StaffPage) -> Result<String, Response> {
    if page.post.team.is_none() || !page.post.function.coordinates() {
        return Ok(String::new());
    }
    Ok(later(page).await?.unwrap_or_default())
}

/// How many clients hear something later about which the reader decides, and by when; none when there is nothing (SHA-12).
pub(crate) async fn later(page: &StaffPage) -> Result<Option<String>, Response> {
    let words = page.words();
    let (count, first) = page.read(app::withhold::Count).await?;
    let told = |day| words.with("today-later", &[("count", count.into()), ("day", words.date(day).into())]);
    Ok(first.map(told))
}

/// How many emergency accesses the reader judges, and the first of their days; none when there is nothing.
pub(crate) async fn to_judge(page: &StaffPage) -> Result<Option<String>, Response> {
    let words = page.words();
    let (count, first) = page.read(app::review::Count).await?;
    Ok(first
        .map(|day| words.with("today-to-judge", &[("count", count.into()), ("day", words.date(day).into())])))
}

/// For whom a deputy stands in now (ACC-09); empty for whoever does not.
async fn stands_in(page: &StaffPage) -> Result<String, Response> {
    if page.post.function != Function::Deputy || !page.post.coordinates_now {
        return Ok(String::new());
    }
    let (words, now) = (page.words(), page.app().now());
    let team = page.read(ReadTeamStanding(page.post.team)).await?;
    let of = |staff| team.people.iter().find(|it| it.staff == staff && it.function == Function::Coordinator);
    let away = team.absences.iter().filter(|it| it.from <= now && now < it.until);
    let away = away.filter_map(|it| Some((of(it.staff)?, it.until))).min_by_key(|(_, until)| *until);
    Ok(match away {
        Some((coordinator, until)) => {
            // The last day is the one before the first moment of being back.
            let last = words.date(amsterdam_date(until - 1.second()));
            let name = coordinator.name.as_str();
            words.with("today-stands-in", &[("name", name.into()), ("day", last.into())])
        }
        None => words.t("today-no-coordinator"),
    })
}

async fn training(page: &StaffPage) -> Result<Option<Training>, Response> {
    let words = page.words();
    let state =
        page.app().ready_state(page.post.staff).await.map_err(|e| refused::failed(&page.visit, &e))?;
    Ok(match state {
        ReadyState::Ready(Some(Warning::TrainingExpiresSoon { on })) => {
            Some(Training::ExpiresSoon { on: words.date(on) })
        }
        ReadyState::Ready(Some(Warning::TrainingInGrace { until })) => {
            Some(Training::InGrace { until: words.date(until) })
        }
        ReadyState::Ready(None) | ReadyState::NotReady(_) => None,
    })
}
