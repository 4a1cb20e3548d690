//! What follows from dates in the own dossiers: the one registry of its sources. Nothing of it is stored, so it is never out
//! of date, and it goes by itself when what it asks for was done.
//!
//! A new source is one more line in `all`: it gets the own dossiers and open parts, and costs one statement for all of them.

use domain::amsterdam_date;
use domain::days::{DRAFT_TTL, READABLE_SOON};
use domain::task::silent_from;
use jiff::ToSpan;
use jiff::civil::Date;
use policy::May;
use policy::actions::{ListCaseload, ListTasks};
use store::client::caseload::Case;
use store::client::tasks::OpenPart;
use store::client::{drafts, plans, reviews, today};
use store::{Error, Work};

use super::list::{Item, Line};
use crate::people::due;

/// Every source.
pub(super) async fn all(
    work: &mut Work<'_, ListTasks>,
    cases: &[Case],
    parts: &[OpenPart],
) -> Result<Vec<Line>, Error> {
    let mut lines = by_part(work, cases, parts);
    lines.extend(by_day(work, cases).await?);
    lines.extend(explanations(work).await?);
    lines.extend(readable(work, cases).await?);
    lines.extend(expiring(work, cases).await?);
    Ok(lines)
}

/// What the dates of the open parts ask for: contact after a long silence, and the privacy notice. No statement of its own.
pub(super) fn by_part<A: May<ListCaseload>>(
    work: &Work<'_, A>,
    cases: &[Case],
    parts: &[OpenPart],
) -> Vec<Line> {
    let today = amsterdam_date(work.now());
    let mut lines: Vec<Line> = Vec::new();
    for part in parts {
        let Some(case) = cases.iter().find(|case| case.dossier == part.dossier) else { continue };
        let is_silent = |line: &Line| matches!(line.item, Item::Silent { .. });
        let known = lines.iter().any(|line| line.dossier == Some(part.dossier) && is_silent(line));
        let silent = silent_from(amsterdam_date(case.last_client_contact));
        if silent <= today && !known {
            let since = amsterdam_date(case.last_client_contact);
            lines.push(Line::about(case, part.domain, Some(silent), Item::Silent { since }));
        }
        if !part.informed
            && !lines.iter().any(|it| it.dossier == Some(part.dossier) && it.item == Item::Notice)
        {
            let due = amsterdam_date(part.opened_at);
            lines.push(Line::about(case, part.domain, Some(due), Item::Notice));
        }
    }
    lines
}

/// So many days before they come, days of a plan and of the people around a client are listed.
const AHEAD: i64 = 28;

/// The days of the plans, and of the people around the clients. Birthdays are told longer before (CON-25).
pub(super) async fn by_day<A: May<ListCaseload>>(
    work: &mut Work<'_, A>,
    cases: &[Case],
) -> Result<Vec<Line>, Error> {
    let today = amsterdam_date(work.now());
    let last = today.saturating_add(AHEAD.days());
    let mut lines = Vec::new();
    for due in plans::due_dates(work, cases, last).await? {
        let Some(case) = cases.iter().find(|case| case.dossier == due.dossier) else { continue };
        lines.push(Line::about(case, due.domain, Some(due.on), Item::Plan { kind: due.kind }));
    }
    for due in due::of_people(work, cases, today, last).await? {
        let Some(case) = cases.iter().find(|case| case.dossier == due.dossier) else { continue };
        let item = Item::People { kind: due.kind };
        // About the person, not about one of the laws under which they are helped.
        lines.push(Line::about_client(case, due.on, item));
    }
    Ok(lines)
}

/// What the worker is asked to explain (ACC-04).
async fn explanations(work: &mut Work<'_, ListTasks>) -> Result<Vec<Line>, Error> {
    let wanted = reviews::wanted(work).await?;
    let line = |it: reviews::Wanted| {
        let item = Item::Explanation { emergency: it.id, number: it.number };
        Line::of_nobody(Some(amsterdam_date(it.asked_at)), item)
    };
    Ok(wanted.into_iter().map(line).collect())
}

/// Entries that the client will be able to read (SHA-12).
async fn readable(work: &mut Work<'_, ListTasks>, cases: &[Case]) -> Result<Vec<Line>, Error> {
    let today = amsterdam_date(work.now());
    let last = today.saturating_add(READABLE_SOON);
    let found = today::readable(work, cases, today, last).await?;
    let line = |it: today::Readable| {
        let case = cases.iter().find(|case| case.dossier == it.dossier)?;
        Some(Line::about(case, it.domain, Some(it.from), Item::Readable { entry: it.entry, kind: it.kind }))
    };
    Ok(found.into_iter().filter_map(line).collect())
}

/// Drafts go by themselves (ACC-23). The name of a client stands there only while one is involved.
async fn expiring(work: &mut Work<'_, ListTasks>, cases: &[Case]) -> Result<Vec<Line>, Error> {
    let drafts = drafts::own(work).await?;
    let line = |it: drafts::Draft| {
        let due: Date = amsterdam_date(it.changed_at + DRAFT_TTL);
        let case = cases.iter().find(|case| Some(case.dossier) == it.dossier);
        let item = Item::Draft { draft: it.id };
        match case.and_then(|case| Some((case, case.domains.first()?.0))) {
            Some((case, domain)) => Line::about(case, domain, Some(due), item),
            None => Line::of_nobody(Some(due), item),
        }
    };
    Ok(drafts.into_iter().map(line).collect())
}
