//! The earlier versions of a plan: who saved what when, and what changed, in words.

use app::plan::{PartPlan, ReadPlans, ReadVersion, ReadVersions};
use axum::extract::Path;
use axum::response::Response;
use domain::plan::{Difference, Shown, Stopped, differences};
use domain::{DossierId, LegalDomain};
use jiff::Timestamp;
use jiff::civil::Date;
use text::Words;

use super::cards::agreed;
use super::form::kind_of;
use crate::answer::html;
use crate::dossier::masthead;
use crate::entry::{dossier_id, head_of};
use crate::page::StaffPage;
use crate::refused;
use crate::view::dossier::Tab;
use crate::view::plan::{ChangeCard, ChangeLine, VersionLine, VersionPage, VersionsPage};
use crate::wording::{domain, moment};

async fn known(
    page: &StaffPage,
    dossier: &str,
    typed: &str,
) -> Result<(app::dossier::DossierRead, LegalDomain, DossierId), Response> {
    let dossier = dossier_id(page, dossier)?;
    let read = page.read(head_of(dossier)).await?;
    let found = read.head.parts.iter().find(|part| part.domain.code() == typed).map(|part| part.domain);
    let domain = found.ok_or_else(|| refused::denied(page, &[]))?;
    Ok((read, domain, dossier))
}

/// `/werk/dossier/{dossier}/plan/{domain}/versies`
pub(crate) async fn list(
    page: StaffPage,
    Path((dossier, typed)): Path<(String, String)>,
) -> Result<Response, Response> {
    let (read, law, dossier) = known(&page, &dossier, &typed).await?;
    let plans = page.read(ReadPlans(dossier)).await?;
    let versions = page.read(ReadVersions { dossier, domain: law }).await?;
    let words = page.words();
    let base = format!("/werk/dossier/{dossier}/plan/{law}/versies");
    let plan = plans.iter().find(|it| it.domain == law);
    let line = |it: &app::plan::Version| VersionLine {
        href: format!("{base}/{}", it.number),
        number: u32::try_from(it.number).unwrap_or_default(),
        saved: saved(words, it),
        agreed: plan.map(|plan| agreed_at(words, plan, it.number)).unwrap_or_default(),
    };
    Ok(html(&VersionsPage {
        frame: page.frame(),
        masthead: masthead(&page, &read, Tab::Plan),
        domain: domain(words, law),
        versions: versions.iter().map(line).collect(),
        back: format!("/werk/dossier/{dossier}/plan#{law}"),
    }))
}

pub(crate) fn saved(words: Words, it: &app::plan::Version) -> String {
    saved_by(words, &it.author_name, it.recorded_at)
}

/// "bewaard op 3 maart 2026 om 10.00 uur door Samira Bouzid"
pub(crate) fn saved_by(words: Words, author: &str, at: Timestamp) -> String {
    words.with("plan-saved-by", &[("author", author.into()), ("day", moment(words, at).into())])
}

/// That both agreed with this version, when and how; empty otherwise.
pub(crate) fn agreed_at(words: Words, plan: &PartPlan, number: i64) -> String {
    let all: Vec<_> = plan.said.iter().map(|it| it.statement).filter(|it| it.version == number).collect();
    domain::plan::standing(number, &all).agreed.map(|it| agreed(words, &it)).unwrap_or_default()
}

/// `/werk/dossier/{dossier}/plan/{domain}/versies/{number}`
pub(crate) async fn show(
    page: StaffPage,
    Path((dossier, typed, number)): Path<(String, String, String)>,
) -> Result<Response, Response> {
    let (read, law, dossier) = known(&page, &dossier, &typed).await?;
    let Ok(number) = number.parse::<i64>() else { return Err(refused::absent(&page)) };
    let found = page.read(ReadVersion { dossier, domain: law, number }).await?;
    let Some(found) = found else { return Err(refused::absent(&page)) };
    let words = page.words();
    let changes = differences(&found.before, &found.after);
    Ok(html(&VersionPage {
        frame: page.frame(),
        masthead: masthead(&page, &read, Tab::Plan),
        domain: domain(words, law),
        number: u32::try_from(number).unwrap_or_default(),
        saved: saved(words, &found.version),
        changes: changes.iter().map(|it| change(words, it, "doer")).collect(),
        back: format!("/werk/dossier/{dossier}/plan/{law}/versies"),
    }))
}

/// What changed, as a card; `doers` is the family of words for who does something.
pub(crate) fn change(words: Words, it: &Difference<'_>, doers: &str) -> ChangeCard {
    let stopped = |shown: &Shown<'_>| match shown {
        Shown::Goal(it) => it.stopped.is_some(),
        Shown::Step(_, it) => it.stopped.is_some(),
        Shown::Provision(it) => it.stopped.is_some(),
        Shown::Evaluation(it) => it.stopped.is_some(),
    };
    let family = match &it.before {
        None => "plan-new",
        Some(before) if stopped(&it.after) && !stopped(before) => "plan-ended",
        Some(_) => "plan-edited",
    };
    let after = lines(words, &it.after, doers);
    let before = it.before.map(|it| lines(words, &it, doers));
    // Of one kind there are always the same lines.
    let line = |(at, (label, after)): (usize, (String, String))| {
        let was = before.as_ref().and_then(|it| it.get(at)).map(|(_, text)| text.clone());
        ChangeLine { label, before: was.unwrap_or_default(), after }
    };
    let all = after.into_iter().enumerate().map(line);
    ChangeCard {
        title: words.code(family, kind_of(&it.after).code()),
        lines: all.filter(|it| !it.before.is_empty() || !it.after.is_empty()).collect(),
    }
}

/// A thing of the plan as label and text; a text that is not there is empty.
pub(super) fn lines(words: Words, shown: &Shown<'_>, doers: &str) -> Vec<(String, String)> {
    let day = |day: Option<Date>| day.map(|day| words.date(day)).unwrap_or_default();
    let stopped = |it: &Option<Stopped>| it.as_ref().map(|it| it.why.clone()).unwrap_or_default();
    let line = |key: &str, text: String| (words.t(key), text);
    match shown {
        Shown::Goal(it) => vec![
            line("plan-own-words", it.own_words.clone()),
            line("plan-worker-words", it.worker_words.clone()),
            line("plan-progress", words.code("progress", it.progress.code())),
            line("plan-form-why", stopped(&it.stopped)),
        ],
        Shown::Step(_, it) => vec![
            line("plan-form-what", it.what.clone()),
            line("plan-who", words.code(doers, it.who.code())),
            line("plan-form-who-words", it.who_words.clone()),
            line("plan-purpose", it.purpose.clone()),
            line("plan-by", day(it.by)),
            line("plan-form-why", stopped(&it.stopped)),
        ],
        Shown::Provision(it) => vec![
            line("plan-form-provision", it.what.clone()),
            line("plan-form-provider", it.provider.clone()),
            line("plan-form-from", day(it.from)),
            line("plan-form-until", day(it.until)),
            line("plan-form-why", stopped(&it.stopped)),
        ],
        Shown::Evaluation(it) => {
            let held = it.held.as_ref();
            vec![
                line("plan-form-planned", words.date(it.planned)),
                line("plan-form-held", day(held.map(|held| held.on))),
                line("plan-held-own-words", held.map(|held| held.own_words.clone()).unwrap_or_default()),
                line("plan-worker-words", held.map(|held| held.worker_words.clone()).unwrap_or_default()),
                line("plan-form-why", stopped(&it.stopped)),
            ]
        }
    }
}
