//! `/fg`: what waits for the data protection officer, by its clock.

use axum::response::Response;
use domain::breach::report_due;

use crate::answer::html;
use crate::page::StaffPage;
use crate::today::{later, to_judge};
use crate::view::review::{OfficerLine, OfficerPage};
use crate::wording::moment;

/// `/fg`
pub(crate) async fn home(page: StaffPage) -> Result<Response, Response> {
    let words = page.words();
    let line = |href, title, waits: Option<String>| OfficerLine {
        href,
        title: words.t(title),
        waits: waits.unwrap_or_else(|| words.t("officer-nothing")),
    };
    let lines = vec![
        line("/fg/datalekken", "breaches-title", breaches(&page).await?),
        line("/fg/noodtoegang", "emergency-title", to_judge(&page).await?),
        line("/fg/achterhouden", "withhold-title", later(&page).await?),
    ];
    Ok(html(&OfficerPage { frame: page.frame(), today: words.weekday_and_date(page.today()), lines }))
}

/// How many were received, and by when the oldest is reported; none when there is none.
async fn breaches(page: &StaffPage) -> Result<Option<String>, Response> {
    let words = page.words();
    let all = page.read(app::breach::List).await?;
    let now = page.app().now();
    let over = all.iter().filter(|it| report_due(it.aware_at) <= now).count();
    let next = all.iter().map(|it| report_due(it.aware_at)).filter(|due| *due > now).min();
    let told = match (all.len(), next) {
        (0, _) => return Ok(None),
        (count, Some(due)) => {
            words.with("officer-breaches", &[("count", count.into()), ("when", moment(words, due).into())])
        }
        (count, None) => words.with("officer-breaches-over", &[("count", count.into())]),
    };
    let late = (over > 0 && next.is_some()).then(|| words.with("officer-late", &[("count", over.into())]));
    Ok(Some(late.map_or(told.clone(), |late| format!("{told} {late}"))))
}
