//! `/toezicht/team/cijfers`: what comes and goes in a team, and how long questions wait. Counts only (ACC-09).

use app::involvement::{DomainFigures, MonthFigures, ReadFigures};
use axum::response::Response;
use domain::team_figures::FEW;
use text::Words;

use crate::answer::html;
use crate::page::StaffPage;
use crate::view::standing::{TeamFigureRow, TeamFiguresPage};
use crate::wording::domain;

/// `/toezicht/team/cijfers`
pub(crate) async fn show(page: StaffPage) -> Result<Response, Response> {
    page.show(ReadFigures(page.post.team), &page, |figures, page| {
        let words = page.words();
        let waiting = i64::try_from(figures.waiting).unwrap_or(i64::MAX);
        html(&TeamFiguresPage {
            frame: page.frame(),
            team: page.post.team_name.clone(),
            waiting: words.with("team-figures-waiting", &[("count", waiting.into())]),
            months: figures.months.iter().map(|it| month(words, it)).collect(),
            domains: figures.domains.iter().filter(|it| is_told(it)).map(|it| of_domain(words, it)).collect(),
        })
    })
    .await
}

/// Where nothing came and nothing went there is nothing to tell.
fn is_told(it: &DomainFigures) -> bool {
    (it.opened, it.closed) != (Some(0), Some(0))
}

fn month(words: Words, it: &MonthFigures) -> TeamFigureRow {
    let days = |days: i64| words.with("team-figures-days", &[("days", days.into())]);
    TeamFigureRow {
        name: words.partial_date(it.first.year(), Some(it.first.month()), None),
        opened: it.opened.to_string(),
        closed: it.closed.to_string(),
        waited: it.waited.map_or_else(|| words.t("team-figures-nobody"), days),
    }
}

fn of_domain(words: Words, it: &DomainFigures) -> TeamFigureRow {
    let few = || words.with("team-figures-few", &[("count", FEW.to_string().into())]);
    let shown = |count: Option<u64>| count.map_or_else(few, |count| count.to_string());
    TeamFigureRow {
        name: domain(words, it.domain),
        opened: shown(it.opened),
        closed: shown(it.closed),
        waited: String::new(),
    }
}
